"""The history of a text by stage, the newest first: its span, its steps, and what was recorded at one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from models import PartialDate
from web.texts.history import Entry
from workflow.procedure.model import Procedure
from workflow.sentences.path import StageKey, days_since, stage_label
from workflow.sentences.sentence import date_fr

Run = list[Entry]


@dataclass(frozen=True)
class Batch:
    """Lines that one person recorded within one minute, the inferred ones that follow each other taken together.

    Lines that were each recorded by themselves are one batch too, whose `is_one_go` is false.
    """

    runs: Sequence[Run]
    is_one_go: bool

    @property
    def last(self) -> Entry:
        """The line of which the person and the moment are told."""
        return self.runs[0][0]


@dataclass(frozen=True)
class HistoryStage:
    """The lines of the history while the text was at one stage, the newest first."""

    label: str
    lines: Sequence[Entry]
    # The day on which the text left it, where that is known; None for the stage where it is.
    left_on: PartialDate | None
    is_present: bool
    is_over: bool
    today: date

    @property
    def count(self) -> int:
        """How many steps of it count."""
        return sum(entry.counts for entry in self.lines)

    @cached_property
    def since(self) -> PartialDate | None:
        """The first date known of it."""
        return next((entry.on for entry in reversed(self.lines) if entry.counts and entry.on), None)

    @property
    def until(self) -> PartialDate | None:
        """The date on which it ended, else the last one known of it; None while it goes on, or where it is the same."""
        if self.is_present and not self.is_over:
            return None
        last = self.left_on or next((entry.on for entry in self.lines if entry.counts and entry.on), None)
        return last if last != self.since else None

    @property
    def span(self) -> str:
        """Word its dates: "depuis le 24 septembre 2026", "du 9 mars au 24 septembre 2026", "le 3 mars 2015"."""
        if self.is_present and not self.is_over:
            return date_fr(self.since, "since")
        if self.since is None or self.until is None:
            return date_fr(self.since)
        return f"{self._first(self.since, self.until)} {date_fr(self.until, 'to')}"

    @staticmethod
    def _first(since: PartialDate, until: PartialDate) -> str:
        """Word the first date without the year, or the month, that the last one has too: "du 5", "de mars"."""
        words = date_fr(since, "of")
        if since.year != until.year or not since.month:
            return words
        words = words.removesuffix(f" {since.year}")
        is_same = since.is_full and until.is_full and since.month == until.month
        return words.rpartition(" ")[0] if is_same else words

    @property
    def days(self) -> int | None:
        """How many days it lasted, or has lasted; None where its ends are not both known to the day."""
        if self.is_present and not self.is_over:
            return days_since(self.since, self.today)
        return days_since(self.since, self.until.first_day) if self.until and self.until.is_full else None

    @property
    def batches(self) -> list[Batch]:
        """Its lines by what was recorded at one go."""
        found: list[Batch] = []
        for _key, lines in groupby(self.lines, _go):
            runs = _runs(list(lines))
            is_one_go = sum(map(len, runs)) > 1
            if found and not is_one_go and not found[-1].is_one_go:
                found[-1] = Batch([*found[-1].runs, *runs], is_one_go=False)
            else:
                found.append(Batch(runs, is_one_go))
        return found


def history_stages(procedure: Procedure, entries: Sequence[Entry], *, today: date, is_over: bool) -> list[HistoryStage]:
    """Group the lines of a history, which come newest first, by the stage to which they led."""
    found: list[HistoryStage] = []
    left_on: PartialDate | None = None
    for key, lines in groupby(entries, lambda entry: entry.stage):
        of_stage = list(lines)
        stage = HistoryStage(
            _label(procedure, key, of_stage), of_stage, left_on, is_present=not found, is_over=is_over, today=today
        )
        found.append(stage)
        left_on = stage.since
    return found


def _label(procedure: Procedure, key: StageKey, lines: Sequence[Entry]) -> str:
    """Name a stage as the kind of text that it was then calls it: its oldest line is the step that led there."""
    done = lines[-1].done
    return stage_label(procedure.at(done.version, done.kind) if done else procedure, key)


def _go(entry: Entry) -> tuple[object, object]:
    return entry.step.by_id, entry.step.at.replace(second=0, microsecond=0)


def _runs(lines: Sequence[Entry]) -> list[Run]:
    """Take together the inferred lines that follow each other."""
    grouped = groupby(lines, lambda entry: 0 if entry.step.inferred else entry.step.number)
    return [list(run) for _key, run in grouped]
