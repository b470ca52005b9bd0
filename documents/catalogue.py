"""Every kind of paper that can be made, and the check that procedures ask for no other."""

from collections.abc import Mapping

from documents.case import Case
from documents.kind import Kind
from documents.kinds import bordereau_sgg, fiche_suivi, note_interne
from workflow.errors import BadProcedure
from workflow.procedure.model import Procedure

KINDS: dict[str, Kind[Case]] = {kind.code: kind for kind in (note_interne.KIND, bordereau_sgg.KIND, fiche_suivi.KIND)}


def check_papers(procedures: Mapping[str, Procedure]) -> None:
    """Raise BadProcedure for the first paper that a procedure offers or owes and that nobody can make."""
    for kind, procedure in procedures.items():
        wanted = [("la liste « papers »", paper) for paper in procedure.papers]
        wanted += [
            (f"la transition « {move.name} »", paper) for move in procedure.transitions for paper in move.produces
        ]
        for who, paper in wanted:
            if paper not in KINDS:
                raise BadProcedure(f"{kind} : {who} cite le document « {paper} », que personne ne sait produire.")
