"""The texts of application that a person confirms among those proposed: reworded or not, with a day or none."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from flask import request
from flask_babel import gettext as _

from web.forms.dates import DateParts
from workflow.language.legible import illegible, one_line
from workflow.relations.citations import CITATION
from workflow.relations.owed_texts import Proposal


@dataclass(frozen=True)
class OwedLine:
    """A proposal as it is shown and typed; `key` names its fields, and stays while others are confirmed."""

    proposal: Proposal
    key: str
    is_ticked: bool
    citation: str
    due: DateParts
    wrong: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether it can be recorded, or is not to be."""
        return not self.is_ticked or not (self.wrong or self.due.error)

    @property
    def confirmed(self) -> Proposal:
        """The proposal as the person words it."""
        due_on = self.due.value.last_day if self.due.value else None
        return replace(self.proposal, citation=self.citation, due_on=due_on)


def owed_lines(proposals: Iterable[Proposal]) -> list[OwedLine]:
    """Give the proposals as they are first shown: none of them ticked."""
    return [
        OwedLine(each, key := _key(each), is_ticked=False, citation=each.citation, due=DateParts(f"due-{key}"))
        for each in proposals
    ]


def typed_lines(proposals: Iterable[Proposal]) -> list[OwedLine]:
    """Give the proposals as they were sent."""
    return [_typed(line) for line in owed_lines(proposals)]


def _typed(line: OwedLine) -> OwedLine:
    citation = one_line(request.form.get(f"citation-{line.key}", line.citation))
    wrong = "" if citation else str(_("Écrivez comment ce texte est désigné."))
    wrong = wrong or illegible(citation) or ""
    if len(citation) > CITATION:
        wrong = str(_("Cinq cents caractères au plus."))
    is_ticked = bool(request.form.get(f"owe-{line.key}"))
    return replace(line, is_ticked=is_ticked, citation=citation, due=DateParts.read(line.due.name), wrong=wrong)


def _key(proposal: Proposal) -> str:
    return sha256(f"{proposal.article}|{proposal.citation}".encode()).hexdigest()[:12]
