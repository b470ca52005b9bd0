"""Taking over a table that was published as a page."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlmodel import Session

from models import reading
from models.safekeeping.file_faults import why
from web.clock import utc_now
from web.commands.console import SortedOut, agrees, counted, find_author, stop, write_json
from web.commands.known_database import is_prepared
from web.commands.table_again import known_counts, lines_of
from web.request import engine
from workflow.calendar.decided_days import read_calendar
from workflow.calendar.time_zone import legal_day
from workflow.importing import ImportedTable, UnreadableTable, read_table
from workflow.importing.report import write_report
from workflow.importing.taking_over import PlannedRow, plan_rows, with_doubts
from workflow.reports.table_again import KNOWN, Verdict, Weighed, tally, weigh, weigh_alone, write_weighed
from workflow.rulebook.files import procedures


@click.command("import-table")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Montre ce qui serait repris, sans rien écrire.")
@click.option(
    "--json",
    "out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Écrit aussi la lecture en JSON dans ce fichier.",
)
@click.option(
    "--by",
    "email",
    help="Adresse de la personne au nom de qui les textes sont ouverts ; une cheffe ou un chef de division par défaut.",
)
@click.option("--yes", is_flag=True, help="Ouvre les nouveaux textes sans poser la question.")
@click.option(
    "--moves",
    is_flag=True,
    help="Enregistre, sans poser la question, les étapes des textes connus qui ont avancé.",
)
@with_appcontext
def import_table(file: Path, *, dry_run: bool, out: Path | None, email: str | None, yes: bool, moves: bool) -> None:
    """Reprend un tableau ou une liste de textes : page enregistrée (texte, HTML), Word (.docx), Excel (.xlsx) ou CSV.

    Rien n'est écrit avant confirmation. D'un texte déjà connu sont proposées les étapes faites depuis ; ce que la page
    contredit est montré, jamais écrit.
    """
    imported = _read(file)
    planned = plan_rows(imported, today=legal_day(utc_now()))
    imported = with_doubts(imported, planned)
    click.echo(write_report(imported, _label))
    weighed = _weigh(planned)
    for line in lines_of(weighed):
        click.echo(line)
    if out:
        rows = [each.as_dict(with_moves=moves) for each in weighed]
        write_json(out, imported.as_dict() | {"rows": rows})
    if dry_run:
        click.echo("Rien n'a été écrit.")
        return
    _write(_agreed(weighed, yes=yes, moves=moves), weighed, email)


def _weigh(planned: Sequence[PlannedRow]) -> list[Weighed]:
    """Set the rows beside the base, where there is one."""
    if not is_prepared():
        return weigh_alone(planned)
    with Session(reading(engine()), expire_on_commit=False) as session:
        return weigh(session, planned, today=legal_day(utc_now()))


def _agreed(weighed: Sequence[Weighed], *, yes: bool, moves: bool) -> list[Weighed]:
    """Ask what is to be written: all the new texts at once, and known texts one by one; stop where it is nothing."""
    fresh = [each for each in weighed if each.verdict is Verdict.NEW]
    moved = [each for each in weighed if each.verdict is Verdict.MOVED]
    agreed = [*fresh] if fresh and (yes or agrees(_question(len(fresh), len(weighed)))) else []
    is_asked = not (yes or moves)
    agreed += [each for each in moved if moves or (is_asked and agrees(_question_of_moves(each)))]
    if not agreed and not yes and (fresh or (moved and is_asked)):
        stop()
    return agreed


def _question(writable: int, read: int) -> str:
    return (
        f"Ouvrir ces {read} textes dans Navette ?"
        if writable == read
        else (f"Ouvrir {writable} de ces {read} textes dans Navette ? Les autres sont laissés, avec leur raison.")
    )


def _question_of_moves(each: Weighed) -> str:
    return f"Enregistrer ces étapes de « {each.planned.row.title} » ?"


def _write(agreed: Sequence[Weighed], weighed: Sequence[Weighed], email: str | None) -> None:
    """Write what was agreed to, each text whole or not at all, and say what became of all."""
    written: Counter[Verdict] = Counter()
    left = [(each, each.reason) for each in weighed if each.verdict is Verdict.LEFT]
    with Session(engine(), expire_on_commit=False) as session:
        by, calendar = find_author(session, email), read_calendar(session)
        for each in agreed:
            if reason := write_weighed(session, each, by=by, at=utc_now(), calendar=calendar):
                left.append((each, reason))
            else:
                written[each.verdict] += 1
        session.commit()
    for each, reason in left:
        click.echo(f"Non repris : « {each.planned.row.title} » – {reason}")
    click.echo(_result(weighed, written, sum(each.verdict is not Verdict.MOVED for each, _ in left)))


def _result(weighed: Sequence[Weighed], written: Counter[Verdict], left: int) -> str:
    """Say what became of the rows: those of known texts are counted as known, whatever became of their steps."""
    counts = tally(weighed)
    known, unsaid = sum(counts[verdict] for verdict in KNOWN), counts[Verdict.MOVED] - written[Verdict.MOVED]
    lines = [known_counts(weighed)]
    if written[Verdict.MOVED]:
        lines.append(f"Étapes enregistrées de {counted(written[Verdict.MOVED], 'texte connu', 'textes connus')}.")
    if unsaid:
        lines.append(f"Étapes non enregistrées de {counted(unsaid, 'texte connu', 'textes connus')} (voir --moves).")
    others = counted(left, "non repris", "non repris")
    lines.append(SortedOut(known=known, undecided=counts[Verdict.UNDECIDED]).counts(written[Verdict.NEW], others))
    return "\n".join(filter(None, lines))


def _read(file: Path) -> ImportedTable:
    try:
        return read_table(file.read_bytes(), file.name)
    except UnreadableTable as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"« {file} » ne peut pas être lu : {why(error)}.") from error


def _label(state: str) -> str:
    labels = (each.states[state].label_fr for each in procedures().values() if state in each.states)
    return next(labels, state)
