"""The grid of results: one decision a text, each line recorded by itself or not at all."""

import pytest

from models import LegalText, Role
from tests.web.browser import Browser, Value
from tests.web.council.agenda import LAST, NEXT, listed
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute
from workflow.council.way import EVENT
from workflow.procedure.model import Transition
from workflow.rulebook.files import procedures

ADDRESS = f"/council/{LAST}/results"
BUTTON = "Enregistrer les résultats"
KINDS = [kind for kind, each in procedures().items() if EVENT in each.events]
DECISIONS = [move for move in procedures()["decret"].transitions if move.event == EVENT]
WEDNESDAY = {"on_day": "25"}
both_databases = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
DOUBTS = [
    "Le 25 novembre 2026 est un mercredi, or le Conseil de gouvernement se réunit d’ordinaire le jeudi.",
    "Le texte est inscrit à l’ordre du jour du Conseil du 26 novembre 2026, et non à cette date.",
]


def typed(text: LegalText, move: str = "", **facts: Value) -> dict[str, Value]:
    """Give the fields of a line."""
    return {f"{text.id.hex}-{name}": value for name, value in {"move": move, **facts}.items()}


def send(browser: Browser, fields: dict[str, Value], *, status: int = 200) -> Page:
    return browser.press(browser.get(ADDRESS), BUTTON, fields, status=status)


def links(page: Page) -> set[str]:
    return {attribute(tag, "href") for tag in page.soup.select("main a[href]")}


def state(ministry: Ministry, text: LegalText) -> str:
    return ministry.read(LegalText, text.id).state


def last(ministry: Ministry, text: LegalText) -> tuple[str, str, dict[str, object]]:
    step = ministry.steps(text)[-1]
    return step.move, str(step.on), step.facts


@pytest.fixture
def texts(ministry: Ministry) -> list[LegalText]:
    """Give three texts on the agenda of one Council."""
    return [listed(ministry, f"Projet de décret {name}") for name in ("premier", "deuxième", "troisième")]


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda move: move.name)
@pytest.mark.parametrize("kind", KINDS)
def test_each_decision_is_recorded_on_each_kind_of_text(
    head: Browser, ministry: Ministry, kind: str, decision: Transition
) -> None:
    text = listed(ministry, "Texte du Conseil", kind=kind)

    page = send(head, typed(text, decision.name))

    assert page.notes == ["1 résultat est enregistré."]
    assert state(ministry, text) == ("inscrit_cg" if decision.stays else decision.to)
    assert last(ministry, text) == (decision.name, LAST, {})


def test_each_line_keeps_what_its_decision_asks(head: Browser, ministry: Ministry, texts: list[LegalText]) -> None:
    first, second, third = texts
    fields = typed(first, "adopt_with_remarks", remarks="Préciser l’article 4.")
    fields |= typed(second, "refer_to_ad_hoc_commission", chair="le ministre de la Santé", remarks="Revoir le champ.")

    page = send(head, fields)

    assert page.url == f"/council/{LAST}"
    assert page.notes == ["2 résultats sont enregistrés."]
    assert last(ministry, first) == ("adopt_with_remarks", LAST, {"remarks": "Préciser l’article 4."})
    told = {"chair": "le ministre de la Santé", "remarks": "Revoir le champ."}
    assert last(ministry, second) == ("refer_to_ad_hoc_commission", LAST, told)
    assert state(ministry, third) == "inscrit_cg"


def test_a_line_left_blank_is_not_touched(head: Browser, ministry: Ministry, texts: list[LegalText]) -> None:
    before = [ministry.read(LegalText, text.id).last_step for text in texts]

    page = send(head, {}, status=422)

    assert page.notes == ["Rien n’est à enregistrer : aucune décision n’est choisie."]
    assert [ministry.read(LegalText, text.id).last_step for text in texts] == before


@both_databases
def test_the_lines_that_pass_are_recorded_and_those_that_do_not_stay_with_what_was_typed(
    head: Browser, ministry: Ministry, texts: list[LegalText]
) -> None:
    first, second, third = texts
    fields = typed(first, "adopt_in_council") | typed(second, "adopt_in_council", remarks="Article 4.")

    page = send(head, fields, status=422)

    assert [state(ministry, text) for text in texts] == ["adopte_cg", "inscrit_cg", "inscrit_cg"]
    assert page.all(".done-note a") == ["Projet de décret premier"]
    assert page.all(".refused a") == ["Projet de décret deuxième"]
    assert page.all(".result h2") == ["Projet de décret deuxième", "Projet de décret troisième"]
    assert page.all(".result .wrong") == [
        "« Observations à intégrer » n’est pas demandé pour « Adopté » : effacez-le, ou choisissez une autre décision."
    ]
    assert page.value(f"{second.id.hex}-remarks") == "Article 4."

    page = head.press(page, BUTTON, typed(second, "adopt_with_remarks") | typed(third, "postpone"))

    assert page.notes == ["2 résultats sont enregistrés."]
    assert [state(ministry, text) for text in texts] == ["adopte_cg", "adopte_cg_obs", "reporte_cg"]
    assert len([step for step in ministry.steps(first) if step.move == "adopt_in_council"]) == 1


