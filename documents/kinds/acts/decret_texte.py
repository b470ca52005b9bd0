"""The text of a decree: visas, deliberation, articles, execution, signature and countersignatures."""

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


KIND = Kind("decret_texte", of_regulation, template, REGULATION)
