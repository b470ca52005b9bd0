"""Alice, Bob and Charlie at the same text: whoever comes second is told, and loses nothing of what was typed."""

from collections.abc import Mapping
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from flask import Flask

from models import LegalText
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.moving import ON, address, record
from tests.web.page import Page

TYPED: Mapping[str, Value] = {**ON, "reference": "PV n° 3", "note": "Dit en <séance> :\nà suivre."}


@pytest.fixture
def listed(ministry: Ministry, bill: LegalText) -> LegalText:
    return ministry.bring(bill, "list_on_agenda", "2026-10-20")


def test_a_move_chosen_on_an_old_page_is_explained(
    alice: Browser, bob: Browser, ministry: Ministry, listed: LegalText
) -> None:
    page = bob.get(address(listed, "postpone"))
    record(alice, listed, "adopt_in_council", ON)

    page = bob.press(page, page.record, TYPED, status=409)

    assert page.h1.text == "Le texte a bougé"
    assert page.sentence == ministry.told(listed)
    assert page.link("Voir où en est le texte") == f"/texts/{listed.id}"
    assert page.all("main form") == []
    assert ministry.steps(listed)[-1].by_id == ministry.people.alice.id


def test_what_was_typed_on_an_old_page_is_taken_up_again(
    alice: Browser, bob: Browser, ministry: Ministry, listed: LegalText
) -> None:
    page = bob.get(address(listed, "postpone"))
    record(alice, listed, "note", {**ON, "note": "Le Conseil est avancé."})
    page = bob.press(page, page.record, TYPED, status=409)
    assert "Rien de ce que vous avez saisi n’a été enregistré." in page.text

    page = bob.press(page, "Reprendre ma saisie")

    assert {name: page.value(name) for name in TYPED} == {**TYPED, "note": "Dit en <séance> :\nà suivre."}
    page = bob.press(page, page.record)
    assert page.notes == [ministry.told(listed)]
    assert [step.move for step in ministry.steps(listed)[-2:]] == ["note", "postpone"]


def test_an_old_page_with_mistakes_is_first_of_all_old(alice: Browser, bob: Browser, listed: LegalText) -> None:
    page = bob.get(address(listed, "postpone"))
    record(alice, listed, "adopt_in_council", ON)

    assert bob.press(page, page.record, {"on_day": "99"}, status=409).h1.text == "Le texte a bougé"


def test_the_same_button_pressed_twice_records_once(alice: Browser, ministry: Ministry, listed: LegalText) -> None:
    page = alice.get(address(listed, "adopt_in_council"))
    alice.press(page, page.record, ON)

    page = alice.press(page, page.record, ON, status=409)

    assert page.h1.text == "C’est déjà enregistré"
    assert page.sentence == ministry.told(listed)
    assert "enregistré depuis votre envoi à 09:00" in page.text
    assert "Une autre personne" not in page.text
    assert len(ministry.steps(listed)) == listed.last_step + 1
    to = page.link("Voir cette étape dans l’histoire du texte")
    assert to == f"/texts/{listed.id}#step-{listed.last_step + 1}"
    assert len(alice.get(to).soup.select(f"#step-{listed.last_step + 1}")) == 1


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (["alice"], "Vous avez déjà enregistré une étape le 1er déc. 2026 à 09:00, sans doute dans un autre onglet"),
        (
            ["alice", "alice"],
            "Vous avez déjà enregistré 2 étapes, la dernière le 1er déc. 2026 à 09:00, sans doute dans",
        ),
        (["bob"], "Une autre personne a enregistré une étape pendant que cette page était ouverte"),
        (["alice", "bob"], "Une autre personne et vous-même avez enregistré des étapes pendant que cette page était"),
    ],
)
def test_who_recorded_meanwhile_is_told(
    alice: Browser, bob: Browser, ministry: Ministry, listed: LegalText, *, who: list[str], said: str
) -> None:
    page = alice.get(address(listed, "postpone"))
    for place, name in enumerate(who):
        record({"alice": alice, "bob": bob}[name], listed, "note", {**ON, "note": f"Dit {place}."})
    ministry.clock.wait(timedelta(days=1))

    page = alice.press(page, page.record, TYPED, status=409)

    assert said in page.text.replace("\xa0", " ")


@pytest.mark.parametrize("is_followed", [False, True])
def test_what_was_recorded_is_said_so_whatever_others_recorded_since(
    alice: Browser, bob: Browser, ministry: Ministry, listed: LegalText, *, is_followed: bool
) -> None:
    page = alice.get(address(listed, "adopt_in_council"))
    alice.press(page, page.record, ON)
    if is_followed:
        record(bob, listed, "note", {**ON, "note": "Vu au secrétariat."})

    page = alice.press(page, page.record, ON, status=409)

    assert page.h1.text == "C’est déjà enregistré"
    assert "Rien de ce que vous avez saisi" not in page.text
    assert ("Une autre étape a été enregistrée depuis" in page.text) is is_followed
    assert page.sentence == ministry.told(listed)


def test_what_somebody_else_recorded_alike_is_not_ones_own(alice: Browser, bob: Browser, listed: LegalText) -> None:
    page = alice.get(address(listed, "adopt_in_council"))
    record(bob, listed, "adopt_in_council", ON)

    page = alice.press(page, page.record, ON, status=409)

    assert page.h1.text == "Le texte a bougé"


