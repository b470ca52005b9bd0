"""Groups of states: declared once, written out for each kind, and refused when nobody needs them."""

from pathlib import Path

import pytest

from tests.workflow.small_procedure import IN_BLOCK, IN_KIND, IN_VOCABULARY, KIND, fault_of, write_small_procedure
from workflow.rulebook.files import procedures, read_folder

OF_BLOCK = f"{IN_BLOCK}, repris par {IN_KIND}"
UNSIGNED, PAPERS = 'unsigned = ["drafted"]', "features = []"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small_procedure(tmp_path)


def write(folder: Path, file: str, old: str, new: str) -> None:
    words = (folder / file).read_text("utf-8")
    assert words.count(old) == 1, old
    (folder / file).write_text(words.replace(old, new), "utf-8")


def test_moves_and_deadlines_have_the_states_of_the_groups_that_they_name(folder: Path) -> None:
    write(folder, IN_BLOCK, 'runs_in = ["drafted"]', 'runs_in = ["@unsigned"]')

    small = read_folder(folder)["small"]

    assert small.moves["redraft"].sources == ("drafted",)
    assert small.deadlines["signing"].runs_in == ("drafted",)


def test_a_kind_has_of_a_shared_group_the_states_that_it_knows(folder: Path) -> None:
    write_large(folder)
    write(folder, IN_VOCABULARY, UNSIGNED, 'unsigned = ["sealed", "drafted"]')

    assert redrafted_from(folder) == {"small": ("drafted",), "large": ("drafted", "sealed")}


def test_a_kind_may_have_another_list_for_a_shared_group(folder: Path) -> None:
    write_large(folder, 'groups = { unsigned = ["sealed"] }')

    assert redrafted_from(folder) == {"small": ("drafted",), "large": ("sealed",)}


def write_large(folder: Path, more: str = "") -> None:
    """Add a second kind of the same block, which is sealed and not signed, with `more` at its head."""
    words = KIND.replace(PAPERS, f"{PAPERS}\n{more}").replace('kind = "small"', 'kind = "large"')
    (folder / "large.toml").write_text(words.replace('"signed"', '"sealed"'), "utf-8")


def redrafted_from(folder: Path) -> dict[str, tuple[str, ...]]:
    return {kind: procedure.moves["redraft"].sources for kind, procedure in read_folder(folder).items()}


REFUSED = [
    # a file, what it says, what it should not say, and what the person reads
    (IN_BLOCK, "@unsigned", "@x", f"{OF_BLOCK} : « redraft » cite le groupe d’états « @x », qui n’est pas déclaré."),
    (IN_BLOCK, "@unsigned", "@writing",
     f"{OF_BLOCK} : « redraft » cite le groupe d’états « @writing », qui n’est pas déclaré."),
    (IN_BLOCK, "@unsigned", "*", f"{OF_BLOCK} : la transition « redraft » cite l’état « * », qui n’est pas déclaré."),
    (IN_BLOCK, 'runs_in = ["drafted"]', 'runs_in = ["@x"]',
     f"{OF_BLOCK} : « signing » cite le groupe d’états « @x », qui n’est pas déclaré."),
    (IN_BLOCK, "@unsigned", "drafted",
     f"{IN_VOCABULARY} : le groupe d’états « unsigned » ne sert à rien : personne ne cite « @unsigned »."),
    (IN_VOCABULARY, UNSIGNED, 'unsigned = ["drafted", "x"]',
     f"{IN_VOCABULARY} : le groupe d’états « unsigned » cite l’état « x », qui n’est pas déclaré."),
    (IN_VOCABULARY, UNSIGNED, "unsigned = []", f"{OF_BLOCK} : la transition « redraft » ne part d’aucun état."),
    (IN_VOCABULARY, UNSIGNED, 'unsigned = "drafted"',
     f"{IN_VOCABULARY} : vocabulaire, clé « groups.unsigned » : une liste est attendue."),
    (IN_KIND, PAPERS, f'{PAPERS}\ngroups = {{ late = ["drafted"] }}',
     f"{IN_KIND} : le groupe d’états « late » ne sert à rien : personne ne cite « @late »."),
    (IN_KIND, PAPERS, f'{PAPERS}\ngroups = {{ unsigned = ["drafted", "x"] }}',
     f"{IN_KIND} : le groupe d’états « unsigned » cite l’état « x », qui n’est pas déclaré."),
    (IN_KIND, PAPERS, f'{PAPERS}\ngroups = {{ unsigned = ["drafted"] }}',
     f"{IN_VOCABULARY} : le groupe d’états « unsigned » ne sert à rien : personne ne cite « @unsigned »."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), REFUSED)
def test_a_group_that_cannot_be_meant_is_refused(folder: Path, file: str, *, old: str, new: str, said: str) -> None:
    assert fault_of(folder, file, old, new) == said


@pytest.mark.parametrize("kind", procedures())
def test_every_state_is_of_a_draft_of_an_act_or_at_an_end(kind: str) -> None:
    states = procedures()[kind].states
    groups = procedures()[kind].vocabulary.groups
    drafts = [code for code, state in states.items() if not state.act and not state.terminal]
    acts = [code for code, state in states.items() if state.act and not state.terminal]
    ends = [code for code, state in states.items() if state.terminal]

    found = [[code for code in states if code in groups[name]] for name in ("draft", "act", "ended")]

    assert found == [drafts, acts, ends]
