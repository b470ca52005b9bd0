import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workflow.importing import ImportedRow, ImportedTable, Milestone, read_table
from workflow.importing.report import write_report
from workflow.importing.taking_over import plan_rows
from workflow.rulebook.files import procedures

DATA = Path(__file__).parents[2] / "data"
TEXT = (DATA / "tableau.txt").read_text(encoding="utf-8")
STATES = [
    *("commission", "commission_adhoc", "depose", "depose", "transmis_sgg", "prepare"),
    *("transmis_sgg", "prepare", "prepare"),
    *["en_vigueur"] * 4,
    *["transmis_sgg"] * 3,
    *["en_vigueur"] * 6,
]


@pytest.fixture(scope="module")
def table() -> ImportedTable:
    return read_table(TEXT.encode(), "tableau.txt")


def row(status: str, *, title: str = "Projet de loi sur la famille") -> ImportedRow:
    heading = "Arrêtés" if title.startswith("Arr") else "Projets de loi"
    return read_table(f"{heading}\n{title}\t{status}".encode(), "une ligne").rows[0]


def said(table: ImportedTable, place: int) -> str:
    return " ".join(table.rows[place - 1].warnings)


def moves(read: ImportedRow) -> list[tuple[str, str | None, str | None]]:
    return [(step.move or "", step.on, step.chamber) for step in read.milestones]


def test_every_row_is_found_in_its_group(table: ImportedTable) -> None:
    assert table.found == {
        "projets_de_loi": 6,
        "projets_de_decrets": 3,
        "decrets": 4,
        "projets_d_arretes": 3,
        "arretes": 6,
    }
    assert table.announced == {"projets_de_loi": 6, "decrets": 7, "arretes": 10}


def test_every_row_gets_its_state(table: ImportedTable) -> None:
    assert [read.state for read in table.rows] == STATES


def test_the_milestones_are_those_the_sentence_tells(table: ImportedTable) -> None:
    assert moves(table.rows[0]) == [
        ("adopt_in_plenary", None, "conseillers"),
        ("transmit_to_other_chamber", None, "representants"),
        ("refer_to_committee", None, "representants"),
    ]
    assert table.rows[0].milestones[0].note == "à l’unanimité"
    assert moves(table.rows[2]) == [("adopt_in_council", "2015-03-19", None), ("deposit", None, None)]
    assert moves(table.rows[4]) == [("complete", None, None), ("send_to_sgg", None, None)]
    assert moves(table.rows[5]) == [("complete", None, None)]


def test_an_adoption_followed_by_a_commission_is_not_counted(table: ImportedTable) -> None:
    assert moves(table.rows[1]) == [("refer_to_ad_hoc_commission", "2013-11-07", None)]
    assert "elle n'est pas comptée comme une adoption" in said(table, 2)


def test_a_reason_quotes_the_words_that_decide(table: ImportedTable) -> None:
    assert "« déposé au Parlement »" in table.rows[3].reason
    assert "loi-cadre" in table.rows[0].reason


def test_each_number_of_a_title_has_its_role(table: ImportedTable) -> None:
    roles = {number.as_found: number.role for read in table.rows for number in read.numbers}

    assert roles == {
        "14.05": "amended",
        "2-97-218": "amended",
        "05-81": "applied",
        "1-82-246": "promulgation",
        "07-92": "applied",
        "1-92-30": "promulgation",
        "2.11.621": "amended",
        "2.14.278": "applied",
        "14.2582": "own",
        "243.13": "amended",
        "1211.11": "amended",
    }


def test_a_number_that_a_draft_was_given_is_its_own() -> None:
    read = row("En préparation", title="Projet de loi n° 103-13 relatif à la famille")

    assert [number.role for number in read.numbers] == ["own"]
    assert read.warnings == ()


def test_a_number_written_backwards_is_proposed_and_not_corrected(table: ImportedTable) -> None:
    (own, _) = table.rows[20].numbers

    assert (own.normal, own.proposed) == ("14-2582", "2582-14")
    assert "lire sans doute 2582-14" in said(table, 21)


