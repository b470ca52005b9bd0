"""The parts that the pages of the notes share: how one opens, what is left to write, lists, and place and date."""

from docx.document import Document as Page

from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import tag, write


def opened(language: Language, french: str, arabic: str, about: str) -> Page:
    """Give a page with its letterhead, its title, and under it what the note is about."""
    page = base(language)
    layout.letterhead(page)
    layout.title(page, french, arabic)
    write(page, about, "Titre du texte")
    return page


def to_write(page: Page, field: str, prompt: str) -> None:
    """Leave to a person what only people know, under words that say what is expected."""
    write(page, prompt, "Consigne")
    write(page, f"{{{{ {field}|points }}}}", "À écrire")


def listing(page: Page, field: str, none: str = "") -> None:
    """Add a line for each of the sentences of a list, or `none` where there is none."""
    if none:
        tag(page, f"if not {field}")
        write(page, none)
        tag(page, "endif")
    tag(page, f"for phrase in {field}")
    write(page, "{{ phrase|points }}", "Liste")
    tag(page, "endfor")


def consulted(page: Page) -> None:
    """Add the table of those who were consulted, or say that nobody is recorded."""
    say = wording(language_of(page))
    columns = (
        (say("Organisme", "الهيئة"), 5.2), (say("Avis", "الرأي"), 2.6), (say("Demandé le", "تاريخ الطلب"), 3.0),
        (say("Suite", "المآل"), 5.2),
    )  # fmt: skip
    words = ("{{ c.organisme }}", "{{ c.caractere }}", "{{ c.demande }}", "{{ c.suite }}")
    grids.table_or(
        page,
        say("Consultations", "الاستشارات"),
        columns,
        each="c in consultations",
        words=words,
        none=say("Aucune consultation n’est enregistrée au dossier.", "لم تسجل أي استشارة بالملف."),
    )


def place_and_date(page: Page) -> None:
    """Leave room for place and date, by which an unsigned note ends."""
    write(page, wording(language_of(page))("{{ ville }}, le ………………", "{{ ville }} في ………………"), "Signature-date")
