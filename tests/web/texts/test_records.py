"""What can be recorded on a text: three at most beside the action, the rest one search away."""

import pytest

from models import LegalText, Role
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page
from web.texts.next_steps import next_steps
from workflow.standing.offered import OpenAction


def action(name: str, *, waits: bool = False, aside: bool = False, leads_on: bool = True) -> OpenAction:
    return OpenAction(name, name, ("Il manque une pièce.",) if waits else (), aside, leads_on)


def matters(page: Page) -> list[str]:
    return page.all(".families h2, .families summary")


@pytest.mark.parametrize("many", [0, 3, 4, 19])
def test_three_records_at_most_stand_beside_the_action(many: int) -> None:
    others = [action(f"other_{rank}", leads_on=False) for rank in range(many)]

    steps = next_steps([action("go"), *others], [])

    assert steps.main == action("go")
    assert steps.beside == others[:3]
    assert steps.others == max(many - 3, 0)


def test_rare_records_stay_away_unless_they_are_all_there_is() -> None:
    rare = [action(f"rare_{rank}", aside=True) for rank in range(4)]

    assert (next_steps(rare, []).beside, next_steps(rare, []).others) == ([], 4)
    assert (next_steps(rare[:2], []).beside, next_steps(rare[:2], []).others) == (rare[:2], 0)


def test_while_the_next_step_waits_no_other_way_takes_its_place() -> None:
    waiting, back = action("go", waits=True), action("back", leads_on=False)

    steps = next_steps([waiting, back], [])

    assert (steps.main, steps.waiting, steps.beside) == (None, waiting, [back])


def test_records_are_grouped_by_matter_and_found_by_their_words(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.bring(bill, "assign_drafter", "2026-10-20")
    page = head.follow(head.get(f"/texts/{bill.id}"), "Autres enregistrements (14)")
    assert matters(page)[:3] == ["Étapes du parcours", "Avis et consultations", "Calendrier et suivi"]
    assert matters(page)[-2:] == ["Registres", "Retour, retrait, fin du dossier (2)"]

    page = head.press(page, "Chercher", q="INTITULÉ")

    assert page.all(".families .others a") == ["Changer l’intitulé", "Enregistrer un nouveau numéro"]
    page = head.press(page, "Chercher", q="100 % zzz")
    assert "Rien ne porte « 100 % zzz »" in page.text
    assert matters(head.follow(page, "Tout montrer"))[0] == "Étapes du parcours"


@pytest.mark.parametrize("role", [Role.READER, Role.ADMINISTRATOR])
def test_whoever_may_record_nothing_is_told_so(
    browser: Browser, ministry: Ministry, bill: LegalText, role: Role
) -> None:
    browser.enter(ministry.people.with_role(role))

    page = browser.get(f"/texts/{bill.id}/records")

    assert "Aucun enregistrement ne vous revient sur ce texte." in page.text
    assert matters(page) == []
