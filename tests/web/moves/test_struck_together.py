"""A step is struck on one page, with the later ones that fall with it."""

from collections.abc import Mapping

import pytest
from flask import Flask
from sqlmodel import select

from models import LegalText, Message
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.page import Page
from tests.workflow.builders import PIECES, File, moved

BEGUN = File.opened("projet_de_loi", moved("assign_drafter")).told
SUBMITTED = File.opened("projet_de_loi", moved("assign_drafter"), moved("submit_for_validation")).told
CHANGED = "Le texte change de nature : c’est désormais un projet d’arrêté. Motif : Avis du SGG."
STRIKE: Mapping[str, Value] = {"how": "strike", "reason": "Mauvais dossier."}


@pytest.fixture
def validated(ministry: Ministry, bill: LegalText) -> LegalText:
    """Give a bill whose fourth step rests on the third, and that one on the second."""
    for move, on in (("assign_drafter", "2026-10-12"), ("submit_for_validation", "2026-10-20"), ("validate", None)):
        bill = ministry.move(bill, move, on, **({"pieces": PIECES} if move == "validate" else {}))
    return bill


def address(text: LegalText, number: int) -> str:
    return f"/texts/{text.id}/steps/{number}/correct"


def shown(page: Page) -> list[str]:
    return page.all("#falls li")


def test_the_page_shows_which_later_steps_fall_and_why(head: Browser, validated: LegalText) -> None:
    page = head.get(address(validated, 3))

    assert page.all("#falls .hint") == [
        "Si elle est barrée, une étape suivante tombe avec elle et est barrée en même temps, pour le même motif :"
    ]
    assert len(shown(page)) == 1
    assert shown(page)[0].startswith("date inconnue – ")
    assert shown(page)[0].endswith("Le texte serait à l’état « En cours de rédaction », d’où cette étape ne part pas.")
    assert page.all("#how-strike[aria-describedby=falls]") == [""]
    assert shown(head.get(address(validated, 4))) == []
    assert head.get(address(validated, 2)).all("#falls .hint") == [
        "Si elle est barrée, 2 étapes suivantes tombent avec elle et sont barrées en même temps, pour le même motif :"
    ]


def test_all_are_struck_by_one_form_with_one_reason_and_restored_by_one_other(
    head: Browser, ministry: Ministry, validated: LegalText
) -> None:
    before = ministry.sentence(validated)
    page = head.press(head.get(address(validated, 2)), "Enregistrer la correction", STRIKE)

    assert page.notes == ["3 étapes sont barrées ; elles restent visibles, avec le motif."]
    assert page.sentence == ministry.sentence(validated)
    assert page.all(".log s")[1:] == [SUBMITTED, BEGUN]
    assert page.text.count("Motif : Mauvais dossier.") == 1
    assert page.all(".log > li")[0].startswith("1er déc. 2026 3 étapes ont été barrées ensemble.")
    assert page.text.count("(barrée)") == 3
    assert [step.strikes for step in ministry.steps(validated)[-3:]] == [2, 3, 4]

    page = head.follow(head.follow(page, "3 étapes ont été barrées ensemble."), "Annuler cette correction")
    page = head.press(page, "Annuler la correction", reason="C’était le bon.")

    assert page.sentence == before
    assert page.all(".log s") == ["3 étapes ont été barrées ensemble."]
    assert page.text.count("(annulée)") == 1
    assert page.all(".log > li > div")[0].startswith("Une correction a été annulée : 3 étapes sont rétablies.")


def test_the_reason_typed_is_kept_when_a_step_was_added_meanwhile(
    head: Browser, ministry: Ministry, validated: LegalText
) -> None:
    page = head.get(address(validated, 3))
    ministry.move(validated, "send_back_to_drafting", "2026-10-28", reason="À relire.")

    page = head.press(page, "Enregistrer la correction", STRIKE, status=409)

    assert (page.value("how"), page.value("reason")) == ("strike", "Mauvais dossier.")
    assert len(shown(page)) == 2
    head.press(page, "Enregistrer la correction")
    assert [step.strikes for step in ministry.steps(validated)[-3:]] == [3, 4, 5]


