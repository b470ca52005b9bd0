"""The mark, among the data, that a database was made and where: one that is lost must not be made anew in silence.

`known_database` holds where the database is, without its password, and whether people had accounts in it.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, inspect
from sqlmodel import Session, select

from models import User, reading, sqlite_file
from models.safekeeping.postgresql_tools import connection_words
from models.safekeeping.whole_files import write_whole
from web.request import engine, settings

_FILE = "known_database"
_PEOPLED = "comptes"

_LOST = """\
La base de données attendue dans {where} est {how} : rien n’est fait à sa place.
Restaurez la dernière sauvegarde, ou remettez l’adresse de la base ([database] url, DATABASE_URL, VAR) comme elle était.
Pour repartir d’une base vide, et seulement pour cela : lancez « migrate --new », puis recommencez."""


@dataclass(frozen=True)
class Known:
    """A database that was made: where it is, and whether anybody has an account in it."""

    where: str
    is_peopled: bool


def is_missing() -> bool:
    """Whether the database is a file that is not there, or that nothing was ever written to."""
    path = sqlite_file(engine().url)
    return path is not None and not (path.exists() and path.stat().st_size)


def is_prepared() -> bool:
    """Whether there is a database with tables in it."""
    return not is_missing() and bool(inspect(engine()).get_table_names())


def loss() -> str:
    """Say that a database was made and is no more, or holds nobody any more; nothing when none is lost."""
    known = _read()
    if known is None:
        return ""
    if not is_prepared():
        return _LOST.format(where=known.where, how="absente, ou vide")
    if known.is_peopled and known.where == place() and not is_peopled():
        return _LOST.format(where=known.where, how="vide : plus personne n’y a de compte")
    return ""


def is_peopled() -> bool:
    """Whether anybody has an account in the database."""
    with Session(reading(engine())) as session:
        return bool(session.exec(select(func.count()).select_from(User)).one())


def remember() -> None:
    """Write the mark, over that of any earlier database."""
    now = Known(place(), is_peopled=is_peopled())
    if now != _read():
        write_whole(_path(), [f"{now.where}\n{_PEOPLED if now.is_peopled else ''}\n".encode()])


def forget() -> None:
    """Take the mark away: somebody said that they start from nothing."""
    _path().unlink(missing_ok=True)


def place() -> str:
    """Name the database by its file, or its account, host, port and name: a password may stand anywhere else."""
    if path := sqlite_file(engine().url):
        return str(path)
    told = connection_words(engine())
    user = f"{told['user']}@" if "user" in told else ""
    port = f":{told['port']}" if "port" in told else ""
    return f"{engine().url.drivername}://{user}{told.get('host', '')}{port}/{told.get('dbname', '')}"


def _path() -> Path:
    return settings().var / _FILE


def _read() -> Known | None:
    try:
        where, *rest = _path().read_text("utf-8").splitlines()
    except (FileNotFoundError, ValueError):
        return None
    return Known(where, is_peopled=_PEOPLED in rest)
