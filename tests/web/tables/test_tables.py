"""A published table taken over on the screen: sent, read beside what is known, written row by row."""

import os
from datetime import timedelta
from time import time

import pytest
from flask import Flask
from sqlmodel import col, select

from models import LegalText
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.page import Page
from tests.workflow.importing.sources import delimited, word_table, workbook
from web.private_files import Folder

HEADER = ("Intitulé", "État d'avancement")
CARE = "Projet de loi n° 43.22 relatif aux maisons de retraite"
ADOPTED = "Adopté par le Conseil de gouvernement le 8 juin 2023"
DEPOSITED = "Déposé à la Chambre des conseillers le 10 juin 2024"
SALT = "Décret n° 2-21-5 relatif au sel"
LINK, SEND, SAVE = "Reprendre un tableau", "Lire le tableau", "Enregistrer la sélection"
CHANGED = "Navette a changé depuis que cette page était ouverte : relisez ce qui est proposé maintenant."
COUNTED_AGAIN = (
    "Rien n’est encore enregistré : votre choix a changé. Voici le nouveau compte ; enregistrez-le s’il convient."
)
ROWS = [HEADER, (CARE, ADOPTED), (SALT, "Signé le 2 février 2024")]


def sent(browser: Browser, *rows: tuple[str, str], status: int = 200) -> Page:
    """Send a table as CSV."""
    file = delimited([HEADER, *rows], ";").encode()
    return browser.upload(browser.get("/texts/import"), SEND, "file", (file, "tableau.csv"), status=status)


def save(browser: Browser, page: Page, *places: int, **more: Value) -> Page:
    """Tick these rows alone and write them; where that is another number than the page said, confirm the new one."""
    offered = {str(tag["name"]): False for tag in page.soup.select("[name^=take_]")}
    typed = {**offered, **{f"take_{place}": True for place in places}, **more}
    if len(places) != int(page.value("counted")):
        page = browser.press(page, SAVE, typed, status=422)
        assert page.all(".refused p") == [COUNTED_AGAIN]
        typed = {}
    assert page.all(".counted p") == [written(len(places))]
    return browser.press(page, SAVE, typed)


def written(count: int) -> str:
    return f"{count} lignes seront écrites." if count > 1 else f"{count} ligne sera écrite."


def states(ministry: Ministry) -> dict[str, str]:
    with ministry.session() as session:
        return {
            text.title_fr: text.state for text in session.exec(select(LegalText).order_by(col(LegalText.created_at)))
        }


def tags(page: Page) -> list[str]:
    """Give the counts of the reading."""
    return page.all("main > .tags li")


@pytest.mark.parametrize(
    "file",
    [
        (word_table(ROWS), "tableau.docx"),
        (workbook(ROWS), "tableau.xlsx"),
        (delimited(ROWS, ";").encode(), "tableau.csv"),
        ("\n".join(map("\t".join, ROWS)).encode(), "page.txt"),
        (f"<table>{''.join(f'<tr><td>{one}</td><td>{two}</td></tr>' for one, two in ROWS)}</table>".encode(), "p.html"),
    ],
    ids=lambda file: file[1],
)
def test_a_file_is_read_and_nothing_is_written_before_it_is_chosen(
    drafter: Browser, ministry: Ministry, file: tuple[bytes, str]
) -> None:
    page = drafter.upload(drafter.follow(drafter.get("/texts"), LINK), SEND, "file", file)

    assert page.h1.text == "Lecture du tableau"
    assert tags(page) == ["2 nouveaux"]
    assert page.all("ol.milestones h2") == [CARE, SALT]
    assert states(ministry) == {}

    page = save(drafter, page, 1)

    assert page.notes == ["Textes ouverts : 1."]
    assert tags(page) == ["1 nouveau", "1 inchangé"]
    assert states(ministry) == {SALT: "signe"}


def test_a_text_pasted_is_read_and_all_of_it_written_at_once(drafter: Browser, ministry: Ministry) -> None:
    page = drafter.press(drafter.get("/texts/import"), SEND, pasted="\n".join(map("\t".join, ROWS)))

    assert page.all(".counted p") == [written(2)]
    page = drafter.press(page, SAVE)

    assert page.notes == ["Textes ouverts : 2."]
    assert states(ministry) == {CARE: "adopte_cg", SALT: "signe"}


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("", "Choisissez un fichier, ou collez le texte de la page."),
        ("Bonjour", "« le texte collé » ne contient aucun tableau de textes."),
    ],
)
def test_what_cannot_be_read_is_said_and_what_was_pasted_is_kept(drafter: Browser, pasted: str, said: str) -> None:
    page = drafter.press(drafter.get("/texts/import"), SEND, pasted=pasted, status=422)

    assert page.all(".refused")[0].startswith(said)
    assert page.value("pasted") == pasted


