"""Configurations written for a test: the one that comes with Navette, with a line changed."""

import tomllib
from collections.abc import Iterator

from web.config import ROOT

GIVEN_PATH = ROOT / "config.toml"
GIVEN = GIVEN_PATH.read_text("utf-8")


def keys() -> Iterator[tuple[str, str]]:
    for section, table in tomllib.loads(GIVEN).items():
        yield from ((section, key) for key in table)


def changed(section: str, key: str, value: str | None) -> str:
    """Give the configuration with one line changed, or left out."""
    lines, inside = [], ""
    for line in GIVEN.splitlines():
        inside = line.strip("[]") if line.startswith("[") else inside
        if (inside, line.split(" = ")[0]) != (section, key):
            lines.append(line)
        elif value is not None:
            lines.append(f"{key} = {value}")
    return "\n".join(lines)
