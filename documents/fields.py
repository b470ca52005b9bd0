"""The fields that the templates of every paper may use; their names are read by people who write templates.

A field bears one name in both languages, and is worth words of the language of the paper. What only one language tells,
such as a note or the name of a person, is worth what was typed.
"""

import re
from datetime import date

from documents.case import Case, Letterhead
from documents.cited_acts import reference
from documents.filters import number_ar
from documents.grammar import Agreement, indefinite_ar
from documents.kind import Fields
from documents.language import Language, wording
from documents.missing import missing
from models import DeadlineStatus, PartialDate
from workflow.calendar.lateness import days_left_ar, days_left_fr
from workflow.calendar.words import estimated_ar, estimated_fr
from workflow.deadlines.clocks import Clock
from workflow.history.fold import Done
from workflow.language.act_titles import object_of
from workflow.language.official_numbers import says_number
from workflow.language.typography import DASH, capital, shortened
from workflow.procedure.institutions import institution, name_ar
from workflow.sentences.arabic import date_ar
from workflow.sentences.citations import cited_ar, has_latin
from workflow.sentences.sentence import date_fr, how_sure_fr, step_sentence
from workflow.sentences.steps_ar import step_sentence_ar
from workflow.standing.next_step import next_step_ar, next_step_fr

# What one line of a footer has room for.
_SHORT: dict[Language, int] = {"fr": 70, "ar": 48}
_SIR = "Monsieur"
_SINCE_UNKNOWN = ("depuis une date inconnue", "منذ تاريخ غير معروف")


def of_letterhead(letterhead: Letterhead, language: Language = "fr") -> Fields:
    """Give the fields of the letterhead, which is in both languages on every paper."""
    say = wording(language)
    return {
        "ministere": letterhead.name_fr,
        "ministere_ar": letterhead.name_ar,
        "direction": letterhead.direction_fr,
        "direction_ar": letterhead.direction_ar,
        "division": letterhead.division_fr,
        "division_ar": letterhead.division_ar,
        "ville": say(letterhead.city_fr, letterhead.city_ar),
        "ville_ar": letterhead.city_ar,
        "ministre_ar": letterhead.minister_ar,
        "ministre": say(letterhead.minister_fr, letterhead.minister_ar),
        "accord_ministre": Agreement("m" if letterhead.minister_fr.startswith(_SIR) else "f"),
        "secretaire_general": say(letterhead.secretary_general_fr, letterhead.secretary_general_ar),
    }


def of_no_version() -> Fields:
    """Give, empty, the fields that whoever makes a paper tells: the same case may be told in several versions."""
    return {"version_papier": "", "code_verification": "", "adresse_verification": ""}


def of_case(case: Case, language: Language = "fr") -> Fields:
    """Give the fields of the letterhead, of the text, and of where it stands."""
    say = wording(language)
    noun = case.procedure.noun(case.situation.state)
    last = case.situation.done[-1]
    state = case.procedure.states[case.situation.state]
    title = case.title_ar if language == "ar" and case.title_ar else case.title_fr
    since = say(date_fr(case.held_since, "since"), date_ar(case.held_since, "since")) or say(*_SINCE_UNKNOWN)
    return of_letterhead(case.letterhead, language) | {
        "dossier": _file_of(case, title, language),
        "situation_le": case.on,
        **of_no_version(),
        "nature": say(capital(noun.fr), indefinite_ar(noun.ar)),
        "intitule": title,
        "intitule_fr": case.title_fr,
        "intitule_ar": case.title_ar or None,
        "objet": _with_number(case, title, language),
        "numero": say(case.number or "", number_ar(case.number) if case.number else "") or None,
        "acte": reference(noun, case.situation, case.number),
        "etat": say(state.label_fr, state.label_ar),
        "phrase": sentence_of(case, language),
        "detenteur": holder_of(case, language),
        "detenu_depuis": "" if is_over(case) else since,
        "responsable": case.responsible,
        "dernier_acte": step_words(case, last, language),
        "dernier_acte_le": last.on,
        "prochaine_action": next_action(case, language),
    }


def sentence_of(case: Case, language: Language) -> str:
    """Say where the text stands."""
    return wording(language)(case.sentence, case.sentence_ar)


def holder_of(case: Case, language: Language) -> str:
    """Name who has the ball."""
    return wording(language)(case.holder, case.holder_ar)