def test_what_has_moved_since_is_shown_with_its_days_and_written_when_it_is_ticked(
    head: Browser, ministry: Ministry
) -> None:
    save(head, sent(head, (CARE, ADOPTED)), 0)
    page = sent(head, ("Loi n° 43-22 relative aux maisons d’accueil", DEPOSITED))
    assert tags(page) == ["1 a avancé"]
    assert page.all(".passed li") == [
        "10 juin 2024 Le Chef du gouvernement a déposé le projet au bureau de la Chambre des conseillers."
    ]
    assert page.all(".beside tbody th, .beside tbody td") == [
        "Intitulé", "Loi n° 43-22 relative aux maisons d’accueil", CARE,
    ]  # fmt: skip

    refused = head.press(page, SAVE, take_0=False, status=422)
    assert refused.all(".refused p") == ["Rien n’est enregistré : cochez au moins une ligne."]
    page = save(head, refused, 0)

    assert page.notes == ["Textes connus dont les étapes sont enregistrées : 1."]
    assert tags(page) == ["1 contredit"]
    assert states(ministry) == {CARE: "depose"}


def test_a_page_behind_the_base_offers_nothing(head: Browser, ministry: Ministry) -> None:
    save(head, sent(head, (CARE, DEPOSITED)), 0)

    page = sent(head, (CARE, "Transmis au Secrétariat général du gouvernement le 3 mars 2022"))

    assert tags(page) == ["1 contredit"]
    assert page.all(".beside tbody tr:last-child td") == [
        "Introduit dans la procédure d’approbation (3 mars 2022)",
        "Déposé au bureau de la Chambre (10 juin 2024)",
    ]
    assert page.soup.select("[name=take_0]") == []
    assert states(ministry) == {CARE: "depose"}


def test_a_text_that_moved_meanwhile_is_left_with_a_sentence_and_the_others_are_written(
    head: Browser, ministry: Ministry
) -> None:
    save(head, sent(head, (CARE, ADOPTED)), 0)
    page = sent(head, (CARE, DEPOSITED), (SALT, "Signé"))
    with ministry.session() as session:
        text = session.exec(select(LegalText)).one()
    ministry.move(text, "note", note="Entre-temps.")

    page = head.press(page, SAVE)

    assert page.notes == [
        "Textes ouverts : 1.",
        f"« {CARE} » n’est pas enregistré : {CHANGED}",
    ]
    assert states(ministry) == {CARE: "adopte_cg", SALT: "signe"}
    assert save(head, page, 0).notes == ["Textes connus dont les étapes sont enregistrées : 1."]


def test_a_text_opened_meanwhile_is_not_opened_twice(head: Browser, ministry: Ministry) -> None:
    page = sent(head, (SALT, "Signé"))
    ministry.open(SALT, kind="decret", number="2-21-5")

    page = head.press(page, SAVE)

    assert page.notes == [f"« {SALT} » n’est pas enregistré : {CHANGED}"]
    assert page.all(".counted p") == ["Aucune ligne ne sera écrite."]
    assert list(states(ministry)) == [SALT]


@pytest.mark.parametrize(
    ("decided", "expected"),
    [("same", {CARE: "depose"}), ("other", {CARE: "adopte_cg", "Projet de loi n° 043-22 sur les maisons": "depose"})],
)
def test_a_text_that_is_perhaps_the_same_is_written_as_the_person_decides(
    head: Browser, ministry: Ministry, decided: str, expected: dict[str, str]
) -> None:
    save(head, sent(head, (CARE, ADOPTED)), 0)
    page = sent(head, ("Projet de loi n° 043-22 sur les maisons", DEPOSITED))
    assert tags(page) == ["1 à décider"]

    page = head.press(page, SAVE, take_0=True, status=422)
    assert page.link("Texte 1 : Projet de loi n° 043-22 sur les maisons") == "#take_0"
    assert page.all("#take_0-error") == ["Dites d’abord si c’est le même texte ou un autre."]
    save(head, page, 0, as_0=decided)

    assert states(ministry) == expected


