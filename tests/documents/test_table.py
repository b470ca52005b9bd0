"""The table of legislative production in its three forms."""

import csv
from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
from bs4 import BeautifulSoup

from documents.produce import make_table, table_name
from documents.table import as_csv, as_html
from models import LegalText
from tests.documents.office import AT, LETTERHEAD, TODAY, Office, Word, plain
from tests.workflow.builders import CALENDAR
from workflow.reports.production import FoundRow, ProductionTable, production_table, rows_as_of

LISTED = "Textes par nature, et leur état"


def table(office: Office, on: date = TODAY) -> ProductionTable:
    return production_table(office.session, on=on, calendar=CALENDAR)


def sheet(office: Office) -> str:
    return b"".join(as_csv(rows_as_of(office.session, on=TODAY, calendar=CALENDAR))).decode()


def word(office: Office, on: date = TODAY) -> Word:
    return Word(make_table(table(office, on), at=AT, letterhead=LETTERHEAD))


def test_the_word_table_groups_its_texts_and_counts_its_rows(office: Office, bill: LegalText) -> None:
    office.open("arrete", title_fr="Projet d’arrêté =1+1", on="2018-02-01")
    rows = word(office).table(LISTED)

    assert [row[0] for row in rows] == [
        "Objet", "Projets de loi (1)", f"{bill.title_fr}\nn° 103-13", "Projets d’arrêtés (1)", "Projet d’arrêté =1+1",
    ]  # fmt: skip
    assert word(office).table("Nombre de textes par nature") == [
        [
            "1\nProjets et propositions de loi",
            "0\nLois",
            "0\nDécrets et projets de décrets",
            "1\nArrêtés et projets d’arrêtés",
        ]
    ]  # fmt: skip


def test_the_word_table_tells_a_past_day(office: Office, bill: LegalText) -> None:
    first, second = word(office, date(2013, 2, 1)), word(office, date(2016, 4, 1))

    assert bill.title_fr in first.words
    for told, on in ((first, date(2013, 2, 1)), (second, date(2016, 4, 1))):
        (row,) = [row for group in table(office, on).groups for row in group.rows]
        assert told.table(LISTED)[-1][1] == plain(row.sentence)
    assert "Situation au 1er avril 2016" in second.words


def test_an_empty_table_says_so(office: Office) -> None:
    assert "Aucun texte ouvert." in word(office).words
    assert "Aucun texte n’était ouvert à cette date." in as_html(table(office))


def test_a_number_that_the_title_says_is_not_said_twice(office: Office) -> None:
    office.open("decret", title_fr="Projet de décret n° 2.14.278 portant création", number="2-14-278")

    assert word(office).table(LISTED)[-1][0] == "Projet de décret n° 2-14-278 portant création"


def test_a_spreadsheet_reads_the_table_as_french_and_runs_nothing(office: Office, bill: LegalText) -> None:
    office.open("arrete", title_fr='=HYPERLINK("http://x";"y")')
    written = sheet(office)
    rows = list(csv.reader(StringIO(written.removeprefix("\ufeff")), delimiter=";"))

    assert written.startswith("\ufeffRubrique;Numéro;Objet;État;Détenteur;Depuis\r\n")
    assert rows[1][:3] == ["Projets de loi", "n° 103-13", bill.title_fr]
    assert rows[1][5] == "2018-03-05"
    assert rows[2][2] == '\'=HYPERLINK("http://x";"y")'


def test_a_spreadsheet_is_given_section_by_section_and_begins_before_the_last_text_is_read(office: Office) -> None:
    for kind in ("arrete", "projet_de_loi", "decret", "projet_de_loi"):
        office.open(kind, title_fr=f"Un texte : {kind}")
    order = ["projets_d_arretes", "projets_de_loi", "projets_de_decrets"]
    found = sorted(rows_as_of(office.session, on=TODAY, calendar=CALENDAR), key=lambda each: order.index(each[0].code))
    read: list[str] = []

    def rows() -> Iterator[FoundRow]:
        for section, row in found:
            read.append(section.code)
            yield section, row

    given = as_csv(rows())
    assert [next(given).decode().split(";")[0] for _line in range(2)] == ["\ufeffRubrique", "Projets de loi"]
    assert read == ["projets_d_arretes", "projets_de_loi"]

    rest = csv.reader(StringIO(b"".join(given).decode()), delimiter=";")
    assert [row[0] for row in rest] == ["Projets de loi", "Projets de décrets", "Projets d’arrêtés"]


@pytest.mark.parametrize(("on", "cell"), [("2015-03", "2015-03-XX"), ("2015", "2015"), ("2015-03-12", "2015-03-12")])
def test_no_cell_turns_into_a_date_that_nobody_wrote(office: Office, on: str, cell: str) -> None:
    office.open("arrete", title_fr="Arrêté", on=on, number="05-81")

    row = list(csv.reader(StringIO(sheet(office)), delimiter=";"))[1]

    assert (row[1], row[5]) == ("n° 05-81", cell)


def test_the_page_can_be_read_alone_and_by_everybody(office: Office, bill: LegalText) -> None:
    html = as_html(table(office))
    page = BeautifulSoup(html, "html.parser")

    assert page.html
    assert page.html["lang"] == "fr"
    assert [heading.name for heading in page.find_all(["h1", "h2", "h3"])] == ["h1"]
    assert [cell["scope"] for cell in page.find_all("th")] == ["col", "col", "rowgroup"]
    assert bill.title_fr in plain(page.get_text())
    assert "violences <graves>" not in html
    assert not page.find_all(["script", "link", "img"])


def test_the_file_of_a_table_is_named_after_its_day() -> None:
    assert table_name(date(2018, 3, 12), "csv") == "2018-03-12_production_legislative_fr.csv"
