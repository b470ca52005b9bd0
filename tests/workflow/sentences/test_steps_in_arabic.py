"""What the moves of the procedure files say in Arabic, for the path of a text in papers."""

from typing import Any

import pytest

from tests.workflow.builders import (
    ACROSS,
    TO_ADOPTED,
    TO_COUNCIL,
    TO_DEPOSITED,
    TO_FINAL,
    TO_PLENARY,
    TO_PROMULGATED,
    TO_SGG,
    File,
    Move,
    moved,
    undated,
    when,
)
from workflow.history.fold import CHANGE, DESCRIBE, EDIT, Done
from workflow.rulebook.files import procedures
from workflow.sentences.steps_ar import how_sure_ar, step_sentence_ar

BILL = procedures()["projet_de_loi"]
VOTES = {"for": 70, "against": 22, "abstentions": 0}


def told(kind: str, *moves: Move) -> str:
    file = File.opened(kind, *moves)
    return file.standing.last_words_ar


def done(move: str, facts: dict[str, Any], *, inferred: bool = False) -> Done:
    return Done(
        number=1, move=move, on=when("2026-01-05"), known_on=None, facts=facts, inferred=inferred, from_state=None,
        to_state="initie", chamber=None, reading=0, navette=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "moves", "words"),
    [
        ("arrete", [], "تم فتح الملف."),
        ("arrete", [moved("note", note="أحيل على الديوان.")], "أحيل على الديوان."),
        ("arrete", [moved("note", note="Vu au cabinet.")], "أضيفت ملاحظة."),
        ("arrete", [moved("retitle", title_fr="Titre", title_ar="قرار بشأن اللجنة")],
         "تم تغيير عنوان النص: «قرار بشأن اللجنة»."),
        ("projet_de_loi", undated("assign_drafter"), "انطلقت صياغة النص."),
        ("projet_de_loi", TO_SGG[:-1], "أحيل المشروع على مسطرة المصادقة."),
        ("projet_de_loi", TO_ADOPTED, "صادق مجلس الحكومة على النص."),
        ("projet_de_loi", [*TO_COUNCIL, moved("adopt_with_remarks", remarks="revoir l’article 3")],
         "صادق مجلس الحكومة على النص مع الأخذ بعين الاعتبار الملاحظات المثارة."),
        ("projet_de_loi", [*TO_ADOPTED, moved("deposit", chamber="representants", number="103-13")],
         "أودع النص لدى مكتب مجلس النواب تحت رقم 103.13."),
        ("proposition_de_loi", [moved("deposit", chamber="conseillers")], "أودع المقترح لدى مكتب مجلس المستشارين."),
        ("projet_de_loi", [*TO_DEPOSITED, *undated("refer_to_committee")],
         "أحيل النص على اللجنة الدائمة بمجلس النواب."),
        ("projet_de_loi", [*TO_DEPOSITED, *undated("refer_to_committee"), moved("adopt_in_committee", votes=VOTES)],
         "صادقت اللجنة بمجلس النواب على النص، بموافقة 70 عضوا ومعارضة 22 عضوا."),
        ("projet_de_loi", [*TO_PLENARY, moved("adopt_first", votes=VOTES)],
         "صادق مجلس النواب على النص، بموافقة 70 عضوا ومعارضة 22 عضوا."),
        ("projet_de_loi", [*TO_PLENARY, moved("reject", votes={"for": 22, "against": 70})],
         "رفض مجلس النواب النص، بمعارضة 70 عضوا وموافقة 22 عضوا."),
        ("projet_de_loi", [*TO_PLENARY, *ACROSS, *undated("adopt_amended", "refer_to_other_chamber")],
         "أحيل النص على اللجنة الدائمة بمجلس النواب في قراءة ثانية."),
        ("projet_de_loi", TO_FINAL, "وافق مجلس المستشارين نهائيا على النص دون تعديل."),
        ("projet_de_loi", [*TO_FINAL, moved("refer_to_court", "2013-12-25", urgent="no", referrer="king")],
         "أحيل النص على المجلس الدستوري (الجهة المحيلة: جلالة الملك)."),
        ("projet_de_loi", [*TO_FINAL, moved("refer_to_court", "2026-03-12", urgent="no"),
                           moved("declare_contrary", "2026-04-08", decision="42/26")],
         "صدر قرار المحكمة الدستورية رقم 42/26 القاضي بمخالفة النص للدستور."),
        ("projet_de_loi", [*TO_FINAL, *undated("send_to_government"), moved("promulgate", dahir="1-18-19")],
         "صدر الأمر بتنفيذ القانون بموجب الظهير الشريف رقم 1.18.19."),
        ("projet_de_loi", [*TO_PROMULGATED, *undated("send_to_printer"),
                           moved("publish", bo_number="6655", bo_page="1458")],
         "نشر النص بالجريدة الرسمية عدد 6655، الصفحة 1458."),
        ("decret", [moved("ask_opinion", "2026-10-02", body="cese")],
         "طلب رأي المجلس الاقتصادي والاجتماعي والبيئي."),
        ("decret", [moved("ask_opinion", "2026-10-02", body="cese"), moved("receive_opinion", body="cese",
                                                                         answer="reserved")],
         "صدر رأي المجلس الاقتصادي والاجتماعي والبيئي: موافق مع تحفظات."),
        ("decret", [moved("assign_drafter"), moved("record_observation", observation="عنوان غير واضح.", body="sgg",
                                                   article="4")],
         "تم تسجيل ملاحظة من الأمانة العامة للحكومة بشأن المادة 4: عنوان غير واضح."),
        ("decret", [moved("note", note="Vu."), moved("record_observation", observation="Flou."),
                    moved("record_observation", observation="Long."),
                    moved("answer_observation", answered="4", position="kept")],
         "الجواب على الملاحظة رقم 2: مأخوذ بها."),
        ("arrete", [*TO_SGG, *undated("send_to_signature"), moved("sign", signatory="head_of_government",
                                                                  number="2582-14")],
         "تم توقيع النص من طرف رئيس الحكومة تحت رقم 2582.14."),
        ("arrete_conjoint", [*TO_SGG, *undated("send_to_signature"),
                             moved("name_signatories", signatories="ministry_of_justice\nministry_of_health")],
         "حددت السلطات الموقعة: وزارة العدل ووزارة الصحة."),
        ("projet_de_loi", [*TO_SGG, *undated("return_with_remarks")], "أعيد النص إلى الوزارة مع ملاحظات."),
        ("projet_de_loi", [*TO_DEPOSITED, moved("withdraw", reason="Refonte.")], "سحبت الحكومة المشروع."),
        ("projet_de_loi", [*TO_DEPOSITED, moved("withdraw", reason="إعادة الصياغة.")],
         "سحبت الحكومة المشروع: إعادة الصياغة."),
        ("decret", [moved("abandon", reason="Sans objet.")], "تقرر حفظ المشروع."),
    ],
)  # fmt: skip
def test_a_step_is_told_in_one_sentence(kind: str, moves: list[Move], *, words: str) -> None:
    assert told(kind, *moves) == words


