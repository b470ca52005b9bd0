"""What was typed on a page that can be sent no more is told as the person saw it: names of fields, words, no codes."""

from collections.abc import Mapping

import pytest

from models import LegalText
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.moving import ON, address
from tests.web.page import Page

ON_IN_WORDS = "Date : 19 novembre 2026"
KIND = {"kind": "proposition_de_loi", "reason": "Reprise par un groupe.", **ON}


@pytest.fixture
def voted(ministry: Ministry, bill: LegalText) -> LegalText:
    return ministry.bring(bill, "list_for_plenary", "2026-10-20", chamber="representants")


def typed(page: Page) -> list[str]:
    return page.all(".verdict li")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"votes_for": "70", "votes_against": "22", "votes_abstentions": "3"},
         [ON_IN_WORDS, "Voix : 70 pour, 22 contre, 3 abstentions"]),
        ({"votes_unanimous": True, "note": "Séance du matin."},
         [ON_IN_WORDS, "Voix : à l’unanimité", "Note : Séance du matin."]),
        ({"votes_for": "beaucoup", "on_day": "99"}, ["Date : 99/11/2026", "Voix : beaucoup pour"]),
        ({"on_day": "", "on_month": "", "on_year": "", "on_unknown": True}, ["Date : date inconnue"]),
        ({"on_day": "", "on_month": ""}, ["Date : 2026"]),
    ],
)  # fmt: skip
def test_a_move(
    head: Browser, ministry: Ministry, voted: LegalText, *, given: Mapping[str, Value], told: list[str]
) -> None:
    page = head.get(address(voted, "adopt_first"))
    ministry.move(voted, "withdraw", "2026-11-20", reason="Objet disparu")

    page = head.press(page, page.record, {**ON, **given}, status=409)

    assert page.h1.text == "Le texte a bougé"
    assert typed(page) == told


def test_a_choice_and_a_day_of_a_move(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "adopt_in_council", "2026-11-05")
    page = head.get(address(bill, "deposit"))
    ministry.move(bill, "deposit", "2026-11-19", chamber="representants")

    page = head.press(page, page.record, {**ON, "chamber": "conseillers"}, status=409)

    assert typed(page) == [ON_IN_WORDS, "Chambre saisie : Chambre des conseillers"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"reference": "note n° 8", "other_value": "lu au registre", "other_source": "Registre", **ON},
         [ON_IN_WORDS, "Référence ou preuve : note n° 8", "Ou autre chose : lu au registre",
          "Quelle source le dit : Registre"]),
        ({"how": "strike"}, ["Correction : La barrer : elle n’a pas eu lieu"]),
    ],
)  # fmt: skip
def test_a_correction(
    head: Browser, charlie: Browser, ministry: Ministry, bill: LegalText, *, given: Mapping[str, Value], told: list[str]
) -> None:
    ministry.move(bill, "assign_drafter", "2026-10-12")
    path = f"/texts/{bill.id}/steps/2/correct"
    page = charlie.get(path)
    head.press(head.get(path), "Enregistrer la correction", how="strike", reason="Erreur.")

    page = charlie.press(page, "Enregistrer la correction", {**given, "reason": "Relu."}, status=409)

    assert typed(page) == [*told, "Motif de la correction : Relu."]


def test_a_change_of_kind(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = head.get(f"/texts/{bill.id}/kind")
    ministry.move(bill, "assign_drafter", "2026-10-12")

    page = head.press(page, "Changer la nature", KIND, status=409)

    assert typed(page) == ["Nouvelle nature : Proposition de loi", ON_IN_WORDS, "Motif : Reprise par un groupe."]


def test_an_old_file(drafter: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = drafter.get(f"/texts/{bill.id}/take-over")
    rows = {"m0_move": "deposit", "m0_on_month": "3", "m0_on_year": "2016", "m0_chamber": "representants"}
    rows |= {"m1_move": "adopt_first", "m1_on_year": "2016", "m1_votes_for": "83"}
    page = drafter.press(page, "Voir le chemin", rows)
    ministry.bring(bill, "send_to_sgg", "2026-10-15")

    page = drafter.press(page, "Voir le chemin", status=409)

    assert typed(page) == [
        "Jalon 1 : Dépôt au Parlement ; Date : mars 2016 ; Chambre saisie : Chambre des représentants",
        "Jalon 2 : Vote en séance plénière : adopté ; Date : 2016 ; Voix : 83 pour",
    ]
