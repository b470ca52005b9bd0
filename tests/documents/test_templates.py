"""Papers are made of the template in service, and each tells which one made it."""

from hashlib import sha256

import pytest

from documents.engine.faults import BadTemplate
from documents.kinds.follow_up.tableau import TABLEAU
from documents.produce import make_table
from documents.templates import OWNED, factory, languages_of, template_for
from models import Document, LegalText, StoredFile
from tests.documents.checking.word_files import page
from tests.documents.office import AT, LETTERHEAD, TODAY, Office, Word, stored
from tests.workflow.builders import CALENDAR
from workflow.register.templates import Checked, Sent, keep_template, put_in_service, restore_factory
from workflow.reports.production import production_table


def serve(office: Office, content: bytes, kind: str = "note_interne", *, seen: int = 0) -> None:
    sent = keep_template(office.session, Sent(kind, "fr", content, "m.docx"), (), by=office.head, at=AT)
    put_in_service(office.session, sent, Checked(sent.sha256, ()), seen=seen, by=office.head, at=AT)


def made_by(office: Office, document: Document) -> tuple[int | None, bytes]:
    office.session.refresh(document)
    return document.template_number, office.session.get_one(StoredFile, document.template_sha256).content


@pytest.mark.parametrize("kind", OWNED)
def test_each_kind_of_paper_has_a_factory_template_in_each_of_its_languages(office: Office, kind: str) -> None:
    for language in languages_of(kind):
        assert template_for(office.session, kind, language) == factory(kind, language)
        assert factory(kind, language).number is None


def test_an_unknown_kind_or_language_has_none() -> None:
    for kind, language in (("relecture", "fr"), ("note_interne", "en")):
        with pytest.raises(KeyError):
            factory(kind, language)


def test_each_paper_keeps_the_template_that_made_it(office: Office, bill: LegalText) -> None:
    ours = page("Modèle du ministère : {{ objet }}")
    first = office.produce(office.want(bill, "note_interne"))
    serve(office, ours)
    second = office.produce(office.want(bill, "note_interne"))
    restore_factory(office.session, "note_interne", "fr", seen=1, by=office.head, at=AT)
    third = office.produce(office.want(bill, "note_interne"))

    origin = factory("note_interne", "fr").content
    assert [made_by(office, each) for each in (first, second, third)] == [(None, origin), (1, ours), (None, origin)]
    assert Word(stored(office.session, second).content).words.startswith("Modèle du ministère : Projet de loi")
    assert second.template_sha256 == sha256(ours).hexdigest()


def test_a_template_that_cannot_be_filled_leaves_the_paper_unmade_and_is_not_replaced(
    office: Office, bill: LegalText
) -> None:
    serve(office, page("{{ objjet }}"))

    document = office.produce(office.want(bill, "note_interne"))

    assert (document.status, document.sha256, document.template_sha256) == ("failed", None, None)
    assert document.error == "Le modèle en service (version 1) ne peut pas être rempli : Champ inconnu : objjet"


def test_the_table_is_made_of_the_template_in_service(office: Office) -> None:
    serve(office, page("Tableau au {{ situation_le|date_longue }}"), TABLEAU.code)
    table = production_table(office.session, on=TODAY, calendar=CALENDAR)

    template = template_for(office.session, TABLEAU.code, "fr")
    made = make_table(table, at=AT, letterhead=LETTERHEAD, template=template)

    assert Word(made).words.strip() == "Tableau au 20 mars 2018"


def test_a_template_whose_bytes_are_lost_is_not_replaced(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(office, page("{{ objet }}"))
    monkeypatch.setattr(StoredFile, "is_intact", False)

    with pytest.raises(BadTemplate, match="n’est plus celui qui a été envoyé"):
        template_for(office.session, "note_interne", "fr")
