"""Names, holders and delegations written: nothing overlaps, nothing is lost of what stood before."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from tests.workflow.builders import Ministry
from tests.workflow.names.builders import AT, day, delegation, holder, period
from workflow.errors import Unfit
from workflow.names.periods import read_names
from workflow.register.names import Row, withdraw_name, withdrawn, write_name

Make = Callable[..., Row]
ABOUT = pytest.mark.parametrize("make", [period, delegation, partial(holder, office="director")])
TAKEN = (
    "« A » est déjà enregistré du 3 janvier 2012 au 5 avril 2017 (non compris) : "
    "corrigez ou terminez d’abord cette période."
)


def write(ministry: Ministry, row: Row, instead_of: Row | None = None) -> Row:
    return write_name(ministry.session, row, by=ministry.person("administrator"), at=AT, instead_of=instead_of)


@pytest.fixture
def ministry(ministry: Ministry) -> Ministry:
    write(ministry, holder("Mme Z", "2000-01-01", office="minister"))
    return ministry


@ABOUT
@pytest.mark.parametrize(("begins", "ends"), [("2012-01-03", "2012-01-04"), ("2017-04-04", None), ("2011-01-01", None)])
def test_two_periods_of_one_thing_have_no_day_in_common(
    ministry: Ministry, make: Make, begins: str, ends: str | None
) -> None:
    write(ministry, make("A", "2012-01-03", "2017-04-05"))

    with pytest.raises(Unfit) as refused:
        write(ministry, make("A", begins, ends))

    assert refused.value.reasons == {"from_on": TAKEN}


@ABOUT
def test_one_period_begins_on_the_day_that_another_one_ends(ministry: Ministry, make: Make) -> None:
    for begins, ends in (("2012-01-03", "2017-04-05"), ("2017-04-05", None), ("2011-01-03", "2012-01-03")):
        assert write(ministry, make("A", begins, ends)).recorded_at == AT


def test_an_office_is_held_by_one_person_at_a_time(ministry: Ministry) -> None:
    with pytest.raises(Unfit) as refused:
        write(ministry, holder("Mme A", "2020-01-01"))

    assert refused.value.reasons == {
        "from_on": "« Mme Z » est déjà enregistré depuis le 1er janvier 2000 : "
        "corrigez ou terminez d’abord cette période."
    }


def test_several_people_may_sign_for_one_office(ministry: Ministry) -> None:
    write(ministry, delegation("M. C", "2020-01-01"))
    write(ministry, delegation("M. D", "2020-01-01"))

    assert [row.name_fr for row in read_names(ministry.session).delegations] == ["M. C", "M. D"]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (period("A", "2020-01-02", "2020-01-02"), "until_on"),
        (period("A", "2020-01-02", "2019-01-02"), "until_on"),
        (delegation("M. C", "1999-01-01"), "office"),
        (delegation("M. C", "2020-01-01", office="director"), "office"),
        (delegation("M. C", "2020-01-01", kinds=""), "kinds"),
        (delegation("M. C", "2020-01-01", kinds="edict"), "kinds"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(ministry: Ministry, row: Row, field: str) -> None:
    with pytest.raises(Unfit) as refused:
        write(ministry, type(row)(**row.model_dump()))

    assert list(refused.value.reasons) == [field]


@ABOUT
def test_what_stood_before_a_correction_stays_with_who_and_when(ministry: Ministry, make: Make) -> None:
    before = write(ministry, make("A", "2012-01-03"))

    after = write(ministry, make("A", "2012-01-04"), instead_of=before)

    administrator = ministry.person("administrator").id
    (kept,) = withdrawn(ministry.session)
    assert (kept.id, kept.from_on) == (before.id, day("2012-01-03"))
    assert (kept.withdrawn_by_id, kept.withdrawn_at) == (administrator, AT)
    assert (after.recorded_by_id, after.recorded_at, after.withdrawn_at) == (administrator, AT, None)


def test_two_people_do_not_correct_one_row(ministry: Ministry) -> None:
    row = write(ministry, period("A", "2020-01-01"))
    withdraw_name(ministry.session, row, by=ministry.person("head"), at=AT)

    with pytest.raises(Unfit, match="Une autre personne vient de corriger"):
        write(ministry, period("B", "2020-01-01"), instead_of=row)


def test_a_name_taken_back_holds_on_no_day(session: Session, ministry: Ministry) -> None:
    row = write(ministry, period("A", "2020-01-01"))

    withdraw_name(session, row, by=ministry.person("head"), at=AT)

    assert read_names(session).ministry_on(day("2021-01-01")) is None


def test_two_people_at_once_write_one_of_two_names_that_overlap(ministry: Ministry, engine: Engine) -> None:
    by, met = ministry.person("administrator"), Barrier(2)
    ministry.session.commit()

    def type_name(begins: str) -> str:
        with Session(engine) as session:
            met.wait(timeout=10)
            try:
                write_name(session, period("A", begins), by=by, at=AT)
                session.commit()
            except Unfit:
                return "refused"
            return "written"

    with ThreadPoolExecutor(2) as people:
        told = sorted(people.map(type_name, ["2020-01-01", "2020-02-01"]))

    assert told == ["refused", "written"]
