"""Views of the list: saved from its filters, opened as tabs, shared by those who lead, changed by their owner alone."""

import pytest
from sqlmodel import select

from models import LegalText, Role, SavedView
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page
from workflow.people.permissions import RESPONSIBLE


def tabs(page: Page) -> list[str]:
    return page.all(".views > button")


def current(page: Page) -> list[str]:
    return page.all(".views > button[aria-current=page]")


def save(browser: Browser, query: str, name: str, status: int = 200, **typed: bool) -> Page:
    page = browser.follow(browser.get(f"/texts?{query}"), "Enregistrer cette vue")
    return browser.press(page, "Enregistrer", {"name": name, **typed}, status=status)


def views(ministry: Ministry) -> list[SavedView]:
    with ministry.session() as session:
        return list(session.exec(select(SavedView).order_by(SavedView.rank)))  # type: ignore[arg-type]


def test_the_filters_of_the_list_are_saved_under_a_name_and_open_as_a_tab(drafter: Browser, bill: LegalText) -> None:
    page = save(drafter, "phase=preparation&kind=projet_de_loi", "Mes projets")

    assert page.notes == ["La vue est enregistrée."]
    assert current(page) == ["Mes projets"]
    assert page.all("a.title") == [bill.title_fr]
    again = drafter.get("/texts?kind=projet_de_loi&phase=preparation")
    assert current(again) == ["Mes projets"], "the same filters in another order are the same view"
    assert "Enregistrer cette vue" not in again.text


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "Donnez un nom à la vue."),
        ("MES  projets", "Vous avez déjà une vue de ce nom : choisissez-en un autre."),
        ("x" * 61, "C’est trop long : 60 caractères au plus."),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_stays_typed(drafter: Browser, name: str, reason: str) -> None:
    save(drafter, "kind=decret", "Mes projets")

    page = save(drafter, "kind=arrete", name, status=422, is_default=True)

    assert page.reasons == [reason]
    assert page.value("name") == " ".join(name.split())
    assert page.one("#name")["aria-invalid"] == "true"
    assert page.one("#is_default").has_attr("checked")


def test_no_more_views_are_kept_than_can_be_shown(drafter: Browser, ministry: Ministry) -> None:
    owner, at = ministry.people.drafter.id, ministry.clock.at
    ministry.add(*(SavedView(owner_id=owner, name=f"Vue {n}", query=f"q={n}", created_at=at) for n in range(20)))

    page = save(drafter, "kind=decret", "Une de trop", status=422)

    assert page.reasons == ["Vous avez 20 vues : retirez-en une d’abord."]
    assert len(views(ministry)) == 20


def test_the_default_view_opens_the_list_and_one_replaces_the_other(drafter: Browser, ministry: Ministry) -> None:
    save(drafter, "kind=decret", "Décrets", is_default=True)
    assert current(drafter.get("/texts")) == ["Décrets"]

    save(drafter, "kind=projet_de_loi", "Projets", is_default=True)

    assert [(view.name, view.is_default) for view in views(ministry)] == [("Décrets", False), ("Projets", True)]
    page = drafter.get("/texts")
    assert current(page) == ["Projets"]
    assert current(drafter.press(page, tabs(page)[0])) == [tabs(page)[0]], "the whole list stays within reach"


def test_a_default_view_without_filters_opens_the_whole_list(drafter: Browser, bill: LegalText) -> None:
    page = drafter.press(drafter.get("/texts/views/new"), "Enregistrer", name="Tout", is_default=True)

    assert page.all("a.title") == [bill.title_fr]
    assert drafter.get("/texts").all("a.title") == [bill.title_fr]


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_lead_share_views(browser: Browser, alice: Browser, ministry: Ministry, role: Role) -> None:
    leads = role in {Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL}
    browser.enter(ministry.people.with_role(role))
    page = browser.get("/texts/views/new?kind=decret")
    assert bool(page.soup.find(id="is_shared")) == leads

    browser.post("/texts/views/new?kind=decret", {"name": "Décrets", "is_shared": "y"})

    (view,) = views(ministry)
    assert view.is_shared == leads
    assert ("Décrets (vue de " in " ".join(tabs(alice.get("/texts")))) == leads


def test_a_view_of_somebody_else_cannot_be_changed_shared_or_not(
    drafter: Browser, head: Browser, ministry: Ministry
) -> None:
    save(head, "kind=decret", "Décrets", is_shared=True)
    save(head, "kind=arrete", "Arrêtés")
    drafter.get("/texts")

    for view in views(ministry):
        for path, typed in (("", {f"v{view.id.hex}-name": "Autre"}), ("/remove", {}), ("/up", {})):
            drafter.post(f"/texts/views/{view.id}{path}", typed, status=404)

    assert [view.name for view in views(ministry)] == ["Décrets", "Arrêtés"]
    assert drafter.get("/texts/views").all(".kept-views h2") == []


def test_views_are_renamed_ordered_and_removed_on_their_page(drafter: Browser, ministry: Ministry) -> None:
    save(drafter, "kind=decret", "Décrets")
    save(drafter, "kind=arrete", "Arrêtés")
    second = views(ministry)[1]

    page = drafter.get("/texts/views")
    page = drafter.press(page, "Placer avant la précédente : Arrêtés")
    assert page.all(".kept-views h2") == ["Arrêtés", "Décrets"]

    page = drafter.press(page, "Enregistrer : Arrêtés", {f"v{second.id.hex}-name": "Décrets"}, status=422)
    assert page.all(".wrong") == ["Vous avez déjà une vue de ce nom : choisissez-en un autre."]
    assert page.value(f"v{second.id.hex}-name") == "Décrets"

    page = drafter.press(page, "Enregistrer : Arrêtés", {f"v{second.id.hex}-name": "Ordres"})
    assert page.all(".kept-views h2") == ["Ordres", "Décrets"]
    page = drafter.press(page, "Retirer : Ordres")
    assert page.all(".kept-views h2") == ["Décrets"]


def test_a_shared_view_goes_with_the_account_of_who_shares_it(
    drafter: Browser, head: Browser, ministry: Ministry
) -> None:
    save(head, "kind=decret", "Décrets", is_shared=True)
    assert len(tabs(drafter.get("/texts"))) == 8

    with ministry.session() as session:
        session.merge(ministry.people.head).active = False

    assert len(tabs(drafter.get("/texts"))) == 7


@pytest.mark.parametrize("role", list(Role))
def test_the_view_of_ones_own_texts_is_for_those_who_can_have_some(
    browser: Browser, ministry: Ministry, role: Role
) -> None:
    browser.enter(ministry.people.with_role(role))

    assert ("À ma charge" in tabs(browser.get("/texts"))) == (role in RESPONSIBLE)
