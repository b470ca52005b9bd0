"""The same texts are read from every form of page and every kind of file, in both languages."""

import pytest

from tests.workflow.importing.sources import LISTS, TABLES, Rows
from workflow.importing import ImportedTable, read_table
from workflow.importing.table import USES

FRENCH: Rows = (
    ("Projets de loi",),
    (
        "Projet de loi n° 43-22 relatif aux peines – volet civil (1er juin 2022)",
        "Adopté par le Conseil de gouvernement",
    ),
    ("Projet de loi n° 18-18 relatif aux dons : cadre général", "Déposé à la Chambre des représentants"),
    ("Avant-projet de loi d'orientation de la ville", "En cours d'élaboration"),
    ("Proposition de loi portant sur la location (SGG)", "Retirée le 3 mars 2024"),
    ("Décrets",),
    (
        "Décret n° 2-22-812 du 3 rejeb 1444 (26 janvier 2023) fixant les indemnités",
        "Publié au Bulletin officiel n° 7328",
    ),
    ("Projets d'arrêtés",),
    ("Projet d'arrêté conjoint n° 1512-25 fixant la composition de la commission", "En attente de publication"),
)
ARABIC: Rows = (
    ("مشاريع القوانين",),
    ("مشروع قانون رقم 43.22 يتعلق بالعقوبات البديلة", "صادق عليه مجلس الحكومة"),
    ("مقترح قانون رقم 18.18 يتعلق بجمع التبرعات", "أحيل على مجلس النواب"),
    ("القوانين",),
    ("قانون رقم 05.22 يتعلق بالصحة", "نشر بالجريدة الرسمية"),
    ("مشاريع المراسيم",),
    ("مشروع مرسوم رقم 2.22.816 بتحديد التعويضات", "في طور الإعداد"),
    ("المراسيم",),
    ("مرسوم رقم 2.22.687 يتعلق بالجائزة", "دخل حيز التنفيذ"),
    ("القرارات",),
    ("قرار رقم 1512.25 يتعلق بتعيين الأعضاء", "نشر بالجريدة الرسمية"),
)
FRENCH_GROUPS = [*["projets_de_loi"] * 4, "decrets", "projets_d_arretes"]
ARABIC_GROUPS = [*["projets_de_loi"] * 3, "projets_de_decrets", "decrets", "arretes"]
LANGUAGES = {"fr": (FRENCH, FRENCH_GROUPS), "ar": (ARABIC, ARABIC_GROUPS)}
HEADERS = {"fr": ("Intitulé", "État d'avancement"), "ar": ("العنوان", "مآل المشروع")}


def texts(rows: Rows) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in rows if len(row) > 1]


def found(table: ImportedTable) -> list[tuple[str, str]]:
    return [(row.title, row.status) for row in table.rows]


def accounts_for_all(table: ImportedTable) -> bool:
    return len(table.lines) == sum(len(table.taken_as(use)) for use in USES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("source", TABLES)
def test_a_table_reads_the_same_from_every_kind_of_file(source: str, language: str) -> None:
    rows, groups = LANGUAGES[language]

    table = read_table(TABLES[source]((HEADERS[language], *rows)), "fichier")

    assert found(table) == texts(rows)
    assert [row.group for row in table.rows] == groups
    assert table.taken_as("left") == []
    assert accounts_for_all(table)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("source", LISTS)
def test_a_list_reads_the_same_however_the_situation_is_joined(source: str, language: str) -> None:
    rows, groups = LANGUAGES[language]

    table = read_table(LISTS[source](rows), "fichier")

    assert found(table) == texts(rows)
    assert [row.group for row in table.rows] == groups
    assert table.taken_as("left") == []
    assert accounts_for_all(table)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_headed", [True, False])
@pytest.mark.parametrize("end", ["", " ;", ".", "\n"])
def test_a_list_without_situations_keeps_every_title(end: str, language: str, *, is_headed: bool) -> None:
    rows, _ = LANGUAGES[language]
    lines = [f"{row[0]}{end}" if len(row) > 1 else row[0] for row in rows if is_headed or len(row) > 1]

    table = read_table("\n".join(lines).encode(), "fichier")

    assert found(table) == [(title, "") for title, _ in texts(rows)]
    assert [row.confidence for row in table.rows] == [0.1] * len(texts(rows))


@pytest.mark.parametrize("source", TABLES)
def test_columns_are_told_by_their_header_wherever_they_stand(source: str) -> None:
    rows = [
        ("N°", "Situation", "Date", "Ministère", "Objet", "Observations"),
        ("1", "Adopté en conseil de gouvernement", "12/10/2022", "Santé", "Projet de loi n° 8-22 sur les soins", ""),
        ("2", "", "3 mars 2024", "Justice", "Projet de loi n° 09-22 relatif aux tribunaux", "À revoir"),
    ]  # fmt: skip

    first, second = read_table(TABLES[source](rows), "fichier").rows

    assert (first.title, first.status) == (rows[1][4], "Adopté en conseil de gouvernement le 12/10/2022")
    assert first.note == "Ministère : Santé"
    assert [(step.move, step.on) for step in first.milestones] == [("adopt_in_council", "2022-10-12")]
    assert (second.title, second.status) == (rows[2][4], "")
    assert second.note == "Ministère : Justice ; Observations : À revoir ; Date : 3 mars 2024"


@pytest.mark.parametrize(
    ("written", "on"),
    [("12/10/2022", "2022-10-12"), ("2022-10-12", "2022-10-12"), ("2022-13-12", None), ("BO-2022-10-12", None)],
)
def test_a_column_of_dates_may_hold_them_as_databases_write_them(written: str, on: str | None) -> None:
    rows = f"Objet;État;Date\nProjet de loi n° 8-22 sur les soins;Adopté en conseil de gouvernement;{written}"

    (row,) = read_table(rows.encode(), "fichier.csv").rows

    assert [(step.move, step.on) for step in row.milestones] == [("adopt_in_council", on)]


@pytest.mark.parametrize("source", TABLES)
def test_the_kind_and_the_number_of_a_text_may_have_their_own_columns(source: str) -> None:
    rows = [("Nature", "Numéro", "Intitulé", "État"), ("Projet de loi", "43-22", "relatif aux peines", "Retiré")]

    (row,) = read_table(TABLES[source](rows), "fichier").rows

    assert (row.kind, row.title, row.note) == ("projet_de_loi", "Projet de loi relatif aux peines", "Numéro : 43-22")
    assert [(number.role, number.normal) for number in row.numbers] == [("own", "43-22")]
