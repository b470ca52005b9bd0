"""What the words of a situation say: the state, and each thing told with its date, its chamber and its numbers."""

from datetime import date
from typing import Any

import pytest

from tests.workflow.importing.phrases import KINDS
from workflow.importing import ImportedRow, read_table
from workflow.importing.taking_over import PlannedRow, plan_row
from workflow.rulebook.files import procedures

TODAY = date(2026, 11, 24)
BILL = "Projet de loi n° 70-21 relatif aux foires"
LAW = "Loi n° 70-21 relative aux foires"
FIRST = ("adopt_in_plenary", "2023-05-03", "representants")
BY_REPRESENTATIVES = "par la Chambre des représentants le 3 mai 2023"
BY_COUNCILLORS = "par la Chambre des conseillers le 5 juin 2023"
CONTRADICTED = (
    "Un second vote n'est définitif que si la chambre a voté dans les mêmes termes, ou en dernier ressort "
    "(Constitution, art. 84) : à confirmer."
)
LOST = "une lettre s’est perdue en copiant. Retapez ce mot."
UNNAMED = "La chambre n'est pas nommée pour une étape dite : à compléter."


def row(status: str, title: str = BILL) -> ImportedRow:
    return read_table(f"Intitulé\tÉtat d'avancement\n{title}\t{status}".encode(), "une ligne").rows[0]


def planned(status: str, title: str = BILL) -> PlannedRow:
    return plan_row(row(status, title), today=TODAY)


def told(read: ImportedRow) -> list[tuple[str | None, str | None, str | None]]:
    return [(each.move, each.on, each.chamber) for each in read.milestones]


@pytest.mark.parametrize(("kind", "title"), [(kind, title) for kind, titles in KINDS.items() for title in titles])
def test_a_title_tells_the_kind(kind: str, title: str) -> None:
    assert row("En vigueur", title).kind == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Loi cadre 6-22 relative aux soins", "loi_cadre"),
        ("Loi organique n° 4-16 relative à la langue", "loi_organique"),
        ("Loi de finances n° 50-22 pour 2023", "loi_de_finances"),
        ("Avant-projet de loi organique relatif à la grève", "loi_organique"),
        ("Décret-loi n° 2-20-5 relatif à l'urgence", "decret_loi"),
        ("Décret n° 2-20-6 du 3 mars 2020 portant nomination du directeur", "decret_de_nomination"),
        ("Décret n° 2-20-7 fixant les modalités de nomination des directeurs", "decret"),
        ("Arrêté conjoint du ministre de la santé et du ministre de l'eau n° 8-20 fixant un prix", "arrete_conjoint"),
        ("Arrêté interministériel n° 9-20 fixant un prix", "arrete_conjoint"),
        ("Arrêté n° 3-10-20 du Chef du gouvernement portant délégation", "arrete_du_chef_du_gouvernement"),
        ("Arrêté de la ministre fixant un prix", "arrete"),
        ("قانون تنظيمي رقم 4.16 يتعلق باللغة", "loi_organique"),
        ("مرسوم بقانون رقم 2.20.5 يتعلق بالطوارئ", "decret_loi"),
    ],
)
def test_kinds_that_begin_alike_are_told_apart(title: str, kind: str) -> None:
    assert row("En vigueur", title).kind == kind


@pytest.mark.parametrize(
    ("law", "kind"), [("loi", "projet_de_loi"), ("loi organique", "loi_organique"), ("loi-cadre", "loi_cadre")]
)
@pytest.mark.parametrize(("status", "state"), [("Signé", "promulgue"), ("Publié au BO n° 7212", "publie")])
def test_a_dahir_of_promulgation_is_the_law_that_it_promulgates(law: str, kind: str, status: str, state: str) -> None:
    read = row(status, f"Dahir n° 1-23-51 du 9 hija 1444 (28 juin 2023) portant promulgation de la {law} n° 11-22")

    assert (read.kind, read.state) == (kind, state)
    assert [(number.normal, number.role) for number in read.numbers] == [("1-23-51", "promulgation"), ("11-22", "own")]
    (promulgation,) = [each for each in read.told if each.move == "promulgate"]
    assert (promulgation.on, promulgation.facts) == ("2023-06-28", {"dahir": "1-23-51", "hijri": "9 hija 1444"})


