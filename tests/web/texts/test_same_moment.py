"""Two people change the same thing: the second is told, and nothing is overwritten in silence."""

from collections.abc import Mapping
from threading import Barrier, Thread

import pytest

from models import Document, LegalText, Relation
from tests.web.browser import Browser
from tests.web.ministry import BILL, Ministry
from tests.web.page import Page

OTHER = "Projet de loi relatif à la protection des jardins publics"
BOTH = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)


def at_once(pages: Mapping[Browser, Page], path: str, fields: Mapping[str, str]) -> list[int]:
    """Send the same fields from several browsers at the same moment; give the answers, sorted."""
    start, found = Barrier(len(pages)), []

    def press(browser: Browser, page: Page) -> None:
        sent = {"csrf_token": browser.token, **fields, **{name: page.value(name) for name in fields if name == "seen"}}
        start.wait()
        found.append(browser.client.post(path, data=sent).status_code)

    threads = [Thread(target=press, args=pair) for pair in pages.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found)


def test_the_last_to_save_the_particulars_does_not_win_in_silence(
    head: Browser, charlie: Browser, ministry: Ministry, bill: LegalText
) -> None:
    page = charlie.get(f"/texts/{bill.id}/edit")
    head.press(head.get(f"/texts/{bill.id}/edit"), "Enregistrer la fiche", number="103-13", financial_impact=True)

    page = charlie.press(page, "Enregistrer la fiche", title_fr="Projet de loi contre la violence", status=409)

    assert page.all(".refused li")[1:] == [
        f"Intitulé en français : « {BILL} »", "Numéro : « 103-13 »", "Incidence financière : « oui »",
    ]  # fmt: skip
    assert page.value("title_fr") == "Projet de loi contre la violence"
    assert ministry.read(LegalText, bill.id).number == "103-13"
    page = charlie.press(page, "Enregistrer la fiche", number="103-13", financial_impact=True)
    assert page.notes == ["La fiche est à jour."]


def test_a_mistake_in_the_form_does_not_hide_what_changed_meanwhile(
    head: Browser, charlie: Browser, bill: LegalText
) -> None:
    page = charlie.press(charlie.get(f"/texts/{bill.id}/edit"), "Enregistrer la fiche", title_fr="", status=422)
    head.press(head.get(f"/texts/{bill.id}/edit"), "Enregistrer la fiche", number="103-13")

    charlie.press(page, "Enregistrer la fiche", title_fr="Autre", status=409)


def test_a_text_entrusted_meanwhile_is_not_entrusted_over_it(
    head: Browser, charlie: Browser, ministry: Ministry, bill: LegalText
) -> None:
    alice, bob = str(ministry.people.alice.id), str(ministry.people.bob.id)
    page = charlie.get(f"/texts/{bill.id}/assign")
    head.press(head.get(f"/texts/{bill.id}/assign"), "Confier", responsible=alice)

    page = charlie.press(page, "Confier", responsible=bob, status=409)

    assert page.value("responsible") == bob
    assert str(ministry.read(LegalText, bill.id).responsible_id) == alice
    assert charlie.press(page, "Confier").notes == ["Le texte est confié."]


def test_a_text_opened_twice_at_the_very_same_moment_is_one_file(
    head: Browser, charlie: Browser, ministry: Ministry
) -> None:
    pages = {browser: browser.get("/texts/new") for browser in (head, charlie)}
    fields = {"procedure": "projet_de_loi", "title_fr": BILL, "number": "43-22", "responsible": ""}

    assert at_once(pages, "/texts/new", fields) == [303, 422]
    assert ministry.count(LegalText) == 1


# What is compared, searched or shown again before anything is written, each by a form that is answered so.
READ: dict[str, dict[str, str]] = {
    "/texts/new": {"procedure": "projet_de_loi", "title_fr": BILL},
    "/texts/{bill}/edit": {"title_fr": OTHER},
    "/texts/{bill}/assign": {"responsible": "nobody"},
    "/texts/{bill}/kind": {"reason": "x" * 1001},
    "/texts/{bill}/merge/{other}": {"stays": ""},
    "/texts/{bill}/relations/new?tie=amends&q=jardins": {},
}


@pytest.mark.parametrize("path", READ)
def test_nobody_waits_while_what_was_typed_is_compared_or_shown_again(
    head: Browser, ministry: Ministry, bill: LegalText, path: str
) -> None:
    other = ministry.open(OTHER)
    head.get("/account")
    with ministry.session() as session:
        session.get_one(LegalText, bill.id).financial_impact = True
        session.flush()  # and the transaction stays open: whoever asks for the lock waits for it

        head.post(path.format(bill=bill.id, other=other.id), {**READ[path]}, status=422)


@BOTH
def test_two_edits_at_the_very_same_moment(
    head: Browser, charlie: Browser, ministry: Ministry, bill: LegalText
) -> None:
    path = f"/texts/{bill.id}/edit"
    pages = {browser: browser.get(path) for browser in (head, charlie)}
    fields = {"seen": "", "title_fr": "Autre intitulé", "number": "103-13", "responsible": ""}

    assert at_once(pages, path, fields) == [303, 409]
    assert [step.move for step in ministry.steps(bill)] == ["open", "edit"]


@BOTH
def test_two_corrections_at_the_very_same_moment(
    head: Browser, charlie: Browser, ministry: Ministry, bill: LegalText
) -> None:
    path = f"/texts/{bill.id}/steps/1/correct"
    pages = {browser: browser.get(path) for browser in (head, charlie)}
    fields = {"seen_step": "1", "reason": "Mal lu.", "on_day": "4", "on_month": "10", "on_year": "2026"}

    assert at_once(pages, path, fields) == [303, 409]
    assert len(ministry.steps(bill)) == 2


@BOTH
def test_the_same_tie_at_the_very_same_moment(
    head: Browser, charlie: Browser, ministry: Ministry, bill: LegalText
) -> None:
    path = f"/texts/{bill.id}/relations/new?tie=amends&q=loi"
    pages = {browser: browser.get(path) for browser in (head, charlie)}

    found = at_once(pages, path, {"text": "cited", "citation": "loi n° 05-81"})

    assert found in ([303, 409], [303, 422])
    assert ministry.count(Relation) == 1


@BOTH
def test_the_same_paper_at_the_very_same_moment(
    head: Browser, charlie: Browser, ministry: Ministry, bill: LegalText
) -> None:
    pages = {browser: browser.get(f"/texts/{bill.id}") for browser in (head, charlie)}

    found = at_once(pages, f"/texts/{bill.id}/papers", {"kind": "fiche_suivi"})

    assert found in ([303, 303], [303, 409])
    assert ministry.count(Document) == found.count(303)
