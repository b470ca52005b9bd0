"""How far a due date is, in the words of pages, papers and mails."""

import pytest

from workflow.calendar.lateness import days_left_fr, distance_fr, lateness_fr


@pytest.mark.parametrize(
    ("days", "tag", "paper", "mail"),
    [
        (-3, "dépassée de 3 jours", "dépassée de 3 jours", "3 jours de retard"),
        (0, "aujourd’hui", "aujourd’hui", "aujourd’hui"),
        (1, "demain", "1 jour restant", "demain"),
        (2, "dans 2 jours", "2 jours restants", "après-demain"),
        (150, "dans 4 mois", "4 mois restants", "dans 4 mois"),
    ],
)
def test_each_place_has_its_words(days: int, tag: str, paper: str, mail: str) -> None:
    assert (distance_fr(days), days_left_fr(days), lateness_fr(days)) == (tag, paper, mail)


def test_an_unknown_due_date_is_left_to_the_hand() -> None:
    assert days_left_fr(None) == "………"
