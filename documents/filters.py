"""What templates may put after a field, `{{ date|date_ar }}`: dates, numbers, agreement, references to acts.

Without words between brackets, so that people who write templates have nothing to quote. Of None they give what is
missing, and what is missing they give as it is.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from typing import TypeAlias, TypeVar, cast

from jinja2.filters import FILTERS as OF_JINJA

from documents.grammar import ActReference, Agreement
from documents.missing import is_missing, missing
from models import PartialDate
from workflow.calendar.hijri import ArabicStyle, DualDate, format_ar, format_fr, to_hijri
from workflow.calendar.words import day_ar, day_fr, long_date, partial_ar
from workflow.language.official_numbers import parse_number

_FIXED = "\u00a0"
_PAIR = 2
_COUNTED = re.compile(r"\d+|\b(?:bis|ter)\b|مكرر")
Value = TypeVar("Value")
Day: TypeAlias = DualDate | PartialDate | date


def or_missing(show: Callable[[Value], str]) -> Callable[[Value | str | None], str]:
    """Let a filter pass on what is missing, None among it."""

    @wraps(show)
    def shown(value: Value | str | None) -> str:
        if value is None:
            return missing()
        return str(value) if is_missing(value) else show(cast("Value", value))

    return shown


def points(value: object) -> object:
    """Give what is missing for None and for empty words, all else as it is."""
    return missing() if value is None or value == "" else value


@or_missing
def date_long_ar(when: PartialDate | date) -> str:
    """Word a date in Arabic without preposition, with the months of legal texts: "فاتح سبتمبر 2014"."""
    words = day_ar(when) if isinstance(when, date) else partial_ar(when).partition(" ")[2]
    return _held(words)


@or_missing
def date_double_fr(when: Day) -> str:
    """Word a day in both calendars: "18 rabii II 1446 (22 octobre 2024)"; an estimated Hijri day is said to be so.

    A day without Hijri one, or a month or year alone, is worded in the civil calendar.
    """
    dual = _dual(when)
    if dual is None:
        return long_date(when if not isinstance(when, DualDate) else when.day)
    doubt = ", estimé" if dual.estimated else ""
    return f"{_held(format_fr(dual.hijri))}{doubt} ({_held(day_fr(dual.day))})"


@or_missing
def date_double_ar(when: Day) -> str:
    """Word a day in both calendars: "29 من شوال 1435 (26 أغسطس 2014)"; an estimated Hijri day is said to be so.

    Acts write من from the eleventh day of the Hijri month on, and فاتح for the first of either calendar.
    """
    return in_both_ar(when, "closing")


def in_both_ar(when: Day, style: ArabicStyle) -> str:
    """Word a day in both calendars as acts are dated, or as issues of the Bulletin officiel are."""
    dual = _dual(when)
    if dual is None:
        return date_long_ar(when if not isinstance(when, DualDate) else when.day)
    doubt = " تقديرا" if dual.estimated else ""
    return f"{_held(format_ar(dual.hijri, style))}{doubt} ({_held(day_ar(dual.day))})"


def number_fr(number: str | None) -> str:
    """Write an official number as French texts do: "2-14-278"; what is no such number, or says more, stays."""
    return _number(number, "-")


def number_ar(number: str | None) -> str:
    """Write an official number as Arabic texts do: "2.14.278"; what is no such number, or says more, stays."""
    return _number(number, ".")


def charged_fr(who: Agreement) -> str:
    """Agree "chargé" with those who are: "chargé", "chargée", "chargés", "chargées"."""
    return f"chargé{'e' if who.gender == 'f' else ''}{'s' if who.number > 1 else ''}"


def orders_fr(who: Agreement) -> str:
    """Give the word by which authorities order: "ARRÊTE", or "ARRÊTENT" of several."""
    return "ARRÊTENT" if who.number > 1 else "ARRÊTE"


def orders_ar(who: Agreement) -> str:
    """Give the word by which authorities decide: قرر, قررا of two, قرروا of more; قررت, قررتا, قررن of women alone."""
    one, two, many = ("قررت", "قررتا", "قررن") if who.gender == "f" else ("قرر", "قررا", "قرروا")
    return many if who.number > _PAIR else two if who.number == _PAIR else one


def each_fr(who: Agreement) -> str:
    """Share the execution: "chacun en ce qui le concerne", "chacune" of women alone, nothing of one."""
    if who.number == 1:
        return ""
    return "chacune en ce qui la concerne" if who.gender == "f" else "chacun en ce qui le concerne"


def each_ar(who: Agreement) -> str:
    """Share the execution: "كل واحد منهما فيما يخصه" of two, "كل واحد منهم فيما يخصه" of more, nothing of one.

    Of women alone it is "كل واحدة منهما فيما يخصها", "كل واحدة منهن فيما يخصها".
    """
    if who.number == 1:
        return ""
    each, many, own = ("واحدة", "منهن", "يخصها") if who.gender == "f" else ("واحد", "منهم", "يخصه")
    return f"كل {each} {'منهما' if who.number == _PAIR else many} فيما {own}"


@or_missing
def reference_fr(act: ActReference) -> str:
    """Cite an act in French: "décret n° 2-14-278 du 8 chaabane 1435 (6 juin 2014)"."""
    by = f" promulguée par le dahir n°{_FIXED}{number_fr(act.dahir)}" if act.dahir else ""
    return f"{act.noun_fr} n°{_FIXED}{number_fr(act.number)}{by} du {date_double_fr(act.on)}"


@or_missing
def reference_ar(act: ActReference) -> str:
    """Cite an act in Arabic: "المرسوم رقم 2.14.278 الصادر في 8 شعبان 1435 (6 يونيو 2014)"."""
    issued = "الصادر في"
    if act.dahir:
        issued = f"الصادر بتنفيذه الظهير الشريف رقم{_FIXED}{number_ar(act.dahir)} بتاريخ"
    return f"{act.noun_ar} رقم{_FIXED}{number_ar(act.number)} {issued} {date_double_ar(act.on)}"


def _dual(when: Day) -> DualDate | None:
    if isinstance(when, PartialDate):
        return to_hijri(when.first_day) if when.is_full else None
    return to_hijri(when) if isinstance(when, date) else when


def _number(number: str | None, separator: str) -> str:
    if not number:
        return missing()
    try:
        parts = parse_number(number).parts
    except ValueError:
        return number
    # A date, a second number or a "bis" beside it would be lost.
    return separator.join(parts) if len(_COUNTED.findall(number)) == len(parts) else number


def _held(words: str) -> str:
    return words.replace(" ", _FIXED)


FILTERS: Mapping[str, Callable[..., object]] = {
    **{name: OF_JINJA[name] for name in ("join", "length")},
    **{name: or_missing(OF_JINJA[name]) for name in ("capitalize", "lower", "upper")},
    "points": points,
    "date_longue": or_missing(long_date),
    "date_ar": date_long_ar,
    "date_double_fr": date_double_fr,
    "date_double_ar": date_double_ar,
    "numero_fr": number_fr,
    "numero_ar": number_ar,
    "charge_fr": charged_fr,
    "arrete_fr": orders_fr,
    "arrete_ar": orders_ar,
    "chacun_fr": each_fr,
    "chacun_ar": each_ar,
    "reference_fr": reference_fr,
    "reference_ar": reference_ar,
}
