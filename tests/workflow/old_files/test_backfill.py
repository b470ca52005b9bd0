"""The legal path through the few things that are known of an old file."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, select

from models import Document, Role
from tests.workflow.builders import AT, CALENDAR, ON_SQLITE, TO_PREPARED, TO_PUBLISHED, File, Ministry, moved, when
from workflow.errors import NotAllowed, Refused
from workflow.history.fold import fold
from workflow.history.steps import steps_of
from workflow.old_files.backfill import plan
from workflow.old_files.milestones import Milestone, Plan
from workflow.register.moves import take_over
from workflow.rulebook.files import procedures


def known(*moves: str, on: str | None = None, chamber: str | None = None, **facts: Any) -> Milestone:  # noqa: ANN401 - JSON
    return Milestone(moves, when(on), facts, chamber=chamber)


def planned(kind: str, *milestones: Milestone) -> Plan:
    file = File.opened(kind)
    return plan(file.text, file.situation, milestones)


def names(found: Plan) -> list[str]:
    """Name the steps, the inferred ones in brackets."""
    return [step.move if step.milestone is not None else f"({step.move})" for step in found.steps]


TO_SGG = ["(assign_drafter)", "(submit_for_validation)", "(validate)"]
TO_COUNCIL = [*TO_SGG, "(send_to_sgg)", "(register_at_sgg)", "(distribute)", "(list_on_agenda)"]
COMMITTEE = ["(adopt_in_committee)", "(list_for_plenary)"]


@pytest.mark.parametrize(
    ("kind", "milestones", "path", "state"),
    [
        ("arrete", [], [], "initie"),
        ("arrete", [known("open_nothing")], [], "initie"),
        ("decret", [known("send_to_sgg")], [*TO_SGG, "send_to_sgg"], "transmis_sgg"),
        ("decret", [known("adopt_in_council")], [*TO_COUNCIL, "adopt_in_council"], "adopte_cg"),
        ("decret", [known("adopt_in_council"), known("sign")],
         [*TO_COUNCIL, "adopt_in_council", "(send_to_signature)", "sign"], "signe"),
        # The likeliest way is the one without detours; a note is made where the text stands.
        ("decret", [known("adopt_in_council"), known("note", note="Vu."), known("publish")],
         [*TO_COUNCIL, "adopt_in_council", "note", "(send_to_signature)", "(sign)", "(send_to_printer)", "publish"],
         "publie"),
        ("projet_de_loi", [known("adopt_in_council"), known("adopt_first", chamber="conseillers")],
         [*TO_COUNCIL, "adopt_in_council", "(deposit)", "(refer_to_committee)", *COMMITTEE, "adopt_first"],
         "transmis_autre_chambre"),
        ("projet_de_loi",
         [known("adopt_first", chamber="representants"), known("adopt_finally", chamber="representants")],
         [*TO_COUNCIL, "(adopt_in_council)", "(deposit)", "(refer_to_committee)", *COMMITTEE, "adopt_first",
          "(refer_to_other_chamber)", *COMMITTEE, "(adopt_amended)", "(refer_to_other_chamber)", *COMMITTEE,
          "adopt_finally"], "adopte_definitif"),
    ],
)  # fmt: skip
def test_what_lies_between_two_milestones_is_inferred(
    kind: str, milestones: list[Milestone], *, path: list[str], state: str
) -> None:
    found = planned(kind, *milestones)

    assert (names(found), found.situation.state) == (path, state)


@pytest.mark.parametrize("chamber", ["representants", "conseillers"])
def test_the_chamber_that_is_told_later_is_the_chamber_of_the_deposit(chamber: str) -> None:
    found = planned("projet_de_loi", known("adopt_first", chamber=chamber))

    deposit = next(step for step in found.steps if step.move == "deposit")
    assert (deposit.facts, found.situation.chamber) == ({"chamber": chamber}, chamber)


@pytest.mark.parametrize(
    ("milestones", "refused"),
    [
        ([known("sign"), known("send_to_sgg")],
         {1: "« Transmettre au SGG » ne peut pas être atteint depuis « Signé »."}),
        ([known("fly")], {0: "Aucune étape n’y correspond."}),
        ([known("adopt_in_council"), known("deposit")], {0: "Aucune étape n’y correspond.",
                                                         1: "Aucune étape n’y correspond."}),
    ],
)  # fmt: skip
def test_what_no_legal_path_reaches_is_named(milestones: list[Milestone], refused: dict[int, str]) -> None:
    assert planned("arrete", *milestones).refused == refused


def test_what_is_known_keeps_its_date_and_facts_and_the_rest_has_none() -> None:
    found = planned("arrete", known("send_to_sgg", on="2014-06"), known("sign", on="2014-08-07", number="2582-14"))

    told = {step.move: (str(step.on), step.facts) for step in found.steps if step.milestone is not None}
    assert told == {"send_to_sgg": ("2014-06", {}), "sign": ("2014-08-07", {"number": "2582-14"})}
    assert {(step.on, step.known_on) for step in found.steps if step.milestone is None} == {(None, None)}


def test_of_several_moves_it_can_have_been_the_one_that_fits_is_taken() -> None:
    votes = ("adopt_first", "adopt_unchanged", "adopt_amended", "adopt_finally")
    found = planned("projet_de_loi", known(*votes, chamber="representants"), known(*votes, chamber="conseillers"),
                    known(*votes, chamber="representants"), known("promulgate"))  # fmt: skip

    told = [step.move for step in found.steps if step.milestone is not None]
    assert (told, found.situation.state) == (
        ["adopt_first", "adopt_amended", "adopt_finally", "promulgate"], "promulgue",
    )  # fmt: skip


def test_a_file_is_taken_over_with_its_inferred_steps(session: Session) -> None:
    ministry = Ministry(session)
    text = ministry.open("decret", title_ar="", financial_impact=True)
    seen_by = date(2015, 12, 31)
    signed = known("sign", on="2016-09-21", number="2.15.449")

    take_over(session, text, [Milestone(("send_to_sgg",), known_on=seen_by), signed],
              by=ministry.person(Role.DRAFTER), at=AT, calendar=CALENDAR)  # fmt: skip

    steps = steps_of(session, text.id)
    assert [step.move for step in steps if not step.inferred] == ["open", "send_to_sgg", "sign"]
    assert [(step.known_on, str(step.on)) for step in steps if step.move in {"send_to_sgg", "sign"}] == [
        (seen_by, "None"),
        (None, "2016-09-21"),
    ]
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    situation = fold(procedures()["decret"], steps)
    assert (text.state, situation.state, text.number, text.last_step) == ("signe", "signe", "2-15-449", len(steps))
    assert ministry.dues(text) == {"gazette": "2016-11-04"}


def test_what_is_taken_over_asks_for_no_paper(session: Session) -> None:
    ministry = Ministry(session)

    take_over(session, ministry.open("arrete"), [known("sign")], by=ministry.person(Role.HEAD), at=AT,
              calendar=CALENDAR)  # fmt: skip

    assert session.exec(select(Document)).all() == []


@ON_SQLITE
def test_what_no_path_reaches_is_not_taken_over(session: Session) -> None:
    ministry = Ministry(session)
    text = ministry.open("arrete")

    with pytest.raises(Refused) as refused:
        take_over(session, text, [known("sign"), known("validate")], by=ministry.person(Role.HEAD), at=AT,
                  calendar=CALENDAR)  # fmt: skip

    assert refused.value.reasons == ["« Valider le projet » ne peut pas être atteint depuis « Signé »."]
    assert (text.state, text.last_step, len(steps_of(session, text.id))) == ("initie", 1, 1)


@ON_SQLITE
@pytest.mark.parametrize("role", [Role.READER, Role.ADMINISTRATOR])
def test_who_may_not_move_texts_takes_none_over(session: Session, role: Role) -> None:
    ministry = Ministry(session)

    with pytest.raises(NotAllowed):
        take_over(session, ministry.open("arrete"), [], by=ministry.person(role), at=AT, calendar=CALENDAR)


@ON_SQLITE
@pytest.mark.parametrize(
    ("role", "moves", "taken"),
    [(Role.DRAFTER, 2, True), (Role.DRAFTER, 3, False), (Role.CABINET, 3, False), (Role.HEAD, 3, True)],
)
def test_a_text_already_on_its_way_is_taken_over_by_leaders_alone(
    session: Session, role: Role, moves: int, *, taken: bool
) -> None:
    ministry = Ministry(session)
    text = ministry.open("arrete", *TO_PREPARED[:moves])
    abandoned = Milestone(("abandon",), facts={"reason": "Sans objet."})

    def take() -> object:
        return take_over(session, text, [abandoned], by=ministry.person(role), at=AT, calendar=CALENDAR)

    if taken:
        assert take()
    else:
        with pytest.raises(NotAllowed):
            take()
    assert (text.state == "abandonne") == taken


def test_a_running_file_is_taken_on_from_where_it_stands() -> None:
    file = File.opened("projet_de_loi", *TO_PUBLISHED, moved("note", note="Vu."))

    found = plan(file.text, file.situation, [known("enter_into_force", on="2018-09-12")])

    assert found.steps[-1].move == "enter_into_force"
    assert found.situation.state == "en_vigueur"
