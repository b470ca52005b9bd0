"""The slip lists the pieces that are really in the file, and counts them."""

import pytest

from documents.language import Language
from models import LegalText
from tests.documents.office import AT, Office
from tests.workflow.builders import CALENDAR
from tests.workflow.pieces.made_files import word
from workflow.pieces.extraction import examine
from workflow.register.pieces import Told, attach

SUPPORTING = "À l’appui"


def attach_pieces(office: Office, text: LegalText, *kinds: str) -> None:
    for number, kind in enumerate(kinds):
        file = examine(word(f"Pièce {number}"), f"{number}.docx", largest_mb=1)
        attach(office.session, text, file, Told(kind, str(number)), by=office.head, at=AT, calendar=CALENDAR)


def test_pieces_attached_are_listed_by_kind_and_counted(office: Office, bill: LegalText) -> None:
    attach_pieces(office, bill, "draft_ar", "opinion", "opinion", "draft_fr", "letter_in", "annex")

    slip = office.make(bill, "bordereau_sgg")

    assert slip.table("Pièces envoyées")[1:] == [
        ["Texte complet en langue arabe", "1", "Pour examen et suite de la procédure"],
        ["Note de présentation", "1", SUPPORTING],  # ticked when the draft was validated, and not attached here
        ["Avis obligatoires", "2", SUPPORTING],
        ["Projet en français", "1", SUPPORTING],
        ["Annexe", "1", SUPPORTING],
    ]
    assert "6 pièces" in slip.words
    assert ["Avis requis par la loi", "☑ jointe", "décret n° 2-20-740, art. 3"] in slip.table("Contrôle du dossier")


@pytest.mark.parametrize(("language", "table"), [("fr", "Pièces envoyées"), ("ar", "الوثائق المرسلة")])
def test_a_new_version_is_no_second_piece(office: Office, bill: LegalText, language: Language, table: str) -> None:
    file = examine(word("Première"), "1.docx", largest_mb=1)
    first = attach(office.session, bill, file, Told("draft_ar"), by=office.head, at=AT, calendar=CALENDAR)
    file = examine(word("Seconde"), "2.docx", largest_mb=1)
    second = Told("", of=first.piece_id)
    attach(office.session, bill, file, second, by=office.head, at=AT, calendar=CALENDAR)

    draft = office.make(bill, "bordereau_sgg", language=language).table(table)[1]

    assert draft[1] == "1"
