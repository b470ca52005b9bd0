"""What is known of an old file, and the path found through it."""

from dataclasses import dataclass, field
from datetime import date

from models import PartialDate
from workflow.history.facts import Facts
from workflow.history.fold import Situation
from workflow.history.steps import Supposed


@dataclass(frozen=True)
class Milestone:
    """One thing known to have happened: the moves it can have been, the likeliest first, with its date and facts."""

    moves: tuple[str, ...]
    on: PartialDate | None = None
    facts: Facts = field(default_factory=dict)
    # A day by which it had happened for certain, where its own day is not known.
    known_on: date | None = None
    chamber: str | None = None
    # The chamber named is the one the text goes to, not the one where it is.
    crossing: bool = False
    reading: int = 0
    navette: int = 0
    # The moves that the words of its source speak for, where they speak for some.
    worded: frozenset[str] = frozenset()
    # The moves it can have been where nothing else fits.
    otherwise: tuple[str, ...] = ()
    # The reading that its source names; sources count readings in several ways.
    told_reading: int = 0
    # It shows the text in effect: before it the text was published and entered into force.
    shows_effect: bool = False
    # No source tells it of this text: it is concluded from where the text stood, from an effect or from another text.
    is_concluded: bool = False


@dataclass(frozen=True)
class Planned:
    """One step of the path; `milestone` is the place of the milestone it tells, None for an inferred step."""

    move: str
    on: PartialDate | None = None
    facts: Facts = field(default_factory=dict)
    known_on: date | None = None
    milestone: int | None = None
    is_concluded: bool = False

    @property
    def is_inferred(self) -> bool:
        """Whether it was concluded, rather than told of this text."""
        return self.milestone is None or self.is_concluded


@dataclass(frozen=True)
class Plan:
    """The path found, where it leads, and the milestones that no legal path reaches, each with the reason."""

    steps: tuple[Planned, ...]
    situation: Situation
    refused: dict[int, str] = field(default_factory=dict)
    cost: int = 0
    # Whether another legal path, to another place or through other steps, is as likely.
    has_rival: bool = False
    # Whether no source, and no rule, tells which chamber had the text first.
    is_chamber_unknown: bool = False


def supposed(situation: Situation, step: Planned) -> Supposed:
    """Give the step that would be written after `situation`."""
    return Supposed(situation.done[-1].number + 1, step.move, step.on, step.known_on, step.facts, step.is_inferred)