def test_what_was_typed_since_is_not_said_to_be_recorded(alice: Browser, ministry: Ministry, listed: LegalText) -> None:
    page = alice.get(address(listed, "adopt_in_council"))
    alice.press(page, page.record, ON)

    page = alice.press(page, page.record, {**ON, "note": "À l’unanimité."}, status=409)

    assert page.h1.text == "Le texte a bougé"
    assert "Vous avez déjà enregistré une étape à 09:00, sans doute dans un autre onglet :" in page.text
    assert "À l’unanimité." in page.text
    assert len(ministry.steps(listed)) == listed.last_step + 1


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_of_two_people_at_the_very_same_moment_one_is_first(
    alice: Browser, bob: Browser, ministry: Ministry, listed: LegalText
) -> None:
    moves = {alice: "adopt_in_council", bob: "postpone"}
    pages = {browser: browser.get(address(listed, move)) for browser, move in moves.items()}
    start, found = Barrier(2), []

    def press(browser: Browser, page: Page) -> None:
        fields = {"csrf_token": browser.token, "seen_step": page.value("seen_step"), **ON}
        start.wait()
        found.append(browser.client.post(page.url, data=fields).status_code)

    threads = [Thread(target=press, args=pair) for pair in pages.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(found) == [303, 409]
    assert len(ministry.steps(listed)) == listed.last_step + 1


def test_a_move_that_is_not_of_ones_role_is_refused(alice: Browser, ministry: Ministry, listed: LegalText) -> None:
    assert alice.get(address(listed, "replace"), status=403).h1.text == "Vous n’avez pas ce droit"

    typed = {**ON, "successor": "un autre", "seen_step": str(listed.last_step)}
    page = alice.post(address(listed, "replace"), typed, status=403)

    assert page.h1.text == "Vous n’avez pas ce droit"
    assert len(ministry.steps(listed)) == listed.last_step


@pytest.mark.parametrize("after", ["", "/preview"])
def test_a_move_that_does_not_leave_from_here_is_explained(
    alice: Browser, ministry: Ministry, listed: LegalText, after: str
) -> None:
    alice.get("/account")

    page = alice.post(address(listed, "promulgate") + after, {**ON, "seen_step": str(listed.last_step)}, status=409)

    assert page.h1.text == "Cette étape n’est pas possible ici"
    page = alice.get(address(listed, "promulgate"), status=409)
    assert (page.h1.text, page.link("Voir où en est le texte")) == (
        "Cette étape n’est pas possible ici", f"/texts/{listed.id}",
    )  # fmt: skip
    assert len(ministry.steps(listed)) == listed.last_step


@pytest.mark.parametrize("looks_first", [True, False])
def test_what_was_typed_is_shown_when_the_text_has_left(
    alice: Browser, bob: Browser, listed: LegalText, *, looks_first: bool
) -> None:
    page = bob.get(address(listed, "postpone"))
    record(alice, listed, "adopt_in_council", ON)

    button = "Revoir les conséquences" if looks_first else page.record
    page = bob.press(page, button, ON, note="Vu à la séance.", status=409)

    assert page.h1.text == "Le texte a bougé"
    assert page.all(".verdict li") == ["Date : 19 novembre 2026", "Note : Vu à la séance."]


def test_a_move_that_no_procedure_has_is_not_found(alice: Browser, listed: LegalText) -> None:
    alice.get(address(listed, "fly"), status=404)
    alice.post(address(listed, "fly"), status=404)


def test_whoever_edits_while_another_moves_loses_nothing(
    alice: Browser, bob: Browser, ministry: Ministry, listed: LegalText
) -> None:
    page = bob.get(f"/texts/{listed.id}/edit")
    record(alice, listed, "adopt_in_council", ON)

    page = bob.press(page, "Enregistrer la fiche", title_fr="Projet de loi contre la violence")

    assert page.h1.text == "Projet de loi contre la violence"
    assert [step.move for step in ministry.steps(listed)[-2:]] == ["adopt_in_council", "edit"]


def test_charlie_corrects_on_an_old_page_and_is_told(
    app: Flask, alice: Browser, ministry: Ministry, bill: LegalText
) -> None:
    charlie = Browser(app)
    charlie.enter(ministry.people.charlie)
    page = charlie.get(f"/texts/{bill.id}/steps/1/correct")
    record(alice, bill, "assign_drafter", ON)

    page = charlie.press(page, "Enregistrer la correction", reason="Mal lu.", on_day="4", status=409)

    assert page.reasons[0].startswith("Une autre personne a enregistré une étape pendant que cette page était ouverte")
    assert (page.value("reason"), page.value("on_day")) == ("Mal lu.", "4")
    assert charlie.press(page, "Enregistrer la correction").notes[0].startswith("L’étape est corrigée")


def test_a_page_is_read_while_somebody_writes(alice: Browser, ministry: Ministry, listed: LegalText) -> None:
    with ministry.session() as writing:
        writing.get_one(LegalText, listed.id).financial_impact = True
        writing.flush()  # and the transaction stays open

        assert "Incidence financière" not in alice.get(f"/texts/{listed.id}").text

    assert "Incidence financière" in alice.get(f"/texts/{listed.id}").text