def test_the_state_of_a_row_that_was_not_recognised_is_chosen_and_read_again_before_it_is_written(
    head: Browser, ministry: Ministry
) -> None:
    page = sent(head, (CARE, "Réunion tenue"))
    assert tags(page) == ["1 non repris"]

    page = head.press(page, SAVE, state_0="transmis_sgg", status=422)
    assert page.all(".refused p")[0].startswith("Rien n’est encore enregistré : relisez")
    assert tags(page) == ["1 nouveau"]
    save(head, page, 0)

    assert states(ministry) == {CARE: "transmis_sgg"}


def test_the_state_chosen_for_a_known_text_shows_what_would_be_written_of_it(head: Browser, ministry: Ministry) -> None:
    save(head, sent(head, (CARE, ADOPTED)), 0)
    page = sent(head, (CARE, "Réunion tenue"))
    assert tags(page) == ["1 non repris"]

    page = head.press(page, SAVE, state_0="commission", status=422)
    assert tags(page) == ["1 a avancé"]
    assert len(page.all(".passed li")) == len(page.all(".passed .tag")) > 1
    save(head, page, 0)

    assert states(ministry) == {CARE: "commission"}


def test_many_rows_that_are_left_are_told_without_filling_the_session(head: Browser, ministry: Ministry) -> None:
    rows = [(f"Décret n° 2-21-{place} relatif {'à la pêche et ' * 20}au sel", "Signé") for place in range(30, 60)]
    page = sent(head, *rows)
    for place in range(30, 60):
        ministry.open(f"Décret {place}", kind="decret", number=f"2-21-{place}")

    page = head.press(page, SAVE)

    assert len(page.notes) == 6
    assert page.notes[-1] == "Lignes qui ne sont pas enregistrées non plus : 25."


def test_a_drafter_opens_texts_and_leaves_those_on_their_way_to_who_may_take_them_over(
    head: Browser, drafter: Browser, ministry: Ministry
) -> None:
    save(head, sent(head, (CARE, ADOPTED)), 0)

    page = sent(drafter, (CARE, DEPOSITED))

    assert "à reprendre par qui répond de la division" in page.text
    assert page.soup.select("[name=take_0]") == []
    assert states(ministry) == {CARE: "adopte_cg"}


def test_a_reader_is_not_offered_to_take_over_a_table(browser: Browser, ministry: Ministry) -> None:
    browser.enter(ministry.people.reader)

    assert LINK not in browser.get("/texts").text
    browser.get("/texts/import", status=403)


def test_only_the_sending_of_a_table_takes_more_than_a_mebibyte(drafter: Browser) -> None:
    page = drafter.get("/texts/import")
    wide = b"\n".join(b"x" * 100 for _ in range(15_000))

    assert "ne contient aucun tableau" in drafter.upload(page, SEND, "file", (wide, "x.txt"), status=422).text
    assert (
        drafter.upload(page, SEND, "file", (b"x" * 26_500_000, "x.txt"), status=413).h1.text == "Envoi trop volumineux"
    )
    drafter.post("/texts/import/write", {"kept": "x" * 1_100_000}, status=413)


def test_a_stranger_sends_no_large_file(app: Flask) -> None:
    stranger = Browser(app)
    stranger.get("/sign-in")

    answer = stranger.client.post("/texts/import", data={"csrf_token": stranger.token, "pasted": "x" * 1_100_000})

    assert answer.status_code == 413


def test_a_table_is_kept_for_its_person_alone_and_for_a_day(head: Browser, drafter: Browser, app: Flask) -> None:
    page = sent(head, (CARE, ADOPTED))
    folder = app.extensions["navette.settings"].var / Folder.TABLES
    token = page.url.partition("kept=")[2]
    (path,) = folder.glob(f"*_{token}")
    assert (path.stat().st_mode & 0o077, folder.stat().st_mode & 0o077) == (0, 0)

    drafter.get(page.url, status=410)
    drafter.get("/texts/import?kept=../secret_key", status=410)
    yesterday = time() - timedelta(days=1, minutes=1).total_seconds()
    os.utime(path, (yesterday, yesterday))
    gone = head.press(page, SAVE, take_0=True, status=410)

    assert gone.all(".refused") == ["Ce tableau n’est plus gardé : il l’est pendant un jour. Envoyez-le de nouveau."]
    sent(head, (CARE, ADOPTED))
    assert not path.exists()
