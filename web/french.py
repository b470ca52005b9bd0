"""The words of the interface as they stand in the code, which are French: there is no catalogue to look them up in."""

from babel.support import NullTranslations
from flask_babel import Babel, Domain


class _Words(NullTranslations):
    def ungettext(self, singular: str, plural: str, num: int) -> str:
        """Choose as French does, where what is none or one is singular: "0 texte"."""
        return plural if num > 1 else singular


class _French(Domain):
    def get_translations(self) -> NullTranslations:
        """Give the words, whatever the language of the request."""
        return _WORDS


class French(Babel):
    """Gives pages and code the words of the interface, by their number."""

    @property
    def domain_instance(self) -> Domain:
        """Give what looks words up."""
        return _French()


_WORDS = _Words()
