"""The table of production over a period, and the one that the ministry keeps to itself, on screen and as files."""

from pathlib import Path

import docx
import pytest
from flask import Flask

from models import Role
from tests.documents.office import Word
from tests.web.browser import Browser
from tests.web.console import Terminal
from tests.web.ministry import Ministry
from tests.web.page import words
from tests.web.papers.test_papers import words_of
from tests.web.queries import queries
from workflow.people.permissions import HOLDERS, Right


@pytest.fixture
def two(ministry: Ministry) -> Ministry:
    """One text that moved in November 2026, and one that was opened then."""
    moved = ministry.open("Projet de loi sur les gares", on="2026-10-01", responsible_id=ministry.people.alice.id)
    ministry.move(moved, "assign_drafter", "2026-11-10")
    ministry.open("Projet de loi sur les ports", on="2026-11-12")
    return ministry


@pytest.mark.usefixtures("two")
def test_the_page_tells_what_moved_since_another_day(head: Browser) -> None:
    page = head.get("/table?on=2026-11-30")
    assert "Mouvements depuis le 31" not in page.text

    page = head.press(page, "Voir", since_day="31", since_month="10", since_year="2026")

    assert "Mouvements depuis le 31 octobre 2026 2" in page.text
    assert "Dossiers ouverts : 1. Adoptés en Conseil de gouvernement : 0." in page.text
    assert [page.value(f"since_{part}") for part in ("day", "month", "year")] == ["31", "10", "2026"]


@pytest.mark.usefixtures("two")
def test_a_month_or_a_year_begins_on_its_first_day(head: Browser) -> None:
    assert "Mouvements depuis le 31 octobre 2026 2" in head.get("/table?on=2026-11-30&since=2026-11").text


@pytest.mark.parametrize("since", ["2026-11-30", "2026-12", "2027"])
def test_a_period_that_ends_before_it_begins_is_refused(head: Browser, since: str) -> None:
    page = head.get(f"/table?on=2026-11-30&since={since}", status=422)

    assert page.reasons == ["Une période va d’un jour à un jour qui le suit ; voici la situation, sans les mouvements."]


def test_the_internal_page_tells_who_follows_and_what_comes_next(head: Browser, two: Ministry) -> None:
    page = head.follow(head.get("/table?on=2026-11-30&since=2026-10-31"), "Version interne")

    assert "Tableau interne de la production législative" in page.text
    assert "Mouvements depuis le 31 octobre 2026 2" in page.text
    assert two.people.alice.name in page.text


@pytest.mark.usefixtures("two")
def test_on_a_phone_what_the_internal_page_has_nothing_to_say_of_is_left_out(head: Browser) -> None:
    cells = head.get("/table/internal?on=2026-11-30").soup.select(".internal tbody td")

    assert {"none" in (cell.get("class") or []) for cell in cells if words(cell).endswith("–")} == {True}
    assert {"none" in (cell.get("class") or []) for cell in cells if not words(cell).endswith("–")} == {False}


@pytest.mark.parametrize("role", Role)
def test_the_internal_table_is_for_those_who_follow_deadlines(browser: Browser, ministry: Ministry, role: Role) -> None:
    may = role in HOLDERS[Right.FOLLOW_DEADLINES]
    browser.sign_in(ministry.people.with_role(role).email)

    assert ("Version interne" in browser.get("/table").text) is may
    browser.get("/table/internal", status=200 if may else 403)


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("internal", [False, True])
def test_both_are_given_as_word_files_in_both_languages(head: Browser, *, internal: bool) -> None:
    address = f"/table{'/internal' if internal else ''}?on=2026-11-30&since=2026-10-31&format=docx"
    french, arabic = head.download(address), head.download(f"{address}&language=ar")

    name = f"2026-11-30_production_legislative_{'interne_' if internal else ''}"
    assert f"{name}fr.docx" in french.headers["Content-Disposition"]
    assert f"{name}ar.docx" in arabic.headers["Content-Disposition"]
    assert "Projet de loi sur les ports" in Word(french.data).words
    assert "التطورات منذ 31 أكتوبر 2026" in Word(arabic.data).words


@pytest.mark.usefixtures("two")
def test_the_command_writes_both(terminal: Terminal, tmp_path: Path) -> None:
    out = str(tmp_path / "t.docx")

    said = terminal.run("table", "--on", "2026-11-30", "--since", "2026-10-31", "--out", out).output
    assert said == f"{out} : 2 textes, situation au 30/11/2026.\n"
    assert "Mouvements depuis le 31" in words_of(docx.Document(out))

    terminal.run("table", "--on", "2026-11-30", "--internal", "--out", out, "--language", "ar")
    assert "الجدول الداخلي للإنتاج التشريعي" in words_of(docx.Document(out))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--since", "2026-10-31"], "sont des fichiers Word"),
        (["--internal", "--out", "t.csv"], "sont des fichiers Word"),
        (["--on", "2026-10-31", "--since", "2026-10-31", "--out", "t.docx"], "ne précède pas le 31 octobre 2026"),
    ],
)
def test_the_command_says_what_it_cannot_do(terminal: Terminal, typed: list[str], said: str) -> None:
    assert said in " ".join(terminal.run("table", *typed, status=2).output.split()).replace("\u00a0", " ")


def test_the_internal_page_asks_as_often_for_one_text_as_for_many(
    app: Flask, head: Browser, ministry: Ministry
) -> None:
    counts = []
    for more in (1, 3):
        for number in range(more):
            ministry.open(f"Projet de loi n° {more}-{number}", on="2026-10-01")
        head.get("/table/internal?since=2026-10-31")
        with queries(app) as asked:
            head.get("/table/internal?since=2026-10-31")
        counts.append(len(asked))

    assert counts[0] == counts[1]
