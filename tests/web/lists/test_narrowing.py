"""What filters keep is read along an index of theirs, and leaves out files reunited with others."""

import pytest
from flask import Flask
from sqlmodel import SQLModel

from tests.web.browser import Browser
from tests.web.lists.test_list import titles
from tests.web.ministry import BILL, Ministry
from tests.web.queries import queries
from tests.web.texts.test_merging import OTHER, reunite

INDEXES = {
    "holder=legal_division": "ix_legal_text_holder",
    "phase=preparation&over=no": "ix_legal_text_way_phase",
    "state=redaction&over=no": "ix_legal_text_state",
    "holder=legal_division&sort=due": "ix_legal_text_by_limit",
}


@pytest.mark.parametrize("asked", INDEXES)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_page_of_the_list_is_read_along_the_index_of_its_filter(
    app: Flask, drafter: Browser, ministry: Ministry, asked: str
) -> None:
    ministry.open(BILL)
    for made_late in ("ix_legal_text_ended", "ix_legal_text_way_phase"):
        _make_last(ministry, made_late)
    with queries(app) as sent:
        drafter.get(f"/texts?{asked}")

    page = next(each for each in sent if "ORDER BY legal_text" in each and "holder <> ''" in each)
    ministry.engine.dispose()  # a plan is told from the schema that a connection knows, which may be the one of before
    with ministry.engine.connect() as connection:
        plan = str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {page}", ("1",) * page.count("?")).all())
    assert f"INDEX {INDEXES[asked]} " in plan
    assert "TEMP B-TREE" not in plan


def _make_last(ministry: Ministry, name: str) -> None:
    """Make an index anew: of two that serve alike SQLite takes the last one, and migrations make these late."""
    index = next(each for each in SQLModel.metadata.tables["legal_text"].indexes if each.name == name)
    with ministry.engine.begin() as connection:
        index.drop(connection)
        index.create(connection)


@pytest.mark.parametrize("asked", ["flat=yes&over=any", "flat=yes&q=projet", "flat=yes&over=any&sort=due"])
def test_all_sections_together_leave_out_a_file_reunited_with_another(
    head: Browser, ministry: Ministry, asked: str
) -> None:
    closing = ministry.open(OTHER, number="43-22", on="2026-10-06")
    staying = ministry.open(number="43-22", on="2026-10-05")
    reunite(head, closing, staying)

    assert titles(head.get(f"/texts?{asked}")) == [staying.title_fr]
