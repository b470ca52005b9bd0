"""A kind of text is one file; a change in the law is another, and running texts follow it when somebody says so."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from models import LegalText, PartialDate, Role, User
from tests.workflow.builders import File, moved
from workflow.calendar.working_days import Calendar
from workflow.errors import NotAllowed, Refused
from workflow.history.as_of import situation_on
from workflow.history.fold import fold
from workflow.history.steps import steps_of
from workflow.register.corrections import correct
from workflow.register.moves import fire, open_text
from workflow.register.versions import change_procedure, preview_changes
from workflow.rulebook import files as procedure_files
from workflow.rulebook.files import procedure_of, procedures, version_on
from workflow.sentences.path import path
from workflow.sentences.sentence import sentence, step_sentence

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
NEXT = datetime(2031, 3, 4, 9, tzinfo=UTC)
CIRCULAR = """
kind = "circulaire"
version = "2030"
valid_from = 2030-01-01
label_fr = "Circulaire"
label_ar = "دورية"
draft = { fr = "projet de circulaire", ar = "مشروع الدورية" }
act = { fr = "circulaire", ar = "الدورية", gender = "f" }
sections = { draft = "projets_d_arretes", act = "arretes" }
initial = "redaction"
blocks = ["journal"]
path = ["drafting", "signed"]

[[phases]]
code = "drafting"
label_fr = "Rédaction"
label_ar = "الصياغة"
[[phases]]
code = "signed"
label_fr = "Signature"
label_ar = "التوقيع"
[[states]]
code = "redaction"
ref = "1"
phase = "drafting"
label_fr = "En rédaction"
label_ar = "قيد الصياغة"
holder = "legal_division"
sentence_fr = "{this} est en cours de rédaction."
sentence_ar = "{this} قيد الصياغة."
[[states]]
code = "signee"
ref = "2"
phase = "signed"
act = true
settled = true
label_fr = "Signée"
label_ar = "موقعة"
holder = "nobody"
sentence_fr = "{this} a été signé{e}[ {entered}]."
sentence_ar = "وقع {this}[ {entered}]."
[[transitions]]
name = "sign_circular"
from = ["redaction"]
to = "signee"
roles = ["head"]
label_fr = "Signer"
label_ar = "توقيع"
done_fr = "La circulaire a été signée."
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    copy = tmp_path / "procedures"
    shutil.copytree(procedure_files.FOLDER, copy)
    monkeypatch.setattr(procedure_files, "FOLDER", copy)
    procedures.cache_clear()
    yield copy
    monkeypatch.undo()
    procedures.cache_clear()


@pytest.fixture
def head(session: Session) -> User:
    person = User(email="head@example.ma", name="Alice", role=Role.HEAD, password_hash="x", created_at=AT)  # noqa: S106
    session.add(person)
    session.flush()
    return person


def opened(session: Session, head: User, kind: str, at: datetime = AT) -> LegalText:
    text = LegalText(procedure=kind, procedure_version="", title_fr="Un texte", created_at=at)
    open_text(session, text, by=head, on=None, at=at, calendar=Calendar())
    return text


def move(session: Session, text: LegalText, name: str, *, by: User, at: datetime = AT) -> None:
    day = PartialDate.of(at.date())
    fire(session, text, name, by=by, seen_step=text.last_step, on=day, at=at, facts={}, calendar=Calendar())


def new_version(folder: Path, old: str, new: str) -> None:
    written = (folder / "arrete.toml").read_text("utf-8")
    changed = written.replace('version = "2011"', f'version = "2030"\nrenames = {{ {old} = "{new}" }}')
    changed = changed.replace("valid_from = 2011-07-30", "valid_from = 2030-01-01")
    changed = changed.replace('initial = "initie"', f'initial = "{new}"' if old == "initie" else 'initial = "initie"')
    block = (folder / "blocks" / "ministry.toml").read_text("utf-8").replace(f'"{old}"', f'"{new}"')
    (folder / "blocks" / "ministry_2030.toml").write_text(block, "utf-8")
    (folder / "arrete_2030.toml").write_text(changed.replace('"ministry"', '"ministry_2030"'), "utf-8")


def test_a_new_kind_is_one_file_and_a_text_walks_it(folder: Path, session: Session, head: User) -> None:
    (folder / "circulaire.toml").write_text(CIRCULAR, "utf-8")
    text = opened(session, head, "circulaire")

    move(session, text, "sign_circular", by=head)

    situation = fold(procedure_of(text), steps_of(session, text.id))
    assert (text.state, text.section) == ("signee", procedures()["circulaire"].section("signee").code)
    assert sentence(procedure_of(text), situation, ()) == "Cette circulaire a été signée le 23 novembre 2026."
    assert [stage.label for stage in path(procedure_of(text), situation)] == ["Rédaction", "Signature"]


