"""What a table says of a text beside what the base keeps of it: shown side by side, and never written."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from models import LegalText, PartialDate
from workflow.calendar.words import partial_short_fr
from workflow.conditions.parliament import is_in_chamber
from workflow.history.fold import OURS, Done, Situation
from workflow.history.particulars import normal_number
from workflow.importing.table import ImportedRow
from workflow.language.articles import bare
from workflow.language.near_titles import core_words
from workflow.old_files.milestones import Milestone
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedures
from workflow.sentences.places import chamber_fr
from workflow.sentences.sentence import named_fr

_NO_STEP = "aucune étape"
_NO_NUMBER = "aucun numéro"


@dataclass(frozen=True)
class Contrast:
    """One thing that the page and the base tell differently, each in words.

    `is_gap` when the base does not deny what the page tells, but does not have it.
    """

    of: str
    page: str
    base: str
    is_gap: bool = False

    def as_dict(self) -> dict[str, object]:
        """Give it as JSON holds it."""
        return asdict(self)


def of_particulars(row: ImportedRow, text: LegalText, procedure: Procedure) -> Iterator[Contrast]:
    """Compare kind, number and title.

    A bill that the page calls a law is the same text, and so is a title without its kind, its numbers and little words.
    """
    is_act = procedure.is_act(row.state)
    named, known = ((each.act if is_act else each.draft).fr for each in (procedures()[row.kind], procedure))
    if named != known:
        yield Contrast("Nature", named, known)
    if row.own_number and normal_number(row.own_number) != text.number:
        yield Contrast("Numéro", row.own_number, text.number or _NO_NUMBER, is_gap=not text.number)
    titles = [title for title in (text.title_fr, text.title_ar) if title]
    if core_words(row.title) not in map(core_words, titles):
        alike = [title for title in titles if _is_arabic(title) == _is_arabic(row.title)]
        yield Contrast("Intitulé", row.title, (alike or titles)[0], is_gap=not alike)


def _is_arabic(title: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in title)


def of_step(milestone: Milestone, done: Done, procedure: Procedure, *, is_gap: bool) -> Contrast:
    """Set a step that the page tells beside the one that is recorded."""
    return Contrast("Étape", milestone_fr(milestone, procedure), _done_fr(done, procedure), is_gap)


def of_no_step(milestone: Milestone, procedure: Procedure) -> Contrast:
    """Set a step that the page tells beside none, where later ones are recorded."""
    return Contrast("Étape", milestone_fr(milestone, procedure), _NO_STEP, is_gap=True)


def of_state(row: ImportedRow, told: Milestone | None, situation: Situation, procedure: Procedure) -> Contrast:
    """Set the state that the page announces beside the one where the text stands."""
    at_work = [done for done in situation.done if done.move not in OURS]
    since = next((done.on for done in reversed(at_work) if done.on), None)
    return Contrast(
        "Situation",
        _dated(procedure.states[row.state].label_fr, told.on if told else None),
        _dated(procedure.states[situation.state].label_fr, since),
    )


def milestone_fr(milestone: Milestone, procedure: Procedure) -> str:
    """Name what the page tells, with its day and the chamber that it names."""
    return _named(milestone.moves[0], milestone.on, milestone.chamber, procedure)


def _done_fr(done: Done, procedure: Procedure) -> str:
    words = _named(done.move, done.on, done.chamber, procedure.at(done.version, done.kind))
    return f"{words} (déduite)" if done.inferred else words


def _named(move: str, on: PartialDate | None, chamber: str | None, procedure: Procedure) -> str:
    made = procedure.moves[move]
    where = bare(chamber_fr(procedure, chamber)) if is_in_chamber(procedure, made) else ""
    return ", ".join(filter(None, (named_fr(procedure, made), where, partial_short_fr(on))))


def _dated(label: str, on: PartialDate | None) -> str:
    return f"{label} ({partial_short_fr(on)})" if on else label
