"""Versions of papers: sent back from Word, and declared final."""

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlmodel import select

from models import Document, DocumentStatus, StoredFile
from tests.workflow.builders import AT
from tests.workflow.pieces.made_files import pdf, png, word, workbook
from tests.workflow.register.paper_desk import Papers, file
from workflow.errors import Refused
from workflow.history.steps import steps_of
from workflow.pieces.kept import newest
from workflow.register.paper_versions import finals, send_back, versions_of
from workflow.register.papers import MOST_VERSIONS, ask_for_paper, want_papers_again


class TestSentBack:
    @pytest.mark.parametrize("kind", ["note_interne", "bordereau_sgg", "fiche_suivi"])
    @pytest.mark.parametrize(("language", "about"), [("fr", ""), ("ar", ""), ("fr", "cese")])
    def test_it_is_the_next_version_of_the_same_paper_and_tells_what_it_comes_from(
        self, papers: Papers, kind: str, language: str, about: str
    ) -> None:
        step_id = steps_of(papers.session, papers.text.id)[-1].id
        paper: dict[str, Any] = {"kind": kind, "language": language, "about": about}
        papers.made(7, **paper | {"about": "other"})  # of another paper: each counts its own
        first = papers.made(step_id=step_id, **paper)
        papers.made(number=2, status=DocumentStatus.FAILED, **paper)

        sent = papers.send(first)

        assert (sent.kind, sent.language, sent.about, sent.number) == (kind, language, about, 3)
        assert (sent.edited_from, sent.step_id, sent.situation_on) == (1, step_id, first.situation_on)
        assert (sent.status, sent.file_name) == ("made", "2026-11-01_note_interne_fr_v3.docx")
        assert (sent.wanted_by_id, sent.made_at) == (papers.ministry.person("drafter").id, AT + timedelta(hours=1))
        assert papers.session.get_one(StoredFile, sent.sha256).content == word("Modifié")
        assert papers.session.get_one(StoredFile, first.sha256).content == word("version 1")
        assert (sent.template_sha256, sent.code == first.code) == (None, False)

    def test_the_bytes_of_a_version_that_is_kept_are_refused_with_its_number(self, papers: Papers) -> None:
        first = papers.made()
        papers.send(papers.made(number=2), "Modifié")

        for words, number in (("version 1", 1), ("version 2", 2), ("Modifié", 3)):
            with pytest.raises(Refused) as refused:
                papers.send(first, words)
            assert refused.value.reasons == [
                f"Ce fichier est identique à la version {number} : rien n’est à enregistrer."
            ]
        assert len(versions_of(papers.session, first)) == 3

    @pytest.mark.parametrize("status", [DocumentStatus.WANTED, DocumentStatus.FAILED])
    def test_what_was_not_made_has_no_next_version(self, papers: Papers, status: DocumentStatus) -> None:
        with pytest.raises(Refused, match="n’est pas un papier produit pour ce texte"):
            papers.send(papers.made(status=status))

    def test_a_paper_of_another_text_is_refused(self, papers: Papers) -> None:
        other = Papers(papers.ministry, papers.ministry.open())

        with pytest.raises(Refused, match="n’est pas un papier produit pour ce texte"):
            other.send(papers.made())

    @pytest.mark.parametrize(
        ("content", "label"), [(pdf("a"), "un PDF"), (png(), "une image PNG"), (workbook(("a",)), "un classeur Excel")]
    )
    def test_only_a_word_file_is_sent_back(self, papers: Papers, content: bytes, label: str) -> None:
        with pytest.raises(Refused) as refused:
            send_back(
                papers.session, papers.text, papers.made(), file(content), by=papers.ministry.person("head"), at=AT
            )
        assert refused.value.reasons == [f"Un papier se renvoie en document Word (.docx) ; ce fichier est {label}."]

    def test_versions_have_an_end(self, papers: Papers) -> None:
        with pytest.raises(Refused, match=f"a déjà {MOST_VERSIONS} versions"):
            papers.send(papers.made(number=MOST_VERSIONS))

    def test_a_paper_made_again_comes_after_it_and_leaves_it_as_it_is(self, papers: Papers) -> None:
        sent = papers.send(papers.made(about="cese"))

        again = ask_for_paper(
            papers.session, papers.text, "note_interne", by=papers.ministry.person("head"), at=AT, about="cese"
        )

        assert (again.number, again.about, again.edited_from) == (3, "cese", None)
        assert sent.sha256 == sha256(word("Modifié")).hexdigest()

    def test_a_step_told_otherwise_wants_a_version_after_it_about_the_same(self, papers: Papers) -> None:
        steps = steps_of(papers.session, papers.text.id)
        papers.send(papers.made(step_id=steps[-1].id, about="cese"))
        papers.made(step_id=steps[-1].id, about="dgsn")

        want_papers_again(papers.session, steps[-1:], replace(steps[-1], by_id=papers.ministry.person("head").id))

        query = select(Document).where(Document.status == DocumentStatus.WANTED)
        wanted = papers.session.exec(query).all()
        assert sorted((each.about, each.number) for each in wanted) == [("cese", 3), ("dgsn", 2)]


