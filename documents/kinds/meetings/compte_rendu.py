"""The report of a meeting: who was there, what was said, what was decided; internal, signed by who writes it.

Fields: those of every paper and of every meeting.
"""

from functools import cache

from docx.document import Document as Page

from documents.engine.archive import packed
from documents.kind import Kind
from documents.kinds.meetings.meeting import FIELDS, abouts, context, draw_identity, draw_people
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import tag, write

_BLANK = "………………………………………………………………………………"


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language), wording(language)
    layout.letterhead(page)
    layout.title(page, "Compte rendu de réunion", "تقرير عن اجتماع")
    draw_identity(page)
    layout.heading(page, say("Présents", "الحاضرون"))
    draw_people(page, "presents", say("Voir la feuille de présence.", "انظر ورقة الحضور."))
    tag(page, "if excuses")
    layout.heading(page, say("Excusés", "المعتذرون"))
    draw_people(page, "excuses", "–")
    tag(page, "endif")
    layout.heading(page, say("Discussion", "المناقشة"))
    write(page, _BLANK)
    write(page, _BLANK)
    draw_decisions(page)
    write(page, "………………………………", label=say("Prochaine réunion : ", "الاجتماع المقبل: "), keep=True)
    by = say("Le rapporteur,", "المقرر،")
    layout.signature(page, by, say("{{ ville }}, le ………………", "{{ ville }} في ………………"))
    layout.end(page)
    layout.footer(page)
    return packed(page)


def draw_decisions(page: Page) -> None:
    """Draw the table of what was decided; who answers for it and by when are left to the hand."""
    say = wording(language_of(page))
    layout.heading(page, say("Décisions", "القرارات"))
    columns = (
        (say("Décision", "القرار"), 9.0), (say("Responsable", "المسؤول"), 4.0), (say("Échéance", "الأجل"), 3.0),
    )  # fmt: skip
    made = grids.ruled(page, say("Décisions prises", "القرارات المتخذة"), columns)
    grids.tag_row(made, "for decision in decisions")
    grids.row(made, ("{{ decision }}", "………………", "………"))
    grids.tag_row(made, "else")
    grids.row(made, ("………………………", "………………", "………"))
    grids.tag_row(made, "endfor")


KIND = Kind("compte_rendu", context, template, FIELDS, abouts=abouts)
