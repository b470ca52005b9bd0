"""The comparative table of two or three versions: what each says of itself, and what becomes of each part, in words.

It fills no template: its rows are runs of words struck and added, which no tag can hold.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from documents.kinds.tables.tableau_comparatif_page import Column, Look, Part, draw
from workflow.articles.comparison import Cell, Row, Verdict
from workflow.articles.pairing import ANNEXES, ARTICLE, CLOSING, PREAMBLE, TITLE, Unit
from workflow.articles.structure import LEVELS
from workflow.articles.wording import Fate, Piece, as_is
from workflow.calendar.words import day_ar, day_fr

ARABIC = "ar"
_WORDS = {
    "fr": {
        "name": "Tableau comparatif",
        "legend": "Les mots supprimés sont rayés ; les mots ajoutés sont [en gras, entre crochets]. "
        "La ponctuation seule n’est pas comparée.",
        "same": "Aucune différence.",
        "absent": "Ne figure pas",
        "fate": "Ce qui change",
        "colon": " : ",
        "page": "Page",
        TITLE: "Intitulé",
        PREAMBLE: "Préambule et visas",
        CLOSING: "Formule finale",
        ANNEXES: "Annexes",
    },
    "ar": {
        "name": "جدول مقارن",
        "legend": "الكلمات المحذوفة مشطوبة، والكلمات المضافة [بخط غليظ بين معقوفتين]. ولا تقارن علامات الترقيم وحدها.",
        "same": "لا فرق بين النصوص.",
        "absent": "غير وارد",
        "fate": "التغيير",
        "colon": ": ",
        "page": "الصفحة",
        TITLE: "العنوان",
        PREAMBLE: "الديباجة والبناءات",
        CLOSING: "الصيغة الختامية",
        ANNEXES: "الملاحق",
    },
}
# Nouns, which agree with no article, chapter or section.
_VERDICTS = {
    "fr": {
        Verdict.UNCHANGED: "Sans changement", Verdict.CHANGED: "Modification", Verdict.ADDED: "Ajout",
        Verdict.REMOVED: "Suppression", Verdict.MOVED: "Déplacement", Verdict.RENUMBERED: "Nouveau numéro",
        Verdict.SPLIT: "Ajout, issu de", Verdict.MERGED: "Suppression, avec reprise dans",
    },
    "ar": {
        Verdict.UNCHANGED: "بدون تغيير", Verdict.CHANGED: "تعديل", Verdict.ADDED: "إضافة", Verdict.REMOVED: "حذف",
        Verdict.MOVED: "تغيير الموضع", Verdict.RENUMBERED: "رقم جديد", Verdict.SPLIT: "إضافة، مقتطعة من",
        Verdict.MERGED: "حذف، مع الإدماج في",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Comparative:
    """A comparison, and how its text and its versions are called; `versions` are as many as the columns of `rows`."""

    language: str
    text: str
    versions: tuple[str, ...]
    rows: tuple[Row, ...]
    on: date

    @property
    def name(self) -> str:
        """What the paper is called in its language."""
        return _WORDS[self.language]["name"]


def make_comparison(comparative: Comparative, *, at: datetime, author: str) -> bytes:
    """Make the comparative table as a Word file, landscape, from right to left for an Arabic text.

    Raise ValueError where the names of the versions are not as many as the versions.
    """
    if any(len(row.cells) != len(comparative.versions) - 1 for row in comparative.rows):
        raise ValueError("Chaque version comparée doit avoir un nom.")
    say = _WORDS[comparative.language]
    look = Look(
        "ar" if comparative.language == ARABIC else "fr",
        comparative.name,
        comparative.text,
        _under(comparative),
        say["legend"],
        say["page"],
    )
    columns = [*comparative.versions, say["fate"]]
    return draw(look, columns, _parts(comparative), at=at, author=author)


def comparison_name(on: date, language: str) -> str:
    """Name the file: "2018-03-12_tableau_comparatif_ar.docx"."""
    return f"{on.isoformat()}_tableau_comparatif_{language}.docx"


def fate_in_words(cell: Cell, language: str, *, in_base: bool = True) -> list[str]:
    """Say what becomes of a part, one sentence a line; `in_base` is whether the first version has it."""
    say = _WORDS[language]
    if cell.unit is None and not in_base:
        return [say["absent"]]
    told = [verdict for verdict in Verdict if verdict in cell.verdicts]
    return [_with_other(verdict, cell, language) for verdict in told]


def _with_other(verdict: Verdict, cell: Cell, language: str) -> str:
    words = _VERDICTS[language][verdict]
    if verdict is Verdict.RENUMBERED and cell.unit:
        return f"{words}{_WORDS[language]['colon']}{cell.unit.label}"
    return f"{words}{_WORDS[language]['colon']}{cell.other}" if cell.other else words


def _under(comparative: Comparative) -> str:
    """Count what each version does to the articles."""
    lines = [_counted(comparative, place) for place in range(len(comparative.versions) - 1)]
    when = day_ar(comparative.on) if comparative.language == ARABIC else day_fr(comparative.on)
    return " – ".join([when, *lines])


def _counted(comparative: Comparative, place: int) -> str:
    language = comparative.language
    articles = [row for row in comparative.rows if row.kind == ARTICLE]
    found = Counter(v for row in articles for v in row.cells[place].verdicts if row.base or row.cells[place].unit)
    colon = _WORDS[language]["colon"]
    counts = [f"{_VERDICTS[language][verdict]}{colon}{found[verdict]}" for verdict in Verdict if found[verdict]]
    return f"{comparative.versions[place + 1]} ({'، '.join(counts) if language == ARABIC else ', '.join(counts)})"


def _parts(comparative: Comparative) -> Iterator[Part]:
    for row in comparative.rows:
        if row.kind in LEVELS and row.base and not row.is_changed:
            yield Part(across=" – ".join(filter(None, (row.base.label, *row.base.paragraphs))))
            continue
        base = Column(Piece(Fate.SAME, part_label(row.base, comparative.language)), _words(row.base))
        yield Part((base, *(_column(row, cell, comparative.language) for cell in row.cells)), _fates(row, comparative))


def _column(row: Row, cell: Cell, language: str) -> Column:
    fate = Fate.SAME if cell.unit and row.base else Fate.ADDED if cell.unit else Fate.STRUCK
    return Column(Piece(fate, part_label(cell.unit or row.base, language)), cell.paragraphs)


def _words(unit: Unit | None) -> tuple[tuple[Piece, ...], ...]:
    return as_is(unit.paragraphs) if unit else ()


def _fates(row: Row, comparative: Comparative) -> tuple[str, ...]:
    """Say what each version does to a part, naming the version where they do not do the same."""
    language, in_base = comparative.language, row.base is not None
    told = ["\n".join(fate_in_words(cell, language, in_base=in_base)) for cell in row.cells]
    if len(set(told)) == 1:
        return (told[0],)
    colon = _WORDS[language]["colon"]
    return tuple(f"{version}{colon}{words}" for version, words in zip(comparative.versions[1:], told, strict=True))


def part_label(unit: Unit | None, language: str) -> str:
    """Say how a part is called: an article and a division as it is written, what stands around them by its name."""
    return _WORDS[language].get(unit.kind, unit.label) if unit else ""
