"""What a page writes with a move is what the history of the text gives: its row, its clocks, its words."""

import pytest
from sqlalchemy import Engine

from models import LegalText
from tests.web.browser import Browser
from tests.web.moving import ON, record
from workflow.calendar.working_days import Calendar
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
@pytest.mark.parametrize(
    ("move", "typed", "searched"),
    [
        ("renumber", {"number": "101-26"}, "101.26"),
        ("retitle", {"title_fr": "Projet de loi relatif aux crèches"}, "creches"),
        ("note", {"note": "Arbitrage du cabinet"}, "arbitrage"),
        ("assign_drafter", {}, "violence"),
    ],
)
def test_the_row_follows_and_the_text_is_found_at_once(
    head: Browser, engine: Engine, bill: LegalText, *, move: str, typed: dict[str, str], searched: str
) -> None:
    record(head, bill, move, {**ON, **typed})

    assert list(faults(procedures(), engine, Calendar())) == []
    assert len(head.get(f"/texts?q={searched}").all("a.title")) == 1
