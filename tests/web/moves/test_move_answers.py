"""What a person answers on the page of a move: dates, votes, what is required; and what cannot be kept."""

import re
from collections.abc import Mapping

import pytest
from sqlalchemy import Engine
from sqlalchemy import text as sql

from models import LegalText, Step
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.moving import ON, record
from tests.web.page import attribute
from tests.workflow.builders import File, moved

EARLIER = "Cette date précède celle d’une étape qui vient avant (5 oct. 2026)."
NO_SUCH_DATE = "Cette date n’existe pas dans le calendrier."


@pytest.fixture
def debated(ministry: Ministry, bill: LegalText) -> LegalText:
    """Give a bill before the plenary of its first chamber."""
    return ministry.bring(bill, "list_for_plenary", "2026-10-20", chamber="representants")


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        (ON, "2026-11-19"),
        ({"on_month": "11", "on_year": "2026"}, "2026-11"),
        ({"on_year": "2026"}, "2026"),
        ({"on_unknown": True}, None),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_known(
    head: Browser, ministry: Ministry, typed: Mapping[str, Value], on: str | None
) -> None:
    text = ministry.open(on="2026")

    page = record(head, text, "assign_drafter", typed)

    begun = File.opened("projet_de_loi", moved("assign_drafter", on), on="2026")
    assert page.sentence == begun.sentence


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("//", "Donnez la date (l’année seule suffit), ou cochez « date inconnue »."),
        ("20//2026", "Donnez l’année, puis le mois, puis le jour : le jour seul ne suffit pas."),
        ("20/11/", "Donnez l’année, puis le mois, puis le jour : le jour seul ne suffit pas."),
        ("31/2/2026", NO_SUCH_DATE),
        ("//²", NO_SUCH_DATE),
        ("//20266", NO_SUCH_DATE),
        ("//99999999999999999999", NO_SUCH_DATE),
        ("//206", "Vérifiez l’année : elle va de 1900 à 2199."),
        ("31/12/9999", "Vérifiez l’année : elle va de 1900 à 2199."),
        ("2/12/2026", "Cette date est dans l’avenir : une étape s’enregistre quand elle a eu lieu."),
        ("1/10/2026", EARLIER),
    ],
)
def test_a_date_that_cannot_be_is_refused_and_kept_on_the_page(
    head: Browser, bill: LegalText, day: str, reason: str
) -> None:
    typed = dict(zip(("on_day", "on_month", "on_year"), day.split("/"), strict=True))

    page = record(head, bill, "assign_drafter", {**typed, "on_is": "typed", "reference": "note n° 7"}, status=422)

    assert any(told.startswith(reason) for told in page.reasons)
    assert page.value("reference") == "note n° 7"
    assert [page.value(name) for name in typed] == list(typed.values())


