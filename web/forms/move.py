"""What a person tells of a move: its date and its facts, as typed and as understood."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import request
from flask_babel import gettext as _

from models import PartialDate
from web.forms.dates import DateParts
from web.forms.official_number import question, read_number
from web.forms.typed_again import Typed, date_words, fact_words
from workflow.conditions.proposed_move import ProposedMove
from workflow.history.facts import VOTE_KEYS, VOTE_WORDS, BadFact, Facts, asked, read
from workflow.history.fold import Situation
from workflow.procedure.institutions import name_fr
from workflow.procedure.model import Procedure, Transition
from workflow.procedure.vocabulary import Fact


@dataclass
class MoveForm:
    """The answers to what a move asks; `typed` keeps them as they were written."""

    asks: dict[str, Fact]
    required: tuple[str, ...]
    on: DateParts
    typed: dict[str, Any] = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    # What is asked back before anything is recorded: those errors a preview shows too.
    questions: dict[str, str] = field(default_factory=dict)
    seen_step: int = -1

    @classmethod
    def blank(
        cls,
        procedure: Procedure,
        move: Transition,
        *,
        on: DateParts,
        seen_step: int,
        asks: dict[str, Fact] | None = None,
    ) -> "MoveForm":
        """Ask what the move asks, with the date that is proposed and the answers offered, if any."""
        return cls(asks or asked(procedure, move), move.requires, on, seen_step=seen_step)

    @classmethod
    def read(cls, procedure: Procedure, move: Transition, asks: dict[str, Fact] | None = None) -> "MoveForm":
        """Read what was sent."""
        form = cls(asks or asked(procedure, move), move.requires, DateParts.read("on", required=True))
        form.seen_step = request.form.get("seen_step", -1, type=int)
        # It is the very words of a doubt that are confirmed: what was typed otherwise since is asked about again.
        if confirmed := request.form.getlist("confirmed"):
            form.facts["confirmed"] = confirmed
        for name, fact in form.asks.items():
            form.typed[name] = read_typed(name, fact)
            try:
                if (value := understand(fact, form.typed[name])) is not None:
                    form.facts[name] = value
            except BadFact as fault:
                form.errors[name] = str(fault)
            if fact.official_number and (asked_back := question(name, form.typed[name])):
                form.questions[name] = asked_back
        form.errors |= form.questions
        form.errors |= {
            name: "À renseigner." for name in move.requires if name not in form.facts and name not in form.errors
        }
        if form.on.error:
            form.errors["on"] = form.on.error
        return form

    @property
    def in_words(self) -> Typed:
        """What was typed, in words."""
        told = [(fact.label_fr, fact_words(fact, self.typed.get(name))) for name, fact in self.asks.items()]
        return [(label, words) for label, words in [(str(_("Date")), date_words(self.on)), *told] if words]

    def show(self, facts: Facts) -> None:
        """Show facts that are already known, as if they had just been typed."""
        for name, fact in self.asks.items():
            value = facts.get(name)
            if value is not None:
                self.typed[name] = _as_typed(name, fact, value)


def _as_typed(name: str, fact: Fact, value: Any) -> Any:  # noqa: ANN401 - each type of fact has its own shape
    if fact.type == "day":
        return DateParts.of(name, PartialDate.parse(value))
    if fact.institution and fact.type != "choice":
        return "\n".join(map(name_fr, value.splitlines()))
    return value


def read_typed(name: str, fact: Fact) -> Any:  # noqa: ANN401 - each type of fact has its own shape
    """Read what was typed for a fact in the field `name`, as it was written."""
    if fact.official_number:
        return read_number(name)
    if fact.type == "votes":
        keys = (*VOTE_KEYS, *VOTE_WORDS)
        return {key: request.form.get(f"{name}_{key}", "").strip() for key in keys}
    if fact.type == "checklist":
        return request.form.getlist(name)
    if fact.type == "day":
        return DateParts.read(name)
    if fact.is_open:
        return request.form.get(name) or request.form.get(f"{name}_other", "")
    return request.form.get(name, "")


def understand(fact: Fact, typed: Any) -> Any:  # noqa: ANN401
    """Turn what was typed into what is kept; raise BadFact when it cannot be."""
    if not isinstance(typed, DateParts):
        return read(fact, typed)
    if typed.error or (typed.value and not typed.value.is_full):
        raise BadFact(typed.error or "Une date complète est attendue : jour, mois, année.")
    return str(typed.value) if typed.value else None


def proposed_date(proposed: ProposedMove, today: date) -> DateParts:
    """Give the date that the procedure proposes for a move, that of a milestone or a running due date; else today."""
    name = proposed.move.proposes_on
    due = next(
        (clock.due_on for clock in reversed(proposed.clocks) if clock.rule.code == name and clock.is_open),
        None,
    )
    on = PartialDate.of(due) if due else _milestone_date(proposed.situation, name) if name else None
    return DateParts.of("on", on) if on else DateParts.at("on", today)


def _milestone_date(situation: Situation, name: str) -> PartialDate | None:
    done = situation.last(name)
    return done.on if done else None


def supposed_day(form: MoveForm, today: date) -> PartialDate | None:
    """Give the date that the consequences are told for: the one typed, or today's; none where it is not known."""
    return form.on.value or (None if form.on.unknown else PartialDate.of(today))
