"""The screen on which names, holders and delegations are kept."""

import pytest
from flask import Flask
from sqlmodel import Session, select

from models import Delegation, NamePeriod, OfficeHolder
from models.names import NOT_DELEGABLE
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.page import attribute
from tests.web.queries import queries
from tests.workflow.names.builders import delegation, holder, period
from workflow.names.periods import read_names
from workflow.procedure.institutions import institutions

NAME: dict[str, Value] = {
    "code": "ministry", "fr": "Ministère de la Mer", "ar": "وزارة البحر", "gender": "m",
    "from_on_day": "1", "from_on_month": "2", "from_on_year": "2027", "source": "décret n° 2-27-1",
}  # fmt: skip
PERSON: dict[str, Value] = {
    "office": "minister", "name_fr": "Mme A", "name_ar": "ا", "gender": "f",
    "from_on_day": "1", "from_on_month": "2", "from_on_year": "2027",
}  # fmt: skip
GIVEN: dict[str, Value] = {
    "office": "minister", "name_fr": "M. C", "name_ar": "ج", "gender": "m",
    "quality_fr": "Le Secrétaire général", "quality_ar": "الكاتب العام", "decision_number": "2885-25",
    "bulletin": "n° 7455", "kinds": ["letter", "slip"],
    "from_on_day": "1", "from_on_month": "3", "from_on_year": "2027",
    "decision_on_day": "20", "decision_on_month": "2", "decision_on_year": "2027",
}  # fmt: skip
TYPED = {"periods": NAME, "holders": PERSON, "delegations": GIVEN}
LABELS = {"periods": "Ajouter un nom", "holders": "Ajouter une personne", "delegations": "Ajouter une délégation"}
TABLES = pytest.mark.parametrize("table", TYPED)


@pytest.fixture
def keeper(app: Flask, ministry: Ministry) -> Browser:
    """Give the browser of the administrator, where a minister has been there for long."""
    ministry.add(holder("Mme Z", "2000-01-01", name_ar="ز"))
    browser = Browser(app)
    browser.enter(ministry.people.administrator)
    return browser


@TABLES
def test_a_row_is_added_and_shown(keeper: Browser, ministry: Ministry, table: str) -> None:
    form = keeper.follow(keeper.get("/names"), LABELS[table])

    page = keeper.press(form, "Enregistrer", TYPED[table])

    assert page.notes == ["C’est enregistré."]
    name = str(TYPED[table].get("fr") or TYPED[table]["name_fr"])
    assert page.link(f"Corriger : {name}")
    with ministry.session() as session:
        rows = [*read_names(session).periods, *read_names(session).holders, *read_names(session).delegations]
        row = next(row for row in rows if name in {getattr(row, "fr", ""), getattr(row, "name_fr", "")})
        assert (row.recorded_by_id, row.certainty) == (ministry.people.administrator.id, "typed")


@TABLES
def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(keeper: Browser, table: str) -> None:
    wrong: dict[str, Value] = {**TYPED[table], "from_on_day": "", "source": "tapé"}
    wrong["ar" if table == "periods" else "name_ar"] = ""

    page = keeper.press(keeper.get(f"/names/{table}/new"), "Enregistrer", wrong, status=422)

    assert sorted(page.all(".wrong")) == ["Donnez le jour complet : jour, mois et année.", "Donnez le nom en arabe."]
    assert page.value("source") == "tapé"
    assert page.value("gender") == TYPED[table]["gender"]
    assert page.value("from_on_year") == "2027"


@TABLES
def test_an_empty_form_says_all_that_is_missing(keeper: Browser, table: str) -> None:
    page = keeper.press(keeper.get(f"/names/{table}/new"), "Enregistrer", status=422)

    assert len(page.all(".wrong")) == {"periods": 4, "holders": 4, "delegations": 10}[table]
    described = {
        each for tag in page.soup.select("[aria-describedby]") for each in attribute(tag, "aria-describedby").split()
    }
    assert {tag["id"] for tag in page.soup.select(".wrong")} <= described


