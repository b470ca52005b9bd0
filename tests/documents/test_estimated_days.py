"""Papers say of a due day that is not known exactly that it is estimated, and of no other."""

import pytest

from documents.language import LANGUAGES, Language
from tests.documents.office import Office

SAID = {"fr": "(date estimée)", "ar": "(تاريخ تقديري)"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["fiche_suivi", "note_interne", "etude_impact"])
@pytest.mark.parametrize(("ordered_on", "is_estimated"), [("2018-02", True), ("2018-02-28", False)])
def test_papers_say_that_a_day_is_estimated(
    office: Office, kind: str, language: Language, ordered_on: str, *, is_estimated: bool
) -> None:
    bill = office.open("projet_de_loi", title_fr="Projet de loi", title_ar="مشروع قانون", on="2018-01-08")
    office.move(bill, "assign_drafter", "2018-01-09")
    office.move(bill, "order_impact_study", ordered_on)

    words = office.make(bill, kind, language=language).words

    assert (SAID[language] in words) == is_estimated