@pytest.mark.parametrize(
    ("status", "state", "moves"),
    [
        (
            f"Adopté en première lecture {BY_REPRESENTATIVES}, adopté {BY_COUNCILLORS}",
            "adopte_definitif",
            [FIRST, ("adopt_in_plenary", "2023-06-05", "conseillers")],
        ),
        (
            f"Adopté {BY_COUNCILLORS} après son adoption {BY_REPRESENTATIVES}",
            "adopte_definitif",
            [FIRST, ("adopt_in_plenary", "2023-06-05", "conseillers")],
        ),
        (
            f"Adopté {BY_REPRESENTATIVES}, puis en deuxième lecture le 6 juillet 2023",
            "adopte_definitif",
            [FIRST, ("adopt_in_plenary", "2023-07-06", "representants")],
        ),
        (
            f"Adopté définitivement {BY_REPRESENTATIVES}",
            "adopte_definitif",
            [("record_final_adoption", "2023-05-03", "representants")],
        ),
        (
            "Adopté en Conseil de gouvernement le 5 mars 2020 et en Conseil des ministres le 6 avril 2020",
            "adopte_cm",
            [("adopt_in_council", "2020-03-05", None), ("adopt_in_council_of_ministers", "2020-04-06", None)],
        ),
        ("En discussion à la Chambre des représentants", "commission", [("refer_to_committee", None, "representants")]),
        ("قيد الدراسة بلجنة الداخلية بمجلس النواب", "commission", [("refer_to_committee", None, "representants")]),
        (
            "Adopté en deuxième lecture par la Chambre des conseillers le 20 juin 2023",
            "adopte_definitif",
            [("adopt_in_plenary", "2023-06-20", "conseillers")],
        ),
        (
            "Rejeté par la Chambre des conseillers le 2 mai 2023",
            "transmis_autre_chambre",
            [("reject", "2023-05-02", "conseillers")],
        ),
        (
            "Adopté en commission à la Chambre des conseillers le 26 avril 2022",
            "rapport",
            [("adopt_in_committee", "2022-04-26", "conseillers")],
        ),
        (
            "Soumis au vote et adopté par la Chambre des représentants le 3 mai 2023",
            "transmis_autre_chambre",
            [FIRST],
        ),
        (
            "صادق عليه مجلس الحكومة في فاتح غشت 2024 وأحيل على مجلس النواب",
            "depose",
            [("adopt_in_council", "2024-08-01", None), ("deposit", None, "representants")],
        ),
        (
            "Adopté par le Conseil de gouvernement le 26 juin 2025, examiné par la commission de l'eau en mai 2026",
            "commission",
            [("adopt_in_council", "2025-06-26", None), ("refer_to_committee", "2026-05", None)],
        ),
    ],
)
def test_readings_and_chambers_are_told_apart(status: str, state: str, moves: list[tuple[str, str, str]]) -> None:
    found = planned(status)

    assert (found.row.state, told(found.row), found.written) == (state, moves, state)


@pytest.mark.parametrize(
    ("status", "doubt"),
    [
        ("Adopté en deuxième lecture par la Chambre des représentants", CONTRADICTED),
        (
            "Définitivement adopté par le Parlement",
            "La chambre qui a voté la dernière n'est pas nommée : à compléter.",
        ),
        ("Adopté à la majorité en séance plénière", UNNAMED),
        ("Soumis à la commission de l'intérieur", UNNAMED),
        (
            "Examiné par le Conseil de gouvernement",
            "« Examiné » par le Conseil de gouvernement ne dit ni adopté ni reporté : la décision reste à trouver.",
        ),
        (
            "Report de l'examen",
            "L'examen est dit reporté sans nommer le Conseil de gouvernement : à confirmer.",
        ),
        (
            "Bloqué en commission à la Chambre des représentants",
            "Le texte est dit bloqué : c'est noté, sans changer son état.",
        ),
    ],
)
def test_what_is_only_half_said_is_doubted_aloud(status: str, doubt: str) -> None:
    assert row(status).warnings == (doubt,)


@pytest.mark.parametrize(
    ("words", "severable"),
    [("", None), (", séparables du reste", "yes"), (", qui ne sont pas séparables du reste", "no")],
)
def test_whether_censured_provisions_are_severable_is_doubted_unless_it_is_told(
    words: str, severable: str | None
) -> None:
    read = row(f"La Cour constitutionnelle a censuré deux articles{words}")

    assert read.milestones[0].facts.get("severable") == severable
    assert any("séparables" in warning for warning in read.warnings) is (severable is None)


@pytest.mark.parametrize(
    "status",
    [
        "Non encore adopté par le Conseil de gouvernement",
        "N'a jamais été publié au Bulletin officiel",
        "Sera présenté au Conseil de gouvernement du 17 décembre 2026",
        "Retiré de l'ordre du jour du Conseil de gouvernement",
        "لم تتم المصادقة عليه بعد في مجلس الحكومة",
    ],
)
def test_what_has_not_happened_is_not_written(status: str) -> None:
    assert planned(status).written is None


