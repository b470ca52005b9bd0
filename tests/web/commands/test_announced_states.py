"""What a table announces of a text is what is written of it: on screen, in JSON and in the database."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from models import LegalText, Relation
from tests.web.console import Terminal
from tests.web.ministry import Ministry
from tests.workflow.builders import ON_SQLITE
from tests.workflow.importing.phrases import ELSEWHERE, KINDS, NOT_ENOUGH, STATES
from workflow.history.steps import steps_of
from workflow.rulebook.files import procedures

_HEADER = "Intitulé\tÉtat d'avancement\n"
BILL = "Projet de loi n° 70-21 relatif aux foires"


def take_over(terminal: Terminal, folder: Path, rows: list[tuple[str, str]]) -> tuple[str, list[dict[str, Any]]]:
    """Import a table of these titles and situations; give the screen and the rows of the JSON file."""
    page, out = folder / "page.txt", folder / "read.json"
    page.write_text(_HEADER + "".join(f"{title}\t{status}\n" for title, status in rows), "utf-8")
    screen = terminal.run("import-table", str(page), "--yes", "--json", str(out)).output
    return screen, json.loads(out.read_text("utf-8"))["rows"]


def titled(start: str, place: int) -> str:
    """Give the title of another text of the same kind: with another number, where it has one."""
    found = re.search(r"(3[-.]|2[-.]\d\d[-.]|)(\d+)(?=[-.\s])", start)
    if found is None:
        return f"{start} ({place})"
    return f"{start[: found.start(2)]}{int(found[2]) + place}{start[found.end(2) :]}"


def in_database(ministry: Ministry) -> dict[str, tuple[str, str]]:
    with ministry.session() as session:
        return {text.title_fr: (text.procedure, text.state) for text in session.exec(select(LegalText))}


def proposed(screen: str) -> list[str]:
    return re.findall(r"État proposé\s+(.+?)\s+\(confiance", screen)


@ON_SQLITE
@pytest.mark.parametrize("row", [(kind, title) for kind, titles in KINDS.items() for title in titles], ids=str)
def test_every_state_announced_is_the_state_written(
    terminal: Terminal, ministry: Ministry, tmp_path: Path, row: tuple[str, str]
) -> None:
    kind, start = row
    procedure = procedures()[kind]
    announced = {
        titled(start, place): (ELSEWHERE.get((kind, state), state), phrase)
        for place, (state, phrase) in enumerate((state, phrase) for state, told in STATES.items() for phrase in told)
    }

    screen, rows = take_over(terminal, tmp_path, [(title, phrase) for title, (_, phrase) in announced.items()])

    expected = {
        title: state if state in procedure.states and phrase not in NOT_ENOUGH else None
        for title, (state, phrase) in announced.items()
    }
    assert {row["title"]: row["state"] for row in rows} == {title: state for title, (state, _) in announced.items()}
    assert {row["title"]: row["written"] for row in rows} == expected
    assert [row["title"] for row in rows if not row["left"]] == [title for title, state in expected.items() if state]
    assert in_database(ministry) == {title: (kind, state) for title, state in expected.items() if state}
    labels = {state: each.states[state].label_fr for each in reversed(procedures().values()) for state in each.states}
    assert proposed(screen) == [labels[state] for state, _ in announced.values()]
    left = sum(state is None for state in expected.values())
    assert screen.count("Non repris : « ") == left
    assert screen.endswith(f"{len(rows) - left} textes ouverts, 0 déjà connu, 0 à décider, {left} non repris.\n")


@ON_SQLITE
def test_a_row_whose_situation_nobody_knows_is_left_to_a_person_and_named(
    terminal: Terminal, ministry: Ministry, tmp_path: Path
) -> None:
    screen, (row,) = take_over(terminal, tmp_path, [(BILL, "Réunion tenue")])

    assert (row["written"], row["left"]) == (None, row["reason"])
    assert f"Non repris : « {BILL} » – {row['reason']}" in screen
    assert screen.endswith("0 texte ouvert, 0 déjà connu, 0 à décider, 1 non repris.\n")
    assert ministry.count(LegalText) == 0


def test_a_row_that_is_refused_leaves_the_others_whole(terminal: Terminal, ministry: Ministry, tmp_path: Path) -> None:
    endless = f"Projet de loi relatif à {'la pêche et ' * 120}la mer"
    rows = [(BILL, "Signé"), (endless, "Préparation achevée"), ("Décret n° 2-21-5 relatif au sel", "Signé")]

    screen, _ = take_over(terminal, tmp_path, rows)

    assert in_database(ministry) == {"Décret n° 2-21-5 relatif au sel": ("decret", "signe")}
    assert screen.endswith("1 texte ouvert, 0 déjà connu, 0 à décider, 2 non repris.\n")


@ON_SQLITE
@pytest.mark.parametrize(
    ("status", "concluded"),
    [
        ("En attente de signature", True),
        ("Ce comité a été institué", True),
        ("Signé le 2 février 2024", False),
    ],
)
def test_a_step_that_is_only_concluded_is_written_as_deduced(
    terminal: Terminal, ministry: Ministry, tmp_path: Path, status: str, *, concluded: bool
) -> None:
    take_over(terminal, tmp_path, [("Décret n° 2-21-5 portant création du comité", status)])

    with ministry.session() as session:
        steps = steps_of(session, session.exec(select(LegalText)).one().id)
    assert steps[-1].inferred is concluded


@ON_SQLITE
@pytest.mark.parametrize(
    ("status", "inferred"), [("Inscrit au programme de travail", False), ("Préparation achevée", True)]
)
def test_the_opening_is_told_by_a_row_that_says_the_text_is_only_begun(
    terminal: Terminal, ministry: Ministry, tmp_path: Path, status: str, *, inferred: bool
) -> None:
    take_over(terminal, tmp_path, [(BILL, status)])

    with ministry.session() as session:
        steps = steps_of(session, session.exec(select(LegalText)).one().id)
    assert steps[0].inferred is inferred


@ON_SQLITE
@pytest.mark.parametrize(
    "status", ["Déposé au Parlement le 3 mars 2024", "Définitivement adopté par le Parlement le 22 juillet 2024"]
)
def test_a_chamber_that_the_table_does_not_name_stays_unknown(
    terminal: Terminal, ministry: Ministry, tmp_path: Path, status: str
) -> None:
    take_over(terminal, tmp_path, [(BILL, status)])

    with ministry.session() as session:
        text = session.exec(select(LegalText)).one()
        steps = steps_of(session, text.id)
    assert (text.chamber, [step.facts["chamber"] for step in steps if "chamber" in step.facts]) == (None, [])


@ON_SQLITE
def test_numbers_and_dates_told_are_kept_with_their_steps(
    terminal: Terminal, ministry: Ministry, tmp_path: Path
) -> None:
    status = (
        "Promulguée par le dahir n° 1-23-50 du 9 hija 1444 (28 juin 2023), publiée au Bulletin officiel n° 7212 "
        "du 13 juillet 2023"
    )
    take_over(terminal, tmp_path, [("Loi n° 70-21 relative aux foires", status)])

    with ministry.session() as session:
        steps = steps_of(session, session.exec(select(LegalText)).one().id)
    told = {step.move: (str(step.on), step.facts) for step in steps if not step.inferred}
    assert told["promulgate"] == ("2023-06-28", {"dahir": "1-23-50", "hijri": "9 hija 1444"})
    assert told["publish"] == ("2023-07-13", {"bo_number": "7212"})


@ON_SQLITE
def test_the_text_that_repeals_another_is_tied_to_it(terminal: Terminal, ministry: Ministry, tmp_path: Path) -> None:
    take_over(terminal, tmp_path, [("Loi n° 22-90 relative aux foires", "Abrogée par la loi n° 65-15")])

    with ministry.session() as session:
        assert [tie.citation for tie in session.exec(select(Relation))] == ["la loi n° 65-15"]
