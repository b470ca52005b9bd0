"""The page of a procedure tells phase by phase all that the engine runs, and Word says the same."""

from xml.etree import ElementTree as ET

import pytest

from documents.produce import WORD
from tests.documents.office import Word
from tests.web.browser import Browser
from tests.web.page import Page
from web.procedures.told import whole_numbers
from workflow.language.typography import capital
from workflow.procedure.model import Procedure
from workflow.procedure.values import Length
from workflow.rulebook.diagram import Sheet, length_fr, value_fr
from workflow.rulebook.files import procedures

KINDS = pytest.mark.parametrize("kind", procedures())


def values(procedure: Procedure) -> list[tuple[str, Length]]:
    """Give every value of every deadline and of its extensions, with its length in words."""
    rules = procedure.deadlines.values()
    return [
        (value_fr(rule, value), value)
        for rule in rules
        for value in (*rule.values, *(each for row in rule.extensions.values() for each in row))
    ]


def plain(words: str) -> str:
    return " ".join(words.split())


def texts(page: Page, selector: str) -> list[str]:
    return [plain(found.get_text()) for found in page.soup.select(selector)]


@KINDS
def test_each_move_stands_once_on_the_page_with_its_number_and_where_it_leads(drafter: Browser, kind: str) -> None:
    page, sheet = drafter.get(f"/procedures/{kind}"), Sheet(procedures()[kind])

    told = [words for words in texts(page, ".phases .move") if words[0].isdigit()]
    assert sorted(told) == sorted(
        f"{sheet.numbers[move.name]} {move.label_fr}"
        f"{'' if move.stays else f' → {sheet.procedure.states[move.to].label_fr}'}"
        for move in sheet.moves
    )


@KINDS
def test_each_state_stands_once_under_who_holds_the_text_there(drafter: Browser, kind: str) -> None:
    page, procedure = drafter.get(f"/procedures/{kind}"), procedures()[kind]

    told = [words.partition(" (prévu")[0] for words in texts(page, ".who .state")]
    assert sorted(told) == sorted(state.label_fr for state in procedure.states.values())


@KINDS
def test_each_deadline_stands_once_and_no_two_read_alike(drafter: Browser, kind: str) -> None:
    page, procedure = drafter.get(f"/procedures/{kind}"), procedures()[kind]

    rows = [(row.select_one(".length"), row.div) for row in page.soup.select(".limits > li")]
    lengths = [plain(length.get_text()) for length, _said in rows if length]
    assert sorted(lengths) == sorted(length_fr(rule) for rule in procedure.deadlines.values())
    seen = [tuple(plain(p.get_text()) for p in said.find_all("p", recursive=False)) for _length, said in rows if said]
    assert len(set(zip(lengths, seen, strict=True))) == len(procedure.deadlines)


@KINDS
def test_what_is_no_limit_of_the_law_says_so_and_nothing_is_red(drafter: Browser, kind: str) -> None:
    page, procedure = drafter.get(f"/procedures/{kind}"), procedures()[kind]

    markers = texts(page, ".limits > .marker")
    assert len(markers) == sum(rule.nature != "law" for rule in procedure.deadlines.values())
    assert [
        words for words in markers if "règlement intérieur :" not in words and "repère interne :" not in words
    ] == []
    assert page.soup.select(".late, .soon, .btn-go") == []


@KINDS
def test_the_page_and_word_tell_the_same_values_of_the_law(drafter: Browser, kind: str) -> None:
    procedure = procedures()[kind]
    page = drafter.get(f"/procedures/{kind}").text
    rows = Word(drafter.client.get(f"/procedures/{kind}.docx").get_data()).table("Échéances et leurs valeurs")
    paper = [plain(cell) for row in rows for cell in row]

    assert [value.cited_fr for _length, value in values(procedure) if value.cited_fr not in page] == []
    assert [length for length, _value in values(procedure) if not any(length in cell for cell in paper)] == []
    assert [value.basis_fr for _length, value in values(procedure) if plain(capital(value.basis_fr)) not in paper] == []
    for rule in procedure.deadlines.values():
        assert rule.label_fr in page
        assert rule.label_fr in paper


@KINDS
def test_each_move_shows_its_article_and_how_sure_it_is(drafter: Browser, kind: str) -> None:
    page = drafter.get(f"/procedures/{kind}").text

    assert [move.cited_fr for move in procedures()[kind].transitions if move.cited_fr not in page] == []


def test_the_contents_lead_to_every_phase(drafter: Browser) -> None:
    page = drafter.get("/procedures/projet_de_loi")

    ids = [str(section["id"]) for section in page.soup.select(".phases > section")]
    assert [str(link["href"]) for link in page.soup.select("nav.phase-line a")] == [f"#{one}" for one in ids]
    assert texts(page, "nav.phase-line a")[:2] == ["1. Préparation", "2. Procédure d’approbation"]


def test_both_chambers_are_told_by_one_passage(drafter: Browser) -> None:
    page = drafter.get("/procedures/projet_de_loi")

    assert page.text.count("Le parcours est le même dans chaque Chambre : il est dit une fois.") == 1


@pytest.mark.parametrize("kind", ["arrete", "projet_de_loi"])
def test_the_whole_picture_tells_states_moves_roles_deadlines_and_bases(drafter: Browser, kind: str) -> None:
    response = drafter.client.get(f"/procedures/{kind}.svg")
    root = ET.fromstring(response.get_data())  # noqa: S314 - our own picture
    words = " ".join("".join(root.itertext()).split())
    procedure = procedures()[kind]

    code = "gazette" if kind == "arrete" else "committee"
    assert response.mimetype == "image/svg+xml"
    assert [move.label_fr for move in procedure.transitions if move.label_fr.split()[0] not in words] == []
    for told in ("Échéances", "Qui peut enregistrer", "Chef de division", "Constitution, art. 90" if kind == "arrete"
                 else "Constitution, art. 84", length_fr(procedure.deadlines[code])):  # fmt: skip
        assert told in words, told
    ratio = int(root.attrib["width"]) / int(root.attrib["height"])
    assert 1.2 < ratio < 1.7  # a sheet in landscape


def test_a_version_that_is_not_known_is_not_found(drafter: Browser) -> None:
    assert drafter.get("/procedures/arrete?version=2011").all("h1") == ["Arrêté ministériel قرار وزاري"]
    for path in ("arrete?version=1912", "edict", "edict.docx", "arrete.docx?version=1912", "arrete/parliament.svg"):
        drafter.get(f"/procedures/{path}", status=404)


def test_the_page_gives_the_procedure_to_be_read_again_in_word(drafter: Browser) -> None:
    page = drafter.get("/procedures/arrete")
    address = page.link("Relire dans Word")
    response = drafter.client.get(address)

    assert "version=2011" in address
    assert response.mimetype == WORD
    assert response.headers["Content-Disposition"].endswith("_relecture_arrete_2011_fr.docx")
    assert "Arrêté ministériel – version 2011" in Word(response.get_data()).words


def test_a_length_of_no_day_is_the_day_itself() -> None:
    assert length_fr(procedures()["projet_de_loi"].deadlines["committee_amendments"]) == "le jour même"


def test_no_line_ends_inside_the_number_of_an_act_and_words_stay_escaped() -> None:
    told = whole_numbers("loi n° 065-13, art. <1>")

    assert plain(told) == "loi n° <bdi>065-13</bdi>, art. &lt;1&gt;"
    assert "n°\u00a0" in told
