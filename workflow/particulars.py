"""What is known of a text besides its steps: titles, number, who answers for it, what bears on its procedure."""

from dataclasses import dataclass
from uuid import UUID

from models import LegalText
from workflow.history import Situation
from workflow.numbers import parse_number
from workflow.search import norm

NUMBER = 20


@dataclass(frozen=True)
class Particulars:
    """What is known of a text besides its steps."""

    title_fr: str
    title_ar: str
    number: str
    responsible_id: UUID | None
    financial_impact: bool
    social_matter: bool


def index_text(text: LegalText) -> None:
    """Write the words under which the text is found."""
    text.search_text = norm(f"{text.title_fr} {text.title_ar} {text.number or ''}")


def normal_number(number: str) -> str:
    """Write an official number with hyphens; keep what cannot be read as one."""
    try:
        return parse_number(number).normal
    except ValueError:
        return number[:NUMBER]


def number_of(situation: Situation) -> str | None:
    """Give the official number that the text had in that situation."""
    told = situation.told("number")
    return normal_number(told) if told else None
