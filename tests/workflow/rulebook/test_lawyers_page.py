"""The lawyer's page on the procedure files: its example works as it says, its names and links exist."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from workflow.procedure.deadline_rule import DeadlineRule
from workflow.rulebook.files import FOLDER, read_folder
from workflow.rulebook.keys import Kind, shapes

ROOT = FOLDER.parents[1]
PAGE = ROOT / "docs" / "lire-une-procedure.md"
LAST_DAY, FIRST_DAY = date(2026, 12, 31), date(2027, 1, 1)


def words() -> str:
    return PAGE.read_text("utf-8")


def example() -> str:
    (found,) = re.findall(r"```toml\n(.*?)```", words(), re.DOTALL)
    return str(found)


def committee(folder: Path) -> DeadlineRule:
    return read_folder(folder)["projet_de_loi"].deadlines["committee"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "procedures"))


def test_one_entry_more_changes_a_deadline_from_its_day(folder: Path) -> None:
    before = committee(folder)
    file = folder / "blocks" / "parliament.toml"
    head, rule, rest = file.read_text("utf-8").partition('code = "committee"\n')
    values, extensions, after = rest.partition("[[deadlines.extensions")
    file.write_text(f"{head}{rule}{values}{example()}{extensions}{after}", "utf-8")
    changed = committee(folder)

    assert changed.value_on(LAST_DAY, "representants") == before.value_on(LAST_DAY, "representants")
    assert changed.value_on(FIRST_DAY, "conseillers") == before.value_on(FIRST_DAY, "conseillers")
    new = changed.value_on(FIRST_DAY, "representants")
    assert new
    assert new.length == "P45D"


def test_every_key_that_the_page_names_exists() -> None:
    named = {
        name for row in re.findall(r"^\| `\[\[.*\|$", words(), re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    }
    keys = {key.name for shape in shapes(Kind) for key in shape.keys}

    assert named - keys - {"P60D", "P1M"} == set()


def test_its_links_lead_to_files_and_both_readmes_lead_to_it() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", words())

    assert links
    assert all((PAGE.parent / link).exists() for link in links)
    assert all(
        "docs/lire-une-procedure.md" in (ROOT / name).read_text("utf-8") for name in ("README.md", "README.fr.md")
    )


def test_it_fits_on_a_screen() -> None:
    assert len(words().splitlines()) <= 50
