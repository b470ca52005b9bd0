"""Two sources that disagree stay side by side with their evidence, and one is retained."""

from collections.abc import Mapping

import pytest

from models import LegalText
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute, words
from tests.workflow.builders import File, moved

BEGUN = File.opened("projet_de_loi", moved("assign_drafter")).told


NO_DATE = "Il n’y a pas de date à retenir de cette source."
REASON = "Deux journaux ne disent pas la même chose."
OTHER_DATE: Mapping[str, Value] = {
    "other_on_day": "21", "other_on_month": "7", "other_on_year": "2016", "other_source": "journal A",
}  # fmt: skip


@pytest.fixture
def voted(ministry: Ministry, bill: LegalText) -> LegalText:
    """Give a bill with a vote that a source dates and counts otherwise, and that carries what no form shows."""
    return ministry.bring(
        bill, "adopt_first", "2016-07-20", chamber="representants", votes={"for": 83, "against": 21},
        source="procès-verbal", hijri="15 chaoual 1437",
        conflicts=[
            {"value": {"for": 83, "against": 22, "abstentions": 0}, "source": "https://journal.test/p=1"},
            {"value": "2016-07-22", "source": "agence B", "note": "jour de la dépêche"},
        ],
    )  # fmt: skip


@pytest.fixture
def number(ministry: Ministry, voted: LegalText) -> int:
    return len(ministry.steps(voted))


def correct(browser: Browser, text: LegalText, number: int, typed: Mapping[str, Value], *, status: int = 200) -> Page:
    page = browser.get(f"/texts/{text.id}/steps/{number}/correct")
    return browser.press(page, "Enregistrer la correction", {"reason": REASON, **typed}, status=status)


def disputes(page: Page) -> list[list[str]]:
    return [[" ".join(li.get_text(" ").split()) for li in each.select("li")] for each in page.soup.select(".dispute")]


def step_page(browser: Browser, page: Page, sources: int) -> Page:
    """Open the page of the one step of the history of which so many sources disagree."""
    (tag,) = page.soup.select(".log .tag.soon")
    assert words(tag) == f"{sources} sources en désaccord"
    assert tag.parent is not None
    return browser.get(attribute(tag.parent.select("a")[0], "href"))


def test_the_history_says_which_sources_disagree_and_which_is_retained(head: Browser, voted: LegalText) -> None:
    page = step_page(head, head.get(f"/texts/{voted.id}"), 3)

    assert page.all(".dispute summary") == ["3 sources en désaccord"]
    assert disputes(page) == [[
        "20 juill. 2016, par 83 voix contre 21 – procès-verbal retenue",
        "par 83 voix contre 22 – https://journal.test/p=1",
        "22 juill. 2016 – agence B jour de la dépêche",
    ]]  # fmt: skip


