"""Writing in a register: one item, many rows at once, what is refused, and what somebody else wrote meanwhile."""

from uuid import UUID

import pytest

from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.registers.conftest import Items, Tell, values
from tests.workflow.registers.desk import changed, new, withdrawn
from workflow.procedure.registers import registers

# What is typed of a new item in each register, beside what is kept of it.
TYPED = {
    "observations": {"observation": "Préciser le délai.", "body": "SGG", "received_on": "05/11/2026"},
    "consultations": {"body": "CNDH", "asked_on": "5/11/2026", "compulsory": "yes"},
    "amendments": {"author": "Groupe A", "chamber": "representants", "reading": "1", "number": "12"},
    "signatures": {"signatory": "Ministre A", "nature": "visa"},
    "letters": {"direction": "in", "object": "Saisine.", "dated_on": "2026"},
    "meetings": {"held_on": "11/2026", "object": "Relecture."},
}
KEPT = {
    "observations": {"observation": "Préciser le délai.", "body": "sgg", "received_on": "2026-11-05"},
    "consultations": {"body": "cndh", "asked_on": "2026-11-05", "compulsory": "yes"},
    "amendments": {"author": "Groupe A", "chamber": "representants", "reading": 1, "number": "12"},
    "signatures": {"signatory": "Ministre A", "nature": "visa"},
    "letters": {"direction": "in", "object": "Saisine.", "dated_on": "2026"},
    "meetings": {"held_on": "2026-11", "object": "Relecture."},
}


@pytest.fixture
def address(bill: LegalText, told: Tell) -> str:
    told("observations", [new(row, observation=f"Remarque {row}.", article=str(row)) for row in (1, 2, 3)])
    return f"/texts/{bill.id}/registers/observations"


@pytest.mark.parametrize("register", registers())
def test_an_item_of_any_register_is_added(drafter: Browser, bill: LegalText, kept: Items, register: str) -> None:
    form = drafter.get(f"/texts/{bill.id}/registers/{register}/new")

    page = drafter.press(form, "Enregistrer", {f"{name}_0": words for name, words in TYPED[register].items()})

    book = registers()[register]
    assert page.notes == [f"{book.label_fr} : 1 enregistré{'e' if book.gender == 'f' else ''}."]
    assert values(kept(register)) == {1: KEPT[register]}
    assert drafter.press(drafter.get(f"{page.url}/1"), "Enregistrer").notes[0].startswith("Rien n’est à enregistrer")
    assert "que le registre ne dise déjà" in drafter.press(drafter.get(f"{page.url}/new"), "Enregistrer").notes[0]


@pytest.mark.parametrize("register", registers())
def test_an_item_that_is_not_told_enough_comes_back_as_it_was_typed(
    drafter: Browser, bill: LegalText, kept: Items, register: str
) -> None:
    book = registers()[register]
    days = [column.name for column in book.columns if column.type == "day"] or ["article"]
    form = drafter.get(f"/texts/{bill.id}/registers/{register}/new")

    page = drafter.press(form, "Enregistrer", {f"{days[0]}_0": "32/13/2026 <b>"}, status=422)

    assert page.value(f"{days[0]}_0") == "32/13/2026 <b>"
    assert page.all("[role=alert] li a")
    assert kept(register) == {}


def test_many_rows_are_answered_by_one_step(drafter: Browser, ministry: Ministry, address: str, kept: Items) -> None:
    page = drafter.get(f"{address}/edit")
    answers = {"position_0": "kept", "position_1": "rejected", "reason_1": "Terme de la loi.", "position_2": "open"}

    page = drafter.press(page, "Enregistrer", answers)

    assert page.notes == ["Observations : 3 réponses."]
    assert page.sentence == "3 observations : 2 avec suite, 1 sans suite."
    found = values(kept("observations"))
    assert {number: each.get("position") for number, each in found.items()} == {1: "kept", 2: "rejected", 3: "open"}
    assert ministry.read(LegalText, UUID(address.split("/")[2])).last_step == 3


def test_faults_are_told_at_their_cell_and_nothing_is_recorded(drafter: Browser, address: str, kept: Items) -> None:
    page = drafter.get(f"{address}/edit")
    answers = {"position_0": "rejected", "position_1": "kept", "replied_on_1": "demain"}

    page = drafter.press(page, "Enregistrer", answers, status=422)

    assert page.all("[role=alert] li") == [
        "N° 1 : Dites pourquoi l’observation n’est pas retenue, ou ne l’est qu’en partie.",
        "N° 2, Répondu le : Une date est attendue : jour, mois, année.",
    ]
    assert [page.value(name) for name in answers] == list(answers.values())
    assert [each.get("position") for each in values(kept("observations")).values()] == [None, None, None]


def test_what_somebody_wrote_meanwhile_is_kept_beside_what_was_typed(
    drafter: Browser, address: str, told: Tell, kept: Items
) -> None:
    page = drafter.get(f"{address}/edit?columns=all")
    told("observations", [changed(1, article="9"), changed(2, 2, article="8")])

    page = drafter.press(page, "Enregistrer", {"article_0": "7", "position_2": "kept"}, status=409)

    assert "Rien de votre saisie n’est encore enregistré" in page.text
    assert [page.value(f"article_{place}") for place in range(3)] == ["7", "8", "3"]
    assert page.all(".meanwhile") == ["Entre-temps : 9"]
    drafter.press(page, "Enregistrer")
    found = values(kept("observations"))
    assert [(each["article"], each.get("position")) for each in found.values()] == [
        ("7", None), ("8", None), ("3", "kept"),
    ]  # fmt: skip


