"""The parts that every paper is made of: letterhead, titles, signature, footer."""

from collections.abc import Sequence

from docx.document import Document as Page
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Length

from documents import grids
from documents.paragraphs import Arabic, run, write

_EMBLEM = Cm(3)
_FIELD = '<w:fldSimple {} w:instr="{}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def letterhead(page: Page) -> None:
    """Add the timbre: French on the left, Arabic on the right, room for the emblem between."""
    side = Length((grids.width(page) - _EMBLEM) // 2)
    about = "En-tête : le ministère, la direction et la division, en français et en arabe"
    french, emblem, arabic = grids.cells(grids.add_row(grids.grid(page, about, (side, _EMBLEM, side))))
    grids.lines(french, "Entête gras", ("ROYAUME DU MAROC",))
    for name in ("{{ ministere|upper }}", "{{ direction }}", "{{ division }}"):
        write(french, name, "Entête")
    grids.lines(emblem, "Entête", ("",))
    names = ("المملكة المغربية", "{{ ministere_ar }}", "{{ direction_ar }}", "{{ division_ar }}")
    grids.lines(arabic, "Entête", [Arabic(name) for name in names])


def title(page: Page, words: str, arabic: str, *, under: str = "") -> None:
    """Add the title in both languages, and what goes under it."""
    write(page, words, "heading 1")
    write(page, arabic, "Titre arabe")
    if under:
        write(page, under, "Sous-titre")


def heading(page: Page, words: str) -> None:
    """Open a part of the paper."""
    write(page, words, "heading 2")


def reference(page: Page) -> None:
    """Add the number that the registry will give, and place and date."""
    paragraph = write(page, "N° ………………\t{{ ville }}, le ………………", "Référence")
    paragraph.paragraph_format.tab_stops.add_tab_stop(grids.width(page), WD_TAB_ALIGNMENT.RIGHT)


def choices(page: Page, labels: Sequence[str]) -> None:
    """Add boxes to tick by hand, side by side."""
    share = Length(grids.width(page) // len(labels))
    made = grids.grid(page, "Cases à cocher", [share] * len(labels))
    for cell, label in zip(grids.cells(grids.add_row(made)), labels, strict=True):
        grids.lines(cell, "Choix", (f"☐ {label}",))


def signature(page: Page, quality: str, beside: str) -> None:
    """Add who signs, with room to sign, and what stands beside on the left; never cut in two."""
    half = Length(grids.width(page) // 2)
    left, right = grids.cells(grids.add_row(grids.grid(page, "Date et signature", (half, half))))
    grids.lines(left, "Signature-date", (beside,))
    grids.lines(right, "Signature-qualité", (quality,))
    write(right, "………………………………", "Signature-nom")


def footer(page: Page) -> None:
    """Put at the foot of each page the file it belongs to, the day it tells of, and its number."""
    paragraph = page.sections[0].footer.paragraphs[0]
    paragraph.style = "footer"
    paragraph.paragraph_format.tab_stops.add_tab_stop(grids.width(page), WD_TAB_ALIGNMENT.RIGHT)
    reference = "{{ dossier }} – situation au {{ situation_le|date_longue }}\tPage "
    for words, field in ((reference, "PAGE"), (" / ", "NUMPAGES")):
        run(paragraph, words)
        paragraph._p.append(parse_xml(_FIELD.format(nsdecls("w"), field)))  # noqa: SLF001 - no API for fields
