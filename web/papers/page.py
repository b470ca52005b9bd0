"""The page of all papers of a text."""

from collections.abc import Sequence

from flask import render_template

from documents.pdf import NOT_INSTALLED, is_installed
from models import Document, LegalText
from web.papers.asked import Asked, case_of
from web.papers.listing import has_abouts, papers_of_several, papers_to_make, papers_without_subject, read_page
from web.request import db, person
from workflow.people.permissions import Right, may
from workflow.rulebook.files import procedure_of


def show_papers(
    text: LegalText, *, asked: Asked | None = None, edited: Document | None = None, reasons: Sequence[str] = ()
) -> str:
    """Show the papers of a text and the form to make one.

    `edited` is the version written by hand that a new one of what is `asked` would leave aside; `reasons` say why
    something is refused.
    """
    procedure, makes = procedure_of(text), may(person(), Right.MAKE_PAPERS) and not text.merged_into_id
    case = case_of(text) if makes and has_abouts(procedure) else None
    choices = papers_to_make(procedure, text.phase, case) if makes else []
    return render_template(
        "papers/index.html", page=read_page(db(), text, person()), choices=choices,
        several=papers_of_several(procedure, case), without=papers_without_subject(procedure, text.phase, case),
        asked=asked or Asked(), edited=edited,
        reasons=reasons, no_pdf="" if is_installed() else NOT_INSTALLED,
    )  # fmt: skip
