"""Tables pasted from elsewhere: titles recognised, rows numbered as they are seen, and what they would change."""

import pytest

from tests.workflow.builders import Ministry, undated
from tests.workflow.registers.desk import items, new, tell
from workflow.procedure.registers import registers
from workflow.registers.changes import Change
from workflow.registers.pasted import differences, read_table
from workflow.rulebook.files import procedures

OBSERVATIONS = registers()["observations"]
VOCABULARY = procedures()["decret"].vocabulary
POSSIBLE = "retenue ; retenue partiellement ; non retenue ; à arbitrer"
UNKNOWN = "Ligne 1 : Aucune colonne de ce registre n’est reconnue : la première ligne donne les titres des colonnes."


def test_a_table_is_read_by_its_titles_in_either_language() -> None:
    table = read_table(
        OBSERVATIONS,
        [
            ["N°", "département ou institution", "المادة المعنية", "Observation", "N° au registre"],
            ["1", "SGG", "article 4", "Préciser le délai.", ""],
            ["", "", "", None, ""],
            ["3", "", "", "Titre trop long.", "7"],
        ],
        VOCABULARY,
    )

    assert table.changes == (
        Change(2, None, {"body": "sgg", "article": "article 4", "observation": "Préciser le délai."}),
        Change(4, 7, {"body": "", "article": "", "observation": "Titre trop long."}),
    )
    assert (table.faults, table.ignored) == ((), ("N°",))


def test_a_table_without_a_column_of_the_register_says_so() -> None:
    for cells in ([], [["Nom", "Prénom"], ["A", "B"]], [["N° au registre"], ["1"]]):
        table = read_table(OBSERVATIONS, cells, VOCABULARY)
        assert (table.changes, [str(fault) for fault in table.faults]) == ((), [UNKNOWN])


@pytest.mark.parametrize("title", ["Département", "institution", "المؤسسة"])
def test_of_a_title_with_two_names_one_will_do(title: str) -> None:
    table = read_table(OBSERVATIONS, [["N° au registre", title, "Observation"], ["٧", "SGG", "Flou."]], VOCABULARY)

    assert table.changes == (Change(2, 7, {"body": "sgg", "observation": "Flou."}),)
    assert (table.faults, table.ignored) == ((), ())


def test_a_table_without_rows_says_so() -> None:
    table = read_table(OBSERVATIONS, [["Observations du SGG"], ["Observation", "Motif"], ["", ""]], VOCABULARY)

    assert [str(fault) for fault in table.faults] == [
        "Ligne 2 : Ce tableau n’a que ses titres : copiez aussi les lignes qui suivent."
    ]


def test_faults_of_a_table_have_their_place() -> None:
    cells = [["Observation", "Suite donnée", "Motif", "N° au registre", "Motif"], ["Flou.", "non", "", "deux", ""]]

    assert [str(fault) for fault in read_table(OBSERVATIONS, cells, VOCABULARY).faults] == [
        "Ligne 1, « Motif » : Cette colonne est donnée deux fois.",
        "Ligne 2, « N° au registre » : Un nombre entier est attendu.",
        f"Ligne 2, « Suite donnée » : « non » n’est pas une des réponses possibles : {POSSIBLE}.",
    ]  # fmt: skip


def test_what_a_table_would_change_is_told_before_it_is_recorded(ministry: Ministry) -> None:
    text = ministry.open("decret", *undated("assign_drafter"))
    tell(ministry, text, "observations", [new(observation="Flou.", article="3"), new(2, observation="Long.")])
    cells = [
        ["N° au registre", "Observation", "Article visé", "Suite donnée"],
        ["1", "Flou.", "4", "retenue"], ["2", "Long.", "", ""], ["", "Nouveau.", "", ""],
    ]  # fmt: skip

    table = read_table(OBSERVATIONS, cells, VOCABULARY)
    found = differences(OBSERVATIONS, items(ministry, text, "observations"), table.changes)

    said = {(each.row, each.item): [(column.name, was, now) for column, was, now in each.columns] for each in found}
    assert said == {
        (2, 1): [("article", "3", "4"), ("position", "", "kept")],
        (3, 2): [],
        (4, None): [("observation", "", "Nouveau.")],
    }  # fmt: skip
