"""What stands around the articles of a text: title, visas, closing formula, annexes, table of contents."""

import re

from workflow.articles.markers import fold

_ACT = re.compile(
    r"(?:avant[ \-])?(?:projet|proposition) de (?:loi|decret|dahir)|projet d arrete|projet d.arrete|loi\b|decret\b|"
    r"decret-loi|dahir\b|arrete\b(?!\s*:)|decision\b|"
    r"(?:مشروع|مقترح|مسودة) (?:ال)?(?:قانون|مرسوم|قرار|ظهير)|(?:قانون|مرسوم|ظهير|قرار|مقرر)(?!\w)"
)
# Where a title ends: issuer, visas, preamble, enacting formula.
_AFTER_TITLE = re.compile(
    r"vu\b|considerant|sur proposition|sur le rapport|apres (?:avis|deliberation|examen)|preambule|expose des motifs|"
    r"(?:le|la|les) (?:chef|ministres?|premier ministre|secretaire)\b|decrete|arrete(?:nt)?\s*:|a decide|louange|"
    r"بناء على|و?على |وباقتراح|باقتراح|وبعد|بعد|و?رييس الحكومة|و?الوزير|و?وزيرة?\b|ديباجة|رسم|قرر|الحمد|مذكرة|بيان"
)
_CLOSING = re.compile(
    r"fait a \w.{0,40}\ble\b|[^\W\d_][\w' \-]{1,30}, le [\s(]*(?:\d|\.|…|[a-z]+ \d)|pour contreseing|"
    r"و?حرر ب|الامضاء|و?وقعه بالعطف|خاتم صاحب"
)
_SIGNER = re.compile(
    r"(?:le|la|l.) (?:chef du gouvernement|ministre|premier ministre|wali|president)|و?رييس الحكومة|و?وزيرة?\b|و?الوزير"
)
_ANNEX = re.compile(r"annexes?\s*(?:$|[:.\-]|n\W|[ivx\d]+\b|a l|a la|au\b|du\b)|(?:ال)?(?:ملحق|ملاحق|ملحقات)(?!\w)")
_LONGEST_ANNEX_HEADING = 160
_LONGEST_SIGNER = 160
_CONTENTS = re.compile(r"(?:\.{3,}|…+|\t)[\s.…]*\d{1,4}$")
_CONTENTS_HEADING = re.compile(r"(?:table des matieres|sommaire|(?:ال)?فهرس(?:ت)?|(?:جدول )?المحتويات)\s*:?$")
_CONTENTS_STYLE = re.compile(r"(?:toc|tm|table of contents|table des mati)")


def begins_title(words: str) -> bool:
    """Whether a line names an act: "Projet de loi n° …", "مشروع مرسوم رقم …"."""
    return _ACT.match(_folded(words)) is not None


def ends_title(words: str) -> bool:
    """Whether a line is after the title: issuer, visa, preamble or enacting formula."""
    return _AFTER_TITLE.match(_folded(words)) is not None


def closes(words: str, *, after_last_article: bool) -> bool:
    """Whether a line begins the closing formula; one that only names who signs does after the last article alone."""
    folded = _folded(words)
    if _CLOSING.match(folded):
        return True
    is_signer = len(words) <= _LONGEST_SIGNER and not words.endswith((".", ";", "؛", ":"))
    return after_last_article and is_signer and _SIGNER.match(folded) is not None


def begins_annex(words: str) -> bool:
    """Whether a line is the heading of an annex."""
    short = len(words) <= _LONGEST_ANNEX_HEADING and not words.endswith((".", ";", "؛"))
    return short and _ANNEX.match(_folded(words)) is not None


def is_contents(words: str, style: str) -> bool:
    """Whether a line belongs to a table of contents: leaders and the number of a page, or Word's own style."""
    return (
        _CONTENTS_STYLE.match(style) is not None
        or _CONTENTS.search(words) is not None
        or _CONTENTS_HEADING.match(_folded(words)) is not None
    )


def _folded(words: str) -> str:
    return fold(words[:_LONGEST_ANNEX_HEADING])[0].strip()
