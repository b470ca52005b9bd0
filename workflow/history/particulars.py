"""What is known of a text besides its steps: titles, number, who answers for it, what bears on its procedure."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from uuid import UUID

from models import LIMITS, LegalText, Priority
from workflow.errors import Refused
from workflow.history.fold import Situation
from workflow.language.folding import norm
from workflow.language.legible import illegible, one_line
from workflow.language.official_numbers import parse_number

# What a step tells of two files that are reunited or separated again: put right by the other of the two, never struck.
MERGING = frozenset({"merged_into", "received", "released"})
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
    priority: str = Priority.NORMAL

    @classmethod
    def of(cls, text: LegalText) -> "Particulars":
        """Give what is known of a text now."""
        return cls(
            text.title_fr, text.title_ar, text.number or "", text.responsible_id, text.financial_impact,
            text.social_matter, text.priority,
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


def legible_titles(title_fr: str, title_ar: str) -> tuple[str, str]:
    """Give titles as they are kept: on one line, without the marks that nobody sees.

    Raises Refused where the eye is misled, and where nothing is left of the French title.
    """
    titles = {"title_fr": one_line(title_fr), "title_ar": one_line(title_ar)}
    wrong = [f"{_NAMES[name]} : {reason}" for name, words in titles.items() if (reason := illegible(words))]
    if not titles["title_fr"]:
        wrong.append("Donnez l’intitulé en français : il ne contient rien qui se lise.")
    if wrong:
        raise Refused(wrong)
    return titles["title_fr"], titles["title_ar"]


def check_lengths(title_fr: str, title_ar: str, number: str | None) -> None:
    """Raise Refused when a title or the number is longer than what is kept."""
    for name, told in (("title_fr", title_fr), ("title_ar", title_ar), ("number", number or "")):
        if len(told) > LIMITS[name]:
            raise Refused([f"{_NAMES[name]} compte {len(told)} caractères ; {LIMITS[name]} au plus sont conservés."])


def search_text_of(title_fr: str, title_ar: str, number: str | None, situation: Situation) -> str:
    """Fold the words of a text's titles, its number and the issues that published it, as far as they are kept.

    Raises Refused like `check_lengths`: this is the one place that every writer of them passes.
    """
    check_lengths(title_fr, title_ar, number)
    # One sign may fold to a whole sentence: the words beyond the limit are not searched, nothing else is lost.
    issues = dict.fromkeys(done.facts["bo_number"] for done in situation.done if done.facts.get("bo_number"))
    parts = [title_fr, title_ar, number or "", *(f"bo {issue}" for issue in issues)]
    return norm(" ".join(parts))[: LIMITS["search_text"]]


@lru_cache(maxsize=2048)
def normal_number(number: str) -> str:
    """Write an official number with hyphens; keep what cannot be read as one."""
    try:
        return parse_number(number).normal
    except ValueError:
        return number


def number_order(number: str | None) -> str | None:
    """Give what puts official numbers in order, by year then by rank in the year: "2013-0103" for "103-13".

    None where there is no number, or none that can be read.
    """
    try:
        return parse_number(number).order if number else None
    except ValueError:
        return None


def number_of(situation: Situation) -> str | None:
    """Give the official number that the text had in that situation."""
    told = situation.told("number")
    return normal_number(told) if told else None
