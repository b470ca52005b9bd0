"""How long titles and numbers may be: said in words before any database complains, on both of them alike."""

import pytest
from sqlmodel import Session

from models import LIMITS, LegalText, Role
from tests.workflow.builders import AT, CALENDAR, Ministry, known_particulars, new_text
from workflow.calendar.working_days import Calendar
from workflow.errors import Refused
from workflow.history.facts import BadFact, read
from workflow.history.particulars import Particulars
from workflow.register.moves import open_text
from workflow.register.particulars import edit_text
from workflow.rulebook.files import procedures

PHRASE = "\ufdfa"  # one sign that folds to eighteen letters and spaces


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("title_fr", "L’intitulé en français compte 1001 caractères ; 1000 au plus sont conservés."),
        ("title_ar", "L’intitulé en arabe compte 1001 caractères ; 1000 au plus sont conservés."),
        ("number", "Le numéro compte 21 caractères ; 20 au plus sont conservés."),
    ],
)
def test_what_is_too_long_for_its_column_is_refused_in_words(session: Session, name: str, reason: str) -> None:
    ministry = Ministry(session)
    head = ministry.person(Role.HEAD)
    session.commit()
    text = new_text(**{name: "x" * (LIMITS[name] + 1)})

    with pytest.raises(Refused) as opened:
        open_text(session, text, by=head, on=None, at=AT, calendar=Calendar())
    session.rollback()
    text = ministry.open()
    with pytest.raises(Refused) as edited:
        edit_text(session, text, known_particulars(**{name: "x" * (LIMITS[name] + 1)}),
                  by=head, seen=Particulars.of(text).seal, at=AT, calendar=CALENDAR)  # fmt: skip

    assert opened.value.reasons == [reason]
    assert edited.value.reasons == [reason]


def test_the_longest_titles_are_kept_whole_whatever_they_fold_to(session: Session) -> None:
    ministry = Ministry(session)

    text = ministry.open("arrete", title_fr="é" * 1000, title_ar=PHRASE * 1000, number="9" * 20)
    session.commit()
    session.expire_all()

    found = session.get_one(LegalText, text.id)
    assert (len(found.title_fr), len(found.title_ar), len(found.number or "")) == (1000, 1000, 20)
    assert len(found.search_text) == LIMITS["search_text"]


@pytest.mark.parametrize("name", ["title_fr", "title_ar", "number"])
def test_a_move_asks_for_no_more_than_its_column_keeps(name: str) -> None:
    fact = procedures()["decret"].vocabulary.facts[name]

    assert read(fact, "x" * LIMITS[name]) == "x" * LIMITS[name]
    with pytest.raises(BadFact):
        read(fact, "x" * (LIMITS[name] + 1))
