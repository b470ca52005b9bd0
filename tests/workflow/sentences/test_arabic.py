"""The Arabic words in which dates, votes and facts are said."""

from typing import Any

import pytest

from tests.workflow.builders import when
from workflow.rulebook.files import procedures
from workflow.sentences.arabic import articles_ar, date_ar, fact_ar, listed_ar
from workflow.sentences.places import any_body_ar, body_ar, reading_ar
from workflow.sentences.votes import votes_ar

BILL = procedures()["projet_de_loi"]


@pytest.mark.parametrize(
    ("on", "form", "words"),
    [
        ("2018-08-01", "on", "بتاريخ فاتح أغسطس 2018"),
        ("2018-08-02", "since", "منذ 2 أغسطس 2018"),
        ("2018-08-02", "of", "بتاريخ 2 أغسطس 2018"),
        ("2018-08-02", "met", "المنعقد بتاريخ 2 أغسطس 2018"),
        ("2018-08-02", "until", "إلى غاية 2 أغسطس 2018"),
        ("2018-08-02", "bare", "2 أغسطس 2018"),
        ("2018-08", "on", "في أغسطس 2018"),
        ("2018-08", "since", "منذ أغسطس 2018"),
        ("2018-08", "of", "الصادر في أغسطس 2018"),
        ("2018-08", "met", "في أغسطس 2018"),
        ("2018", "on", "سنة 2018"),
        ("2018", "since", "منذ سنة 2018"),
        ("2018", "of", "الصادر سنة 2018"),
        ("2018", "met", "سنة 2018"),
        (None, "since", ""),
    ],
)
def test_a_date_is_said_as_its_place_asks(on: str | None, form: str, words: str) -> None:
    assert date_ar(when(on), form) == words


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ({"for": 70, "against": 22}, "بموافقة 70 عضوا ومعارضة 22 عضوا"),
        ({"for": 51, "against": 1, "abstentions": 2}, "بموافقة 51 عضوا ومعارضة عضو واحد وامتناع عضوين عن التصويت"),
        ({"for": 57, "against": 0, "abstentions": 3}, "بموافقة 57 عضوا وامتناع 3 أعضاء عن التصويت، دون معارضة"),
        ({"for": 105}, "بموافقة 105 أعضاء"),
        ({"for": 100, "against": 0}, "بالإجماع (100 صوت)"),
        ({"unanimous": True}, "بالإجماع"),
        ({"abstentions": 1, "unanimous": True}, "بالإجماع، مع امتناع عضو واحد عن التصويت"),
        ({"majority": True}, "بالأغلبية"),
        ({"majority": True, "for": 70, "against": 22}, "بالأغلبية، بموافقة 70 عضوا ومعارضة 22 عضوا"),
        ({"majority": True, "against": 5, "abstentions": 4},
         "بالأغلبية، مع معارضة 5 أعضاء وامتناع 4 أعضاء عن التصويت"),
        ({"for": 0, "against": 5}, "مع معارضة 5 أعضاء، دون موافقة"),
        ({"against": 5}, "مع معارضة 5 أعضاء"),
        # Told by an old file: the numbers are said, not the word that they contradict.
        ({"for": 57, "against": 3, "unanimous": True}, "بموافقة 57 عضوا ومعارضة 3 أعضاء"),
        ({}, ""),
        (None, ""),
    ],
)  # fmt: skip
def test_a_vote_is_said_as_far_as_it_is_known(votes: dict[str, Any] | None, words: str) -> None:
    assert votes_ar(votes) == words


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ({"for": 22, "against": 60, "abstentions": 1}, "بمعارضة 60 عضوا وموافقة 22 عضوا وامتناع عضو واحد عن التصويت"),
        ({"for": 0, "against": 60}, "بالإجماع (60 صوتا)"),
        ({"for": 22}, "مع موافقة 22 عضوا"),
    ],
)
def test_a_rejection_counts_first_those_who_carried_it(votes: dict[str, Any], words: str) -> None:
    assert votes_ar(votes, rejected=True) == words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("chamber", "conseillers", "مجلس المستشارين"),
        ("votes", {"for": 2, "against": 1}, "بموافقة عضوين ومعارضة عضو واحد"),
        ("council_on", "2016-03-17", "بتاريخ 17 مارس 2016"),
        ("in_force_after", 6, "6 أشهر"),
        ("referrer", "king", "جلالة الملك"),
        ("pieces", ["arabic", "finance"], "النص الكامل باللغة العربية، تأشيرة المالية"),
        ("decision", "40/17", "40/17"),
        ("number", "2-14-278", "2.14.278"),
        ("bo_number", "7376 bis", "7376 مكرر"),
        ("successor", "la loi n° 58-25", "القانون رقم 58.25"),
        ("signatory", "chef du gouvernement", "رئيس الحكومة"),
        ("signatories", "sgg\nking\ncese", "الأمانة العامة للحكومة، جلالة الملك والمجلس الاقتصادي والاجتماعي والبيئي"),
        ("signatories", "sgg\nM. Untel", ""),
        ("signatory", "M. Untel", ""),
        ("note", "أحيل على الديوان.", "أحيل على الديوان."),
        ("note", "Vu.", ""),
        ("decision", None, ""),
    ],
)
def test_a_fact_is_said_by_its_type_or_not_at_all(name: str, value: object, words: str) -> None:
    assert fact_ar(BILL, name, value) == words


def test_an_institution_has_the_name_that_it_had_on_the_day() -> None:
    assert [fact_ar(BILL, "body", "constitutional_court", on=when(on)) for on in ("2013-12-25", "2026-01-01")] == [
        "المجلس الدستوري", "المحكمة الدستورية",
    ]  # fmt: skip


def test_readings_and_articles_and_lists_are_worded() -> None:
    assert [reading_ar(rank) for rank in (0, 1, 2, 3, 10, 11)] == ["", "", "ثانية", "ثالثة", "عاشرة", "11"]
    assert [articles_ar(words) for words in ("1", "4", "4 et 5", "")] == ["المادة الأولى", "المادة 4", "", ""]
    assert [listed_ar(words) for words in ([], ["أ"], ["أ", "ب", "ج"])] == ["", "أ", "أ، ب وج"]


def test_a_body_of_a_chamber_is_named_with_it_or_without() -> None:
    assert [body_ar(BILL, body, "representants") for body in ("bureau", "committee", "plenary")] == [
        "مكتب مجلس النواب", "اللجنة الدائمة بمجلس النواب", "الجلسة العامة بمجلس النواب",
    ]  # fmt: skip
    assert [any_body_ar(BILL, body) for body in ("bureau", "committee", "sgg")] == [
        "مكتب المجلس", "اللجنة الدائمة بالمجلس", "الأمانة العامة للحكومة",
    ]  # fmt: skip
    assert body_ar(BILL, "bureau", None) == "مكتب أحد مجلسي البرلمان"