def test_a_meeting_to_come_is_announced_and_not_dated() -> None:
    found = planned("Programmé au Conseil de gouvernement du 17 décembre 2026")

    assert (found.written, found.row.told[0].on) == ("inscrit_cg", None)
    assert found.row.told[0].note == "Programmé au Conseil de gouvernement du 17 décembre 2026"


def test_a_day_that_does_not_exist_is_told() -> None:
    assert row("Adopté par le Conseil de gouvernement le 31 février 2024").warnings == (
        "« 31 février 2024 » n’existe pas dans le calendrier : veuillez vérifier le jour.",
    )


def test_that_a_text_is_stalled_says_nothing_of_where_it_stands() -> None:
    assert planned("Texte bloqué").written is None


@pytest.mark.parametrize(
    ("status", "move", "on", "facts"),
    [
        (
            "Loi promulguée par le dahir n° 1-23-51 du 9 hija 1444 (28 juin 2023)",
            "promulgate", "2023-06-28", {"dahir": "1-23-51", "hijri": "9 hija 1444"},
        ),
        ("Publiée au Bulletin officiel n° 7340 du 3 octobre 2024", "publish", "2024-10-03", {"bo_number": "7340"}),
        ("نشر بالجريدة الرسمية عدد 7340 بتاريخ 3 أكتوبر 2024", "publish", "2024-10-03", {"bo_number": "7340"}),
        ("Entrera en vigueur le 8 décembre 2027", None, None, {"in_force_on": "2027-12-08"}),
        ("Remplacé par le projet de loi n° 66-15", "replace", None, {"successor": "le projet de loi n° 66-15"}),
        (
            "La Cour constitutionnelle a censuré deux articles par sa décision n° 270/26 du 22 janvier 2026",
            "declare_partly_contrary", "2026-01-22", {"decision": "270/26"},
        ),
        ("Définitivement adopté à l'unanimité le 2 mai 2023", "record_final_adoption", "2023-05-02",
         {"votes": {"unanimous": True}}),
    ],
)  # fmt: skip
def test_numbers_and_dates_are_facts(status: str, move: str | None, on: str | None, facts: dict[str, Any]) -> None:
    last = row(status, LAW).told[-1]

    assert (last.move, last.on, last.facts) == (move, on, facts)


@pytest.mark.parametrize(
    ("status", "left"),
    [
        ("Adopté par le Conseil de gouvernement le 4 avril 2027", "La date dite, le 4 avril 2027, est à venir"),
        ("Publiée au Bulletin officiel en mars 2028", "La date dite, en mars 2028, est à venir"),
        ("Entrera en vigueur le 8 décembre 2027", ""),
        ("Adopté par le Conseil de gouvernement en 2026", ""),
    ],
)
def test_what_is_dated_in_the_future_is_not_held_to_have_happened(status: str, left: str) -> None:
    assert planned(status).left.partition(" :")[0] == left


def test_dates_out_of_order_are_doubted_and_kept() -> None:
    found = planned("Déposé à la Chambre des représentants le 3 mars 2024 après son adoption par le Conseil de "
                    "gouvernement le 4 avril 2024")  # fmt: skip

    assert (found.written, told(found.row)) == (
        "depose",
        [("adopt_in_council", "2024-04-04", None), ("deposit", "2024-03-03", "representants")],
    )
    assert found.doubts == (
        "Dépôt au Parlement (3 mars 2024) – Cette date précède celle d’une étape qui vient avant (4 avr. 2024).",
    )


@pytest.mark.parametrize(
    ("title", "left"),
    [
        (
            f"{BILL} {'et aux marchés ' * 70}".strip(),
            "L’intitulé en français compte 1091 caractères ; 1000 au plus sont conservés.",
        ),
        (
            f"{BILL} et \x07coles",
            f"L’intitulé en français : Un caractère illisible se trouve après « latif aux foires et » : {LOST}",
        ),
    ],
)
def test_a_title_that_cannot_be_kept_is_left_with_its_reason(title: str, left: str) -> None:
    assert planned("Promulguée le 3 mars 2024", title).left == left


@pytest.mark.parametrize("kind", procedures())
def test_a_state_that_a_kind_has_not_is_said(kind: str) -> None:
    titles = {"decret_simple": KINDS["decret"]} | KINDS
    found = planned("Promulguée le 3 mars 2024", titles[kind][0])

    expected = (
        ""
        if "promulgue" in procedures()[found.row.kind].states
        else (f"L’état « Promulguée » n’existe pas pour ce genre de texte ({procedures()[found.row.kind].label.fr}).")
    )
    assert found.left == expected