def test_a_step_without_a_sentence_is_named_with_what_is_told_of_it() -> None:
    one = Done(
        number=1, move="vote_in_one_committee", on=None, known_on=None, facts={"votes": VOTES}, inferred=False,
        from_state=None, to_state="commissions_dl", chamber=None, reading=0, navette=0,
    )  # fmt: skip

    assert not procedures()["decret_loi"].moves[one.move].done_ar
    assert step_sentence_ar(procedures()["decret_loi"], one) == (
        "موقف إحدى اللجنتين (الأصوات: بموافقة 70 عضوا ومعارضة 22 عضوا)."
    )


@pytest.mark.parametrize(
    ("facts", "inferred", "doubt"),
    [
        ({}, False, ""),
        ({}, True, "مستنتج"),
        ({"certainty": "memory"}, False, "من الذاكرة"),
        ({"certainty": "derived"}, False, "مستنتج"),
        ({"supposed": ["chamber"]}, False, "المجلس مستنتج من تتمة المسطرة"),
        ({"conflicts": [{"value": "2026-01-06", "source": "SGG"}]}, True, "مستنتج، محل خلاف بين المصادر"),
    ],
)
def test_a_step_says_how_sure_it_is(facts: dict[str, Any], *, inferred: bool, doubt: str) -> None:
    assert how_sure_ar(facts, inferred=inferred) == doubt
    said = f"صادق مجلس الحكومة على النص ({doubt})." if doubt else "صادق مجلس الحكومة على النص."
    assert step_sentence_ar(BILL, done("adopt_in_council", facts, inferred=inferred)) == said


@pytest.mark.parametrize(
    ("move", "facts", "words"),
    [
        (EDIT, {"title_ar": "قانون التعمير"}, "أصبح عنوان النص: «قانون التعمير»."),
        (EDIT, {"title_ar": ""}, "حذف عنوان النص بالعربية."),
        (EDIT, {"title_ar": "Loi"}, "تم تغيير معطيات الملف."),
        (EDIT, {"title_fr": "Loi", "number": "103-13"}, "تم تغيير العنوان بالفرنسية. أصبح النص يحمل الرقم 103.13."),
        (EDIT, {"number": ""}, "حذف رقم النص."),
        (EDIT, {"social_matter": True}, "تم تغيير معطيات الملف."),
        (DESCRIBE, {"piece": "annex", "piece_title": "Plan"}, "تم تغيير عنوان الوثيقة: ملحق."),
        (DESCRIBE, {"piece": "annex", "hidden": True}, "أصبحت الوثيقة سرية: ملحق."),
        (CHANGE, {"to": "2026"}, "أصبح النص خاضعا لصيغة 2026 من مسطرته."),
        (CHANGE, {"to": BILL.version, "kind": "decret", "place": "initie", "reason": "Domaine du règlement."},
         "تغيرت طبيعة النص، وأصبح صنفه: مرسوم تنظيمي."),
    ],
)  # fmt: skip
def test_what_was_changed_of_the_file_is_told(move: str, facts: dict[str, Any], words: str) -> None:
    assert step_sentence_ar(BILL, done(move, facts)) == words
