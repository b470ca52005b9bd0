"""Which language a line is in, told from its letters, and a bilingual file taken apart into its two drafts."""

import re
from collections.abc import Sequence

from workflow.articles.markers import marker
from workflow.articles.quotations import quoted
from workflow.articles.word_file import Line

FRENCH = "fr"
ARABIC = "ar"
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufefc]")
_LATIN_LETTER = re.compile("[A-Za-zÀ-ÿŒœ]")


def language_of(words: str) -> str | None:
    """Tell the language that most letters belong to; None without letters."""
    arabic, latin = len(_ARABIC_LETTER.findall(words)), len(_LATIN_LETTER.findall(words))
    if not arabic and not latin:
        return None
    return ARABIC if arabic >= latin else FRENCH


def by_language(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """Give the lines of each draft in a file: one draft, unless both languages have articles of their own.

    Two columns of a table, or one language after the other, are the same to it: each line goes where its letters say,
    and one without letters where the line before it went.
    """
    apart = [part for line in lines for part in _columns(line)]
    sides: dict[str, list[Line]] = {FRENCH: [], ARABIC: []}
    now = language_of(" ".join(line.words for line in apart[:3])) or FRENCH
    for line in apart:
        now = language_of(line.words) or now
        sides[now].append(line)
    if all(_has_articles(side) for side in sides.values()):
        first = language_of(apart[0].words) or FRENCH
        return sorted(sides.items(), key=lambda side: side[0] != first)
    return [(language_of("\n".join(line.words for line in lines)) or FRENCH, list(lines))]


def _columns(line: Line) -> list[Line]:
    """Take apart a line whose halves, set apart by a tab, are in two languages."""
    parts = [part for part in line.words.split("\t") if part]
    languages = {language_of(part) for part in parts}
    if not {FRENCH, ARABIC} <= languages:
        return [line]
    return [Line(part, line.place, line.style) for part in parts]


def _has_articles(lines: Sequence[Line]) -> bool:
    told = zip(lines, quoted([line.words for line in lines]), strict=True)
    found = (marker(line.words) for line, is_quoted in told if not is_quoted)
    return any(each is not None and each.level in ("article", "فصل") for each in found)
