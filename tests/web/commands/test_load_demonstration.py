"""The whole demonstration, loaded by its command as of a day, and taken out again."""

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import func
from sqlmodel import Session, SQLModel, col, select

from models import Document, DocumentStatus, User
from tests.web.browser import Browser
from tests.web.conftest import MakeApp
from tests.web.console import Terminal

DAY = "2026-12-01"
LOADED = "Démonstration chargée : 56 textes.\n"


@pytest.fixture
def new(make_app: MakeApp) -> Terminal:
    """Give a terminal where the database was only just made."""
    terminal = Terminal(make_app())
    terminal.run("migrate")
    return terminal


def read(terminal: Terminal) -> Session:
    return Session(terminal.app.extensions["navette.engine"])


def rows(terminal: Terminal) -> dict[str, int]:
    with read(terminal) as session:
        tables = SQLModel.metadata.tables.values()
        return {each.name: session.scalar(select(func.count()).select_from(each)) or 0 for each in tables}


def test_the_demonstration_is_loaded_once(new: Terminal) -> None:
    assert new.run("load-demonstration").output == LOADED

    again = new.run("load-demonstration", status=1)

    assert again.output == "Error: La base n'est pas vide : la démonstration ne s'y charge pas.\n"
    assert "la base de données s'y conforme" in new.run("check").output
    assert "juriste@demo.navette.ma" in Browser(new.app).get("/sign-in").text


def test_every_paper_is_made_soon_after_it_was_asked_for(new: Terminal) -> None:
    new.run("load-demonstration", "--on", DAY)

    with read(new) as session:
        papers = session.exec(select(Document)).all()
    assert {paper.status for paper in papers} == {DocumentStatus.MADE}
    assert Counter(paper.kind for paper in papers) == {
        "note_interne": 30, "bordereau_sgg": 28, "fiche_suivi": 5, "fiche_conseil": 1,
    }  # fmt: skip
    waits = [paper.made_at - paper.wanted_at for paper in papers if paper.made_at]
    assert max(waits) < timedelta(minutes=1)


def test_all_of_it_is_removed_with_papers_pieces_and_mails(new: Terminal) -> None:
    new.run("load-demonstration", "--on", DAY)
    words = ("add-person", "vraie@ministere.test", "--name", "Mme Vraie", "--role", "head")
    new.run(*words, "--password", "une phrase assez longue")
    before = rows(new)
    filled = {name for name in before if before[name]} - {"person"}
    assert {"document", "piece", "piece_version", "register_item", "message", "reminder", "stored_file"} <= filled

    output = new.run("remove-demonstration", answer="oui\n").output

    assert "À supprimer : 9 compte(s), 56 texte(s)" in output
    assert "ouvert(s) depuis" not in output
    assert output.endswith("Démonstration supprimée : 9 compte(s), 56 texte(s).\n")
    empty = rows(new)
    kept = {name: empty[name] for name in filled if empty[name]}
    new.run("check")
    with read(new) as session:
        assert session.exec(select(col(User.email))).all() == ["vraie@ministere.test"]
    assert set(kept) == {"name_period", "office_holder", "text_count"}  # the ministry's own, and counts of nothing
