"""What is wrong with the database, by kind: one sentence for people, one for whoever looks after the machine.

SQLite names its faults by a code (https://sqlite.org/rescode.html), PostgreSQL by an SQLSTATE (its appendix A). A
connection that PostgreSQL refuses carries no SQLSTATE in psycopg: the server's words are read, in English or French.
"""

import re
import sqlite3
from dataclasses import dataclass

import psycopg
from sqlalchemy.exc import DBAPIError

from models.schema import TooNew


@dataclass(frozen=True)
class DatabaseFault:
    """What is wrong, and what the operator can do about it."""

    words: str
    advice: str

    def __str__(self) -> str:
        """Say both, to an operator."""
        return f"{self.words} {self.advice}"


SILENT = DatabaseFault(
    "La base de données ne répond pas.", "Vérifiez son adresse ([database] url, DATABASE_URL) et qu’elle est démarrée."
)
STARTING = DatabaseFault("La base de données démarre ou s’arrête.", "Attendez un instant, puis recommencez.")
REFUSED = DatabaseFault(
    "La base de données refuse le compte ou le mot de passe de Navette.",
    "Vérifiez le compte dans [database] url ou DATABASE_URL, et son mot de passe dans ~/.pgpass.",
)
CLOSED = DatabaseFault(
    "Le serveur de la base de données n’admet pas de connexion de cette machine ou de ce compte.",
    "Ajoutez-la à son fichier pg_hba.conf.",
)
ABSENT = DatabaseFault(
    "La base de données demandée n’existe pas sur son serveur.",
    "Vérifiez son nom dans [database] url ou DATABASE_URL, ou créez-la avec createdb.",
)
FORBIDDEN = DatabaseFault(
    "Le compte de Navette n’a pas les droits qu’il lui faut dans la base de données.",
    "Faites-en le propriétaire de la base et de ses tables.",
)
CROWDED = DatabaseFault(
    "La base de données n’accepte pas de connexion de plus.",
    "Augmentez max_connections, ou arrêtez d’autres programmes.",
)
WITHOUT_MEMORY = DatabaseFault(
    "Le serveur de la base de données manque de mémoire.",
    "Donnez-lui-en davantage, ou arrêtez d’autres programmes de sa machine, puis recommencez.",
)
LIMITED = DatabaseFault(
    "Le serveur de la base de données atteint une limite de sa configuration.",
    "Lisez dans son journal laquelle, et relevez-la dans postgresql.conf.",
)
SHORT = DatabaseFault(
    "Le serveur de la base de données manque de moyens pour répondre.", "Lisez dans son journal ce qui lui manque."
)
FULL = DatabaseFault(
    "Le disque de la base de données est plein.", "Faites de la place sur ce disque, puis recommencez."
)
BUSY = DatabaseFault(
    "La base de données est occupée par une autre écriture.",
    "Recommencez dans un instant ; si cela dure, une autre commande tourne peut-être encore.",
)
READ_ONLY = DatabaseFault(
    "La base de données ne peut qu’être lue.",
    "Vérifiez les droits du fichier et de son dossier, ou que le serveur PostgreSQL n’est pas une copie en attente.",
)
UNOPENED = DatabaseFault(
    "Le fichier de la base de données ne peut pas être ouvert.",
    "Vérifiez qu’il existe, et que le compte qui lance Navette peut l’ouvrir ainsi que son dossier.",
)
DAMAGED = DatabaseFault(
    "Le fichier de la base de données est abîmé, ou n’est pas une base de données.",
    "Arrêtez Navette, gardez ce fichier à part sans l’effacer, puis restaurez la dernière sauvegarde.",
)
UNREADABLE_DISK = DatabaseFault(
    "Le disque de la base de données ne se lit ou ne s’écrit plus.",
    "Arrêtez Navette et vérifiez ce disque avant de recommencer.",
)
TOO_NEW = DatabaseFault(
    "La base de données a été mise à jour par une version plus récente de Navette.",
    "Installez cette version, ou restaurez une sauvegarde d’avant la mise à jour.",
)

_SQLITE = {
    "SQLITE_NOTADB": DAMAGED,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_CANTOPEN": UNOPENED,
    "SQLITE_PERM": UNOPENED,
    "SQLITE_AUTH": UNOPENED,
    "SQLITE_FULL": FULL,
    "SQLITE_IOERR": UNREADABLE_DISK,
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
}
# The longest beginning of an SQLSTATE that is found here tells.
_POSTGRES = {
    "08": SILENT,
    "57P01": STARTING,
    "57P02": STARTING,
    "57P03": STARTING,
    "28": REFUSED,
    "3D000": ABSENT,
    "42501": FORBIDDEN,
    "53": SHORT,
    "53100": FULL,
    "53200": WITHOUT_MEMORY,
    "53300": CROWDED,
    "53400": LIMITED,
    "25006": READ_ONLY,
    "55P03": BUSY,
    "40": BUSY,
    "58": UNREADABLE_DISK,
    "XX001": DAMAGED,
    "XX002": DAMAGED,
}
_REFUSAL = (
    (r"pg_hba\.conf", CLOSED),
    (r"authentication failed|authentification .*échou|no password supplied", REFUSED),
    (r"role .* does not exist|le rôle .* n'existe pas", REFUSED),
    (r"database .* does not exist|la base de données .* n'existe pas", ABSENT),
    (r"too many (?:clients|connections)|trop de (?:clients|connexions)|remaining connection slots", CROWDED),
    (r"starting up|shutting down|in recovery|démarrage|en cours d'arrêt|s'arrête|restauration", STARTING),
    (r"permission denied for database|droit refusé pour la base", FORBIDDEN),
)  # fmt: skip


def database_fault(error: BaseException) -> DatabaseFault | None:
    """Tell what kind of fault of the database an error is; None when it is none that an operator could mend."""
    raised = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(raised, TooNew):
        return TOO_NEW
    if isinstance(raised, sqlite3.Error):
        # Extended codes add a word to those of the table: SQLITE_READONLY_DIRECTORY.
        name = getattr(raised, "sqlite_errorname", None) or ""
        return _SQLITE.get("_".join(name.split("_")[:2]))
    if isinstance(raised, psycopg.Error):
        return _postgres(raised)
    return None


def _postgres(error: psycopg.Error) -> DatabaseFault | None:
    if error.sqlstate:
        return next((_POSTGRES[code] for end in (5, 2) if (code := error.sqlstate[:end]) in _POSTGRES), None)
    if not isinstance(error, psycopg.OperationalError):
        return None
    said = str(error)
    return next((fault for words, fault in _REFUSAL if re.search(words, said, re.IGNORECASE)), SILENT)
