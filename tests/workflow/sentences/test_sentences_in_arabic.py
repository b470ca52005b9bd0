"""Where a text stands, said in Arabic: every place of the longest ways, and no broken sentence in any other.

`said_ar/KIND.toml` reads like `said/KIND.toml`: `known` is said of a text of which every date and answer is known,
`unknown` of one of which nothing but the way is.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workflow.builders import (
    ACROSS,
    CALENDAR,
    THROUGH_COMMITTEE,
    TO_COUNCIL,
    TO_DEPOSITED,
    TO_FINAL,
    TO_PLENARY,
    TO_PUBLISHED,
    TO_SGG,
    File,
    Move,
    moved,
    undated,
)
from tests.workflow.rulebook.test_phrases_of_procedures import DATES, step
from tests.workflow.rulebook.test_walks import places
from tests.workflow.sentences.test_sentences_of_every_place import known
from tests.workflow.sentences.unbroken_arabic import BROKEN
from workflow.deadlines.clocks import clocks
from workflow.history.fold import Situation
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedures
from workflow.sentences.sentence import sentence_ar
from workflow.sentences.steps_ar import step_sentence_ar

SAID = Path(__file__).parent / "said_ar"
BOOKS = sorted(file.stem for file in SAID.iterdir())


def told(kind: str) -> dict[str, dict[str, str]]:
    return {
        state: {"known": known(kind, there).standing.sentence_ar, "unknown": File.at(kind, there).standing.sentence_ar}
        for state, there in places(kind).items()
    }


@pytest.mark.parametrize("kind", BOOKS)
def test_each_place_has_its_sentence(kind: str) -> None:
    assert told(kind) == tomllib.loads((SAID / f"{kind}.toml").read_text("utf-8"))


@pytest.mark.parametrize("kind", procedures())
def test_no_place_of_any_kind_is_told_in_broken_arabic(kind: str) -> None:
    said = [words for both in told(kind).values() for words in both.values()]

    assert [words for words in said if BROKEN.search(words)] == []


def phrases(procedure: Procedure) -> Iterator[str]:
    """Fill every phrase with dates of each precision, with all that can be told and with nothing."""
    for on in DATES:
        for reading in (1, 2):
            steps = [step(procedure, move, on=on, reading=reading) for move in procedure.transitions]
            yield from (step_sentence_ar(procedure, each) for each in steps)
            running = clocks(procedure, steps, CALENDAR)
            for state in procedure.states:
                there = Situation(state, chamber="conseillers", reading=reading, navette=1, done=tuple(steps))
                yield sentence_ar(procedure, there, running)


@pytest.mark.parametrize("kind", procedures())
def test_no_filled_phrase_is_broken_arabic(kind: str) -> None:
    assert [words for words in phrases(procedures()[kind]) if BROKEN.search(words)] == []


@pytest.mark.parametrize(
    "words",
    ["صادق  المجلس.", "صادق المجلس", "نشر بالجريدة الرسمية عدد.", "رقم 2-14-278.", "المجلس ، ثم.", "M. Untel.",
     "لالقانون.", "أودع {x}.", "صادق المجلس،."],
)  # fmt: skip
def test_what_is_broken_is_seen(words: str) -> None:
    assert BROKEN.search(words)


@pytest.mark.parametrize("kind", procedures())
def test_what_a_text_is_called_is_masculine_and_definite(kind: str) -> None:
    nouns = {procedures()[kind].draft.ar, procedures()[kind].act.ar}

    assert {noun.split()[0] for noun in nouns} <= {"مشروع", "مقترح", "القانون", "قانون", "المرسوم", "مرسوم", "القرار",
                                                  "قرار"}  # fmt: skip
    assert all(" ال" in f" {noun}" or noun.endswith("الحكومة") for noun in nouns)


AMENDED = [*TO_PLENARY, *ACROSS, moved("adopt_amended", "2018-01-30", votes={"for": 23, "against": 15})]
PUBLISHED = "نشر القانون بالجريدة الرسمية عدد 6655 بتاريخ 12 مارس 2018"


@pytest.mark.parametrize(
    ("kind", "moves", "words"),
    [
        # Councils: a day is that of a meeting, a month or a year is not.
        ("projet_de_loi", [*TO_COUNCIL, moved("adopt_in_council", "2013-11-07")],
         "صادق مجلس الحكومة المنعقد بتاريخ 7 نوفمبر 2013 على مشروع القانون."),
        ("decret", [*TO_COUNCIL, moved("adopt_in_council", "2025-08")],
         "صادق مجلس الحكومة في أغسطس 2025 على مشروع المرسوم."),
        ("decret", [*TO_COUNCIL, moved("adopt_in_council", "2015")],
         "صادق مجلس الحكومة سنة 2015 على مشروع المرسوم."),
        ("projet_de_loi", [*TO_COUNCIL, moved("examine_in_council", "2026-11-05")],
         "درس مجلس الحكومة المنعقد بتاريخ 5 نوفمبر 2026 مشروع القانون؛ وقراره غير معروف."),
        # Readings, votes, and the day that was told just before.
        ("projet_de_loi", AMENDED,
         ("أحيل مشروع القانون على مجلس النواب، بعد أن صادق عليه مجلس المستشارين مع تعديلات بتاريخ 30 يناير 2018، "
          "بموافقة 23 عضوا ومعارضة 15 عضوا.")),
        ("projet_de_loi", [*AMENDED, moved("refer_to_other_chamber", "2018-02-01")],
         ("مشروع القانون قيد الدراسة باللجنة الدائمة بمجلس النواب في قراءة ثانية منذ فاتح فبراير 2018، بعد أن صادق "
          "عليه مجلس المستشارين مع تعديلات بتاريخ 30 يناير 2018، بموافقة 23 عضوا ومعارضة 15 عضوا.")),
        ("projet_de_loi", [*AMENDED, *undated("refer_to_other_chamber"), *THROUGH_COMMITTEE],
         "أدرج مشروع القانون في جدول أعمال الجلسة العامة لمجلس النواب في قراءة ثانية."),
        ("projet_de_loi", [*TO_PLENARY, moved("reject", "2016-07-20", votes={"for": 22, "against": 70})],
         ("أحيل مشروع القانون على مجلس المستشارين، بعد أن رفضه مجلس النواب بتاريخ 20 يوليو 2016، بمعارضة 70 عضوا "
          "وموافقة 22 عضوا.")),
        ("projet_de_loi", [*TO_PLENARY, *undated("adopt_first", "refer_to_other_chamber"), *THROUGH_COMMITTEE,
                           moved("adopt_unchanged", "2013-12-25"), moved("refer_to_court", "2013-12-25", urgent="no")],
         ("أحيل مشروع القانون على المجلس الدستوري بتاريخ 25 ديسمبر 2013، بعد أن وافق عليه البرلمان نهائيا في اليوم "
          "نفسه.")),
        ("projet_de_loi", [*TO_FINAL, moved("refer_to_court", "2026-03-12", urgent="no"),
                           moved("declare_conform_with_reservations", "2026-04-08", decision="42/26")],
         ("صدر قرار المحكمة الدستورية رقم 42/26 بتاريخ 8 أبريل 2026 القاضي بمطابقة مشروع القانون للدستور، مع مراعاة "
          "الملاحظات الواردة فيه.")),
        # What is added takes the place of what was expected.
        ("projet_de_loi", [*TO_COUNCIL, moved("refer_to_ad_hoc_commission", chair="M. Untel"), moved("record_stall")],
         "أحال مجلس الحكومة مشروع القانون، بعد دراسته، على لجنة وزارية خاصة؛ ولم تتقدم دراسته."),
        ("projet_de_loi", [*TO_PUBLISHED, *undated("record_stall")], f"{PUBLISHED}؛ ولم تتقدم دراسته."),
        ("projet_de_loi", [*TO_DEPOSITED, moved("announce_withdrawal", "2026-10-02")],
         "أودع مشروع القانون لدى مكتب مجلس النواب؛ وقد أعلن عن سحبه بتاريخ 2 أكتوبر 2026."),
        # Acts: numbers with dots, a year, several months, what was written in French left out.
        ("projet_de_loi", [*TO_PUBLISHED, moved("defer_entry_into_force", in_force_on="2019-01-01")],
         f"{PUBLISHED}؛ وحدد تاريخ دخوله حيز التنفيذ في فاتح يناير 2019."),
        ("arrete", [*TO_SGG, *undated("send_to_signature"), moved("sign", "2014-08-07", number="2582-14")],
         "تم توقيع القرار بتاريخ 7 أغسطس 2014 تحت رقم 2582.14؛ وهو في انتظار النشر بالجريدة الرسمية."),
        ("arrete", [*TO_SGG, *undated("send_to_signature", "sign", "send_to_printer"),
                    moved("publish", "2014-08", bo_number="6280")],
         "نشر القرار بالجريدة الرسمية عدد 6280 الصادر في أغسطس 2014؛ ويتعين تحديد تاريخ دخوله حيز التنفيذ."),
        ("projet_de_loi", [*TO_PUBLISHED, moved("enter_on_publication", "2018-03-12")],
         "دخل القانون حيز التنفيذ بتاريخ 12 مارس 2018 (الجريدة الرسمية عدد 6655 بتاريخ 12 مارس 2018)."),
    ],
)  # fmt: skip
def test_a_place_is_told_with_what_is_known_of_it(kind: str, moves: list[Move], *, words: str) -> None:
    assert File.opened(kind, *moves).standing.sentence_ar == words


def test_the_one_who_has_the_ball_is_named_with_the_chamber() -> None:
    assert File.opened("projet_de_loi").standing.holder_ar == "قسم التشريع"
    assert File.opened("projet_de_loi", *TO_DEPOSITED).standing.holder_ar == "مكتب مجلس النواب"
    assert File.opened("projet_de_loi", *TO_PLENARY).standing.holder_ar == "الجلسة العامة بمجلس النواب"
    assert File.opened("projet_de_loi", *AMENDED).standing.holder_ar == "مكتب مجلس النواب"
