"""Pieces attached to texts: versions that stay, a line of history each, what is sent, found and confidential."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, select

from models import LegalText, PartialDate, Piece, PieceVersion, Role, StoredFile
from tests.workflow.behind import other_bytes, tamper
from tests.workflow.builders import AT, CALENDAR, ON_SQLITE, PIECES, Ministry, moved, undated
from tests.workflow.pieces.made_files import pdf, png, word
from workflow.errors import NotAllowed, Refused
from workflow.history.fold import fold
from workflow.history.steps import steps_of
from workflow.pieces.extraction import Examined
from workflow.pieces.file_types import recognised
from workflow.pieces.kept import pieces_of, sent_versions
from workflow.pieces.names import safe_name
from workflow.register.pieces import MOST_VERSIONS, Told, attach
from workflow.register.words import words_kept
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedure_of, procedures
from workflow.sentences.sentence import recipient, step_sentence
from workflow.sentences.steps_ar import step_sentence_ar

TO_PREPARED = [*undated("assign_drafter", "submit_for_validation"), moved("validate", pieces=PIECES)]


def file(words: str = "Article premier", content: bytes | None = None) -> Examined:
    """Give a file whose words were read."""
    content = word(words) if content is None else content
    found = recognised(content, "projet", largest_mb=1)
    return Examined(content, found, safe_name("projet", found), words, is_read=bool(words))


class Registry:
    """Somebody who attaches pieces to a text."""

    def __init__(self, ministry: Ministry, text: LegalText) -> None:
        self.ministry, self.text = ministry, text

    def attach(self, given: Told, words: str = "Article premier", role: str = Role.HEAD) -> PieceVersion:
        by = self.ministry.person(role)
        return attach(self.ministry.session, self.text, file(words), given, by=by, at=AT, calendar=CALENDAR)

    def listed(self, role: str = Role.HEAD) -> list[tuple[str, list[int]]]:
        found = pieces_of(self.ministry.session, self.text, self.ministry.person(role))
        return [(each.piece.kind, [version.number for version in each.versions]) for each in found]

    def said(self) -> list[str]:
        procedure = procedure_of(self.text)
        situation = fold(procedure, steps_of(self.ministry.session, self.text.id))
        return [step_sentence(procedure, done) for done in situation.done if done.move == "attach_piece"]

    def words(self) -> frozenset[str]:
        return words_kept(self.ministry.session, [self.text.id])[self.text.id]


@pytest.fixture
def registry(ministry: Ministry) -> Registry:
    return Registry(ministry, ministry.open("projet_de_loi", *TO_PREPARED))


def sound(engine: Engine, session: Session) -> list[str]:
    session.commit()
    return list(faults(procedures(), engine, CALENDAR))


def test_versions_are_kept_beside_one_another_and_told_in_the_history(
    engine: Engine, session: Session, registry: Registry
) -> None:
    before = (registry.text.state, registry.text.sentence_fr, registry.text.next_due_on, registry.text.held_since)

    first = registry.attach(Told("draft_ar", dated_on=PartialDate.parse("2026-11"), from_whom="DAJ", reference="12/26"))
    second = registry.attach(Told("", of=first.piece_id), "المادة الأولى")
    registry.attach(Told("annex", title="Liste des  pays"))

    assert [(first.number, first.language), (second.number, second.language)] == [(1, "ar"), (2, "ar")]
    assert registry.listed() == [("draft_ar", [2, 1]), ("annex", [1])]
    assert registry.said() == [
        "Pièce jointe : projet en arabe, version 1.", "Pièce jointe : projet en arabe, version 2.",
        "Pièce jointe : annexe « Liste des pays », version 1.",
    ]  # fmt: skip
    done = fold(procedure_of(registry.text), steps_of(session, registry.text.id)).done[-2]
    told = step_sentence_ar(procedure_of(registry.text), done)
    assert told == "أرفقت بالملف وثيقة: المشروع بالعربية، الصيغة 2."
    text = registry.text
    assert (text.state, text.sentence_fr, text.next_due_on, text.held_since) == before
    assert sound(engine, session) == []


def test_the_same_bytes_are_kept_once_and_are_no_new_version(session: Session, registry: Registry) -> None:
    first = registry.attach(Told("opinion"))
    registry.attach(Told("annex"))

    assert len(session.exec(select(StoredFile)).all()) == 1
    with pytest.raises(Refused, match="à l’octet près, celui de la version 1"):
        registry.attach(Told("", of=first.piece_id))


def test_a_changed_byte_is_found_and_named(engine: Engine, session: Session, registry: Registry) -> None:
    registry.attach(Told("opinion"))
    session.commit()
    tamper(engine, other_bytes(engine))

    named = f"Le texte {registry.text.id} (« Projet de texte »)"
    assert list(faults(procedures(), engine, CALENDAR)) == [
        f"{named} : la pièce « projet.docx », version 1, n’est plus celle qui a été enregistrée."
    ]


def test_a_missing_file_is_named(engine: Engine, session: Session, registry: Registry) -> None:
    registry.attach(Told("opinion"))
    session.commit()
    tamper(engine, ["DELETE FROM stored_file"])

    named = f"Le texte {registry.text.id} (« Projet de texte »)"
    assert list(faults(procedures(), engine, CALENDAR)) == [
        f"{named} : la pièce « projet.docx », version 1, n’est plus dans la base."
    ]


def test_the_step_of_a_piece_is_struck_and_never_put_right(registry: Registry) -> None:
    version = registry.attach(Told("draft_fr"))

    with pytest.raises(Refused) as refused:
        registry.ministry.correct(registry.text, version.told_by, amended=("2026-11-02", {}))

    assert refused.value.reasons == ["Cette étape peut être barrée, mais sa date et ses faits ne se corrigent pas."]


@pytest.mark.parametrize("table", ["piece_version", "piece_sent"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_what_is_recorded_of_pieces_does_not_change(registry: Registry, table: str, verb: str) -> None:
    registry.attach(Told("draft_fr"))
    registry.ministry.move(registry.text, "send_to_sgg")

    with pytest.raises(DatabaseError, match="append-only"):
        registry.ministry.session.connection().exec_driver_sql(verb.format(table))


class TestWhatWasSent:
    def sent(self, registry: Registry) -> list[tuple[str, str, int]]:
        found = sent_versions(registry.ministry.session, registry.text.id)
        return [(each.step.move, each.piece.kind, each.version.number) for each in found]

    def test_each_step_that_sends_drafts_tells_which_versions(self, registry: Registry) -> None:
        arabic = registry.attach(Told("draft_ar"))
        registry.attach(Told("draft_fr"))
        registry.attach(Told("annex"))
        registry.ministry.move(registry.text, "send_to_sgg")
        registry.attach(Told("", of=arabic.piece_id), "Corrigé")
        for name in ("register_at_sgg", "distribute", "list_on_agenda", "adopt_in_council"):
            registry.ministry.move(registry.text, name)
        registry.attach(Told("", of=arabic.piece_id), "Après le Conseil")
        registry.ministry.move(registry.text, "deposit", chamber="representants")

        assert self.sent(registry) == [
            ("send_to_sgg", "draft_ar", 1), ("send_to_sgg", "draft_fr", 1),
            ("list_on_agenda", "draft_ar", 2), ("list_on_agenda", "draft_fr", 1),
            ("deposit", "draft_ar", 3), ("deposit", "draft_fr", 1),
        ]  # fmt: skip

    def test_each_body_that_drafts_are_sent_to_is_told(self, ministry: Ministry) -> None:
        registry = Registry(ministry, ministry.open("loi_organique", *TO_PREPARED))
        registry.attach(Told("draft_fr"))
        for name in ("send_to_sgg", "register_at_sgg", "distribute", "list_on_agenda", "adopt_in_council"):
            ministry.move(registry.text, name)
        ministry.move(registry.text, "send_to_council_of_ministers")

        procedure = procedure_of(registry.text)
        done = {each.number: each for each in fold(procedure, steps_of(ministry.session, registry.text.id)).done}
        sent = sent_versions(ministry.session, registry.text.id)
        assert [recipient(procedure, done[each.step.number]) for each in sent] == [
            "Secrétariat général du gouvernement", "Conseil de gouvernement", "Conseil des ministres",
        ]  # fmt: skip

    def test_a_struck_step_sent_nothing_and_a_struck_piece_is_not_sent(self, registry: Registry) -> None:
        arabic = registry.attach(Told("draft_ar"))
        wrong = registry.attach(Told("", of=arabic.piece_id), "Autre texte")
        registry.ministry.correct(registry.text, wrong.told_by)
        assert registry.listed() == [("draft_ar", [1])]
        sent = registry.ministry.move(registry.text, "send_to_sgg")
        assert self.sent(registry) == [("send_to_sgg", "draft_ar", 1)]

        registry.ministry.correct(registry.text, sent.number)

        assert self.sent(registry) == []


class TestSearch:
    def test_a_text_is_found_by_the_words_of_its_newest_versions(
        self, engine: Engine, session: Session, registry: Registry
    ) -> None:
        first = registry.attach(Told("draft_fr"), "Allocation familiale")
        registry.attach(Told("opinion"), "Médiation")
        assert {"allocation", "mediation"} <= registry.words()

        second = registry.attach(Told("", of=first.piece_id), "Pension")
        assert {"allocation", "mediation", "pension"} & registry.words() == {"mediation", "pension"}

        registry.ministry.correct(registry.text, second.told_by)
        assert {"allocation", "mediation", "pension"} & registry.words() == {"allocation", "mediation"}
        assert sound(engine, session) == []

    def test_a_confidential_piece_makes_nothing_found(self, registry: Registry) -> None:
        first = registry.attach(Told("letter_in", title="Plainte"), "Allocation")
        registry.attach(Told("", of=first.piece_id, confidential=True), "Pension")

        assert {"allocation", "pension"} & registry.words() == set()

    def test_a_piece_stays_confidential_when_the_version_that_made_it_so_is_struck(
        self, engine: Engine, session: Session, registry: Registry
    ) -> None:
        first = registry.attach(Told("letter_in"), "Allocation")
        second = registry.attach(Told("", of=first.piece_id, confidential=True), "Pension")

        registry.ministry.correct(registry.text, second.told_by)

        assert {"allocation", "pension"} & registry.words() == set()
        assert sound(engine, session) == []

    @ON_SQLITE
    def test_the_words_of_pieces_are_capped_and_push_none_of_the_texts_own_away(self, registry: Registry) -> None:
        own = registry.words()

        registry.attach(Told("draft_fr"), " ".join(f"mot{rank}" for rank in range(9000)))

        assert own <= registry.words()
        assert len(registry.words()) == len(own) + 2000


class TestRights:
    def test_confidential_pieces_are_listed_for_those_who_may_read_them(self, registry: Registry) -> None:
        registry.attach(Told("letter_in", title="Plainte", confidential=True))

        readers = {role: registry.listed(role) != [] for role in Role}
        assert [role for role, reads in readers.items() if reads] == [
            Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL, Role.CABINET,
        ]  # fmt: skip
        registry.text.responsible_id = registry.ministry.person(Role.DRAFTER).id
        assert registry.listed(Role.DRAFTER) == [("letter_in", [1])]
        assert registry.said() == ["Pièce jointe : courrier reçu, version 1."]

    def test_who_may_not_read_a_piece_adds_no_version_of_it(self, registry: Registry) -> None:
        secret = registry.attach(Told("letter_in", confidential=True))

        with pytest.raises(Refused, match="n’est pas dans ce dossier"):
            registry.attach(Told("", of=secret.piece_id), "b", Role.DRAFTER)

    @pytest.mark.parametrize("role", [Role.READER, Role.ADMINISTRATOR])
    def test_readers_attach_nothing(self, registry: Registry, role: Role) -> None:
        with pytest.raises(NotAllowed):
            registry.attach(Told("annex"), role=role)


def test_what_is_wrong_is_said_at_once_and_nothing_is_kept(session: Session, registry: Registry) -> None:
    session.commit()
    wrong = Told(
        "annex", title="a" * 301, language="de", dated_on=PartialDate.parse("2030"), reference="\u202e12",
        step_number=99,
    )  # fmt: skip

    with pytest.raises(Refused) as refused:
        registry.attach(wrong)
    session.rollback()

    assert [reason.split(" ")[0] for reason in refused.value.reasons] == ["Le", "La", "La", "Cette", "L’étape"]
    with pytest.raises(Refused, match="Choisissez ce qu’est cette pièce"):
        registry.attach(Told("nothing"))
    assert session.exec(select(Piece)).all() == []
    assert session.exec(select(StoredFile)).all() == []


def test_images_and_pdfs_are_pieces_too(registry: Registry, session: Session) -> None:
    for content in (png(), pdf("a")):
        by = registry.ministry.person(Role.DRAFTER)
        attach(session, registry.text, file("", content), Told("signed_scan"), by=by, at=AT, calendar=CALENDAR)

    found = pieces_of(session, registry.text, by)
    assert [(each.versions[0].media_type, each.read) for each in found] == [
        ("image/png", frozenset()), ("application/pdf", frozenset()),
    ]  # fmt: skip
    assert MOST_VERSIONS == 200


def test_a_version_hides_a_piece_only_for_who_may_still_read_it(registry: Registry) -> None:
    first = registry.attach(Told("opinion"))
    hidden = Told("", of=first.piece_id, confidential=True)

    with pytest.raises(Refused, match="par qui pourra encore la lire"):
        registry.attach(hidden, "Article 2", role=Role.DRAFTER)

    assert registry.attach(hidden, "Article 2").number == 2
