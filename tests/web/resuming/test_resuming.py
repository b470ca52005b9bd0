"""A form that has expired comes back filled, in one step, to whoever typed in it and to nobody else."""

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from models import LegalText, SignInFailure, Step, User
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.page import Page
from web.resuming.filling import fill
from web.resuming.kept_forms import TypedForm
from workflow.importing.demonstration import PASSWORD

ENTER = "Se connecter et retrouver ma saisie"
BACK = "Votre saisie est revenue dans ce formulaire. Rien n’en est encore enregistré : relisez, puis envoyez."
NOT_THEIRS = (
    "Ce qui avait été saisi n’est pas repris : c’était sous un autre compte, ou il y a plus d’un jour. Rien n’en est "
    "enregistré."
)
# The page of a form, its button, what is typed in it.
FORMS: dict[str, tuple[str, str, dict[str, Value]]] = {
    "particulars": ("edit", "Enregistrer la fiche", {"title_fr": "Pas <perdu> & gardé", "social_matter": True}),
    "move": ("moves/note", "", {"on_is": "typed", "on_day": "3", "note": "Dit en <séance> :\n« à suivre »"}),
    "correction": ("steps/1/correct", "Enregistrer la correction", {"reason": "Mal lu.", "on_day": "4"}),
    "register": ("registers/letters/new", "Enregistrer", {"object_0": "Relance", "sender_0": "SGG"}),
    "piece": ("pieces/new", "Joindre", {"kind": "annex", "title": "Annexe"}),
}


def expire(browser: Browser, ministry: Ministry, person: User, how: str) -> None:
    if how == "the cookie is gone":
        browser.client.delete_cookie("navette")
    else:  # the session was closed elsewhere
        with ministry.session() as session:
            session.get_one(User, person.id).session_epoch += 1


def sent_too_late(browser: Browser, page: Page, form: str) -> Page:
    _path, button, typed = FORMS[form]
    return browser.press(page, button or page.record, typed, status=400)


@pytest.fixture
def desk(head: Browser, ministry: Ministry) -> Browser:
    """Sign the head in anew: other tests share her session."""
    head.client.delete_cookie("navette")
    head.sign_in(ministry.people.head)
    return head


@pytest.mark.parametrize("how", ["the cookie is gone", "the session was closed elsewhere"])
@pytest.mark.parametrize("form", FORMS)
def test_what_was_typed_is_in_its_form_again_after_signing_in_where_one_is(
    desk: Browser, ministry: Ministry, bill: LegalText, *, form: str, how: str
) -> None:
    page = desk.get(f"/texts/{bill.id}/{FORMS[form][0]}")
    steps = ministry.count(Step)
    expire(desk, ministry, ministry.people.head, how)
    expired = sent_too_late(desk, page, form)
    assert expired.h1.text == "Votre session a expiré"
    assert ministry.people.head.name not in expired.text

    back = desk.press(expired, ENTER, email=ministry.people.head.email, password=PASSWORD)

    assert (back.h1.text, back.notes[0]) == (page.h1.text, BACK)
    typed = FORMS[form][2]
    assert {name: given(back, name) for name in typed} == typed
    assert ministry.count(Step) == steps


def given(page: Page, name: str) -> Value:
    (field, *_others) = page.soup.select(f"[name={name}]")
    kinds = {str(each.get("type")) for each in page.soup.select(f"[name={name}]")}
    if kinds == {"checkbox"}:
        return field.has_attr("checked")
    return page.value(name).replace("\r\n", "\n")


