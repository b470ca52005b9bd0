"""The summary above a form that was refused leads to each of its fields."""

from tests.web.browser import Browser
from tests.web.page import Page, attribute

NEW, ON = "/texts/new", {"on_is": "typed", "on_year": "18"}


def summary(page: Page) -> list[tuple[str, str]]:
    """Give the name of each field that is wrong, and what its link leads to."""
    return [(tag.get_text(), attribute(tag, "href")) for tag in page.soup.select("#faults a")]


def assert_it_leads(page: Page) -> None:
    """Each link leads to a field, or to the group that holds it, which its own fault describes."""
    for _name, href in summary(page):
        target = page.one(f"[id='{href[1:]}']")
        if target.name == "fieldset":
            assert "-error" in attribute(target, "aria-describedby")
        else:
            assert attribute(target, "aria-invalid") == "true"


def test_each_field_that_is_wrong_is_named_once_with_the_way_to_it(drafter: Browser) -> None:
    page = drafter.press(drafter.get(NEW), "Ouvrir le texte", {"title_fr": "", "number": "9" * 30, **ON}, status=422)

    assert page.all("#faults h2") == ["4 réponses sont à revoir : rien n’est enregistré"]
    assert summary(page) == [
        ("Nature du texte", "#procedure"),
        ("Intitulé en français", "#title_fr"),
        ("Numéro", "#number"),
        ("Date d’ouverture du dossier", "#on_day"),
    ]
    assert_it_leads(page)


def test_a_page_without_faults_has_no_summary(drafter: Browser) -> None:
    assert drafter.get(NEW).soup.select("#faults") == []
