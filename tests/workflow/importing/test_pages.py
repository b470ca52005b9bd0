from pathlib import Path
from textwrap import fill

import pytest

from workflow.importing import ImportedTable, read_table
from workflow.importing.table import USES

DATA = Path(__file__).parents[2] / "data"
TEXT = (DATA / "tableau.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def table() -> ImportedTable:
    return read_table(TEXT.encode(), "tableau.txt")


def as_html(text: str) -> str:
    rows = (
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split("\t")) + "</tr>"
        if "\t" in line
        else f"<tr><td colspan='2'><b>{line}</b></td></tr>"
        for line in text.splitlines()
    )
    return f"<html><body><table>{''.join(rows)}</table></body></html>"


def by_section(table: ImportedTable, between: str, *, backwards: bool = False) -> str:
    headings = {
        "projets_de_loi": "Projets de loi",
        "projets_de_decrets": "Projets de décrets",
        "decrets": "Décrets",
        "projets_d_arretes": "Projets d'arrêtés",
        "arretes": "Arrêtés",
    }
    lines = []
    for code, heading in sorted(headings.items(), reverse=backwards):
        lines += [heading, *(f"{row.title}{between}{row.status}" for row in table.rows if row.group == code)]
    return "\n".join(lines)


def test_the_title_and_the_situation_are_parted(table: ImportedTable) -> None:
    first, fifth, last = table.rows[0], table.rows[4], table.rows[-1]

    assert first.title == "Projet de loi-cadre sur les droits des personnes handicapées"
    assert fifth.status == "La rédaction est terminée et le dossier a été engagé dans la procédure d’approbation"
    assert last.status == "En vigueur"


@pytest.mark.parametrize(
    "source",
    [
        TEXT.replace(" ", "\u00a0").encode(),
        TEXT.replace("\n", "\r\n").encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        (TEXT.replace("É", "E") + "\nوزارة التضامن والأسرة").encode("cp1256"),
        TEXT.replace("’", "'").encode(),
        TEXT.replace("\n", "\n\n").encode(),
        "\n".join(f"   {line}" for line in TEXT.split("\n")).encode(),
    ],
    ids=["nbsp", "crlf", "utf-16", "utf-16-be", "cp1252", "cp1256", "straight", "spaced", "indented"],
)
def test_the_same_page_saved_otherwise_reads_the_same(table: ImportedTable, source: bytes) -> None:
    saved = read_table(source, "page")

    assert [read.state for read in saved.rows] == [read.state for read in table.rows]


@pytest.mark.parametrize("between", [" ", "\t", "\n", "\n\n", " | ", "\n\t"])
@pytest.mark.parametrize("backwards", [False, True])
def test_the_layout_of_a_copy_does_not_matter(table: ImportedTable, between: str, *, backwards: bool) -> None:
    copy = read_table(by_section(table, between, backwards=backwards).encode(), "copie")

    assert sorted((read.title, read.state) for read in copy.rows) == sorted(
        (read.title, read.state) for read in table.rows
    )


def test_the_same_table_in_html_reads_the_same(table: ImportedTable) -> None:
    page = read_table(as_html(by_section(table, "\t")).encode(), "page.html")

    assert sorted((read.title, read.state) for read in page.rows) == sorted(
        (read.title, read.state) for read in table.rows
    )


def test_lines_folded_by_a_mail_program_are_put_together(table: ImportedTable) -> None:
    folded = "\n".join(fill(line, 80, break_on_hyphens=False) for line in by_section(table, " ").split("\n"))

    copy = read_table(folded.encode(), "courriel.txt")

    assert sorted(read.title for read in copy.rows) == sorted(read.title for read in table.rows)
    source = [(number, line) for number, line in enumerate(folded.split("\n"), start=1) if line.strip()]
    assert [(line.number, line.text) for line in copy.lines] == source
    assert sum(len(copy.taken_as(use)) for use in USES) == len(source)


def test_a_table_without_headings_is_read_by_its_titles(table: ImportedTable) -> None:
    bare = "\n".join(f"{read.title} {read.status}" for read in table.rows)

    assert read_table(bare.encode(), "nu.txt").found == table.found


def test_a_page_of_several_html_tables_is_read_to_the_end() -> None:
    table = read_table((DATA / "tableau.html").read_bytes(), "tableau.html")

    assert [(read.group, read.state) for read in table.rows] == [
        ("projets_de_loi", "commission_adhoc"),
        ("projets_de_loi", "depose"),
        ("decrets", "en_vigueur"),
        ("decrets", "en_vigueur"),
        ("arretes", "en_vigueur"),
    ]
    assert next(line.text for line in table.taken_as("left")).startswith("2 Circulaire sur les dossiers")
    assert table.announced == {"projets_de_loi": 3, "decrets": 2}
    assert table.warnings == ("Projets de loi : 3 annoncés, 2 trouvés dans le tableau.",)


def test_a_title_after_the_end_is_not_lost_in_silence() -> None:
    page = "Décrets\nDécret relatif au prix\tEn vigueur\n\nFin du tableau.\n\nDécret relatif aux congés\n"

    table = read_table(page.encode(), "page")

    assert len(table.rows) == 1
    assert [(line.number, line.text) for line in table.taken_as("left")] == [
        (4, "Fin du tableau."),
        (6, "Décret relatif aux congés"),
    ]
