"""What the file tells of a text before the Government Council: distribution, days left, points open, decision."""

from collections.abc import Iterator
from datetime import date

from documents.case import Case
from documents.fields import named_ar
from documents.filters import date_long_ar
from documents.kind import Fields
from documents.language import Language, wording
from models import PartialDate
from workflow.council.notice import notice_of
from workflow.history.events import events
from workflow.history.fold import Done
from workflow.history.observations import Observation, still_open
from workflow.history.opinions import Opinion, opinions
from workflow.language.articles import named_articles
from workflow.language.cited_articles import articles_ar
from workflow.language.counting import DAYS, counted_ar
from workflow.language.typography import capital
from workflow.procedure.institutions import name_fr
from workflow.sentences.sentence import date_fr

_DECIDES = "council"
_DISAGREES = ("unfavourable", "reserved")
_REMARKED = "send_department_remarks"
# What was typed may be in French: in Arabic it stands on a line of its own, where nothing changes its order.
_LINE = ":\n"


def meets_on(case: Case) -> date | None:
    """Give the day of the Council that examines, or examined, the text; None while none was named."""
    if (decided := decision(case)) and decided.on and decided.on.is_full:
        return decided.on.first_day
    told = case.situation.told("council_on")
    return date.fromisoformat(told) if told else None


def decision(case: Case) -> Done | None:
    """Give the last decision of the Council; None when the text was put on its agenda again since."""
    for done in reversed(case.situation.done):
        if done.milestone == "agenda":
            return None
        move = case.procedure.at(done.version, done.kind).moves.get(done.move)
        if move and move.event == _DECIDES:
            return done
    return None


def decision_told(case: Case, done: Done, language: Language) -> str:
    """Say what a step of the Council decided; its remarks and who presides a commission are told apart."""
    move = case.procedure.at(done.version, done.kind).moves[done.move]
    return wording(language)(f"{move.label_fr}.", f"{move.label_ar}.")


def distribution_told(case: Case, language: Language) -> str | None:
    """Say when the text was distributed, and whether the days of the law are kept; None while it was not distributed.

    Décret n° 2-20-740, art. 1 and 2: the reason of a shorter delay is named.
    """
    say, distributed = wording(language), case.situation.last("distribution")
    if distributed is None:
        return None
    council = meets_on(case)
    day = distributed.on
    told = say(f"Distribué {date_fr(day)}" if day else "Distribué, à une date inconnue",
               f"وزع بتاريخ {date_long_ar(day)}" if day else "وزع في تاريخ غير معروف")  # fmt: skip
    if day is None or not day.is_full or council is None:
        return f"{told}."
    days = (council - day.first_day).days
    asked = notice_of(council, case.procedure.vocabulary).days
    in_arabic = counted_ar(days, DAYS, governed=True)
    before = say(
        f"{days} jour{'s' if days > 1 else ''} avant le Conseil",
        f"قبل المجلس {'بـ' if in_arabic[:1].isdecimal() else 'ب'}{in_arabic}",
    )
    if days <= 0:
        before = say("le jour même du Conseil", "في يوم المجلس نفسه") if days == 0 else ""
    kept = _kept(case, asked, language, is_kept=days >= asked) if asked is not None else ""
    return f"{say(', ', '، ').join(filter(None, (told, before)))}{kept}."


def _kept(case: Case, asked: int, language: Language, *, is_kept: bool) -> str:
    say = wording(language)
    if is_kept:
        return say(f" : le délai de {asked} jours est respecté", f": تم احترام أجل {counted_ar(asked, DAYS)}")
    short = say(f" : le délai de {asked} jours n’est pas respecté", f": لم يحترم أجل {counted_ar(asked, DAYS)}")
    return f"{short}{say(' ; ', '؛ ')}{_reason(case, language)}"


def _reason(case: Case, language: Language) -> str:
    say, told = wording(language), case.situation.told("shortened")
    choices = case.procedure.vocabulary.facts["shortened"].choices
    words = next((say(choice.fr, choice.ar) for choice in choices if choice.value == told), None)
    if words is None:
        return say("aucun motif n’est enregistré", "ولم يسجل أي سبب")
    return say(f"motif : {words}", f"السبب: {words}")


def disagreements(case: Case, language: Language) -> list[Fields]:
    """List what is not agreed: open observations, and opinions against the text or with reservations.

    The answer to each is left to write.
    """
    say = wording(language)
    found = [
        {"origine": _of(each.body, each.on, language) or None, "point": _point(each, language), "reponse": None}
        for each in still_open(case.situation)
    ]
    choices = {c.value: say(c.fr, c.ar) for c in case.procedure.vocabulary.facts["answer"].choices}
    found += [
        {"origine": _of(each.body, each.asked_on or each.answered_on, language),
         "point": _opinion(each, choices, language), "reponse": None}
        for each in opinions(case.situation)
        if each.answer in _DISAGREES
    ]  # fmt: skip
    return found


def _point(each: Observation, language: Language) -> str:
    if not each.article:
        return each.words
    article = named_articles(each.article) if language == "fr" else articles_ar(each.article) or each.article
    return f"{capital(article)}{wording(language)(' : ', _LINE)}{each.words}"


def _opinion(each: Opinion, choices: dict[str, str], language: Language) -> str:
    say = wording(language)
    told = say(f"Avis {choices[each.answer or '']}", f"رأي {choices[each.answer or '']}")
    return f"{told}{say(' : ', _LINE)}{each.words}" if each.words else f"{told}."


def _of(body: str, on: PartialDate | None, language: Language) -> str:
    return named_ar(body, on) if language == "ar" else capital(name_fr(body, on.last_day if on else None))


def written_remarks(case: Case, language: Language) -> list[str]:
    """List the written observations of other ministers, received after it was distributed.

    Décret n° 2-20-740, art. 1.
    """
    return list(_remarks(case, language))


def _remarks(case: Case, language: Language) -> Iterator[str]:
    say = wording(language)
    for done in events(case.situation.done):
        if done.move == _REMARKED:
            body = _of(done.facts.get("body", ""), done.on, language)
            words = done.facts.get("remarks", "")
            named = body or say("Département non précisé", "قطاع غير محدد")
            day = _day(done.on, language)
            yield f"{named}{day}{say(' : ', _LINE)}{words}" if words else f"{named}{day}."


def _day(on: PartialDate | None, language: Language) -> str:
    return f" ({wording(language)(date_fr(on, 'bare'), date_long_ar(on))})" if on else ""
