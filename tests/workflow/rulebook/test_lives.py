"""The whole life of one text of each kind: at each step its state, what runs, what is owed."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from models import LegalText
from tests.workflow.builders import CALENDAR, ON_SQLITE, File, Ministry, section_of
from tests.workflow.lives import BILL, DECREE, ORDER, Lived
from workflow.deadlines.clocks import clocks
from workflow.history.as_of import situation_on
from workflow.history.fold import fold
from workflow.history.steps import steps_of
from workflow.rulebook.files import procedure_of, procedures
from workflow.sentences.sentence import sentence

LAW = File.opened("projet_de_loi", *(move for move, *_expected in BILL), on="2013-01-10", social_matter=True)


@pytest.mark.parametrize(
    ("kind", "opened_on", "life", "papers"),
    [
        ("projet_de_loi", "2013-01-10", BILL, ["note_interne", "bordereau_sgg", "fiche_suivi"]),
        ("decret", "2024-01-04", DECREE, ["note_interne", "bordereau_sgg"]),
        ("arrete", "2014-04-28", ORDER, ["note_interne", "bordereau_sgg", "bordereau_sgg"]),
    ],
)
def test_a_text_lives_from_its_opening_to_its_entry_into_force(
    session: Session, kind: str, *, opened_on: str, life: list[Lived], papers: list[str]
) -> None:
    ministry = Ministry(session)
    text = ministry.open(kind, on=opened_on, social_matter=True)
    in_memory = File.opened(kind, on=opened_on, social_matter=True)
    lived: list[Any] = []
    for (name, on, facts), *_expected in life:
        ministry.move(text, name, on, **facts)
        assert where(session, text) == in_memory.move(name, on, **facts).sentence
        lived.append((name, text.state, ministry.dues(text)))

    assert lived == [(move[0], *expected) for move, *expected in life]
    assert ministry.papers(text) == papers


def where(session: Session, text: LegalText) -> str:
    procedure = procedure_of(text)
    situation = fold(procedure, steps_of(session, text.id))
    # The row is what its steps fold to.
    assert (text.state, text.chamber, text.reading) == (situation.state, situation.chamber, situation.reading)
    assert (text.phase, text.entered_on) == (procedure.states[situation.state].phase, situation.arrival.on)
    return sentence(procedure, situation, clocks(procedure, situation.done, CALENDAR))


@ON_SQLITE
def test_the_row_of_the_law_says_what_its_steps_say(session: Session) -> None:
    law = Ministry(session).open(
        "projet_de_loi", *(move for move, *_expected in BILL), on="2013-01-10", social_matter=True
    )

    assert (law.phase, section_of(law), law.chamber, law.reading) == ("entry_into_force", "lois", None, 0)
    assert (law.title_fr, law.title_ar, law.number) == ("Loi relative aux violences", "مشروع نص", "103-13")
    assert (str(law.entered_on), law.last_step, law.next_due_on) == ("2018-09-12", 34, None)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2013, 1, 9), None),
        (date(2013, 1, 10), "initie"),
        (date(2013, 5, 30), "redaction"),  # submitted some day of May: for certain on the 31st
        (date(2013, 5, 31), "validation_interne"),
        (date(2013, 11, 6), "inscrit_cg"),
        (date(2013, 11, 7), "commission_adhoc"),
        (date(2016, 3, 9), "commission_adhoc"),
        (date(2016, 7, 19), "rapport"),  # the listing, undated, is known by the vote of the next day
        (date(2016, 7, 20), "transmis_autre_chambre"),
        (date(2018, 9, 11), "vigueur_differee"),
        (date(2026, 1, 1), "en_vigueur"),
    ],
)
def test_the_past_of_the_law_can_be_read_on_any_day(day: date, state: str | None) -> None:
    situation = situation_on(procedures()["projet_de_loi"], LAW.steps, day)

    assert (situation and situation.state) == state
