"""Who holds a text, its sentence, its state and its path never contradict each other, whatever happened to it."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from tests.workflow.builders import ACROSS, TO_ADOPTED, File, moved, undated
from tests.workflow.rulebook.test_walks import TOLD
from workflow.history.fold import Situation, advance
from workflow.history.steps import Supposed
from workflow.procedure.model import Transition
from workflow.rulebook.files import procedures
from workflow.rulebook.open_moves import reasons
from workflow.standing.standing import Standing

KINDS = pytest.mark.parametrize("kind", procedures())
CHAMBER = re.compile("Chambre des (?:représentants|conseillers)")
ENDED = re.compile(r"\b(?:retiré|abandonné|classé|caduc|caduque|remplacé|abrogé|a cessé|irrecevable)e?\b")
AWAITED = re.compile(r"\b(?:attend|est attendue?|reste à|en cours|est soumise?)\b")


@cache
def everywhere(kind: str) -> tuple[Standing, ...]:
    """Give where each move of this kind leads from each place where it is open, either chamber first."""
    found: list[Standing] = []
    todo, seen, recorded = deque([File.opened(kind).situation]), set(), set()
    while todo:
        here = todo.popleft()
        for move, after in ahead(File.at(kind, here)):
            if not move.stays and (mark := _place(after)) not in seen:
                seen.add(mark)
                todo.append(after)
            if not move.stays or (move.name, here.state) not in recorded:
                found.append(File.at(kind, after).standing)
            recorded.add((move.name, here.state))
    return tuple(found)


def ahead(file: File) -> Iterator[tuple[Transition, Situation]]:
    here = file.situation
    for move in file.procedure.moves_from[here.state]:
        if reasons(file.proposed(move.name), move.when):
            continue
        for chamber in ("representants", "conseillers") if "chamber" in move.requires else ("",):
            facts = TOLD.get(move.name, {}) | ({"chamber": chamber} if chamber else {})
            step = Supposed(here.done[-1].number + 1, move.name, facts=facts)
            yield move, advance(file.procedure, here, step)


def _place(situation: Situation) -> tuple[object, ...]:
    votes = tuple(sorted(situation.votes.items()))
    return situation.state, situation.chamber, min(situation.reading, 3), votes, situation.told("until_on")


def contradictions(kind: str, contradicts: Callable[[Standing], object]) -> list[str]:
    """Tell the places where something contradicts something else, each with how it was reached."""
    return [f"{each.situation.done[-1].move}: {each.holder} / {each.sentence}" for each in everywhere(kind)
            if contradicts(each)]  # fmt: skip


@KINDS
def test_the_sentence_ends_at_the_chamber_that_holds_the_text(kind: str) -> None:
    def elsewhere(stands: Standing) -> bool:
        held, said = CHAMBER.findall(stands.holder), CHAMBER.findall(stands.sentence)
        return bool(held and said and held[-1] != said[-1])

    assert contradictions(kind, elsewhere) == []


@KINDS
def test_nobody_holds_a_text_whose_way_has_ended_and_somebody_every_other(kind: str) -> None:
    assert contradictions(kind, lambda stands: (stands.state.holder == "nobody") != stands.state.is_end) == []


@KINDS
def test_only_an_ended_way_is_said_to_have_ended(kind: str) -> None:
    def misled(stands: Standing) -> bool:
        words = f"{stands.sentence} {stands.state.label_fr}".lower()
        if stands.state.terminal:
            return bool(AWAITED.search(words))
        return bool(ENDED.search(words))

    assert contradictions(kind, misled) == []


@KINDS
def test_the_path_is_at_the_phase_of_the_state(kind: str) -> None:
    def astray(stands: Standing) -> bool:
        phase = stands.procedure.phases[stands.state.phase]
        labels = [stage.label for stage in stands.stages if stage.standing]
        return labels != [phase.label_fr] and not (phase.chambered and len(labels) == 1)

    assert contradictions(kind, astray) == []


@KINDS
def test_the_path_is_at_the_chamber_that_holds_the_text(kind: str) -> None:
    def astray(stands: Standing) -> bool:
        held = CHAMBER.findall(stands.holder)
        at = [stage.label for stage in stands.stages if stage.status == "here"]
        return bool(held) and not at[0].startswith(held[0])

    assert contradictions(kind, astray) == []


@KINDS
def test_the_path_is_open_exactly_as_long_as_the_way_is(kind: str) -> None:
    def misled(stands: Standing) -> bool:
        statuses = {stage.status for stage in stands.stages}
        return bool(statuses & {"coming"}) if stands.state.is_end else "here" not in statuses

    assert contradictions(kind, misled) == []


@KINDS
def test_a_text_in_a_chamber_is_in_a_known_one_unless_the_king_asked_for_a_new_reading(kind: str) -> None:
    def lost(stands: Standing) -> bool:
        chambered = stands.procedure.phases[stands.state.phase].chambered
        return chambered and not stands.situation.chamber and stands.state.code != "nouvelle_lecture"

    assert contradictions(kind, lost) == []


def test_after_the_vote_of_a_chamber_the_other_one_holds_the_text() -> None:
    first = [moved("deposit", chamber="conseillers"), *undated("refer_to_committee", "adopt_in_committee")]
    file = File.opened("projet_de_loi", *TO_ADOPTED, *first, *undated("list_for_plenary"))
    file.move("adopt_first", "2026-10-20")

    assert file.sentence.endswith("transmis à la Chambre des représentants.")
    assert file.standing.holder == "Bureau de la Chambre des représentants"
    assert str(file.standing.held_since) == "2026-10-20"

    file.after(*ACROSS[1:], moved("adopt_amended", "2026-11-10"))
    assert file.standing.holder == "Bureau de la Chambre des conseillers"


def test_a_law_whose_referral_is_closed_stands_again_where_it_was_voted() -> None:
    found = [each for each in everywhere("loi_organique") if each.situation.done[-1].move == "close_referral"]

    assert {each.situation.state for each in found} == {"adopte_definitif"}
    for each in found:
        [here] = [stage for stage in each.stages if stage.status == "here"]
        assert here.label.startswith("Chambre des ")
        assert here.standing == "Définitivement adopté"
