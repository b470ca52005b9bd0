"""Changing the kind and the owner of a text, on screen."""

from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry, People
from tests.workflow.builders import TO_ADOPTED, File
from workflow.rulebook.files import procedures


def test_the_new_kind_is_chosen_with_the_place_where_the_text_goes_on(head: Browser, ministry: Ministry) -> None:
    text = ministry.bring(ministry.open("Projet de décret relatif aux aides", "decret"), "adopt_in_council")
    page = head.follow(head.get(f"/texts/{text.id}"), "Changer la nature du texte")
    assert "Arrêté ministériel → examen juridique au SGG" in page.text
    offered = [label.partition(" →")[0] for label in page.all("fieldset:first-of-type .form-check-label")]
    assert offered == [each.label.fr for kind, each in procedures().items() if kind != "decret"]

    page = head.press(page, "Changer la nature", status=422, kind="arrete", on_unknown=True)
    assert page.reasons == ["Dites pourquoi le texte change de nature."]
    page = head.press(page, "Changer la nature", kind="arrete", reason="Un arrêté suffit.", on_unknown=True)

    assert page.notes == ["Le texte change de nature : c’est désormais un projet d’arrêté. Motif : Un arrêté suffit."]
    assert "Arrêté ministériel" in page.all(".tags")[0]
    assert File.opened("projet_de_loi", *TO_ADOPTED).told in page.text


def test_a_text_in_force_keeps_its_kind(head: Browser, ministry: Ministry) -> None:
    text = ministry.bring(ministry.open("Arrêté relatif aux aides", "arrete"), "enter_on_publication")
    head.get(f"/texts/{text.id}")

    sent = {"kind": "decret", "reason": "Essai.", "on_unknown": "y", "seen_step": str(text.last_step)}
    head.post(f"/texts/{text.id}/kind", sent, status=422)

    assert ministry.steps(text)[-1].move == "enter_on_publication"


def test_an_entrusting_is_told_when_the_ministry_changed_meanwhile(head: Browser, ministry: Ministry) -> None:
    text = ministry.open()
    page = head.get(f"/texts/{text.id}/assign")
    head.press(head.get(f"/texts/{text.id}/assign"), "Confier", ministry="Ministère de la santé")

    head.press(page, "Confier", responsible=str(ministry.people.alice.id), status=409)

    assert ministry.steps(text)[-1].facts["ministry"] == "Ministère de la santé"


def test_the_history_keeps_who_answered_for_a_text(head: Browser, bill: LegalText, people: People) -> None:
    page = head.press(head.get(f"/texts/{bill.id}/assign"), "Confier", responsible=str(people.alice.id))
    assert "Le texte est confié à Alice." in page.text

    page = head.press(head.get(f"/texts/{bill.id}/assign"), "Confier", ministry="Ministère de la santé")
    assert "Le texte relève désormais de ce département : Ministère de la santé." in page.text
    assert "Ministère de la santé" in page.all(".particulars")[0]

    page = head.press(head.get(f"/texts/{bill.id}/assign"), "Confier", responsible="", ministry="")
    assert "Le texte n’est plus confié à personne. Le texte relève de nouveau du ministère." in page.text


def test_nothing_is_recorded_when_nothing_changes(head: Browser, bill: LegalText, ministry: Ministry) -> None:
    head.press(head.get(f"/texts/{bill.id}/assign"), "Confier")

    assert len(ministry.steps(bill)) == 1
