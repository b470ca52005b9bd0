"""What a dahir of promulgation says: its number and day, the Constitution it cites, the law, the Chambers."""

import re
from datetime import date
from typing import NamedTuple

from documents.case import Case
from documents.kind import Fields
from documents.kinds.acts.authorities import head_of_government, promulgation_step
from documents.kinds.acts.closing import name_of, quality_of
from documents.kinds.acts.days import both_ar, both_fr, numbered_ar, numbered_fr
from documents.kinds.acts.titles import law_named
from documents.language import Language, wording
from documents.missing import missing
from workflow.language.typography import DOTS

_ADOPTED = "adopted"
_ORGANIC, _FINANCE = "organic", "finance"
# Until then laws were promulgated under another Constitution, whose articles have other numbers.
_CONSTITUTION_OF_2011 = date(2011, 7, 30)
# The first day of the reign; before, the seal bore another name.
_REIGN = date(1999, 7, 23)
_REPRESENTATIVES, _COUNSELLORS = "representants", "conseillers"
_ALONE = "adopt_in_single_chamber"
_APPROVES = re.compile(
    r"approbation\s+(?:de\s|du\s|des\s|d[’']).*?(?:convention|accord|trait[ée]|protocole|charte|pacte)"
    r"|ب(?:ال)?موافقة على.*?(?:اتفاق|معاهدة|بروتوكول|ميثاق)",
    re.IGNORECASE | re.DOTALL,
)


class Both(NamedTuple):
    """Words of one thing in both languages."""

    fr: str
    ar: str


_NAMES = {
    _REPRESENTATIVES: Both("la Chambre des représentants", "مجلس النواب"),
    _COUNSELLORS: Both("la Chambre des conseillers", "مجلس المستشارين"),
}
_OF_LAWS = Both("ses articles 42 et 50", "الفصلين 42 و50 منه")
_OF_TREATIES = Both("ses articles 42, 50 et 55 (alinéa 2)", "الفصول 42 و50 و55 (الفقرة الثانية) منه")
_OF_ORGANIC_LAWS = Both("ses articles 42, 50, 85 et 132", "الفصول 42 و50 و85 و132 منه")
_OF_FINANCE_LAWS = Both("ses articles 42, 50, 75 et 84", "الفصول 42 و50 و75 و84 منه")
_THEN = missing("les articles de la Constitution alors en vigueur", "فصول الدستور المعمول به آنذاك")
_OF_THEIR_TIME = Both(f"ses articles {_THEN}", f"الفصول {_THEN} منه")


def of_dahir(case: Case, language: Language) -> Fields:
    """Give the fields of the dahir that promulgates a law, dots for what is not given yet."""
    say, made = wording(language), promulgation_step(case)
    number, law = made.facts.get("dahir") if made else None, law_named(case, language)
    head = head_of_government(case)
    cited, chambers = _cited(case), _chambers(case)
    return {
        "titre_dahir": say(
            f"Dahir n° {numbered_fr(number)} du {both_fr(made)} portant promulgation de la {law}",
            f"ظهير شريف رقم {numbered_ar(number)} صادر في {both_ar(made)} بتنفيذ {law}",
        ),
        "sceau": _seal(case, language),
        "visa": say(f"Vu la Constitution, notamment {cited.fr},", f"بناء على الدستور ولا سيما {cited.ar}،"),
        "promulgation": _promulgated(law, chambers, language),
        "ordre_chambres": _about_order(chambers, language),
        "fait": say(f"Fait à {DOTS}, le {both_fr(made)}.", f"وحرر ب{DOTS} في {both_ar(made)}."),
        "qualite": quality_of(head, language),
        "nom": name_of(head, language),
    }


def _day(case: Case) -> date:
    made = promulgation_step(case)
    return made.on.last_day if made and made.on else case.on


def _cited(case: Case) -> Both:
    """Name the articles by which such a law is promulgated: an approval of a treaty is told by its title."""
    if _day(case) < _CONSTITUTION_OF_2011:
        return _OF_THEIR_TIME
    if _ORGANIC in case.procedure.features:
        return _OF_ORGANIC_LAWS
    if _FINANCE in case.procedure.features:
        return _OF_FINANCE_LAWS
    approves = any(_APPROVES.search(title) for title in (case.title_fr, case.title_ar))
    return _OF_TREATIES if approves else _OF_LAWS


def _seal(case: Case, language: Language) -> str:
    if _day(case) < _REIGN:
        return wording(language)(f"(Grand Sceau de Sa Majesté {DOTS})", f"الطابع الشريف - بداخله: ({DOTS})")
    return wording(language)(
        "(Grand Sceau de Sa Majesté Mohammed VI)",
        "الطابع الشريف - بداخله: (محمد بن الحسن بن محمد بن يوسف الله وليه)",
    )


class Chambers(NamedTuple):
    """The Chambers that adopted a law, and whether the history says in which order."""

    codes: tuple[str, ...]
    known: bool


def _chambers(case: Case) -> Chambers:
    """Name the Chambers in the order of their first adoption, else in the one that dahirs have most often."""
    votes = [done for done in case.situation.done if done.vote == _ADOPTED and done.navette == case.situation.navette]
    second = case.procedure.vocabulary.chambers[_COUNSELLORS].since
    if any(done.move == _ALONE for done in votes) or (second and _day(case) < second):
        return Chambers((_REPRESENTATIVES,), known=True)
    told = tuple(dict.fromkeys(done.chamber for done in votes if done.chamber))
    if len(told) > 1:
        return Chambers(told, known=True)
    return Chambers((_REPRESENTATIVES, _COUNSELLORS), known=False)


def _promulgated(law: str, chambers: Chambers, language: Language) -> str:
    by_fr = " et ".join(_NAMES[code].fr for code in chambers.codes)
    by_ar = " و".join(_NAMES[code].ar for code in chambers.codes)
    return wording(language)(
        f"Est promulguée et sera publiée au Bulletin officiel, à la suite du présent dahir, la {law}, "
        f"telle qu’adoptée par {by_fr}.",
        f"ينفذ وينشر بالجريدة الرسمية، عقب ظهيرنا الشريف هذا، {law}، كما وافق عليه {by_ar}.",
    )


def _about_order(chambers: Chambers, language: Language) -> str:
    """Say where the order of the Chambers comes from: no rule fixes it."""
    say = wording(language)
    if not chambers.codes[1:]:
        return ""
    if chambers.known:
        return say(
            "L’ordre des deux Chambres est celui de leurs votes dans l’historique du dossier : "
            "c’est un choix de rédaction, aucune règle ne le fixe.",
            "ترتيب المجلسين هو ترتيب تصويتهما كما هو مسجل في تاريخ الملف: وهو اختيار في التحرير، لا تحدده أي قاعدة.",
        )
    return say(
        "L’historique du dossier ne dit pas quelle Chambre a adopté la loi la première : les Chambres sont citées dans "
        "l’ordre le plus fréquent, qui est un choix de rédaction.",
        "لا يبين تاريخ الملف أي المجلسين وافق على القانون أولا: ذكر المجلسان وفق الترتيب الأكثر تداولا، "
        "وهو اختيار في التحرير.",
    )
