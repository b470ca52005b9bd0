"""Copies of a whole database: taken while it is in use, looked into, and put where there is none."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir
from typing import cast

from sqlalchemy import Engine, text
from sqlalchemy.exc import DatabaseError, OperationalError

from models.base import make_engine, sqlite_file
from models.safekeeping.archive import Kind, Manifest, unpack, write_archive
from models.safekeeping.errors import Unusable
from models.safekeeping.file_faults import why
from models.safekeeping.postgresql_tools import run_tool
from models.safekeeping.snapshots import is_empty, is_sound, rows_of, snapshot
from models.safekeeping.whole_files import give_name, private_folder
from models.schema import is_known, revision_of

_TAKEN = "« {out} » existe déjà : donnez un autre nom, rien n’est remplacé."
_UNWRITABLE = "« {out} » ne peut pas être écrit : {reason}."
_NOTHING = "Il n’y a pas encore de base de données : rien à sauvegarder."
_UNSOUND = "La base de données est endommagée, et sa copie le serait : gardez une sauvegarde plus ancienne."
_HOLDS_OTHER = "La sauvegarde « {file} » est endommagée : sa base ne contient pas ce que dit son manifeste."
_CAME_OTHERWISE = (
    "La base restaurée ne contient pas ce que dit la sauvegarde « {file} » : ne l’utilisez pas, effacez-la et "
    "recommencez avec une autre sauvegarde."
)
_OTHER_KIND = (
    "Cette sauvegarde est d’une base {of}, et la base réglée est {here} : restaurez-la dans une base {of}, "
    "puis « move-to » la portera."
)
_NEWER = (
    "Cette sauvegarde est d’une version plus récente de Navette (schéma {revision}) : installez cette version, ou "
    "une plus récente, puis recommencez."
)
_NOT_EMPTY = "Il y a déjà une base de données ici : une sauvegarde ne se restaure que là où il n’y en a pas."
KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def back_up(engine: Engine, out: Path, *, navette: str, at: datetime) -> Manifest:
    """Write the archive `out` of the database as it is at one moment, while others go on writing.

    `navette` is the version of the program. The file has its name once it is whole, for its owner alone.
    Raise Unusable, with a sentence and without a file, where it cannot be made.
    """
    if out.exists():
        raise Unusable(_TAKEN.format(out=out))
    if (file := sqlite_file(engine.url)) and not file.exists():
        raise Unusable(_NOTHING)
    try:
        with private_folder(near=out) as folder:
            copy = folder / "copy"
            revision, rows = (_copy_sqlite if file else _copy_postgresql)(engine, copy)
            kind: Kind = "sqlite" if file else "postgresql"
            made = Manifest(navette=navette, database=kind, revision=revision, made_at=at, rows=rows)
            made = write_archive(folder / "archive", copy, made)
            give_name(folder / "archive", out, may_replace=False)
    except FileExistsError as error:  # made meanwhile
        raise Unusable(_TAKEN.format(out=out)) from error
    except OSError as error:
        raise Unusable(_UNWRITABLE.format(out=out, reason=why(error))) from error
    return made


def _copy_sqlite(engine: Engine, to: Path) -> tuple[str, dict[str, int]]:
    # All pages in one call: the copy is of one moment, what stands in the WAL included, and no writer waits for it.
    with _sound_or(Unusable(_UNSOUND)), engine.connect() as connection, closing(sqlite3.connect(to)) as copy:
        cast("sqlite3.Connection", connection.connection.driver_connection).backup(copy)
    return _look_into(to, Unusable(_UNSOUND))


@contextmanager
def _sound_or(unsound: Unusable) -> Iterator[None]:
    """Raise `unsound` where SQLite says that a file is not in order, or no database."""
    try:
        yield
    except (sqlite3.OperationalError, OperationalError):
        raise  # a lock or a full disk: nothing is wrong with the file
    except (sqlite3.DatabaseError, DatabaseError) as error:
        raise unsound from error


def _copy_postgresql(engine: Engine, to: Path) -> tuple[str, dict[str, int]]:
    with snapshot(engine) as connection:
        revision, rows = revision_of(connection), rows_of(connection)
        if revision is None:
            raise Unusable(_NOTHING)
        moment = connection.scalar(text("SELECT pg_export_snapshot()"))
        run_tool("pg_dump", "--format=custom", f"--snapshot={moment}", f"--file={to}", engine=engine)
    return revision, rows


def _look_into(copy: Path, unsound: Unusable) -> tuple[str, dict[str, int]]:
    """Read the revision of a SQLite file and how many rows it has; raise `unsound` for one that is not in order."""
    engine = make_engine(f"sqlite:///{copy}")
    with _sound_or(unsound), snapshot(engine) as connection:
        if not is_sound(connection):
            raise unsound
        revision, rows = revision_of(connection), rows_of(connection)
    engine.dispose()
    if revision is None:
        raise Unusable(_NOTHING)
    return revision, rows


@contextmanager
def verified(file: Path, *, near: Path | None = None) -> Iterator[tuple[Manifest, Path]]:
    """Give the manifest of an archive and its copy of the database, once both are proved.

    The copy is unpacked beside `near`, else where the system keeps what does not last, and gone at the end.
    Raise Unusable, with a sentence, for an archive that is cut or damaged, or holds other than it says.
    """
    with private_folder(near=near or Path(gettempdir()) / file.name) as folder:
        manifest, copy = unpack(file, folder)
        damaged = Unusable(_HOLDS_OTHER.format(file=file))
        if manifest.database == "postgresql":
            listed = run_tool("pg_restore", "--list", str(copy))
            if not all(f" TABLE DATA public {name} " in listed for name in manifest.rows):
                raise damaged
        elif _look_into(copy, damaged) != (manifest.revision, manifest.rows):
            raise damaged
        yield manifest, copy


def put_back(engine: Engine, file: Path) -> Manifest:
    """Put the database of an archive where there is none, whole or not at all, as it was: of its own schema.

    Raise Unusable, with a sentence, where a database is, or where the archive is damaged, newer, or of another kind.
    """
    if not is_empty(engine):
        raise Unusable(_NOT_EMPTY)
    here = sqlite_file(engine.url)
    try:
        with verified(file, near=here) as (manifest, copy):
            _check_fits(manifest, engine)
            if here:
                give_name(copy, here, may_replace=True)
            else:
                _restore_postgresql(engine, copy)
    except OSError as error:
        raise Unusable(_UNWRITABLE.format(out=here or file, reason=why(error))) from error
    with snapshot(engine) as connection:
        if rows_of(connection) != manifest.rows:
            raise Unusable(_CAME_OTHERWISE.format(file=file))
    return manifest


def _check_fits(manifest: Manifest, engine: Engine) -> None:
    if manifest.database != engine.dialect.name:
        raise Unusable(_OTHER_KIND.format(of=KINDS[manifest.database], here=KINDS[engine.dialect.name]))
    if not is_known(manifest.revision):
        raise Unusable(_NEWER.format(revision=manifest.revision))


def _restore_postgresql(engine: Engine, copy: Path) -> None:
    words = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", str(copy))
    run_tool("pg_restore", *words, engine=engine)
