"""The parts that every paper is made of: letterhead, titles, signature, footer."""

from collections.abc import Sequence
from io import BytesIO

from docx.blkcntnr import BlockItemContainer
from docx.document import Document as Page
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Length

from documents.language import CODES, Arabic, French, Language, language_of, wording
from documents.page import grids
from documents.page.paragraphs import run, tag, tag_language, write
from documents.page.roles import in_language
from documents.verification import placeholder

_EMBLEM = Cm(3)
# The side of the picture that verifies a paper, and what keeps the words away from it.
_PICTURE = Cm(1.6)
_LOW = Cm(0.8)
_MINISTRY_FR = ("{{ ministere|upper }}", "{{ direction }}", "{{ division }}")
_MINISTRY_AR = ("{{ ministere_ar }}", "{{ direction_ar }}", "{{ division_ar }}")
_FIELD = '<w:fldSimple {} w:instr="{}"><w:r><w:rPr>{}</w:rPr><w:t>1</w:t></w:r></w:fldSimple>'
_LANGUAGE: dict[Language, str] = {
    "fr": f'<w:lang w:val="{CODES["fr"]}"/>',
    "ar": f'<w:rtl/><w:lang w:bidi="{CODES["ar"]}"/>',
}


def letterhead(page: Page, issuer: tuple[str, str] | None = None) -> None:
    """Add the timbre: French on the left, Arabic on the right, room for the emblem between.

    The table of an Arabic page runs from right to left: its first cell is the one on the right. The issuer is the
    ministry, its direction and its division, or another one given in both languages. A low paragraph stands before the
    table: LibreOffice would put one as high as a line there, once a comment stands anywhere in the paper.
    """
    write(page, "", "Intervalle")
    side = Length((grids.width(page) - _EMBLEM) // 2)
    is_arabic = language_of(page) == "ar"
    ministry = wording(language_of(page))(
        "En-tête : le ministère, la direction et la division, en français et en arabe",
        "الترويسة: الوزارة والمديرية والقسم، بالعربية وبالفرنسية",
    )
    other = wording(language_of(page))(
        "En-tête : l’autorité qui signe, en français et en arabe", "الترويسة: السلطة الموقعة، بالعربية وبالفرنسية"
    )
    about = other if issuer else ministry
    in_french, in_arabic = ((issuer[0],), (issuer[1],)) if issuer else (_MINISTRY_FR, _MINISTRY_AR)
    first, emblem, last = grids.cells(grids.add_row(grids.grid(page, about, (side, _EMBLEM, side))))
    french, arabic = (last, first) if is_arabic else (first, last)
    grids.lines(french, "Entête gras", (French("ROYAUME DU MAROC"),))
    for name in in_french:
        write(french, French(name), "Entête")
    grids.lines(emblem, "Entête", ("",))
    grids.lines(arabic, "Entête gras" if is_arabic else "Entête", (Arabic("المملكة المغربية"),))
    for name in in_arabic:
        write(arabic, Arabic(name), "Entête")


def title(page: Page, french: str, arabic: str, *, under: str = "") -> None:
    """Add the title, on a French page in both languages, and what goes under it."""
    if language_of(page) == "ar":
        write(page, arabic, "heading 1")
    else:
        write(page, french, "heading 1")
        write(page, Arabic(arabic), "Titre")
    if under:
        write(page, under, "Sous-titre")


def heading(page: Page, words: str, *, opens_page: bool = False) -> None:
    """Open a part of the paper, on a new page if it has to."""
    write(page, words, "heading 2").paragraph_format.page_break_before = opens_page or None


def reference(page: Page) -> None:
    """Add the number that the registry will give, and place and date on the far side."""
    say = wording(language_of(page))
    words = say("N° ………………\t{{ ville }}, le ………………", "رقم: ………………\t{{ ville }} في ………………")
    write(page, words, "Référence")


def choices(page: Page, about: str, labels: Sequence[str]) -> None:
    """Add boxes to tick by hand, side by side."""
    share = Length(grids.width(page) // len(labels))
    made = grids.grid(page, about, [share] * len(labels))
    for cell, label in zip(grids.cells(grids.add_row(made)), labels, strict=True):
        grids.lines(cell, "Choix", (f"☐ {label}",))


def signature(
    page: Page,
    quality: str,
    beside: str,
    *,
    under: str = "",
    formula: str = "",
    name: str = "………………………………",
    beside_style: str = "Signature-date",
) -> None:
    """Add who signs, with room to sign above `name`, on the far side, and `under` what stands beside; never cut in two.

    `formula` names the field that holds the formula of delegation, empty when the holder signs in person. What is
    written before must keep with it: a signature never stands alone on a page.
    """
    half = Length(grids.width(page) // 2)
    about = wording(language_of(page))("Date et signature", "التاريخ والإمضاء")
    near, far = grids.cells(grids.add_row(grids.grid(page, about, (half, half))))
    # A cell holds a paragraph all the same.
    grids.lines(near, beside_style if beside else "Intervalle", (beside,))
    if under:
        write(near, under, "Note")
    if formula:
        # The first paragraph of the cell is the tag, which goes away.
        far.paragraphs[0].text = f"{{%p if {formula} %}}"
        write(far, f"{{{{ {formula} }}}}", "Signature-qualité")
        tag(far, "endif")
        write(far, quality, "Signature-qualité")
    else:
        grids.lines(far, "Signature-qualité", (quality,))
    write(far, name, "Signature-nom")


def end(page: Page) -> None:
    """End a paper whose last part is a table: Word asks for a paragraph after it, here too low to open a page."""
    write(page, "", "Intervalle")


def footer(page: Page) -> None:
    """Put at the foot of each page the file it belongs to, the day it tells of, its version, and its number.

    Beside them, on a paper that is kept, its code and the picture that leads to the page that verifies it.
    """
    language, section = language_of(page), page.sections[0]
    say, foot = wording(language), section.footer
    # What it says more takes nothing from the body.
    section.footer_distance = _LOW
    about = say(
        "Pied de page : le dossier, et de quoi vérifier le document", "التذييل: الملف، وما يتيح التحقق من الوثيقة"
    )
    beside = Length(grids.width(page) - _PICTURE)
    made = grids.grid(page, about, (beside, _PICTURE), style="Grille pied", within=foot)
    words, picture = grids.cells(grids.add_row(made))
    for cell in (words, picture):
        grids.lines(cell, "Pied", ())
    _foot(page, words, "Pied")
    tag(words, "if code_verification")
    told = say(
        "À vérifier sur {{ adresse_verification }} : {{ code_verification }}",
        "للتحقق: الرمز {{ code_verification }} على {{ adresse_verification }}",
    )
    run(words.add_paragraph(style=in_language("Pied", language)), told, language)
    tag(words, "endif")
    alt = say("Code QR qui mène à la page où ce document se vérifie", "رمز الاستجابة السريعة لصفحة التحقق من الوثيقة")
    _draw_placeholder(picture, alt)
    # Word asks for a paragraph after a table: the one that a new foot has.
    foot._element.append(foot.paragraphs[0]._p)  # noqa: SLF001 - python-docx has no API for it
    foot.paragraphs[0].style = in_language("Intervalle", "fr")


def plain_footer(page: Page) -> None:
    """Put the same at the foot of a paper that is never kept, which nobody can verify."""
    foot = page.sections[0].footer
    _foot(page, foot, "footer")
    foot._element.remove(foot.paragraphs[0]._p)  # noqa: SLF001 - the empty one that a new foot has


def _draw_placeholder(cell: BlockItemContainer, alt: str) -> None:
    # In the French style on Arabic pages too, whose lines have a height of their own.
    paragraph = cell.add_paragraph(style="Pied")
    run(paragraph, "{% if code_verification %}", "fr")
    holder = paragraph.add_run()
    tag_language(holder, "fr")
    inline = holder.add_picture(BytesIO(placeholder()), _PICTURE, _PICTURE)._inline  # noqa: SLF001 - no API for what follows
    inline.docPr.set("descr", alt)
    # LibreOffice sets some 3 mm around a picture that says nothing of it, which the cell would cut off.
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    run(paragraph, "{% endif %}", "fr")


def _foot(page: Page, container: BlockItemContainer, style: str) -> None:
    language = language_of(page)
    say, style = wording(language), in_language(style, language)
    run(container.add_paragraph(style=style), "{{ dossier }}", language)
    second = container.add_paragraph(style=style)
    when = say("situation au {{ situation_le|date_longue }}", "الوضعية إلى غاية {{ situation_le|date_ar }}")
    run(second, f"{when}{{% if version_papier %}} – {{{{ version_papier }}}}{{% endif %}}", language)
    for words, field in ((say("\tPage ", "\tالصفحة "), "PAGE"), (say(" / ", " من "), "NUMPAGES")):
        run(second, words, language)
        made = _FIELD.format(nsdecls("w"), field, _LANGUAGE[language])
        second._p.append(parse_xml(made))  # noqa: SLF001 - python-docx has no API for fields
