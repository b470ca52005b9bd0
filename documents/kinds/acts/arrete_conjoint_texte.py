"""The text of a joint order: one line, and one signature, for each of its authors."""

from functools import cache

from documents.kind import Kind
from documents.kinds.acts.act_fields import REGULATION
from documents.kinds.acts.act_page import regulation_page
from documents.kinds.acts.acts import of_regulation
from documents.language import Language


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    return regulation_page(language, joint=True)


KIND = Kind("arrete_conjoint_texte", of_regulation, template, REGULATION)
