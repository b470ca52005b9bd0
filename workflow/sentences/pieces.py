"""What the history says of a piece that was attached."""

from workflow.history.facts import Facts
from workflow.procedure.model import Procedure
from workflow.sentences.citations import has_latin


def attached_fr(procedure: Procedure, facts: Facts) -> str:
    """Say in French which piece was attached; the title of a confidential one is not kept in its step."""
    kind = procedure.vocabulary.pieces.get(facts["piece"])
    title = f" « {facts['piece_title']} »" if facts.get("piece_title") else ""
    return f"Pièce jointe : {kind.fr if kind else facts['piece']}{title}, version {facts['piece_version']}."


def attached_ar(procedure: Procedure, facts: Facts) -> str:
    """Say the same in Arabic; a title in Latin letters is not repeated."""
    kind = procedure.vocabulary.pieces.get(facts["piece"])
    told = facts.get("piece_title", "")
    title = f" «{told}»" if told and not has_latin(told) else ""
    return f"أرفقت بالملف وثيقة: {kind.ar if kind else 'وثيقة أخرى'}{title}، الصيغة {facts['piece_version']}."
