"""The legal basis of each deadline told by mail: the law of the day its clock counts from."""

import logging
from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlmodel import Session

from models import LegalText
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import clocks
from workflow.errors import Impossible
from workflow.history.fold import fold
from workflow.history.steps import histories
from workflow.rulebook.files import procedure_of, procedures

# A text, the code of a rule, and which of its runs.
Run = tuple[UUID, str, int]
_LOG = logging.getLogger(__name__)
NOT_FOUND = "fondement à vérifier sur la page du texte"


def legal_bases(session: Session, texts: Iterable[LegalText]) -> Mapping[Run, str]:
    """Cite the legal basis of every clock of these texts, in one query; of none whose history contradicts itself."""
    known = {text.id: text for text in texts if text.procedure in procedures()}
    found: dict[Run, str] = {}
    for text_id, steps in histories(session, known).items():
        procedure = procedure_of(known[text_id])
        try:
            done = fold(procedure, steps).done
        except Impossible:  # one bad file stops nobody's mail
            _LOG.exception("text %s: no legal basis found, its history contradicts itself", text_id)
            continue
        # Which law a clock follows depends on its steps alone: no holiday can change it.
        run = clocks(procedure, done, Calendar())
        found |= {(text_id, clock.rule.code, clock.occurrence): clock.basis_fr for clock in run}
    return found
