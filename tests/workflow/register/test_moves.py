"""What `fire` records, and what it refuses; `edit_text` and `open_text` beside it."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import DatabaseError
from sqlmodel import col, select

from models import Document, LegalText, PartialDate, Role
from tests.workflow.builders import (
    AT,
    CALENDAR,
    ON_SQLITE,
    PIECES,
    TO_PREPARED,
    TO_SGG,
    Ministry,
    moved,
    section_of,
    undated,
)
from workflow.errors import Impossible, NotAllowed, Refused, Stale
from workflow.history.steps import steps_of
from workflow.register.moves import fire

FUTURE = "Cette date est dans l’avenir : une étape s’enregistre quand elle a eu lieu."


def history(ministry: Ministry, text: LegalText) -> list[tuple[int, str, str | None]]:
    steps = steps_of(ministry.session, text.id)
    return [(step.number, step.move, str(step.on) if step.on else None) for step in steps]


def test_a_move_writes_one_step_and_moves_the_row(ministry: Ministry) -> None:
    text = ministry.open(on="2026-01-05")

    step = ministry.move(text, "assign_drafter", "2026-02", note="Amina", reference="")
    ministry.session.commit()
    ministry.session.expire_all()

    assert (text.state, text.phase, section_of(text), text.last_step) == (
        "redaction", "preparation", "projets_de_loi", 2,
    )  # fmt: skip
    assert (text.entered_on, step.on) == (PartialDate(2026, 2), PartialDate(2026, 2))
    assert (step.number, step.move, step.facts, step.inferred) == (2, "assign_drafter", {"note": "Amina"}, False)
    assert (step.by_id, step.at) == (ministry.people["head"].id, AT)
    assert history(ministry, text) == [(1, "open", "2026-01-05"), (2, "assign_drafter", "2026-02")]


@pytest.mark.parametrize("seen_step", [0, 1, 3])
def test_a_move_chosen_on_another_history_is_stale(ministry: Ministry, seen_step: int) -> None:
    text = ministry.open("decret", *undated("assign_drafter"))

    with pytest.raises(Stale):
        ministry.fire(text, "submit_for_validation", seen_step=seen_step)

    assert (text.state, len(history(ministry, text))) == ("redaction", 2)


@ON_SQLITE
@pytest.mark.parametrize("name", ["sign", "open", "strike", "fly"])
def test_a_move_that_does_not_leave_from_here_is_impossible(ministry: Ministry, name: str) -> None:
    text = ministry.open()

    with pytest.raises(Impossible, match=name):
        ministry.move(text, name)


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("submit_for_validation", {Role.DRAFTER, Role.HEAD, Role.DIRECTOR}),
        ("abandon", {Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL, Role.CABINET}),
        ("note", {Role.DRAFTER, Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL, Role.CABINET}),
    ],
)
def test_each_role_makes_its_own_moves_and_no_other(ministry: Ministry, name: str, allowed: set[Role]) -> None:
    text = ministry.open("arrete", *undated("assign_drafter"))
    facts = {"abandon": {"reason": "Sans objet."}, "note": {"note": "Vu."}}.get(name, {})
    passed = set()
    for role in Role:
        with ministry.session.begin_nested() as savepoint:
            try:
                ministry.fire(text, name, role=role, facts=facts)
                passed.add(role)
            except NotAllowed:
                pass
            savepoint.rollback()
        ministry.session.refresh(text)

    assert passed == allowed
    assert len(history(ministry, text)) == 2


@ON_SQLITE
def test_a_person_whose_account_is_closed_moves_nothing(ministry: Ministry) -> None:
    text = ministry.open()
    ministry.person("head").active = False

    with pytest.raises(NotAllowed):
        ministry.move(text, "assign_drafter")


def test_a_refusal_gives_every_reason_at_once(ministry: Ministry) -> None:
    text = ministry.open("decret", *undated("assign_drafter", "submit_for_validation"), financial_impact=True)

    with pytest.raises(Refused) as refused:
        ministry.move(text, "validate", "2026-12-01", pieces=["arabic", "opinions"], chair="A. B.")

    assert refused.value.reasons == [
        "« chair » n’est pas demandé ici.",
        FUTURE,
        (
            "Le dossier est incomplet ; il manque : note de présentation, signatures des ministres chargés de "
            "l’exécution, visa des Finances."
        ),
    ]
    assert (text.state, len(history(ministry, text))) == ("validation_interne", 3)


@ON_SQLITE
def test_what_a_move_requires_is_asked_by_its_name(ministry: Ministry) -> None:
    text = ministry.open("decret", *undated("assign_drafter"))

    with pytest.raises(Refused) as refused:
        ministry.move(text, "abandon", "2026-11-01", reason="")

    assert refused.value.reasons == ["« Motif » est à renseigner."]


@ON_SQLITE
@pytest.mark.parametrize("on", ["2026-11-25", "2026-12", "2027"])
def test_what_has_not_happened_is_refused(ministry: Ministry, on: str) -> None:
    text = ministry.open()

    with pytest.raises(Refused) as refused:
        ministry.move(text, "assign_drafter", on, note="C’est prévu.")

    assert refused.value.reasons == [FUTURE]


@ON_SQLITE
@pytest.mark.parametrize("on", ["2026-11-24", "2026-11", "2026", None])
def test_today_this_month_this_year_and_an_unknown_date_are_recorded(ministry: Ministry, on: str | None) -> None:
    text = ministry.open(on="2026-01-01")

    assert ministry.move(text, "assign_drafter", on).on == (PartialDate.parse(on) if on else None)
    assert text.entered_on == (PartialDate.parse(on) if on else None)


@ON_SQLITE
def test_today_is_the_day_it_is_in_casablanca(ministry: Ministry) -> None:
    text = ministry.open()
    in_the_evening = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)  # half past midnight in Casablanca

    moved = fire(ministry.session, text, "assign_drafter", by=ministry.person("head"), seen_step=1,
                on=PartialDate(2026, 6, 2), at=in_the_evening, facts={}, calendar=CALENDAR)  # fmt: skip

    assert moved.step.on == PartialDate(2026, 6, 2)


@ON_SQLITE
@pytest.mark.parametrize(
    ("earlier", "latest"), [("2026-03-09", "10 mars 2026"), ("2026-02", "10 mars 2026"), ("2025", "10 mars 2026")]
)
def test_a_date_before_an_earlier_step_is_to_be_confirmed(ministry: Ministry, earlier: str, latest: str) -> None:
    text = ministry.open("decret", moved("assign_drafter", "2026-03-10"), moved("send_for_consultation"))

    with pytest.raises(Refused) as refused:
        ministry.move(text, "close_consultation", earlier)
    ministry.move(text, "close_consultation", earlier, note="Reçu avant, enregistré après.", confirmed=True)

    assert refused.value.reasons == [
        (
            f"Cette date précède celle d’une étape qui vient avant ({latest}). "
            "Si c’est exact, confirmez-le et dites pourquoi dans la note."
        )
    ]
    assert text.state == "redaction"


@ON_SQLITE
@pytest.mark.parametrize("on", ["2026-03-10", "2026-03", "2026"])
def test_a_date_that_may_follow_the_earlier_step_passes(ministry: Ministry, on: str) -> None:
    text = ministry.open("decret", moved("assign_drafter", "2026-03-10"))

    ministry.move(text, "send_for_consultation", on)

    assert text.state == "consultation"


@pytest.mark.parametrize("statement", ["UPDATE step SET number = 9", "DELETE FROM step"])
def test_the_database_itself_keeps_the_steps(ministry: Ministry, statement: str) -> None:
    text = ministry.open()
    ministry.session.commit()

    with pytest.raises(DatabaseError, match="append-only"):
        ministry.session.connection().execute(sql(statement))

    ministry.session.rollback()
    assert history(ministry, text) == [(1, "open", None)]


def test_papers_owed_are_wanted_in_the_same_transaction(ministry: Ministry) -> None:
    text = ministry.open("arrete", *TO_PREPARED)
    sent = ministry.move(text, "send_to_sgg", "2026-10-01")
    ministry.move(text, "return_with_remarks", "2026-10-20")
    again = ministry.move(text, "send_corrected_version", "2026-11-02")

    query = select(Document).where(Document.kind == "bordereau_sgg").order_by(col(Document.number))
    found = [(paper.number, paper.step_id, paper.status) for paper in ministry.session.exec(query)]
    assert found == [(1, sent.id, "wanted"), (2, again.id, "wanted")]

    ministry.session.rollback()
    assert ministry.session.exec(select(Document)).all() == []


def test_a_number_and_titles_told_by_a_move_go_to_the_row_and_are_found(ministry: Ministry) -> None:
    text = ministry.open("arrete", *TO_SGG, *undated("send_to_signature"))

    ministry.move(text, "sign", "2026-11-02", number="2582.14", title_fr="Arrêté sur l’œuvre", title_ar="قرار")

    assert (text.number, text.title_fr, text.title_ar) == ("2582-14", "Arrêté sur l’œuvre", "قرار")
    assert text.search_text == "arrete sur l oeuvre قرار 2582 14"
    assert (text.phase, section_of(text)) == ("signature", "arretes")


def test_an_opened_text_stands_at_the_start_with_its_titles_in_its_history(ministry: Ministry) -> None:
    text = ministry.open("decret", on="2026-01-05", title_ar="")

    step = steps_of(ministry.session, text.id)[0]
    assert (text.state, text.phase, text.procedure_version) == ("initie", "preparation", "2011")
    assert section_of(text) == "projets_de_decrets"
    assert (text.chamber, text.reading, str(text.entered_on), text.last_step) == (None, 0, "2026-01-05", 1)
    assert (step.move, step.facts) == (
        "open", {"title_fr": "Projet de texte", "version": "2011", "responsible": "", "responsible_id": ""}
    )  # fmt: skip


@ON_SQLITE
def test_the_pieces_of_a_complete_file_let_it_pass(ministry: Ministry) -> None:
    text = ministry.open("decret", *undated("assign_drafter", "submit_for_validation"))

    ministry.move(text, "validate", "2026-11-02", pieces=PIECES[:-1])

    assert text.state == "prepare"


@ON_SQLITE
def test_a_text_is_not_opened_in_the_future(ministry: Ministry) -> None:
    with pytest.raises(Refused) as refusal:
        ministry.open(on="2026-11-25")

    assert refusal.value.reasons == ["Cette date est dans l’avenir."]
    assert ministry.session.exec(select(LegalText)).all() == []
