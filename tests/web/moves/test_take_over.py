"""An old file is taken over: what is known of it, the path found, and only then its record."""

import re
from collections.abc import Mapping

import pytest

from models import LegalText, Message, Step
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.page import Page, words
from tests.workflow.builders import TO_ADOPTED, TO_DEPOSITED, File, moved

BEGUN = File.opened("projet_de_loi", moved("assign_drafter")).told
ADOPTED, DEPOSITED = (File.opened("projet_de_loi", *moves).told for moves in (TO_ADOPTED, TO_DEPOSITED))

SEE, RECORD = "Voir le chemin", "Enregistrer la reprise"


def address(text: LegalText) -> str:
    return f"/texts/{text.id}/take-over"


def row(place: int, move: str, on: str = "", **more: Value) -> dict[str, Value]:
    """Give one row as it is typed; `on` is an ISO date, whole or not."""
    year, month, day = (*on.split("-"), "", "")[:3] if on else ("", "", "")
    typed: dict[str, Value] = {
        "move": move, "on_year": year, "on_month": month.lstrip("0"), "on_day": day.lstrip("0"), **more,
    }  # fmt: skip
    return {f"m{place}_{name}": value for name, value in typed.items()}


COUNCIL = row(0, "adopt_in_council", "2016-03-17")
DEPOSIT = row(1, "deposit", "2016-03", chamber="representants")
VOTE = row(2, "adopt_first", "2016-07-20", votes_for="83", votes_against="22", reference="séance n° 4")


@pytest.fixture
def old(ministry: Ministry) -> LegalText:
    """Give a bill of which nothing is recorded but its opening."""
    return ministry.open(title_ar="مشروع قانون")


def see(browser: Browser, text: LegalText, *rows: Mapping[str, Value]) -> Page:
    typed = {name: value for each in rows for name, value in each.items()}
    return browser.press(browser.get(address(text)), SEE, typed)


def passed(page: Page) -> list[str]:
    return page.all(".passed li")


def test_it_is_offered_while_little_is_recorded(drafter: Browser, ministry: Ministry, bill: LegalText) -> None:
    label = "Reprendre un ancien dossier"
    page = drafter.follow(drafter.get(f"/texts/{bill.id}"), label)
    assert page.h1.text == label

    ministry.bring(bill, "adopt_in_council", "2026-10-15")

    assert label not in drafter.get(f"/texts/{bill.id}").text


def test_a_drafter_takes_no_text_over_that_is_on_its_way(
    drafter: Browser, head: Browser, ministry: Ministry, old: LegalText
) -> None:
    page = see(drafter, old, row(0, "adopt_in_council", "2026-10-15"))
    steps = len(ministry.steps(ministry.bring(old, "send_to_sgg", "2026-10-15")))

    drafter.get(address(old), status=403)
    sent = {"m0_move": "adopt_in_council", "m0_on_year": "2026", "rows": "1"}
    drafter.post(f"{address(old)}/preview", {**sent, "do": "see", "seen_step": str(steps)}, status=403)
    drafter.press(page, RECORD, status=409)

    assert len(ministry.steps(old)) == steps
    assert head.get(address(old)).h1.text == "Reprendre un ancien dossier"


def test_it_is_offered_when_a_text_is_opened(drafter: Browser) -> None:
    page = drafter.follow(drafter.get("/texts"), "Nouveau texte")

    page = drafter.press(page, "Ouvrir le texte", procedure="decret", title_fr="Projet de décret", then=True)

    assert page.h1.text == "Reprendre un ancien dossier"


def test_a_row_offers_what_can_have_happened_in_the_order_of_the_path(drafter: Browser, old: LegalText) -> None:
    page = drafter.get(address(old))
    groups = [str(tag["label"]) for tag in page.soup.select("#m0_move optgroup")]
    moves = {str(tag["value"]): words(tag) for tag in page.soup.select("#m0_move option")}

    assert groups == [
        "Préparation", "Procédure d’approbation", "Conseil de gouvernement", "Conseil des ministres", "Parlement",
        "Cour constitutionnelle", "Promulgation", "Publication", "Entrée en vigueur", "Fin du parcours",
        "À tout moment",
    ]  # fmt: skip
    assert moves["deposit"] == "Dépôt au Parlement"
    assert moves["adopt_first"] == "Vote en séance plénière : adopté"
    assert not {"retitle", "suspend", "resume", "aim_for_council"} & set(moves)


