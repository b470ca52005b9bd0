"""The page of papers, and versions written on by hand and sent back."""

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from models import Document, DocumentStatus, LegalText
from tests.fixtures.demonstration import NOW
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import attribute
from tests.web.papers.desk import SEND, Desk, anonymous, choice, rewritten
from tests.web.queries import queries
from tests.workflow.pieces.made_files import pdf, with_part

SOFFICE = shutil.which("soffice") or ""


@pytest.fixture
def desk(head: Browser, ministry: Ministry, bill: LegalText) -> Desk:
    return Desk(head, ministry, bill)


def test_a_page_without_papers_says_what_a_paper_is(desk: Desk, browser: Browser, ministry: Ministry) -> None:
    page = desk.page()
    assert page.all(".empty b") == ["Aucun papier n’a encore été produit pour ce texte."]
    assert "se renvoie ici comme version suivante" in page.text

    browser.enter(ministry.people.reader)
    page = browser.get(desk.path)
    assert page.all(".empty b") == ["Aucun papier n’a encore été produit pour ce texte."]
    assert page.all("main form") == page.all("main button") == []


def test_each_paper_shows_its_versions_whose_they_are_and_of_which_template(desk: Desk, ministry: Ministry) -> None:
    desk.make()
    ministry.clock.wait(timedelta(minutes=5))
    desk.make()
    desk.make("fiche_suivi", "ar")

    page = desk.page()

    assert page.all("section.kept > h2.group") == ["Note interne en français", "Fiche de suivi en arabe"]
    assert [table["aria-labelledby"] for table in page.soup.select(".kept > table")] == ["paper-1", "paper-2"]
    who = f"demandée par {ministry.people.head.name}"
    assert [row.partition(" Word")[0] for row in desk.rows(page)[:2]] == [
        f"version 2 situation au 1er déc. 2026 modèle d’origine {who}, 1er déc. 2026 à 09:05",
        f"version 1 situation au 1er déc. 2026 modèle d’origine {who}, 1er déc. 2026 à 09:00",
    ]


def test_a_version_tells_the_step_that_owed_it(desk: Desk, ministry: Ministry) -> None:
    ministry.move(desk.text, "assign_drafter", "2026-10-12")
    page = desk.browser.get(f"/texts/{desk.text.id}/moves/submit_for_validation")
    desk.browser.press(page, page.record, on_day="20", on_month="11", on_year="2026")

    (row,) = desk.rows(desk.page())

    assert f"Étape : {ministry.told(desk.text)}" in row
    assert f"demandée par une étape, enregistrée par {ministry.people.head.name}" in row


@pytest.mark.parametrize(
    ("status", "said", "button"),
    [
        (DocumentStatus.WANTED, "à produire", ""),
        (DocumentStatus.FAILED, "non produit Le disque est plein.", "Réessayer"),
    ],
)
def test_a_version_that_is_not_made_says_so(
    desk: Desk, ministry: Ministry, status: DocumentStatus, *, said: str, button: str
) -> None:
    error = "Le disque est plein." if status == DocumentStatus.FAILED else ""
    ministry.add(
        Document(text_id=desk.text.id, kind="note_interne", number=1, situation_on=NOW.date(), wanted_at=NOW,
                 status=status, error=error)
    )  # fmt: skip

    page = desk.page()

    assert desk.rows(page)[0].startswith(f"version 1 {said} situation au")
    assert page.all("table.papers button") == ([f"{button} : version 1"] if button else [])
    assert page.all("table.papers .files") == []
    if button:
        page = desk.browser.press(page, f"{button} : version 1")
        assert (page.h1.text, desk.kept()[0].status) == ("Papiers du texte", "made")


def test_papers_are_listed_in_as_many_queries_whatever_their_number(app: Flask, desk: Desk) -> None:
    counts = []
    for _each in range(2):
        desk.make()
        with queries(app) as sent:
            desk.page()
        counts.append(len(sent))

    assert counts[0] == counts[1]


def test_a_file_written_on_is_recognised_and_becomes_the_next_version(desk: Desk, ministry: Ministry) -> None:
    desk.make("fiche_suivi")
    first = desk.make()
    ministry.clock.wait(timedelta(hours=1))
    sent = rewritten(first)

    page = desk.send(sent)

    assert page.notes == ["C’est enregistré : Note interne, en français, version 2."]
    last = desk.kept()[-1]
    assert (last.kind, last.number, last.edited_from) == ("note_interne", 2, 1)
    assert desk.rows(page)[0].startswith(
        "version 2 modifiée à la main situation au 1er déc. 2026 d’après la version 1 renvoyée par "
        f"{ministry.people.head.name}, 1er déc. 2026 à 10:00"
    )
    response = desk.browser.download(f"/papers/{last.id}")
    assert response.data == sent
    assert "_note_interne_fr_v2.docx" in response.headers["Content-Disposition"]
    assert "modifiée à la main" in desk.browser.get(f"/texts/{desk.text.id}").all("#papers .two-lines li")[0]


@pytest.mark.skipif(not SOFFICE, reason="needs LibreOffice")
def test_a_file_that_libreoffice_saved_is_recognised(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(desk.make())
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'p').as_uri()}", "--headless", "--convert-to",
               "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / "a.docx")]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - the office of the machine

    page = desk.send((tmp_path / "out" / "a.docx").read_bytes())

    assert page.notes == ["C’est enregistré : Note interne, en français, version 2."]


