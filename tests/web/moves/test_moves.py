"""A move is a page: what happened, what will follow, and nothing recorded before the button is pressed."""

from datetime import date
from typing import Any

import pytest

from models import Document, LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.moving import ON, address, record
from tests.web.page import Page, attribute, words
from tests.workflow.builders import TO_COUNCIL, File, moved, when
from tests.workflow.law import due
from workflow.calendar.words import day_short_fr
from workflow.history.fold import advance
from workflow.history.steps import Supposed
from workflow.rulebook.files import procedures

DAY_FIXED = {"in_force_on_day": "1", "in_force_on_month": "6", "in_force_on_year": "2027"}
PROPOSED = ("declare_", "replace_after_censure")  # nothing leads there but a referral to the court


@pytest.fixture
def listed(ministry: Ministry, bill: LegalText) -> LegalText:
    """Give a bill on the agenda of the council."""
    return ministry.bring(bill, "list_on_agenda", "2026-10-20")


def consequences(page: Page) -> list[str]:
    return page.all(".will > li")


def test_the_page_tells_what_will_follow_before_anything_is_pressed(head: Browser, listed: LegalText) -> None:
    page = head.get(address(listed, "adopt_in_council"))

    assert page.h1.text == "Décision du Conseil de gouvernement"
    assert page.record == "Enregistrer : adopté"
    state, clock, sentence = consequences(page)
    assert state == (
        "Le texte passe à l’état « Adopté en Conseil de gouvernement » "
        "Entre les mains de : Secrétariat général du gouvernement"
    )
    assert clock.startswith("Commence : déposer le projet au Parlement, pour le 31 déc. 2026 Repère interne : ")
    assert clock.endswith("1er décembre 2026, plus 30 jours : 31 décembre 2026. Courriel à Drafter le 16 décembre 2026")
    council = File.opened("projet_de_loi", *TO_COUNCIL)
    adopted = advance(council.procedure, council.situation, Supposed(99, "adopt_in_council", when("2026-12-01")))
    assert sentence == f"On lira : {File.at('projet_de_loi', adopted).sentence}"
    assert "Calculé pour une étape datée le 1er décembre 2026." in page.text


def test_papers_and_clocks_that_stop_are_told(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "adopt_in_council", "2026-11-19")

    page = head.press(head.get(address(bill, "deposit")), "Revoir les conséquences", ON, chamber="conseillers")

    assert "S’arrête : déposer le projet au Parlement (échéance du 19 déc. 2026)" in consequences(page)
    assert "Aucune échéance ne commence." in consequences(page)
    assert "Papier produit : fiche de suivi" in consequences(page)
    assert "Bureau de la Chambre des conseillers" in consequences(page)[0]


def test_a_deadline_that_grows_is_told(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "refer_to_committee", "2026-11-02", chamber="representants")

    page = head.get(address(bill, "extend_committee_deadline"))

    changed = [line for line in consequences(page) if line.startswith("Change")]
    assert len(changed) == 1
    falls = due("committee", "2026-11-02", "extend_committee_deadline")
    assert f"pour le {day_short_fr(date.fromisoformat(falls))}" in changed[0]


def test_a_move_that_stays_says_so(head: Browser, bill: LegalText) -> None:
    page = head.get(address(bill, "note"))

    assert consequences(page)[0] == "Le texte reste où il est : initiative enregistrée"


def test_a_look_ahead_keeps_what_was_typed_and_records_nothing(
    head: Browser, ministry: Ministry, listed: LegalText
) -> None:
    typed = {
        "on_day": "12",
        "on_month": "11",
        "on_year": "2026",
        "chair": "le <ministre>",
        "remarks": "Revoir l’art. 5",
    }
    page = head.get(address(listed, "refer_to_ad_hoc_commission"))

    page = head.press(page, "Revoir les conséquences", typed)

    assert {name: page.value(name) for name in typed} == typed
    assert "pour le 12 févr. 2027" in " ".join(consequences(page))
    assert "présidée par le <ministre>" in consequences(page)[-1]
    assert page.reasons == []
    assert len(ministry.steps(listed)) == listed.last_step
    notes = head.press(page, page.record).notes
    assert notes == [ministry.told(listed)]
    assert "présidée par le <ministre>" in notes[0]


@pytest.mark.parametrize(
    ("way", "typed"),
    [
        ("adopt_in_council deposit", ON),
        ("adopt_in_council deposit", {"on_is": "typed", "chamber": "conseillers"}),
        ("adopt_in_council deposit", {**ON, "on_year": "2027", "chamber": "conseillers"}),
        ("adopt_in_council deposit", {**ON, "on_month": "2", "on_day": "31"}),
        ("publish defer_entry_into_force", ON),
        ("publish defer_entry_into_force", {**ON, "in_force_after": "6", **DAY_FIXED}),
        ("publish defer_entry_into_force", {**ON, "in_force_after": "six"}),
    ],
)
def test_a_look_ahead_says_what_recording_would_refuse(
    head: Browser, ministry: Ministry, bill: LegalText, *, way: str, typed: dict[str, str]
) -> None:
    after, move = way.split()
    ministry.bring(bill, after, "2026-11-12", chamber="representants")
    page = head.get(address(bill, move))

    looked = head.press(page, "Revoir les conséquences", typed)
    refused = head.press(page, page.record, typed, status=422)

    assert looked.reasons == refused.reasons != []
    by_field = refused.all("#faults h2")
    assert looked.all(".refused h2") == (by_field or ["À revoir avant d’enregistrer"])
    assert consequences(looked)[-1].startswith("La phrase du texte s’écrira quand ")


