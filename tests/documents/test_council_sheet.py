"""The sheet for the Council: days of distribution, what is not agreed, the study, and what the Council decided."""

from collections.abc import Mapping
from typing import Any

import pytest

from documents.catalogue import KINDS
from documents.kinds.council.communique import context as of_spokesperson
from documents.kinds.council.fiche_conseil import context
from documents.kinds.council.sheet import disagreements, distribution_told, written_remarks
from documents.kinds.impact.impact_study import study_told
from documents.language import LANGUAGES
from tests.documents.office import plain
from tests.documents.test_note_to_the_minister import case_of
from tests.workflow.builders import TO_SGG, File, moved, undated
from workflow.rulebook.files import procedures

URGENT: Mapping[str, Any] = {"shortened": "urgency"}


def both(told: Any, *given: Any) -> tuple[Any, Any]:  # noqa: ANN401 - what a paper says
    return tuple(plain(said) if isinstance(said := told(*given, each), str) else said for each in LANGUAGES)  # type: ignore[return-value]


def distributed(on: str, council: str, **facts: Any) -> File:  # noqa: ANN401 - facts
    file = File.opened("decret", *TO_SGG).move("distribute", on, council_on=council)
    return file.move("list_on_agenda", on, council_on=council, **facts)


@pytest.mark.parametrize("kind", list(procedures()))
def test_texts_that_the_council_examines_have_a_sheet_for_it(kind: str) -> None:
    examined = "inscrit_cg" in procedures()[kind].states
    has = {code: kind in KINDS[code].paper.kinds for code in ("fiche_conseil", "communique")}

    ours = kind in KINDS["note_presentation"].paper.kinds
    assert has == dict.fromkeys(has, examined and ours)


@pytest.mark.parametrize(
    ("on", "council", "facts", "said"),
    [
        ("2026-05-04", "2026-05-14", {},
         ("Distribué le 4 mai 2026, 10 jours avant le Conseil : le délai de 10 jours est respecté.",
          "وزع بتاريخ 4 ماي 2026، قبل المجلس بـ10 أيام: تم احترام أجل 10 أيام.")),
        ("2026-05-13", "2026-05-14", URGENT,
         (("Distribué le 13 mai 2026, 1 jour avant le Conseil : le délai de 10 jours n’est pas respecté ; "
          "motif : urgence particulière."),
          "وزع بتاريخ 13 ماي 2026، قبل المجلس بيوم واحد: لم يحترم أجل 10 أيام؛ السبب: حالة استعجال خاصة.")),
        ("2026-05-14", "2026-05-14", {"shortened": "debate"},
         (("Distribué le 14 mai 2026, le jour même du Conseil : le délai de 10 jours n’est pas respecté ; "
          "motif : débat préalable tenu."),
          "وزع بتاريخ 14 ماي 2026، في يوم المجلس نفسه: لم يحترم أجل 10 أيام؛ السبب: نقاش سابق.")),
        ("2015-05-04", "2015-05-07", {},
         ("Distribué le 4 mai 2015, 3 jours avant le Conseil.", "وزع بتاريخ 4 ماي 2015، قبل المجلس بـ3 أيام.")),
    ],
)  # fmt: skip
def test_the_days_of_distribution_are_reckoned_under_the_law_of_the_council(
    on: str, council: str, facts: dict[str, Any], said: tuple[str, str]
) -> None:
    assert both(distribution_told, case_of(distributed(on, council, **facts))) == said


def test_a_short_delay_without_a_reason_says_that_none_is_recorded() -> None:
    file = File.opened("decret", *TO_SGG).move("distribute", "2026-05-10", council_on="2026-05-14")

    assert both(distribution_told, case_of(file)) == (
        (
            "Distribué le 10 mai 2026, 4 jours avant le Conseil : le délai de 10 jours n’est pas respecté ; "
            "aucun motif n’est enregistré."
        ),
        "وزع بتاريخ 10 ماي 2026، قبل المجلس بـ4 أيام: لم يحترم أجل 10 أيام؛ ولم يسجل أي سبب.",
    )


def test_a_distribution_without_a_day_or_not_made_is_told_so() -> None:
    undistributed = File.opened("decret", *TO_SGG)
    undated_one = File.opened("decret", *TO_SGG, *undated("distribute"))

    assert both(distribution_told, case_of(undistributed)) == (None, None)
    assert both(distribution_told, case_of(undated_one)) == (
        "Distribué, à une date inconnue.", "وزع في تاريخ غير معروف.",
    )  # fmt: skip


def test_what_is_not_agreed_is_open_observations_and_opinions_against_the_text() -> None:
    file = File.opened("decret", *undated("assign_drafter"))
    for body, answer in (("cndh", "unfavourable"), ("cese", "favourable"), ("Ordre des architectes", "reserved")):
        file.move("ask_opinion", body=body)
        file.move(
            "receive_opinion", "2026-03-01", body=body, answer=answer, opinion="" if body == "cndh" else "avis n° 3"
        )
    file.move(
        "record_observation", "2026-03-02", body="ministry_of_finance", article="article 4", observation="Chiffrer."
    )
    file.move("record_observation", "2026-03-03", observation="Préciser le délai.")
    settled = str(file.situation.done[-1].number)
    file.move("answer_observation", "2026-03-04", answered=settled, position="kept")

    french, arabic = both(disagreements, case_of(file))

    assert [tuple(each.values()) for each in french] == [
        ("Ministère chargé des Finances", "Article 4 : Chiffrer.", None),
        ("Conseil national des droits de l’Homme", "Avis défavorable.", None),
        ("Ordre des architectes", "Avis favorable avec réserves : avis n° 3", None),
    ]
    assert [tuple(each.values()) for each in arabic] == [
        ("وزارة الاقتصاد والمالية", "المادة 4:\nChiffrer.", None),
        ("المجلس الوطني لحقوق الإنسان", "رأي غير موافق.", None),
        ("Ordre des architectes", "رأي موافق مع تحفظات:\navis n° 3", None),
    ]