def step_words(case: Case, done: Done, language: Language) -> str:
    """Say what a step did, and how sure that is: "Le Conseil de gouvernement a adopté le texte (étape déduite)."."""
    if language == "ar":
        return step_sentence_ar(case.procedure, done)
    words, doubt = step_sentence(case.procedure, done), how_sure_fr(done.facts, inferred=done.inferred)
    return f"{words.removesuffix('.')} ({doubt})." if doubt else words


def clock_label(clock: Clock, language: Language) -> str:
    """Say what a deadline expects, and of whom where several run side by side."""
    if language == "fr":
        return clock.label_fr
    return f"{clock.rule.label_ar}: {named_ar(clock.subject)}" if clock.subject else clock.rule.label_ar


def clock_basis(clock: Clock, language: Language) -> str:
    """Cite what sets a deadline; a dash where Arabic has no words for it."""
    if language == "fr":
        return capital(clock.basis_fr)
    return (cited_ar(clock.value.basis_fr, clock.value.certainty) if clock.value else None) or DASH


def named_ar(words: str, on: PartialDate | None = None) -> str:
    """Name in Arabic, as on that day, an institution that words or a code name; others stay as they were typed."""
    found = institution(words)
    return name_ar(found.code if found else words, on.last_day if on else None)


def quoted(words: str, language: Language) -> str:
    """Set apart in a sentence words that are a label, with its own capital and its own colon."""
    return wording(language)(f"« {words} »", f"«{words}»")


def days_left(clock: Clock, case: Case, language: Language) -> str:
    """Word what is left of a deadline on the day of the paper."""
    return clock_left(clock, case.on, language)


def clock_day(day: str, clock: Clock, language: Language) -> str:
    """Give the day of a deadline in words, said to be estimated where it is."""
    if not clock.is_estimated:
        return day
    return estimated_ar(day) if language == "ar" else estimated_fr(day)


def clock_left(clock: Clock, on: date, language: Language) -> str:
    """Word what is left of a deadline, and what its passing means: late is only a limit of the law."""
    left = clock.days_left(on)
    if left is None:
        return missing("le délai qui reste", "المدة المتبقية")
    return wording(language)(days_left_fr(left, clock.rule.force), days_left_ar(left, clock.rule.force))


def with_number(title: str, number: str | None, *, apart: str = "", language: Language = "fr") -> str:
    """Give a title with its number, `apart` from it, unless the title says it."""
    if not number or says_number(title, number):
        return title
    told = f"رقم {number_ar(number)}" if language == "ar" else f"n° {number}"
    return f"{title}{apart}{told}" if apart else f"{title} ({told})"


def next_action(case: Case, language: Language = "fr") -> str:
    """Name the likeliest next step, or what several moves decide: by what it brings, never by the words of a button."""
    told = next_step_ar if language == "ar" else next_step_fr
    return told(case.procedure, case.situation, case.moves)


def is_over(case: Case) -> bool:
    """Whether the way of the text has ended: nothing more is expected of anybody."""
    state = case.procedure.states[case.situation.state]
    return state.is_end


def due_next(case: Case) -> list[Clock]:
    """Give the running clocks whose due date is known: the limits of the law that have passed, then the nearest."""
    running = [clock for clock in case.clocks if clock.status is DeadlineStatus.RUNNING and not clock.is_over(case.on)]
    due = [(not clock.is_late(case.on), clock.due_on, clock) for clock in running if clock.due_on]
    return [clock for *_rank, clock in sorted(due, key=lambda each: each[:2])]


def _file_of(case: Case, title: str, language: Language) -> str:
    """Name the file by its number, or by what its title says after the kind and the author, which many titles share."""
    if case.number:
        return wording(language)(f"Dossier n° {case.number}", f"الملف رقم {number_ar(case.number)}")
    # Without the quotation marks of its own, which would stand inside these, and be cut apart where it is shortened.
    plain = " ".join(re.sub("[«»“”]", "", object_of(title)).split())
    short = shortened(plain, _SHORT[language])
    # A title that is in French alone stays a quotation in French.
    in_arabic = f"الملف «\u00a0{short}\u00a0»" if has_latin(short) else f"الملف «{short}»"
    return wording(language)(f"Dossier « {short} »", in_arabic)


def _with_number(case: Case, title: str, language: Language) -> str:
    return with_number(title, case.number, language=language)
