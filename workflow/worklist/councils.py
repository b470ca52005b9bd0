"""Councils that have met, and whose results are not entered."""

from collections import Counter
from collections.abc import Iterator, Sequence

from workflow.calendar.words import day_fr
from workflow.conditions.agenda import day_of_council
from workflow.council.way import EVENT, ways
from workflow.people.permissions import Right, may_fire
from workflow.standing.standing import Standing
from workflow.worklist.action import Action, Doing, Target, since
from workflow.worklist.scope import Ids, Scope


def texts(scope: Scope) -> Ids | None:
    """Select the texts that are on the agenda of a Council."""
    agenda = {state for way in ways().values() for state in way.agenda}
    return scope.going_on(agenda) if scope.may(Right.MOVE_TEXTS) else None


def tell(found: Sequence[Standing], scope: Scope) -> Iterator[Action]:
    """Tell each Council whose day has passed, and how many decisions wait that this person may record; oldest first."""
    decided = (now for now in found if _may_decide(now, scope))
    days = Counter(day for now in decided if (day := day_of_council(now.situation)) and day < scope.on)
    for day, count in sorted(days.items()):
        what = "la décision" if count == 1 else f"les {count} décisions"
        yield Action(
            "council", since(day, on=scope.on), f"Enregistrer {what} du Conseil du {day_fr(day)}",
            "Le Conseil s’est réuni ; le résultat n’est pas encore au dossier.", "Saisir les résultats",
            Target(Doing.COUNCIL, argument=day.isoformat()),
        )  # fmt: skip


def _may_decide(now: Standing, scope: Scope) -> bool:
    return any(each.move.event == EVENT and may_fire(scope.by, each.move) for each in now.moves)
