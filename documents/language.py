"""The two languages of papers: which one words are in, and that a page written in one is not given the other."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from docx.blkcntnr import BlockItemContainer
from docx.document import Document as Page

Language = Literal["fr", "ar"]
LANGUAGES: tuple[Language, ...] = ("fr", "ar")
NAMES: dict[Language, str] = {"fr": "français", "ar": "العربية"}
# How French says in which one a thing is.
IN_FR: Mapping[str, str] = {"fr": "en français", "ar": "en arabe"}
# What Word files say of themselves and of each run.
CODES: dict[Language, str] = {"fr": "fr-MA", "ar": "ar-MA"}
TAGS = re.compile(r"(\{[{%].*?[}%]\})")
_LETTERS: dict[Language, re.Pattern[str]] = {
    "fr": re.compile("[A-Za-zÀ-ÖØ-öø-ÿ]"),
    "ar": re.compile("[\u0621-\u064a]"),
}


class MixedLanguages(ValueError):
    """Words of one language, given to a page or a style of the other."""


class French(str):
    """Words in French, or a tag that gives some, wherever they stand."""

    __slots__ = ()


class Arabic(str):
    """Words in Arabic, or a tag that gives some, wherever they stand."""

    __slots__ = ()


def wording(language: Language) -> Callable[[str, str], str]:
    """Give the function that takes the French and the Arabic words of one thing, and gives those of `language`."""
    return lambda french, arabic: arabic if language == "ar" else french


def language_of(container: BlockItemContainer | Page) -> Language:
    """Give the language of the page on which a paragraph or a cell stands: that of its section."""
    document: Any = container.part.element
    return "ar" if document.xpath("w:body/w:sectPr/w:bidi") else "fr"


def language_of_words(words: str, page: Language) -> Language:
    """Give the language in which to set words: that of the page, unless they are marked as French or as Arabic.

    Raises MixedLanguages when what stands between their tags has letters of the other language.
    """
    language: Language = "fr" if isinstance(words, French) else "ar" if isinstance(words, Arabic) else page
    literals = TAGS.sub("", words)
    if _LETTERS["fr" if language == "ar" else "ar"].search(literals):
        raise MixedLanguages(f"« {words} » est donné à une page ou à un style de l’autre langue ({language}).")
    return language
