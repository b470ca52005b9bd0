"""What several commands do alike: the question before they write, the person they write for, the files they write."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

import click
from sqlmodel import Session, col, select

from models import LegalText, User
from models.safekeeping.file_faults import why
from models.safekeeping.whole_files import write_whole
from web.forms.dates import FIRST_YEAR, LAST_YEAR
from workflow.calendar.working_days import Calendar
from workflow.errors import Refused
from workflow.old_files.milestones import Milestone
from workflow.people.permissions import STAND_INS, Right, may
from workflow.register.moves import open_text, take_over
from workflow.reports.same_text import Found, Sought, find_same, known_as

# Answered in French, and in English by habit.
_YES = ("o", "oui", "y", "yes")
_NO = ("", "n", "non", "no")


class _Day(click.ParamType[date]):
    """A day as commands take it, within the years that the screens take too."""

    name = "day"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 - the signature is click's
        """Say how a day is written."""
        return "AAAA-MM-JJ"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """Read a day; stop the command with how it is written."""
        if isinstance(value, date):
            return value
        try:
            day = datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            self.fail(f"« {value} » n’est pas un jour : écrivez AAAA-MM-JJ, par exemple 2026-12-31.", param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"« {value} » : donnez un jour de {FIRST_YEAR} à {LAST_YEAR}.", param, ctx)
        return day


DAY = _Day()
# As commands name it: « - ».
STANDARD_OUTPUT = Path("-")
OUT_FR = "Fichier Word à écrire ; « - » pour la sortie standard."


def confirm(question: str) -> None:
    """Ask, and stop the command unless the answer is yes."""
    if not agrees(question):
        stop()


def stop() -> NoReturn:
    """Say that nothing was written, and stop the command."""
    click.echo("Rien n’a été écrit.")
    raise click.exceptions.Exit(1)


def agrees(question: str) -> bool:
    """Ask; anything unclear is asked again, no answer is no."""
    answer = None
    while answer not in (*_YES, *_NO):
        if answer is not None:
            click.echo("Répondez « oui » ou « non », s’il vous plaît.")
        try:
            answer = click.prompt(f"{question} [o/N]", default="", show_default=False).strip().casefold()
        except click.Abort:
            answer = "non"
            click.echo()
    return answer in _YES


def find_author(session: Session, email: str | None) -> User:
    """Find the person in whose name a command writes: the one named, else a head of division."""
    query = select(User).where(col(User.active).is_(True))
    query = query.where(User.email == email.strip().lower()) if email else query.where(col(User.role).in_(STAND_INS))
    found = session.exec(query.order_by(col(User.created_at))).first()
    if found is None or not may(found, Right.WRITE_TEXTS):
        raise click.ClickException(
            "Aucune personne ne peut ouvrir ces textes : donnez l'adresse d'un compte qui en a le droit, avec --by."
        )
    return found


def open_old_file(
    session: Session, text: LegalText, milestones: Sequence[Milestone], *, by: User, calendar: Calendar
) -> None:
    """Open a text and record what is known of it; the caller commits. Stop the command where that is refused."""
    try:
        open_text(session, text, by=by, on=None, at=text.created_at, calendar=calendar, is_old_file=True)
        take_over(session, text, milestones, by=by, at=text.created_at, calendar=calendar)
    except Refused as refused:
        raise click.ClickException(
            f"« {text.title_fr} » : {' '.join(refused.reasons)} Rien n'a été écrit."
        ) from refused


@dataclass
class SortedOut:
    """The places of the texts of a source that may be opened, and how many are known, or may be one that is."""

    fresh: list[int] = field(default_factory=list)
    known: int = 0
    undecided: int = 0

    def counts(self, opened: int, *others: str) -> str:
        """Say what became of all the texts of the source; `others` are counts in words."""
        known = counted(self.known, "déjà connu", "déjà connus")
        opened_fr = counted(opened, "texte ouvert", "textes ouverts")
        return f"{', '.join((opened_fr, known, f'{self.undecided} à décider', *others))}."


def counted(number: int, one: str, many: str) -> str:
    """Give a number with what it counts, in the singular up to one as French has it."""
    return f"{number} {many if number > 1 else one}"


def leave_known(session: Session, sought: Sequence[Sought]) -> SortedOut:
    """Say which of these texts are known already, or perhaps, and leave them; the others may be opened.

    One that stands twice in the source is opened once, and known from then on.
    """
    found_out = SortedOut()
    met: set[tuple[str, str]] = set()
    for place, (each, found) in enumerate(zip(sought, find_same(session, sought), strict=True)):
        if found:
            click.echo(f"« {each.titles[0]} » : {_left_as_is(found[0])}")
            found_out.known += found[0].is_certain
            found_out.undecided += not found[0].is_certain
        elif met & each.keys:
            click.echo(f"« {each.titles[0]} » : figure déjà plus haut dans la même source, repris une seule fois.")
            found_out.known += 1
        else:
            found_out.fresh.append(place)
            met |= each.keys
    return found_out


def _left_as_is(found: Found) -> str:
    return f"{known_as(found)}, laissé tel quel." if found.is_certain else f"{known_as(found)} : à décider, non repris."


def write_json(out: Path, content: Any) -> None:  # noqa: ANN401 - whatever JSON can tell
    """Write a result where the person asked for it, and say why when it cannot be."""
    write_file(out, [(json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()])


def write_file(out: Path, content: Iterable[bytes]) -> None:
    """Write a file where the person asked for it, whole or not at all, and say why when it cannot be.

    On the standard output, whoever asks for it has nothing else said there.
    """
    if out == STANDARD_OUTPUT:
        for part in content:
            click.echo(part, nl=False)
        return
    try:
        if out.exists() and not out.is_file():  # a folder, which is refused, or a device
            with out.open("wb") as file:
                file.writelines(content)
        else:
            write_whole(out, content)
    except OSError as error:
        raise click.ClickException(f"« {out} » ne peut pas être écrit : {why(error)}.") from error
