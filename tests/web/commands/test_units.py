"""The units of systemd that the README gives: what they run works, and all of them run on the same data."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.fixtures.databases import NewPlace
from tests.web.configuration import changed
from web.config import ROOT

_UNIT = re.compile(r"^# /etc/systemd/system/(\S+)\n(.*?)(?=^```|^# /etc/systemd)", re.MULTILINE | re.DOTALL)
SHARED = ("User", "WorkingDirectory", "Environment", "EnvironmentFile", "UMask")


def units() -> dict[str, dict[str, str]]:
    """Read the keys of each unit by the name of its file."""
    found = _UNIT.findall((ROOT / "README.md").read_text("utf-8"))
    return {name: dict(re.findall(r"^(\w+)=(.*)$", words, re.MULTILINE)) for name, words in found}


def test_the_backup_reads_the_settings_of_the_service() -> None:
    service, backup = (units()[name] for name in ("navette.service", "navette-backup.service"))

    assert [backup[key] for key in SHARED] == [service[key] for key in SHARED]


def test_the_backup_of_every_night_is_made_of_the_database_of_the_settings(
    demonstrated_place: NewPlace, tmp_path: Path
) -> None:
    config = tmp_path / "navette.toml"
    config.write_text(changed("database", "url", f'"{demonstrated_place("sqlite")}"'), "utf-8")
    words = units()["navette-backup.service"]["ExecStart"].removeprefix("/bin/sh -c '").removesuffix("'")
    words = words.replace("$$", "$").replace("%%", "%")  # as systemd reads them
    words = words.replace("/mnt/backups", str(tmp_path)).replace(".venv/bin", str(Path(sys.executable).parent))
    given = {"VAR": str(tmp_path / "var"), "NAVETTE_CONFIG": str(config), "FLASK_SKIP_DOTENV": "1"}

    ran = subprocess.run(  # noqa: S603 - our own words
        ["/bin/sh", "-c", words],
        cwd=ROOT, env={"PATH": os.environ["PATH"], **given}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    (kept,) = tmp_path.glob("navette-????-??-??.zip")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(f"{kept} : 22 texte(s)")
    assert f"« {kept} » est entière : base SQLite" in ran.stdout
