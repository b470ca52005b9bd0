"""What only filters of templates print: with what a word agrees, and an act as others cite it.

Light to load: the check of a template knows these without loading what prints them.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from models import PartialDate
    from workflow.calendar.hijri import DualDate

_DEFINITE_NOUN = re.compile(r"\bال(?=(?:قانون|مرسوم|قرار|تنظيمي|إطار|مشترك|معدل)\b)")


@dataclass(frozen=True)
class Agreement:
    """With what a word agrees: how many they are, and of which gender; women alone are feminine."""

    gender: Literal["m", "f"] = "m"
    number: int = 1


@dataclass(frozen=True)
class ActReference:
    """An act as other texts cite it, by its noun in both languages; a law with the dahir that promulgated it."""

    noun_fr: str
    noun_ar: str
    number: str | None = None
    on: "DualDate | PartialDate | date | None" = None
    dahir: str | None = None


def indefinite_ar(noun: str) -> str:
    """Write the Arabic noun of a text as a label has it: "مشروع القانون التنظيمي" is "مشروع قانون تنظيمي"."""
    return _DEFINITE_NOUN.sub("", noun)
