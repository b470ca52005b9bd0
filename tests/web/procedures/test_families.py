"""The kinds of text are grouped by family, each with its version and a link to the texts that are of it."""

from datetime import date

from models import Measure, UsualTime
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.queries import queries
from workflow.rulebook.files import procedures


def rows(drafter: Browser) -> dict[str, list[list[str]]]:
    """Give the cells of each row of the page, by family."""
    page = drafter.get("/procedures")
    return {
        str(section.h2.get_text()) if section.h2 else "": [
            [" ".join(cell.get_text(" ").split()) for cell in row.select("td")] for row in section.select("tbody tr")
        ]
        for section in page.soup.select("section.sheet")
    }


def test_each_kind_stands_once_under_its_family_with_its_version_and_since_when(drafter: Browser) -> None:
    told = rows(drafter)
    kinds = [row for family in told.values() for row in family]

    assert list(told) == ["Lois", "Décrets", "Arrêtés"]
    assert sorted(row[0] for row in kinds) == sorted(f"{one.label.fr} {one.label.ar}" for one in procedures().values())
    assert {row[2] for row in kinds} == {"version 2011 depuis le 30 juillet 2011"}
    assert [row[0].split()[0] for row in told["Arrêtés"]] == ["Arrêté"] * 3


def test_a_kind_counts_the_texts_to_whose_list_it_leads(drafter: Browser, ministry: Ministry) -> None:
    for title in ("un premier décret", "un deuxième décret", "un troisième décret"):
        ministry.open(title, kind="decret", on="2026-10-05")
    ended = ministry.open("un décret classé", kind="decret", on="2026-10-05")
    ministry.move(ended, "abandon", "2026-10-06", reason="sans objet")
    ministry.open(on="2026-10-05")
    counts = [row[3] for row in rows(drafter)["Décrets"]]
    page = drafter.get("/procedures")

    assert sorted(counts) == ["3 textes en cours : Décret réglementaire", *["aucun texte"] * 3]
    listed = drafter.follow(page, "3 textes en cours : Décret réglementaire")
    assert sorted(listed.all("a.title")) == ["un deuxième décret", "un premier décret", "un troisième décret"]
    assert drafter.get("/procedures/decret").link("3 textes en cours").endswith("kind=decret&over=no")


def test_the_page_counts_all_kinds_in_one_query(drafter: Browser, ministry: Ministry) -> None:
    ministry.open(on="2026-10-05")
    with queries(drafter.app) as few:
        drafter.get("/procedures")
    for number in range(5):
        ministry.open(f"un décret {number}", kind="decret", on="2026-10-05")
    with queries(drafter.app) as many:
        drafter.get("/procedures")

    assert len(many) == len(few)


def test_a_phase_says_how_long_texts_usually_stay_there_and_on_how_many_that_is(
    drafter: Browser, ministry: Ministry
) -> None:
    row = UsualTime(
        measure=Measure.PHASE, place="preparation", kind="", texts=7, median_days=74, reckoned_on=date(2026, 10, 5)
    )
    ministry.add(row)
    page = drafter.get("/procedures/projet_de_loi")

    assert [words for words in page.all(".who .term") if "d’ordinaire" in words] == [
        "d’ordinaire 74 jours, sur 7 textes de toutes natures"
    ]
