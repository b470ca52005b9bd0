"""Acts and their articles cited in Arabic, from the way in which they are cited in French.

Only what is wholly understood is said: a citation of which one part would stay in French has no Arabic words.
"""

import re

from workflow.calendar.hijri import format_ar
from workflow.calendar.hijri import parse_fr as parse_hijri
from workflow.calendar.words import day_ar, parse_fr
from workflow.language.cited_articles import articles_ar
from workflow.language.official_numbers import MARK_FR, SEPARATOR
from workflow.procedure.values import Certainty

_NUMBER = rf"\d{{1,4}}(?:{SEPARATOR}\d{{1,4}}){{1,2}}"
_ACTS = {
    "projet de loi organique": "مشروع القانون التنظيمي",
    "projet de loi-cadre": "مشروع القانون الإطار",
    "projet de loi": "مشروع القانون",
    "projet de décret-loi": "مشروع المرسوم بقانون",
    "projet de décret": "مشروع المرسوم",
    "projet d’arrêté": "مشروع القرار",
    "proposition de loi organique": "مقترح القانون التنظيمي",
    "proposition de loi": "مقترح القانون",
    "loi organique": "القانون التنظيمي",
    "loi-cadre": "القانون الإطار",
    "loi": "القانون",
    "décret-loi": "المرسوم بقانون",
    "décret": "المرسوم",
    "dahir": "الظهير الشريف",
    "arrêté conjoint": "القرار المشترك",
    "arrêté": "القرار",
}
_ACT = re.compile(
    rf"(?:l[ea] |l[’'])?(?P<noun>{'|'.join(map(re.escape, _ACTS))}) (?:{MARK_FR})?(?P<number>{_NUMBER})"
    rf"(?:,? promulguée? par le dahir (?:{MARK_FR})?(?P<dahir>{_NUMBER}))?"
    # In the civil calendar alone, or in both.
    r"(?: du (?:(?P<hijri>\d{1,2}(?:er)? [^\W\d_][^\d()]*?\d{4})(?P<estimated>, estimé)? \()?"
    r"(?P<day>\d{1,2}(?:er)? [^\W\d_]+ \d{4})(?(hijri)\)))?",
    re.IGNORECASE,
)
_TWO_ACTS = re.compile(
    rf"(?:les )?(?P<nouns>textes|lois|décrets|arrêtés) (?:{MARK_FR})?(?P<one>{_NUMBER}) et (?:{MARK_FR})?"
    rf"(?P<other>{_NUMBER})"
)
_MANY = {"textes": "النص", "lois": "القانون", "décrets": "المرسوم", "arrêtés": "القرار"}
CONSTITUTION_AR = "الدستور"
_CONSTITUTION = re.compile("(?:la )?Constitution", re.IGNORECASE)
# Acts that are said to be issued on their day, as a law is by the dahir that promulgates it.
_ISSUED = frozenset({"décret-loi", "décret", "dahir", "arrêté conjoint", "arrêté"})
_RULES = {
    "Chambre des représentants": "النظام الداخلي لمجلس النواب",
    "Chambre des conseillers": "النظام الداخلي لمجلس المستشارين",
}
_OF_RULES = re.compile(r"(?:règlement (?:intérieur )?de la )?(?P<chamber>Chambre des (?:représentants|conseillers))")
_ARTICLES = re.compile(r"(?P<source>.+?), art\. (?P<which>(?:\d+|premier).*)")
# What the procedure files say beside or instead of a citation.
_SAID = {
    "clause du texte": "مقتضى من النص نفسه",
    "date demandée dans la saisine": "التاريخ المطلوب في رسالة الإحالة",
    "date convenue avec le signataire": "التاريخ المتفق عليه مع الموقع",
    "Constitutions de 1970, 1972 et 1992": "دساتير 1970 و1972 و1992",
    "le silence vaut absence d’observations": "يعتبر السكوت عدم إبداء ملاحظات",
    "sans délai": "دون أجل",
    "un mois, compté ici trente jours": "شهر واحد، محتسب هنا في ثلاثين يوما",
    "champ du commerce": "مجال التجارة",
    "aucun délai légal": "دون أجل قانوني",
    "trois mois pour un rapport": "ثلاثة أشهر بالنسبة للتقرير",
    "usage": "عرف",
}
_REMARKED = re.compile(r"(?P<cited>.+?)(?: : (?P<said>.+)| \((?P<aside>[^()]+)\))")
_CERTAINTIES: dict[Certainty, str] = {
    "memory": "من الذاكرة، في انتظار التحقق",
    "practice": "حسب الممارسة",
    "unclear": "نقطة تحتاج إلى توضيح",
}
_IN_PARLIAMENT = "au Parlement : "
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")


