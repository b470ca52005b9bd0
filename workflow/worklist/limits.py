"""Limits that are passed or near, with the move that meets each: those of the law, then the markers of practice."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from models import DeadlineStatus
from workflow.calendar.durations import duration_fr
from workflow.deadlines.clocks import Clock
from workflow.deadlines.ladder import forgotten_before, is_forgotten
from workflow.language.typography import capital
from workflow.people.permissions import Right
from workflow.procedure.deadline_rule import NATURES_FR
from workflow.procedure.model import Transition
from workflow.sentences.sentence import date_fr
from workflow.standing.standing import Standing
from workflow.worklist.action import Action, Doing, Target, expected_on, limit_on, with_doubt
from workflow.worklist.scope import Ids, Scope, button_of

# How far ahead a limit of the law is told, and a marker, which presses nobody.
_AHEAD, _MARKER_AHEAD = timedelta(days=30), timedelta(days=7)
# What others are expected to give has a source of its own.
_OF_OTHERS = frozenset({"consulted", "signatories"})


def of_law(scope: Scope) -> Ids | None:
    """Select the texts whose next limit is passed or near, the earliest first."""
    return scope.due(scope.on + _AHEAD, is_legal=True) if scope.may(Right.FOLLOW_DEADLINES) else None


def of_practice(scope: Scope) -> Ids | None:
    """Select the texts of which a marker is passed or near, the earliest first."""
    if not scope.may(Right.FOLLOW_DEADLINES):
        return None
    return scope.due(scope.on + _MARKER_AHEAD, is_legal=False, since=forgotten_before(scope.on))


def tell_law(found: Sequence[Standing], scope: Scope) -> Iterator[Action]:
    """Tell what each limit of the law expects."""
    for now, clock in _near(found, scope, _AHEAD):
        if clock.rule.is_legal and clock.due_on:
            yield _action("limit", now, clock, scope)


def tell_practice(found: Sequence[Standing], scope: Scope) -> Iterator[Action]:
    """Tell what the rules of chambers and the markers of practice expect: nobody is late by them."""
    for now, clock in _near(found, scope, _MARKER_AHEAD):
        if not clock.rule.is_legal and clock.due_on and not is_forgotten(clock.rule, clock.due_on, on=scope.on):
            yield _action("marker", now, clock, scope)


def _near(found: Iterable[Standing], scope: Scope, ahead: timedelta) -> Iterator[tuple[Standing, Clock]]:
    for now in found:
        for clock in now.open_clocks if not now.state.is_end else ():
            is_near = clock.status is DeadlineStatus.RUNNING and clock.due_on and clock.due_on <= scope.on + ahead
            if is_near and clock.rule.term == "limit" and clock.rule.owner not in _OF_OTHERS:
                yield now, clock


def _action(source: str, now: Standing, clock: Clock, scope: Scope) -> Action:
    due: date = clock.due_on or scope.on
    move = _meets(now, clock, scope)
    return Action(
        source,
        limit_on(due, on=scope.on) if clock.rule.is_legal else expected_on(due, on=scope.on),
        f"{clock.rule.label_fr} ({clock.subject})" if clock.subject else clock.rule.label_fr,
        _why(clock),
        button_of(now.procedure, move) if move else "Ouvrir le texte",
        Target(Doing.MOVE, now.text.id, move.name) if move else Target(Doing.TEXT, now.text.id),
        now.title_fr,
    )


def _meets(now: Standing, clock: Clock, scope: Scope) -> Transition | None:
    """Give the move that stops the clock: one that its rule names, else the step that leaves the places it runs in."""
    rule = clock.rule
    if rule.stops_with:
        return scope.first_move(now, rule.stops_with)
    places = {*rule.runs_in, *rule.suspended_in}
    return scope.next_step(now, [each for each in now.moves if not each.move.stays and each.move.to not in places])


def _why(clock: Clock) -> str:
    """Say how the day of a limit was found, or that no text sets it; and that it is estimated, where it is."""
    return with_doubt(_basis(clock), is_estimated=clock.is_estimated)


def _basis(clock: Clock) -> str:
    if clock.rule.nature == "practice":
        return f"{capital(NATURES_FR['practice'])} : aucun texte ne fixe cette durée."
    reckoned = _reckoned(clock)
    words = f"{reckoned} ({clock.basis_fr})" if reckoned and clock.basis_fr else clock.basis_fr
    if not clock.rule.is_legal:
        words = f"{NATURES_FR[clock.rule.nature]} : {words}"
    return f"{capital(words.removesuffix('.'))}." if words else ""


def _reckoned(clock: Clock) -> str:
    """Say from which day how long was counted: "2 mois à compter du 25 septembre 2026"; nothing where no length did."""
    if clock.length is None or clock.base_on is None or not clock.length.count:
        return ""
    words, day = duration_fr(clock.length), date_fr(clock.base_on, "bare" if clock.length.count < 0 else "of")
    later = ", prolongés" if clock.extensions else ""
    return f"{words} avant le {day}" if clock.length.count < 0 else f"{words} à compter {day}{later}"
