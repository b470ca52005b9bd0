"""The minutes of a meeting, signed by its secretary and its chair.

Fields: those of every paper and of every meeting.
"""

from functools import cache

from docx.document import Document as Page
from docx.shared import Length

from documents.engine.archive import packed
from documents.kind import Kind
from documents.kinds.meetings.compte_rendu import draw_decisions
from documents.kinds.meetings.meeting import FIELDS, abouts, context, draw_people
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import write

_BLANK = "………………………………………………………………………………"


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language), wording(language)
    layout.letterhead(page)
    layout.reference(page)
    layout.title(page, "Procès-verbal de réunion", "محضر اجتماع")
    opening = say(
        "Le {{ reunion_le|date_longue }}, à ……… heures, s’est tenue la réunion désignée ci-après, sous la présidence "
        "de ……………………………….",
        "في يوم ……… الموافق لـ{{ reunion_le|date_ar }} على الساعة ……… انعقد الاجتماع المبين بعده، برئاسة ……………………………….",
    )
    write(page, opening)
    write(page, "{{ reunion_objet }}", label=say("Objet : ", "الموضوع: "))
    write(page, "{{ reunion_lieu }}", label=say("Lieu : ", "المكان: "))
    write(page, "{{ objet }}", label=say("Texte examiné : ", "النص المدروس: "))
    layout.heading(page, say("Présents", "الحاضرون"))
    draw_people(page, "presents", say("Voir la feuille de présence annexée.", "انظر ورقة الحضور المرفقة."))
    layout.heading(page, say("Excusés", "المعتذرون"))
    draw_people(page, "excuses", say("Aucune absence excusée n’est enregistrée.", "لم يسجل أي اعتذار."))
    layout.heading(page, say("Ordre du jour", "جدول الأعمال"))
    write(page, "{{ reunion_objet }}", "Liste")
    layout.heading(page, say("Délibérations", "المداولات"))
    write(page, _BLANK)
    write(page, _BLANK)
    draw_decisions(page)
    closing = say(
        "L’ordre du jour étant épuisé, la séance est levée à ……… heures.",
        "استنفد جدول الأعمال، ورفعت الجلسة على الساعة ……….",
    )
    write(page, closing, keep=True)
    draw_signatures(
        page, say("Le secrétaire de séance,", "كاتب الجلسة،"), say("Le président de séance,", "رئيس الجلسة،")
    )
    write(page, say("Annexe : feuille de présence.", "الملحق: ورقة الحضور."), "Note")
    layout.footer(page)
    return packed(page)


def draw_signatures(page: Page, first: str, second: str) -> None:
    """Let two people sign side by side."""
    half = Length(grids.width(page) // 2)
    about = wording(language_of(page))("Signatures", "التوقيعات")
    made = grids.add_row(grids.grid(page, about, (half, half)))
    for cell, quality in zip(grids.cells(made), (first, second), strict=True):
        grids.lines(cell, "Signature-qualité", (quality,))
        write(cell, "………………………………", "Signature-nom")


KIND = Kind("proces_verbal", context, template, FIELDS, abouts=abouts)
