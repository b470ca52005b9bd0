"""Templates tried on a real text, before they are put in service: a Word file that is marked so, and is not kept."""

from dataclasses import dataclass
from datetime import date, datetime

from documents.case import Case, Letterhead
from documents.checking.trial import fill_on_trial
from documents.engine.properties import Properties
from documents.kind import Fields
from documents.kinds.follow_up.tableau import Production
from documents.language import CODES, Language
from documents.produce import Issue, author, fields_of
from documents.templates import Template, owned
from workflow.reports.production import ProductionTable

_MARK = "ESSAI"
_SUBJECT = "Essai d’un modèle : document non conservé"


@dataclass(frozen=True)
class Tried:
    """A paper made on trial, and the name of its file, which says so."""

    content: bytes
    name: str


@dataclass(frozen=True)
class Trial:
    """What is tried: a template of a kind of paper, in a language, at a moment."""

    template: Template
    kind: str
    language: Language
    at: datetime

    def on_text(self, case: Case) -> Tried:
        """Make a paper of a text; raise BadTemplate."""
        fields = owned(self.kind).context(case, self.language) | fields_of(Issue(self.language))
        title = case.title_ar if self.language == "ar" and case.title_ar else case.title_fr
        return self._made(fields, case.letterhead, case.on, title)

    def on_table(self, table: ProductionTable, letterhead: Letterhead) -> Tried:
        """Make the table of a day; raise BadTemplate."""
        fields = owned(self.kind).context(Production(table, letterhead), self.language)
        return self._made(fields, letterhead, table.on)

    def _made(self, fields: Fields, letterhead: Letterhead, on: date, title: str = "") -> Tried:
        label = owned(self.kind).label(self.language)
        properties = Properties(
            title=" – ".join(filter(None, (_MARK, label, title))), subject=_SUBJECT,
            author=author(letterhead, self.language), keywords=_MARK, at=self.at, language=CODES[self.language],
        )  # fmt: skip
        content = fill_on_trial(self.template.content, fields, properties)
        return Tried(content, f"{_MARK}_{on.isoformat()}_{self.template.file_name(self.kind, self.language)}")
