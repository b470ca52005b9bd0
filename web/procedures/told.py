"""What the page of a procedure tells: its phases with their names and anchors, and the words of its deadlines."""

import re
from functools import cache
from types import SimpleNamespace
from typing import Any

from flask_babel import gettext
from markupsafe import Markup, escape

from workflow.language.typography import typeset
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.model import Procedure
from workflow.rulebook.by_phase import Stretch, extension_fr, recorders, stretches
from workflow.rulebook.deadline_words import ONLY_IF, conditions_of, terms_fr
from workflow.rulebook.diagram import Sheet, latest_basis_fr, law_fr, length_fr
from workflow.rulebook.files import procedures


def page_of(procedure: Procedure) -> dict[str, Any]:
    """Give what the page of a version of a procedure is drawn from."""
    sheet, told = _told(procedure.kind, procedure.version)
    return {
        "procedure": procedure,
        "sheet": sheet,
        "told": told,
        "names": [_name(each) for each in told],
        "anchors": [f"phase-{number}" for number, _each in enumerate(told, start=1)],
        "recorders": recorders(sheet),
        "words": _WORDS,
    }


@cache
def _told(kind: str, version: str) -> tuple[Sheet, list[Stretch]]:
    """Tell a version of a procedure once: while the server runs, its files do not change."""
    sheet = Sheet(procedures()[kind].at(version))
    return sheet, stretches(sheet)


def shown_fr(procedure: Procedure, rule: DeadlineRule) -> str:
    """Say of a deadline what has to be seen beside its length: to what alone it applies, what extends it, silence."""
    answers = [said for about, said in conditions_of(procedure, rule) if about == ONLY_IF]
    silence = "le silence vaut réponse" if rule.tacit else ""
    return " ; ".join(filter(None, (*answers, extension_fr(rule), silence)))


def whole_numbers(words: str) -> Markup:
    """Write words in which no line ends inside the number of an act, "065-13"."""
    return Markup(_NUMBER.sub(r"<bdi>\g<0></bdi>", str(escape(typeset(words)))))  # noqa: S704 - escaped


_NUMBER = re.compile(r"\d+(?:-\d+)+")
_WORDS = SimpleNamespace(
    length_fr=length_fr,
    latest_basis_fr=latest_basis_fr,
    law_fr=law_fr,
    terms_fr=terms_fr,
    shown_fr=shown_fr,
    whole_numbers=whole_numbers,
)


def _name(stretch: Stretch) -> str:
    if stretch.phase is None:
        return str(gettext("Dans plusieurs phases"))
    return f"{stretch.rank}. {stretch.phase.label_fr}" if stretch.rank else stretch.phase.label_fr