def test_the_path_is_shown_and_nothing_is_written(drafter: Browser, ministry: Ministry, old: LegalText) -> None:
    page = see(drafter, old, COUNCIL, DEPOSIT, VOTE)

    steps = passed(page)
    assert steps[0] == f"{BEGUN} déduite"
    assert f"17 mars 2016 {ADOPTED}" in steps
    assert f"mars 2016 {DEPOSITED}" in steps
    assert steps[-1].startswith("20 juill. 2016 ")
    assert page.all(".passed em")[0] == BEGUN
    assert "« Transmis à l’autre Chambre »" in page.text
    assert "adopté par la Chambre des représentants le 20 juillet 2016, par 83 voix contre 22" in page.text
    assert ministry.count(Step) == 1


def test_what_was_shown_is_recorded_at_once(drafter: Browser, ministry: Ministry, old: LegalText) -> None:
    page = drafter.press(see(drafter, old, COUNCIL, DEPOSIT, VOTE), RECORD)

    assert page.notes == ["L’ancien dossier est repris."]
    assert "par 83 voix contre 22" in page.sentence
    told = [step for step in ministry.steps(old) if not step.inferred]
    assert [(step.move, str(step.on)) for step in told[1:]] == [
        ("adopt_in_council", "2016-03-17"), ("deposit", "2016-03"), ("adopt_first", "2016-07-20"),
    ]  # fmt: skip
    assert told[-1].facts == {"votes": {"for": 83, "against": 22, "abstentions": None}, "reference": "séance n° 4"}
    assert ministry.count(Message) == 0


def test_a_path_that_was_not_read_is_not_recorded(drafter: Browser, ministry: Ministry, old: LegalText) -> None:
    page = see(drafter, old, COUNCIL)

    page = drafter.press(page, RECORD, m0_on_day="18", status=422)

    assert "Relisez-le." in page.text
    assert ministry.count(Step) == 1
    page = drafter.press(page, RECORD)
    assert "le 18 mars 2016" in page.sentence


def test_rows_are_added_removed_and_put_in_order(drafter: Browser, old: LegalText) -> None:
    rows = {**row(0, "adopt_first", "2016-07-20"), **row(1, "adopt_in_council", "2016-03-17"), **row(2, "validate")}
    page = drafter.press(drafter.get(address(old)), "Ajouter un jalon", rows)
    assert len(page.all(".milestones > li")) == 4
    assert (page.value("m0_move"), page.value("m0_on_year"), page.value("m3_move")) == ("adopt_first", "2016", "")

    page = drafter.press(page, "Retirer le jalon 3")
    assert len(page.all(".milestones > li")) == 3
    page = drafter.press(page, "Ranger par dates")

    assert [page.value(f"m{place}_move") for place in (0, 1, 2)] == ["adopt_in_council", "adopt_first", ""]
    assert page.value("m1_on_day") == "20"


def test_dates_that_may_be_the_same_day_keep_their_order(drafter: Browser, old: LegalText) -> None:
    page = see(drafter, old, row(0, "adopt_first", "2016-07-20"), row(1, "deposit", "2016-07"))

    page = drafter.press(page, "Ranger par dates")

    assert [page.value(f"m{place}_move") for place in (0, 1)] == ["adopt_first", "deposit"]


def test_a_chosen_move_asks_what_it_asks(drafter: Browser, ministry: Ministry, old: LegalText) -> None:
    page = see(drafter, old, row(0, "promulgate", "2018-02-22", hijri="5 joumada II 1439"))
    assert "Veuillez vérifier les deux dates" not in page.text

    page = drafter.press(page, SEE, m0_dahir="1-18-19", m0_number="103-13")
    assert "dahir" not in page.text.split("À vérifier")[-1].split("Ce qui s’est passé")[0]
    drafter.press(page, RECORD)

    assert ministry.steps(old)[-1].facts == {"dahir": "1-18-19", "number": "103-13", "hijri": "5 joumada II 1439"}
    assert ministry.read(LegalText, old.id).number == "103-13"


@pytest.mark.parametrize(
    ("move", "reason"),
    [("", "Choisissez ce qui s’est passé."),
     ("validate", "Cette étape ne demande pas cela : effacez-le, ou choisissez une autre étape.")],
)  # fmt: skip
def test_what_was_typed_for_a_step_no_longer_chosen_is_kept(
    drafter: Browser, old: LegalText, move: str, reason: str
) -> None:
    page = see(drafter, old, row(0, "promulgate", "2018-02-22"))
    page = drafter.press(page, SEE, m0_dahir="1-18-19", m0_note="vu au dossier")

    page = drafter.press(page, SEE, m0_move=move)

    assert page.all(".wrong") == [reason]
    assert (page.value("m0_dahir"), page.value("m0_note")) == ("1-18-19", "vu au dossier")


