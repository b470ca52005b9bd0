"""Doubts on dates and on what is left out: possible, and so seldom true that they are asked back."""

from datetime import date

from models import PartialDate
from workflow.calendar.hijri import printed_doubt
from workflow.calendar.words import WEEKDAYS_FR, day_fr, days_fr, partial_short_fr
from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import doubt
from workflow.history.fold import advance
from workflow.history.steps import Supposed
from workflow.history.what_counts import OPEN
from workflow.sentences.path import stage_label, stage_of
from workflow.sentences.sentence import listed_fr

_A_YEAR = 365
_STAGES_OF_A_DAY = 3
# A committee, the agenda and the plenary follow each other on one day; with the deposit before them they seldom do.
_CHANGES_OF_A_DAY = 5

# Independence: the institutions that a file goes through did not exist before.
_FIRST_YEAR = 1956
_TEN_YEARS = 3653


def opening_refusal(on: PartialDate | None) -> str | None:
    """Refuse an opening before the institutions of the procedures existed: its year is mistyped."""
    if on is None or on.year >= _FIRST_YEAR:
        return None
    return f"Vérifiez l’année : aucun dossier n’a pu être ouvert avant {_FIRST_YEAR}."


def opening_doubt(on: PartialDate | None, today: date) -> str | None:
    """Doubt a new file opened more than ten years before `today`; one that is taken over may well be so old."""
    days = (today - on.last_day).days if on else 0
    if days <= _TEN_YEARS:
        return None
    return f"Ce dossier aurait été ouvert il y a {days_fr(days)}, sans être un ancien dossier à reprendre."


@doubt("date qui ne précède pas celle d’une étape déjà enregistrée", everywhere=True, wants_note=True)
def is_after_earlier_steps(proposed: ProposedMove) -> str | None:
    """Doubt a date before that of a step recorded already; one that is years before the opening is told as such."""
    latest = proposed.situation.latest
    if latest is None or proposed.on is None or proposed.on.last_day >= latest.first_day:
        return None
    opened = proposed.situation.done[0]
    if opened.move == OPEN and opened.on:
        before = (opened.on.first_day - proposed.on.last_day).days
        if before >= _A_YEAR:
            return f"Cette date précède de {days_fr(before)} l’ouverture du dossier ({partial_short_fr(opened.on)})."
    return f"Cette date précède celle d’une étape qui vient avant ({partial_short_fr(latest)})."


@doubt("date hégirienne imprimée qui répond à la date civile", everywhere=True)
def is_day_printed(proposed: ProposedMove) -> str | None:
    """Doubt a printed Hijri date that cannot be the day told."""
    day = proposed.on.first_day if proposed.on and proposed.on.is_full else None
    return printed_doubt((proposed.facts or {}).get("hijri"), day)


@doubt("moins de trois grandes étapes du parcours, et de cinq changements d’état, le même jour", everywhere=True)
def is_not_months_in_a_day(proposed: ProposedMove) -> str | None:
    """Doubt a third stage of the path on one day, or a fifth change of state: it is months that are told at once."""
    on, procedure = proposed.on, proposed.procedure
    if on is None or not on.is_full or proposed.move.stays:
        return None
    that_day = [done for done in proposed.situation.done if done.on == on]
    step = Supposed(proposed.situation.done[-1].number + 1, proposed.move.name, on, facts=proposed.facts or {})
    reached = stage_of(procedure, advance(procedure, proposed.situation, step).done[-1])
    stages = dict.fromkeys(stage_of(procedure, done) for done in that_day)
    if reached not in stages and len(stages) + 1 >= _STAGES_OF_A_DAY:
        return _already(on, "étapes du parcours", [stage_label(procedure, stage) for stage in stages])
    changes = [done for done in that_day if done.from_state not in (None, done.to_state)]
    if len(changes) + 1 < _CHANGES_OF_A_DAY:
        return None
    states = [f"« {procedure.at(done.version, done.kind).states[done.to_state].label_fr} »" for done in changes]
    return _already(on, "changements d’état", states)


def _already(on: PartialDate, what: str, labels: list[str]) -> str:
    return f"Le {day_fr(on.first_day)} aurait déjà vu {len(labels)} {what} : {listed_fr(labels)}."


@doubt("Conseil de gouvernement un jeudi", numbers=("council_weekday",))
def is_on_day_of_council(proposed: ProposedMove) -> str | None:
    """Doubt a Government Council on another day than the usual one: the day that the move names, or its own."""
    named = {*proposed.move.requires, *proposed.move.asks}
    told = (proposed.facts or {}).get("council_on")
    day = date.fromisoformat(told) if told else None
    if "council_on" not in named and proposed.on and proposed.on.is_full:
        day = proposed.on.first_day
    usual = proposed.procedure.vocabulary.number_on("council_weekday", day) if day else None
    if day is None or usual is None or day.isoweekday() == usual:
        return None
    is_a, usually = WEEKDAYS_FR[day.weekday()], WEEKDAYS_FR[usual - 1]
    return f"Le {day_fr(day)} est un {is_a}, or le Conseil de gouvernement se réunit d’ordinaire le {usually}."


@doubt("numéro du dahir connu")
def has_dahir_number(proposed: ProposedMove) -> str | None:
    """Doubt a promulgation that names no dahir: a law is promulgated by one, which has a number (art. 42 and 50)."""
    if proposed.facts is None or proposed.facts.get("dahir"):
        return None
    return "Une loi se promulgue par un dahir, et son numéro n’est pas indiqué."


@doubt("numéro du Bulletin officiel en chiffres", everywhere=True)
def has_bo_number_in_digits(proposed: ProposedMove) -> str | None:
    """Doubt a number of the Bulletin officiel without a digit: its issues are numbered, "6867 bis"."""
    told = str((proposed.facts or {}).get("bo_number") or "")
    if not told or any(map(str.isdigit, told)):
        return None
    return f"Le numéro du Bulletin officiel « {told} » ne contient aucun chiffre."
