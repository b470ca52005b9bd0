"""Observations received, about which the ministry has still to decide."""

from collections.abc import Iterator, Sequence

from models import Register
from workflow.history.observations import Observation, still_open
from workflow.people.permissions import Right
from workflow.procedure.institutions import short_fr
from workflow.standing.standing import Standing
from workflow.worklist.action import Action, Doing, Target, since
from workflow.worklist.scope import Ids, Scope


def texts(scope: Scope) -> Ids | None:
    """Select the texts of which an observation is open."""
    return scope.with_open_items(Register.OBSERVATIONS) if scope.may(Right.WRITE_REGISTERS) else None


def tell(found: Sequence[Standing], scope: Scope) -> Iterator[Action]:
    """Tell how many observations of each text wait, and since when; those of an act have no answer any more."""
    for now in found:
        left = [] if now.state.act else list(still_open(now.situation))
        if left:
            first = min((each.on.first_day for each in left if each.on), default=None)
            count = len(left)
            yield Action(
                "observations",
                since(first, on=scope.on),
                "Trancher une observation" if count == 1 else f"Trancher {count} observations",
                _why(left),
                "Arbitrer l’observation" if count == 1 else f"Arbitrer {count} observations",
                Target(Doing.REGISTER, now.text.id, Register.OBSERVATIONS.value),
                now.title_fr,
            )


def _why(left: Sequence[Observation]) -> str:
    bodies = list(dict.fromkeys(short_fr(each.body) for each in left if each.body))
    received = f"Reçue{'s' if len(left) > 1 else ''} : {', '.join(bodies)}. " if bodies else ""
    return f"{received}Chacune reçoit sa suite avant que le texte soit transmis."
