"""What a complete file for the SGG holds, item by item: what is really there, what people declared, what is missing."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from documents.case import Case
from documents.language import Language, wording
from models import ItemStatus, Register
from workflow.history.items import Item
from workflow.history.opinions import opinions
from workflow.pieces.kept import newest
from workflow.procedure.institutions import same

_LAWS = "lois"
_VISA, _FINANCE = "visa", "ministry_of_finance"


class State(Enum):
    """What can be said of an item of the list, in both languages."""

    JOINED = ("joint", "مرفق")
    # Somebody said that it is there; the file itself holds no trace of it.
    DECLARED = ("déclaré", "مصرح به")
    MISSING = ("manque", "ناقص")
    NEEDLESS = ("sans objet", "غير ذي موضوع")

    def label(self, language: Language) -> str:
        """Say it in a language."""
        return wording(language)(*self.value)


@dataclass(frozen=True)
class Line:
    """An item of the list: what it is, what asks for it, and where it stands."""

    label_fr: str
    label_ar: str
    basis_fr: str
    basis_ar: str
    state: State


@dataclass(frozen=True)
class _There:
    """What is there: the pieces attached by their kind, and what people ticked when they validated the draft."""

    case: Case
    attached: Counter[str]
    ticked: frozenset[str]

    def of(self, piece: str, ticked: str = "") -> State:
        """Say where stands what a piece of that kind is, or else what was ticked."""
        if self.attached[piece]:
            return State.JOINED
        return State.DECLARED if ticked in self.ticked else State.MISSING

    @property
    def is_law(self) -> bool:
        """Whether the text is to be a law, and not a regulation."""
        return self.case.procedure.sections["act"] == _LAWS


def attached(case: Case) -> Counter[str]:
    """Count the pieces attached by their kind; of each, only its newest version."""
    return Counter(facts["piece"] for facts in newest(case.situation.done))


def ticked(case: Case) -> frozenset[str]:
    """Give what was ticked when the draft was validated last."""
    lists = [done.facts["pieces"] for done in case.situation.done if done.facts.get("pieces")]
    return frozenset(lists[-1]) if lists else frozenset()


def checklist(case: Case) -> list[Line]:
    """Give the ten items of a complete file, in the order of the law (décret n° 2-20-740, art. 3)."""
    there = _There(case, attached(case), ticked(case))
    return [Line(*words, state(there)) for words, state in _ITEMS]


def _opinions(there: _There) -> State:
    """Look for the opinions declared compulsory; where none was, only people know whether one is due."""
    asked = [each for each in opinions(there.case.situation) if each.compulsory]
    if any(not each.answered for each in asked):
        return State.MISSING
    if asked and there.attached["opinion"] < len(asked):
        return State.DECLARED
    return there.of("opinion", "opinions")


def _finance(there: _There) -> State:
    if not there.case.text.financial_impact:
        return State.NEEDLESS
    visas = [item for item in _signatures(there, is_visa=True) if same(str(item.values["signatory"]), _FINANCE)]
    given = any(item.status is ItemStatus.SETTLED for item in visas)
    return State.DECLARED if given or "finance" in there.ticked else State.MISSING


def _ministers(there: _There) -> State:
    if there.is_law:
        return State.NEEDLESS
    expected = _signatures(there, is_visa=False)
    if any(item.status is not ItemStatus.SETTLED for item in expected):
        return State.MISSING
    if there.attached["signed_scan"]:
        return State.JOINED
    return State.DECLARED if expected or "agreements" in there.ticked else State.MISSING


def _authorities(there: _There) -> State:
    if not there.is_law:
        return State.NEEDLESS
    return State.DECLARED if "agreements" in there.ticked else State.MISSING


def _study(there: _There) -> State:
    count = there.case.situation.count
    state = there.of("impact_study", "impact_study")
    if state is State.MISSING and count("deliver_impact_study"):
        return State.DECLARED
    return State.NEEDLESS if state is not State.JOINED and not count("order_impact_study") else state


def _cited(there: _There) -> State:
    if there.attached["cited_text"]:
        return State.JOINED
    return State.MISSING if any(not tie.incoming for tie in there.case.ties) else State.NEEDLESS


def _signatures(there: _There, *, is_visa: bool) -> list[Item]:
    items = there.case.items_in(Register.SIGNATURES)
    return [item for item in items if (item.values.get("nature") == _VISA) == is_visa]


_ART_3 = ("décret n° 2-20-740, art. 3", "المرسوم رقم 2.20.740، المادة 3")
_USAGE = ("usage", "العرف الإداري")
# What each item is, what asks for it, in both languages, and how its state is found.
_ITEMS: tuple[tuple[tuple[str, str, str, str], Callable[[_There], State]], ...] = (
    (("Texte complet en langue arabe", "النص الكامل باللغة العربية", *_ART_3), lambda it: it.of("draft_ar", "arabic")),
    (("Note de présentation", "مذكرة تقديم", *_ART_3), lambda it: it.of("expose_des_motifs", "presentation")),
    (("Avis requis par la loi", "الآراء التي يتطلبها القانون", *_ART_3), _opinions),
    (("Visa des Finances", "تأشيرة المالية", *_ART_3), _finance),
    (("Signatures des ministres chargés de l’exécution", "توقيعات الوزراء المكلفين بالتنفيذ", *_ART_3), _ministers),
    (("Accord des autorités directement concernées par l’exécution", "موافقة السلطات المعنية مباشرة بالتنفيذ", *_ART_3),
     _authorities),
    (("Étude d’impact, si elle a été décidée", "دراسة الأثر، إذا تقررت", "décret n° 2-17-585", "المرسوم رقم 2.17.585"),
     _study),
    (("Copie électronique", "نسخة إلكترونية", "décret n° 2-08-229, pour les textes de son champ",
      "المرسوم رقم 2.08.229، بالنسبة للنصوص الداخلة في نطاقه"), lambda it: it.of("draft_ar")),
    (("Traduction en français", "الترجمة إلى الفرنسية", *_USAGE), lambda it: it.of("draft_fr")),
    (("Copies des textes cités", "نسخ من النصوص المستند إليها", *_USAGE), _cited),
)  # fmt: skip