def test_oddities_of_the_rows_are_told(table: ImportedTable) -> None:
    assert "« Parlement » sans dire laquelle" in said(table, 3)
    assert "14-05 (la loi à modifier)" in said(table, 5)
    assert "La situation dit « ce projet de loi », mais l'intitulé est celui d'un projet de décret" in said(table, 7)
    assert "2-97-218 (le décret à modifier)" in said(table, 8)
    assert "1-92-30 (dahir de promulgation)" in said(table, 8)
    assert "sans date ni référence au Bulletin officiel" in said(table, 10)
    assert "celui d'un projet d'arrêté" in said(table, 16)
    assert "déduit d'un effet constaté" in said(table, 17)
    assert "ne répond pas" not in said(table, 17)
    assert "ne répond pas" in said(table, 18)
    assert "ne répond pas" in said(table, 19)
    assert "243-13 (l'arrêté modifié)" in said(table, 21)


def test_oddities_of_the_table_are_told(table: ImportedTable) -> None:
    counts, pasted = table.warnings

    assert counts.startswith("Arrêtés et projets d'arrêtés : 10 annoncés, 9 trouvés dans le tableau")
    assert pasted.endswith("est écrite pour les textes 17, 18 et 19 ; elle ne convient pas aux textes 18 et 19.")


def test_the_confidence_falls_with_what_is_left_unsaid(table: ImportedTable) -> None:
    confidence = [table.rows[place - 1].confidence for place in (10, 3, 17, 18)]

    assert [*confidence, row("Réunion tenue").confidence] == [0.95, 0.8, 0.6, 0.4, 0.1]


@pytest.mark.parametrize(
    ("status", "state", "told"),
    [
        ("En cours d'examen au Secrétariat général du gouvernement", "examen_sgg", []),
        ("Transmis au SGG en juillet 2016", "transmis_sgg", [("send_to_sgg", "2016-07", None)]),
        ("N'a pas encore été adopté par le conseil de gouvernement", "initie", []),
        ("Soumis au conseil de gouvernement pour approbation", "inscrit_cg", []),
        (
            "Approuvé par le conseil de gouvernement du 12/03/2015, sous réserve des observations",
            "adopte_cg_obs",
            [("adopt_in_council", "2015-03-12", None)],
        ),
        (
            "Une commission ministérielle ad hoc a été formée. Le conseil de gouvernement a adopté le texte en 2016",
            "adopte_cg",
            [("refer_to_ad_hoc_commission", None, None), ("adopt_in_council", "2016", None)],
        ),
        (
            "Déposé au bureau de la Chambre des représentants le 4 mai 2014. Son examen est en cours en commission",
            "commission",
            [("deposit", "2014-05-04", "representants"), ("refer_to_committee", None, "representants")],
        ),
        (
            "Voté par la Chambre des représentants en juin 2016, transmis à la Chambre des conseillers qui l'a adopté",
            "adopte_definitif",
            [
                ("adopt_in_plenary", "2016-06", "representants"),
                ("transmit_to_other_chamber", None, "conseillers"),
                ("adopt_in_plenary", None, "conseillers"),
            ],
        ),
        ("Renvoyé au département par le SGG", "retour_ministere", []),
        ("Retiré du Parlement", "retire", [("withdraw", None, None)]),
        (
            "Définitivement adopté, en attente de promulgation",
            "attente_promulgation",
            [("record_final_adoption", None, None)],
        ),
    ],
)
def test_sentences_of_other_departments_are_understood(
    status: str, state: str, told: list[tuple[str, str | None, str | None]]
) -> None:
    read = row(status)

    assert (read.state, moves(read)) == (state, told)


def test_a_date_of_the_bulletin_is_not_that_of_entry_into_force() -> None:
    read = row("Entré en vigueur (BO n° 6655 du 12 mars 2018)", title="Arrêté relatif au prix")

    assert moves(read) == [("enter_into_force", None, None)]
    assert read.milestones[0].note == "BO n° 6655 du 12 mars 2018"
    assert read.warnings == ()