def test_the_form_that_came_back_is_sent_by_its_own_button(desk: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = desk.get(f"/texts/{bill.id}/edit")
    expire(desk, ministry, ministry.people.head, "the cookie is gone")
    page = sent_too_late(desk, page, "particulars")
    page = desk.press(page, ENTER, email=ministry.people.head.email, password=PASSWORD)

    page = desk.press(page, "Enregistrer la fiche")

    assert page.notes == ["La fiche est à jour."]
    assert page.h1.text == "Pas <perdu> & gardé"
    assert ministry.read(LegalText, bill.id).social_matter


def test_whoever_is_signed_in_finds_the_form_at_once(desk: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = desk.get(f"/texts/{bill.id}/edit")
    desk.client.delete_cookie("navette")
    desk.sign_in(ministry.people.head)  # in another tab, say: the token of the page is that of the session before

    page = desk.press(page, "Enregistrer la fiche", title_fr="Gardé")

    assert (page.h1.text, page.notes, page.value("title_fr")) == ("Modifier la fiche", [BACK], "Gardé")
    assert desk.press(page, "Enregistrer la fiche").h1.text == "Gardé"


def test_another_person_finds_nothing_of_it(desk: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = desk.get(f"/texts/{bill.id}/edit")
    expire(desk, ministry, ministry.people.head, "the cookie is gone")
    expired = sent_too_late(desk, page, "particulars")

    other = desk.press(expired, ENTER, email=ministry.people.alice.email, password=PASSWORD)

    assert other.notes == [NOT_THEIRS]
    assert "perdu" not in other.response.text
    desk.get(f"/resumed/{other.url.partition('resumed=')[2]}", status=404)
    page = desk.press(page, "Enregistrer la fiche", title_fr="À elle", status=400)
    assert "Cette page avait été ouverte sous un autre compte que le vôtre" in page.text
    assert "À elle" not in page.response.text


def test_a_password_that_is_wrong_loses_nothing(desk: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = desk.get(f"/texts/{bill.id}/edit")
    expire(desk, ministry, ministry.people.head, "the cookie is gone")
    expired = sent_too_late(desk, page, "particulars")

    again = desk.press(expired, ENTER, email=ministry.people.head.email, password="wrong", status=422)  # noqa: S106
    page = desk.press(again, "Se connecter", password=PASSWORD)

    assert page.value("title_fr") == "Pas <perdu> & gardé"


def test_the_brake_on_guessing_holds_there_too(desk: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = desk.get(f"/texts/{bill.id}/edit")
    expire(desk, ministry, ministry.people.head, "the cookie is gone")
    expired = sent_too_late(desk, page, "particulars")
    ministry.add(*(SignInFailure(key="address:127.0.0.1", at=ministry.clock.at) for _ in range(60)))

    desk.press(expired, ENTER, email=ministry.people.head.email, password=PASSWORD, status=429)


def test_who_signed_in_elsewhere_meanwhile_finds_the_form_too(
    desk: Browser, ministry: Ministry, bill: LegalText
) -> None:
    page = desk.get(f"/texts/{bill.id}/edit")
    expire(desk, ministry, ministry.people.head, "the cookie is gone")
    expired = sent_too_late(desk, page, "particulars")
    desk.sign_in(ministry.people.head)

    page = desk.press(expired, ENTER, email="somebody@else.test", password=PASSWORD)

    assert page.value("title_fr") == "Pas <perdu> & gardé"


def test_what_no_page_shows_as_it_was_is_sent_again_by_one_button(
    desk: Browser, ministry: Ministry, bill: LegalText
) -> None:
    page = desk.get(f"/texts/{bill.id}/moves/note")
    expire(desk, ministry, ministry.people.head, "the cookie is gone")
    page = desk.press(page, "Revoir les conséquences", note="Vu au secrétariat.", status=400)

    page = desk.press(page, ENTER, email=ministry.people.head.email, password=PASSWORD)
    assert page.h1.text == "Votre saisie est gardée"
    page = desk.press(page, "Envoyer de nouveau")

    assert page.value("note") == "Vu au secrétariat."


def test_neither_passwords_nor_the_forms_of_another_site_are_kept(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    token = head.get(f"/texts/{bill.id}/edit").value("csrf_token")
    head.client.delete_cookie("navette")
    typed = {"old": "navette-demo", "new": "une phrase longue", "again": "une phrase longue"}
    assert "Rouvrez la page" in head.post("/account", typed, status=400).text
    assert "navette-demo" not in head.post("/sign-in", {"password": "navette-demo"}, status=400).response.text

    for origin in ("http://evil.test", "null"):
        sent = {"title_fr": "x", "csrf_token": token}
        response = head.client.post(f"/texts/{bill.id}/edit", data=sent, headers={"Origin": origin})
        assert (response.status_code, "Rouvrez la page" in response.text) == (400, True)
    unsigned = head.post(f"/texts/{bill.id}/edit", {"title_fr": "x", "csrf_token": f"{token}x"}, status=400)
    assert "Rouvrez la page" in unsigned.text
    assert ministry.people.head.name not in unsigned.text


@pytest.mark.parametrize(
    ("form", "values", "told"),
    [
        ('<input name="a" value="old">', [("a", 'x"<>&')], {"a": ['x"<>&']}),
        ('<input name="a"><input name="a">', [("a", "1"), ("a", "2")], {"a": ["1", "2"]}),
        ('<input type="checkbox" name="a" value="1" checked><input type="checkbox" name="a" value="2"><input name="b">',
         [("a", "2"), ("b", "")], {"a": ["2"]}),
        ('<input type="radio" name="a" value="1" checked><input type="radio" name="a" value="2">', [("a", "2")],
         {"a": ["2"]}),
        ('<select name="a"><option value="1" selected>é</option><option value="2">&amp;</option></select>',
         [("a", "2")], {"a": ["2"]}),
        ('<textarea name="a">&lt;old</textarea>', [("a", "\n<new> & \n")], {"a": ["\n<new> & \n"]}),
    ],
)  # fmt: skip
def test_each_kind_of_field_takes_what_was_typed(
    app: Flask, form: str, values: list[tuple[str, str]], told: dict[str, list[str]]
) -> None:
    around = '<!doctype html><p>&laquo;&#160;é <!-- x --><form method="post">{}<button name="go">Ok</button></form>'
    with app.test_request_context():
        page = fill(around.format(form), "/there", TypedForm("/there?x=1", [*values, ("go", "")]))

    assert page is not None
    assert page.startswith('<!doctype html><p>&laquo;&#160;é <!-- x --><form method="post">')
    assert read(page) == told


def read(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in BeautifulSoup(page, "html.parser").select("input, option[selected], textarea"):
        name = str(tag.get("name") or tag.find_parent("select")["name"])  # type: ignore[index]
        if tag.name == "textarea":
            found.setdefault(name, []).append(tag.text.removeprefix("\n"))
        elif tag.get("type") not in {"checkbox", "radio"} or tag.has_attr("checked"):
            found.setdefault(name, []).append(str(tag.get("value")))
    return {name: values for name, values in found.items() if values != [""]}


@pytest.mark.parametrize(
    "page",
    [
        '<form method="post" action="/elsewhere"><input name="a"></form>',
        '<form><input name="a"></form>',
        '<form method="post"><input name="b"></form>',
        '<form method="post"><button name="a">a</button></form>',
    ],
)
def test_a_form_that_does_not_hold_all_that_was_typed_is_not_filled(page: str) -> None:
    assert fill(page, "/there", TypedForm("/there", [("a", "1")])) is None
