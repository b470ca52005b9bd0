"""The whole path of a text: what it went through, where it is, what is to come."""

from datetime import date

import pytest

from models import PartialDate
from tests.workflow.builders import (
    ACROSS,
    PIECES,
    THROUGH_COMMITTEE,
    TO_ADOPTED,
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
from tests.workflow.law import rule_of
from workflow.rulebook.diagram import length_fr
from workflow.sentences.path import Stage, days_since, holding_since, path

BEFORE = ["Préparation", "Procédure d’approbation", "Conseil de gouvernement"]
AFTER = ["Promulgation", "Publication", "Entrée en vigueur"]
FIRST, SECOND = "Première Chambre", "Seconde Chambre"
R, C = "Chambre des représentants", "Chambre des conseillers"
R2 = f"{R}, deuxième lecture"
SECOND_READING = [*TO_PLENARY, *ACROSS, *undated("adopt_amended", "refer_to_other_chamber")]
FROM_CONSEILLERS = [*TO_ADOPTED, moved("deposit", chamber="conseillers"), *undated("refer_to_committee")]


def stages(kind: str, *moves: Move, on: str | None = None) -> list[Stage]:
    file = File.opened(kind, *moves, on=on)
    return path(file.procedure, file.situation)


def labels(found: list[Stage]) -> list[str]:
    return [stage.label for stage in found]


def statuses(found: list[Stage]) -> str:
    """Spell the statuses by their first letters."""
    return "".join(stage.status[0] for stage in found)


@pytest.mark.parametrize(
    ("moves", "names", "status"),
    [
        ([], [*BEFORE, FIRST, SECOND, *AFTER], "hccccccc"),
        (TO_SGG, [*BEFORE, FIRST, SECOND, *AFTER], "dhcccccc"),
        (TO_DEPOSITED, [*BEFORE, R, C, *AFTER], "dddhcccc"),
        (FROM_CONSEILLERS, [*BEFORE, C, R, *AFTER], "dddhcccc"),
        ([*TO_PLENARY, *undated("adopt_first")], [*BEFORE, R, C, *AFTER], "ddddhccc"),
        ([*TO_PLENARY, *undated("adopt_first", "refer_to_other_chamber")], [*BEFORE, R, C, *AFTER], "ddddhccc"),
        ([*TO_PLENARY, *ACROSS, *undated("adopt_amended")], [*BEFORE, R, C, R2, *AFTER], "dddddhccc"),
        (SECOND_READING, [*BEFORE, R, C, R2, *AFTER], "dddddhccc"),
        (TO_FINAL, [*BEFORE, R, C, *AFTER], "ddddhccc"),
        ([*TO_FINAL, *undated("send_to_government")], [*BEFORE, R, C, *AFTER], "dddddhcc"),
        ([*TO_FINAL, moved("refer_to_court", urgent="no")], [*BEFORE, R, C, "Cour constitutionnelle", *AFTER],
         "dddddhccc"),
        (TO_PUBLISHED, [*BEFORE, R, C, *AFTER], "ddddddhc"),
        ([*TO_PUBLISHED, *undated("await_implementing_texts")], [*BEFORE, R, C, *AFTER], "dddddddh"),
        ([*TO_PUBLISHED, *undated("enter_on_publication")], [*BEFORE, R, C, *AFTER], "dddddddd"),
        # Promulgation was waited for, and will be again.
        ([*TO_FINAL, *undated("send_to_government", "request_new_reading")],
         [*BEFORE, R, C, "Nouvelle lecture", *AFTER], "dddddhacc"),
        ([*TO_FINAL, *undated("send_to_government", "request_new_reading"),
          moved("refer_for_new_reading", chamber="conseillers")],
         [*BEFORE, R, C, "Nouvelle lecture", C, R, *AFTER], "ddddddhcacc"),
        # Sent back before the council: what was passed is to be passed again.
        ([*TO_SGG, *undated("distribute", "list_on_agenda", "ask_new_version")], [*BEFORE, FIRST, SECOND, *AFTER],
         "dhaccccc"),
        # A way that ended elsewhere keeps what it went through.
        ([moved("abandon", reason="Sans objet.")], ["Préparation", "Fin du parcours"], "dh"),
        ([*TO_DEPOSITED, moved("withdraw", reason="Refonte.")], [*BEFORE, R, "Fin du parcours"], "ddddh"),
        ([*SECOND_READING, *THROUGH_COMMITTEE, *undated("reject_finally")], [*BEFORE, R, C, R2, "Fin du parcours"],
         "ddddddh"),
    ],
)  # fmt: skip
def test_the_path_of_a_bill(moves: list[Move], names: list[str], status: str) -> None:
    found = stages("projet_de_loi", *moves)

    assert (labels(found), statuses(found)) == (names, status)


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("arrete", ["Préparation", "Procédure d’approbation", "Signature", "Publication", "Entrée en vigueur"]),
        ("decret", [*BEFORE, "Signature", "Publication", "Entrée en vigueur"]),
        ("loi_cadre", [*BEFORE, "Conseil des ministres", FIRST, SECOND, *AFTER]),
        ("loi_organique", [*BEFORE, "Conseil des ministres", FIRST, SECOND, "Cour constitutionnelle", *AFTER]),
        ("proposition_de_loi", ["Initiative parlementaire", FIRST, SECOND, *AFTER]),
    ],
)
def test_each_kind_has_its_own_path(kind: str, names: list[str]) -> None:
    assert labels(stages(kind)) == names


