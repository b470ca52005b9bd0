"""What templates may put after a field: dates, numbers, agreement, references, as Moroccan acts write them."""

from datetime import date

import pytest

from documents.filters import (
    charged_fr,
    date_double_ar,
    date_double_fr,
    date_long_ar,
    each_ar,
    number_ar,
    number_fr,
    orders_ar,
    orders_fr,
    reference_ar,
    reference_fr,
)  # fmt: skip
from documents.grammar import ActReference, Agreement
from documents.missing import dotted
from models import PartialDate
from tests.documents.office import plain
from workflow.calendar.hijri import DualDate, HijriDate

LAW, DECREE = ("loi", "القانون"), ("décret", "المرسوم")


@pytest.mark.parametrize(
    ("day", "french", "arabic"),
    [
        (date(2024, 10, 22), "18 rabii II 1446 (22 octobre 2024)", "18 من ربيع الآخر 1446 (22 أكتوبر 2024)"),
        (date(2014, 8, 26), "29 chaoual 1435 (26 août 2014)", "29 من شوال 1435 (26 أغسطس 2014)"),
        (date(2014, 6, 6), "8 chaabane 1435 (6 juin 2014)", "8 شعبان 1435 (6 يونيو 2014)"),
        (date(2014, 9, 1), "5 kaada 1435 (1er septembre 2014)", "5 ذي القعدة 1435 (فاتح سبتمبر 2014)"),
    ],
)
def test_days_in_both_calendars(day: date, french: str, arabic: str) -> None:
    assert (plain(date_double_fr(day)), plain(date_double_ar(day))) == (french, arabic)
    assert " " not in date_double_fr(day).replace(" (", "")


@pytest.mark.parametrize(
    ("day", "arabic"), [(1, "فاتح محرم"), (2, "2 محرم"), (10, "10 محرم"), (11, "11 من محرم"), (30, "30 من محرم")]
)
def test_the_hijri_day_takes_min_from_the_eleventh_on(day: int, arabic: str) -> None:
    dual = DualDate(HijriDate(1440, 1, day), date(2018, 9, 20), estimated=False)

    assert plain(date_double_ar(dual)) == f"{arabic} 1440 (20 سبتمبر 2018)"


def test_an_estimated_hijri_day_is_said_to_be_so() -> None:
    dual = DualDate(HijriDate(1470, 3, 4), date(2048, 1, 20), estimated=True)

    assert plain(date_double_fr(dual)) == "4 rabii I 1470, estimé (20 janvier 2048)"
    assert plain(date_double_ar(dual)) == "4 ربيع الأول 1470 تقديرا (20 يناير 2048)"


def test_what_is_not_known_is_dotted_and_a_month_has_no_hijri_day() -> None:
    shown = [date_long_ar(None), date_double_fr(None), date_double_ar(None), number_ar(None), reference_fr(None)]
    assert [dotted(each) for each in shown] == ["………"] * 5
    assert plain(date_double_ar(PartialDate(2016, 7))) == "يوليو 2016"
    assert date_double_fr(PartialDate(2016, 7)) == "juillet 2016"


@pytest.mark.parametrize(
    ("written", "french", "arabic"),
    [
        ("2.14.278", "2-14-278", "2.14.278"),
        ("2582-14", "2582-14", "2582.14"),
        ("sans numéro", "sans numéro", "sans numéro"),
    ],
)
def test_numbers_of_each_language(written: str, french: str, arabic: str) -> None:
    assert (number_fr(written), number_ar(written)) == (french, arabic)


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (Agreement("m"), ("chargé", "ARRÊTE", "قرر", "")),
        (Agreement("f"), ("chargée", "ARRÊTE", "قررت", "")),
        (Agreement("m", 2), ("chargés", "ARRÊTENT", "قررا", "كل واحد منهما فيما يخصه")),
        (Agreement("f", 3), ("chargées", "ARRÊTENT", "قررن", "كل واحدة منهن فيما يخصها")),
    ],
)
def test_words_agree_in_gender_and_number(who: Agreement, told: tuple[str, ...]) -> None:
    assert (charged_fr(who), orders_fr(who), orders_ar(who), each_ar(who)) == told


def test_acts_are_cited_in_each_language() -> None:
    decree = ActReference(*DECREE, "2-14-278", date(2014, 6, 6))
    law = ActReference(*LAW, "65-15", date(2018, 4, 12), dahir="1-18-14")

    assert plain(reference_fr(decree)) == "décret n° 2-14-278 du 8 chaabane 1435 (6 juin 2014)"
    assert plain(reference_ar(decree)) == "المرسوم رقم 2.14.278 الصادر في 8 شعبان 1435 (6 يونيو 2014)"
    assert plain(reference_fr(law)).startswith("loi n° 65-15 promulguée par le dahir n° 1-18-14 du ")
    assert plain(reference_ar(law)).startswith("القانون رقم 65.15 الصادر بتنفيذه الظهير الشريف رقم 1.18.14 بتاريخ ")
