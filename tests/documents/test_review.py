"""The paper on which a procedure is read again, of the small procedure: every line of it can be checked by hand."""

from pathlib import Path

import pytest

from documents.produce import make_review, review_name
from tests.documents.office import AT, LETTERHEAD, TODAY, Word, plain
from tests.workflow.small_procedure import IN_BLOCK, IN_KIND, IN_VOCABULARY, write_small_procedure
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedures, read_folder

STATES, MOVES, RECORDS = "États, par phase", "Étapes, par phase", "Enregistrements, par phase"
DEADLINES = "Échéances et leurs valeurs"
COUNTS = "Nombre de lignes selon leur certitude"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small_procedure(tmp_path)


def replace(folder: Path, file: str, old: str, new: str) -> None:
    words = (folder / file).read_text("utf-8")
    assert old in words
    (folder / file).write_text(words.replace(old, new), "utf-8")


def small(folder: Path) -> Procedure:
    return read_folder(folder)["small"]


def word(procedure: Procedure) -> Word:
    return Word(make_review(procedure, at=AT, on=TODAY, letterhead=LETTERHEAD))


def test_each_state_says_who_holds_the_text_and_what_runs_there(folder: Path) -> None:
    rows = word(small(folder)).table(STATES)

    assert [row[0] for row in rows] == ["Repère", "Rédaction", "Z1", "Z2"]
    assert rows[2] == ["Z1", "Rédigé", "مصوغ", "Division", "Signer : 10 jours", ""]
    assert rows[3] == ["Z2", "Signé", "موقع", "Fin du parcours", "–", ""]


def test_each_move_says_its_way_who_may_its_conditions_and_what_it_asks(folder: Path) -> None:
    row = word(small(folder)).table(MOVES)[-1]

    assert row == [
        "1", "Signer", "Partout\n→ Signé", "A", "Si : toute observation a reçu sa suite.\nÀ préciser : Motif.",
        "–", "sans base", "",
    ]  # fmt: skip


def test_records_stand_apart(folder: Path) -> None:
    paper = word(small(folder))

    assert [row[1] for row in paper.table(RECORDS)] == ["Enregistrement", "Rédaction", "Réécrire"]
    assert "Réécrire" not in [row[1] for row in paper.table(MOVES)]


@pytest.mark.parametrize(
    ("said", "cited", "mark"),
    [
        ('basis_fr = "article 9"\ncertainty = "read"', "Article 9", "lu"),
        ('basis_fr = "article 9"\ncertainty = "memory"', "Article 9", "de mémoire"),
        ('certainty = "practice"', "–", "pratique"),
        ('certainty = "unclear"', "–", "à éclaircir"),
        ('basis_fr = "article 9"', "Article 9", "non précisé"),
    ],
)
def test_each_move_cites_its_basis_and_how_sure_it_is(folder: Path, said: str, cited: str, mark: str) -> None:
    replace(folder, IN_KIND, 'done_fr = "Signé[ : {reason}]."', f'done_fr = "Signé[ : {{reason}}]."\n{said}')

    assert word(small(folder)).table(MOVES)[-1][5:] == [cited, mark, ""]


def test_what_was_not_read_is_in_bold(folder: Path) -> None:
    replace(folder, IN_BLOCK, 'basis_fr = "article 1"\ncertainty = "read"', 'basis_fr = "x"\ncertainty = "memory"')
    styles = {plain(each.text): each.style.name for each in word(small(folder)).paragraphs if each.style}

    assert styles["de mémoire"] == "Tableau-libellé"
    assert styles["lu"] == "Tableau-cellule"


def test_each_deadline_says_what_runs_it_then_every_value_since_when(folder: Path) -> None:
    later = '[[deadlines.values]]\nsince = 2020-01-01\nlength = "P12D"\nbasis_fr = "article 5"\ncertainty = "memory"\n'
    replace(folder, IN_BLOCK, "[[deadlines.extensions", f"{later}[[deadlines.extensions")
    _header, heading, frame, *values = word(small(folder)).table(DEADLINES)

    assert heading[0] == "Signer"
    assert frame[0].splitlines() == [
        "Nature : délai légal, délai à respecter",
        "Attendu de : Division",
        "Court : partout",
        "Point de départ : « Réécrire » ; compté depuis « Jusqu’au »",
        "Fin : « Signer » ; sortie du texte de ces états",
        "Seulement si : « Motif » : yes",
    ]
    assert values == [
        ["l’origine", "10 jours", "–", "Article 1", "lu", ""],
        ["le 1er janvier 2020", "12 jours", "–", "Article 5", "de mémoire", ""],
        ["l’origine", "+ un mois\n(« Réécrire »)", "–", "Article 2", "lu", ""],
    ]


def test_a_value_of_one_chamber_names_it(folder: Path) -> None:
    replace(
        folder, IN_VOCABULARY, 'fr = "la Chambre du Nord",', 'fr = "la Chambre du Nord", short_fr = "Chambre du Nord",'
    )
    replace(folder, IN_BLOCK, 'code = "signing"', 'code = "signing"\nchamber = "north"')

    assert word(small(folder)).table(DEADLINES)[3][2] == "Chambre du Nord"


def test_the_counters_count_the_lines(folder: Path) -> None:
    told = [cell.splitlines()[:2] for cell in word(small(folder)).table(COUNTS)[0]]

    assert told == [
        ["2", "lu"], ["0", "de mémoire"], ["0", "pratique"], ["0", "à éclaircir"], ["0", "non précisé"],
        ["2", "sans base"],
    ]  # fmt: skip


def test_every_line_leaves_room_for_a_remark(folder: Path) -> None:
    paper = word(small(folder))

    for name in (STATES, MOVES, RECORDS, DEADLINES):
        header, *rows = paper.table(name)
        assert header[-1] == "Observation du relecteur"
        assert {row[-1] for row in rows if len(set(row)) > 1} == {""}


def test_the_bytes_and_the_name_follow_from_procedure_and_day(folder: Path) -> None:
    procedure = small(folder)

    assert word(procedure).content == word(procedure).content
    assert review_name(procedure, TODAY) == "2018-03-20_relecture_small_1_fr.docx"
    assert "Petit texte – version 1, en vigueur depuis le 30 juillet 2011" in word(procedure).words


@pytest.mark.parametrize("kind", procedures())
def test_every_line_of_every_procedure_is_there(kind: str) -> None:
    procedure = procedures()[kind]
    paper = word(procedure)
    numbered = [row[0] for name in (MOVES, RECORDS) for row in paper.table(name) if row[0].isdigit()]

    assert sorted(map(int, numbered)) == list(range(1, len(procedure.transitions) + 1))
    assert {state.ref for state in procedure.states.values()} <= {row[0] for row in paper.table(STATES)}
    assert len([row for row in paper.table(DEADLINES) if row[0].startswith("Nature : ")]) == len(procedure.deadlines)
