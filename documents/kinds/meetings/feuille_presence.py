"""The attendance sheet of a meeting, with room to sign.

Fields: those of every paper and of every meeting, and `lignes` (nom).
"""

from functools import cache

from documents.case import Case
from documents.checking.dictionary import listed
from documents.dictionary import said
from documents.engine.archive import packed
from documents.kind import Fields, Kind
from documents.kinds.meetings import meeting
from documents.language import Language, wording
from documents.page import grids, layout
from documents.page.house_style import base

# A sheet has at least so many lines.
_LINES = 14
_BLANK = "………………………"
FIELDS = (
    *meeting.FIELDS,
    listed("lignes", "Lignes à signer : les personnes nommées, puis des lignes vides",
           said("nom", "Nom et qualité ; des points pour une ligne à remplir", "Amina Berrada", "أمينة برادة")),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Name those who were convened, and leave lines for others."""
    fields = meeting.context(case, language)
    named = [*fields["presents"], *fields["excuses"]]
    return fields | {"lignes": [{"nom": name} for name in (*named, *[_BLANK] * (_LINES - len(named)))]}


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language), wording(language)
    layout.letterhead(page)
    layout.title(page, "Feuille de présence", "ورقة الحضور")
    meeting.draw_identity(page)
    layout.heading(page, say("Participants", "المشاركون"))
    columns = (
        (say("Nom et qualité", "الاسم والصفة"), 6.5), (say("Département ou organisme", "القطاع أو الهيئة"), 5.0),
        (say("Signature", "التوقيع"), 4.5),
    )  # fmt: skip
    made = grids.ruled(page, say("Participants, et leur signature", "المشاركون وتوقيعاتهم"), columns)
    grids.fill_rows(made, "ligne in lignes", ("{{ ligne.nom }}", "………………", "………………"))
    layout.end(page)
    layout.footer(page)
    return packed(page)


KIND = Kind("feuille_presence", context, template, FIELDS, abouts=meeting.abouts)