def has_latin(words: str) -> bool:
    """Whether a Latin letter stands in words: a sentence in Arabic cannot take them up."""
    return _LATIN.search(words) is not None


def number_ar(number: str) -> str:
    """Write an official number as Arabic texts do: "2-14-278" is "2.14.278"."""
    return re.sub(SEPARATOR, ".", number.strip())


def act_ar(words: str) -> str | None:
    """Name in Arabic the act that French words cite: "la loi n° 58-25" is "القانون رقم 58.25"; None when unsure.

    A day that is told with it is kept, in one calendar or in both: "décret n° 2-14-278 du 6 juin 2014"; and so is the
    dahir that promulgated a law. Of a number alone it is "النص".
    """
    words = words.replace("\u00a0", " ").strip()
    if re.fullmatch(_NUMBER, words):
        return f"النص رقم {number_ar(words)}"
    if is_constitution(words):
        return CONSTITUTION_AR
    if two := _TWO_ACTS.fullmatch(words):  # each named by itself: a dual would change after a preposition
        return " و".join(f"{_MANY[two['nouns']]} رقم {number_ar(two[which])}" for which in ("one", "other"))
    found = _ACT.fullmatch(words)
    return _named(found) if found else None


def is_constitution(words: str) -> bool:
    """Whether French words cite the Constitution, the articles of which have a name of their own in Arabic."""
    return _CONSTITUTION.fullmatch(words.strip()) is not None


def _named(found: re.Match[str]) -> str | None:
    noun = found["noun"].lower().replace("'", "’")
    named = f"{_ACTS[noun]} رقم {number_ar(found['number'])}"
    if found["dahir"]:
        named = f"{named} الصادر بتنفيذه الظهير الشريف رقم {number_ar(found['dahir'])}"
    if not found["day"]:
        return named
    try:
        return f"{named} {'الصادر في' if noun in _ISSUED else 'بتاريخ'} {_day_ar(found)}"
    except ValueError:
        return None


def _day_ar(found: re.Match[str]) -> str:
    """Word the day of an act, in the calendars in which it is cited; raise ValueError for one that no calendar has."""
    day = day_ar(parse_fr(found["day"]).first_day)
    if not found["hijri"]:
        return day
    doubt = " تقديرا" if found["estimated"] else ""
    return f"{format_ar(parse_hijri(found['hijri']), 'closing')}{doubt} ({day})"


def basis_ar(words_fr: str) -> str | None:
    """Say in Arabic the legal basis that a procedure file cites; None for one that is not wholly understood.

    "Constitution, art. 152 ; décret n° 2-20-740, art. 3" is "الدستور، الفصل 152؛ المرسوم رقم 2.20.740، المادة 3".
    """
    where = "في البرلمان: " if words_fr.startswith(_IN_PARLIAMENT) else ""
    parts = [_part(part) for part in words_fr.removeprefix(_IN_PARLIAMENT).split(" ; ")]
    known = [part for part in parts if part]
    return f"{where}{'؛ '.join(known)}" if len(known) == len(parts) else None


def cited_ar(words_fr: str, certainty: Certainty | None) -> str | None:
    """Cite a legal basis in Arabic, followed by how sure it is where it was not read in its source, as `cited_fr` does.

    None for a basis that is not wholly understood; of none at all, how sure it is.
    """
    basis = basis_ar(words_fr) if words_fr else ""
    doubt = _CERTAINTIES.get(certainty, "") if certainty else ""
    if basis is None:
        return None
    return f"{basis} ({doubt})" if basis and doubt else basis or doubt


def _part(words: str) -> str | None:
    if cited := _cited(words):
        return cited
    remarked = _REMARKED.fullmatch(words)
    if not remarked:
        return None
    cited, remark = _cited(remarked["cited"]), _cited(remarked["said"] or remarked["aside"])
    if not cited or not remark:
        return None
    return f"{cited}: {remark}" if remarked["said"] else f"{cited} ({remark})"


def _cited(words: str) -> str | None:
    if words in _SAID:
        return _SAID[words]
    found = _ARTICLES.fullmatch(words)
    source = _source(found["source"] if found else words)
    if not found or not source:
        return source
    articles = articles_ar(found["which"], of_constitution=source == CONSTITUTION_AR)
    return f"{source}، {articles}" if articles else None


def _source(words: str) -> str | None:
    if found := _OF_RULES.fullmatch(words):
        return _RULES[found["chamber"]]
    return act_ar(words)
