"""Every line of a source is accounted for: taken for what it is, or named with the reason it was left."""

import re
import sys
from collections import Counter
from random import Random

import pytest

from workflow.importing import ImportedTable, read_table
from workflow.importing.page.wording import fold
from workflow.importing.table import USES

COUNCIL = "inscrit à l'ordre du jour du Conseil de gouvernement du 12 octobre 2022"
A_FEW = 0.2
HEADINGS = ("Projets de loi", "Les décrets :", "Projets d'arrêtés (3)", "مشاريع القوانين", "Objet\tÉtat")
TITLES = (
    *("Projet de loi n° 43-22 relatif aux peines ;", "projet de décret n° 2-22-335 fixant les prix"),
    *("• Décret sur le prix", "Arrêté n° 1512-25 portant nomination", "Le deuxième projet de loi portant sur la ville"),
    *("قرار رقم 1512.25 يتعلق بالجائزة", "3. Proposition de loi relative aux baux"),
    *("Loi cadre 6-22 relative à la santé\t", "Circulaire sur les dossiers\tPubliée"),
)
SITUATIONS = (
    "En vigueur",
    "Adopté en conseil de gouvernement le 3 mai 2022.",
    "Réunion tenue",
    "صادق عليه مجلس الحكومة",
)
OTHERS = (
    *("Communiqué de presse (version arabe)", "Accueil", "Le Conseil examinera trois projets, à savoir :"),
    *("MINISTÈRE DE LA SANTÉ", "Conseil de gouvernement du 12 octobre 2022", "Ce chapitre parle des textes."),
    *("et des femmes rurales", "12", "—", "", "Direction\tAdresse", "\tune cellule seule", "Décret relatif aux congés"),
    *("« entre guillemets »", "2) deuxième point"),
)


def page(seed: int) -> str:
    """Draw a page of lines in no order, some glued to a situation."""
    draw = Random(seed)  # noqa: S311 - a page drawn again the same
    lines = [TITLES[0]]
    for _ in range(draw.randint(4, 40)):
        line = draw.choice(draw.choice((HEADINGS, TITLES, TITLES, SITUATIONS, OTHERS)))
        lines.append(f"{line} : {draw.choice(SITUATIONS)}" if draw.random() < A_FEW else line)
    return "\n".join(lines)


def words(text: str) -> set[str]:
    """The words of a text but for bullets, ranks and marks, that list items without saying anything."""
    return set(re.findall(r"[^\W\d_]+|\d+(?=[.\-]\d)", fold(text)))


def kept(table: ImportedTable) -> set[str]:
    rows = " ".join(f"{row.title} {row.status} {row.note}" for row in table.rows)
    return words(" ".join((rows, *(line.text for line in table.lines if line.use not in ("title", "situation")))))


@pytest.mark.parametrize("seed", range(150))
def test_no_line_and_no_word_is_dropped(seed: int) -> None:
    source = page(seed)

    table = read_table(source.encode(), "page")

    assert len(table.lines) == sum(1 for line in source.split("\n") if line.strip())
    assert len(table.lines) == sum(len(table.taken_as(use)) for use in USES)
    assert words(source) - kept(table) == set()
    assert all(line.reason for line in table.taken_as("left"))


def read(*lines: str) -> ImportedTable:
    return read_table("\n".join(lines).encode(), "page")


