"""What is known of a text besides its steps: titles, number, who answers for it, what bears on its procedure."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from uuid import UUID

from models import LIMITS, LegalText
from workflow.errors import Refused
from workflow.history.fold import Situation
from workflow.language.folding import norm
from workflow.language.official_numbers import parse_number

_NAMES = {"title_fr": "L’intitulé en français", "title_ar": "L’intitulé en arabe", "number": "Le numéro"}


@dataclass(frozen=True)
class Particulars:
    """What is known of a text besides its steps."""

    title_fr: str
    title_ar: str
    number: str
    responsible_id: UUID | None
    financial_impact: bool
    social_matter: bool

    @classmethod
    def of(cls, text: LegalText) -> "Particulars":
        """Give what is known of a text now."""
        return cls(
            text.title_fr, text.title_ar, text.number or "", text.responsible_id, text.financial_impact,
            text.social_matter,
        )  # fmt: skip

    @property
    def seal(self) -> str:
        """A short mark of it all: a page carries it, so that it is known whether somebody changed it since."""
        return sha256(repr(self).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Owner:
    """Who answers for a text: a person of ours, and the ministry it was handed over to, if it was."""

    responsible_id: UUID | None
    ministry: str = ""


def index_text(text: LegalText, situation: Situation) -> None:
    """Write on the row the words of its titles, its number and the issues that published it, where they changed.

    Raises Refused when a title or the number is longer than what is kept: this is the one place that every writer of
    them passes.
    """
    for name, words in _NAMES.items():
        length = len(getattr(text, name) or "")
        if length > LIMITS[name]:
            raise Refused([f"{words} compte {length} caractères ; {LIMITS[name]} au plus sont conservés."])
    # One sign may fold to a whole sentence: the words beyond the limit are not searched, nothing else is lost.
    issues = dict.fromkeys(done.facts["bo_number"] for done in situation.done if done.facts.get("bo_number"))
    parts = [text.title_fr, text.title_ar, text.number or "", *(f"bo {issue}" for issue in issues)]
    words = norm(" ".join(parts))[: LIMITS["search_text"]]
    if words != text.search_text:
        text.search_text = words


@lru_cache(maxsize=16_384)
def normal_number(number: str) -> str:
    """Write an official number with hyphens; keep what cannot be read as one."""
    try:
        return parse_number(number).normal
    except ValueError:
        return number


def number_of(situation: Situation) -> str | None:
    """Give the official number that the text had in that situation."""
    told = situation.told("number")
    return normal_number(told) if told else None
