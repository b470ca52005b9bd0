"""The signed scan of a final paper, attached with the signature that it brings; and who may change papers."""

import pytest
from sqlmodel import select

from models import Document, Piece, PieceVersion, Role
from tests.workflow.builders import Ministry
from tests.workflow.pieces.made_files import png, word
from tests.workflow.register.paper_desk import ON, Papers
from workflow.errors import Impossible, NotAllowed, Refused, Stale
from workflow.history.steps import steps_of
from workflow.register.paper_versions import Collected


@pytest.mark.parametrize("role", [Role.READER, Role.ADMINISTRATOR])
def test_whoever_may_not_make_papers_changes_none(papers: Papers, role: Role) -> None:
    paper = papers.made()

    with pytest.raises(NotAllowed):
        papers.send(paper, role=role)
    with pytest.raises(NotAllowed):
        papers.declare(paper, role=role)
    papers.declare(paper)
    with pytest.raises(NotAllowed):
        papers.sign(paper, role=role)


def test_the_papers_of_a_file_reunited_with_another_one_stay_as_they_are(papers: Papers) -> None:
    paper = papers.made()
    papers.declare(paper)
    papers.text.merged_into_id = papers.text.id

    with pytest.raises(Refused):
        papers.send(paper)
    with pytest.raises(Refused):
        papers.declare(papers.made(2))
    with pytest.raises(Refused):
        papers.sign(paper)


def test_the_scan_is_a_piece_of_the_text_and_the_paper_names_it(papers: Papers) -> None:
    paper = papers.made(language="ar")
    papers.declare(paper)

    version = papers.sign(paper)

    piece = papers.session.get_one(Piece, version.piece_id)
    assert (piece.kind, piece.title, version.language, version.dated_on) == ("signed_scan", "Note", "ar", ON)
    assert paper.signed_version_id == version.id
    assert papers.awaited() == ["Ministre A", "Ministre B"]


def test_another_scan_is_another_version_of_the_same_piece(papers: Papers) -> None:
    paper = papers.made()
    papers.declare(paper)
    first = papers.sign(paper)

    second = papers.sign(paper, png())

    assert (second.piece_id, second.number) == (first.piece_id, 2)
    assert paper.signed_version_id == second.id


def test_it_closes_the_signature_of_an_authority(papers: Papers) -> None:
    paper = papers.made()
    papers.declare(paper)

    papers.sign(paper, closes=Collected("Ministre A", ON, papers.text.last_step))

    assert papers.awaited() == ["Ministre B"]
    collected, attached = steps_of(papers.session, papers.text.id)[-2:]
    assert (collected.move, collected.on, collected.facts) == ("collect_signature", ON, {"signatory": "Ministre A"})
    assert (attached.move, attached.facts["piece"]) == ("attach_piece", "signed_scan")


def test_one_scan_closes_each_signature_that_it_bears_and_is_attached_once(papers: Papers) -> None:
    paper = papers.made()
    papers.declare(paper)
    first = papers.sign(paper, closes=Collected("Ministre A", ON, papers.text.last_step))

    second = papers.sign(paper, closes=Collected("Ministre B", ON, papers.text.last_step))

    assert papers.awaited() == []
    assert second.id == first.id
    assert len(papers.session.exec(select(PieceVersion)).all()) == 1


@pytest.mark.parametrize(
    ("name", "steps_before", "title", "error"),
    [
        ("Ministre C", 0, "Note", Refused),  # nobody expects that signature
        ("Ministre A", 1, "Note", Stale),  # the page told of an earlier step
        ("Ministre A", 0, "N" * 301, Refused),  # the signature can be recorded, the piece cannot
    ],
)
def test_a_signature_and_its_scan_are_recorded_both_or_neither(
    papers: Papers, name: str, steps_before: int, *, title: str, error: type[Exception]
) -> None:
    paper = papers.made()
    papers.declare(paper)
    papers.session.commit()
    closes = Collected(name, ON, papers.text.last_step - steps_before)

    with pytest.raises(error):
        papers.sign(paper, closes=closes, title=title)
    papers.session.rollback()

    assert papers.awaited() == ["Ministre A", "Ministre B"]
    assert papers.session.exec(select(PieceVersion)).all() == []
    assert papers.session.get_one(Document, paper.id).signed_version_id is None


def test_where_no_signature_is_collected_none_is_closed(ministry: Ministry) -> None:
    papers = Papers(ministry, ministry.open("projet_de_loi"))
    paper = papers.made()
    papers.declare(paper)

    with pytest.raises(Impossible):
        papers.sign(paper, closes=Collected("Ministre A", ON, papers.text.last_step))


def test_only_the_final_version_has_a_signed_one(papers: Papers) -> None:
    paper = papers.made()
    with pytest.raises(Refused, match="n’est pas la version finale"):
        papers.sign(paper)
    papers.declare(paper)
    papers.declare(papers.made(2), hours=5)
    with pytest.raises(Refused, match="n’est pas la version finale"):
        papers.sign(paper)


def test_a_word_file_is_no_scan(papers: Papers) -> None:
    paper = papers.made()
    papers.declare(paper)
    with pytest.raises(Refused, match="est un PDF ou une image ; ce fichier est un document Word"):
        papers.sign(paper, word("a"))
