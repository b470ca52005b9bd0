"""Conditions and doubts on the sessions of Parliament: a decree-law is made between two of them."""

from workflow.calendar.durations import Duration, add
from workflow.calendar.sessions import session_opened
from workflow.calendar.words import day_fr
from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import condition, doubt


@condition("entre deux sessions du Parlement", numbers=("months_of_session",))
def is_between_sessions(proposed: ProposedMove) -> str | None:
    """Refuse a decree-law lodged while a session sits for certain (Constitution, art. 81).

    When a session closes is not computed: what is certain are the months that every known one has lasted.
    """
    # A lodging of before the session may well be recorded during it: the day is asked first.
    if proposed.facts is None or not _is_within(proposed, "months_of_session"):
        return None
    return f"{_opened(proposed)} : un décret-loi ne se dépose qu’entre deux sessions (Constitution, art. 81)."


@doubt("hors d’une session qui peut encore siéger", numbers=("months_of_session", "months_before_closing_by_decree"))
def is_after_session(proposed: ProposedMove) -> str | None:
    """Doubt a decree-law lodged when a session may still sit: no decree closes it so soon (Constitution, art. 65)."""
    if _is_within(proposed, "months_of_session") or not _is_within(proposed, "months_before_closing_by_decree"):
        return None
    return f"{_opened(proposed)}, et n’était close à cette date que si les deux Chambres en sont convenues."


def _is_within(proposed: ProposedMove, name: str) -> bool:
    """Whether each day that the date may be falls within so many months of one opening."""
    if proposed.on is None:
        return False
    first, last = proposed.on.first_day, proposed.on.last_day
    months = proposed.procedure.vocabulary.number_on(name, last)
    opened = session_opened(first)
    return months is not None and last < add(opened, Duration(months, "M"), proposed.calendar)


def _opened(proposed: ProposedMove) -> str:
    day = session_opened(proposed.on.first_day) if proposed.on else None
    return f"La session ordinaire du Parlement s’est ouverte le {day_fr(day)}" if day else ""
