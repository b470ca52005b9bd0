"""Tells one running text of the demonstration through the doors that people use, each thing recorded on its day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from sqlmodel import Session

from models import LegalText, PartialDate, User
from workflow.calendar.time_zone import start_of
from workflow.history.facts import Facts, asked, read
from workflow.history.fold import fold
from workflow.history.particulars import Owner
from workflow.history.steps import Recorded, steps_of
from workflow.importing.demonstration_days import Days
from workflow.pieces.extraction import Examined
from workflow.pieces.kept import newest
from workflow.procedure.registers import registers
from workflow.register.items import record_items
from workflow.register.moves import fire, open_text
from workflow.register.papers import ask_for_paper
from workflow.register.particulars import assign_text
from workflow.register.pieces import Told, attach
from workflow.registers.changes import read_rows
from workflow.rulebook.files import procedure_of

Json: TypeAlias = Any
# What is done on a day is recorded from nine o'clock on, a few minutes apart.
_MORNING, _BETWEEN = timedelta(hours=9), timedelta(minutes=7)
_HEAD = "cheffe"
INVENTED = (
    "Texte inventé pour la démonstration : son intitulé, ses dates et ses numéros ne sont ceux d’aucun texte réel. "
    "نص متخيل لأغراض العرض: لا يتعلق عنوانه ولا تواريخه ولا أرقامه بأي نص حقيقي."
)


@dataclass(frozen=True)
class Office:
    """Where the texts are told: the people by the name of their mailbox, the files to attach, the days."""

    session: Session
    people: Mapping[str, User]
    files: Mapping[str, Examined]
    days: Days


@dataclass
class Telling:
    """One text as it is told: `told` is how many things were, so that each has its moment."""

    office: Office
    text: LegalText
    told: int = 0

    def open(self, on: int | str) -> None:
        """Open the file on its day, and note that the text is invented."""
        at = self.text.created_at = self._moment(on)
        day = PartialDate.of(self.office.days.day(on))
        calendar = self.office.days.calendar
        open_text(self.office.session, self.text, by=self._at_work(), on=day, at=at, calendar=calendar)
        self.tell("note", on, {"note": INVENTED})

    def tell(self, name: str, on: int | str, given: Json = None, by: str = "") -> Recorded | None:
        """Record a move, or what else has a door of its own; give the step by which the text is given to somebody.

        Raises what these doors raise, and ValueError for rows that no register takes.
        """
        at = self._moment(on)
        person = self.office.people[by] if by else self._at_work()
        if name in registers():
            self._fill(name, given, by=person, at=at)
        elif name == "attach":
            self._attach(given, by=person, at=at)
        elif name == "paper":
            ask_for_paper(self.office.session, self.text, given, by=person, at=at)
        elif name == "entrust":
            return self._entrust(given, at=at)
        else:
            self._move(name, on, given or {}, by=person, at=at)
        return None

    def _moment(self, on: int | str) -> datetime:
        self.told += 1
        return start_of(self.office.days.day(on)) + _MORNING + _BETWEEN * self.told

    def _at_work(self) -> User:
        people = self.office.people
        return next((each for each in people.values() if each.id == self.text.responsible_id), people[_HEAD])

    def _move(self, name: str, on: int | str, given: Mapping[str, Json], *, by: User, at: datetime) -> None:
        """Fire a move; the head makes those that whoever answers for the text may not."""
        day, move = self.office.days.day(on), procedure_of(self.text).moves[name]
        fire(
            self.office.session, self.text, name, by=by if by.role in move.roles else self.office.people[_HEAD],
            seen_step=self.text.last_step, on=PartialDate.of(day), at=at, facts=self._facts(name, given, f"{day:%y}"),
            calendar=self.office.days.calendar,
        )  # fmt: skip

    def _facts(self, name: str, given: Mapping[str, Json], year: str) -> Facts:
        """Read facts as a form does; days are told from the day of loading, and `{yy}` is the year of the step."""
        procedure = procedure_of(self.text)
        known = asked(procedure, procedure.moves[name])
        facts: Facts = {}
        for fact, told in given.items():
            value = self.office.days.day(told).isoformat() if known[fact].type == "day" else told
            facts[fact] = read(known[fact], value.replace("{yy}", year) if isinstance(value, str) else value)
        if "pieces" in known:  # every piece is declared to be in the file, but a study that is a step of its own
            facts["pieces"] = [each.value for each in known["pieces"].choices if each.value != "impact_study"]
        return facts

    def _fill(self, name: str, rows: Sequence[Mapping[str, Json]], *, by: User, at: datetime) -> None:
        register, days = registers()[name], self.office.days
        is_day = {column.name for column in register.columns if column.type == "day"}
        typed = [{key: str(days.day(told)) if key in is_day else told for key, told in row.items()} for row in rows]
        changes, faults = read_rows(register, typed, procedure_of(self.text).vocabulary)
        if faults:
            raise ValueError("; ".join(map(str, faults)))
        record_items(
            self.office.session, self.text, name, changes, by=by, seen_step=self.text.last_step, at=at,
            calendar=days.calendar,
        )  # fmt: skip

    def _attach(self, given: Mapping[str, Json], *, by: User, at: datetime) -> None:
        """Attach a file; a kind of piece that is there already gets another version."""
        piece = next((done for done in self._pieces() if done["piece"] == given["kind"]), None)
        told = {name: value for name, value in given.items() if name != "file"}
        told |= {"of": UUID(piece["piece_id"])} if piece else {}
        if "dated_on" in told:
            told["dated_on"] = PartialDate.of(self.office.days.day(told["dated_on"]))
        file = self.office.files[given["file"]]
        calendar = self.office.days.calendar
        attach(self.office.session, self.text, file, Told(**told), by=by, at=at, calendar=calendar)

    def _pieces(self) -> list[Facts]:
        steps = steps_of(self.office.session, self.text.id)
        return newest(fold(procedure_of(self.text), steps).done)

    def _entrust(self, to: str, *, at: datetime) -> Recorded | None:
        """Let the head give the text to somebody else."""
        people = self.office.people
        return assign_text(
            self.office.session, self.text, Owner(people[to].id), by=people[_HEAD],
            seen=Owner(self.text.responsible_id), at=at, calendar=self.office.days.calendar,
        )  # fmt: skip