def test_a_step_that_was_not_shown_is_never_struck(head: Browser, ministry: Ministry, validated: LegalText) -> None:
    head.get(f"/texts/{validated.id}")
    sent = {**STRIKE, "seen_step": str(validated.last_step), "falls": ""}

    page = head.post(address(validated, 3), sent, status=422)

    assert page.reasons == [
        "Des étapes suivantes tombent avec celle-ci : relisez-les ci-dessous, puis enregistrez de nouveau."
    ]
    assert len(ministry.steps(validated)) == 4


def test_the_mail_tells_of_all_the_steps_struck(head: Browser, ministry: Ministry, validated: LegalText) -> None:
    head.press(head.get(address(validated, 2)), "Enregistrer la correction", {**STRIKE, "tell": True})

    with ministry.session() as session:
        plain = " ".join(session.exec(select(Message)).one().plain.replace("\u00a0", " ").split())
    assert "a barré 3 étapes de ce texte" in plain
    assert f"Avant : {BEGUN} {SUBMITTED}" in plain


def test_what_was_recorded_since_is_named_where_a_correction_cannot_be_undone(
    head: Browser, ministry: Ministry, validated: LegalText
) -> None:
    head.press(head.get(address(validated, 3)), "Enregistrer la correction", STRIKE)
    ministry.move(validated, "submit_for_validation", "2026-10-21")

    page = head.get(f"/texts/{validated.id}/steps/5/undo")

    said = SUBMITTED.rstrip(".")
    assert page.reasons == [
        f"La correction ne peut pas être annulée : l’étape « {said} » a été enregistrée depuis et repose sur elle."
    ]
    assert page.all("main form button") == []


def test_a_change_of_kind_is_struck_and_the_text_is_what_it_was(head: Browser, ministry: Ministry) -> None:
    text = ministry.bring(ministry.open("Projet de décret relatif aux aides", "decret"), "adopt_in_council")
    before = ministry.sentence(text)
    page = head.press(head.get(f"/texts/{text.id}/kind"), "Changer la nature", kind="arrete", reason="Avis du SGG.",
                      on_unknown=True)  # fmt: skip

    page = head.follow(page, CHANGED)
    assert page.all(".step .links a") == ["Barrer"]
    page = head.follow(page, "Barrer")
    assert page.all("[name=how], [name=on_day]") == []
    page = head.press(page, "Enregistrer la correction", reason="Avis retiré.")

    assert (page.sentence, ministry.read(LegalText, text.id).procedure) == (before, "decret")


def test_a_change_of_kind_sent_twice_is_said_to_be_recorded(head: Browser, ministry: Ministry) -> None:
    text = ministry.open("Projet de décret relatif aux aides", "decret")
    page = head.get(f"/texts/{text.id}/kind")
    typed: dict[str, Value] = {"kind": "arrete", "reason": "Avis du SGG.", "on_unknown": True}
    head.press(page, "Changer la nature", typed)

    page = head.press(page, "Changer la nature", typed, status=409)

    assert page.h1.text == "C’est déjà enregistré"


def test_a_drafter_does_not_strike_a_change_of_kind(app: Flask, head: Browser, ministry: Ministry) -> None:
    text = ministry.open("Projet de décret relatif aux aides", "decret")
    head.press(head.get(f"/texts/{text.id}/kind"), "Changer la nature", kind="arrete", reason="Avis du SGG.",
               on_unknown=True)  # fmt: skip

    drafter = Browser(app)
    drafter.enter(ministry.people.drafter)

    assert drafter.follow(drafter.get(f"/texts/{text.id}"), CHANGED).all(".step .links a") == []
    drafter.get(address(text, 2), status=404)
