"""Papers carry the names of their day, and address whoever was minister then."""

from datetime import date

import pytest

from documents.case import letterhead_on
from tests.documents.office import AT, LETTERHEAD, Office
from tests.workflow.names.builders import holder, period
from workflow.names.seed import sow
from workflow.register.names import write_name

OURS = "Ministère de la Solidarité, de l'Insertion sociale et de la Famille"
OF_2018 = "Ministère de la Famille, de la Solidarité, de l’Égalité et du Développement social"
OF_2013 = "Ministère de la Solidarité, de la Femme, de la Famille et du Développement social"


@pytest.mark.parametrize("kind", ["note_interne", "bordereau_sgg", "fiche_suivi"])
def test_a_paper_of_2013_carries_the_names_of_2013(office: Office, kind: str) -> None:
    sow(office.session, OURS, at=AT)
    text = office.open(on="2013-03-01")

    then, now = (office.make(text, kind, on).words.upper() for on in (date(2013, 6, 1), date(2018, 3, 20)))

    assert OF_2013.upper() in then
    assert OF_2013.upper() not in now
    assert OF_2018.upper() in now


def test_a_day_without_a_name_keeps_that_of_the_settings(office: Office) -> None:
    assert letterhead_on(office.session, date(2018, 3, 20), LETTERHEAD) == LETTERHEAD


@pytest.mark.parametrize(
    ("code", "fr"), [("ministry", "name_fr"), ("direction", "direction_fr"), ("division", "division_fr")]
)
def test_each_line_of_the_letterhead_has_its_own_names(office: Office, code: str, fr: str) -> None:
    write_name(office.session, period("Autre", "2015-01-01", "2018-01-01", code=code), by=office.head, at=AT)

    said = [getattr(letterhead_on(office.session, day, LETTERHEAD), fr) for day in (date(2015, 1, 1), date(2018, 1, 1))]

    assert said == ["Autre", getattr(LETTERHEAD, fr)]


FORMS = {
    ("minister", "m"): ("Monsieur le Ministre", "السيد الوزير"),
    ("minister", "f"): ("Madame la Ministre", "السيدة الوزيرة"),
    ("secretary_general", "m"): ("Monsieur le Secrétaire général", "السيد الكاتب العام"),
    ("secretary_general", "f"): ("Madame la Secrétaire générale", "السيدة الكاتبة العامة"),
}


@pytest.mark.parametrize(("code", "gender"), FORMS)
def test_a_paper_addresses_whoever_held_the_office_that_day(office: Office, code: str, gender: str) -> None:
    row = holder("X", "2015-01-01", "2018-01-01", office=code, gender=gender)
    write_name(office.session, row, by=office.head, at=AT)

    said = letterhead_on(office.session, date(2016, 1, 1), LETTERHEAD)

    assert (getattr(said, f"{code}_fr"), getattr(said, f"{code}_ar")) == FORMS[code, gender]
