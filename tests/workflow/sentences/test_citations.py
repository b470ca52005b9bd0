"""Acts and legal bases cited in Arabic: wholly, or not at all."""

from typing import Any

import pytest

from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.model import Transition
from workflow.rulebook.files import procedures
from workflow.sentences.citations import act_ar, basis_ar, cited_ar, has_latin


@pytest.mark.parametrize(
    ("french", "arabic"),
    [
        ("Constitution, art. 152", "الدستور، الفصل 152"),
        ("Constitution, art. 48 et 49", "الدستور، الفصلان 48 و49"),
        ("décret n° 2-20-740, art. 3", "المرسوم رقم 2.20.740، المادة 3"),
        ("décret n° 2-20-740, art. 1", "المرسوم رقم 2.20.740، المادة الأولى"),
        ("décret n° 2-24-705, art. 1, 5 et 8", "المرسوم رقم 2.24.705، المواد الأولى و5 و8"),
        ("décret n° 2-17-585, art. 6 à 9", "المرسوم رقم 2.17.585، المواد من 6 إلى 9"),
        ("décret n° 2-80-52", "المرسوم رقم 2.80.52"),
        ("loi organique n° 065-13, art. 10 et 11", "القانون التنظيمي رقم 065.13، المادتان 10 و11"),
        ("loi n° 31-13, art. 10 bis", "القانون رقم 31.13، المادة 10 مكررة"),
        ("lois n° 113-12 et 46-19", "القانون رقم 113.12 والقانون رقم 46.19"),
        ("règlement de la Chambre des représentants, art. 369", "النظام الداخلي لمجلس النواب، المادة 369"),
        ("Chambre des conseillers, art. 199", "النظام الداخلي لمجلس المستشارين، المادة 199"),
        ("Constitution, art. 85 ; Chambre des représentants, art. 193",
         "الدستور، الفصل 85؛ النظام الداخلي لمجلس النواب، المادة 193"),
        ("au Parlement : Chambre des représentants, art. 135", "في البرلمان: النظام الداخلي لمجلس النواب، المادة 135"),
        ("loi organique n° 066-13, art. 21 : sans délai", "القانون التنظيمي رقم 066.13، المادة 21: دون أجل"),
        ("aucun délai légal (loi organique n° 065-13, art. 21)",
         "دون أجل قانوني (القانون التنظيمي رقم 065.13، المادة 21)"),
        # Never half translated.
        ("usage ; la loi organique n° 065-13, art. 14, ne veut qu’une réunion par semaine au moins", None),
        ("Constitution, art. 132 et suivants", None),
        ("circulaire n° 5-15, art. 3", None),
        ("Constitution, art. 5 à la fin", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_legal_basis_is_cited_wholly_or_not_at_all(french: str, arabic: str | None) -> None:
    assert basis_ar(french) == arabic


@pytest.mark.parametrize(
    ("french", "certainty", "arabic"),
    [
        ("Constitution, art. 152", "read", "الدستور، الفصل 152"),
        ("Constitution, art. 152", None, "الدستور، الفصل 152"),
        ("Constitution, art. 152", "memory", "الدستور، الفصل 152 (من الذاكرة، في انتظار التحقق)"),
        ("", "practice", "حسب الممارسة"),
        ("", None, ""),
        ("circulaire n° 5-15", "memory", None),
    ],
)
def test_a_basis_says_how_sure_it_is(french: str, certainty: Any, arabic: str | None) -> None:  # noqa: ANN401 - literals
    assert cited_ar(french, certainty) == arabic


def test_nearly_every_basis_of_the_procedures_is_cited() -> None:
    each = [part for kind in procedures().values() for part in (*kind.transitions, *kind.deadlines.values())]
    moves = {part.basis_fr for part in each if isinstance(part, Transition) and part.basis_fr}
    rules = {value.basis_fr for part in each if isinstance(part, DeadlineRule) for value in part.values}
    said = {basis: basis_ar(basis) for basis in moves | rules}

    assert sorted(basis for basis, words in said.items() if words is None) == [
        "Constitution de l’époque non relue ; délai de celle de 2011, pris pour repère",
        "aucun délai légal ; neuf textes sur dix paraissent dans les 44 jours qui suivent la signature",
        "aucun délai légal ; trois décrets sur quatre sont signés dans les 25 jours qui suivent le Conseil",
        "règlement de l’époque non retrouvé ; délai du règlement suivant, pris pour repère",
    ]
    assert [words for words in said.values() if words and has_latin(words)] == []


@pytest.mark.parametrize(
    ("french", "arabic"),
    [
        ("la loi n° 58-25", "القانون رقم 58.25"),
        ("décret n° 2-25-145", "المرسوم رقم 2.25.145"),
        ("décret-loi n° 2-20-292", "المرسوم بقانون رقم 2.20.292"),
        ("l’arrêté n° 2582-14", "القرار رقم 2582.14"),
        ("dahir n° 1-24-52 du 16 juillet 2024", "الظهير الشريف رقم 1.24.52 الصادر في 16 يوليو 2024"),
        ("58-25", "النص رقم 58.25"),
        ("les textes n° 35-24 et n° 35-25", "النص رقم 35.24 والنص رقم 35.25"),
        ("loi n° 58-25 relative aux mines", None),
        ("dahir n° 1-24-52 du 31 février 2024", None),
        ("M. Untel", None),
    ],
)
def test_an_act_is_named_in_arabic(french: str, arabic: str | None) -> None:
    assert act_ar(french) == arabic
