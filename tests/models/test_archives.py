"""A copy is compressed where that saves room, and kept as it is where it would only take time."""

import os
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from models.safekeeping.archive import Manifest, unpack, write_archive

MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("content", "compression"),
    [(b"Le projet de loi. " * 60_000, ZIP_DEFLATED), (os.urandom(2 * MIB), ZIP_STORED), (b"", ZIP_STORED)],
    ids=["words", "files that were compressed already", "nothing"],
)
def test_a_copy_is_compressed_where_that_saves_room(tmp_path: Path, content: bytes, compression: int) -> None:
    copy, archive = tmp_path / "copy", tmp_path / "archive.zip"
    copy.write_bytes(content)
    manifest = Manifest(
        navette="1", database="sqlite", revision="1", made_at=datetime(2026, 11, 30, tzinfo=UTC), rows={}
    )

    write_archive(archive, copy, manifest)

    with ZipFile(archive) as written:
        assert written.getinfo("navette.db").compress_type == compression
    (tmp_path / "unpacked").mkdir()
    assert unpack(archive, tmp_path / "unpacked")[1].read_bytes() == content