def test_a_stage_says_since_when_for_how_long_and_how_often() -> None:
    found = stages("decret", *undated("assign_drafter", "submit_for_validation"),
                   moved("validate", "2013-08"), moved("send_to_sgg", "2013-09-02"),
                   moved("return_with_remarks", "2013-09-20"), moved("send_corrected_version", "2013-10-01"),
                   moved("distribute", "2013-10-02"), moved("list_on_agenda", "2013-10-10"),
                   on="2013-01-10")  # fmt: skip

    preparation, approval, council = found[:3]
    assert (str(preparation.entered_on), str(preparation.left_on), preparation.days) == (
        "2013-01-10", "2013-09-02", 235,
    )  # fmt: skip
    assert (str(approval.entered_on), str(approval.left_on), approval.days, approval.passages) == (
        "2013-09-02", "2013-10-10", 38, 1,
    )  # fmt: skip
    assert (str(council.entered_on), council.left_on, council.days) == ("2013-10-10", None, None)
    assert council.standing == "À l’ordre du jour du Conseil de gouvernement"
    assert [stage.standing for stage in found if stage is not council] == [""] * (len(found) - 1)


def test_a_stage_entered_twice_was_passed_twice() -> None:
    found = stages("decret", *TO_SGG, *undated("distribute"), moved("list_on_agenda", "2013-10-10"),
                   moved("ask_new_version", "2013-11-07"), *undated("send_corrected_version", "distribute"),
                   moved("list_on_agenda", "2013-12-01"))  # fmt: skip

    assert [stage.passages for stage in found[:3]] == [1, 2, 2]
    assert (str(found[2].entered_on), str(found[1].left_on)) == ("2013-10-10", "2013-12-01")


def test_the_present_state_has_the_day_on_which_it_was_reached() -> None:
    adopted = [*TO_SGG, *undated("distribute"), moved("list_on_agenda", "2026-04-01"),
               moved("adopt_in_council", "2026-04-09")]  # fmt: skip
    [council] = [stage for stage in stages("decret", *adopted) if stage.status == "here"]

    assert (council.standing, council.standing_on) == ("Adopté en Conseil de gouvernement", PartialDate(2026, 4, 9))
    assert council.entered_on == PartialDate(2026, 4, 1)


def test_a_text_that_one_chamber_has_voted_is_at_the_other_one() -> None:
    voted = [*TO_ADOPTED, moved("deposit", "2026-01-05", chamber="representants"), *undated("refer_to_committee"),
             *THROUGH_COMMITTEE, moved("adopt_first", "2026-06-02")]  # fmt: skip
    left, here = stages("projet_de_loi", *voted)[3:5]

    assert (left.label, left.status, left.left_on) == (R, "done", PartialDate(2026, 6, 2))
    assert (here.label, here.status, here.standing_on) == (C, "here", PartialDate(2026, 6, 2))
    assert here.standing == "Transmis à l’autre Chambre"

    left, here = stages("projet_de_loi", *voted, moved("refer_to_other_chamber", "2026-06-09"))[3:5]
    assert (left.left_on, here.entered_on) == (PartialDate(2026, 6, 2), PartialDate(2026, 6, 9))


