"""The synthesis of the observations of departments, bodies and the public on a text, and what becomes of each.

Fields: those of every paper; `version_examinee`, `delai_reponse`, `consultations` (organisme, saisi, attendu, reponse),
`observations` (numero, organisme, article, redaction, observation, suite, motif, nouvelle, longue), and what is counted
on these very rows, by department and by what becomes of them: `totaux` (organisme, one field for each, total).
"""

from collections.abc import Sequence

from documents.case import Case
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.tables.cells import (
    article_place,
    article_shown,
    article_words,
    body_shown,
    choice_shown,
    day_of,
    day_shown,
    is_long,
)
from documents.kinds.tables.observations_page import FATES, FIELDS, template
from documents.language import Language, wording
from documents.missing import missing
from models import PartialDate, Register
from workflow.history.events import events
from workflow.history.fold import ATTACH
from workflow.history.items import Item
from workflow.history.numbering import ASK, REMARK
from workflow.history.opinions import Opinion, opinions
from workflow.language.typography import DASH, capital

_DRAFTS = ("draft_ar", "draft_fr")
_REASONED = ("partly", "rejected")
_WAITS = "waits"


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell the observations of the register in the order of the articles, then of the bodies; count them."""
    items = in_order(case, language)
    asked = opinions(case.situation)
    return of_case(case, language) | {
        "version_examinee": _version(case, language),
        "delai_reponse": _due(asked, language),
        "consultations": [_consultation(each, language) for each in asked],
        "observations": [_row(case, item, language) for item in items],
        "totaux": _totals(items, language),
    }


def in_order(case: Case, language: Language) -> list[Item]:
    """Give the observations: those on the text as a whole first, then by article, then by the name of the body."""
    return sorted(
        case.items_in(Register.OBSERVATIONS),
        key=lambda each: (article_place(each.values.get("article", "")), body_of(each, language), each.number),
    )


def body_of(item: Item, language: Language) -> str:
    """Name who made an observation, as on the day it came."""
    return body_shown(item.values.get("body", ""), language, day_of(item.values.get("received_on")))


def fate_shown(item: Item, language: Language) -> str:
    """Say what becomes of an observation."""
    told = choice_shown(Register.OBSERVATIONS, "position", item.values.get("position"), language)
    return told or wording(language)("En attente", "في الانتظار")


def reason_shown(item: Item) -> str:
    """Give why an observation is not kept; what has to be told and is not is missing."""
    given: str = item.values.get("reason", "")
    if given or item.values.get("position") not in _REASONED:
        return given or DASH
    return missing(
        "le motif, dû pour toute observation qui n’est pas retenue", "التعليل، الواجب لكل ملاحظة غير مأخوذ بها"
    )


def _row(case: Case, item: Item, language: Language) -> Fields:
    article = item.values.get("article", "")
    told = {
        "numero": str(item.number),
        "organisme": body_of(item, language),
        "article": article_shown(article, language),
        "redaction": article_words(case, article, language),
        "observation": item.values.get("observation") or DASH,
        "suite": fate_shown(item, language),
        "motif": reason_shown(item),
        "nouvelle": item.values.get("wording") or DASH,
    }
    return told | {"longue": is_long(told.values())}


def _totals(items: Sequence[Item], language: Language) -> list[Fields]:
    """Count the rows by department and by fate; the last line counts them all. None where there is no row."""
    names = sorted({body_of(item, language) for item in items})
    groups = [(name, [item for item in items if body_of(item, language) == name]) for name in names]
    every = [(wording(language)("Total", "المجموع"), list(items))] if items else []
    return [_counted(name, group) for name, group in (*groups, *every)]


def _counted(name: str, items: Sequence[Item]) -> Fields:
    fates = [item.values.get("position") or _WAITS for item in items]
    counts = {field: str(fates.count(value)) for field, value, _french, _arabic in FATES}
    return {"organisme": name, **counts, "total": str(len(items))}


def _consultation(opinion: Opinion, language: Language) -> Fields:
    say = wording(language)
    answer = choice_shown(Register.CONSULTATIONS, "answer", opinion.answer, language)
    given = " – ".join(filter(None, (answer, day_shown(opinion.answered_on, language) if opinion.answered_on else "")))
    return {
        "organisme": body_shown(opinion.body, language, opinion.asked_on),
        "saisi": day_shown(opinion.asked_on, language),
        "attendu": day_shown(opinion.due, language),
        "reponse": (given or say("Rendue", "ورد")) if opinion.answered else say("Sans réponse", "دون جواب"),
    }


def _due(asked: Sequence[Opinion], language: Language) -> str:
    """Give the last day for which an answer was asked."""
    days: list[PartialDate] = [each.due for each in asked if each.due]
    if not days:
        return missing("le délai de réponse donné aux organismes consultés", "الأجل المحدد لجواب الهيئات المستشارة")
    return day_shown(max(days, key=lambda day: day.last_day), language)


def _version(case: Case, language: Language) -> str:
    """Name the version that was at hand when opinions were asked last, else when the first observation came."""
    said = (
        "la version du projet sur laquelle portent les observations",
        "صيغة المشروع التي تتعلق بها الملاحظات",
    )
    done = case.situation.done
    asked = [each.number for each in events(done) if each.move == ASK or (each.move == REMARK and each.item == 1)]
    before = [
        each
        for each in done
        if each.move == ATTACH
        and each.facts.get("piece") in _DRAFTS
        and not each.facts.get("confidential")
        and (not asked or each.number < max(asked))
    ]
    if not before:
        return missing(*said)
    last = before[-1]
    number, on = last.facts.get("piece_version"), day_shown(last.on, language)
    kind = case.procedure.vocabulary.piece(last.facts["piece"])
    return wording(language)(
        f"{capital(kind.fr)}, version {number}, versée le {on}", f"{kind.ar}، الصيغة {number}، بتاريخ {on}"
    )


KIND = Kind("observations", context, template, FIELDS)
