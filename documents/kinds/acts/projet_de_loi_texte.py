"""The text of a bill: title, divisions and articles; its visas belong to the dahir, and nobody signs it."""

from functools import cache

from documents.kind import Kind
from documents.kinds.acts.act_fields import LAW
from documents.kinds.acts.act_page import law_page
from documents.kinds.acts.acts import of_law
from documents.language import Language


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    return law_page(language)


KIND = Kind("projet_de_loi_texte", of_law, template, LAW)