def test_a_milestone_out_of_reach_is_refused_with_its_reason(drafter: Browser, old: LegalText) -> None:
    page = see(drafter, old, row(0, "publish", "2016-03-17"), row(1, "adopt_in_council", "2015-03-17"))

    assert len(page.all(".milestones .wrong")) == 1
    assert "ne peut pas être atteint depuis" in page.all(".milestones .wrong")[0]
    assert page.soup.find(string=re.compile(RECORD)) is None


@pytest.mark.parametrize(
    ("rows", "doubt"),
    [
        (
            [COUNCIL, row(1, "deposit", "2015", chamber="representants")],
            "précède celle d’une étape qui vient avant (17 mars 2016)",
        ),
        ([row(0, "promulgate", "2018-02-22", hijri="5 rejeb 1439")], "Veuillez vérifier les deux dates"),
        ([row(0, "promulgate", "2018-02-22", hijri="hier")], "La date hégirienne « hier » ne se lit pas"),
        ([row(0, "adopt_in_council", "2019-05-10", reference="lundi 10 mai 2019")], "est un vendredi"),
    ],
)
def test_what_is_odd_is_said_and_kept(
    drafter: Browser, old: LegalText, rows: list[dict[str, Value]], doubt: str
) -> None:
    page = see(drafter, old, *rows)

    assert any(doubt in each for each in page.all(".doubts li"))
    assert drafter.press(page, RECORD).notes == ["L’ancien dossier est repris."]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (row(0, "", "2016"), "Choisissez ce qui s’est passé."),
        (row(0, "deposit", "2016"), "Indiquez la Chambre saisie."),
        (row(0, "validate", "2016", votes_for="3"), "Cette étape ne compte pas de voix."),
        (row(0, "validate", "2016-02-30"), "Cette date n’existe pas dans le calendrier."),
        (row(0, "validate", "2030"), "Cette date est dans l’avenir."),
        (row(0, "adopt_first", "2016", votes_for="many"), "Un nombre entier de 0 à 999 est attendu."),
    ],
)
def test_what_cannot_be_is_named_and_kept(
    drafter: Browser, old: LegalText, typed: dict[str, Value], reason: str
) -> None:
    page = see(drafter, old, typed)

    assert page.all(".wrong") == [reason]
    assert all(page.value(name) == value for name, value in typed.items())
    assert page.all(".way") == []


def test_nothing_is_asked_to_be_recorded(drafter: Browser, old: LegalText) -> None:
    assert "Donnez au moins un jalon" in see(drafter, old).text
    assert "Donnez au moins un jalon" in drafter.post(address(old), {"seen_step": "1", "rows": "x"}, status=422).text


def test_someone_else_moves_the_text_meanwhile(drafter: Browser, ministry: Ministry, old: LegalText) -> None:
    page = see(drafter, old, COUNCIL)
    ministry.move(old, "assign_drafter", "2016-01-05")

    page = drafter.press(page, RECORD, status=409)
    assert page.h1.text == "Le texte a bougé"
    assert ministry.count(Step) == 2

    page = drafter.press(page, "Reprendre ma saisie")
    assert page.value("m0_move") == "adopt_in_council"
    assert f"{BEGUN} déduite" not in passed(page)
    assert drafter.press(page, RECORD).notes == ["L’ancien dossier est repris."]


def test_who_may_take_it_over_no_more_keeps_what_was_typed(
    drafter: Browser, ministry: Ministry, old: LegalText
) -> None:
    page, seen = see(drafter, old, COUNCIL), drafter.get(address(old))
    ministry.bring(old, "submit_for_validation", "2016-01-05")
    ministry.move(old, "note", "2016-01-06", note="Vu.")

    page = drafter.press(page, RECORD, status=409)
    assert page.all("main form") == []
    told = ["Jalon 1 : Décision du Conseil de gouvernement : adopté ; Date : 17 mars 2016"]
    assert page.all("main li") == told

    page = drafter.press(seen, SEE, dict(COUNCIL), status=409)
    assert page.all("main li") == told
