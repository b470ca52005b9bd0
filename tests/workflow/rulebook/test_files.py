"""Procedure files as they are read: ours are sound, and what cannot be read is said in words."""

from pathlib import Path

import pytest

from tests.workflow.small_procedure import (
    BLOCK,
    IN_BLOCK,
    IN_KIND,
    IN_VOCABULARY,
    KIND,
    fault,
    fault_of,
    write_small_procedure,
)
from workflow.errors import BadProcedure
from workflow.rulebook.files import FOLDER, procedures, read_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small_procedure(tmp_path)


LAWS, DECREES, ORDERS = "projets_de_loi lois", "projets_de_decrets decrets", "projets_d_arretes arretes"
# What the ministry calls some of its texts, and where its table puts them; every other kind is read from its file.
CALLED = [
    ("projet_de_loi", "projet de loi", "loi", LAWS),
    ("loi_organique", "projet de loi organique", "loi organique", LAWS),
    ("proposition_de_loi", "proposition de loi", "loi", "propositions_de_loi lois"),
    ("decret", "projet de décret", "décret", DECREES),
    ("decret_loi", "projet de décret-loi", "décret-loi", DECREES),
    ("arrete_conjoint", "projet d’arrêté conjoint", "arrêté conjoint", ORDERS),
]
NO_KINDS = ("vocabulary.toml", "institutions.toml", "papers.toml", "registers.toml")
FILES = sorted(path.stem for path in FOLDER.glob("*.toml") if path.name not in NO_KINDS)


@pytest.mark.parametrize(("kind", "draft", "act", "sections"), CALLED, ids=[kind for kind, *_rest in CALLED])
def test_a_text_is_called_and_ranked_as_the_ministry_does(kind: str, draft: str, *, act: str, sections: str) -> None:
    procedure = procedures()[kind]
    done = next(code for code, state in procedure.states.items() if state.settled)

    assert (procedure.noun(procedure.initial).fr, procedure.noun(done).fr) == (draft, act)
    assert [procedure.section(state).code for state in (procedure.initial, done)] == sections.split()


def test_every_file_of_the_folder_is_a_version_of_a_kind_and_nothing_else_is() -> None:
    versions = [each for procedure in procedures().values() for each in procedure.siblings.values()]

    assert len(versions) == len(FILES)
    assert {file for file in FILES if not any(file.startswith(kind) for kind in procedures())} == set()


@pytest.mark.parametrize("kind", procedures())
def test_each_kind_begins_somewhere_and_ends_as_an_act(kind: str) -> None:
    procedure = procedures()[kind]
    ends = [state for state in procedure.states.values() if state.settled]

    assert not procedure.is_act(procedure.initial)
    assert ends
    assert all(state.act for state in ends)
    assert set(procedure.sections) == {"draft", "act"}


def test_moves_are_listed_the_likeliest_first() -> None:
    listed = [move for moves in procedures()["arrete"].moves_from.values() for move in moves]
    arrived = [move.name for move in procedures()["arrete"].moves_from["publie"] if not move.stays]

    rules = ["enter_on_publication", "defer_entry_into_force", "await_implementing_texts", "phase_in"]
    assert arrived == [*rules, "enter_retroactively", "come_into_force"]
    assert len(listed) == sum(len(move.sources) for move in procedures()["arrete"].transitions)


def test_the_small_procedure_is_sound_before_it_is_broken(folder: Path) -> None:
    small = read_folder(folder)["small"]

    assert list(small.states) == ["drafted", "signed"]
    assert [(move.name, move.sources, move.roles) for move in small.transitions] == [
        ("sign", ("drafted",), ("head",)),
        ("redraft", ("drafted",), ("drafter",)),
    ]


