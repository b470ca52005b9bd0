"""A batch of items on the page of a text: one line, what it recorded beside the way, and the way to strike it."""

from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.workflow.registers.desk import changed, new, tell
from workflow.registers.changes import Change


def record(ministry: Ministry, text: LegalText, changes: list[Change]) -> LegalText:
    with ministry.desk() as desk:
        found = desk.session.get_one(LegalText, text.id)
        tell(desk, found, "observations", changes)
    return found


def test_a_batch_is_one_line_of_the_history_and_its_items_are_shown(head: Browser, ministry: Ministry) -> None:
    text = ministry.move(ministry.open(), "assign_drafter")
    text = record(ministry, text, [new(row, observation=f"Remarque {row}.") for row in (1, 2, 3)])
    text = record(ministry, text, [changed(2, position="kept")])

    page = head.get(f"/texts/{text.id}")

    assert "Observations : 3 enregistrées." in page.text
    assert "Observations : 1 réponse." in page.text
    assert "Remarque 3." in page.all("#observations")[0]
    assert "2 sans suite" in page.all("#observations")[0]
    assert page.sentence == ministry.sentence(text)


def test_a_batch_is_struck_on_its_page_with_its_items(head: Browser, ministry: Ministry) -> None:
    text = ministry.move(ministry.open(), "assign_drafter")
    text = record(ministry, text, [new(observation="Remarque.")])

    page = head.get(f"/texts/{text.id}/steps/3/correct")
    assert page.sentence.startswith("Observations : 1 enregistrée.")
    page = head.press(page, "Enregistrer la correction", {"reason": "Autre texte."})

    assert page.all(".log s") == ["Observations : 1 enregistrée."]
    assert page.all("#observations") == []