def test_the_written_remarks_of_other_ministers_are_told_with_their_day() -> None:
    file = File.opened("decret", *TO_SGG).move("distribute", "2026-05-01", council_on="2026-05-14")
    file.move("send_department_remarks", "2026-05-06", body="ministry_of_finance", remarks="Chiffrer.")
    file.move("send_department_remarks")

    french, arabic = written_remarks(case_of(file), "fr"), written_remarks(case_of(file), "ar")

    assert french == ["Ministère chargé des Finances (6 mai 2026) : Chiffrer.", "Département non précisé."]
    assert [plain(each) for each in arabic] == [
        "وزارة الاقتصاد والمالية (6 ماي 2026):\nChiffrer.", "قطاع غير محدد.",
    ]  # fmt: skip


STUDY = [moved("order_impact_study", "2026-01-20"), moved("deliver_impact_study", "2026-03-10")]


@pytest.mark.parametrize(
    ("kind", "steps", "said"),
    [
        ("decret", 0, ("Sans objet pour cette nature de texte.", "غير ذي موضوع بالنسبة لهذا النوع من النصوص.")),
        ("loi_organique", 0, ("Sans objet pour cette nature de texte.", "غير ذي موضوع بالنسبة لهذا النوع من النصوص.")),
        ("projet_de_loi", 0, ("Aucune étude d’impact n’a été décidée.", "لم يتقرر إنجاز أي دراسة للأثر.")),
        ("projet_de_loi", 1, ("Étude décidée le 20 janvier 2026, non encore remise.",
                              "تقرر إنجاز الدراسة بتاريخ 20 يناير 2026، ولم تسلم بعد.")),
        ("loi_cadre", 2, (("Étude décidée le 20 janvier 2026, remise le 10 mars 2026 ; son résumé est présenté au "
                          "Conseil (décret n° 2-17-585, art. 10)."),
                          ("تقرر إنجاز الدراسة بتاريخ 20 يناير 2026، وسلمت بتاريخ 10 مارس 2026؛ ويعرض ملخصها على "
                           "المجلس (المرسوم رقم 2.17.585، المادة 10)."))),
    ],
)  # fmt: skip
def test_the_study_is_told_as_far_as_it_went(kind: str, steps: int, said: tuple[str, str]) -> None:
    assert both(study_told, case_of(File.opened(kind, *STUDY[:steps]))) == said


@pytest.mark.parametrize(
    ("move", "facts", "told"),
    [
        ("adopt_in_council", {}, ("Adopté.", "صودق عليه.", "Néant.", "Néant.")),
        ("adopt_with_remarks", {"remarks": "Revoir l’article 4."},
         ("Adopté sous réserve des observations.", "صودق عليه مع الأخذ بالملاحظات.", "Revoir l’article 4.", "Néant.")),
        ("refer_to_ad_hoc_commission", {"chair": "le ministre d’État"},
         ("Renvoyé à une commission ministérielle ad hoc.", "أحيل على لجنة وزارية خاصة.", "Néant.",
          "le ministre d’État")),
        ("postpone", {}, ("Examen reporté.", "أرجئت الدراسة.", "Néant.", "Néant.")),
    ],
)  # fmt: skip
def test_what_the_council_decided_is_told(move: str, facts: dict[str, Any], told: tuple[str, ...]) -> None:
    file = distributed("2026-05-04", "2026-05-14")
    before = context(case_of(file))
    french, arabic = both(context, case_of(file.move(move, "2026-05-14", **facts)))

    assert (before["tenu"], before["decision"], french["tenu"]) == (False, "", True)
    assert (french["decision"], arabic["decision"], french["reserves"], french["commission"]) == told


def test_what_the_council_decided_is_told_until_the_text_is_on_an_agenda_again() -> None:
    file = distributed("2026-05-04", "2026-05-14").move("postpone", "2026-05-14")
    file.move("list_on_agenda", "2026-05-15", council_on="2026-05-21")

    assert context(case_of(file))["tenu"] is False


def test_the_spokesperson_is_told_where_the_text_stands_and_what_comes_next() -> None:
    file = distributed("2026-05-04", "2026-05-14").move("adopt_in_council", "2026-05-14")
    told = [of_spokesperson(case_of(file), language) for language in LANGUAGES]

    assert [(plain(each["phrase"]), each["but"], each["prochaine_action"]) for each in told] == [
        (
            "Ce projet de décret a été adopté par le Conseil de gouvernement réuni le 14 mai 2026.",
            None,
            "À la signature",
        ),
        ("صادق مجلس الحكومة المنعقد بتاريخ 14 ماي 2026 على مشروع المرسوم.", None, "معروض للتوقيع"),
    ]
