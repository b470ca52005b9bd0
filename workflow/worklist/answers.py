"""Opinions and signatures that others have been asked for, to chase once their day has passed."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from models import DeadlineStatus, Register
from workflow.deadlines.clocks import Clock
from workflow.people.permissions import Right
from workflow.sentences.sentence import listed_fr
from workflow.standing.standing import Standing
from workflow.worklist.action import Action, Doing, Target, When, expected_on, limit_on, since, with_doubt
from workflow.worklist.scope import Ids, Scope, button_of

_AHEAD = timedelta(days=7)
_REMINDER = "relance"
_NAMED = 3


def texts(scope: Scope) -> Ids | None:
    """Select the texts of which an opinion or a signature is awaited."""
    awaited = (Register.CONSULTATIONS, Register.SIGNATURES)
    return scope.with_open_items(*awaited) if scope.may(Right.WRITE_REGISTERS) else None


def tell(found: Sequence[Standing], scope: Scope) -> Iterator[Action]:
    """Tell whose answer is awaited, those of one kind and one day of a text together, sure or estimated."""
    for now in found:
        for _key, run in groupby(sorted(_awaited(now, scope), key=_together), key=_together):
            clocks = list(run)
            yield _action(now, clocks, scope)


def _awaited(now: Standing, scope: Scope) -> Iterator[Clock]:
    """Give the clocks of answers not given: passed, near, or of which nobody set the day.

    None whose silence decided, nor any of a draft that became an act.
    """
    for clock in now.open_clocks if not now.state.act else ():
        due = clock.due_on
        is_awaited = clock.subject and clock.status is DeadlineStatus.RUNNING
        is_decided = clock.rule.tacit and due is not None and due < scope.on
        if is_awaited and not is_decided and (due is None or due <= scope.on + _AHEAD):
            yield clock


def _together(clock: Clock) -> tuple[str, date, bool]:
    return clock.rule.code, clock.due_on or date.max, clock.is_estimated


def _action(now: Standing, clocks: list[Clock], scope: Scope) -> Action:
    first = clocks[0]
    is_late = first.due_on is not None and first.due_on < scope.on
    names = list(dict.fromkeys(clock.subject for clock in clocks))
    told = names if len(names) <= _NAMED else [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} autres"]
    button, target = _reminder(now, first) if is_late and scope.may(Right.MAKE_PAPERS) else _answer(now, first, scope)
    return Action(
        "answers", _when(first, scope), f"{first.rule.label_fr} ({listed_fr(told)})", _why(clocks), button, target,
        now.title_fr,
    )  # fmt: skip


def _when(clock: Clock, scope: Scope) -> When:
    if clock.due_on is None:
        return since(clock.started_on.first_day if clock.started_on else None, on=scope.on)
    return (limit_on if clock.rule.is_legal else expected_on)(clock.due_on, on=scope.on)


def _reminder(now: Standing, clock: Clock) -> tuple[str, Target]:
    return "Préparer la relance", Target(Doing.PAPERS, now.text.id, f"{_REMINDER} {clock.code}")


def _answer(now: Standing, clock: Clock, scope: Scope) -> tuple[str, Target]:
    move = scope.first_move(now, clock.rule.stops_with)
    if move is None:
        return "Ouvrir le texte", Target(Doing.TEXT, now.text.id)
    return button_of(now.procedure, move), Target(Doing.MOVE, now.text.id, move.name)


def _why(clocks: Sequence[Clock]) -> str:
    first = clocks[0]
    if first.due_on is None:
        return "Aucun jour n’a été fixé pour la réponse."
    asked = "Réponse demandée pour ce jour" if first.rule.nature == "practice" else first.basis_fr
    return with_doubt(f"{asked}." if asked else "", is_estimated=first.is_estimated)
