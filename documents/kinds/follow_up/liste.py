"""A list of texts as it is shown on screen, for a meeting: the same texts, in the same order.

Fields: those of the letterhead, `situation_le`, `dossier`, `nombre` (how many, in words) and `lignes` (numero, nature,
intitule, intitule_ar, situation, detenteur, depuis, echeance, echeance_le, responsable).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from docx.document import Document as Page

from documents.case import Letterhead
from documents.engine.archive import packed
from documents.fields import of_letterhead, of_no_version
from documents.kind import Fields
from documents.language import Arabic
from documents.listed_texts import ListedText
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import tag, write
from models import PartialDate
from workflow.calendar.words import estimated_fr, partial_short_fr
from workflow.language.typography import DASH
from workflow.sentences.sentence import date_fr

NAME = "Liste de textes"
_NAME_AR = "لائحة النصوص"
_COLUMNS = (
    ("N° et nature", 2.8), ("Intitulé", 7.2), ("Situation", 6.1), ("Entre les mains de", 3.6),
    ("Prochaine échéance", 3.4), ("Responsable", 2.6),
)  # fmt: skip


@dataclass(frozen=True)
class TextList:
    """The texts, the day on which they are as told, and who tells it."""

    texts: Sequence[ListedText]
    on: date
    letterhead: Letterhead


def context(listed: TextList) -> Fields:
    """Tell the list."""
    count = len(listed.texts)
    return of_letterhead(listed.letterhead) | of_no_version() | {
        "dossier": NAME,
        "situation_le": listed.on,
        "nombre": "Aucun texte." if not count else "Un texte." if count == 1 else f"{count} textes.",
        "lignes": [_line(each) for each in listed.texts],
    }  # fmt: skip


def _line(each: ListedText) -> Fields:
    day = partial_short_fr(PartialDate.of(each.due_on)) if each.due_on else ""
    due = f"{estimated_fr(day) if each.is_estimated else day} – {each.nature}" if day else ""
    return {
        "numero": each.number or DASH, "nature": each.kind, "intitule": each.title_fr, "intitule_ar": each.title_ar,
        "situation": each.sentence, "detenteur": each.holder or DASH,
        "depuis": date_fr(each.since, "since") if each.holder and each.since else "",
        "echeance": each.due or DASH, "echeance_le": due, "responsable": each.responsible or DASH,
    }  # fmt: skip


@cache
def template() -> bytes:
    """Draw the page."""
    page = base("fr", landscape=True)
    layout.letterhead(page)
    layout.title(page, NAME, _NAME_AR, under="Situation au {{ situation_le|date_longue }}")
    write(page, "{{ nombre }}", "Note")
    _draw_table(page)
    layout.plain_footer(page)
    return packed(page)


def _draw_table(page: Page) -> None:
    made = grids.ruled(page, "Textes de la liste, dans son ordre", _COLUMNS)
    grids.tag_row(made, "for ligne in lignes")
    cells = grids.cells(grids.add_row(made))
    said = (("numero", "nature"), ("intitule", "intitule_ar"), ("situation",), ("detenteur", "depuis"),
            ("echeance", "echeance_le"), ("responsable",))  # fmt: skip
    for cell, (first, *second) in zip(cells, said, strict=True):
        grids.lines(cell, grids.CELL, (f"{{{{ ligne.{first} }}}}",))
        for name in second:
            words = f"{{{{ ligne.{name} }}}}"
            tag(cell, f"if ligne.{name}")
            write(cell, Arabic(words) if name == "intitule_ar" else words, grids.CELL)
            tag(cell, "endif")
    grids.tag_row(made, "endfor")