def test_a_new_minister_ends_the_term_of_the_one_before(keeper: Browser, ministry: Ministry) -> None:
    keeper.press(keeper.get("/names/holders/new"), "Enregistrer", PERSON, ending=True)

    with ministry.session() as session:
        told = [
            (row.name_fr, str(row.from_on), row.until_on and str(row.until_on)) for row in read_names(session).holders
        ]
    assert told == [("Mme Z", "2000-01-01", "2027-02-01"), ("Mme A", "2027-02-01", None)]


def test_two_ministers_at_once_are_refused_where_the_first_one_is_not_ended(keeper: Browser) -> None:
    page = keeper.press(keeper.get("/names/holders/new"), "Enregistrer", PERSON, status=422, ending=False)

    assert page.all(".wrong") == [
        "« Mme Z » est déjà enregistré depuis le 1er janvier 2000 : corrigez ou terminez d’abord cette période."
    ]


def test_a_correction_keeps_what_stood_before(keeper: Browser, ministry: Ministry) -> None:
    page = keeper.follow(keeper.get("/names"), "Corriger : Mme Z")

    page = keeper.press(page, "Enregistrer", until_on_day="5", until_on_month="4", until_on_year="2017", gender="f")

    assert "Ministre : Mme Z, du 1er janv. 2000 à aujourd’hui corrigé ou retiré par Administrator" in page.text
    with ministry.session() as session:
        assert len(session.exec(select(OfficeHolder)).all()) == 2
        (now,) = read_names(session).holders
        assert str(now.until_on) == "2017-04-05"


def test_a_row_too_many_is_taken_back_once(keeper: Browser, ministry: Ministry) -> None:
    form = keeper.follow(keeper.get("/names"), "Corriger : Mme Z")

    page = keeper.press(form, "Retirer cette ligne")
    again = keeper.press(form, "Retirer cette ligne")
    changed = keeper.press(form, "Enregistrer", status=422)

    assert "Personne n’est enregistré." in page.text
    assert again.notes == ["Une autre personne vient de corriger cette ligne : relisez la page, puis recommencez."]
    assert changed.reasons == again.notes
    with ministry.session() as session:
        assert read_names(session).holders == []


@pytest.mark.parametrize("kind", ["decret", "arrete_reglementaire"])
def test_a_delegation_of_what_nobody_delegates_is_refused(keeper: Browser, ministry: Ministry, kind: str) -> None:
    keeper.get("/names/delegations/new")

    page = keeper.post("/names/delegations/new", {**GIVEN, "kinds": ["letter", kind]}, status=422)

    assert NOT_DELEGABLE in page.text
    assert ministry.count(Delegation) == 0


def test_institutions_are_shown_and_not_changed(keeper: Browser) -> None:
    page = keeper.get("/names")

    assert f"Voir les {len(institutions())} institutions" in page.text
    assert "le Conseil constitutionnel, jusqu’au" in page.text


def test_the_page_asks_as_little_of_many_rows_as_of_few(keeper: Browser, ministry: Ministry, app: Flask) -> None:
    with queries(app) as few:
        keeper.get("/names")
    years = range(1950, 1999)
    ministry.add(
        *[period(f"M {year}", f"{year}-01-01", f"{year + 1}-01-01") for year in years],
        *[delegation(f"D {year}", f"{year}-01-01", recorded_by_id=ministry.people.head.id) for year in years],
    )

    with queries(app) as many:
        keeper.get("/names")

    assert len(many) == len(few)


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_names_are_kept_alike_on_postgresql(keeper: Browser, ministry: Ministry) -> None:
    keeper.press(keeper.get("/names/holders/new"), "Enregistrer", PERSON, ending=True)
    keeper.press(keeper.get("/names/delegations/new"), "Enregistrer", GIVEN)

    with Session(ministry.engine) as session:
        names = read_names(session)
        assert [row.name_fr for row in names.holders] == ["Mme Z", "Mme A"]
        assert [row.kinds for row in names.delegations] == ["letter slip"]
        assert session.exec(select(NamePeriod)).all() == []