def test_a_stage_dates_its_act() -> None:
    sent = [*TO_FINAL, moved("send_to_government", "2018-02-15"), moved("promulgate", "2018-02-22")]
    [promulgation] = [stage for stage in stages("projet_de_loi", *sent) if stage.label == "Promulgation"]

    assert (promulgation.entered_on, promulgation.act_on) == (PartialDate(2018, 2, 15), PartialDate(2018, 2, 22))


def test_a_rejected_reading_is_marked_where_it_was_rejected() -> None:
    found = stages("projet_de_loi", *TO_PLENARY, *ACROSS, *undated("reject", "refer_to_other_chamber"))

    assert [(stage.label, stage.status) for stage in found if stage.rejected] == [(C, "done")]


def test_a_stage_known_in_part_has_no_length() -> None:
    found = stages("decret", *TO_SGG[:3], moved("send_to_sgg", "2013-09"), on="2013-01-10")

    assert (str(found[0].left_on), found[0].days) == ("2013-09", None)


def test_what_is_to_come_says_its_limit() -> None:
    found = stages("projet_de_loi", *TO_DEPOSITED)

    assert [(stage.label, stage.limit) for stage in found if stage.limit] == [
        (C, f"{length_fr(rule_of('committee'))} au plus"),
        ("Promulgation", f"{length_fr(rule_of('promulgation'))} au plus"),
        ("Publication", f"{length_fr(rule_of('publication'))} au plus"),
    ]


def test_who_has_the_ball_has_it_since_it_was_passed() -> None:
    file = File.opened("decret", moved("assign_drafter", "2026-01-10"), on="2026-01-05")
    assert holding_since(file.procedure, file.situation) == PartialDate(2026, 1, 5)

    file.after(moved("submit_for_validation", "2026-02"), moved("note", "2026-03-01", note="Vu."))

    assert holding_since(file.procedure, file.situation) == PartialDate(2026, 2)
    assert holding_since(file.procedure, file.move("validate", pieces=PIECES).situation) is None


def test_the_same_committee_in_the_other_chamber_is_another_holder() -> None:
    file = File.opened("projet_de_loi", *TO_PLENARY, moved("adopt_first", "2016-07-20"))

    file.move("refer_to_other_chamber", "2016-07-26")

    assert holding_since(file.procedure, file.situation) == PartialDate(2016, 7, 26)


@pytest.mark.parametrize(
    ("since", "days"),
    [(PartialDate(2026, 11, 14), 10), (PartialDate(2026, 11, 24), 0), (PartialDate(2026, 11), None), (None, None)],
)
def test_days_are_counted_from_a_day_that_is_known(since: PartialDate | None, days: int | None) -> None:
    assert days_since(since, date(2026, 11, 24)) == days


def test_the_path_is_named_in_arabic_too() -> None:
    found = stages("projet_de_loi", *SECOND_READING)
    waiting = stages("projet_de_loi")

    assert [stage.label_ar for stage in found] == [
        "الإعداد", "مسطرة المصادقة", "مجلس الحكومة", "مجلس النواب", "مجلس المستشارين", "مجلس النواب، قراءة ثانية",
        "إصدار الأمر بالتنفيذ", "النشر", "الدخول حيز التنفيذ",
    ]  # fmt: skip
    assert [stage.standing_ar for stage in found if stage.standing] == ["قيد الدراسة باللجنة الدائمة"]
    assert [stage.label_ar for stage in waiting][3:5] == ["المجلس المعروض عليه أولا", "المجلس المعروض عليه ثانيا"]
    assert {(stage.limit, stage.limit_ar) for stage in waiting if stage.limit} == {
        ("30 jours au plus", "30 يوما على الأكثر"),
        ("60 jours au plus", "60 يوما على الأكثر"),
        ("un mois au plus", "شهر واحد على الأكثر"),
    }
