"""Lists that grow without end are read along an index, never by looking at every row."""

import pytest
from sqlalchemy import Engine, text

from models.text import ORDERS

LISTS = {
    "ix_paper_job_list": "SELECT id FROM paper_job WHERE by_id = 'x' ORDER BY at DESC LIMIT 30",
    "ix_step_move": "SELECT text_id FROM step WHERE move IN ('x', 'y') AND \"on\" IS NOT NULL ORDER BY \"on\" DESC",
}

# The texts under way of a section, in each order that an index keeps.
_UNDER_WAY = "SELECT id FROM legal_text WHERE ended IS 0 AND section = 'x' AND {0} IS NOT NULL ORDER BY {0}, id"
LISTS |= {f"ix_legal_text_by_{name}": _UNDER_WAY.format(column) for name, column in ORDERS.items()}


@pytest.mark.parametrize("index", LISTS)
def test_a_list_is_read_along_its_index(engine: Engine, index: str) -> None:
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            plan = str(connection.execute(text(f"EXPLAIN QUERY PLAN {LISTS[index]}")).all())
            assert index in plan
            assert "TEMP B-TREE" not in plan or index == "ix_step_move"
