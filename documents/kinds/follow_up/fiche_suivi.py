"""The record of one text, on one page: what it is, where it stands, its deadlines; its whole way is in the annex.

Fields: those of every paper, and `intitule_court`, `intitule_autre` (in the other language), `incidence_financiere`,
`echeances` (libelle, date, ecart, responsable: the open ones, the most pressing first), `echeances_autres` (how many
are in the annex alone), `consultations`, `observations`, `application`, `amendements` (a sentence each); in the annex
`intitule_complet`, `intitule_autre_complet` (where the first page cuts them), `consultations_liste` (organisme,
demande, reponse), `delais` (libelle, date, etat, fondement), `echeances_tenues` (how many are left out), `liens`
(libelle, texte) and `etapes` (etat, date, jours, faits, par).
"""

import re
from datetime import date

from documents.case import Case, Recorded
from documents.fields import clock_basis, clock_day, clock_label, days_left, of_case, step_words
from documents.filters import date_long_ar
from documents.kind import Fields, Kind
from documents.kinds.follow_up.fiche_counts import (
    amendments,
    consultations,
    every_consultation,
    implementing_texts,
    open_observations,
    short_date,
    tie_label,
    tie_text,
)
from documents.kinds.follow_up.fiche_fields import FIELDS
from documents.kinds.follow_up.fiche_page import template
from documents.language import Language, wording
from documents.missing import missing
from models import DeadlineStatus, PartialDate
from workflow.calendar.words import day_short_fr, partial_short_fr
from workflow.deadlines.clocks import Clock
from workflow.history.facts import confirmed
from workflow.history.fold import OURS
from workflow.language.typography import DASH, shortened
from workflow.sentences.path import days_since
from workflow.sentences.places import body_ar, body_fr

