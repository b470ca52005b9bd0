"""What is wrong with a template, said in French to whoever wrote it."""

import re

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

_FIELD = re.compile(r"'([^']+)' is undefined|has no attribute '([^']+)'")
_MARKUP = re.compile(r"<[^>]+>")
_SHOWN = 120


class BadTemplate(ValueError):
    """A template that cannot be filled, with the sentence that says why."""


def misplaced(near: str = "") -> BadTemplate:
    """Say that a tag stands where it would break the page; `near` is the tag, where it is known."""
    said = f" : « {near[:_SHOWN]} »" if near else ""
    return BadTemplate(f"Le modèle ne peut pas être rempli : une balise y est mal placée{said}.")


def in_french(error: TemplateError, source: str = "") -> str:
    """Word a fault that Jinja found; `source` is the XML it was found in, one paragraph a line."""
    message = error.message or ""
    if isinstance(error, SecurityError):
        return "Le modèle contient une opération interdite : seuls les champs, « if » et « for » y ont leur place."
    if isinstance(error, UndefinedError):
        found = _FIELD.search(message)
        name = (found[1] or found[2]) if found else message
        return f"Champ inconnu : {name}"
    if isinstance(error, TemplateSyntaxError):
        first = max(error.lineno - 4, 0)
        lines = [_MARKUP.sub("", line) for line in source.split("\n")[first : first + 7]]
        near = " ".join("".join(lines).split())[:_SHOWN]
        return f"Une balise du modèle est mal écrite, près de « {near} » ({message})"
    return "Le modèle ne peut pas être rempli."
