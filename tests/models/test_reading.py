"""Whoever only reads waits for no writer, and does not write."""

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from models import LegalText, reading
from tests.workflow.builders import ON_SQLITE, Ministry


def test_a_reader_sees_what_was_there_while_another_person_writes(session: Session) -> None:
    ministry = Ministry(session)
    ministry.open("arrete")
    session.commit()
    ministry.open("decret")  # and the transaction stays open

    with Session(reading(session.get_bind())) as reader:  # type: ignore[arg-type]
        assert [text.procedure for text in reader.exec(select(LegalText))] == ["arrete"]
        session.commit()
        assert len(reader.exec(select(LegalText)).all()) in {1, 2}  # SQLite keeps the picture, PostgreSQL takes a new


@ON_SQLITE
def test_whoever_said_to_only_read_is_held_to_it_and_the_next_one_is_not(session: Session) -> None:
    ministry = Ministry(session)
    ministry.open("arrete")
    session.commit()

    with Session(reading(session.get_bind())) as reader:  # type: ignore[arg-type]
        text = reader.exec(select(LegalText)).one()
        text.title_fr = "Autre"
        reader.add(text)
        with pytest.raises(OperationalError, match="readonly"):
            reader.commit()

    ministry.open("decret")
    session.commit()
