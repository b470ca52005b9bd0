"""Old histories say in Arabic where they lead wherever they say it in French, and as surely."""

from typing import Any

import pytest

from tests.workflow.builders import CALENDAR
from tests.workflow.old_files.test_replay import histories
from tests.workflow.old_files.test_what_sources_support import step, told
from tests.workflow.sentences.unbroken_arabic import BROKEN
from workflow.deadlines.clocks import clocks
from workflow.old_files.replay import Replayed, replay
from workflow.rulebook.files import procedures
from workflow.sentences.path import path
from workflow.sentences.sentence import sentence_ar
from workflow.sentences.steps_ar import step_sentence_ar


def said(replayed: Replayed) -> str:
    procedure, situation = procedures()[replayed.history["kind"]], replayed.plan.situation
    return sentence_ar(procedure, situation, clocks(procedure, situation.done, CALENDAR))


@pytest.mark.parametrize(("history", "state", "notes"), histories())
def test_a_history_is_told_in_unbroken_arabic(history: dict[str, Any], state: str, *, notes: int) -> None:
    replayed = replay(history, CALENDAR)
    procedure, situation = procedures()[replayed.history["kind"]], replayed.plan.situation
    stages = path(procedure, situation)
    steps = [step_sentence_ar(procedure, done) for done in situation.done]

    assert (situation.state, replayed.notes) == (state, notes)
    assert [words for words in (said(replayed), *steps) if BROKEN.search(words)] == []
    assert [label for stage in stages for label in (stage.label_ar, stage.standing_ar) if BROKEN.search(f"{label}.")
            and label] == []  # fmt: skip


@pytest.mark.parametrize(
    ("confidence", "mark"),
    [("memory", "من الذاكرة، في انتظار التأكيد"), ("derived", "معلومة مستنتجة، في انتظار التأكيد")],
)
def test_a_step_that_no_page_confirms_says_so(confidence: str, mark: str) -> None:
    steps = [step("government_council_adopted", "", "2024-05-09", confidence=confidence)]

    assert said(replay({"kind": "decret", "steps": steps}, CALENDAR)) == (
        f"صادق مجلس الحكومة المنعقد بتاريخ 9 ماي 2024 على مشروع المرسوم ({mark})."
    )


@pytest.mark.parametrize(
    ("kind", "steps", "words"),
    [
        ("projet_de_loi", [("council_of_ministers_adopted", "", "2020-03-12")],
         ("وضعية مشروع القانون غير معروفة؛ وآخر مرحلة معلومة: بتاريخ 12 مارس 2020، صادق المجلس الوزاري على النص.")),
        ("arrete", [("event_meeting", "", "", "decided to create a committee")],
         "وضعية مشروع القرار غير معروفة: لم يبلغ عن أي مرحلة من مراحله."),
        ("arrete", [("page_status", "", "", "Le comité en question a été créé")],
         "القرار ساري المفعول (وضعية مستنتجة، في انتظار التأكيد)."),
        ("projet_de_loi", [("deposited_first_chamber", "Chambre des représentants", "2024-05-09"),
                           ("stalled", "", "2024-06-01")],
         "أودع مشروع القانون لدى مكتب مجلس النواب بتاريخ 9 ماي 2024؛ ولم تتقدم دراسته منذ فاتح يونيو 2024."),
    ],
)  # fmt: skip
def test_what_is_not_known_is_not_told(kind: str, steps: list[tuple[str, ...]], words: str) -> None:
    assert said(told(kind, *steps)) == words
