"""Papers follow the corrections of the steps that owed them."""

import pytest
from sqlmodel import col, select

from models import Document, LegalText, PartialDate
from tests.documents.office import AT, Office
from tests.workflow.builders import CALENDAR
from workflow.errors import Refused
from workflow.history.facts import Facts
from workflow.history.steps import Recorded
from workflow.register.corrections import correct

PIECES = ["arabic", "presentation", "opinions", "agreements", "finance"]


@pytest.fixture
def draft(office: Office) -> LegalText:
    """Give an arrêté whose last step owes papers, none of them made yet."""
    text = office.open("arrete", title_fr="Projet d’arrêté", title_ar="مشروع قرار")
    office.move(text, "assign_drafter")
    office.move(text, "submit_for_validation")
    office.move(text, "validate", pieces=PIECES)
    make(office, text)
    office.move(text, "send_to_sgg", "2018-03-15")
    return text


def fix(
    office: Office, text: LegalText, number: int, amended: tuple[PartialDate | None, Facts] | None = None
) -> Recorded:
    return correct(office.session, text, number, by=office.head, seen_step=text.last_step, at=AT, reason="Erreur.",
                   calendar=CALENDAR, amended=amended)  # fmt: skip


def make(office: Office, text: LegalText) -> None:
    office.produce_wanted(text)


def papers(office: Office) -> list[tuple[int, str]]:
    """The versions of the slip to the SGG."""
    query = select(Document).where(Document.kind == "bordereau_sgg").order_by(col(Document.number))
    return [(paper.number, paper.status) for paper in office.session.exec(query)]


def test_a_paper_wanted_by_a_struck_step_is_not_made(office: Office, draft: LegalText) -> None:
    fix(office, draft, draft.last_step)

    make(office, draft)

    assert papers(office) == [(1, "wanted")]


def test_it_is_made_once_the_step_is_restored(office: Office, draft: LegalText) -> None:
    strike = fix(office, draft, draft.last_step)
    fix(office, draft, strike.number)

    make(office, draft)

    assert papers(office) == [(1, "made")]


def test_a_paper_that_tells_what_was_put_right_is_wanted_anew(office: Office, draft: LegalText) -> None:
    number = draft.last_step
    make(office, draft)

    fix(office, draft, number, (PartialDate(2018, 3, 16), {}))
    assert papers(office) == [(1, "made"), (2, "wanted")]
    fix(office, draft, number, (PartialDate(2018, 3, 17), {}))
    assert papers(office) == [(1, "made"), (2, "wanted")]

    make(office, draft)
    assert papers(office) == [(1, "made"), (2, "made")]
    found = office.session.exec(select(Document).where(Document.kind == "bordereau_sgg")).all()
    assert len({(paper.step_id, paper.situation_on) for paper in found}) == 1


def test_a_correction_that_changes_nothing_is_refused_and_wants_nothing(office: Office, draft: LegalText) -> None:
    make(office, draft)

    with pytest.raises(Refused, match="ne change rien"):
        fix(office, draft, draft.last_step, (PartialDate(2018, 3, 15), {}))

    assert papers(office) == [(1, "made")]
