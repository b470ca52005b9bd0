"""A step that a table denies, plans, puts off or asks for is never written as done."""

from datetime import date

import pytest

from tests.workflow.importing.phrases import KINDS, STATES
from workflow.importing import read_table
from workflow.importing.taking_over import PlannedRow, plan_row
from workflow.rulebook.files import procedures

TODAY = date(2026, 11, 24)
DENYING = (
    *("N'a pas été", "N'est pas", "N'est plus", "N'a jamais été", "Pas encore", "Jamais", "Ne sera pas", "Sans être"),
    *("Sera prochainement", "Doit être", "En vue d'être", "Le gouvernement a renoncé à ce qu'il soit"),
    *("Il est demandé que le texte soit", "Une fois"),
)
DENYING_AR = ("لم", "لن", "ليس", "سوف", "في انتظار", "عدم", "من المرتقب")
REJECTION = (
    "Le rejet par une chambre n'est définitif qu'en dernier ressort (Constitution, art. 84), ce que la page ne dit "
    "pas : à confirmer."
)


def planned(status: str, title: str = KINDS["projet_de_loi"][0]) -> PlannedRow:
    row = read_table(f"Intitulé\tÉtat d'avancement\n{title}\t{status}".encode(), "une ligne").rows[0]
    return plan_row(row, today=TODAY)


def is_arabic(phrase: str) -> bool:
    return phrase[0] >= "\u0600"


@pytest.mark.parametrize("state", STATES)
def test_no_way_of_denying_or_planning_any_step_is_written(state: str) -> None:
    kind = next(kind for kind in KINDS if state in procedures()[kind].states)
    written = {}
    for phrase in STATES[state]:
        for cue in DENYING_AR if is_arabic(phrase) else DENYING:
            denied = f"{cue} {phrase[0].lower()}{phrase[1:]}"
            written[denied] = planned(denied, KINDS[kind][0]).written

    assert {denied for denied, written_in in written.items() if written_in} == set()


@pytest.mark.parametrize(
    ("status", "quoted"),
    [
        (
            "Le Conseil de gouvernement n'a pas adopté le projet le 5 mars 2020",
            "Conseil de gouvernement n'a pas adopté",
        ),
        ("Non adopté par le conseil de gouvernement", "Non adopté par le conseil de gouvernement"),
        (
            "Adoption par le Conseil de gouvernement prévue le 3 décembre 2020",
            "Adoption par le Conseil de gouvernement prévue",
        ),
        ("Le Conseil des ministres n'a pas approuvé le projet", "Conseil des ministres n'a pas approuvé"),
        (
            "La Cour constitutionnelle n'a pas déclaré conforme le texte",
            "Cour constitutionnelle n'a pas déclaré conforme",
        ),
        ("La Chambre des représentants n'a pas adopté le texte", "Chambre des représentants n'a pas adopté"),
        ("Vote contre par la Chambre des conseillers", "Vote contre par la Chambre des conseillers"),
        ("N'est plus en vigueur depuis le 1er janvier 2020", "N'est plus en vigueur"),
        ("Publication au Bulletin officiel prévue prochainement", "Publication au Bulletin officiel prévue"),
        ("Le gouvernement a renoncé à la publication au BO", "renoncé à la publication au BO"),
        ("Non remis au Secrétariat général du gouvernement", "Non remis au Secrétariat général du gouvernement"),
        ("L'adoption en Conseil de gouvernement est fixée au 3 mai", "adoption en Conseil de gouvernement est fixée"),
        ("المصادقة في مجلس الحكومة مرتقبة", "المصادقة في مجلس الحكومة مرتقبة"),
    ],
)  # fmt: skip
def test_a_row_that_tells_nothing_done_is_left_with_the_words_that_say_so(status: str, quoted: str) -> None:
    expected = f"Le tableau dit « {quoted} », ce qui n'est pas une étape faite : l'état est à choisir par une personne."
    assert planned(status).left == expected


@pytest.mark.parametrize(
    "status",
    ["Non publié", "Jamais publié", "Pas promulgué", "Retiré de la séance plénière", "Le projet n'a pas été retiré",
     "Examen reporté par la Chambre des conseillers", "لم ينشر بالجريدة الرسمية"],
)  # fmt: skip
def test_what_is_denied_in_few_words_is_left_to_a_person(status: str) -> None:
    assert planned(status).written is None


@pytest.mark.parametrize(
    ("status", "state", "moves"),
    [
        ("Report de l'adoption par le Conseil de gouvernement", "reporte_cg", ["postpone"]),
        ("Examen reporté au prochain Conseil de gouvernement", "reporte_cg", ["postpone"]),
        (
            "Adopté par la Chambre des représentants, l'adoption par la Chambre des conseillers est attendue",
            "transmis_autre_chambre",
            ["adopt_in_plenary"],
        ),
        ("N'est plus en vigueur, abrogé en 2020", "abroge", ["repeal"]),
        ("Adopté par 84 voix contre 9 en séance plénière", "transmis_autre_chambre", ["adopt_in_plenary"]),
        ("Adopté par le Conseil de gouvernement, non encore déposé au Parlement", "adopte_cg", ["adopt_in_council"]),
        ("Transmis à la Chambre des conseillers en attente d'examen", "depose", ["deposit"]),
        ("Retiré avant son adoption par le Conseil de gouvernement", "retire", ["withdraw"]),
        ("لا يزال قيد الدراسة بمجلس النواب", "commission", ["refer_to_committee"]),
    ],
)  # fmt: skip
def test_what_is_told_beside_a_step_not_done_is_written(status: str, state: str, moves: list[str]) -> None:
    found = planned(status)

    assert (found.written, [each.move for each in found.row.milestones]) == (state, moves)


@pytest.mark.parametrize(
    ("status", "state", "move", "doubts"),
    [
        ("Rejeté par la Chambre des représentants le 12 mai 2020", "transmis_autre_chambre", "reject", (REJECTION,)),
        ("La Chambre des conseillers a rejeté le texte", "transmis_autre_chambre", "reject", (REJECTION,)),
        ("رفضه مجلس النواب", "transmis_autre_chambre", "reject", (REJECTION,)),
        ("Définitivement rejeté par la Chambre des représentants", "rejete", "reject_finally", ()),
        ("Rejeté définitivement par la Chambre des représentants", "rejete", "reject_finally", ()),
        ("رفضه مجلس النواب نهائيا", "rejete", "reject_finally", ()),
        ("Rejeté", "rejete", "reject_finally", ()),
    ],
)
def test_the_rejection_of_one_chamber_is_final_only_where_it_is_said(
    status: str, state: str, move: str, doubts: tuple[str, ...]
) -> None:
    found = planned(status)

    assert (found.written, [each.move for each in found.row.milestones]) == (state, [move])
    assert found.row.warnings == doubts