def test_a_row_withdrawn_meanwhile_says_so_and_keeps_what_was_typed(
    drafter: Browser, address: str, told: Tell, kept: Items
) -> None:
    page = drafter.get(f"{address}/edit")
    told("observations", [withdrawn(2, "Doublon.")])

    page = drafter.press(page, "Enregistrer", {"position_1": "kept", "position_0": "kept"}, status=409)

    assert page.all("[role=alert] li") == ["N° 2 : Cet élément a été retiré entre-temps."]
    assert page.value("position_1") == "kept"
    page = drafter.press(page, "Enregistrer", {"position_1": ""})
    assert [each.get("position") for each in values(kept("observations")).values()] == ["kept", None]


@pytest.mark.parametrize("path", ["new", "edit"])
def test_a_form_sent_twice_is_recorded_once(drafter: Browser, address: str, kept: Items, path: str) -> None:
    page = drafter.get(f"{address}/{path}")
    typed = {"observation_0": "Nouvelle."} if path == "new" else {"position_0": "kept"}
    drafter.press(page, "Enregistrer", typed)
    before = values(kept("observations"))

    again = drafter.press(page, "Enregistrer", typed)

    assert again.notes == ["Ce que vous avez saisi est déjà enregistré depuis votre envoi à 09:00, une seule fois."]
    assert values(kept("observations")) == before


def test_long_registers_are_edited_by_pages(drafter: Browser, bill: LegalText, told: Tell, kept: Items) -> None:
    told("observations", [new(row, observation=f"Remarque {row}.") for row in range(1, 61)])
    page = drafter.get(f"/texts/{bill.id}/registers/observations/edit?status=open")
    assert len(page.all("tbody tr")) == 50

    page = drafter.press(page, "Enregistrer et page suivante", position_0="kept")

    # Answered items are no longer among the open ones.
    assert len(page.all("tbody tr")) == 9
    assert kept("observations")[1].values["position"] == "kept"
    assert "row-55" in str(drafter.get(f"/texts/{bill.id}/registers/observations/edit?at=55").soup)


def test_an_item_is_withdrawn_with_its_reason(drafter: Browser, address: str, kept: Items) -> None:
    page = drafter.get(f"{address}/2")
    refused = drafter.press(page, "Retirer", status=422)
    assert "Dites pourquoi cet élément est retiré." in refused.text

    page = drafter.press(refused, "Retirer", withdrawn="Doublon du n° 1.")

    assert page.notes == ["Observations : 1 retirée."]
    assert sorted(kept("observations")) == [1, 3]
    assert "Retirée : Doublon du n° 1." in drafter.get(f"{address}/2").text


def test_what_is_withdrawn_already_is_said(drafter: Browser, address: str, kept: Items) -> None:
    page = drafter.get(f"{address}/2")
    drafter.press(page, "Retirer", withdrawn="Doublon.")

    again = drafter.press(page, "Retirer", withdrawn="Doublon.")

    assert again.notes == ["Le n° 2 est déjà retiré du registre."]
    assert sorted(kept("observations")) == [1, 3]


def test_nothing_is_withdrawn_from_a_page_of_before(drafter: Browser, address: str, told: Tell, kept: Items) -> None:
    page = drafter.get(f"{address}/2")
    told("observations", [changed(2, article="9")])

    page = drafter.press(page, "Retirer", withdrawn="Doublon.", status=409)

    assert page.value("withdrawn") == "Doublon."
    assert sorted(kept("observations")) == [1, 2, 3]


def test_fifty_rows_of_long_arabic_words_are_sent(drafter: Browser, bill: LegalText, told: Tell, kept: Items) -> None:
    told("observations", [new(row, observation=f"Remarque {row}.") for row in range(1, 51)])
    words = "ملاحظة " * 500
    page = drafter.get(f"/texts/{bill.id}/registers/observations/edit")

    drafter.press(page, "Enregistrer", {f"reason_{place}": words for place in range(50)})

    assert {len(item.values["reason"]) for item in kept("observations").values()} == {len(words.strip())}


@pytest.mark.parametrize("path", ["new", "edit"])
def test_who_recorded_elsewhere_meanwhile_is_told_that_it_was_themselves(
    drafter: Browser, address: str, path: str
) -> None:
    cell = "observation_0" if path == "new" else "reason_0"
    first, second = drafter.get(f"{address}/{path}"), drafter.get(f"{address}/{path}")
    drafter.press(first, "Enregistrer", {cell: "Premier onglet."})

    page = drafter.press(second, "Enregistrer", {cell: "Second onglet."}, status=409)

    assert "Vous avez déjà enregistré une étape à 09:00, sans doute dans un autre onglet :" in page.text
    assert page.value(cell) == "Second onglet."


def test_an_item_is_not_withdrawn_from_a_page_older_than_ones_own_step(drafter: Browser, address: str) -> None:
    page = drafter.get(f"{address}/2")
    drafter.press(drafter.get(f"{address}/new"), "Enregistrer", observation_0="Nouvelle.")

    page = drafter.press(page, "Retirer", withdrawn="Doublon.", status=409)

    assert "Vous avez déjà enregistré une étape à 09:00, sans doute dans un autre onglet." in page.text