# What the first page has room for; the annex tells everything.
_SHOWN, _LONGEST_TITLE = 2, 110


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell everything the file knows, in tables."""
    say = wording(language)
    fields = of_case(case, language)
    told = sorted((clock for clock in case.clocks if not _was_kept(clock)), key=lambda clock: _rank(clock, case.on))
    running = [clock for clock in told if clock.is_open]
    other = say(case.title_ar, case.title_fr)
    return fields | {
        # The title in French stands on a line of its own in Arabic.
        "intitule_court": shortened(say(case.title_fr, case.title_ar), _LONGEST_TITLE) or None,
        "intitule_autre": shortened(other, _LONGEST_TITLE) or None,
        "intitule_complet": _if_cut(say(case.title_fr, case.title_ar)),
        "intitule_autre_complet": _if_cut(other),
        "incidence_financiere": say("oui", "نعم") if case.text.financial_impact else say("non", "لا"),
        "echeances": [_pressing(case, clock, language) for clock in running[:_SHOWN]],
        "echeances_autres": len(told) - len(running[:_SHOWN]),
        "delais": [_deadline(case, clock, language) for clock in told],
        "echeances_tenues": len(case.clocks) - len(told),
        "consultations": consultations(case, language),
        "consultations_liste": every_consultation(case, language),
        "observations": open_observations(case, language),
        "application": implementing_texts(case, language),
        "amendements": amendments(case, language),
        "liens": [{"libelle": tie_label(tie, language), "texte": tie_text(tie, language)} for tie in case.ties],
        "etapes": _timeline(case, language),
    }


def _if_cut(title: str) -> str:
    """Give the title again for the annex where the first page has no room for it."""
    return title if len(title) > _LONGEST_TITLE else ""


def _rank(clock: Clock, on: date) -> tuple[bool, bool, date]:
    """Open ones first, of these the limits of the law that have passed, then by due date."""
    return not clock.is_open, not clock.is_late(on), clock.due_on or date.max


def _day(clock: Clock, language: Language) -> str:
    if clock.due_on is None:
        return missing("la date de l’échéance", "تاريخ حلول الأجل")
    day = date_long_ar(clock.due_on) if language == "ar" else day_short_fr(clock.due_on)
    return clock_day(day, clock, language)


def _pressing(case: Case, clock: Clock, language: Language) -> Fields:
    owner = body_ar if language == "ar" else body_fr
    return {
        "libelle": clock_label(clock, language),
        "date": _day(clock, language),
        "ecart": _status(case, clock, language),
        "responsable": owner(case.procedure, clock.rule.owner, clock.chamber or case.situation.chamber),
    }


def _deadline(case: Case, clock: Clock, language: Language) -> Fields:
    return {
        "libelle": clock_label(clock, language),
        "date": _day(clock, language),
        "etat": _status(case, clock, language),
        "fondement": clock_basis(clock, language),
    }


def _status(case: Case, clock: Clock, language: Language) -> str:
    say = wording(language)
    if clock.status is DeadlineStatus.SUSPENDED:
        return say("suspendue", "موقوف")
    if clock.is_open and clock.is_over(case.on):
        return say("écoulée", "منقض")
    if clock.is_open:
        return days_left(clock, case, language)
    closed = clock.closed_on
    if closed is None:
        return say("close", "مغلق")
    late = say("\nen retard", "\nبعد الأجل") if _is_late(clock) else ""
    return say(f"close : {partial_short_fr(closed)}{late}", f"أغلق: {date_long_ar(closed)}{late}")


def _is_late(clock: Clock) -> bool:
    """Whether it is a limit of the law that was closed after its due date, whatever the day it was."""
    return bool(clock.rule.is_legal and clock.closed_on and clock.due_on and clock.closed_on.first_day > clock.due_on)


def _was_kept(clock: Clock) -> bool:
    """Whether it was certainly closed in time."""
    return bool(clock.closed_on and clock.due_on and clock.closed_on.last_day <= clock.due_on)


def _timeline(case: Case, language: Language) -> list[Fields]:
    # What was changed on the file itself is no stage: its day ends nothing and lasts nothing.
    stages = [step.done for step in case.steps if step.done.move not in OURS]
    ended = case.procedure.states[case.situation.state].is_end
    ends = [*(later.on for later in stages[1:]), None if ended else PartialDate.of(case.on)]
    days = {done.number: _days(done.on, end) for done, end in zip(stages, ends, strict=True)}
    return [_step(case, step, days.get(step.done.number, DASH), language) for step in case.steps]


def _step(case: Case, step: Recorded, days: str, language: Language) -> Fields:
    done, say = step.done, wording(language)
    facts = [step_words(case, done, language)]
    for name, label in (("reference", say("Réf. : ", "المرجع: ")), ("note", "")):
        words = done.facts.get(name)
        facts += [f"{label}{words}"] if words and not _repeats(words, facts[0]) else []
    doubt = say("Confirmé malgré ce doute : ", "أكد رغم هذا الشك: ")
    facts += [f"{doubt}{words}" for words in confirmed(done.facts)]
    state = case.procedure.at(done.version, done.kind).states[done.to_state]
    return {
        "etat": say(state.label_fr, state.label_ar),
        "date": short_date(done.on, language),
        "jours": days,
        "faits": "\n".join(facts),
        "par": step.by or DASH,
    }


def _repeats(reference: str, said: str) -> bool:
    """Whether what was done says the reference already, in these words or by the numbers of the Bulletin officiel."""
    return reference in said or (reference.startswith("BO ") and _numbers(reference) <= _numbers(said))


def _numbers(words: str) -> set[str]:
    return set(re.findall(r"\d+", words))


def _days(start: PartialDate | None, end: PartialDate | None) -> str:
    """Count how long a step lasted, when both ends are known to the day and in their order."""
    days = days_since(start, end.first_day) if end and end.is_full else None
    return DASH if days is None else str(days)


KIND = Kind("fiche_suivi", context, template, FIELDS)
