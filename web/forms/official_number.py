"""An official number typed by a person: one that looks reversed is asked about, never turned round in silence."""

from flask import request
from flask_babel import gettext as _

from workflow.language.official_numbers import proposal


def read_number(name: str) -> str:
    """Give what was typed, or the other reading if the person took it."""
    return request.form.get(f"{name}_taken") or request.form.get(name, "")


def question(name: str, typed: str) -> str | None:
    """Ask whether the number is reversed, unless the person said to keep it as it is."""
    other = proposal(typed)
    if other is None or request.form.get(f"{name}_kept") == typed:
        return None
    return str(_("Ce numéro semble écrit à l’envers : %(other)s ?", other=other))
