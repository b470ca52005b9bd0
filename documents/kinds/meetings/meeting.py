"""One meeting of the register of a text, as its papers tell it; what these papers share is said here once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docx.document import Document as Page

from documents.case import Case
from documents.checking.dictionary import Field
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.fields import of_case
from documents.filters import date_long_ar
from documents.kind import About, Fields
from documents.language import Language, language_of, wording
from documents.page import grids
from documents.page.paragraphs import tag, write
from models import PartialDate, Register
from workflow.calendar.words import long_date
from workflow.language.typography import shortened

_LABEL = 80
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    Field("reunion_le", "Jour de la réunion ; à écrire avec date_longue ou date_ar", date(2018, 3, 12)),
    said("reunion_lieu", "Lieu de la réunion ; vide s’il n’est pas connu", "Salle des conférences", "قاعة الندوات"),
    said("reunion_objet", "Objet de la réunion", "Examen du projet", "دراسة المشروع"),
    Field("presents", "Présents, un par ligne", "Amina Berrada, cheffe de division", is_list=True,
          example_ar="أمينة برادة، رئيسة القسم"),
    Field("excuses", "Excusés, un par ligne", "Youssef El Idrissi", is_list=True, example_ar="يوسف الإدريسي"),
    Field("decisions", "Décisions prises, une par ligne", "Préciser l’article 4.", is_list=True,
          example_ar="توضيح المادة 4."),
)  # fmt: skip


@dataclass(frozen=True)
class Meeting:
    """A meeting as its register tells it; lists hold one line each, as it was typed."""

    number: int
    on: PartialDate | None
    place: str
    object: str
    present: tuple[str, ...]
    excused: tuple[str, ...]
    decisions: tuple[str, ...]


def meetings(case: Case) -> list[Meeting]:
    """Give the meetings of the text, the latest first."""
    found = [
        Meeting(
            item.number,
            PartialDate.parse(item.values["held_on"]) if item.values.get("held_on") else None,
            item.values.get("place", ""),
            item.values.get("object", ""),
            _lines(item.values.get("present", "")),
            _lines(item.values.get("excused", "")),
            _lines(item.values.get("decisions", "")),
        )
        for item in case.items_in(Register.MEETINGS)
    ]
    return sorted(found, key=lambda each: (each.on is not None, str(each.on or ""), each.number), reverse=True)


def abouts(case: Case) -> Sequence[About]:
    """Give the meetings that a paper can be made about."""
    return [
        About(
            str(each.number),
            f"{long_date(each.on)} : {shortened(each.object, _LABEL)}",
            f"{date_long_ar(each.on)}: {shortened(each.object, _LABEL)}",
        )
        for each in meetings(case)
    ]


def chosen(case: Case) -> Meeting | None:
    """Give the meeting that the paper is about, the latest where none is named; None where there is none."""
    known = meetings(case)
    return next((each for each in known if str(each.number) == case.about), known[0] if known else None)


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell the meeting; what its register does not tell is None."""
    meeting = chosen(case)
    return of_case(case, language) | {
        "reunion_le": meeting.on if meeting else None,
        "reunion_lieu": (meeting.place if meeting else "") or None,
        "reunion_objet": (meeting.object if meeting else "") or None,
        "presents": list(meeting.present) if meeting else [],
        "excuses": list(meeting.excused) if meeting else [],
        "decisions": list(meeting.decisions) if meeting else [],
    }


def draw_identity(page: Page) -> None:
    """Say what met, when and where."""
    say = wording(language_of(page))
    about = say("La réunion : objet, date, lieu, texte examiné", "الاجتماع: الموضوع والتاريخ والمكان والنص المدروس")
    rows = (
        (say("Objet", "الموضوع"), "{{ reunion_objet }}"),
        (say("Date", "التاريخ"), say("{{ reunion_le|date_longue }}", "{{ reunion_le|date_ar }}")),
        (say("Lieu", "المكان"), "{{ reunion_lieu }}"),
        (say("Texte examiné", "النص المدروس"), "{{ objet }}"),
    )
    grids.pairs(page, about, rows)


def draw_people(page: Page, name: str, none: str) -> None:
    """List people, one a line; `none` where nobody is named."""
    tag(page, f"for personne in {name}")
    write(page, "{{ personne }}", "Liste")
    tag(page, "else")
    write(page, none)
    tag(page, "endfor")


def _lines(words: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, words.splitlines())))
