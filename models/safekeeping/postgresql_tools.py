"""PostgreSQL's own programs, told where the database is without its password being seen by others."""

import os
import subprocess

from psycopg.conninfo import make_conninfo
from sqlalchemy import Engine

from models.safekeeping.errors import Unusable

_MISSING = (
    "Le programme {tool} de PostgreSQL n’est pas installé, ou n’est pas dans PATH : installez le paquet "
    "postgresql-client, de la version du serveur ou d’une plus récente."
)
_TOO_OLD = (
    "Le programme {tool} est plus ancien que le serveur PostgreSQL ou que la copie : installez le paquet "
    "postgresql-client de la version du serveur, et mettez son dossier en tête de PATH."
)
_FAILED = "Le programme {tool} de PostgreSQL n’a pas abouti : {said}"
# What the programs say, in English since they are asked to, of another program or file that is newer than they are.
_OF_NEWER = ("server version mismatch", "unsupported version")


def connection_words(engine: Engine) -> dict[str, str]:
    """Give what PostgreSQL's client is told of a database (host, port, dbname, user, password, more), as it is spelled.

    An address may say each of them in its own place or after its question mark.
    """
    told = engine.dialect.create_connect_args(engine.url)[1]
    return {name: str(value) for name, value in told.items() if name != "context"}


def run_tool(tool: str, *words: str, engine: Engine | None = None) -> str:
    """Run `pg_dump` or `pg_restore`, on the database of `engine` where one is given; give what it printed.

    Raise Unusable where it is missing, older than the server, or fails.
    """
    environment = os.environ | {"LC_ALL": "C"}
    if engine:
        told = connection_words(engine)
        # Every user of the machine reads the words of a command; only its own reads its environment.
        if password := told.pop("password", None):
            environment["PGPASSWORD"] = password
        words = (f"--dbname={make_conninfo(**told)}", "--no-password", *words)
    try:
        ended = subprocess.run([tool, *words], env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    except FileNotFoundError as error:
        raise Unusable(_MISSING.format(tool=tool)) from error
    if ended.returncode:
        raise Unusable(_reason(tool, ended.stderr.strip()))
    return ended.stdout


def _reason(tool: str, said: str) -> str:
    if any(words in said for words in _OF_NEWER):
        return _TOO_OLD.format(tool=tool)
    return _FAILED.format(tool=tool, said=said.splitlines()[0] if said else "il ne dit pas pourquoi.")
