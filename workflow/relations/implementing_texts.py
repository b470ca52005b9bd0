"""How far a text is applied: its implementing texts, taken and late; and whether what it rests on still stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from models import LegalText, PartialDate, RelationKind
from workflow.calendar.working_days import Calendar
from workflow.history.fold import Situation
from workflow.language.typography import capital
from workflow.relations.ties import Tie
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import date_fr, this
from workflow.standing.reading import read_standings
from workflow.standing.standing import Standing

# The marks of a title that is itself quoted.
_INNER = re.compile(r"«\s*|\s*»")
# What a text rests on, as it is said in a sentence.
_RESTS_ON = {
    RelationKind.IMPLEMENTS: "est pris{e} pour l’application de",
    RelationKind.BASED_ON: "se fonde sur",
    RelationKind.RATIFIES: "ratifie",
}


@dataclass(frozen=True)
class Implementing:
    """A text of application: in the system or only expected."""

    tie: Tie
    is_taken: bool
    days_left: int | None

    @property
    def is_late(self) -> bool:
        """Whether its day has passed and it is not taken."""
        return not self.is_taken and self.days_left is not None and self.days_left < 0


@dataclass(frozen=True)
class Application:
    """The texts of application of one text; only those that it provides for are counted."""

    texts: tuple[Implementing, ...]

    @property
    def owed(self) -> int:
        """How many texts it provides for."""
        return sum(each.tie.relation.owed for each in self.texts)

    @property
    def taken(self) -> int:
        """How many of them are acts."""
        return sum(each.tie.relation.owed and each.is_taken for each in self.texts)

    @property
    def late(self) -> int:
        """How many of them are late."""
        return sum(each.is_late for each in self.texts)

    @property
    def rate(self) -> int | None:
        """The rate of application in whole per cents, None when nothing is owed; 100 only when all are taken."""
        return 100 * self.taken // self.owed if self.owed else None

    @property
    def sentence(self) -> str:
        """Say how far the text is applied; nothing when it provides for no text."""
        if not self.owed:
            return ""
        taken = (
            f"{self.taken} texte{_s(self.taken)} d’application pris" if self.taken else "Aucun texte d’application pris"
        )
        late = f" ; {self.late} en retard" if self.late else ""
        return f"{taken} sur {self.owed} prévu{_s(self.owed)}, soit {self.rate} %{late}."


def application(ties: Iterable[Tie], *, today: date) -> Application:
    """Read from the ties of a text how far it is applied on that day."""
    found = (tie for tie in ties if tie.incoming and tie.relation.kind == RelationKind.IMPLEMENTS)
    return Application(tuple(_implementing(tie, today) for tie in found))


def _implementing(tie: Tie, today: date) -> Implementing:
    due_on = tie.relation.due_on
    return Implementing(tie, _is_in_force(tie.other), (due_on - today).days if due_on else None)


def _is_in_force(text: LegalText | None) -> bool:
    if text is None:
        return False
    state = procedure_of(text).states[text.state]
    return state.act and not state.terminal


def warnings(session: Session, text: LegalText, ties: Iterable[Tie], *, calendar: Calendar, today: date) -> list[str]:
    """Say what no longer stands of what the text rests on, in one query; nothing once its own way has ended."""
    if procedure_of(text).states[text.state].terminal:
        return []
    parents = [tie for tie in ties if not tie.incoming and tie.other and tie.relation.kind in _RESTS_ON]
    stand = read_standings(session, [tie.other for tie in parents if tie.other], on=today, calendar=calendar)
    return [
        f"{_rests(text, tie)} {end} Vérifiez que {this(procedure_of(text).noun(text.state))} garde un fondement."
        for tie, parent in zip(parents, stand, strict=True)
        for end in _ends(parent)
    ]


def _rests(text: LegalText, tie: Tie) -> str:
    noun = procedure_of(text).noun(text.state)
    verb = _RESTS_ON[RelationKind(tie.relation.kind)].replace("{e}", "e" if noun.gender == "f" else "")
    return f"{capital(this(noun))} {verb} « {_INNER.sub(_quote, tie.name)} »."


def _quote(mark: re.Match[str]) -> str:
    return "“" if "«" in mark[0] else "”"


def _ends(parent: Standing) -> Iterator[str]:
    if parent.state.terminal:
        yield parent.sentence
    elif (until := _expiry(parent.situation)) and until.last_day < parent.on:
        yield f"L’application de {this(parent.procedure.noun(parent.state.code))} s’arrêtait {date_fr(until)}."


def _expiry(situation: Situation) -> PartialDate | None:
    told = situation.told("until_on")
    return PartialDate.parse(told) if told else None


def _s(count: int) -> str:
    return "s" if count > 1 else ""
