"""Until when a text may be an old file, and who may take it over."""

from models import User
from workflow.history.fold import Situation
from workflow.people.permissions import Right, may
from workflow.procedure.model import Procedure

_FEW = 3


def is_young(procedure: Procedure, situation: Situation) -> bool:
    """Whether so little is recorded that the text may be an old file to take over."""
    state = procedure.states[situation.state]
    return len(situation.done) <= _FEW and not state.is_end


def may_take_over(by: User, procedure: Procedure, situation: Situation) -> bool:
    """Whether this person may record at once what is known of a text, whatever the roles of the moves in between."""
    return may(by, Right.WRITE_TEXTS if is_young(procedure, situation) else Right.TAKE_OVER_RUNNING)
