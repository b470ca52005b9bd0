"""Acts and their articles cited in Arabic, from the way in which they are cited in French.

Only what is wholly understood is said: a citation of which one part would stay in French has no Arabic words.
"""

import re

from workflow.calendar.words import day_ar, parse_fr
from workflow.language.official_numbers import SEPARATOR
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
    rf"(?:l[ea] |l[’'])?(?P<noun>{'|'.join(map(re.escape, _ACTS))}) (?:n°[ \u00a0]?)?(?P<number>{_NUMBER})"
    r"(?: du (?P<day>\d{1,2}(?:er)? [^\W\d_]+ \d{4}))?",
    re.IGNORECASE,
)
_TWO_ACTS = re.compile(
    rf"(?:les )?(?P<nouns>textes|lois|décrets|arrêtés) n°[ \u00a0]?(?P<one>{_NUMBER}) et (?:n° ?)?(?P<other>{_NUMBER})"
)
_MANY = {"textes": "النص", "lois": "القانون", "décrets": "المرسوم", "arrêtés": "القرار"}
_CONSTITUTION = "الدستور"
_RULES = {
    "Chambre des représentants": "النظام الداخلي لمجلس النواب",
    "Chambre des conseillers": "النظام الداخلي لمجلس المستشارين",
}
_OF_RULES = re.compile(r"(?:règlement (?:intérieur )?de la )?(?P<chamber>Chambre des (?:représentants|conseillers))")
_ARTICLES = re.compile(r"(?P<source>.+?), art\. (?P<which>(?:\d+|premier).*)")
_ONE_ARTICLE = re.compile(r"(?P<rank>\d{1,4})(?P<bis> bis)?")
# How one article, two and more are named: those of a law or a decree, and those of the Constitution.
_OF_AN_ACT = ("المادة", "المادتان", "المواد", "المادة الأولى")
_OF_THE_CONSTITUTION = ("الفصل", "الفصلان", "الفصول", "الفصل الأول")
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

    A day that is told with it is kept: "décret n° 2-14-278 du 6 juin 2014"; of a number alone it is "النص".
    """
    if re.fullmatch(_NUMBER, words.strip()):
        return f"النص رقم {number_ar(words)}"
    if two := _TWO_ACTS.fullmatch(words.strip()):  # each named by itself: a dual would change after a preposition
        return " و".join(f"{_MANY[two['nouns']]} رقم {number_ar(two[which])}" for which in ("one", "other"))
    found = _ACT.fullmatch(words.strip())
    if not found:
        return None
    named = f"{_ACTS[found['noun'].lower().replace(chr(39), '’')]} رقم {number_ar(found['number'])}"
    if not found["day"]:
        return named
    try:
        return f"{named} بتاريخ {day_ar(parse_fr(found['day']).first_day)}"
    except ValueError:
        return None


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
    names = _OF_THE_CONSTITUTION if source == _CONSTITUTION else _OF_AN_ACT
    articles = _articles(found["which"], names)
    return f"{source}، {articles}" if articles else None


def _source(words: str) -> str | None:
    if words == "Constitution":
        return _CONSTITUTION
    if found := _OF_RULES.fullmatch(words):
        return _RULES[found["chamber"]]
    return act_ar(words)


def _articles(which: str, names: tuple[str, str, str, str]) -> str | None:
    one, two, many, first = names
    if which in ("1", "premier", "1er"):
        return first
    if " à " in which:
        start, _to, end = which.partition(" à ")
        if start.isdecimal() and end.isdecimal():
            return f"{many} من {start} إلى {end}"
        return None
    ranks = [_ONE_ARTICLE.fullmatch(rank) for rank in re.split(r", | et ", which)]
    said = [f"{rank['rank']}{' مكرر' if rank['bis'] else ''}" for rank in ranks if rank]
    if len(said) < len(ranks):
        return None
    return f"{ {1: one, 2: two}.get(len(said), many) } {' و'.join(said)}"
