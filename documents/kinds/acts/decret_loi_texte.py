"""The text of a decree-law: Constitution, art. 81, and the agreement of the committees of both Chambers."""

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


KIND = Kind("decret_loi_texte", of_regulation, template, REGULATION)
