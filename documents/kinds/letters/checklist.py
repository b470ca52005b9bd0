"""The ten items of a complete file for the SGG: what shows each, as the condition on sending it counts them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from documents.case import Case
from documents.language import Language, wording
from workflow.conditions.complete_file import Owed, Proof, complete_file
from workflow.pieces.kept import newest

_LAWS = "lois"


class State(Enum):
    """What can be said of an item of the list, a piece, in both languages."""

    JOINED = ("jointe", "مرفقة")
    # A register tells it; the file holds no piece of it.
    RECORDED = ("enregistrée", "مسجلة")
    # Somebody said that it is there; the file holds no trace of it.
    DECLARED = ("déclarée", "مصرح بها")
    MISSING = ("manque", "ناقصة")
    NEEDLESS = ("sans objet", "غير ذات موضوع")

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


_SHOWN = {
    Proof.ATTACHED: State.JOINED,
    Proof.RECORDED: State.RECORDED,
    Proof.DECLARED: State.DECLARED,
    Proof.MISSING: State.MISSING,
}


@dataclass(frozen=True)
class _There:
    """What is there: the pieces attached by their kind, and what the condition on a complete file found."""

    case: Case
    attached: Counter[str]
    file: dict[str, Owed]

    def of(self, code: str) -> State:
        """Say where stands what a complete file holds under that code."""
        asked = self.file[code]
        return State.NEEDLESS if asked.is_missing and not asked.applies else _SHOWN[asked.proof]

    def joined(self, piece: str) -> State:
        """Say whether a piece of that kind is attached."""
        return State.JOINED if self.attached[piece] else State.MISSING

    @property
    def is_law(self) -> bool:
        """Whether the text is to be a law, and not a regulation."""
        return self.case.procedure.sections["act"] == _LAWS


def attached(case: Case) -> Counter[str]:
    """Count the pieces attached by their kind; of each, only its newest version."""
    return Counter(facts["piece"] for facts in newest(case.situation.done))


def file_of(case: Case) -> list[Owed]:
    """List what a complete file holds and what shows it, in the order of the law (décret n° 2-20-740, art. 3)."""
    return complete_file(case.text, case.procedure, case.situation)


def checklist(case: Case) -> list[Line]:
    """Give the ten items of a complete file, in the order of the slip."""
    there = _There(case, attached(case), {each.code: each for each in file_of(case)})
    return [Line(*words, state(there)) for words, state in _ITEMS]


def _ministers(there: _There) -> State:
    return State.NEEDLESS if there.is_law else there.of("agreements")


def _authorities(there: _There) -> State:
    return there.of("agreements") if there.is_law else State.NEEDLESS


def _cited(there: _There) -> State:
    is_citing = any(not tie.incoming for tie in there.case.ties)
    return there.joined("cited_text") if is_citing or there.attached["cited_text"] else State.NEEDLESS


_ART_3 = ("décret n° 2-20-740, art. 3", "المرسوم رقم 2.20.740، المادة 3")
_USAGE = ("usage", "العرف الإداري")
# What each item is, what asks for it, in both languages, and how its state is found.
_ITEMS: tuple[tuple[tuple[str, str, str, str], Callable[[_There], State]], ...] = (
    (("Texte complet en langue arabe", "النص الكامل باللغة العربية", *_ART_3), lambda it: it.of("arabic")),
    (("Note de présentation", "مذكرة تقديم", *_ART_3), lambda it: it.of("presentation")),
    (("Avis requis par la loi", "الآراء التي يتطلبها القانون", *_ART_3), lambda it: it.of("opinions")),
    (("Visa des Finances", "تأشيرة المالية", *_ART_3), lambda it: it.of("finance")),
    (("Signatures des ministres chargés de l’exécution", "توقيعات الوزراء المكلفين بالتنفيذ", *_ART_3), _ministers),
    (("Accord des autorités directement concernées par l’exécution", "موافقة السلطات المعنية مباشرة بالتنفيذ", *_ART_3),
     _authorities),
    (("Étude d’impact, si elle a été décidée", "دراسة الأثر، إذا تقررت", "décret n° 2-17-585", "المرسوم رقم 2.17.585"),
     lambda it: it.of("impact_study")),
    (("Copie électronique", "نسخة إلكترونية", "décret n° 2-08-229, pour les textes de son champ",
      "المرسوم رقم 2.08.229، بالنسبة للنصوص الداخلة في نطاقه"), lambda it: it.joined("draft_ar")),
    (("Traduction en français", "الترجمة إلى الفرنسية", *_USAGE), lambda it: it.joined("draft_fr")),
    (("Copies des textes cités", "نسخ من النصوص المستند إليها", *_USAGE), _cited),
)  # fmt: skip
