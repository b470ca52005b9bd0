"""The pages tell what a step asks of the file, with where each thing that is missing can be made or attached."""

from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.moving import ON, address
from tests.web.page import Page

ALL = ["texte complet en langue arabe", "note de présentation", "avis obligatoires (ou aucun avis requis)"]


def asked(page: Page) -> list[str]:
    return page.all("#owed li.missing")


def test_the_page_of_a_text_says_what_the_next_step_lacks(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "submit_for_validation", "2026-10-20")

    page = head.get(f"/texts/{bill.id}")

    assert "Pour « valider le projet »" in page.text
    assert [line.partition(" manque")[0] for line in asked(page)[:3]] == ALL
    assert "Visa des Finances" not in page.text


def test_a_text_that_is_being_drafted_says_what_will_be_asked_when_it_is_validated(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    for move in ("", "assign_drafter", "send_for_consultation"):
        if move:
            ministry.bring(bill, move, "2026-10-20")
        page = head.get(f"/texts/{bill.id}")
        assert "Pour « valider le projet »" in page.text
        assert [line.partition(" manque")[0] for line in asked(page)[:3]] == ALL


def test_a_text_that_has_left_the_ministry_says_nothing_of_what_was_asked_before(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.bring(bill, "send_to_sgg", "2026-10-20")

    assert not head.get(f"/texts/{bill.id}").soup.select("#owed")


def test_what_is_missing_can_be_attached_from_there(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "submit_for_validation", "2026-10-20")
    page = head.get(f"/texts/{bill.id}")

    links = [link["href"] for link in page.soup.select("#owed .ways a")]

    assert links[:2] == [f"/texts/{bill.id}/pieces/new?kind={kind}" for kind in ("draft_ar", "expose_des_motifs")]


def test_the_move_is_refused_with_the_names_of_what_is_missing(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.bring(bill, "submit_for_validation", "2026-10-20")
    page = head.get(address(bill, "validate"))

    refused = head.press(page, "Valider le projet", ON, pieces=["arabic", "presentation"], status=422)

    assert "il manque : avis obligatoires (ou aucun avis requis), accord des autorités" in refused.text


def test_what_is_there_is_ticked_already_and_what_is_not_asked_is_not_on_the_list(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.bring(bill, "validate", "2026-10-20", pieces=["arabic", "presentation", "opinions", "agreements"])

    page = head.get(address(bill, "send_to_sgg"))

    boxes = page.soup.select("input[name=pieces]")
    assert [box["value"] for box in boxes] == ["arabic", "presentation", "opinions", "agreements"]
    assert all(box.has_attr("checked") for box in boxes)


def test_a_paper_that_was_made_is_to_be_completed_rather_than_made_again(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.bring(bill, "submit_for_validation", "2026-10-20")
    head.press(head.get(f"/texts/{bill.id}"), "Produire : note de présentation en français")

    line = head.get(f"/texts/{bill.id}").all("#owed li.missing")[1]

    assert "Note de présentation en français : à compléter, puis à déclarer finale" in line
    assert "Produire : note de présentation en arabe" in line


def test_papers_about_what_the_file_does_not_have_yet_are_named(head: Browser, bill: LegalText) -> None:
    page = head.get(f"/texts/{bill.id}/papers")

    hint = page.all(".hint")[-1]
    assert hint.startswith("Se produisent dès que le dossier a une consultation, une réunion ou un retard à nommer :")
    assert "saisine pour avis" in hint
