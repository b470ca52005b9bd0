"""Rows read in batches: each once and in order, wherever a batch ends."""

from datetime import timedelta

import pytest
from sqlmodel import Session, col, select

from models import LegalText, in_batches
from tests.workflow.builders import AT


@pytest.mark.parametrize("count", range(6))
def test_each_row_comes_once_in_the_order_of_the_key(session: Session, count: int) -> None:
    moments = [AT + timedelta(seconds=number // 3) for number in range(count)]
    session.add_all(
        LegalText(procedure="decret", procedure_version="2011", title_fr="Décret", state="redaction", created_at=moment)
        for moment in moments
    )
    session.flush()

    for key in ((col(LegalText.id),), (col(LegalText.created_at), col(LegalText.id))):
        batches = list(in_batches(session, select(LegalText), *key, size=2))
        assert [len(batch) for batch in batches] == [2] * (count // 2) + [1] * (count % 2)
        assert [text for batch in batches for text in batch] == session.exec(select(LegalText).order_by(*key)).all()
