"""The seal of a day: given to be kept elsewhere, and compared with what is in the database."""

from datetime import timedelta

import pytest
from sqlmodel import select

from models import DaySeal, LegalText, Step
from tests.fixtures.demonstration import NOW
from tests.web.console import Terminal
from tests.web.ministry import Ministry
from tests.workflow.behind import tamper
from web.commands import seals

DAY = NOW.date().isoformat()


@pytest.fixture
def bill(ministry: Ministry, monkeypatch: pytest.MonkeyPatch) -> LegalText:
    """Give a bill opened the day before."""
    monkeypatch.setattr(seals, "utc_now", lambda: NOW + timedelta(days=1))
    return ministry.open()


def test_the_seal_of_a_day_is_given_and_recognized(terminal: Terminal, ministry: Ministry, bill: LegalText) -> None:
    given = terminal.run("seal").output

    with ministry.session() as session:
        (kept,) = session.exec(select(DaySeal)).all()
        (step,) = session.exec(select(Step)).all()
        assert given == f"Sceau au 1er décembre 2026 : 1 étape(s) en tout\n{kept.seal}\n"
        assert {key: tuple(head) for key, head in kept.heads.items()} == {bill.id.hex: (1, step.seal)}
    assert terminal.run("seal", "--on", DAY).output == given
    spaced = " ".join(kept.seal[place : place + 8].upper() for place in range(0, 64, 8))
    found = terminal.run("seal", "--on", DAY, "--expect", spaced).output
    assert "C’est le sceau donné : rien de ce qui était enregistré ce jour-là n’a changé." in found
    assert given in terminal.run("check").output


@pytest.mark.usefixtures("bill")
def test_a_base_written_anew_with_all_its_seals_is_not_that_of_a_seal_kept_elsewhere(
    terminal: Terminal, ministry: Ministry
) -> None:
    kept = terminal.run("seal").output.split()[-1]
    engine = terminal.app.extensions["navette.engine"]
    tamper(engine, [f"DELETE FROM {table}" for table in ("day_seal", "step", "deadline", "text_words", "legal_text")])  # noqa: S608 ours
    tamper(engine, ["DELETE FROM text_count"])
    ministry.open()

    assert kept not in terminal.run("seal").output
    said = terminal.run("seal", "--on", DAY, "--expect", kept, status=1).stderr
    assert "Ce n’est pas le sceau donné : ce qui était enregistré le 1er décembre 2026 a changé depuis" in said


@pytest.mark.usefixtures("bill")
def test_the_seal_of_a_day_that_is_not_over_is_said_to_change(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seals, "utc_now", lambda: NOW)

    assert terminal.run("seal").output == "Aucune journée n’est encore scellée.\n"
    assert "La journée n’est pas finie" in terminal.run("seal", "--on", DAY).output
