"""Limits of the law and markers of practice, with the move that meets each."""

import pytest

from models import Role
from tests.workflow.builders import Ministry, moved, undated
from tests.workflow.worklist.desk import list_of, moment, waiting, with_study

# Two months from 24 September 2026 end on Tuesday 24 November, the day of the tests.
STUDY = "Réaliser l’étude d’impact"
DELIVER = ("Enregistrer la remise de l’étude d’impact", "move", "deliver_impact_study")


@pytest.mark.parametrize(
    ("later", "group", "words"),
    [
        (-14, "later", "dans 14 jours"),  # Tuesday 10 November
        (-9, "later", "dans 9 jours"),  # a Sunday: the week of the limit is the one after the next day
        (-7, "next", "dans 7 jours"),
        (-1, "week", "demain"),
        (0, "week", "aujourd’hui"),
        (1, "late", "délai légal dépassé de 1 jour"),
        (5, "late", "délai légal dépassé de 5 jours"),
    ],
)
def test_a_limit_of_the_law_presses_by_its_day(ministry: Ministry, later: int, group: str, words: str) -> None:
    with_study(ministry, "2026-09-24")

    (action,) = (each for each in list_of(ministry, later=later).actions if each.source == "limit")

    assert (action.when.group.value, action.when.distance_fr) == (group, words)
    assert action.what_fr == STUDY
    assert (action.button_fr, action.target.doing.value, action.target.argument) == DELIVER
    assert action.why_fr == "2 mois à compter du 24 septembre 2026 (décret n° 2-17-585, art. 6)."


def test_a_day_that_is_estimated_is_said_to_be(ministry: Ministry) -> None:
    with_study(ministry, "2026-09")

    (action,) = (each for each in list_of(ministry).actions if each.source == "limit")

    assert str(action.when.day) == "2026-11-30"
    assert action.why_fr.endswith("(décret n° 2-17-585, art. 6). Date estimée.")


def test_a_limit_more_than_thirty_days_ahead_presses_nobody(ministry: Ministry) -> None:
    with_study(ministry, "2026-10-26")

    assert waiting(ministry, "limit") == []


def test_a_limit_that_is_met_waits_for_nobody(ministry: Ministry) -> None:
    text = with_study(ministry, "2026-09-10")
    ministry.move(text, "deliver_impact_study", "2026-11-02")

    assert waiting(ministry, "limit") == []


def test_a_limit_that_ends_with_a_stage_leads_to_the_step_that_leaves_it(ministry: Ministry) -> None:
    ministry.open("decret_de_nomination", *undated("assign_drafter"), moved("publish_call", "2026-11-02"))

    (row,) = waiting(ministry, "limit")

    assert row[1] == "Fin de l’appel à candidatures (dix jours au moins)"
    assert row[2:] == ("Clore les candidatures", "move", "close_call")


def test_a_marker_of_practice_is_never_among_the_limits_of_the_law(ministry: Ministry) -> None:
    text = ministry.open("projet_de_loi", responsible_id=ministry.person(Role.HEAD).id)
    ministry.bring(text, "adopt_in_council", "2026-02-05")

    found = list_of(ministry)

    assert [each.source for each in found.actions] == ["marker"]
    (marker,) = found.actions
    assert (marker.when.group.value, marker.when.distance_fr) == ("without", "depuis 8 mois")
    assert marker.what_fr == "Déposer le projet au Parlement"
    assert marker.why_fr == "Repère interne : aucun texte ne fixe cette durée."
    assert (marker.target.doing.value, marker.target.argument) == ("move", "deposit")


def test_a_marker_that_passed_more_than_a_year_ago_waits_for_nobody(ministry: Ministry) -> None:
    text = ministry.open("projet_de_loi", responsible_id=ministry.person(Role.HEAD).id)
    ministry.bring(text, "adopt_in_council", "2014-02-06")

    assert list_of(ministry).actions == ()


def test_the_earliest_limit_comes_first(ministry: Ministry) -> None:
    ministry.at = moment("2026-11-24")
    for day in ("2026-10-02", "2026-09-10", "2026-09-24"):
        with_study(ministry, day, title_fr=f"Projet du {day}")

    titles = [each.title_fr for each in list_of(ministry).actions if each.source == "limit"]

    assert titles == ["Projet du 2026-09-10", "Projet du 2026-09-24", "Projet du 2026-10-02"]


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.DRAFTER, 1), (Role.HEAD, 2), (Role.DIRECTOR, 2), (Role.SECRETARY_GENERAL, 2), (Role.CABINET, 2),
        (Role.READER, 0), (Role.ADMINISTRATOR, 0),
    ],
)  # fmt: skip
def test_everybody_sees_their_own_work(ministry: Ministry, role: str, sees: int) -> None:
    with_study(ministry, "2026-09-10", responsible_id=ministry.person(Role.DRAFTER).id)
    with_study(ministry, "2026-09-10", responsible_id=ministry.person(Role.HEAD).id)

    assert len(waiting(ministry, "limit", role)) == sees


def test_whoever_may_not_make_the_move_is_led_to_the_text(ministry: Ministry) -> None:
    with_study(ministry, "2026-09-10")

    (row,) = waiting(ministry, "limit", Role.CABINET)

    assert row[2:] == ("Ouvrir le texte", "text", "")


def test_a_finished_text_is_nobodys_work(ministry: Ministry) -> None:
    text = with_study(ministry, "2026-09-10")
    ministry.move(text, "abandon", "2026-11-02", reason="Sans objet.")

    assert list_of(ministry).actions == ()