def test_days_that_cannot_be_the_same_are_told() -> None:
    read = row("En vigueur", title="Arrêté n° 12-14 du 10 chawal 1435 correspondant au 17 août 2014 relatif au prix")

    assert any("veuillez" in warning.lower() and "10 chaoual 1435" in warning for warning in read.warnings)


def test_a_situation_nobody_knows_is_left_to_a_person() -> None:
    read = row("Réunion tenue")

    assert read.state == "initie"
    assert "à choisir par une personne" in read.reason
    assert read.warnings == (read.reason,)


def test_a_draft_said_to_be_in_force_is_doubted() -> None:
    assert "Un projet ne produit pas d'effets" in " ".join(row("En vigueur").warnings)
    assert row("En vigueur", title="Loi n° 103-13 relative aux violences").confidence == 0.95


def test_a_text_filed_under_the_wrong_heading_goes_where_its_title_says() -> None:
    table = read_table("Décrets\nArrêté relatif au prix\tEn vigueur".encode(), "page")

    assert table.found["arretes"] == 1
    assert "Rangé dans le tableau sous « Décrets »" in table.rows[0].warnings[0]


def test_the_same_title_twice_is_told() -> None:
    table = read_table(("Décrets\n" + "Décret relatif au prix\tEn vigueur\n" * 2).encode(), "page")

    assert "Le même intitulé figure 2 fois (textes 1 et 2)" in table.warnings[0]


def test_the_json_has_the_agreed_keys(table: ImportedTable) -> None:
    whole = json.loads(json.dumps(table.as_dict()))
    row = whole["rows"][20]

    assert list(whole) == ["rows", "warnings", "announced", "found", "lines", "notes", "left"]
    assert list(row) == [
        *("kind", "title", "state", "confidence", "reason", "numbers", "milestones", "warnings", "note", "line"),
    ]
    assert list(row["numbers"][0]) == ["as_found", "normal", "kind", "role", "proposed"]
    assert list(row["milestones"][0]) == ["move", "on", "chamber", "note"]


def test_the_report_is_readable_and_ends_with_the_remarks(table: ImportedTable) -> None:
    report = write_report(table, lambda state: f"[{state}]")

    assert max(map(len, report.splitlines())) <= 100
    assert "Lignes lues : 40 = 22 intitulés + 3 situations + 6 titres" in report
    assert "ligne   73 : « Ce chapitre est consacré à la communication. » — cette ligne vient après" in report
    assert "la page en annonce 10 : à vérifier" in report
    assert "PROJETS DE DÉCRETS (3)" in report
    assert "[commission_adhoc] (confiance 80 %, dit en partie)" in report
    assert "renvoyé à une commission ministérielle le 7 novembre 2013" in report
    assert "Textes 10, 11, 12, 13, 20 et 22 — Entrée en vigueur sans date" in report


def test_every_move_of_a_procedure_has_words_in_the_report() -> None:
    moves = sorted({move for each in procedures().values() for move in each.moves})
    read = read_table(b"Projets de loi\nProjet de loi sur la famille\tEn vigueur", "une ligne")
    told = tuple(Milestone(move, None, None, "") for move in moves)

    report = write_report(replace(read, rows=(replace(read.rows[0], told=told),)), str)

    assert [move for move in moves if "_" in move and move in report] == []


def test_a_table_that_leaves_the_chamber_open_is_doubted_as_a_history_is() -> None:
    page = (
        "Projet de loi n° 1-26 relatif aux oasis : déposé au Parlement\n"
        "Projet de loi n° 2-26 relatif aux dunes : déposé à la Chambre des représentants\n"
    )

    planned = plan_rows(read_table(page.encode(), "liste.txt"), today=date(2026, 11, 24))

    said = "Aucune source ne dit quelle Chambre a reçu le texte en premier : à préciser."
    assert [each.doubts for each in planned] == [(said,), ()]
