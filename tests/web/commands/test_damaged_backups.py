"""What is found wrong with a backup, or with the database that one is asked of."""

import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.fixtures.databases import NewPlace
from tests.web.conftest import TerminalAt


def repacked(archive: Path, *, revision: str | None = None, copy: bytes | None = None) -> None:
    """Write an archive again with another manifest or another copy in it."""
    with ZipFile(archive) as before:
        manifest, member = json.loads(before.read("manifest.json")), before.read("navette.db")
    with ZipFile(archive, "w") as after:
        after.writestr("navette.db", copy or member)
        after.writestr("manifest.json", json.dumps(manifest | ({"revision": revision} if revision else {})))


def cut(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-100])


def change_the_copy(archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 1
    archive.write_bytes(content)


def change_the_manifest(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes().replace(b'"revision"', b'"revasion"'))


def replace_the_copy(archive: Path) -> None:
    repacked(archive, copy=b"another one")


def tell_another_schema(archive: Path) -> None:
    repacked(archive, revision="0001")


def add_a_member(archive: Path) -> None:
    with ZipFile(archive, "a") as opened:
        opened.writestr("more.txt", "more")


def empty(archive: Path) -> None:
    archive.write_bytes(b"")


def remove(archive: Path) -> None:
    archive.unlink()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (cut, "n’est pas une sauvegarde de Navette, ou elle est coupée."),
        (empty, "n’est pas une sauvegarde de Navette, ou elle est coupée."),
        (change_the_copy, "n’est pas une sauvegarde de Navette, ou elle est coupée."),
        (change_the_manifest, "n’est pas une sauvegarde de Navette, ou elle est coupée."),
        (replace_the_copy, "est endommagée : « navette.db » n’est plus tel qu’il a été écrit."),
        (add_a_member, "est endommagée : « manifest.json » n’est plus tel qu’il a été écrit."),
        (tell_another_schema, "est endommagée : sa base ne contient pas ce que dit son manifeste."),
        (remove, "ne peut pas être lu : ce fichier ou ce dossier n’existe pas."),
    ],
)
def test_a_damaged_backup_is_said_and_not_put_back(  # noqa: PLR0917 - fixtures
    terminal_at: TerminalAt,
    archive: Path,
    new_place: NewPlace,
    damage: Callable[[Path], None],
    words: str,
) -> None:
    place = new_place("sqlite")
    damage(archive)

    for typed in ("verify", "restore"):
        said = terminal_at(place).run(typed, str(archive), status=1).output
        assert said.startswith("Error: ")
        assert said.endswith(f"{words}\n")
        assert len(said.splitlines()) == 1
    assert not Path(place.removeprefix("sqlite:///")).exists()


def test_a_damaged_database_is_not_kept_as_if_it_were_sound(
    terminal_at: TerminalAt, demonstrated_place: NewPlace, tmp_path: Path
) -> None:
    url, out = demonstrated_place("sqlite"), tmp_path / "kept.zip"
    file = Path(url.removeprefix("sqlite:///"))
    content = bytearray(file.read_bytes())
    content[8192:] = bytes(len(content) - 8192)
    file.write_bytes(content)

    assert "La base de données est endommagée" in terminal_at(url).run("backup", str(out), status=1).output
    assert not out.exists()
