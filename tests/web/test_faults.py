"""The summary above a form that was refused leads to each of its fields."""

from models import LegalText
from tests.web.articles.conftest import Office
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute
from tests.workflow.articles.twelve import french_file

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


def test_the_change_of_kind_leads_to_what_is_missing(head: Browser, bill: LegalText) -> None:
    page = head.press(head.get(f"/texts/{bill.id}/kind"), "Changer la nature", status=422)

    assert summary(page) == [("Nouvelle nature", "#kind"), ("Motif", "#reason")]
    assert_it_leads(page)

    sent = {"kind": "arrete", "reason": "a" * 3000, **ON}
    page = head.press(page, "Changer la nature", sent, status=422)

    assert summary(page) == [("Date", "#on_day"), ("Motif", "#reason")]
    assert_it_leads(page)


def test_the_lines_put_in_order_lead_to_their_part_or_to_their_number(
    drafter: Browser, ministry: Ministry, bill: LegalText
) -> None:
    Office(ministry, bill).attach("draft_fr", french_file())
    form = drafter.get(f"/texts/{bill.id}/articles/order")

    sent = {"part-0": "paragraph", "part-1": "article", "number-1": "zzz"}
    page = drafter.press(form, "Enregistrer la mise en ordre", sent, status=422)

    assert summary(page) == [("Ligne 1", "#part-0"), ("Ligne 2", "#number-1")]
    assert_it_leads(page)
