"""What only filters print: the minister with whom words agree, and the text as another one cites it."""

from datetime import date
from typing import Literal

import pytest

from documents.case import letterhead_on
from documents.fields import of_case, of_letterhead
from documents.grammar import ActReference, Agreement
from models import PartialDate
from tests.documents.office import AT, LETTERHEAD, Office
from tests.workflow.names.builders import holder
from workflow.register.names import write_name


@pytest.mark.parametrize("gender", ["m", "f"])
def test_words_agree_with_the_minister_of_the_day(office: Office, gender: Literal["m", "f"]) -> None:
    write_name(office.session, holder("X", "2015-01-01", "2018-01-01", gender=gender), by=office.head, at=AT)

    said = of_letterhead(letterhead_on(office.session, date(2016, 1, 1), LETTERHEAD))

    assert said["accord_ministre"] == Agreement(gender)


def test_a_text_is_cited_by_the_day_of_its_dahir_or_of_its_signature(office: Office) -> None:
    law, decree, bill = (office.open(kind, on="2014-01-10") for kind in ("projet_de_loi", "decret", "projet_de_loi"))
    office.bring(law, "promulgate", "2018-02-22", number="103-13", dahir="1-18-19")
    office.bring(decree, "sign", "2014-06-06", number="2-14-278")

    said = [of_case(office.gather(text))["acte"] for text in (law, decree, bill)]

    assert said == [
        ActReference("loi", "القانون", "103-13", PartialDate.of(date(2018, 2, 22)), "1-18-19"),
        ActReference("décret", "المرسوم", "2-14-278", PartialDate.of(date(2014, 6, 6))),
        ActReference("projet de loi", "مشروع القانون"),
    ]
