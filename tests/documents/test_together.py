"""Which papers are meant when all of a step, or some kinds of several texts, are asked for together."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from documents.case import Case
from documents.catalogue import KINDS
from documents.kind import About
from documents.together import Chosen, papers_of_texts
from models import LegalText
from tests.documents.office import LETTERHEAD, TODAY, Office
from tests.workflow.builders import CALENDAR, TO_ADOPTED
from workflow.procedure.papers import papers_of

BODIES = (About("cndh", "CNDH", "المجلس الوطني لحقوق الإنسان"), About("cese", "CESE", "المجلس الاقتصادي"))


def named(office: Office, texts: Sequence[LegalText], chosen: Chosen) -> list[tuple[str, str, str, str]]:
    found = papers_of_texts(office.session, texts, chosen, on=TODAY, calendar=CALENDAR, letterhead=LETTERHEAD)
    return [(paper.text.procedure, paper.kind, paper.language, paper.about) for paper in found]


def test_without_a_kind_they_are_those_offered_in_the_phase_of_each_text(office: Office) -> None:
    early, late = office.open("projet_de_loi"), office.open("projet_de_loi", *TO_ADOPTED)

    for text in (early, late):
        offered = [code for code in papers_of(text.procedure) if KINDS[code].is_offered_in(text.phase)]
        found = {kind for _of, kind, _language, _about in named(office, [text], Chosen([], ["fr"]))}
        case = office.gather(text)
        assert found == {code for code in offered if (about := KINDS[code].abouts) is None or about(case)}


def test_a_kind_is_named_for_the_texts_that_have_it_and_in_the_languages_it_is_made_in(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = office.open("decret"), office.open("proposition_de_loi")
    assert "bordereau_sgg" not in papers_of(theirs.procedure)
    monkeypatch.setitem(KINDS, "fiche_suivi", replace(KINDS["fiche_suivi"], languages=("fr",)))

    found = named(office, [ours, theirs], Chosen(["bordereau_sgg", "fiche_suivi"], ["ar", "fr"]))

    assert found == [
        ("decret", "bordereau_sgg", "fr", ""), ("decret", "bordereau_sgg", "ar", ""),
        ("decret", "fiche_suivi", "fr", ""), ("proposition_de_loi", "fiche_suivi", "fr", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("bodies", [BODIES, ()])
def test_what_is_made_about_bodies_is_named_once_for_each(
    office: Office, monkeypatch: pytest.MonkeyPatch, bodies: tuple[About, ...]
) -> None:
    def abouts(case: Case) -> Sequence[About]:
        assert case.text.id == text.id
        return bodies

    text = office.open("decret")
    monkeypatch.setitem(KINDS, "note_interne", replace(KINDS["note_interne"], abouts=abouts))

    found = named(office, [text], Chosen(["note_interne"], ["fr", "ar"]))

    assert found == [("decret", "note_interne", language, body.code) for body in bodies for language in ("fr", "ar")]
