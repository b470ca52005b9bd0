"""The page of one text: where it stands, what can be done, what is due, what was done."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from models import LegalText, Relation, Role, User
from tests.fixtures.demonstration import NOW
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute, words
from tests.web.queries import queries
from tests.workflow.builders import File, moved
from tests.workflow.law import due, length_on, length_words, rule_of, start_of
from workflow.calendar.words import day_fr, day_short_fr
from workflow.people.permissions import Right, may
from workflow.rulebook.diagram import length_fr

BEGUN = File.opened("projet_de_loi", moved("assign_drafter")).told


EVIL = "<script>alert(1)</script> & « l’autre » \"'><img src=x onerror=alert(2)>"


def offered(page: Page) -> list[str]:
    """Give the moves that the page offers, the main one first."""
    return page.all(".do .btn-go") + page.all(".do .others a")


def listed(browser: Browser, text: LegalText, words: str = "") -> list[str]:
    """Give the moves on the page of records."""
    return browser.get(f"/texts/{text.id}/records?q={words}").all(".families .others a[href*='/moves/']")


def history(page: Page) -> list[str]:
    return page.all(".log > li > div")


def deadlines(page: Page) -> list[list[str]]:
    """Give the cells of each running deadline: what is expected, its day, how far it is, its basis."""
    return [[words(cell) for cell in row.find_all("td")] for row in page.soup.select("#limits tr.limit")]


def open_page(browser: Browser, text: LegalText) -> Page:
    return browser.get(f"/texts/{text.id}")


def test_the_page_begins_with_the_sentence(head: Browser, bill: LegalText) -> None:
    page = open_page(head, bill)

    assert page.h1.text == bill.title_fr
    assert page.sentence == File.opened("projet_de_loi", on="2026-10-05").sentence
    assert page.all(".tags .tag") == ["Projet de loi", "Initiative enregistrée"]
    assert page.all(".hold .main, .hold .sub")[:2] == [
        "Division de la législation", "depuis le 5 octobre 2026, 57 jours",
    ]  # fmt: skip


def test_the_path_is_whole(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "distribute", "2026-10-20")

    page = open_page(head, bill)

    path = page.all("ol.path > li")
    limit = length_fr(rule_of("committee"))
    assert [words(tag) for tag in page.soup.select(".path [aria-current=step]")] == [path[1]]
    assert path[0].startswith("Fait : Préparation 5 oct. 2026")
    assert path[1].startswith("En cours : Procédure d’approbation Distribué aux membres du gouvernement 20 oct. 2026")
    assert path[2:5] == [
        "À venir : Conseil de gouvernement", f"À venir : Première Chambre {limit} au plus",
        f"À venir : Seconde Chambre {limit} au plus",
    ]  # fmt: skip
    assert path[-1] == "À venir : Entrée en vigueur"


@pytest.mark.parametrize("role", Role)
def test_each_role_is_offered_its_own_moves(browser: Browser, ministry: Ministry, role: Role) -> None:
    text = ministry.bring(ministry.open(), "submit_for_validation", "2026-10-20")
    browser.enter(ministry.people.with_role(role))

    moves = offered(open_page(browser, text))
    records = listed(browser, text)

    may_validate = role in {Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL, Role.CABINET}
    assert ("Valider le projet" in moves[:1]) == may_validate
    assert ("Ajouter une note datée" in records) == (may_validate or role == Role.DRAFTER)
    assert bool(records) == (role not in {Role.READER, Role.ADMINISTRATOR})


def test_moves_that_answer_one_question_are_one_action(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "list_on_agenda", "2026-10-20")

    assert offered(open_page(head, bill))[0] == "Enregistrer la décision du Conseil de gouvernement"
    assert "Adopté" not in listed(head, bill)


def test_a_move_that_must_wait_says_why_and_is_no_link(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "validate", "2026-10-20")

    page = open_page(head, bill)

    assert page.all(".wait") == [
        "L’intitulé en arabe manque : le dossier est transmis en langue arabe. Complétez la fiche du texte."
    ]
    assert "Transmettre au SGG" not in offered(page)
    assert "Transmettre au SGG" in page.text


def test_running_deadlines_stand_with_their_dates_and_reasons(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    falls = NOW.date() + timedelta(days=3)
    start = start_of("committee", falls, chamber="conseillers")
    ministry.bring(bill, "refer_to_committee", start, chamber="conseillers")

    page = open_page(head, bill)

    rows = deadlines(page)
    scheduling, reminder, incompetence = (
        date.fromisoformat(due(code, start, chamber="conseillers"))
        for code in ("scheduling", "councillors_reminder", "committee_incompetence")
    )
    passed = "délai du règlement intérieur, passé depuis {} jours"
    late = [passed.format((NOW.date() - day).days) for day in (scheduling, reminder)]
    near = "délai du règlement intérieur, dans 3 jours"
    assert [row[1:3] for row in rows] == [
        [day_short_fr(scheduling), late[0]], [day_short_fr(reminder), late[1]], [day_short_fr(falls), near],
        [day_short_fr(incompetence), "délai écoulé règlement intérieur"],
    ]  # fmt: skip
    assert rows[2][0] == "Achever l’examen en commission"
    assert rows[2][3] == length_on("committee", start, chamber="conseillers").cited_fr
    assert page.all("#limits .reckoned")[2].startswith(
        f"Règlement intérieur : {length_on('committee', start, chamber='conseillers').cited_fr}. "
        f"{day_fr(date.fromisoformat(start))}, plus {length_words('committee', start, chamber='conseillers')} : "
        f"{day_fr(falls)}. Les jours se comptent de date à date, samedis, dimanches et jours fériés compris. "
        f"Échéance : {day_fr(falls)}. "
    )
    assert page.all(".tag.late, .tag.soon") == []


def test_a_deadline_whose_start_is_not_known_says_so(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "refer_to_ad_hoc_commission")

    assert deadlines(open_page(head, bill))[0][1:3] == ["–", "date de départ inconnue repère interne"]


def test_a_deadline_that_nobody_set_says_so(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "ask_opinion", "2026-10-05", body="CNDH")

    assert [row[1:3] for row in deadlines(open_page(head, bill))] == [["–", "sans date fixée repère interne"]]


def test_a_suspended_deadline_says_so_and_closed_ones_are_kept(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.bring(bill, "send_to_government", "2026-11-02")
    ministry.move(bill, "refer_to_court", "2026-11-10", urgent="no", referrer="king")

    page = open_page(head, bill)

    assert ["suspendue" in row[2] for row in deadlines(page)] == [True, False]
    assert any("Achever l’examen en commission" in line for line in page.all("ul.closed li"))


def test_the_history_reads_as_sentences_newest_first(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.move(bill, "assign_drafter", "2026-10-12", reference="note n° 7", note="Priorité du ministre.")
    ministry.move(bill, "note", "2026-10-13", note="Réunion avec les associations.")

    entries = history(open_page(head, bill))

    assert entries == [ministry.told(bill, 3), f"{BEGUN} Priorité du ministre.", "Le dossier a été ouvert."]


def test_inferred_steps_are_told_apart(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "submit_for_validation", "2026-10-20")

    page = open_page(head, bill)

    assert page.all(".log > li.run summary") == ["date inconnue Une étape déduite"]
    assert page.all(".log > li.inferred > div") == [BEGUN]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"certainty": "memory"}, "de mémoire, à confirmer"),
        ({"certainty": "derived"}, "déduit, à confirmer"),
        ({"supposed": ["chamber"]}, "Chambre déduite de la suite"),
        ({}, None),
    ],
)
def test_a_step_that_no_page_confirms_says_how_it_is_known(
    head: Browser, ministry: Ministry, bill: LegalText, facts: dict[str, Any], *, words: str | None
) -> None:
    ministry.bring(bill, "deposit", "2026-10-20", chamber="representants", **facts)

    assert open_page(head, bill).all(".log > li .tag") == ([words] if words else [])


def test_a_chamber_that_nobody_names_is_asked_for(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.bring(bill, "deposit", "2026-10-20")
    page = open_page(head, bill)
    assert "au bureau d’une Chambre" in page.text
    step = len(ministry.steps(bill))
    assert page.link("Préciser la Chambre") == f"/texts/{bill.id}/steps/{step}/correct"
    assert [line.split()[:2] for line in page.all(".path li")][3:5] == [["En", "cours"], ["À", "venir"]]

    page = head.press(head.follow(page, "Préciser la Chambre"), "Enregistrer la correction",
                      chamber="conseillers", reason="vue au Bulletin des débats")  # fmt: skip

    page = open_page(head, bill)
    assert "au bureau de la Chambre des conseillers" in page.text
    assert "Préciser la Chambre" not in page.text


@pytest.mark.parametrize("role", Role)
def test_whoever_may_not_correct_is_told_of_an_unnamed_chamber_without_a_link(
    browser: Browser, ministry: Ministry, bill: LegalText, role: Role
) -> None:
    ministry.bring(bill, "deposit", "2026-10-20")
    person = ministry.people.with_role(role)
    browser.enter(person)
    page = open_page(browser, bill)

    assert "Aucune source ne dit quelle Chambre a reçu le texte" in page.text
    assert ("Préciser la Chambre" in page.text) is may(person, Right.CORRECT_STEPS)


def test_a_date_stands_in_both_calendars_when_its_day_is_known(head: Browser, ministry: Ministry) -> None:
    decree = ministry.open("Décret", "decret", on="2014-06-06")
    ministry.move(decree, "assign_drafter", "2014-07")

    page = open_page(head, decree)
    assert page.all(".log .when") == ["juill. 2014", "6 juin 2014"]
    assert head.follow(page, "Dates hégiriennes").all(".log .when") == ["juill. 2014", "6 juin 2014 8 chaabane 1435"]
    assert "6 juin 2014 – 8 chaabane 1435" in head.follow(page, "Le dossier a été ouvert.").text


def test_the_number_of_queries_does_not_grow_with_the_history(
    app: Flask, head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    counts = []
    for more in (0, 1, 20):
        for rank in range(more):
            ministry.move(bill, "note", "2026-10-13", note=f"Note {rank}")
            ministry.add(Relation(text_id=bill.id, kind="amends", citation=f"loi n° {more}-{rank}"))
        with queries(app) as sent:
            open_page(head, bill)
        counts.append(len(sent))

    assert counts == [counts[0]] * 3
    assert counts[0] <= 14, sent  # one of them reads whether who answers for the text is away


def test_what_people_write_is_shown_and_never_run(head: Browser, ministry: Ministry) -> None:
    evil = ministry.open(EVIL, title_ar=EVIL, number="<b>1</b>", on="2026-10-05")
    ministry.move(evil, "assign_drafter", "2026-10-12", note=EVIL, reference=EVIL)
    ministry.add(Relation(text_id=evil.id, kind="amends", citation=EVIL))
    with ministry.session() as session:
        session.get_one(User, ministry.people.drafter.id).name = EVIL

    step = f"/texts/{evil.id}/steps/2/correct"
    own = f"/texts/{evil.id}"
    for path in (own, "/texts", "/table", f"{own}/edit", step, f"{own}/moves/note"):
        page = head.get(path)
        assert page.soup.find(["script", "img"]) is None
        assert EVIL[:25] in page.soup.get_text(), path

    assert head.get(f"/texts/{evil.id}").all(".tags .tag")[1] == "n° <b>1</b>"
    typed = head.press(page, page.record, status=422, on_is="typed", note=EVIL, reference=EVIL)
    assert (typed.value("note"), typed.value("reference")) == (EVIL, EVIL)


def test_the_arabic_title_is_read_as_arabic(head: Browser, ministry: Ministry) -> None:
    text = ministry.open(title_ar="مشروع القانون رقم 103.13")

    tag = open_page(head, text).one("p.title-ar")

    assert (attribute(tag, "lang"), attribute(tag, "dir"), tag.text) == ("ar", "rtl", "مشروع القانون رقم\u00a0103.13")


def test_a_text_that_does_not_exist_is_not_found(head: Browser) -> None:
    assert head.get(f"/texts/{uuid4()}", status=404).h1.text == "Page introuvable"


def test_a_text_at_its_end_offers_only_what_still_makes_sense(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.move(bill, "abandon", "2026-10-20", reason="Sans objet.")
    ministry.clock.wait(timedelta(days=400))

    page = open_page(head, bill)

    assert page.sentence == ministry.sentence(bill)
    assert offered(page) == ["Enregistrer le dossier qui le reprend", "Ajouter une note datée"]
    assert "Aucune action ne vous revient à cette étape." in page.text
    assert page.all("ol.path > li")[-1].startswith("En cours : Fin du parcours Classé")
