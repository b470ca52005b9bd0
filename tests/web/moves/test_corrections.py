"""What was recorded wrongly is put right by another line, and stays visible."""

from collections.abc import Mapping

import pytest
from sqlmodel import select

from models import LegalText, Message
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.page import Page
from tests.workflow.builders import File, moved

BEGUN = File.opened("projet_de_loi", moved("assign_drafter")).told


@pytest.fixture
def drafted(ministry: Ministry, bill: LegalText) -> LegalText:
    """Give a bill in drafting, with one step that says more than it should."""
    return ministry.move(bill, "assign_drafter", "2026-10-12", reference="note n° 7")


def correct(browser: Browser, text: LegalText, number: int, typed: Mapping[str, Value], *, status: int = 200) -> Page:
    page = browser.get(f"/texts/{text.id}/steps/{number}/correct")
    return browser.press(page, "Enregistrer la correction", typed, status=status)


def struck(page: Page) -> list[str]:
    return page.all(".log s")


def ways(page: Page) -> list[str]:
    """Give the ways to put a step right that its page offers."""
    return page.all(".step .links a")


def test_the_page_shows_what_is_known_of_the_step(head: Browser, drafted: LegalText) -> None:
    page = head.follow(head.follow(head.get(f"/texts/{drafted.id}"), BEGUN), "Corriger")

    assert page.h1.text == "Corriger une étape"
    assert page.sentence == f"{BEGUN} 12 oct. 2026"
    assert [page.value(f"on_{part}") for part in ("day", "month", "year")] == ["12", "10", "2026"]
    assert page.value("reference") == "note n° 7"
    assert page.value("how") == "amend"


def test_a_date_put_right_leaves_the_old_line_struck(head: Browser, ministry: Ministry, drafted: LegalText) -> None:
    page = correct(head, drafted, 2, {"on_day": "14", "reason": "Erreur de <lecture>."})

    assert page.notes == ["L’étape est corrigée ; la ligne d’origine reste visible, barrée."]
    assert page.sentence == ministry.sentence(drafted)
    assert struck(page) == [BEGUN]
    assert "Motif : Erreur de <lecture>." in page.text
    correction = ministry.steps(drafted)[-1]
    assert (correction.move, correction.strikes, str(correction.on)) == ("amend", 2, "2026-10-14")
    assert correction.facts["reason"] == "Erreur de <lecture>."
    assert ministry.count(Message) == 0


@pytest.mark.parametrize(
    ("number", "month", "doubt"),
    [
        (2, "9", "Cette date précède celle d’une étape enregistrée avant elle (5 oct. 2026)."),
        (1, "11", "Cette date suit celle d’une étape enregistrée après elle (12 oct. 2026)."),
    ],
)
def test_a_date_out_of_order_is_doubted_then_kept_once_it_is_confirmed(
    head: Browser, ministry: Ministry, drafted: LegalText, *, number: int, month: str, doubt: str
) -> None:
    page = correct(head, drafted, number, {"on_month": month, "reason": "Lu sur le registre."}, status=422)
    assert page.reasons == [f"{doubt} Si c’est exact, confirmez-le."]
    assert (page.value("reason"), ministry.steps(drafted)[-1].number) == ("Lu sur le registre.", 2)

    page = head.press(page, "Enregistrer la correction", confirmed=doubt)

    assert page.notes == ["L’étape est corrigée ; la ligne d’origine reste visible, barrée."]
    assert ministry.steps(drafted)[-1].facts["amended"]["confirmed"] == [doubt]


def test_a_date_years_before_the_opening_is_not_taken_at_its_word(head: Browser, drafted: LegalText) -> None:
    page = correct(head, drafted, 2, {"on_year": "1926", "reason": "Relu."}, status=422)
    assert page.reasons == [
        "Cette date précède celle d’une étape enregistrée avant elle (5 oct. 2026). Si c’est exact, confirmez-le."
    ]

    page = head.press(page, "Enregistrer la correction", on_year="1936", status=422)

    assert len(page.reasons) == 1


def test_a_correction_that_changes_nothing_is_refused(head: Browser, ministry: Ministry, drafted: LegalText) -> None:
    page = correct(head, drafted, 2, {"reason": "Relu."}, status=422)

    assert page.reasons == ["Cette correction ne change rien : l’étape dit déjà cela."]
    assert page.value("reason") == "Relu."
    assert ministry.steps(drafted)[-1].number == 2


