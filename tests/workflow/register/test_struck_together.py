"""A step is struck at once: alone where the later ones still follow, else with those that fall, and no other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from models import LegalText
from tests.workflow.builders import (
    CALENDAR,
    ON_SQLITE,
    TO_DEPOSITED,
    TO_FINAL,
    TO_SGG,
    TODAY,
    File,
    Ministry,
    moved,
    undated,
)
from tests.workflow.rulebook.test_walks import KINDS, WALKS, somewhere, walk
from workflow.conditions.parliament import is_in_chamber
from workflow.conditions.proposed_move import ProposedMove
from workflow.errors import Impossible, Refused
from workflow.history.fold import Situation, fold
from workflow.history.steps import AnyStep, Supposed, steps_of
from workflow.history.what_counts import STRIKE
from workflow.register.recording import projection
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures
from workflow.rulebook.open_moves import reasons
from workflow.standing.standing import standing
from workflow.standing.striking import falling

MOST = 7  # all choices among so many later steps are tried
SHOWN = "Des étapes suivantes tombent avec celle-ci : relisez-les ci-dessous, puis enregistrez de nouveau."


def fallen(ministry: Ministry, text: LegalText, number: int) -> dict[int, str]:
    found = falling(text, steps_of(ministry.session, text.id), number, CALENDAR)
    return {each.done.number: each.why for each in found}


def strike(ministry: Ministry, text: LegalText, number: int) -> None:
    ministry.correct(text, [number, *fallen(ministry, text, number)])


def consistent(ministry: Ministry) -> list[str]:
    ministry.session.commit()
    engine = ministry.session.get_bind()
    assert isinstance(engine, Engine)
    return list(faults(procedures(), engine, CALENDAR))


def number_of(ministry: Ministry, text: LegalText, move: str) -> int:
    return next(step.number for step in steps_of(ministry.session, text.id) if step.move == move)


def test_the_later_steps_that_rest_on_a_step_are_struck_with_it(ministry: Ministry) -> None:
    text = ministry.open("projet_de_loi", *TO_FINAL, moved("send_to_government", "2018-02-14"))
    first = number_of(ministry, text, "adopt_in_council")
    later = list(range(first + 1, text.last_step + 1))
    before = steps_of(ministry.session, text.id)

    with pytest.raises(Refused, match=SHOWN):
        ministry.correct(text, first)
    assert list(fallen(ministry, text, first)) == later
    ministry.correct(text, [first, *later])

    new = steps_of(ministry.session, text.id)[len(before) :]
    assert [(step.move, step.strikes, step.by_id, step.at) for step in new] == [
        (STRIKE, number, new[0].by_id, new[0].at) for number in (first, *later)
    ]
    assert [step.facts for step in new] == [{"reason": "Erreur de saisie.", "together": new[0].number}] * len(new)
    assert (text.state, text.chamber, ministry.dues(text)) == ("inscrit_cg", None, {})
    assert steps_of(ministry.session, text.id)[: len(before)] == before
    assert consistent(ministry) == []


@ON_SQLITE
def test_why_a_step_falls_is_said(ministry: Ministry) -> None:
    text = ministry.open("projet_de_loi", *TO_DEPOSITED, *undated("refer_to_committee", "adopt_in_committee"))

    assert fallen(ministry, text, text.last_step - 1) == {
        text.last_step: "Le texte serait à l’état « Déposé au bureau de la Chambre », d’où cette étape ne part pas."
    }


@ON_SQLITE
def test_a_step_that_falls_leaves_those_that_follow_without_it(ministry: Ministry) -> None:
    text = ministry.open("arrete", *TO_SGG)
    ministry.move(text, "return_with_remarks", remarks="viser le décret")
    ministry.move(text, "send_corrected_version")
    ministry.move(text, "send_to_signature")

    assert list(fallen(ministry, text, text.last_step - 2)) == [text.last_step - 1]


@ON_SQLITE
def test_what_one_chamber_did_is_never_told_of_the_other(ministry: Ministry) -> None:
    text = ministry.open("projet_de_loi", *TO_FINAL)
    first = number_of(ministry, text, "adopt_in_committee")

    found = fallen(ministry, text, first)

    assert list(found) == list(range(first + 1, text.last_step + 1))
    assert "Elle a eu lieu à la Chambre des conseillers, où le texte ne serait pas." in found.values()


@ON_SQLITE
def test_an_answer_falls_with_the_observation_that_it_answers(ministry: Ministry) -> None:
    text = ministry.open("decret", *TO_SGG)
    for words in ("Viser la loi", "Revoir l’article 3"):
        ministry.move(text, "record_observation", observation=words, body="sgg")
    first, second = text.last_step - 1, text.last_step
    ministry.move(text, "answer_observation", answered=str(first), position="kept")

    assert fallen(ministry, text, second) == {}
    assert fallen(ministry, text, first) == {text.last_step: "Elle répond à une observation qui ne compterait plus."}


@ON_SQLITE
def test_steps_struck_together_are_restored_together(ministry: Ministry) -> None:
    text = ministry.open("projet_de_loi", *TO_DEPOSITED, moved("refer_to_committee", "2016-04-05"))
    before = {name: getattr(text, name) for name in ("state", "chamber", "reading", "sentence_fr", "next_due_on")}
    dues = ministry.dues(text)
    strike(ministry, text, number_of(ministry, text, "deposit"))
    assert text.state == "adopte_cg"

    first = ministry.correct(text, text.last_step)

    assert {name: getattr(text, name) for name in before} == before
    assert (ministry.dues(text), consistent(ministry)) == (dues, [])
    ministry.correct(text, first.number)
    assert (text.state, consistent(ministry)) == ("adopte_cg", [])


@ON_SQLITE
def test_the_former_title_comes_back_when_an_older_step_that_told_another_is_struck(ministry: Ministry) -> None:
    text = ministry.open(
        "arrete", *undated("assign_drafter"), moved("retitle", title_fr="Titre faux", title_ar="عنوان")
    )
    ministry.move(text, "submit_for_validation")

    strike(ministry, text, 3)

    assert (text.title_fr, text.title_ar, text.state, consistent(ministry)) == (
        "Projet de texte", "مشروع نص", "validation_interne", [],
    )  # fmt: skip


@KINDS
@WALKS
@given(st.data())
def test_any_step_can_be_struck_with_the_fewest_that_fall(kind: str, choose: st.DataObject) -> None:
    """After it, the steps left fold and are told; over the last steps, no smaller choice would do."""
    file = somewhere(kind, choose)
    *_rest, file = [file, *walk(file, choose)]
    if len(file.steps) == 1:
        return
    number = choose.draw(st.integers(2, len(file.steps)))

    found = [each.done.number for each in falling(file.text, file.steps, number, CALENDAR)]

    gone = {number, *found}
    struck = [Supposed(place, STRIKE, strikes=each) for place, each in enumerate(sorted(gone), len(file.steps) + 1)]
    after = standing(file.text, [*file.steps, *struck], on=TODAY, calendar=CALENDAR)
    assert [done.number for done in after.situation.done] == [
        step.number for step in file.steps if step.number not in gone
    ]
    assert projection(after)["sentence_fr"]
    later = range(number + 1, len(file.steps) + 1)
    assert follows(file, gone)
    if len(later) <= MOST:
        fewer = (set(each) for size in range(len(found)) for each in combinations(later, size))
        assert [each for each in fewer if follows(file, {number, *each})] == []


def follows(file: File, gone: set[int]) -> bool:
    """Whether the steps left fold, and meet the conditions of place that they met with the others there."""
    told = [fold(file.procedure, file.steps[:place]) for place in range(1, len(file.steps) + 1)]
    left = [step for step in file.steps if step.number not in gone]
    for place in range(1, len(left)):
        step = left[place]
        try:
            here = fold(file.procedure, left[:place])
            fold(file.procedure, left[: place + 1])
        except Impossible:
            return False
        before = told[step.number - 2]
        move = file.procedure.moves[step.move]
        if is_in_chamber(file.procedure, move) and before.chamber and reading(before) != reading(here):
            return False
        met = unmet(file, before, step)
        if step.facts.get("answered") in {str(number) for number in gone} or unmet(file, here, step) - met:
            return False
    return True


def reading(situation: Situation) -> tuple[str | None, int, int]:
    return situation.chamber, situation.reading, situation.navette


def unmet(file: File, situation: Situation, step: AnyStep) -> set[str]:
    move = file.procedure.moves[step.move]
    proposed = ProposedMove(file.text, file.procedure, situation, move, step.on, step.facts, CALENDAR)
    return set(reasons(proposed, move.when))
