"""The address of a database as an operator writes it, in the settings or after a command."""

from psycopg import ProgrammingError
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError

from models import make_engine, sqlite_file
from models.safekeeping.postgresql_tools import connection_words

# psycopg is the one driver that comes with Navette, whether it is named or not.
_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_PORTS = range(1, 65536)
_BAD = (
    "l’adresse de la base de données{named} n’est pas comprise : écrivez « sqlite:////chemin/navette.db » ou "
    "« postgresql://compte@serveur/base »."
)
_NO_PORT = "l’adresse de la base de données n’est pas comprise : le port est un nombre de 1 à 65535."


_NO_PARAMETER = "l’adresse de la base de données n’est pas comprise : PostgreSQL n’a pas de tel paramètre après « ? »."


class BadAddress(ValueError):
    """An address that names no database; its words are for the operator, and repeat no password."""


def open_database(address: str, *, may_create: bool) -> Engine:
    """Open the database at an address: SQLite in a file, or PostgreSQL; see `make_engine` for `may_create`.

    Nothing is asked of the database yet. Raise BadAddress for what is no address, or one of another kind of database.
    """
    engine = make_engine(_read(address), may_create=may_create)
    if engine.dialect.name == "postgresql":
        try:
            make_conninfo(**connection_words(engine))
        except ProgrammingError as error:
            raise BadAddress(_NO_PARAMETER) from error
    return engine


def _read(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise BadAddress(_BAD.format(named="")) from error
    except ValueError as error:
        raise BadAddress(_NO_PORT) from error
    if url.drivername not in _DRIVERS:
        raise BadAddress(_BAD.format(named=f" (« {url.drivername}:// »)"))
    if url.port is not None and url.port not in _PORTS:
        raise BadAddress(_NO_PORT)
    url = url.set(drivername=_DRIVERS[url.drivername])
    if url.drivername == "sqlite" and not sqlite_file(url):
        raise BadAddress(_BAD.format(named=" (« sqlite:// », sans fichier)"))
    return url