def test_no_sentence_is_made_while_an_answer_is_missing(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "adopt_in_council", "2026-11-12")

    page = head.get(address(bill, "deposit"))

    assert consequences(page)[0] == "Le texte passe à l’état « Déposé au bureau de la Chambre »"
    assert consequences(page)[-1] == "La phrase du texte s’écrira quand ceci sera renseigné : chambre saisie."
    assert page.reasons == []


def test_a_date_said_to_be_unknown_is_not_foreseen_as_today(head: Browser, bill: LegalText) -> None:
    page = head.press(head.get(address(bill, "assign_drafter")), "Revoir les conséquences", on_unknown=True)

    assert consequences(page)[-1] == f"On lira : {File.opened('projet_de_loi', moved('assign_drafter')).sentence}"
    assert "Calculé pour une étape dont la date est inconnue." in page.text


def test_the_enter_key_only_looks_ahead(head: Browser, ministry: Ministry, listed: LegalText) -> None:
    page = head.get(address(listed, "adopt_in_council"))
    first = page.soup.select("form#move button")[0]
    assert attribute(first, "formaction") == f"{address(listed, 'adopt_in_council')}/preview"

    page = head.press(page, words(first), ON)

    assert page.value("on_day") == "19"
    assert len(ministry.steps(listed)) == listed.last_step


def test_another_outcome_keeps_what_was_typed(head: Browser, ministry: Ministry, listed: LegalText) -> None:
    page = head.get(address(listed, "adopt_in_council"))
    moves = procedures()["projet_de_loi"].moves_from["inscrit_cg"]
    assert page.all(".choices button") == [move.label_fr for move in moves if move.event == "council"]

    page = head.press(page, "Examen reporté", ON, note="Faute de temps.", reference="PV n° 3")

    assert page.record == "Enregistrer : examen reporté"
    assert page.all(".choices [aria-pressed=true]") == ["Examen reporté"]
    assert (page.value("on_day"), page.value("note"), page.value("reference")) == ("19", "Faute de temps.", "PV n° 3")
    page = head.press(page, page.record)
    assert page.sentence == ministry.sentence(listed)
    assert (ministry.steps(listed)[-1].move, str(ministry.steps(listed)[-1].on)) == ("postpone", "2026-11-19")
    assert ministry.steps(listed)[-1].facts == {"note": "Faute de temps.", "reference": "PV n° 3"}


def test_recording_moves_the_text_and_says_what_was_done(head: Browser, ministry: Ministry, listed: LegalText) -> None:
    page = record(head, listed, "adopt_in_council", ON)

    assert page.url == f"/texts/{listed.id}"
    assert page.notes == [ministry.told(listed)]
    assert page.sentence == ministry.sentence(listed)
    step = ministry.steps(listed)[-1]
    assert (step.by_id, str(step.on), step.at) == (ministry.people.head.id, "2026-11-19", ministry.clock.at)


def test_papers_are_made_with_the_move_that_wants_them(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "assign_drafter", "2026-10-20")

    page = record(head, bill, "submit_for_validation", ON)

    assert page.all("#papers li > div") == ["Note interne v1 situation au 1er déc. 2026 · modèle d’origine"]
    assert ministry.count(Document) == 1


def test_the_date_of_publication_is_proposed(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "publish", "2026-11-12")

    page = head.get(address(bill, "enter_on_publication"))

    assert [page.value(f"on_{part}") for part in ("day", "month", "year")] == ["12", "11", "2026"]


def test_a_social_matter_suggests_the_chamber_and_leaves_the_choice(head: Browser, ministry: Ministry) -> None:
    text = ministry.bring(ministry.open(social_matter=True), "adopt_in_council", "2026-11-19")

    page = head.get(address(text, "deposit"))

    assert "la Chambre des conseillers est suggérée en premier" in page.text
    assert page.value("chamber") == ""


def test_the_chamber_is_suggested_to_bills_and_not_to_organic_bills() -> None:
    hints = {
        kind: procedure.moves["deposit"].hint_social_fr
        for kind, procedure in procedures().items()
        if "deposit" in procedure.moves
    }

    assert {kind for kind, hint in hints.items() if hint} == {"projet_de_loi", "loi_cadre"}


def test_every_move_has_a_sound_page(head: Browser, ministry: Ministry) -> None:
    procedure, seen = procedures()["projet_de_loi"], set()
    facts: dict[str, Any] = {"reason": "r", "successor": "s", "urgent": "no", "body": "b", "note": "n"}
    reached = {move.to: move.name for move in procedure.transitions
               if not move.name.startswith(PROPOSED) and move.offered != "past"}  # fmt: skip
    for state in (code for code, state in procedure.states.items() if code in reached and not state.terminal):
        text = ministry.bring(ministry.open(on="2026"), reached[state], "2026-10-20", **facts)
        for move in procedure.moves_from[state]:
            if move.name not in seen and not move.when:
                assert head.get(address(text, move.name)).all("#record")
                seen.add(move.name)

    assert len(seen) >= len(procedure.transitions) * 3 // 4
