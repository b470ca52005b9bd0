"""Who has the texts, where they are and what comes: each number against the texts themselves."""

from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import event
from sqlmodel import Session, col, select

from models import LegalText, Role, User
from tests.workflow.builders import (
    CALENDAR,
    ON_SQLITE,
    PIECES,
    THROUGH_COMMITTEE,
    TO_COUNCIL,
    TO_DEPOSITED,
    TO_PUBLISHED,
    TO_SGG,
    TODAY,
    Ministry,
    Move,
    moved,
    undated,
)
from workflow.overview.overview import Overview, overview
from workflow.overview.pipeline import phases
from workflow.overview.running import count_unmoved
from workflow.overview.usual_times import reckon

LIVES: dict[str, list[Move]] = {
    "opened": [],
    "at the SGG": TO_SGG,
    "before the Council": TO_COUNCIL,
    "in a chamber": TO_DEPOSITED,
    "in committee": [*TO_DEPOSITED, *undated("refer_to_committee")],
    "in plenary": [*TO_DEPOSITED, *undated("refer_to_committee"), *THROUGH_COMMITTEE],
    "over": [*TO_PUBLISHED, *undated("enter_on_publication")],
}


def ago(days: int) -> str:
    return str(TODAY - timedelta(days=days))


def seen(ministry: Ministry, role: Role = Role.HEAD) -> Overview:
    ministry.session.flush()
    return overview(ministry.session, by=ministry.person(role), today=TODAY, calendar=CALENDAR)


def drafting(ministry: Ministry, since: int, kind: str = "arrete") -> LegalText:
    """Open a text that has been drafted for so many days."""
    return ministry.open(kind, moved("assign_drafter", ago(since)), on=ago(since))


def drafted(ministry: Ministry, days: int) -> LegalText:
    """Open a text that was drafted in so many days, a year ago."""
    text = drafting(ministry, 400)
    ministry.move(text, "submit_for_validation", ago(400 - days))
    return text


def test_every_number_is_that_of_the_texts_themselves(ministry: Ministry) -> None:
    for moves in LIVES.values():
        ministry.open("projet_de_loi", *moves)
    ministry.open("decret", *TO_SGG)
    gone = ministry.open("arrete")
    gone.merged_into_id, gone.holder = gone.id, ""
    standings = [ministry.standing(text) for text in ministry.session.exec(select(LegalText)) if text is not gone]
    running = [each for each in standings if not each.state.is_end]

    found = seen(ministry)

    held = {holder.label_fr: holder.texts for holder in found.holders}
    assert held == Counter(each.holder for each in running)
    phased = {stretch.phase.code: stretch.texts for stretch in found.pipeline if stretch.texts}
    assert phased == Counter(each.state.phase for each in running)
    assert found.texts == len(running) == 7


def test_the_list_keeps_the_texts_that_a_holder_counts(ministry: Ministry) -> None:
    for moves in LIVES.values():
        ministry.open("projet_de_loi", *moves)

    for holder in seen(ministry).holders:
        kept = ministry.session.exec(select(LegalText).where(col(LegalText.holder) == holder.code)).all()
        assert len(kept) == holder.texts
        assert {ministry.standing(text).holder for text in kept} == {holder.label_fr}


def test_each_holder_shows_the_text_that_has_been_at_its_step_longest(ministry: Ministry) -> None:
    for days in (10, 20, 30, 40, 50):
        drafted(ministry, days)
    drafting(ministry, 20)
    longest = drafting(ministry, 60)
    drafting(ministry, 366)
    reckon(ministry.session, on=TODAY, reader=ministry.session)

    (held,) = (each for each in seen(ministry).holders if each.code == "legal_division")

    assert held.usual
    assert held.longest == longest
    assert (held.texts, held.days, held.usual.median_days, held.usual.texts, held.excess) == (3, 60, 30, 5, 2)


def test_holders_stand_by_how_far_their_text_exceeds_the_usual_time(ministry: Ministry) -> None:
    for days in (10, 20, 30, 40, 50):
        text = drafted(ministry, days)
        ministry.move(text, "validate", ago(400 - days - 2), pieces=PIECES)
        ministry.move(text, "send_to_sgg", ago(400 - days - 4))
        ministry.move(text, "return_with_remarks", ago(300), remarks="à revoir")
        ministry.move(text, "send_corrected_version", ago(300))
        ministry.move(text, "take_back", ago(299), reason="sans objet")
    drafting(ministry, 60)
    ministry.move(drafting(ministry, 80), "submit_for_validation", ago(10))
    ministry.open("projet_de_loi", *TO_DEPOSITED)
    reckon(ministry.session, on=TODAY, reader=ministry.session)

    found = [(each.code, each.days, round(each.excess, 1)) for each in seen(ministry).holders]

    assert found == [("hierarchy", 10, 5), ("legal_division", 60, 1.7), ("bureau.representants", None, -1)]


