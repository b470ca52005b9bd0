"""The signs by which a sentence tells where a text stands: one line of data each.

Patterns read folded text. "~" stands for a few words of the same clause that name no other institution.
"""

from workflow.importing.situation.of_court import OF_COURT
from workflow.importing.situation.of_government import OF_GOVERNMENT
from workflow.importing.situation.of_parliament import OF_PARLIAMENT
from workflow.importing.situation.of_publication import EFFECT, OF_PUBLICATION
from workflow.importing.situation.sign import Sign

# What is told beside the state: that the text does not move any more tells nothing of where it stands.
STALLED = Sign(
    "",
    -1,
    r"\bbloquee?s?\b|\bau point mort\b|\ben suspens\b|\bgelee?s?\b",
    "le texte n'avance plus",
    move="record_stall",
    by=("record_stall",),
    arabic="(?:متوقف|مجمد)",
)
SIGNS = (*OF_GOVERNMENT, *OF_PARLIAMENT, *OF_COURT, *OF_PUBLICATION)

__all__ = ["EFFECT", "SIGNS", "STALLED"]
