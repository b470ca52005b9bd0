"""What somebody answers for, and whose files are nobody's work any more."""

import pytest

from models import LegalText, Role
from tests.workflow.builders import Ministry
from tests.workflow.worklist.desk import list_of, of_drafter, with_study
from workflow.worklist import charge as charging
from workflow.worklist.charge import charge


def test_a_text_leaves_the_charge_of_a_person_once_it_is_finished(ministry: Ministry) -> None:
    drafter = ministry.person(Role.DRAFTER)
    texts = [of_drafter(ministry) for _each in range(3)]
    assert charge(ministry.session, drafter) == 3

    ministry.move(texts[0], "abandon", "2026-11-23", reason="Sans objet.")

    assert charge(ministry.session, drafter) == 2
    assert charge(ministry.session, ministry.person(Role.HEAD)) == 0


def test_a_charge_is_counted_so_far_and_no_further(ministry: Ministry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charging, "COUNTED", 1)
    for _each in range(3):
        of_drafter(ministry)

    assert charge(ministry.session, ministry.person(Role.DRAFTER)) == 2


def test_nothing_waits_of_a_file_reunited_with_another(ministry: Ministry) -> None:
    text = with_study(ministry, "2026-09-10", responsible_id=ministry.person(Role.HEAD).id)
    assert len(list_of(ministry).actions) == 1

    row = ministry.session.get_one(LegalText, text.id)
    row.section = ""
    ministry.session.flush()

    assert list_of(ministry).actions == ()
