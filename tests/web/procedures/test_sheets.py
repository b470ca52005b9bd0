"""The sheet of a procedure: its picture, and everything that the picture shows in words."""

from xml.etree import ElementTree as ET

import pytest

from documents.produce import WORD
from tests.documents.office import Word
from tests.web.browser import Browser
from workflow.rulebook.diagram import length_fr
from workflow.rulebook.files import procedures


@pytest.mark.parametrize("kind", ["arrete", "projet_de_loi"])
def test_the_picture_tells_states_moves_roles_deadlines_and_bases(drafter: Browser, kind: str) -> None:
    response = drafter.client.get(f"/procedures/{kind}.svg")
    root = ET.fromstring(response.get_data())  # noqa: S314 - our own picture
    words = " ".join("".join(root.itertext()).split())
    procedure = procedures()[kind]

    code = "gazette" if kind == "arrete" else "committee"
    lengths = [length_fr(procedure.deadlines[code])]
    assert response.mimetype == "image/svg+xml"
    assert [move.label_fr for move in procedure.transitions if move.label_fr.split()[0] not in words] == []
    for told in ("Échéances", "Qui peut enregistrer", "Chef de division", "Constitution, art. 90" if kind == "arrete"
                 else "Constitution, art. 84", *lengths):  # fmt: skip
        assert told in words, told
    ratio = int(root.attrib["width"]) / int(root.attrib["height"])
    assert 1.2 < ratio < 1.7  # a sheet in landscape


def test_the_page_tells_conditions_and_moves_that_stay(drafter: Browser) -> None:
    page = drafter.get("/procedures/projet_de_loi")

    assert "l’autre Chambre a adopté une version" in page.text
    assert "Ajouter une note datée" in page.text
    rule = procedures()["projet_de_loi"].deadlines["committee"]
    assert f"{rule.label_fr} : {length_fr(rule)}" in page.text
    for move in procedures()["projet_de_loi"].transitions:
        assert move.label_fr in page.text


@pytest.mark.parametrize("kind", procedures())
def test_no_two_deadlines_of_one_name_read_alike(drafter: Browser, kind: str) -> None:
    page = drafter.get(f"/procedures/{kind}")

    (sheet,) = (one for one in page.soup.select("section.sheet") if one.h2 and one.h2.get_text() == "Échéances")
    named = [" ".join(cell.get_text(" ").split()) for cell in sheet.select("tbody td:first-child")]
    assert len(named) == len(procedures()[kind].deadlines)
    doubled = sorted({name for name in named if named.count(name) > 1})
    assert doubled == []


def test_a_version_that_is_not_known_is_not_found(drafter: Browser) -> None:
    assert drafter.get("/procedures/arrete?version=2011").h1.text == "Arrêté ministériel"
    drafter.get("/procedures/arrete?version=1912", status=404)
    drafter.get("/procedures/edict", status=404)


@pytest.mark.parametrize("kind", ["arrete", "projet_de_loi"])
def test_each_move_and_each_deadline_shows_its_article_and_how_sure_it_is(drafter: Browser, kind: str) -> None:
    page = drafter.get(f"/procedures/{kind}")
    procedure = procedures()[kind]
    cited = [move.cited_fr for move in procedure.transitions if move.cited_fr]
    cited += [value.cited_fr for rule in procedure.deadlines.values() for value in rule.values]
    cited += [
        value.cited_fr for rule in procedure.deadlines.values() for row in rule.extensions.values() for value in row
    ]

    assert [words for words in cited if words not in page.text] == []


def test_the_page_gives_the_procedure_to_be_read_again_in_word(drafter: Browser) -> None:
    page = drafter.get("/procedures/arrete")
    address = page.link("Relire dans Word")
    response = drafter.client.get(address)

    assert "version=2011" in address
    assert response.mimetype == WORD
    assert response.headers["Content-Disposition"].endswith("_relecture_arrete_2011_fr.docx")
    assert "Arrêté ministériel – version 2011" in Word(response.get_data()).words
    drafter.get("/procedures/edict.docx", status=404)
    drafter.get("/procedures/arrete.docx?version=1912", status=404)


def test_a_length_of_no_day_is_the_day_itself() -> None:
    assert length_fr(procedures()["projet_de_loi"].deadlines["committee_amendments"]) == "le jour même"
