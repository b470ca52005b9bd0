"""What the style sheets promise of every screen: few sizes of letters, light files, directions that turn over."""

import gzip
import re
from pathlib import Path

import pytest
from bootstrap_wrapper import get_bootstrap_css_dir

SHEETS = sorted((Path(__file__).parents[2] / "web" / "static").glob("*.css"))
TEMPLATES = sorted((Path(__file__).parents[2] / "web" / "templates").rglob("*.html"))
# What a browser fetches for the style of one page, compressed, at most.
MOST = 45_000
_SIZE = re.compile(r"font(?:-size)?\s*:\s*([^;}]+)")
_ONE_SIDE = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)|float\s*:\s*(?:left|right)|left|right)\s*:"
)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_letters_have_one_of_six_sizes(sheet: Path) -> None:
    said = {size.strip() for size in _SIZE.findall(sheet.read_text("utf-8"))}

    assert {size for size in said if not re.fullmatch(r"var\(--t[1-6]\)|inherit", size)} == set()


def test_the_smallest_letters_measure_thirteen_pixels() -> None:
    sizes = re.findall(r"--t\d: ([\d.]+)rem", (SHEETS[0].parent / "navette.css").read_text("utf-8"))

    assert min(float(size) * 16 for size in sizes) == 13


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_what_has_a_side_turns_over_with_the_language(sheet: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)

    assert _ONE_SIDE.findall(rules) == []


@pytest.mark.parametrize(
    "template", [each for each in TEMPLATES if "→" in each.read_text("utf-8")], ids=lambda each: each.name
)
def test_an_arrow_turns_over_with_the_language(template: Path) -> None:
    words = template.read_text("utf-8").replace('<span class="arrow">→</span>', "")

    assert "→" not in words


def test_the_style_of_a_page_is_light() -> None:
    bootstrap = get_bootstrap_css_dir() / "bootstrap.min.css"
    base = SHEETS[0].parent / "navette.css"
    own = max((len(gzip.compress(sheet.read_bytes())) for sheet in SHEETS if sheet != base), default=0)

    assert sum(len(gzip.compress(path.read_bytes())) for path in (bootstrap, base)) + own <= MOST
