import logging
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
from sqlmodel import select

from documents import catalogue
from documents.case import Case
from documents.engine.archive import packed
from documents.kind import Fields
from documents.language import Language
from documents.page.house_style import base
from documents.page.paragraphs import write
from models import Document, LegalText, StoredFile
from tests.documents.office import AT, TODAY, Office, Word, stored

Monkey = pytest.MonkeyPatch

# What a paper reads and what keeps it is the same on both.
pytestmark = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)


def produce_all(office: Office, text: LegalText) -> list[Document]:
    return sorted(office.produce_wanted(text), key=lambda document: document.kind)


def with_template(monkeypatch: Monkey, kind: str, words: str) -> None:
    """Put into service a template that says only `words`."""
    page = base()
    write(page, words)
    monkeypatch.setitem(catalogue.KINDS, kind, replace(catalogue.KINDS[kind], template=lambda _language: packed(page)))


def test_a_paper_is_kept_with_its_fingerprint_and_a_name_that_every_machine_reads(
    office: Office, bill: LegalText
) -> None:
    document = office.produce(office.want(bill, "fiche_suivi"))
    file = stored(office.session, document)

    assert (document.status, document.error, document.made_at) == ("made", "", AT)
    assert document.file_name == "2018-03-20_projet_de_loi_103-13_fiche_suivi_fr_v2.docx"
    assert file.sha256 == sha256(file.content).hexdigest()
    assert Word(file.content).page.core_properties.identifier == str(document.id)
    assert Word(file.content).page.core_properties.version == "2"


def test_a_text_without_number_is_named_by_its_title(office: Office) -> None:
    text = office.open("arrete", title_fr="Projet d’arrêté")

    assert office.produce(office.want(text, "note_interne")).file_name == (
        "2018-03-20_arrete_projet-d-arrete_note_interne_fr_v1.docx"
    )


def test_moves_owe_papers_and_all_that_wait_are_made(office: Office, bill: LegalText) -> None:
    made = produce_all(office, bill)

    assert [document.kind for document in made] == ["bordereau_sgg", "fiche_suivi", "note_interne"]
    assert {document.status for document in made} == {"made"}
    assert produce_all(office, bill) == []
    assert bill.last_step == 15


def test_only_the_papers_of_one_text_are_made_when_asked(office: Office, bill: LegalText) -> None:
    other = office.want(office.open("arrete", title_fr="Projet d’arrêté"), "note_interne")

    produce_all(office, bill)

    assert other.status == "wanted"


def test_a_template_with_an_unknown_field_fails_with_its_name(
    office: Office, bill: LegalText, monkeypatch: Monkey
) -> None:
    with_template(monkeypatch, "note_interne", "{{ ministere }} {{ objjet }}")

    document = office.produce(office.want(bill, "note_interne"))

    assert (document.status, document.error) == ("failed", "Champ inconnu : objjet")
    assert document.sha256 is None


def test_a_template_can_be_replaced(office: Office, bill: LegalText, monkeypatch: Monkey) -> None:
    with_template(monkeypatch, "note_interne", "{{ ministere }} : {{ nature }}")

    assert office.make(bill, "note_interne").words.strip() == "Ministère de la Famille : Projet de loi"


def test_a_fault_in_one_paper_does_not_stop_the_others(
    office: Office, bill: LegalText, monkeypatch: Monkey, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_case: Case, _language: Language) -> Fields:
        raise RuntimeError("broken")

    monkeypatch.setitem(catalogue.KINDS, "fiche_suivi", replace(catalogue.KINDS["fiche_suivi"], context=broken))
    with caplog.at_level(logging.ERROR):
        made = produce_all(office, bill)

    assert {document.kind: document.status for document in made} == {
        "bordereau_sgg": "made", "fiche_suivi": "failed", "note_interne": "made",
    }  # fmt: skip
    assert "broken" in caplog.text
    assert made[1].error.startswith("Le document n’a pas pu être produit.")


def test_a_failed_paper_can_be_made_later(office: Office, bill: LegalText) -> None:
    document = office.want(bill, "note_interne")
    with pytest.MonkeyPatch.context() as monkeypatch:
        with_template(monkeypatch, "note_interne", "{{ objjet }}")
        office.produce(document)

    office.produce(document)

    assert (document.status, document.error) == ("made", "")


def test_a_day_before_the_file_was_opened_is_refused_in_words(office: Office, bill: LegalText) -> None:
    document = office.produce(office.want(bill, "note_interne", date(2012, 1, 1)))

    assert document.error == "Le dossier n’était pas encore ouvert le 1er janvier 2012."


def test_a_paper_once_made_never_changes(office: Office, bill: LegalText) -> None:
    document = office.produce(office.want(bill, "note_interne"))
    before = stored(office.session, document).content
    office.move(bill, "adopt_in_committee", "2018-03-19")

    office.produce(document)

    assert stored(office.session, document).content == before


def test_nothing_is_committed(office: Office, bill: LegalText) -> None:
    office.produce(office.want(bill, "note_interne", TODAY))
    office.session.rollback()

    assert office.session.exec(select(StoredFile)).all() == []


def test_the_hyphens_of_official_numbers_never_break(office: Office, bill: LegalText) -> None:
    word = office.make(bill, "note_interne")

    assert "103-13" in word.words
    assert "103</w:t><w:noBreakHyphen/><w:t" in word.part("word/document.xml").replace("\n", "")
    assert "\u2011" not in word.part("word/document.xml")