UNREADABLE = [
    # a file, what it says, what it should not say, and what the person reads
    (IN_KIND, 'label_fr = "Petit texte"', "", "small.toml : en-tête « small », clé « label_fr » : elle manque."),
    (IN_KIND, 'version = "1"', 'version = "1"\ncolour = "red"',
     "small.toml : en-tête « small », clé « colour » : elle est inconnue."),
    (IN_KIND, "2011-07-30", '"hier"', "small.toml : en-tête « small », clé « valid_from » : une date est attendue."),
    (IN_KIND, '["writing"]\npath', '"writing"\npath',
     "small.toml : en-tête « small », clé « blocks » : une liste est attendue."),
    (IN_KIND, 'gender = "f"', 'gender = "n"',
     "small.toml : en-tête « small », clé « act.gender » : sa valeur n’est pas de celles qui existent."),
    (IN_KIND, "features = []", 'features = ["organik"]',
     "small.toml : en-tête « small », clé « features.0 » : sa valeur n’est pas de celles qui existent."),
    (IN_KIND, 'sections = { draft = "drafts", act = "drafts" }', "sections = 1",
     "small.toml : en-tête « small », clé « sections » : une table est attendue."),
    (IN_KIND, 'blocks = ["writing"]', 'blocks = ["writing", "reading"]',
     "small.toml : le bloc « reading » n’existe pas."),
    (IN_KIND, "[[states]]", "[states]", "small.toml : la rubrique « states » s’écrit [[states]]."),
    (IN_KIND, "[events.end]", "[[events.end]]", "small.toml : la rubrique « events » s’écrit [events.nom]."),
    (IN_KIND, 'title_ar = "نهاية"', "", "small.toml : événement « end », clé « title_ar » : elle manque."),
    (IN_KIND, 'ref = "Z2"', "", "small.toml : état « signed », clé « ref » : elle manque."),
    (IN_KIND, "terminal = true", 'terminal = "oui"',
     "small.toml : état « signed », clé « terminal » : oui ou non est attendu (true, false)."),
    (IN_KIND, 'to = "signed"', "", "small.toml : transition « sign », clé « to » : elle manque."),
    (IN_KIND, 'code = "signed"', 'code = "drafted"', "small.toml : état « drafted » est déclaré deux fois."),
    (IN_KIND, 'kind = "small"', "kind = ",
     "small.toml : le fichier n’est pas du TOML lisible (Invalid value (at line 2, column 8))."),
    (IN_KIND, 'to = "signed"', 'to = "signed"\nif = "x"',
     "small.toml : transition « sign », clé « if » : elle est inconnue."),
    (IN_BLOCK, 'name = "redraft"', 'name = "redraft"\nto = "="',
     "blocks/writing.toml : enregistrement « redraft », clé « to » : elle est inconnue."),
    (IN_BLOCK, "[[records]]", "[records]", "blocks/writing.toml : la rubrique « records » s’écrit [[records]]."),
    (IN_BLOCK, 'from = ["@unsigned"]', 'from = "drafted"',
     "blocks/writing.toml : enregistrement « redraft », clé « from » : une liste est attendue."),
    (IN_BLOCK, 'label_fr = "Rédaction"', "label_fr = 3",
     "blocks/writing.toml : phase « writing », clé « label_fr » : un texte est attendu."),
    (IN_BLOCK, 'nature = "law"', 'nature = "habit"',
     "blocks/writing.toml : échéance « signing », clé « nature » : sa valeur n’est pas de celles qui existent."),
    (IN_BLOCK, 'article 1"\ncertainty = "read"', 'article 1"\ncertainty = "sure"',
     "blocks/writing.toml : échéance « signing », clé « values.0.certainty » : sa valeur n’est pas de celles qui existent."),  # noqa: E501 - as it is read
    (IN_BLOCK, "[[phases]]", "[[stages]]", "blocks/writing.toml : la rubrique « stages » est inconnue."),
    (IN_VOCABULARY, 'type = "day"', 'type = "hour"',
     "vocabulary.toml : vocabulaire, clé « facts.until.type » : sa valeur n’est pas de celles qui existent."),
    (IN_VOCABULARY, "value = 10", 'chamber = "north"\nvalue = 10',
     "vocabulary.toml : le nombre « pages » n’a pas de valeur pour la Chambre « south »."),
    (IN_VOCABULARY, "value = 10", 'value = "dix"',
     "vocabulary.toml : vocabulaire, clé « numbers.pages.0.value » : un nombre entier est attendu."),
    (IN_VOCABULARY, "[chambers]", "", "vocabulary.toml : vocabulaire, clé « chambers » : elle manque."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), UNREADABLE)
def test_what_cannot_be_read_is_said_with_its_file_and_key(
    folder: Path, file: str, *, old: str, new: str, said: str
) -> None:
    assert fault_of(folder, file, old, new) == said


def test_a_deadline_of_an_institution_that_is_not_known_is_refused(folder: Path) -> None:
    words = (folder / IN_VOCABULARY).read_text("utf-8")
    (folder / IN_VOCABULARY).write_text(words.replace("[facts.reason]", "[facts.reason]\ninstitution = true"), "utf-8")

    assert fault_of(folder, IN_BLOCK, 'reason = ["yes"]', 'reason = ["cese", "nobody"]') == (
        "blocks/writing.toml, repris par small.toml : l’échéance « signing » cite l’institution « nobody », "
        "qui n’est pas déclaré."
    )


def test_two_files_may_not_describe_one_kind(folder: Path) -> None:
    (folder / "zzz.toml").write_text(KIND, "utf-8")

    assert fault(folder) == "zzz.toml : la nature « small », version « 1 », est déjà décrite par un autre fichier."


@pytest.mark.parametrize(("again", "said"), [("states", "état « drafted »"), ("deadlines", "échéance « signing »")])
def test_a_block_that_repeats_another_is_refused(folder: Path, again: str, said: str) -> None:
    start = BLOCK.index(f"[[{again}]]")
    end = BLOCK.find("[[transitions]]", start) if again == "states" else len(BLOCK)
    (folder / "blocks/again.toml").write_text(BLOCK[start:end], "utf-8")

    assert fault_of(folder, IN_KIND, '["writing"]\npath', '["writing", "again"]\npath') == (
        f"blocks/again.toml, repris par small.toml : {said} est déclaré deux fois."
    )


def test_a_file_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / IN_KIND).write_bytes(KIND.encode("latin-1", "replace"))

    assert fault(folder).startswith("small.toml : le fichier n’est pas du TOML lisible ('utf-8' codec can't decode")


def test_a_folder_without_vocabulary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadProcedure, match=r"^vocabulary.toml : le fichier n’existe pas.$"):
        read_folder(tmp_path)


def test_deposit_and_withdrawal_are_written_once_for_every_kind() -> None:
    known = procedures()
    deposits = {kind: known[kind].moves["deposit"].sources for kind in ("loi_organique", "projet_de_loi")}

    assert deposits == {"loi_organique": ("adopte_cm",), "projet_de_loi": ("adopte_cg", "adopte_cm")}
    assert deposits == {kind: known[kind].deadlines["deposit"].runs_in for kind in deposits}
    withdrawn = {kind for kind in known if "retire" in known[kind].states}
    assert withdrawn == {kind for kind in known if "request_withdrawal" in known[kind].moves}