def test_a_text_keeps_the_version_it_was_opened_under(folder: Path, session: Session, head: User) -> None:
    old = opened(session, head, "arrete")
    new_version(folder, "redaction", "ecriture")
    procedures.cache_clear()
    new = opened(session, head, "arrete", NEXT)

    move(session, old, "assign_drafter", by=head)
    move(session, new, "assign_drafter", by=head, at=NEXT)

    assert (old.procedure_version, old.state) == ("2011", "redaction")
    assert (new.procedure_version, new.state) == ("2030", "ecriture")
    assert [version_on("arrete", date(year, 1, 1)).version for year in (1999, 2029, 2030)] == ["2011", "2011", "2030"]


def test_a_change_of_procedure_is_previewed_then_recorded_and_the_past_stays(
    folder: Path, session: Session, head: User
) -> None:
    text = opened(session, head, "arrete")
    move(session, text, "assign_drafter", by=head)
    new_version(folder, "redaction", "ecriture")
    procedures.cache_clear()

    changes = preview_changes(session, "arrete", "2030")
    assert [(each.before, each.after) for each in changes] == [("redaction", "ecriture")]
    assert (text.state, text.last_step) == ("redaction", 2)

    change_procedure(session, changes, "2030", by=head, at=NEXT, calendar=Calendar())
    move(session, text, "submit_for_validation", by=head, at=NEXT)

    steps = steps_of(session, text.id)
    situation = fold(procedure_of(text), steps)
    assert [(done.to_state, done.version) for done in situation.done] == [
        ("initie", "2011"), ("redaction", "2011"), ("ecriture", "2030"), ("validation_interne", "2030"),
    ]  # fmt: skip
    assert (text.state, text.procedure_version) == ("validation_interne", "2030")
    begun = File.opened(text.procedure, moved("assign_drafter")).told
    assert step_sentence(procedure_of(text), situation.done[1]) == begun
    assert step_sentence(procedure_of(text), situation.done[2]) == (
        "Le texte suit désormais la version 2030 de sa procédure."
    )
    then = situation_on(procedure_of(text), steps, date(2028, 1, 1))
    assert then is not None
    assert then.state == "redaction"
    assert preview_changes(session, "arrete", "2030") == []


def test_a_text_without_a_place_in_the_new_version_is_refused(folder: Path, session: Session, head: User) -> None:
    text = opened(session, head, "arrete")
    move(session, text, "assign_drafter", by=head)
    new_version(folder, "redaction", "ecriture")
    path_2030 = folder / "arrete_2030.toml"
    path_2030.write_text(path_2030.read_text("utf-8").replace('{ redaction = "ecriture" }', "{}"), "utf-8")
    procedures.cache_clear()

    changes = preview_changes(session, "arrete", "2030")
    with pytest.raises(Refused) as refused:
        change_procedure(session, changes, "2030", by=head, at=NEXT, calendar=Calendar())

    assert refused.value.reasons == ["Ces textes sont dans un état que la version 2030 n’a pas : Un texte."]
    assert text.last_step == 2


def test_only_those_who_lead_change_a_procedure(session: Session, head: User) -> None:
    head.role = Role.DRAFTER
    with pytest.raises(NotAllowed):
        change_procedure(session, [], "2011", by=head, at=AT, calendar=Calendar())


@pytest.mark.parametrize(
    ("kind", "version", "said"),
    [
        ("arrete", "1900", "La version « 1900 » n’existe pas ; versions connues : 2011."),
    ],
)
def test_an_unknown_version_is_said(session: Session, kind: str, version: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        preview_changes(session, kind, version)

    assert refused.value.reasons == [said]


def test_a_change_that_is_struck_gives_the_version_back(folder: Path, session: Session, head: User) -> None:
    text = opened(session, head, "arrete")
    new_version(folder, "redaction", "ecriture")
    procedures.cache_clear()
    (change,) = preview_changes(session, "arrete", "2030")
    change_procedure(session, [change], "2030", by=head, at=NEXT, calendar=Calendar())
    assert text.procedure_version == "2030"

    correct(session, text, 2, by=head, seen_step=2, at=NEXT, reason="Erreur.", calendar=Calendar())

    assert text.procedure_version == "2011"
