"""How a mail names a text, and leads to its page."""

from models import LegalText


def title_of(text: LegalText) -> str:
    """Give the title on one line."""
    return " ".join(text.title_fr.split())


def address_of(text: LegalText, base_url: str) -> str:
    """Give the address of the page of a text."""
    return f"{base_url.rstrip('/')}/texts/{text.id}"
