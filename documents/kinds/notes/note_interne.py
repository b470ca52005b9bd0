"""The note to the minister, under cover of the secretary general: where a text stands, and what is proposed.

Fields: those of every paper, and `derniers_actes` (the last three, the newest first, a line each), `risques`
(sentences), `echeances` (libelle, date, fondement, reste), `obstacles` (sentences: what closes the
next step, what is late, and of a draft the opinions, observations and signatures still open; none once its way has
ended), `propositions` (sentences: what the minister may decide of what is open), `acheve` (whether the way of the text
has ended). A decision is asked where there is a proposal, and only there.
"""

from collections.abc import Iterator
from itertools import takewhile

from documents.case import Case
from documents.fields import (
    clock_basis,
    clock_day,
    clock_label,
    days_left,
    due_next,
    is_over,
    named_ar,
    next_action,
    of_case,
    quoted,
    step_words,
)
from documents.filters import date_long_ar
from documents.kind import Fields, Kind
from documents.kinds.notes.note_fields import FIELDS
from documents.kinds.notes.note_page import template
from documents.kinds.notes.risks import risks
from documents.language import Language, wording
from models import PartialDate
from workflow.calendar.lateness import Force
from workflow.calendar.words import partial_ar
from workflow.conditions.observations import has_settled_observations
from workflow.conditions.opinions import has_compulsory_opinions
from workflow.conditions.signatures import has_all_signatures
from workflow.deadlines.clocks import Clock
from workflow.history.fold import OURS
from workflow.history.observations import Observation, still_open
from workflow.history.opinions import Opinion, opinions
from workflow.history.signatures import Signature, signatures
from workflow.language.articles import named_articles
from workflow.language.counting import CONDITIONS, counted_ar
from workflow.language.typography import shortened
from workflow.rulebook.open_moves import OpenMove
from workflow.sentences.sentence import date_fr

_SHOWN = 3
# What the line of an act in the table has room for; two lines for the newest act.
_LINE: dict[Language, int] = {"fr": 70, "ar": 40}
_NEWEST: dict[Language, int] = {"fr": 96, "ar": 72}
# With whom a draft waits for something that the ministry itself decides.
_OURS = frozenset({"legal_division", "hierarchy", "minister"})


def context(case: Case, language: Language = "fr") -> Fields:
    """Say where the text stands, what presses, what blocks, what is proposed."""
    return of_case(case, language) | {
        "echeances": [
            {
                "libelle": clock_label(clock, language),
                "date": clock.due_on,
                "fondement": clock_basis(clock, language),
                "reste": clock_day(days_left(clock, case, language), clock, language),
            }
            for clock in due_next(case)[:_SHOWN]
        ],
        "derniers_actes": "\n".join(_last_acts(case, language)),
        "risques": risks(case, language),
        "obstacles": [] if is_over(case) else _obstacles(case, language),
        "propositions": [] if is_over(case) else list(_proposals(case, language)),
        "acheve": is_over(case),
    }


def _last_acts(case: Case, language: Language) -> Iterator[str]:
    """Give the last acts with their day, the newest first; what was changed on the file itself is none."""
    acts = [done for done in case.situation.done if done.move not in OURS]
    for rank, done in enumerate(reversed(acts[-_SHOWN:])):
        day = wording(language)(date_fr(done.on, "bare"), date_long_ar(done.on)) if done.on else ""
        told = " – ".join(filter(None, (day, step_words(case, done, language))))
        # Few lines each, so that the note stays on one page: what the newest brought is told above it.
        yield shortened(told, (_LINE if rank else _NEWEST)[language])


def _ahead(case: Case) -> list[OpenMove]:
    """Give the closed moves before the next step: that another move is closed blocks nothing."""
    ways = (each for each in case.moves if each.move.offered in ("first", "next"))
    return list(takewhile(lambda each: each.reasons, ways))


def _passed(case: Case) -> list[Clock]:
    """Give the clocks whose day has passed; where silence is an answer, nothing is awaited any more."""
    passed = (clock for clock in due_next(case) if (clock.days_left(case.on) or 0) < 0)
    return [clock for clock in passed if clock.rule.force is not Force.TACIT]


def _passed_words(clock: Clock, case: Case, language: Language) -> str:
    """Say that a limit of the law has passed, or what else the day that has passed was."""
    say, label = wording(language), quoted(clock_label(clock, language), language)
    if clock.rule.is_legal:
        return say(f"Le délai légal {label} est dépassé.", f"انصرم الأجل القانوني {label}.")
    left = days_left(clock, case, language)
    return say(f"{label} : {left}.", f"{label}: {left}.")


