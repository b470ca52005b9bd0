"""Every word that a factory paper says, between its tags, is set as French typography asks."""

import re
from functools import partial
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from documents.catalogue import KINDS
from documents.kinds.follow_up.relecture import RELECTURE
from documents.kinds.follow_up.tableau import TABLEAU
from workflow.language.typography import typeset

TAGS = re.compile(r"\{[{%].*?[}%]\}")
PAPERS = {kind.code: partial(kind.template, "fr") for kind in KINDS.values()} | {
    TABLEAU.code: partial(TABLEAU.template, "fr"),
    RELECTURE.code: partial(RELECTURE.template, "fr"),
}
# Their own words have no date, number or double sign: those come with the fields.
NOTHING_TO_HOLD = {
    TABLEAU.code,
    "projet_de_loi_texte",
    "arrete_conjoint_texte",
    "annexe",
    "feuille_presence",
    "note_presentation",
    "communique",
}


@pytest.mark.parametrize("code", PAPERS)
def test_the_literals_of_a_paper_are_set(code: str) -> None:
    page = Document(BytesIO(PAPERS[code]()))
    said = [words.text or "" for words in page.element.iter(qn("w:t"))]
    said += [run.text for section in page.sections for each in section.footer.paragraphs for run in each.runs]
    literals = [literal for words in said for literal in TAGS.split(words)]

    assert [words for words in literals if typeset(words) != words] == []
    assert any("\u00a0" in words for words in literals) or code in NOTHING_TO_HOLD