def test_an_agenda_gives_its_council_to_every_text_as_a_deduction() -> None:
    table = read(
        "Conseil de gouvernement du 12 octobre 2022",
        "",
        "Projet de loi n° 13.22 modifiant la loi n° 100.13, présenté par le Ministre de la justice.",
        "Projet de décret n° 2.22.816 fixant les traitements, également présenté par la Ministre déléguée.",
        "Communiqué de presse (version arabe)",
    )

    assert [(row.title, row.status, row.note) for row in table.rows] == [
        ("Projet de loi n° 13.22 modifiant la loi n° 100.13", COUNCIL, "présenté par le Ministre de la justice"),
        ("Projet de décret n° 2.22.816 fixant les traitements", COUNCIL, "également présenté par la Ministre déléguée"),
    ]
    assert [(row.state, row.confidence) for row in table.rows] == [("inscrit_cg", 0.6)] * 2
    assert all("est déduit de l'en-tête de la page" in " ".join(row.warnings) for row in table.rows)
    assert [line.text for line in table.taken_as("note")] == [
        "Conseil de gouvernement du 12 octobre 2022",
        "Communiqué de presse (version arabe)",
    ]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Ordre du jour du Conseil de gouvernement du jeudi 12 octobre 2022", COUNCIL),
        ("Communiqué du Conseil de gouvernement du 12 octobre 2022", COUNCIL),
        ("Le Conseil réuni le 12 octobre 2022 en conseil de gouvernement examine les textes suivants :", COUNCIL),
        (
            "Le conseil de gouvernement du 12 octobre 2022 a adopté les textes suivants :",
            "adopté par le Conseil de gouvernement du 12 octobre 2022",
        ),
        (
            "Conseil des ministres du 18 octobre 2022",
            "inscrit à l'ordre du jour du Conseil des ministres du 18 octobre 2022",
        ),
        ("مشاريع النصوص المدرجة في جدول أعمال مجلس الحكومة ليوم الأربعاء 12 أكتوبر 2022", COUNCIL),
        ("المجلس الوزاري ليوم 18 أكتوبر 2022", "inscrit à l'ordre du jour du Conseil des ministres du 18 octobre 2022"),
        ("مجلس الحكومة", ""),
        ("مجلس الحكومة ليوم 31 فبراير 2022", ""),
        ("Bulletin officiel n° 7340 du 3 octobre 2024", "publié au Bulletin officiel n° 7340 du 3 octobre 2024"),
        ("Depuis le conseil de gouvernement du 12 octobre 2022, le département prépare ses textes.", ""),
        ("Conseil de gouvernement", ""),
    ],
)  # fmt: skip
def test_only_a_heading_that_names_its_council_and_its_day_says_anything_of_its_list(heading: str, said: str) -> None:
    (row,) = read(heading, "", "Décret n° 2-22-812 fixant les indemnités").rows

    assert row.status == said
    assert row.confidence <= 0.6


CONTRARY = (
    "Le Conseil de gouvernement du 12 octobre 2022 a reporté l'examen des projets suivants :",
    "Le Conseil de gouvernement du 12 octobre 2022 n'a pas adopté les projets suivants :",
    "Le Conseil de gouvernement du 12 octobre 2022 a renvoyé les textes suivants :",
    "Conseil de gouvernement du 12 octobre 2022 (reporté)",
    "Réunion du Conseil de gouvernement du 12 octobre 2022 annulée",
    "تأجيل اجتماع مجلس الحكومة ليوم الأربعاء 12 أكتوبر 2022",
)


@pytest.mark.parametrize("heading", [*CONTRARY, "Textes non publiés au Bulletin officiel n° 7340 du 3 octobre 2024"])
def test_a_heading_that_says_the_contrary_gives_its_list_no_situation(heading: str) -> None:
    (row,) = read(heading, "", "Décret n° 2-22-812 fixant les indemnités").rows

    assert (row.status, row.confidence) == ("", 0.1)


@pytest.mark.parametrize("heading", [*CONTRARY[:3], "Les textes suivants ont été retirés de l'ordre du jour :"])
def test_a_heading_takes_from_its_list_what_the_one_above_said(heading: str) -> None:
    table = read(
        "Conseil de gouvernement du 12 octobre 2022",
        "Décret n° 2-22-811 fixant les prix",
        heading,
        "Décret n° 2-22-812 fixant les indemnités",
    )

    assert [row.status for row in table.rows] == [COUNCIL, ""]


def test_twice_the_lines_cost_no_more_than_twice_the_work() -> None:
    def calls(rows: int) -> int:
        lines = (
            f"Projet de loi n° {row}-21 relatif aux foires\nLigne sans suite {row}" for row in range(10, 10 + rows)
        )
        counted = Counter[str]()
        profiled = sys.getprofile()
        sys.setprofile(lambda _frame, event, _arg: counted.update([event]))
        read("Projets de loi", *lines)
        sys.setprofile(profiled)
        return counted["call"]

    calls(10)  # what is read once for all, as the procedures

    assert calls(400) < 2.1 * calls(200)


def test_what_is_said_of_a_list_stops_with_it_and_never_replaces_a_written_situation() -> None:
    table = read(
        "Conseil de gouvernement du 12 octobre 2022",
        "Décret n° 2-22-812 fixant les prix : en vigueur",
        "Décret n° 2-22-813 fixant les taux",
        "Les autres textes du département.",
        "Décret n° 2-22-814 fixant les aides",
    )

    assert [row.status for row in table.rows] == ["en vigueur", COUNCIL, ""]


def at(page: int) -> tuple[str, str]:
    return "publié au Bulletin officiel n° 7328 du 22 août 2024", f"page {page}"