@pytest.mark.parametrize("typed", [{"on_day": "13"}, {"how": "strike"}])
def test_a_correction_sent_twice_is_said_to_be_recorded(
    head: Browser, ministry: Ministry, drafted: LegalText, typed: dict[str, Value]
) -> None:
    page = head.get(f"/texts/{drafted.id}/steps/2/correct")
    head.press(page, "Enregistrer la correction", {**typed, "reason": "Erreur."})

    page = head.press(page, "Enregistrer la correction", {**typed, "reason": "Erreur."}, status=409)

    assert page.h1.text == "C’est déjà enregistré"
    assert len(ministry.steps(drafted)) == 3


def test_a_mistake_does_not_hide_what_was_corrected_meanwhile(
    head: Browser, ministry: Ministry, drafted: LegalText
) -> None:
    page = head.get(f"/texts/{drafted.id}/steps/2/correct")
    correct(head, drafted, 2, {"reference": "note n° 8", "reason": "Relu."})
    page = head.press(page, "Enregistrer la correction", on_day="99", reason="Erreur.", status=422)

    page = head.press(page, "Enregistrer la correction", on_day="13", status=409)

    assert page.reasons[0].startswith("Vous avez déjà enregistré une étape à 09:00, sans doute dans un autre onglet :")
    assert ministry.steps(drafted)[-1].facts["amended"]["reference"] == "note n° 8"
    head.press(page, "Enregistrer la correction")


def test_a_step_that_never_happened_is_struck(head: Browser, ministry: Ministry, drafted: LegalText) -> None:
    page = correct(head, drafted, 2, {"how": "strike", "reason": "Pas encore."})

    assert page.sentence == ministry.sentence(drafted)
    assert struck(page) == [BEGUN]
    assert page.link("Commencer la rédaction") == f"/texts/{drafted.id}/moves/assign_drafter"


@pytest.mark.parametrize("button", ["Enregistrer la correction", "Annuler la correction"])
def test_what_was_typed_of_a_step_corrected_meanwhile_is_kept(head: Browser, drafted: LegalText, button: str) -> None:
    path, how = f"/texts/{drafted.id}/steps/2/correct", {"how": "strike"}
    if button.startswith("Annuler"):
        how = {}
        correct(head, drafted, 2, {"how": "strike", "reason": "Erreur."})
        path = f"/texts/{drafted.id}/steps/3/undo"
    page, again = head.get(path), head.get(path)
    head.press(again, button, {**how, "reason": "Premier."})

    page = head.press(page, button, {**how, "reason": "Lu au dossier."}, status=409)

    assert page.h1.text == "Le texte a bougé"
    assert "Lu au dossier." in page.text
    assert head.get(path, status=404).h1.text == "Page introuvable"


def test_a_struck_step_cannot_be_corrected_again(head: Browser, drafted: LegalText) -> None:
    page = correct(head, drafted, 2, {"how": "strike", "reason": "Pas encore."})

    assert ways(head.follow(page, "Une étape a été barrée.")) == ["Annuler cette correction"]
    assert ways(head.follow(page, BEGUN)) == []
    assert ways(head.follow(page, "Le dossier a été ouvert.")) == ["Corriger"]
    head.get(f"/texts/{drafted.id}/steps/2/correct", status=404)
    head.get(f"/texts/{drafted.id}/steps/3/correct", status=404)
    head.get(f"/texts/{drafted.id}/steps/99/correct", status=404)
    head.get(f"/texts/{drafted.id}/steps/2/undo", status=404)
    head.get(f"/texts/{drafted.id}/steps/99/undo", status=404)


def test_a_step_struck_by_mistake_is_restored(head: Browser, ministry: Ministry, drafted: LegalText) -> None:
    page = correct(head, drafted, 2, {"how": "strike", "reason": "Pas encore."})
    page = head.follow(head.follow(page, "Une étape a été barrée."), "Annuler cette correction")
    page = head.press(page, "Annuler la correction", reason=" ", status=422)
    assert page.reasons == ["Dites pourquoi cette étape est corrigée."]

    page = head.press(page, "Annuler la correction", reason="Barrée à tort.")

    assert page.notes == ["La correction est annulée."]
    assert page.sentence == ministry.sentence(drafted)
    assert struck(page) == ["Une étape a été barrée."]
    assert page.all(".log > li > div")[0].startswith("Une correction a été annulée.")
    assert ministry.steps(drafted)[-1].strikes == 3


