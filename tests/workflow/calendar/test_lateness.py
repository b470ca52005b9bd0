"""How far a due date is, in the words of pages, papers and mails."""

import pytest

from workflow.calendar.lateness import days_left_ar, days_left_fr, distance_ar, distance_fr, lateness_ar, lateness_fr


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


@pytest.mark.parametrize(
    ("days", "tag", "paper", "mail"),
    [
        (-12, "انقضى منذ 12 يوما", "انقضى منذ 12 يوما", "تأخير قدره 12 يوما"),
        (-2, "انقضى منذ يومين", "انقضى منذ يومين", "تأخير قدره يومان"),
        (-1, "انقضى منذ يوم واحد", "انقضى منذ يوم واحد", "تأخير قدره يوم واحد"),
        (0, "اليوم", "اليوم", "اليوم"),
        (1, "غدا", "المتبقي: يوم واحد", "غدا"),
        (2, "بعد يومين", "المتبقي: يومان", "بعد غد"),
        (3, "بعد 3 أيام", "المتبقي: 3 أيام", "بعد 3 أيام"),
        (100, "بعد 100 يوم", "المتبقي: 100 يوم", "بعد 100 يوم"),
        (150, "بعد 4 أشهر", "المتبقي: 4 أشهر", "بعد 4 أشهر"),
        (800, "بعد سنتين", "المتبقي: سنتان", "بعد سنتين"),
    ],
)
def test_each_place_has_its_words_in_arabic(days: int, tag: str, paper: str, mail: str) -> None:
    assert (distance_ar(days), days_left_ar(days), lateness_ar(days)) == (tag, paper, mail)


def test_an_unknown_due_date_is_left_to_the_hand() -> None:
    assert (days_left_fr(None), days_left_ar(None)) == ("………", "………")
