"""How far a due date is, and what its passing means, in the words of pages, papers and mails."""

import pytest

from workflow.calendar.lateness import (
    Force,
    away_ar,
    away_fr,
    days_left_ar,
    days_left_fr,
    distance_ar,
    distance_fr,
    lateness_ar,
    lateness_fr,
)


@pytest.mark.parametrize(
    ("days", "tag", "paper", "mail"),
    [
        (-4380, "délai légal dépassé de 11 ans", "délai légal dépassé de 11 ans", "11 ans de retard"),
        (-3, "délai légal dépassé de 3 jours", "délai légal dépassé de 3 jours", "3 jours de retard"),
        (0, "aujourd’hui", "aujourd’hui", "aujourd’hui"),
        (1, "demain", "1 jour restant", "demain"),
        (2, "dans 2 jours", "2 jours restants", "après-demain"),
        (150, "dans 4 mois", "4 mois restants", "dans 4 mois"),
    ],
)
def test_each_place_has_its_words(days: int, tag: str, paper: str, mail: str) -> None:
    law = Force.LAW
    assert (distance_fr(days, law), days_left_fr(days, law), lateness_fr(days, law)) == (tag, paper, mail)


@pytest.mark.parametrize(
    ("days", "tag", "paper", "mail"),
    [
        (-12, "انقضى الأجل القانوني منذ 12 يوما", "انقضى الأجل القانوني منذ 12 يوما", "تأخير قدره 12 يوما"),
        (-2, "انقضى الأجل القانوني منذ يومين", "انقضى الأجل القانوني منذ يومين", "تأخير قدره يومان"),
        (-1, "انقضى الأجل القانوني منذ يوم واحد", "انقضى الأجل القانوني منذ يوم واحد", "تأخير قدره يوم واحد"),
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
    law = Force.LAW
    assert (distance_ar(days, law), days_left_ar(days, law), lateness_ar(days, law)) == (tag, paper, mail)


@pytest.mark.parametrize(
    ("force", "passed", "ahead", "passed_ar", "ahead_ar"),
    [
        (Force.RULE, "délai du règlement intérieur, passé depuis 12 ans", "délai du règlement intérieur, dans 3 jours",
         "أجل النظام الداخلي، انقضى منذ 12 سنة", "أجل النظام الداخلي، بعد 3 أيام"),
        (Force.MARKER, "repère interne, passé depuis 12 ans", "repère interne, dans 3 jours",
         "أجل استرشادي، انقضى منذ 12 سنة", "أجل استرشادي، بعد 3 أيام"),
        (Force.TACIT, "le silence vaut réponse depuis 12 ans", "dans 3 jours",
         "السكوت بمثابة جواب منذ 12 سنة", "بعد 3 أيام"),
        (Force.OPEN, "délai écoulé depuis 12 ans", "dans 3 jours", "أجل منقض منذ 12 سنة", "بعد 3 أيام"),
    ],
)  # fmt: skip
def test_what_is_no_limit_of_the_law_says_what_it_is_everywhere(  # noqa: PLR0917 - a row of the table
    force: Force, passed: str, ahead: str, passed_ar: str, ahead_ar: str
) -> None:
    assert {distance_fr(-4400, force), days_left_fr(-4400, force), lateness_fr(-4400, force)} == {passed}
    assert {distance_ar(-4400, force), days_left_ar(-4400, force), lateness_ar(-4400, force)} == {passed_ar}
    assert {distance_fr(3, force), lateness_fr(3, force)} == {ahead}
    assert {distance_ar(3, force), lateness_ar(3, force)} == {ahead_ar}


def test_a_day_that_is_no_deadline_is_only_far_or_near() -> None:
    assert [away_fr(days) for days in (-3, 0, 1, 12)] == ["il y a 3 jours", "aujourd’hui", "demain", "dans 12 jours"]
    assert [away_ar(days) for days in (-3, 0, 1, 12)] == ["منذ 3 أيام", "اليوم", "غدا", "بعد 12 يوما"]


def test_an_unknown_due_date_is_left_to_the_hand() -> None:
    assert (days_left_fr(None, Force.LAW), days_left_ar(None, Force.LAW)) == ("………", "………")