def test_a_mail_tells_of_a_correction_only_when_it_is_asked(
    browser: Browser, ministry: Ministry, drafted: LegalText
) -> None:
    browser.enter(ministry.people.charlie)
    correct(browser, drafted, 2, {"on_day": "13", "reason": "Erreur."})
    assert ministry.count(Message) == 0

    correct(browser, drafted, 2, {"how": "strike", "reason": "Pas <encore>.", "tell": True})

    with ministry.session() as session:
        mail = session.exec(select(Message)).one()
    assert (mail.person_id, mail.address) == (ministry.people.drafter.id, ministry.people.drafter.email)
    assert mail.subject == f"Étape corrigée – {drafted.title_fr}"
    assert "Charlie a barré une étape de ce texte\u00a0:" in mail.plain
    assert f"Avant : {BEGUN}" in mail.plain.replace("\u00a0", " ")
    assert "Motif\u00a0: Pas <encore>." in mail.plain
    assert f"/texts/{drafted.id}" in mail.plain
    assert "Pas &lt;encore&gt;." in mail.html


def test_a_corrected_step_can_be_corrected_once_more(head: Browser, ministry: Ministry, drafted: LegalText) -> None:
    correct(head, drafted, 2, {"on_day": "14", "reason": "Erreur."})

    page = head.get(f"/texts/{drafted.id}/steps/2/correct")
    assert page.value("on_day") == "14"
    page = head.press(page, "Enregistrer la correction", on_day="15", reason="Encore une erreur.")

    assert page.sentence == ministry.sentence(drafted)
    assert len(page.all(".log > li")) == 4


def test_a_correction_says_why(head: Browser, drafted: LegalText) -> None:
    page = correct(head, drafted, 2, {"on_day": "14", "reason": "  "}, status=422)

    assert page.reasons == ["Dites pourquoi cette étape est corrigée."]
    assert page.value("on_day") == "14"


def test_what_was_typed_of_a_refused_correction_is_kept(head: Browser, drafted: LegalText) -> None:
    page = correct(head, drafted, 2, {"on_day": "32", "reason": "Erreur."}, status=422)

    assert page.reasons[0] == "Cette date n’existe pas dans le calendrier."
    assert (page.value("on_day"), page.value("reason")) == ("32", "Erreur.")


def test_a_correction_cannot_be_dated_in_the_future(head: Browser, drafted: LegalText) -> None:
    page = correct(head, drafted, 2, {"on_year": "2027", "reason": "Erreur."}, status=422)

    assert page.reasons == ["Cette date est dans l’avenir."]


def test_the_opening_is_never_struck(head: Browser, drafted: LegalText) -> None:
    page = head.get(f"/texts/{drafted.id}/steps/1/correct")
    assert page.all("#how-strike") == []

    fields: dict[str, Value] = {"how": "strike", "reason": "Erreur.", "seen_step": "2"}
    head.post(f"/texts/{drafted.id}/steps/1/correct", fields, status=422)


def test_the_opening_keeps_its_title_when_its_date_is_put_right(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.move(bill, "retitle", "2026-11-02", title_fr="Loi contre la violence")

    correct(head, bill, 1, {"on_month": "9", "reason": "Erreur."})

    assert bill.title_fr in head.get("/table?on=2026-10-31").text
    assert "Loi contre la violence" in head.get("/table?on=2026-11-30").text


def test_an_inferred_step_is_made_precise(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "submit_for_validation", "2026-10-20")
    page = head.follow(head.follow(head.get(f"/texts/{bill.id}"), BEGUN), "Préciser")
    assert page.value("on_unknown") == ""

    fields: dict[str, Value] = {"on_day": "8", "on_month": "10", "on_year": "2026", "reason": "Retrouvé au dossier."}
    page = head.press(page, "Enregistrer la correction", fields)

    assert page.all(".log > li > .when")[0].startswith("8 oct. 2026")
    assert page.sentence == ministry.sentence(bill)


def test_votes_are_shown_and_put_right(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "adopt_first", "2026-11-20", chamber="representants", votes={"for": 70, "against": 2})
    number = len(ministry.steps(bill))
    page = head.get(f"/texts/{bill.id}/steps/{number}/correct")
    assert (page.value("votes_for"), page.value("votes_against"), page.value("votes_abstentions")) == ("70", "2", "")

    page = head.press(page, "Enregistrer la correction", votes_against="22", reason="Un chiffre manquait.")

    assert "par 70 voix contre 22" in page.sentence


def test_a_majority_known_in_words_alone_is_kept(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "adopt_first", "2026-11-20", chamber="representants", votes={"majority": True})
    number = len(ministry.steps(bill))

    page = correct(head, bill, number, {"reference": "JO", "reason": "Référence retrouvée."})

    assert "à la majorité" in page.sentence