def test_without_a_day_that_is_known_nothing_is_said_of_how_long(ministry: Ministry) -> None:
    ministry.open("arrete", on="2026-10")
    ministry.open("arrete")

    (held,) = seen(ministry).holders

    assert (held.texts, held.longest, held.days, held.usual) == (2, None, None, None)


@pytest.mark.parametrize(
    ("since", "unmoved"),
    [("2025-11-23", 1), ("2025-11-24", 0), ("2025-11", 0), ("2025-10", 1), ("2025", 0), ("2024", 1), (None, 0)],
)
def test_what_changed_hands_more_than_a_year_ago_is_counted_apart(
    ministry: Ministry, since: str | None, unmoved: int
) -> None:
    ministry.open("arrete", on=since)
    ministry.session.flush()

    assert count_unmoved(ministry.session, today=TODAY) == unmoved


def test_phases_stand_in_legal_order() -> None:
    assert [phase.code for phase in phases()] == [
        "preparation", "approval", "government_council", "council_of_ministers", "parliament", "committees",
        "constitutional_court", "signature", "promulgation", "publication", "ratification", "entry_into_force",
    ]  # fmt: skip


def test_a_phase_tells_the_age_of_its_texts_and_how_long_texts_usually_stay(ministry: Ministry) -> None:
    for days in (10, 20, 30, 40, 50):
        text = drafted(ministry, days)
        ministry.move(text, "validate", ago(300), pieces=PIECES)
        ministry.move(text, "send_to_sgg", ago(300))
    drafting(ministry, 20)
    drafting(ministry, 41)
    reckon(ministry.session, on=TODAY - timedelta(days=1), reader=ministry.session)

    found = seen(ministry)
    told = {each.phase.code: each for each in found.pipeline}
    preparation, approval = told["preparation"], told["approval"]

    assert preparation.age
    assert preparation.usual
    assert (preparation.texts, preparation.age.median_days, preparation.usual.median_days) == (2, 30, 100)
    assert approval.age
    assert (approval.texts, approval.age.median_days, approval.usual) == (5, 299, None)
    assert found.reckoned_on == TODAY - timedelta(days=1)


def test_what_happened_last_is_told_first_once_an_act(ministry: Ministry) -> None:
    texts = []
    for hour in range(8):
        ministry.at = ministry.at.replace(hour=hour)
        texts.append(ministry.open("arrete", *undated("assign_drafter"), title_fr=f"Arrêté {hour}"))
    ministry.at = ministry.at.replace(hour=9)
    ministry.move(texts[0], "submit_for_validation", ago(1))
    ministry.correct(texts[7], 2)

    found = seen(ministry).recent

    assert [(each.text.title_fr, each.at.hour) for each in found] == [
        ("Arrêté 0", 9), *((f"Arrêté {hour}", hour) for hour in range(6, 1, -1)),
    ]  # fmt: skip
    assert found[0].words == ministry.told(texts[0])


def test_what_happened_long_ago_is_no_news_whenever_it_was_recorded(ministry: Ministry) -> None:
    ministry.open("arrete", *undated("assign_drafter"), title_fr="Aujourd’hui")
    old = ministry.open("arrete", title_fr="Autrefois")
    ministry.move(old, "assign_drafter", ago(400))

    assert ministry.told(old) not in [each.words for each in seen(ministry).recent if each.text.id == old.id]


def queries(session: Session, by: User) -> int:
    """Count what an overview asks of the database."""
    sent: list[str] = []

    def note(*given: object) -> None:
        sent.append(str(given[2]))

    session.flush()
    session.expunge_all()
    event.listen(session.get_bind(), "before_cursor_execute", note)
    overview(session, by=by, today=TODAY, calendar=CALENDAR)
    event.remove(session.get_bind(), "before_cursor_execute", note)
    return len(sent)


@ON_SQLITE
@pytest.mark.parametrize("role", [Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL])
def test_no_text_adds_a_query(ministry: Ministry, role: Role) -> None:
    person, found = ministry.person(role), []
    for _ in range(3):
        for moves in LIVES.values():
            ministry.open("projet_de_loi", *moves)
        ministry.open("decret", *TO_COUNCIL[:-1], moved("list_on_agenda", ago(3), council_on="2026-11-26"))
        found.append(queries(ministry.session, person))

    assert found == [11, 11, 11]


def test_an_empty_base_has_nothing_to_show(session: Session) -> None:
    found = seen(Ministry(session))

    assert (found.texts, found.holders, found.unmoved, found.recent) == (0, [], 0, [])
    assert {stretch.texts for stretch in found.pipeline} == {0}
    assert [day.on for day in found.week.days] == [
        date(2026, 11, 24) + timedelta(days=each) for each in (0, 1, 2, 3, 6)
    ]