class TestFinal:
    def test_the_version_declared_last_is_the_final_one(self, papers: Papers) -> None:
        first, second = papers.made(1), papers.made(2)
        arabic = papers.made(1, language="ar")
        assert finals([first, second, arabic]) == frozenset()

        papers.declare(second)
        papers.declare(arabic)
        assert finals([first, second, arabic]) == {second.id, arabic.id}
        papers.declare(first, hours=3)

        assert finals([first, second, arabic]) == {first.id, arabic.id}
        assert (first.final_at, first.final_by_id) == (AT + timedelta(hours=3), papers.ministry.person("head").id)
        papers.declare(second, hours=4)
        assert finals([first, second, arabic]) == {second.id, arabic.id}

    def test_a_version_that_follows_the_final_one_is_not_final(self, papers: Papers) -> None:
        first = papers.made()
        papers.declare(first)

        sent = papers.send(first)

        assert finals(versions_of(papers.session, first)) == {first.id}
        assert sent.final_at is None

    @pytest.mark.parametrize(
        ("columns", "to_complete", "reason"),
        [
            ({"status": "wanted"}, 0, "La version 1 n’est pas produite, elle ne peut pas être déclarée finale."),
            ({"status": "failed", "error": "Champ inconnu : objjet"}, 0,
             "La version 1 n’est pas produite, elle ne peut pas être déclarée finale : Champ inconnu : objjet"),
            ({"final_at": AT}, 0, "La version 1 est déjà la version finale."),
            ({}, None, "Ce papier n’a pas pu être relu pour voir s’il est complet : réessayez dans un instant."),
            ({}, 1, "Ce papier n’est pas complet : un commentaire de Navette y signale encore"),
            ({}, 3, "Ce papier n’est pas complet : 3 commentaires de Navette y signalent encore"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_final_is_refused_with_its_reason(
        self, papers: Papers, columns: dict[str, Any], to_complete: int | None, reason: str
    ) -> None:
        paper = papers.made(**columns)

        with pytest.raises(Refused) as refused:
            papers.declare(paper, to_complete)

        (said,) = refused.value.reasons
        assert said[: len(reason)] == reason
        assert paper.final_by_id is None


@pytest.fixture
def note(papers: Papers) -> Document:
    return papers.made(kind="note_presentation")


def attached(papers: Papers) -> list[tuple[str, int]]:
    done = papers.ministry.standing(papers.text).situation.done
    return [(told["piece"], told["piece_version"]) for told in newest(done)]


class TestWhatJoinsTheFile:
    def test_a_final_paper_that_the_file_asks_for_joins_it_and_is_no_longer_owed(
        self, papers: Papers, note: Document
    ) -> None:
        papers.declare(note)

        assert attached(papers) == [("expose_des_motifs", 1)]

    def test_another_final_version_is_the_next_version_of_the_same_piece(self, papers: Papers, note: Document) -> None:
        papers.declare(note)
        papers.declare(papers.made(2, kind="note_presentation"), hours=3, words="Autre")

        assert attached(papers) == [("expose_des_motifs", 2)]

    def test_the_very_file_that_is_there_does_not_join_it_twice(self, papers: Papers, note: Document) -> None:
        papers.declare(note)
        papers.declare(papers.made(2, kind="note_presentation"), hours=3)

        assert attached(papers) == [("expose_des_motifs", 1)]

    def test_a_paper_that_the_file_does_not_ask_for_stays_beside_it(self, papers: Papers) -> None:
        papers.declare(papers.made())

        assert attached(papers) == []
