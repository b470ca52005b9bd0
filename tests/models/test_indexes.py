"""Lists that grow without end are read along an index, never by looking at every row."""

import pytest
from sqlalchemy import Engine, text

LISTS = {
    "ix_paper_job_list": "SELECT id FROM paper_job WHERE by_id = 'x' ORDER BY at DESC LIMIT 30",
    "ix_step_move": "SELECT text_id FROM step WHERE move IN ('x', 'y') AND \"on\" IS NOT NULL ORDER BY \"on\" DESC",
}


@pytest.mark.parametrize("index", LISTS)
def test_a_list_is_read_along_its_index(engine: Engine, index: str) -> None:
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert index in str(connection.execute(text(f"EXPLAIN QUERY PLAN {LISTS[index]}")).all())
