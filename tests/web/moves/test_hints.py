"""A line of help stands under each field that may make a newcomer hesitate, and is tied to it."""

import pytest

from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute
from workflow.history.facts import ALWAYS
from workflow.rulebook.files import procedures

# What their label tells whole: a day, a choice between plain words, something to be written in one's own.
PLAIN = {
    "amendments_on", "answer", "answered", "article", "bo_page", "effective_on", "expected_on", "meeting_on",
    "observation", "position", "referrer", "sitting_on", "stages", "title_ar", "until_on",
}  # fmt: skip


def test_each_fact_is_explained_unless_its_label_tells_it_whole() -> None:
    facts = {**procedures()["projet_de_loi"].vocabulary.facts, **ALWAYS}

    assert {name for name, fact in facts.items() if not fact.hint_fr} == PLAIN


@pytest.fixture
def asking(ministry: Ministry, drafter: Browser, bill: LegalText) -> Page:
    """Give the page that asks for an opinion on a text."""
    ministry.move(bill, "assign_drafter")
    return drafter.get(f"/texts/{bill.id}/moves/ask_opinion")


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("#answer_by_day", ("Laissez vide si la lettre ne fixe pas de date : "
                           "le délai légal de l’organisme, s’il en a un, est alors compté.")),
        ("#reference", "Le numéro de la lettre ou du bordereau, ou l’adresse de la page qui le dit."),
        ("#compulsory-yes", "Oui si un texte impose cet avis : il est alors attendu avant l’envoi au SGG."),
    ],
)  # fmt: skip
def test_the_line_of_help_is_read_with_its_field(asking: Page, field: str, hint: str) -> None:
    asked = asking.soup.select_one(field)
    assert asked is not None
    told = asked if asked.get("aria-describedby") else asked.find_parent("fieldset", attrs={"aria-describedby": True})

    assert told is not None
    assert asking.all(f"#{attribute(told, 'aria-describedby')}") == [hint]
