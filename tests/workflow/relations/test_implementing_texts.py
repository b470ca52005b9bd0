"""How far a law is applied, and whether what a text rests on still stands."""

from datetime import date

import pytest
from sqlmodel import Session

from models import LegalText, RelationKind
from tests.workflow.builders import CALENDAR, TODAY, Ministry
from workflow.relations.implementing_texts import application, warnings
from workflow.relations.ties import Wanted, relate, ties

IMPLEMENTS = RelationKind.IMPLEMENTS
CHECK = "Vérifiez que ce projet de décret garde un fondement."
SOON, PAST = date(2027, 1, 31), date(2026, 9, 30)


def applied(session: Session, law: LegalText) -> tuple[int, int, int, int | None, str]:
    found = application(ties(session, law), today=TODAY)
    return found.owed, found.taken, found.late, found.rate, found.sentence


def warned(session: Session, text: LegalText) -> list[str]:
    return warnings(session, text, ties(session, text), calendar=CALENDAR, today=TODAY)


def awaits(session: Session, law: LegalText, article: str, due_on: date | None = None) -> None:
    relate(session, law, Wanted(IMPLEMENTS, "décret", incoming=True, article=article, owed=True, due_on=due_on))


def test_a_law_that_provides_for_no_text_has_no_rate(session: Session, law: LegalText, decree: LegalText) -> None:
    relate(session, decree, Wanted(IMPLEMENTS, other=law))

    assert applied(session, law) == (0, 0, 0, None, "")
    assert len(application(ties(session, law), today=TODAY).texts) == 1


def test_the_rate_counts_what_is_taken_among_what_is_owed(
    session: Session, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    awaits(session, law, "12", SOON)
    awaits(session, law, "13", PAST)
    relate(session, decree, Wanted(IMPLEMENTS, other=law, article="14", owed=True, due_on=PAST))
    sentence = "Aucun texte d’application pris sur 3 prévus, soit 0 % ; 2 en retard."
    assert applied(session, law) == (3, 0, 2, 0, sentence)

    ministry.bring(decree, "publish", "2026-10-02", bo_number="7000")

    sentence = "1 texte d’application pris sur 3 prévus, soit 33 % ; 1 en retard."
    assert applied(session, law) == (3, 1, 1, 33, sentence)


def test_a_text_is_late_from_the_day_after(session: Session, law: LegalText) -> None:
    awaits(session, law, "12", TODAY)
    assert applied(session, law)[2] == 0

    awaits(session, law, "13", date(2026, 11, 23))
    assert applied(session, law)[2] == 1


def test_a_text_that_was_repealed_or_abandoned_is_not_taken(
    session: Session, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    other = ministry.open("decret", title_fr="Autre décret")
    for text, article in ((decree, "12"), (other, "13")):
        relate(session, text, Wanted(IMPLEMENTS, other=law, article=article, owed=True))
    ministry.bring(decree, "enter_on_publication", "2020-10-02")
    assert applied(session, law)[:2] == (2, 1)

    ministry.bring(decree, "repeal", "2024-10-02", successor="décret n° 2-24-1")
    ministry.bring(other, "abandon", "2024-10-02", reason="Sans objet.")

    assert applied(session, law)[:2] == (2, 0)


def test_an_awaited_text_known_by_its_number_counts_once_it_is_taken(
    session: Session, ministry: Ministry, law: LegalText
) -> None:
    relate(session, law, Wanted(IMPLEMENTS, "décret n° 2-26-7", incoming=True, owed=True))
    ministry.bring(ministry.open("decret", number="2-26-7"), "publish", "2026-10-02", bo_number="7000")

    assert applied(session, law)[-1] == "1 texte d’application pris sur 1 prévu, soit 100 %."


@pytest.mark.parametrize(
    ("move", "facts"),
    [
        ("repeal", {"successor": "loi n° 12-24"}),
        ("withdraw", {"reason": "…"}),
        ("replace", {"successor": "loi n° 1-24"}),
    ],
)
def test_a_parent_that_no_longer_stands_is_told(
    ministry: Ministry, law: LegalText, decree: LegalText, *, move: str, facts: dict[str, str]
) -> None:
    session = ministry.session
    relate(session, decree, Wanted(IMPLEMENTS, other=law))
    assert warned(session, decree) == []

    ministry.bring(law, move, "2024-10-02", **facts)

    base = "Ce projet de décret est pris pour l’application de « Loi de protection »."
    assert warned(session, decree) == [f"{base} {ministry.standing(law).sentence} {CHECK}"]
    assert warned(session, law) == []


def test_a_rejected_bill_is_told_to_the_text_that_rests_on_it(
    session: Session, ministry: Ministry, decree: LegalText
) -> None:
    decree_law = ministry.open("decret_loi", title_fr="Décret-loi « Covid »")
    relate(session, decree, Wanted(RelationKind.BASED_ON, other=decree_law))
    ministry.bring(decree_law, "refuse_in_committees", "2024-10-02")

    assert "se fonde sur « Décret-loi “Covid” »." in warned(session, decree)[0]


@pytest.mark.parametrize(("until_on", "told"), [("2026-11-23", True), ("2026-11-24", False), ("2026-11", False)])
def test_a_parent_that_has_expired_is_told(
    ministry: Ministry, law: LegalText, decree: LegalText, *, until_on: str, told: bool
) -> None:
    relate(ministry.session, decree, Wanted(RelationKind.BASED_ON, other=law))
    ministry.bring(law, "enter_on_publication", "2020-03-24")
    ministry.move(law, "extend_validity", "2020-04-10", until_on=until_on)

    words = (
        "Ce projet de décret se fonde sur « Loi de protection ». L’application de cette loi s’arrêtait le 23 novembre"
    )
    assert warned(ministry.session, decree) == ([f"{words} 2026. {CHECK}"] if told else [])


def test_what_is_only_amended_or_cited_gives_no_warning(
    session: Session, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    relate(session, decree, Wanted(RelationKind.AMENDS, other=law))
    relate(session, decree, Wanted(IMPLEMENTS, "loi n° 99-99"))
    ministry.bring(law, "abandon", "2024-10-02", reason="…")

    assert warned(session, decree) == []


def test_a_text_whose_own_way_has_ended_is_not_warned(
    session: Session, ministry: Ministry, law: LegalText, decree: LegalText
) -> None:
    relate(session, decree, Wanted(IMPLEMENTS, other=law))
    for text in (law, decree):
        ministry.bring(text, "abandon", "2024-10-02", reason="…")

    assert warned(session, decree) == []
