"""The history by stage, one line a step, and the page of one step."""

from datetime import timedelta

import pytest

from models import LegalText, PartialDate, Role
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page
from tests.workflow.builders import PIECES
from workflow.calendar.hijri import hijri_fr
from workflow.people.permissions import Right, may


@pytest.fixture
def sent(ministry: Ministry, bill: LegalText) -> LegalText:
    """Give a bill that went from preparation to the SGG, each step recorded by itself."""
    ministry.move(bill, "assign_drafter", "2026-10-12", reference="note n° 7", note="Priorité.")
    ministry.clock.wait(timedelta(minutes=2))
    ministry.move(bill, "submit_for_validation", "2026-10-20")
    ministry.clock.wait(timedelta(minutes=2))
    ministry.move(bill, "validate", "2026-10-22", pieces=PIECES)
    with ministry.session() as session:
        session.get_one(LegalText, bill.id).title_ar = "مشروع قانون"
    ministry.clock.wait(timedelta(minutes=2))
    return ministry.move(bill, "send_to_sgg", "2026-10-26")


def stages(page: Page) -> list[str]:
    return page.all(".history > details > summary")


def test_the_history_is_grouped_by_stage_with_their_spans(head: Browser, sent: LegalText) -> None:
    page = head.get(f"/texts/{sent.id}")

    assert stages(page) == [
        "Procédure d’approbation depuis le 26 octobre 2026, 36 jours · 1 étape",
        "Préparation du 5 au 26 octobre 2026, 21 jours · 4 étapes",
    ]
    assert [bool(tag.has_attr("open")) for tag in page.soup.select(".history > details")] == [True, False]


def test_what_one_person_recorded_within_a_minute_is_said_once(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.move(bill, "note", "2026-10-13", note="Une.")
    ministry.clock.wait(timedelta(minutes=5))
    ministry.move(bill, "note", "2026-10-14", note="Deux.")

    page = head.get(f"/texts/{bill.id}")

    assert page.all(".history .by") == ["Enregistré le 1er déc. 2026 à 09:00 par Head"]
    assert page.all(".log .who") == ["H. Head, enregistré le 1er déc. 2026 à 09:05", "H. Head", "H. Head"]


def test_hijri_dates_are_shown_where_they_are_asked_for_as_they_were_told_or_else_reckoned(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.bring(bill, "promulgate", "2026-11-20", hijri="9 joumada II 1448")
    reckoned = hijri_fr(PartialDate.parse("2026-10-05"))

    page = head.get(f"/texts/{bill.id}")
    assert page.all(".history .when small") == []

    page = head.follow(page, "Dates hégiriennes")
    shown = page.all(".history .when small")
    assert reckoned
    assert (shown[0], shown[-1]) == ("9 joumada II 1448", reckoned)


def test_a_struck_step_stays_at_its_stage_with_its_reason(head: Browser, sent: LegalText) -> None:
    page = head.get(f"/texts/{sent.id}/steps/5/correct?how=strike")
    assert page.value("how") == "strike"
    page = head.press(page, "Enregistrer la correction", reason="Pas encore parti.")

    assert stages(page) == ["Préparation depuis le 5 octobre 2026, 57 jours · 4 étapes"]
    lines = page.all(".log > li > div")
    assert lines[0] == "Une étape a été barrée."
    assert lines[1].endswith("(barrée) Motif : Pas encore parti.")
    struck = head.get(f"/texts/{sent.id}/steps/5")
    assert "Pourquoi elle est barrée Pas encore parti. – étape n° 6" in struck.text
    assert "Étape concernée étape n° 5" in head.follow(struck, "étape n° 6").text


def test_a_line_leads_to_the_page_of_its_step(head: Browser, ministry: Ministry, sent: LegalText) -> None:
    page = head.follow(head.get(f"/texts/{sent.id}"), ministry.told(sent, 2))

    assert page.url == f"/texts/{sent.id}/steps/2"
    assert page.sentence == ministry.told(sent, 2)
    terms = dict(zip(page.all(".step dt"), page.all(".step dd"), strict=True))
    seal = ministry.steps(sent)[1].seal
    assert terms.pop("Date").startswith("le 12 octobre 2026 – ")
    assert terms == {
        "Référence ou preuve": "note n° 7", "Note": "Priorité.",
        "Saisie": "Head, enregistré le 1er déc. 2026 à 09:00", "Empreinte": f"{seal[:12]}…",
    }  # fmt: skip


@pytest.mark.parametrize("role", Role)
def test_the_ways_to_put_a_step_right_are_those_of_the_role(
    browser: Browser, ministry: Ministry, sent: LegalText, role: Role
) -> None:
    person = ministry.people.with_role(role)
    browser.enter(person)

    expected = ["Corriger", "Barrer"] if may(person, Right.CORRECT_STEPS) else []
    assert browser.get(f"/texts/{sent.id}/steps/2").all(".step .links a") == expected
    assert browser.get(f"/texts/{sent.id}/steps/1").all(".step .links a") == expected[:1]


@pytest.mark.parametrize("number", [0, 6, 99])
def test_a_step_that_does_not_exist_is_not_found(head: Browser, sent: LegalText, number: int) -> None:
    head.get(f"/texts/{sent.id}/steps/{number}", status=404)


def test_every_step_of_a_life_has_its_page(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "publish", "2026-11-20", number="27-26", bulletin="7500")
    for step in ministry.steps(bill):
        page = head.get(f"/texts/{bill.id}/steps/{step.number}")
        assert page.sentence == ministry.told(bill, step.number)
        assert ("déduite de la suite" in page.text) is step.inferred
