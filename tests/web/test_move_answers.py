"""What a person answers on the page of a move: dates, votes, what is required; and what cannot be kept."""

from collections.abc import Mapping

import pytest

from models import LegalText, Step
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.moving import ON, address, record
from tests.web.page import attribute

EARLIER = "Cette date précède celle d’une étape déjà enregistrée (5 oct. 2026)."
NO_SUCH_DATE = "Cette date n’existe pas dans le calendrier."


@pytest.fixture
def debated(ministry: Ministry, bill: LegalText) -> LegalText:
    """Give a bill before the plenary of its first chamber."""
    return ministry.bring(bill, "list_for_plenary", "2026-10-20", chamber="representants")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (ON, "Ce projet de loi est en cours de rédaction depuis le 20 novembre 2026."),
        ({"on_month": "11", "on_year": "2026"}, "Ce projet de loi est en cours de rédaction depuis novembre 2026."),
        ({"on_year": "2026"}, "Ce projet de loi est en cours de rédaction depuis 2026."),
        ({"on_unknown": True}, "Ce projet de loi est en cours de rédaction."),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_known(
    head: Browser, ministry: Ministry, typed: Mapping[str, Value], sentence: str
) -> None:
    text = ministry.open(on="2026")

    page = record(head, text, "assign_drafter", typed)

    assert page.sentence == sentence


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
        ("//206", "Vérifiez l’année : elle s’écrit avec quatre chiffres, par exemple 2018."),
        ("31/12/9999", "Vérifiez l’année : elle s’écrit avec quatre chiffres, par exemple 2018."),
        ("2/12/2026", "Cette date est dans l’avenir : une étape s’enregistre quand elle a eu lieu."),
        ("1/10/2026", EARLIER),
    ],
)
def test_a_date_that_cannot_be_is_refused_and_kept_on_the_page(
    head: Browser, bill: LegalText, day: str, reason: str
) -> None:
    typed = dict(zip(("on_day", "on_month", "on_year"), day.split("/"), strict=True))

    page = record(head, bill, "assign_drafter", {**typed, "reference": "note n° 7"}, status=422)

    assert any(told.startswith(reason) for told in page.reasons)
    assert page.value("reference") == "note n° 7"
    assert [page.value(name) for name in typed] == list(typed.values())


def test_a_date_is_given_or_unknown_but_not_both(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = record(head, bill, "assign_drafter", {**ON, "on_unknown": True}, status=422)

    assert "Donnez la date ou cochez « date inconnue », pas les deux." in page.reasons
    assert page.value("on_unknown") == "y"
    assert ministry.count(Step) == 1


def test_a_date_out_of_order_passes_with_its_reason(head: Browser, bill: LegalText) -> None:
    typed = {"on_day": "1", "on_month": "10", "on_year": "2026", "note": "Le dossier a été ouvert après coup."}

    asked = record(head, bill, "assign_drafter", typed, status=422)
    assert asked.all("label[for=confirmed]") == ["Je confirme cette date"]
    assert head.press(asked, asked.record, confirmed=True).notes == ["La rédaction a commencé."]


def test_votes_are_kept_and_told(head: Browser, ministry: Ministry, debated: LegalText) -> None:
    page = record(head, debated, "adopt_first", {**ON, "votes_for": "70", "votes_against": "22"})

    assert page.sentence == (
        "Ce projet de loi a été adopté par la Chambre des représentants le 20 novembre 2026 par 70 voix contre 22, "
        "et transmis à la Chambre des conseillers."
    )
    assert ministry.steps(debated)[-1].facts == {"votes": {"for": 70, "against": 22, "abstentions": None}}


def test_no_chamber_has_more_votes_than_members(head: Browser, debated: LegalText) -> None:
    page = record(head, debated, "adopt_first", {**ON, "votes_for": "390", "votes_against": "6"}, status=422)

    assert page.reasons == [
        "396 voix sont comptées, et la Chambre des représentants a 395 membres : vérifiez les voix."
    ]
    assert page.value("votes_for") == "390"


def test_a_preview_says_what_recording_would_refuse(head: Browser, ministry: Ministry, debated: LegalText) -> None:
    typed = {"on_day": "1", "on_month": "10", "on_year": "2026", "votes_for": "2", "votes_against": "6"}

    previewed = head.press(head.get(address(debated, "adopt_first")), "Revoir les conséquences", typed)
    refused = record(head, debated, "adopt_first", typed, status=422)

    assert (previewed.reasons, len(previewed.reasons)) == (refused.reasons, 2)
    assert previewed.all("[role=alert] h2") == ["À corriger avant d’enregistrer"]
    assert ministry.steps(debated)[-1].move == "list_for_plenary"


def test_a_preview_without_a_required_answer_leaves_no_hole(head: Browser, ministry: Ministry) -> None:
    bill = ministry.bring(ministry.open(), "adopt_in_council", "2026-10-20")

    shown = head.get(f"/texts/{bill.id}/moves/deposit").all(".will li")

    assert "Le texte passe à l’état « Déposé au bureau de la Chambre »" in shown
    assert not any("On lira" in line for line in shown)


def test_what_is_not_known_of_a_vote_stays_empty(head: Browser, ministry: Ministry, debated: LegalText) -> None:
    record(head, debated, "adopt_first", {**ON, "votes_unanimous": True})

    votes = ministry.steps(debated)[-1].facts["votes"]
    assert votes == {"for": None, "against": None, "abstentions": None, "unanimous": True}


@pytest.mark.parametrize(("ayes", "noes"), [("abc", "1"), ("-1", "1"), ("1000", "1"), ("²", "1"), ("22", "70")])
def test_votes_that_cannot_be_are_refused_and_kept_on_the_page(
    head: Browser, debated: LegalText, ayes: str, noes: str
) -> None:
    page = record(head, debated, "adopt_first", {**ON, "votes_for": ayes, "votes_against": noes}, status=422)

    assert (page.value("votes_for"), page.value("votes_against"), page.value("on_day")) == (ayes, noes, "20")
    assert page.all(".refused h2") == ["Ce n’est pas enregistré"]
    assert [attribute(tag, "id") for tag in page.soup.select(".wrong")] == (["votes-error"] if ayes != "22" else [])


def test_what_is_required_is_named_where_it_is_asked(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "adopt_in_council", "2026-11-19")

    page = record(head, bill, "deposit", ON, status=422)

    assert page.reasons == ["Complétez ou corrigez ce qui est signalé ci-dessous.", "À renseigner."]
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