def test_another_source_is_recorded_beside(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.move(bill, "assign_drafter", "2026-10-12", reference="note n° 7")

    typed = {**OTHER_DATE, "other_on_year": "2026", "other_on_month": "10", "other_value": "selon le greffe"}
    page = correct(head, bill, 2, typed)

    told = [["12 oct. 2026 – note n° 7 retenue", "21 oct. 2026 – journal A selon le greffe"]]
    assert disputes(step_page(head, page, 2)) == told
    assert page.sentence == File.opened("projet_de_loi", moved("assign_drafter", "2026-10-12")).sentence


def test_the_other_date_is_retained_and_the_first_stays(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.move(bill, "assign_drafter", "2026-10-12", reference="note n° 7")

    typed = {**OTHER_DATE, "other_on_year": "2026", "other_on_month": "10", "retained": "other"}
    page = correct(head, bill, 2, typed)

    assert page.sentence == File.opened("projet_de_loi", moved("assign_drafter", "2026-10-21")).sentence
    page = head.follow(page, f"Étape corrigée : {BEGUN}")
    assert disputes(page) == [["21 oct. 2026 – journal A retenue", "12 oct. 2026 – note n° 7"]]
    page = head.follow(page, "Corriger")
    page = head.press(page, "Enregistrer la correction", retained="0", reason="Tout compte fait, non.")
    assert disputes(step_page(head, page, 2)) == [["12 oct. 2026 – note n° 7 retenue", "21 oct. 2026 – journal A"]]


def test_a_correction_keeps_what_its_form_does_not_show(
    head: Browser, ministry: Ministry, voted: LegalText, number: int
) -> None:
    page = correct(head, voted, number, {"votes_for": "84"})

    facts = ministry.steps(voted)[-1].facts["amended"]
    assert facts["votes"] == {"for": 84, "against": 21, "abstentions": None}
    assert (facts["source"], facts["hijri"], len(facts["conflicts"])) == ("procès-verbal", "15 chaoual 1437", 2)
    assert step_page(head, page, 3).all(".dispute summary") == ["3 sources en désaccord"]


def test_a_source_is_no_longer_cited(head: Browser, voted: LegalText, number: int) -> None:
    page = correct(head, voted, number, {"withdrawn": ["0", "1"]})

    assert page.all(".log .tag.soon") == []
    assert "20 juill. 2016" in page.text


def test_the_date_of_a_source_already_cited_is_retained(head: Browser, voted: LegalText, number: int) -> None:
    page = correct(head, voted, number, {"retained": "1"})

    page = step_page(head, page, 3)
    assert disputes(page)[0][0] == "22 juill. 2016, par 83 voix contre 21 – agence B retenue"
    assert disputes(page)[0][-1] == "20 juill. 2016 – procès-verbal"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"other_on_year": "2016"}, "Dites quelle source le dit."),
        ({"other_value": "à l’unanimité"}, "Dites quelle source le dit."),
        ({"other_source": "journal A"}, "Dites ce que dit cette source."),
        ({"other_source": "journal A", "other_on_year": "2030"}, "Cette date est dans l’avenir."),
        ({"other_source": "A", "other_value": "rejeté", "retained": "other"}, NO_DATE),
        ({"withdrawn": ["1"], "retained": "1"}, NO_DATE),
    ],
)
def test_a_source_says_something_and_is_named(
    head: Browser, voted: LegalText, typed: dict[str, Value], reason: str
) -> None:
    page = correct(head, voted, voted.last_step, typed, status=422)

    assert page.all(".wrong") == [reason]
    assert all(page.value(name) == value for name, value in typed.items() if isinstance(value, str))


def test_the_opening_is_not_disputed(head: Browser, voted: LegalText) -> None:
    assert head.get(f"/texts/{voted.id}/steps/1/correct").all(".dispute-form") == []


def test_words_that_are_too_long_are_said_and_kept_whole(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.move(bill, "assign_drafter", "2026-10-12")
    typed = {"reason": "x" * 1001, "other_value": "y" * 301, "other_source": "z" * 302}

    page = correct(head, bill, 2, typed, status=422)

    assert "Le motif est trop long : 1000 caractères au plus ; il y en a 1001." in page.all(".refused li")
    assert page.all(".dispute-form .wrong") == [
        "300 caractères au plus ; il y en a 301.", "300 caractères au plus ; il y en a 302.",
    ]  # fmt: skip
    assert {name: page.value(name) for name in typed} == typed
    assert len(ministry.steps(bill)) == 2


def test_a_number_of_many_digits_is_never_shortened(head: Browser, ministry: Ministry, voted: LegalText) -> None:
    number = len(ministry.steps(voted))

    page = correct(head, voted, number, {"votes_for": "0" * 10 + "83", "on_day": "0" * 9 + "12"}, status=422)

    assert (page.value("votes_for"), page.value("on_day")) == ("0" * 10 + "83", "0" * 9 + "12")
    assert len(ministry.steps(voted)) == number