def test_a_summary_of_the_bulletin_gives_titles_without_their_page_numbers() -> None:
    table = read(
        "Bulletin officiel n° 7328 du 22 août 2024",
        "TEXTES GÉNÉRAUX",
        "Pages",
        "Dahir n° 1-24-32 du 24 juillet 2024 portant promulgation de la loi n° 43-22 relative aux peines. 1230",
        "Code du médicament.",
        "Décret n° 2-22-812 du 3 rejeb 1444 (26 janvier 2023) fixant les prix ........ 1234",
        "MINISTÈRE DE LA SANTÉ",
        "Arrêté n° 1512-25 du 1er juin 2025 portant nomination\t1236",
    )

    assert [(row.title, row.status, row.note) for row in table.rows] == [
        ("Dahir n° 1-24-32 du 24 juillet 2024 portant promulgation de la loi n° 43-22 relative aux peines", *at(1230)),
        ("Décret n° 2-22-812 du 3 rejeb 1444 (26 janvier 2023) fixant les prix", *at(1234)),
        ("Arrêté n° 1512-25 du 1er juin 2025 portant nomination", *at(1236)),
    ]
    assert [line.text for line in table.taken_as("note")] == [
        "Bulletin officiel n° 7328 du 22 août 2024", "TEXTES GÉNÉRAUX", "Pages", "MINISTÈRE DE LA SANTÉ",
    ]  # fmt: skip
    assert [line.text for line in table.taken_as("left")] == ["Code du médicament."]


@pytest.mark.parametrize(
    ("line", "title", "status"),
    [
        ("Projet de loi n° 8-24 portant approbation de l'accord (adopté à Paris le 12 décembre 2015)", None, ""),
        ("Projet de décret pris pour l'application de la loi n° 5-81 (promulguée par le dahir n° 1-82-246)", None, ""),
        ("Projet de loi n° 8-24 relatif au plan Ikram 2012 – 2016", None, ""),
        ("Projet de loi n° 8-24 : mesures fiscales", None, ""),
        ("Projet de loi n° 8-24 fixant les cas où le juge est saisi", None, ""),
        ("Projet de loi n° 8-24 relatif aux eaux, adopté par la Chambre des conseillers le 3 mai 2022",
         "Projet de loi n° 8-24 relatif aux eaux", "adopté par la Chambre des conseillers le 3 mai 2022"),
        ("Projet de loi n° 8-24 relatif aux eaux (SGG) : remis au SGG", "Projet de loi n° 8-24 relatif aux eaux (SGG)",
         "remis au SGG"),
        ("Le projet de loi n° 8-24 relatif aux eaux a été adopté en conseil de gouvernement",
         "Le projet de loi n° 8-24 relatif aux eaux", "a été adopté en conseil de gouvernement"),
        ("Projet de loi n° 8-24 relatif aux eaux : report de l'examen. Le texte est au SGG",
         "Projet de loi n° 8-24 relatif aux eaux", "report de l'examen. Le texte est au SGG"),
    ],
)  # fmt: skip
def test_a_mark_parts_a_title_only_from_a_situation(line: str, title: str | None, status: str) -> None:
    (row,) = read("Projets de loi", line).rows

    assert (row.title, row.status) == (title or line, status)


def test_a_text_that_no_group_holds_is_named_and_does_not_end_its_list() -> None:
    table = read(
        "Projets de loi",
        "- Projet de loi relatif aux eaux",
        "- Accord de coopération avec la France",
        "- Code du travail",
        "- Projet de loi relatif aux baux",
    )

    assert [row.title for row in table.rows] == ["Projet de loi relatif aux eaux", "Projet de loi relatif aux baux"]
    assert [(line.number, line.reason.split()[0]) for line in table.taken_as("left")] == [(3, "est"), (4, "ne")]


@pytest.mark.parametrize("inside", ["{}", "<p>{}</p>", "\n<span>\n<b>{}</b></span>", "<a href='x'>{}</a>"])
def test_items_of_a_list_start_titles_however_they_are_marked_up(inside: str) -> None:
    items = ("projet de décret fixant les prix", "projet de décret fixant les taux")

    table = read("<h2>Projets de décrets</h2><ul>", *(f"<li>{inside.format(item)}</li>" for item in items), "</ul>")

    assert [row.title for row in table.rows] == [item.capitalize() for item in items]
    assert [line.use for line in table.lines] == ["heading", "title", "title"]


def test_the_numbers_of_an_arabic_title_have_their_roles() -> None:
    (row,) = read("مشروع مرسوم رقم 2.22.816 بتغيير المرسوم رقم 2.14.867").rows

    assert [(number.normal, number.role) for number in row.numbers] == [("2-22-816", "own"), ("2-14-867", "amended")]