def test_the_bytes_of_a_version_say_which_it_is(desk: Desk) -> None:
    first = desk.make()
    desk.send(rewritten(first))

    for content, number in ((first, 1), (desk.taken(desk.kept()[1]), 2)):
        page = desk.send(content, status=422)
        assert page.reasons == [f"Ce fichier est identique à la version {number} : rien n’est à enregistrer."]
    assert len(desk.kept()) == 2


def test_a_file_of_an_edited_version_asks_which_version_was_opened(desk: Desk) -> None:
    desk.make()
    desk.send(rewritten(desk.make()))  # version 3, drawn from version 2
    second_edit = rewritten(desk.taken(desk.kept()[-1]), "Encore.")

    page = desk.send(second_edit, status=422)

    assert page.all(".wrong")[0].startswith(
        "Ce fichier est reconnu : Note interne. Il vient de la version 2, ou d’une version modifiée qui en est tirée"
    )
    assert choice(page) == "Note interne, en français, version 3"
    desk.browser.press(page, SEND)  # the file is kept
    assert [(each.number, each.edited_from) for each in desk.kept()] == [(1, None), (2, None), (3, 2), (4, 3)]
    assert desk.taken(desk.kept()[-1]) == second_edit


def test_a_file_that_says_nothing_is_kept_until_its_version_is_chosen(desk: Desk) -> None:
    unknown = anonymous(rewritten(desk.make()))

    page = desk.send(unknown, status=422)

    assert page.all(".wrong")[0].startswith("Ce fichier ne dit pas de quel papier il vient")
    page = desk.browser.press(page, SEND, of=str(desk.kept()[0].id))
    assert page.notes == ["C’est enregistré : Note interne, en français, version 2."]
    assert desk.taken(desk.kept()[-1]) == unknown


def test_a_file_of_another_text_says_whose_it_is(desk: Desk, ministry: Ministry) -> None:
    other = Desk(desk.browser, ministry, ministry.open("Projet de décret d’ailleurs", "decret"))
    desk.make()
    theirs = rewritten(other.make())

    page = desk.send(theirs, status=422)

    assert "Ce fichier vient d’un papier d’un autre texte : « Projet de décret d’ailleurs »." in page.all(".wrong")[0]
    page = desk.browser.press(page, SEND, of=str(desk.kept()[0].id))
    assert [each.edited_from for each in desk.kept()] == [None, 1]
    assert [each.edited_from for each in other.kept()] == [None]


def test_a_file_recognised_as_another_paper_than_the_one_chosen_is_refused(desk: Desk) -> None:
    note = desk.make()
    desk.make("fiche_suivi")
    (sheet,) = (each for each in desk.kept() if each.kind == "fiche_suivi")

    page = desk.send(rewritten(note), of=sheet, status=422)

    said = "Ce fichier est reconnu comme étant : Note interne, en français, version 1."
    assert page.all(".wrong") == [f"{said} Choisissez une version de ce papier."]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pdf("a"), "finit par « .docx », mais c’est un PDF"),
        (b"", "Ce fichier est vide"),
        (b"macros", "contient des macros"),
    ],
    ids=["pdf", "empty", "macros"],
)
def test_only_a_word_file_without_macros_is_taken(desk: Desk, content: bytes, said: str) -> None:
    made = desk.make()
    content = with_part(made, "word/vbaProject.bin", b"x") if content == b"macros" else content

    page = desk.send(content, status=422)

    assert said in page.all(".wrong")[0]
    assert len(desk.kept()) == 1


def test_nothing_chosen_is_said(desk: Desk) -> None:
    desk.make()
    page = desk.browser.upload(desk.browser.get(f"{desk.path}/send-back"), SEND, "file", status=422)
    assert page.all(".wrong") == ["Choisissez le fichier."]


def test_making_a_paper_again_warns_where_the_last_version_was_written_by_hand(desk: Desk) -> None:
    desk.send(rewritten(desk.make()))
    by_hand = desk.kept()[-1]

    page = desk.browser.press(desk.page(), "Produire", kind="note_interne", status=422)

    assert "une nouvelle ne reprendra pas ces modifications" in page.all(".warn-note")[0]
    assert page.value("kind") == "note_interne"
    assert len(desk.kept()) == 2
    page = desk.browser.press(page, "Produire", confirmed=True)
    assert page.notes == ["Le papier est prêt : « Note interne »."]
    assert [(each.number, each.edited_from) for each in desk.kept()] == [(1, None), (2, 1), (3, None)]
    assert desk.kept()[1].sha256 == by_hand.sha256
    desk.browser.press(desk.page(), "Produire", kind="note_interne")  # the last one is made: nothing to warn of
    assert len(desk.kept()) == 4


def test_another_language_or_kind_is_made_without_a_warning(desk: Desk) -> None:
    desk.send(rewritten(desk.make()))

    desk.make(language="ar")
    desk.make("fiche_suivi")

    assert len(desk.kept()) == 4


def test_a_reader_reads_and_downloads_and_changes_nothing(desk: Desk, browser: Browser, ministry: Ministry) -> None:
    desk.make()
    browser.enter(ministry.people.reader)

    page = browser.get(desk.path)

    assert page.all("main button") == []
    links = [attribute(tag, "href") for tag in page.soup.select(".files a")]
    assert browser.download(links[0]).data == desk.taken(desk.kept()[0])
    browser.get(f"{desk.path}/send-back", status=403)


def test_the_papers_of_a_reunited_file_are_read_only(desk: Desk, ministry: Ministry) -> None:
    desk.make()
    other = ministry.open()
    with ministry.session() as session:
        session.get_one(LegalText, desk.text.id).merged_into_id = other.id

    assert desk.page().all("main button") == []
