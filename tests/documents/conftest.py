import pytest
from sqlmodel import Session

from models import LegalText, User
from tests.documents.office import AT, CLOSED, Office


@pytest.fixture
def office(session: Session) -> Office:
    head = User(email="head@test", name="Amina Berrada", role="head", password_hash=CLOSED, created_at=AT)
    drafter = User(email="drafter@test", name="Youssef El Idrissi", role="drafter", password_hash=CLOSED, created_at=AT)
    session.add_all([head, drafter])
    session.flush()
    return Office(session, head, drafter)


@pytest.fixture
def bill(office: Office) -> LegalText:
    """Give a bill that waits in its second committee."""
    bill = office.open(
        "projet_de_loi", "Projet de loi relatif à la lutte contre les violences <graves> & « autres »", "2013-01-10",
        title_ar="مشروع قانون رقم 103.13 يتعلق بمحاربة العنف", responsible_id=office.drafter.id,
    )  # fmt: skip
    office.move(bill, "assign_drafter", "2013-01-14")
    office.move(bill, "submit_for_validation", "2013-05")
    office.move(bill, "validate", "2013-08", pieces=["arabic", "presentation"])
    office.move(bill, "send_to_sgg", "2013-09-02", reference="lettre n° 412")
    office.move(bill, "register_at_sgg")
    office.move(bill, "distribute")
    office.move(bill, "list_on_agenda", council_on="2016-03-17")
    office.move(bill, "adopt_in_council", "2016-03-17")
    office.move(bill, "deposit", "2016-06-02", chamber="representants", number="103.13")
    office.move(bill, "refer_to_committee", "2016-06-20")
    office.move(bill, "adopt_in_committee", "2016-07-12")
    office.move(bill, "list_for_plenary")
    office.move(bill, "adopt_first", "2016-07-20", votes={"for": 70, "against": 22})
    office.move(bill, "refer_to_other_chamber", "2018-03-05")
    return bill
