"""The names in a note: whom each means, and where it ends."""

from datetime import UTC, datetime

import pytest

from models import Role, User
from workflow.people.mentions import mentions_in, near_names, unmistakable


def person(name: str, local: str) -> User:
    at = datetime(2026, 12, 1, tzinfo=UTC)
    return User(email=f"{local}@ministere.test", name=name, role=Role.DRAFTER, password_hash="", created_at=at)


AMINA = person("Amina El Idrissi", "a.elidrissi")
OTHER = person("Amina Benali", "a.benali")
HELENE = person("Hélène N’Diaye", "h.ndiaye")
ONE_WORD = person("Yto", "yto")
YTO = person("Yto Alaoui", "y.alaoui")
FIRST, SECOND = person("Omar Tazi", "omar.tazi"), person("Omar Tazi", "o.tazi")
PEOPLE = [AMINA, OTHER, HELENE, ONE_WORD, YTO, FIRST, SECOND]


@pytest.mark.parametrize(
    ("note", "named", "meant"),
    [
        ("Vu avec @Amina El Idrissi hier.", "@Amina El Idrissi", [AMINA]),
        ("Vu avec @amina el demain", "@amina el", [AMINA]),
        ("@a.elidrissi, à relire", "@a.elidrissi", [AMINA]),
        ("(@Amina Benali)", "@Amina Benali", [OTHER]),
        ("@Amina, Benali est absent", "@Amina", [AMINA, OTHER]),
        ("@Helene N'Diaye relit", "@Helene N'Diaye", [HELENE]),
        ("@Yto relit", "@Yto", [ONE_WORD]),
        ("@Yto Alaoui relit", "@Yto Alaoui", [YTO]),
        ("@Omar Tazi", "@Omar Tazi", [FIRST, SECOND]),
        ("@o.tazi", "@o.tazi", [SECOND]),
        ("Voir @Karim Alami.", "@Karim", []),
        ("@Aminata", "@Aminata", []),
    ],
)
def test_a_name_means_those_who_are_called_so(note: str, named: str, meant: list[User]) -> None:
    (found,) = mentions_in(note, PEOPLE)

    assert note[found.start : found.end] == named
    assert list(found.people) == meant


@pytest.mark.parametrize("note", ["contact@sgg.gov.ma", "rendez-vous @ 10 h", "prix @", "Amina El Idrissi", ""])
def test_a_sign_that_names_nobody_is_left_alone(note: str) -> None:
    assert mentions_in(note, PEOPLE) == []


def test_each_name_of_a_note_is_found() -> None:
    assert [each.people for each in mentions_in("@Amina Benali et @h.ndiaye", PEOPLE)] == [(OTHER,), (HELENE,)]


def test_whoever_may_have_been_meant_is_named_so_that_nobody_else_is() -> None:
    near = near_names("@Omarr", PEOPLE)

    assert near == [FIRST, SECOND]
    assert [unmistakable(one, PEOPLE) for one in near] == ["@omar.tazi", "@o.tazi"]
    assert unmistakable(AMINA, PEOPLE) == "@Amina El Idrissi"
