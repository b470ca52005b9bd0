"""Says in words how a due date was found."""

from workflow.calendar.durations import Duration, Reckoning, duration_fr, explain
from workflow.calendar.words import day_fr
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import Clock
from workflow.language.articles import of
from workflow.language.typography import capital
from workflow.procedure.deadline_rule import NATURES_FR
from workflow.procedure.institutions import institution
from workflow.procedure.values import Length

_UNKNOWN = "La date de départ n’est pas connue : l’échéance ne peut pas être calculée."
_NEVER_SET = "Aucune date limite n’a été fixée."
_UNKNOWN_BODY = "Cet organisme n’est pas au registre des institutions : aucun délai légal ne lui est connu."


def explanation(clock: Clock, calendar: Calendar) -> list[str]:
    """Say in French on what legal basis and how the due date was found, one sentence a line, the date last."""
    basis = f"{capital(NATURES_FR[clock.rule.nature])} : {clock.basis_fr}."
    if clock.due_on is None:
        return [basis, *_without_date(clock)]
    if clock.base_on is None or clock.length is None:
        return [basis, f"Date fixée : {day_fr(clock.due_on)}."]
    lines = [basis, _counting(clock, explain(clock.base_on.last_day, clock.length, calendar))]
    if not clock.base_on.is_full:
        lines.append("Le jour exact de départ n’est pas connu : le compte part du dernier jour possible.")
    if clock.suspended_days:
        suspended = duration_fr(Duration(clock.suspended_days, "D"))
        lines.append(f"Le délai a été suspendu {suspended}.")
    lines += dict.fromkeys(clock.doubts)
    lines += [_extension(clock, extension) for extension in clock.extensions]
    return [*lines, f"Échéance : {day_fr(clock.due_on)}."]


def _extension(clock: Clock, extension: Length) -> str:
    duration = extension.duration(clock.rule.counted)
    words = f"Prolongation {of(duration_fr(duration))}" if duration else "Prolongation"
    return f"{words}." if extension.cited_fr == clock.basis_fr else f"{words} ({extension.cited_fr})."


def _without_date(clock: Clock) -> list[str]:
    if not clock.was_never_set:
        return [_UNKNOWN]
    # The rule of those whose own law sets no time: a body that is not known may have such a law.
    by_law = clock.rule.per in clock.rule.unless
    return [_NEVER_SET, _UNKNOWN_BODY] if by_law and institution(clock.subject) is None else [_NEVER_SET]


def _counting(clock: Clock, reckoning: Reckoning) -> str:
    sign = "moins" if clock.length and clock.length.count < 0 else "plus"
    if clock.length and not clock.length.count:
        return f"Le jour même : {day_fr(reckoning.due)}."
    words = f"{day_fr(reckoning.start)}, {sign} {duration_fr(clock.length)}" if clock.length else ""
    skipped = ", ".join(f"{day_fr(day)} ({reason})" for day, reason in reckoning.skipped)
    return f"{words} ; jours non comptés : {skipped}." if skipped else f"{words} : {day_fr(reckoning.due)}."
