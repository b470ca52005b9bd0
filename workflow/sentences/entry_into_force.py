"""When a text applies: the rule of its entry into force, its parts that come later, and until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models import PartialDate
from workflow.deadlines.clocks import Clock
from workflow.history.fold import Situation
from workflow.procedure.model import Procedure
from workflow.sentences.sentence import step_sentence

_RULES = ("commencement", "in_force")


@dataclass(frozen=True)
class Part:
    """A part of the text that has an entry into force of its own."""

    name: str
    rule: str
    due_on: date | None
    is_estimated: bool
    since: PartialDate | None
    entered: bool


@dataclass(frozen=True)
class Commencement:
    """The rule as it was recorded, the dates computed from it, known exactly or estimated, and where they come from."""

    rule: str
    source: str
    due_on: date | None
    is_estimated: bool
    since: PartialDate | None
    parts: tuple[Part, ...]
    validity: str
    extensions: int

    @property
    def is_known(self) -> bool:
        """Whether anything was recorded."""
        return bool(self.rule or self.parts or self.validity)


def commencement(procedure: Procedure, situation: Situation, run: Sequence[Clock]) -> Commencement:
    """Fold the steps that say when the text applies; `run` are its clocks."""
    rule = next((done for done in situation.done if done.milestone in _RULES), None)
    clock = next((clock for clock in run if clock.rule.code == "entry_into_force"), None)
    in_force, validity = situation.last("in_force"), situation.last("validity")
    return Commencement(
        rule=step_sentence(procedure, rule) if rule else "",
        source=" · ".join(rule.facts[name] for name in ("clause", "reference") if rule.facts.get(name)) if rule else "",
        due_on=clock.due_on if clock else None,
        is_estimated=bool(clock and clock.is_estimated),
        since=in_force.on if in_force else None,
        parts=_parts(procedure, situation, run),
        validity=step_sentence(procedure, validity) if validity else "",
        extensions=situation.count("extend_validity"),
    )


def _parts(procedure: Procedure, situation: Situation, run: Sequence[Clock]) -> tuple[Part, ...]:
    dues = {clock.subject: clock for clock in run if clock.rule.code == "part_in_force"}
    rules = {done.facts["part"]: done for done in situation.done if done.move == "set_later_part"}
    entered = {done.facts.get("part", ""): done for done in situation.done if done.milestone == "part_in_force"}
    return tuple(
        Part(
            name=name,
            rule=step_sentence(procedure, rules[name]) if name in rules else "",
            due_on=dues[name].due_on if name in dues else None,
            is_estimated=name in dues and dues[name].is_estimated,
            since=entered[name].on if name in entered else None,
            entered=name in entered,
        )
        for name in dict.fromkeys([*rules, *filter(None, entered)])
    )
