"""The XML of a part made readable by Jinja: tags whole, loops out of the rows and paragraphs that only hold them."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import cast

from docx.opc.oxml import parse_xml
from docxtpl import DocxTemplate
from lxml import etree

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_MARKS = re.compile("[\u200b-\u200f\u2066-\u2069\u202a-\u202e]")
_FRENCH_QUOTES = re.compile("«[\\s\u00a0\u202f]*(.*?)[\\s\u00a0\u202f]*»")
# Jinja would cut blanks beside such a tag; cut here, so that what is set beside it is what will be printed.
_CUT_BEFORE, _CUT_AFTER = re.compile(r"\s*\{\{-"), re.compile(r"-\}\}\s*")
# A tag while words are worked on: characters of private use that no text holds, with its number between.
MASK = re.compile("\ue000(\\d+)\ue001")


def patched(xml: str) -> str:
    """Put together tags that Word cut into runs, undo its corrections inside them, and hoist those of rows.

    The rewriting is docxtpl's, whose rules (`{%p`, `{%tr`, `{%tc`, `{%r`, `colspan`, `vm`) templates are written in.
    """
    unmarked = TAG.sub(lambda tag: _MARKS.sub("", tag[0]), xml)
    made = TAG.sub(lambda tag: _FRENCH_QUOTES.sub(r'"\1"', tag[0]), cast("str", _rewriting().patch_xml(unmarked)))
    return _CUT_AFTER.sub("}}", _CUT_BEFORE.sub("{{", made))


def between_tags(xml: str, change: Callable[[str], str]) -> str:
    """Change what stands between the tags, each of which is one masked character for `change`."""
    tags: list[str] = []

    def mask(tag: re.Match[str]) -> str:
        tags.append(tag[0])
        return f"\ue000{len(tags) - 1}\ue001"

    return MASK.sub(lambda masked: tags[int(masked[1])], change(TAG.sub(mask, xml)))


def with_breaks(xml: str) -> str:
    """Turn the tabs and line breaks that stand inside words into Word's own."""
    return cast("str", _rewriting().resolve_listing(xml))


def with_grids(xml: str) -> str:
    """Give each table as many columns as its longest row has cells."""
    return cast("str", etree.tostring(_rewriting().fix_tables(xml), encoding="unicode"))


def read(part: bytes) -> str:
    """Give the XML of a part without its declaration; raise SyntaxError where it is none."""
    return cast("str", etree.tostring(parse_xml(cast("str", part)), encoding="unicode"))


def _rewriting() -> DocxTemplate:
    return DocxTemplate(BytesIO())
