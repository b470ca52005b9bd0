"""What another source says of a step: recorded beside what is retained, or retained in its place."""

from dataclasses import dataclass, field
from datetime import date

from flask import request
from flask_babel import gettext as _

from models import PartialDate
from web.forms.dates import DateParts
from web.forms.typed_again import Typed, date_words
from workflow.history.facts import LINE, Facts, too_long
from workflow.history.fold import Done
from workflow.language.legible import illegible, one_line
from workflow.sentences.sources import Conflict, Version, conflicts_of, retain, versions

OWN, OTHER = "own", "other"


@dataclass
class DisputeForm:
    """The sources known to disagree, one more if there is one, and which is retained."""

    known: list[Version]
    on: DateParts
    value: str = ""
    source: str = ""
    retained: str = OWN
    withdrawn: frozenset[str] = frozenset()
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def blank(cls, done: Done) -> "DisputeForm":
        """Show what is known."""
        return cls(versions(done), DateParts("other_on"))

    @classmethod
    def read(cls, done: Done, today: date) -> "DisputeForm":
        """Read what was sent."""
        form = cls(
            versions(done),
            DateParts.read("other_on").not_after(today),
            value=_line("other_value"),
            source=_line("other_source"),
            retained=request.form.get("retained", OWN),
            withdrawn=frozenset(request.form.getlist("withdrawn")),
        )
        form._complain()
        return form

    def _complain(self) -> None:
        says = bool(self.on.value or self.value)
        if self.on.error:
            self.errors["other_on"] = self.on.error
        elif self.source and not says:
            self.errors["other_on"] = "Dites ce que dit cette source."
        if says and not self.source:
            self.errors["other_source"] = "Dites quelle source le dit."
        for name, words in (("other_value", self.value), ("other_source", self.source)):
            if wrong := illegible(words) or too_long(words, LINE):
                self.errors[name] = wrong
        if self.retained != OWN and self._chosen_date is None:
            self.errors["retained"] = "Il n’y a pas de date à retenir de cette source."

    @property
    def _chosen_date(self) -> PartialDate | None:
        if self.retained == OTHER:
            return self.on.value
        others = {str(place): version.on for place, version in enumerate(self.known[1:])}
        return others.get(self.retained) if self.retained not in self.withdrawn else None

    def settle(self, done: Done, on: PartialDate | None, facts: Facts) -> tuple[PartialDate | None, Facts]:
        """Give the date and the facts to record, with every source and the retained one in its place."""
        before = conflicts_of(done.facts)
        kept = {str(place): each for place, each in enumerate(before) if str(place) not in self.withdrawn}
        if other := self._other():
            kept[OTHER] = other
        if list(kept.values()) == before and self.retained == OWN:
            return on, facts
        source = {"source": done.facts["source"]} if done.facts.get("source") else {}
        settled = facts | source | {"conflicts": list(kept.values())}
        return retain(list(kept).index(self.retained), on, settled) if self.retained in kept else (on, settled)

    def _other(self) -> Conflict | None:
        if not self.source:
            return None
        told = {"value": str(self.on.value), "note": self.value} if self.on.value else {"value": self.value}
        return {name: words for name, words in (told | {"source": self.source}).items() if words}


def other_source_in_words() -> Typed:
    """Word what was typed of another source."""
    told = [
        (str(_("Une autre date")), date_words(DateParts.read("other_on"))),
        (str(_("Ou autre chose")), _line("other_value")),
        (str(_("Quelle source le dit")), _line("other_source")),
    ]
    return [(label, words) for label, words in told if words]


def _line(name: str) -> str:
    return one_line(request.form.get(name, ""))
