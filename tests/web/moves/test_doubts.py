"""Doubts on the page of a move: said beside what was typed, confirmed by a tick, and told in the history."""

import pytest

from models import LegalText, Step
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.moving import ON, address, record
from tests.web.page import Page

TUESDAY = {"on_day": "17", "on_month": "11", "on_year": "2026"}
CORRECT = "Enregistrer la correction"
DOUBT = "Le 17 novembre 2026 est un mardi, or le Conseil de gouvernement se réunit d’ordinaire le jeudi."
OTHER = "Le 18 novembre 2026 est un mercredi, or le Conseil de gouvernement se réunit d’ordinaire le jeudi."


@pytest.fixture
def listed(ministry: Ministry, bill: LegalText) -> LegalText:
    """Give a bill on the agenda of the Government Council."""
    return ministry.bring(bill, "list_on_agenda", "2026-11-05")


def asked(page: Page) -> list[str]:
    return [words.removesuffix(" Je confirme") for words in page.all("label[for^=confirmed-]")]


def test_nothing_is_doubted_before_it_is_told(head: Browser, listed: LegalText) -> None:
    assert asked(head.get(address(listed, "adopt_in_council"))) == []


def test_a_doubt_keeps_what_was_typed_and_passes_with_its_tick(
    head: Browser, ministry: Ministry, listed: LegalText
) -> None:
    steps = ministry.count(Step)
    page = record(head, listed, "adopt_in_council", {**TUESDAY, "reference": "PV n° 3"}, status=422)

    assert page.reasons == [f"{DOUBT} Si c’est exact, confirmez-le."]
    assert (asked(page), page.value("on_day"), page.value("reference")) == ([DOUBT], "17", "PV n° 3")
    assert ministry.count(Step) == steps

    page = head.press(page, page.record, confirmed=DOUBT)

    assert page.sentence == ministry.sentence(listed)
    assert ministry.steps(listed)[-1].facts == {"reference": "PV n° 3", "confirmed": [DOUBT]}
    assert ministry.people.head.name in page.all(".log .who")[0]
    page = head.get(f"/texts/{listed.id}/steps/{len(ministry.steps(listed))}")
    assert f"Confirmé malgré ce doute {DOUBT}" in page.text


def test_what_was_confirmed_of_another_day_is_asked_again(head: Browser, ministry: Ministry, listed: LegalText) -> None:
    page = record(head, listed, "adopt_in_council", TUESDAY, status=422)

    page = head.press(page, page.record, confirmed=DOUBT, on_day="18", status=422)

    assert (page.reasons, asked(page)) == ([f"{OTHER} Si c’est exact, confirmez-le."], [OTHER])
    page = head.press(page, page.record, confirmed=OTHER)
    assert ministry.steps(listed)[-1].facts == {"confirmed": [OTHER]}


def test_a_preview_says_the_doubt_and_keeps_its_tick(head: Browser, ministry: Ministry, listed: LegalText) -> None:
    page = head.get(address(listed, "adopt_in_council"))
    page = head.press(page, "Revoir les conséquences", TUESDAY)
    assert (page.reasons, asked(page)) == ([f"{DOUBT} Si c’est exact, confirmez-le."], [DOUBT])

    page = head.press(page, "Revoir les conséquences", confirmed=DOUBT)
    assert (page.reasons, asked(page)) == ([], [DOUBT])

    head.press(page, page.record)
    assert ministry.steps(listed)[-1].facts == {"confirmed": [DOUBT]}


def test_what_the_law_excludes_has_no_tick(head: Browser, ministry: Ministry) -> None:
    text = ministry.bring(ministry.open(kind="decret_loi"), "adopt_in_council", "2026-10-22")

    page = record(head, text, "lodge_with_committees", {**TUESDAY, "reference": "lettre"}, status=422)

    assert asked(page) == []
    assert [reason.partition(" : ")[2] for reason in page.reasons] == [
        "un décret-loi ne se dépose qu’entre deux sessions (Constitution, art. 81)."
    ]
    assert page.value("reference") == "lettre"


def test_a_corrected_date_is_doubted_as_that_of_a_move_and_another_one_asked_about_again(
    head: Browser, ministry: Ministry, listed: LegalText
) -> None:
    record(head, listed, "adopt_in_council", ON)
    number = len(ministry.steps(listed))
    page = head.get(f"/texts/{listed.id}/steps/{number}/correct")
    assert asked(page) == []

    page = head.press(page, CORRECT, {**TUESDAY, "reason": "Relu.", "reference": "PV n° 3"}, status=422)

    assert page.reasons == [f"{DOUBT} Si c’est exact, confirmez-le."]
    assert (asked(page), page.value("on_day"), page.value("reference")) == ([DOUBT], "17", "PV n° 3")
    page = head.press(page, CORRECT, confirmed=DOUBT, on_day="18", status=422)
    assert (page.reasons, asked(page)) == ([f"{OTHER} Si c’est exact, confirmez-le."], [OTHER])
    assert len(ministry.steps(listed)) == number

    page = head.press(page, CORRECT, confirmed=OTHER)

    assert ministry.steps(listed)[-1].facts["amended"] == {"reference": "PV n° 3", "confirmed": [OTHER]}


def test_what_was_confirmed_already_is_not_asked_of_its_correction_and_stays(
    head: Browser, ministry: Ministry, listed: LegalText
) -> None:
    page = record(head, listed, "adopt_in_council", TUESDAY, status=422)
    head.press(page, page.record, confirmed=DOUBT)
    path = f"/texts/{listed.id}/steps/{len(ministry.steps(listed))}/correct"

    head.press(head.get(path), CORRECT, reference="PV n° 3", reason="Retrouvé.")
    assert ministry.steps(listed)[-1].facts["amended"] == {"reference": "PV n° 3", "confirmed": [DOUBT]}

    head.press(head.get(path), CORRECT, {**ON, "reason": "Relu."})
    assert ministry.steps(listed)[-1].facts["amended"] == {"reference": "PV n° 3"}


def test_corrected_votes_are_doubted_as_those_of_a_move(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(
        bill, "adopt_part_in_committee", "2026-11-17", chamber="representants", votes={"for": 20, "against": 2}
    )
    page = head.get(f"/texts/{bill.id}/steps/{len(ministry.steps(bill))}/correct")

    page = head.press(page, CORRECT, votes_for="70", reason="Relu.", status=422)

    assert [words.partition(", mais")[0] for words in asked(page)] == ["Ces voix sont 72 au total"]