def test_a_date_is_given_or_unknown_but_not_both(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = record(head, bill, "assign_drafter", {**ON, "on_unknown": True}, status=422)

    assert "Donnez la date ou cochez « date inconnue », pas les deux." in page.reasons
    assert page.value("on_unknown") == "y"
    assert ministry.count(Step) == 1


def test_a_date_out_of_order_passes_when_it_is_confirmed_with_its_reason(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    typed = {"on_day": "1", "on_month": "10", "on_year": "2026"}

    page = record(head, bill, "assign_drafter", {**typed, "note": "Ouvert après coup."}, status=422)
    assert f"{EARLIER} Je confirme" in page.text
    page = head.press(page, page.record, note="", confirmed=EARLIER, status=422)
    assert page.reasons == [f"{EARLIER} Si c’est exact, dites pourquoi dans la note."]
    page = head.press(page, page.record, note="Ouvert après coup.")

    assert page.notes == [ministry.told(bill)]
    assert ministry.steps(bill)[-1].facts == {"note": "Ouvert après coup.", "confirmed": [EARLIER]}


def test_dates_that_contradict_each_other_give_no_duration(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "adopt_in_council", "2026-10-20")
    early = {"note": "Date du bordereau.", "confirmed": True, "chamber": "representants"}
    ministry.move(bill, "deposit", "2026-10-10", **early)

    page = head.get(f"/texts/{bill.id}")

    assert page.all(".path .done small")[-1] == "20 oct. 2026 – 10 oct. 2026"
    assert not re.search(r"-\d+ (?:jour|mois|an)", page.text)


def test_votes_are_kept_and_told(head: Browser, ministry: Ministry, debated: LegalText) -> None:
    page = record(head, debated, "adopt_first", {**ON, "votes_for": "70", "votes_against": "22"})

    assert page.sentence == ministry.sentence(debated)
    assert "par 70 voix contre 22" in page.sentence
    assert ministry.steps(debated)[-1].facts == {"votes": {"for": 70, "against": 22, "abstentions": None}}


def test_what_is_not_known_of_a_vote_stays_empty(head: Browser, ministry: Ministry, debated: LegalText) -> None:
    record(head, debated, "adopt_first", {**ON, "votes_unanimous": True})

    votes = ministry.steps(debated)[-1].facts["votes"]
    assert votes == {"for": None, "against": None, "abstentions": None, "unanimous": True}


@pytest.mark.parametrize(("ayes", "noes"), [("abc", "1"), ("-1", "1"), ("1000", "1"), ("²", "1"), ("22", "70")])
def test_votes_that_cannot_be_are_refused_and_kept_on_the_page(
    head: Browser, debated: LegalText, ayes: str, noes: str
) -> None:
    page = record(head, debated, "adopt_first", {**ON, "votes_for": ayes, "votes_against": noes}, status=422)

    assert (page.value("votes_for"), page.value("votes_against"), page.value("on_day")) == (ayes, noes, "19")
    is_read = ayes == "22"  # what is read is refused for what it says
    by_field = "Une réponse est à revoir : rien n’est enregistré"
    assert page.all(".refused h2") == (["Ce n’est pas enregistré"] if is_read else [by_field])
    assert page.all("#faults a") == ([] if is_read else ["Voix"])
    assert [attribute(tag, "id") for tag in page.soup.select(".wrong")] == ([] if is_read else ["votes-error"])


def test_what_is_required_is_named_where_it_is_asked(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "adopt_in_council", "2026-11-19")

    page = record(head, bill, "deposit", ON, status=422)

    assert page.reasons == ["À renseigner."]
    assert page.all("#chamber-error") == ["À renseigner."]


def test_every_reason_of_a_refusal_is_said_at_once(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "submit_for_validation", "2026-11-19")

    page = record(head, bill, "validate", {"pieces": ["arabic"], "on_year": "2027"}, status=422)

    future, incomplete = page.reasons
    assert future.startswith("Cette date est dans l’avenir")
    assert incomplete.startswith("Le dossier est incomplet ; il manque : note de présentation, avis obligatoires")
    assert page.value("pieces") == "arabic"


@pytest.mark.parametrize("length", [300, 301])
def test_what_is_too_long_is_refused_and_kept_on_the_page(head: Browser, bill: LegalText, length: int) -> None:
    status = 422 if length > 300 else 200

    page = record(head, bill, "assign_drafter", {**ON, "reference": "é" * length}, status=status)

    if status == 422:
        assert page.value("reference") == "é" * length
        assert "300 caractères au plus ; il y en a 301." in page.reasons


def test_an_answer_that_is_not_offered_is_refused(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "adopt_in_council", "2026-11-19")
    head.get(f"/texts/{bill.id}")
    step = ministry.read(LegalText, bill.id).last_step

    typed = {**ON, "chamber": "lords", "seen_step": str(step)}
    page = head.post(f"/texts/{bill.id}/moves/deposit", typed, status=422)

    assert "Choisissez une des réponses proposées." in page.reasons


def test_a_form_that_is_refused_waits_for_nobody_who_writes(head: Browser, engine: Engine, bill: LegalText) -> None:
    page = head.get(f"/texts/{bill.id}/moves/assign_drafter")

    with engine.begin() as somebody:  # on SQLite, nobody else writes meanwhile
        somebody.execute(sql("SELECT 1"))
        page = head.press(page, page.record, status=422, on_day="31", on_month="2", on_year="2026")

    assert NO_SUCH_DATE in page.text
