"""The annexes of an act, each on a page of its own: those of its draft, or one that is numbered and blank."""

from collections.abc import Iterator
from functools import cache

from documents.case import Case
from documents.checking.dictionary import Field, listed
from documents.dictionary import said
from documents.engine.archive import packed
from documents.kind import Fields, Kind
from documents.kinds.acts.act_fields import TITLE
from documents.kinds.acts.act_page import opened
from documents.kinds.acts.acts import of_title
from documents.kinds.acts.titles import named_in_annex
from documents.language import Language, wording
from documents.missing import missing
from documents.page import layout
from documents.page.paragraphs import tag, write
from workflow.articles.surroundings import begins_annex


def context(case: Case, language: Language = "fr") -> Fields:
    """Name the act to which they are annexed, and give the lines of each."""
    draft, say = case.drafts.get(language), wording(language)
    found = list(_annexes(draft.annexes if draft else ())) or [
        (say("Annexe n° 1", "الملحق رقم 1"), [missing("le contenu de l’annexe", "محتوى الملحق")])
    ]
    of_act = named_in_annex(case, language)
    heading = say(f"Annexe{'s' if found[1:] else ''} {of_act}", f"{'ملاحق' if found[1:] else 'ملحق'} ب{of_act}")
    told = [{"libelle": label, "alineas": lines} for label, lines in found]
    return of_title(case, language) | {"titre_acte": heading, "annexes": told}


def _annexes(lines: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Cut what follows the closing of a draft where a line is the heading of an annex."""
    label, held = "", list[str]()
    for line in lines:
        if begins_annex(line):
            if label or held:
                yield label, held
            label, held = line, []
        else:
            held.append(line)
    if label or held:
        yield label, held


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page = opened(language)
    tag(page, "for annexe in annexes")
    tag(page, "if annexe.libelle")
    tag(page, "if loop.first")
    layout.heading(page, "{{ annexe.libelle }}")
    tag(page, "else")
    layout.heading(page, "{{ annexe.libelle }}", opens_page=True)
    tag(page, "endif")
    tag(page, "endif")
    tag(page, "for alinea in annexe.alineas")
    write(page, "{{ alinea }}", "Alinéa")
    tag(page, "endfor")
    tag(page, "endfor")
    layout.footer(page)
    return packed(page)


FIELDS = (
    *TITLE,
    listed(
        "annexes",
        "Annexes, dans leur ordre",
        said("libelle", "Titre de l’annexe, comme le projet l’écrit", "Annexe n° 1", "الملحق رقم 1"),
        Field("alineas", "Ses lignes", "Liste des pièces.", is_list=True, example_ar="قائمة الوثائق."),
    ),
)
KIND = Kind("annexe", context, template, FIELDS)
