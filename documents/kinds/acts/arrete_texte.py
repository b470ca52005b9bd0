"""The text of an order of the minister, or of the Head of Government."""

from functools import cache

from documents.kind import Kind
from documents.kinds.acts.act_fields import REGULATION
from documents.kinds.acts.act_page import regulation_page
from documents.kinds.acts.acts import of_regulation
from documents.language import Language


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    return regulation_page(language)


KIND = Kind("arrete_texte", of_regulation, template, REGULATION)
