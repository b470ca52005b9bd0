"""What goes with a letter about a draft: its versions, its note, as the file holds them."""

from documents.case import Case
from documents.language import Language, wording
from workflow.pieces.kept import newest

_DRAFTS = ("draft_ar", "draft_fr")
_NOTE = "expose_des_motifs"


def drafts(case: Case, language: Language) -> list[str]:
    """Name the drafts attached with their version; the draft itself where the file holds none yet."""
    told = {facts["piece"]: facts.get("piece_version") for facts in reversed(newest(case.situation.done))}
    kinds = case.procedure.vocabulary.pieces
    say = wording(language)
    found = [
        say(f"{kinds[code].fr} (version {told[code]})", f"{kinds[code].ar} (الصيغة {told[code]})")
        for code in _DRAFTS
        if code in told
    ]
    return found or [say(case.procedure.draft.fr, case.procedure.draft.ar)]


def note(case: Case, language: Language) -> list[str]:
    """Name the note of presentation, where it is attached."""
    if all(facts["piece"] != _NOTE for facts in newest(case.situation.done)):
        return []
    return [wording(language)("note de présentation", "مذكرة تقديم")]
