"""Who has the ball, by a code that lists filter and count by: a body of the vocabulary, and its Chamber if any."""

from workflow.procedure.model import Procedure
from workflow.sentences.places import any_body_ar, any_body_fr, body_ar, body_fr
from workflow.sentences.sentence import holding_chamber

_SEPARATOR = "."


def holder_code(procedure: Procedure, state: str, chamber: str | None) -> str:
    """Give the code of who has the ball in that state: "sgg", "committee.conseillers"; empty where the way has ended.

    A body of a Chamber whose name no source tells has no chamber: "committee".
    """
    place = procedure.states[state]
    if place.is_end:
        return ""
    whose = holding_chamber(procedure, state, chamber) if _is_of_chamber(procedure, place.holder) else None
    return f"{place.holder}{_SEPARATOR}{whose}" if whose else place.holder


def holder_fr(procedure: Procedure, code: str) -> str:
    """Name a holder by its code, with the words of any procedure; one that is no longer told keeps its code."""
    body, _, chamber = code.partition(_SEPARATOR)
    if not _is_known(procedure, body, chamber):
        return code
    return body_fr(procedure, body, chamber) if chamber else any_body_fr(procedure, body)


def holder_ar(procedure: Procedure, code: str) -> str:
    """Name a holder in Arabic by its code, as `holder_fr` does in French."""
    body, _, chamber = code.partition(_SEPARATOR)
    if not _is_known(procedure, body, chamber):
        return code
    return body_ar(procedure, body, chamber) if chamber else any_body_ar(procedure, body)


def _is_of_chamber(procedure: Procedure, body: str) -> bool:
    return "{" in procedure.vocabulary.bodies[body].fr


def _is_known(procedure: Procedure, body: str, chamber: str) -> bool:
    return body in procedure.vocabulary.bodies and chamber in ("", *procedure.vocabulary.chambers)