def _obstacles(case: Case, language: Language) -> list[str]:
    ahead = _ahead(case)
    late = [_passed_words(clock, case, language) for clock in _passed(case)]
    closed = list(dict.fromkeys(reason for each in ahead for reason in each.reasons))
    asked = frozenset(name for each in ahead for name in each.move.guards)
    if language == "ar" and closed:
        # Conditions give their reasons in French alone: they are counted, and what is open is named below.
        closed = [f"شروط المرحلة الموالية التي لم تستوف بعد: {counted_ar(len(closed), CONDITIONS)}."]
        asked = frozenset()
    return list(dict.fromkeys([*closed, *late, *_open_items(case, asked, language)]))


def _open_items(case: Case, asked: frozenset[str], language: Language) -> Iterator[str]:
    """Say what others still owe the text, but for what one of the conditions `asked` has named already."""
    # A text that was signed or promulgated waits for none of them any more.
    if case.procedure.is_act(case.situation.state):
        return
    for opinion in opinions(case.situation):
        if not opinion.answered and not (opinion.compulsory and has_compulsory_opinions.__name__ in asked):
            yield _opinion(opinion, language)
    if has_settled_observations.__name__ not in asked:
        yield from (_observation(each, language) for each in still_open(case.situation))
    if has_all_signatures.__name__ not in asked:
        for each in signatures(case.situation):
            if each.signed is None:
                name, due = _name(each.name, each.name_fr, language), _expected(each, language)
                yield wording(language)(f"Signature attendue : {name}{due}.", f"توقيع منتظر: {name}{due}.")


def _proposals(case: Case, language: Language) -> Iterator[str]:
    """Propose what the ministry can do about what is open: recall, settle, make up for, or let the text go on."""
    say = wording(language)
    for clock in _passed(case):
        label = quoted(clock_label(clock, language), language)
        if clock.rule.is_legal:
            yield say(f"Faire le nécessaire pour le délai légal dépassé {label}.",
                      f"تدارك الأجل القانوني المنصرم {label}.")  # fmt: skip
        else:
            yield say(f"Faire le point sur ce qui est attendu : {label}.", f"الوقوف على ما هو منتظر: {label}.")
    if case.procedure.is_act(case.situation.state):
        return
    yield from _reminders(case, language)
    for each in still_open(case.situation):
        yield say(f"Arrêter la suite à donner à l’observation n° {each.rank}.", f"البت في الملاحظة رقم {each.rank}.")
    if case.procedure.states[case.situation.state].holder in _OURS:
        yield _go_on(case, language)


def _reminders(case: Case, language: Language) -> Iterator[str]:
    say = wording(language)
    for opinion in opinions(case.situation):
        if opinion.is_overdue(case.on):
            name = _name(opinion.body, opinion.name_fr, language)
            yield say(f"Rappeler l’avis attendu : {name}.", f"التذكير بالرأي المنتظر: {name}.")
    for signature in signatures(case.situation):
        if signature.is_overdue(case.on):
            name = _name(signature.name, signature.name_fr, language)
            yield say(f"Rappeler la signature attendue : {name}.", f"التذكير بالتوقيع المنتظر: {name}.")


def _go_on(case: Case, language: Language) -> str:
    say, step = wording(language), quoted(next_action(case, language), language)
    if any(each.reasons for each in _ahead(case)):
        return say(f"Faire compléter le dossier avant l’étape suivante {step}.",
                   f"استكمال الملف قبل المرحلة الموالية {step}.")  # fmt: skip
    return say(
        f"Donner suite au dossier, pour l’étape suivante {step}.",
        f"مواصلة المسطرة قصد الانتقال إلى المرحلة الموالية {step}.",
    )


def _name(written: str, french: str, language: Language, on: PartialDate | None = None) -> str:
    return named_ar(written, on) if language == "ar" else french


def _opinion(opinion: Opinion, language: Language) -> str:
    name, due = _name(opinion.body, opinion.name_fr, language, opinion.asked_on), _expected(opinion, language)
    if language == "ar":
        asked = f"، طلب {partial_ar(opinion.asked_on)}" if opinion.asked_on else ""
        return f"رأي لم يرد بعد: {name}{asked}{due}."
    asked = f", demandé {date_fr(opinion.asked_on)}" if opinion.asked_on else ""
    return f"Avis non rendu : {name}{asked}{due}."


def _observation(observation: Observation, language: Language) -> str:
    body = _name(observation.body, observation.body_fr, language, observation.on)
    if language == "ar":
        about = "، ".join(filter(None, (observation.article, body)))
        return f"ملاحظة لم يبت فيها: رقم {observation.rank}{f' ({about})' if about else ''}."
    about = ", ".join(filter(None, (named_articles(observation.article), body)))
    return f"Observation sans suite : n° {observation.rank}{f' ({about})' if about else ''}."


def _expected(item: Opinion | Signature, language: Language) -> str:
    if not item.due:
        return ""
    return f"، في أجل أقصاه {date_long_ar(item.due)}" if language == "ar" else f", pour {date_fr(item.due)}"


KIND = Kind("note_interne", context, template, FIELDS)
