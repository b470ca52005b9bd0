"""The archive of a database: a ZIP with a copy of it, and the manifest by which the copy is proved whole.

ZIP rather than a compressed tar: the manifest is read without unpacking what stands before it, and a file cut short is
seen at once, because its table of contents comes last.
"""

import hashlib
import shutil
import zlib
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from pydantic import BaseModel, ConfigDict, ValidationError

from models.safekeeping.errors import Unusable
from models.safekeeping.file_faults import why

_MANIFEST = "manifest.json"
_NO_ARCHIVE = "« {file} » n’est pas une sauvegarde de Navette, ou elle est coupée."
_DAMAGED = "La sauvegarde « {file} » est endommagée : « {member} » n’est plus tel qu’il a été écrit."
_UNREADABLE = "« {file} » ne peut pas être lu : {reason}."
_DAMAGES = (BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError)
# A copy is looked at in so many places, of so many bytes each; it is compressed where a fifth at least would be saved.
_SAMPLES, _SAMPLE, _WORTH_IT = 32, 32 * 1024, 0.8
_QUICK = 1
Kind = Literal["sqlite", "postgresql"]


class Manifest(BaseModel):
    """What an archive holds: whose copy, of when, how many rows of each table, and the SHA-256 of each member."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    navette: str
    database: Kind
    revision: str
    made_at: datetime
    rows: dict[str, int]
    sha256: dict[str, str] = {}

    @property
    def member(self) -> str:
        """Name the copy of the database inside the archive."""
        return {"sqlite": "navette.db", "postgresql": "navette.dump"}[self.database]


def write_archive(part: Path, copy: Path, manifest: Manifest) -> Manifest:
    """Write the copy and its manifest into the new file `part`; give the manifest with the sum of the copy."""
    with copy.open("rb") as file:
        sums = {manifest.member: hashlib.file_digest(file, "sha256").hexdigest()}
    manifest = manifest.model_copy(update={"sha256": sums})
    part.touch(mode=0o600)
    with ZipFile(part, "w", compresslevel=_QUICK) as archive:
        # PostgreSQL compresses its copies itself.
        shrinks = manifest.database == "sqlite" and _shrinks(copy)
        archive.write(copy, manifest.member, ZIP_DEFLATED if shrinks else ZIP_STORED)
        archive.writestr(_MANIFEST, manifest.model_dump_json(indent=2))
    return manifest


def _shrinks(copy: Path) -> bool:
    """Whether compression is worth its time: mostly Word files, PDF and scans, which a base of pieces is, is not."""
    size = copy.stat().st_size
    with copy.open("rb") as file:
        seen = b"".join(_read_at(file, size * place // _SAMPLES) for place in range(_SAMPLES))
    return len(zlib.compress(seen, _QUICK)) < _WORTH_IT * len(seen)


def _read_at(file: BinaryIO, place: int) -> bytes:
    file.seek(place)
    return file.read(_SAMPLE)


def unpack(file: Path, folder: Path) -> tuple[Manifest, Path]:
    """Give the manifest of an archive, and its copy of the database unpacked into `folder`, its sum being right.

    Raise Unusable, with a sentence, for a file that is no archive, or is cut or damaged.
    """
    try:
        with ZipFile(file) as archive:
            manifest = _read_manifest(archive, file)
            copy = folder / manifest.member
            copy.touch(mode=0o600)
            with archive.open(manifest.member) as packed, copy.open("r+b") as unpacked:
                shutil.copyfileobj(packed, unpacked)
                unpacked.seek(0)
                found = hashlib.file_digest(unpacked, "sha256").hexdigest()
    except OSError as error:
        raise Unusable(_UNREADABLE.format(file=file, reason=why(error))) from error
    except _DAMAGES as error:
        raise Unusable(_NO_ARCHIVE.format(file=file)) from error
    if found != manifest.sha256[manifest.member]:
        raise Unusable(_DAMAGED.format(file=file, member=manifest.member))
    return manifest, copy


def _read_manifest(archive: ZipFile, file: Path) -> Manifest:
    try:
        manifest = Manifest.model_validate_json(archive.read(_MANIFEST))
    except ValidationError as error:
        raise Unusable(_DAMAGED.format(file=file, member=_MANIFEST)) from error
    if sorted(archive.namelist()) != sorted((_MANIFEST, manifest.member)) or set(manifest.sha256) != {manifest.member}:
        raise Unusable(_DAMAGED.format(file=file, member=_MANIFEST))
    return manifest