def test_words_without_a_decision_are_not_lost(head: Browser, ministry: Ministry, texts: list[LegalText]) -> None:
    page = send(head, typed(texts[0], remarks="Article 4."), status=422)

    assert page.all(".result .wrong") == ["Choisissez ce que le Conseil a décidé, ou effacez ce qui est saisi."]
    assert page.value(f"{texts[0].id.hex}-remarks") == "Article 4."
    assert state(ministry, texts[0]) == "inscrit_cg"


def test_what_is_doubted_is_asked_back_in_its_very_words(
    head: Browser, ministry: Ministry, texts: list[LegalText]
) -> None:
    page = send(head, typed(texts[0], "adopt_in_council") | WEDNESDAY, status=422)

    ticks = page.soup.select(f"input[name='{texts[0].id.hex}-confirmed']")
    assert [tick["value"] for tick in ticks] == DOUBTS
    assert page.all(".result .wrong") == []
    assert state(ministry, texts[0]) == "inscrit_cg"

    half = head.press(page, BUTTON, {f"{texts[0].id.hex}-confirmed": DOUBTS[:1]}, status=422)
    page = head.press(half, BUTTON, {f"{texts[0].id.hex}-confirmed": DOUBTS})

    assert page.notes == ["1 résultat est enregistré."]
    assert last(ministry, texts[0]) == ("adopt_in_council", "2026-11-25", {"confirmed": DOUBTS})


def test_a_date_that_contradicts_the_history_asks_for_its_reason(
    head: Browser, ministry: Ministry, texts: list[LegalText]
) -> None:
    fields = typed(texts[0], "adopt_in_council") | {"on_day": "12"}
    page = send(head, fields, status=422)
    doubts = [str(tick["value"]) for tick in page.soup.select(f"input[name='{texts[0].id.hex}-confirmed']")]

    page = head.press(page, BUTTON, {f"{texts[0].id.hex}-confirmed": doubts}, status=422)
    assert page.all(".result .wrong")[0].endswith("Si c’est exact, dites pourquoi dans la note.")
    head.press(page, BUTTON, {f"{texts[0].id.hex}-note": "Communiqué du 12 novembre."})

    assert last(ministry, texts[0])[2] == {"note": "Communiqué du 12 novembre.", "confirmed": doubts}


@pytest.mark.parametrize(
    "date", [{"on_day": "31"}, {"on_day": "", "on_month": "", "on_year": ""}], ids=["no such day", "none"]
)
def test_without_the_day_of_the_meeting_nothing_is_recorded(
    head: Browser, ministry: Ministry, texts: list[LegalText], date: dict[str, Value]
) -> None:
    page = send(head, typed(texts[0], "adopt_in_council") | date, status=422)

    assert page.all(".refused li")[0].startswith("Le Conseil s’est tenu le : ")
    assert page.value(f"{texts[0].id.hex}-move") == "adopt_in_council"
    assert state(ministry, texts[0]) == "inscrit_cg"


def test_a_day_to_come_is_refused_for_each_line(head: Browser, ministry: Ministry) -> None:
    text = listed(ministry, "Projet à venir", NEXT)
    page = head.get(f"/council/{NEXT}/results")
    assert page.value("on_day") == "1"  # that Council is still to come: today is proposed

    page = head.press(page, BUTTON, typed(text, "adopt_in_council") | {"on_day": "3"}, status=422)

    assert "Cette date est dans l’avenir" in page.all(".result .wrong")[0]
    assert state(ministry, text) == "inscrit_cg"


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("role", Role)
def test_only_who_may_record_a_decision_is_led_to_the_grid(browser: Browser, ministry: Ministry, role: Role) -> None:
    browser.enter(ministry.people.with_role(role))
    decides = role in {Role.DRAFTER, Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL}

    assert (ADDRESS in links(browser.get("/council"))) == decides
    assert (ADDRESS in links(browser.get(f"/council/{LAST}"))) == decides
