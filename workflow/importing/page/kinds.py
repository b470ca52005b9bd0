"""The kind of a text, told by the first words of its title."""

import re

from workflow.importing.page.headings import Group
from workflow.importing.page.wording import fold

_NUMBERED = r"(?:n[°o]? ?[\d.-]+ )?"
# How the title of each kind begins, the narrower first; a title that none of them begins is of the kind of its group.
# Letters that carry a hamza are folded like accents.
_KINDS = (
    ("loi_organique", r"(?:projet de )?loi organique|(?:مشروع )?(?:ال)?قانون (?:ال)?تنظيمي"),
    ("loi_cadre", r"(?:projet de )?loi[ -]cadre|(?:مشروع )?(?:ال)?قانون[ -](?:ال)?اطار"),
    ("loi_de_finances", r"(?:projet de )?loi de finances|(?:مشروع )?قانون (?:ال)?مالية|(?:مشروع )?قانون التصفية"),
    ("proposition_de_loi_organique", r"proposition de loi organique|مقترح قانون تنظيمي"),
    ("proposition_de_loi", r"proposition de loi|مقترح قانون"),
    ("projet_de_loi", r"(?:projet de )?loi|(?:مشروع )?(?:ال)?قانون"),
    ("decret_loi", r"(?:projet de )?decret[ -]loi|(?:مشروع )?مرسوم بقانون"),
    (
        "decret_de_nomination",
        (
            r"(?:projet de )?decret (?:de nomination|"
            rf"{_NUMBERED}(?:du [^,;]{{0,60}} )?(?:portant nomination|nommant))|(?:مشروع )?مرسوم بتعيين"
        ),
    ),
    ("decret", r"(?:projet de )?decret|(?:مشروع )?(?:ال)?مرسوم"),
    (
        "arrete_conjoint",
        (
            rf"(?:projet d')?arrete {_NUMBERED}(?:(?:inter)?ministeriel )?(?:conjoint|interministeriel)|"
            r"(?:مشروع )?قرار (?:وزاري )?مشترك"
        ),
    ),
    (
        "arrete_du_chef_du_gouvernement",
        (
            rf"(?:projet d')?arrete {_NUMBERED}(?:du |de la |de )(?:cheff?e? du gouvernement|premier ministre)|"
            r"(?:مشروع )?قرار ل?رييس الحكومة"
        ),
    ),
    ("arrete", r"(?:projet d')?arrete|(?:مشروع )?(?:ال)?قرار"),
)
_PROMULGATING = re.compile(r"(?:dahir\b.{0,120}?\bpromulgation de la|ظهير\b.{0,120}?\bبتنفيذ) ?(?=loi|(?:ال)?قانون)")


def promulgates(title: str) -> int:
    """Give the place where a dahir of promulgation names its law, 0 for the title of any other text."""
    found = _PROMULGATING.match(fold(title))
    return found.end() if found else 0


def kind_of_title(title: str, group: Group) -> str:
    """Name the kind of a text by the first words of its title: a dahir of promulgation is of the kind of its law."""
    folded = re.sub(r"^avant-", "", fold(title)[promulgates(title) :])
    return next((kind for kind, pattern in _KINDS if re.match(rf"(?:{pattern})\b", folded)), group.kind)
