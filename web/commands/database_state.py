"""Commands on data that cannot be reached, or on a database not of this version: what to do is said in French."""

import errno
import os
import shlex
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click
from sqlalchemy.exc import OperationalError, ProgrammingError, SQLAlchemyError

from models.safekeeping.errors import Unusable
from models.safekeeping.file_faults import why
from models.schema import TooNew, check_not_newer, differences
from web.commands.known_database import is_missing, is_prepared, loss
from web.database_faults import database_fault
from web.private_files import private
from web.request import engine

_NONE = "La base de données n’est pas encore préparée : lancez « {command} », puis recommencez."
_OLD = "La base de données n’est pas au schéma de cette version : lancez « {command} », puis recommencez."
_FILE = "{file} ne peut pas être lu ou écrit : {reason}."


def explain_faults(command: click.Command) -> click.Command:
    """Let a command make private files alone, and say what to do when its data cannot be used instead of failing."""
    if command.callback:
        command.callback = _explaining(command.callback)
    return command


def _explaining(callback: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(callback)
    def called(*given: object, **named: object) -> object:
        try:
            with private(), _database_explained():
                return callback(*given, **named)
        except Unusable as fault:
            raise click.ClickException(str(fault)) from fault
        except OSError as fault:
            if fault.errno == errno.EPIPE:
                raise  # whoever read what is printed has gone: click ends the command
            raise click.ClickException(_FILE.format(file=_named(fault), reason=why(fault))) from fault

    return called


def _named(fault: OSError) -> str:
    return f"« {fault.filename} »" if fault.filename else "Un fichier"


@contextmanager
def _database_explained() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, TooNew) as fault:
        if said := _words(fault):
            raise click.ClickException(said) from fault
        raise


def _words(fault: Exception) -> str:
    if is_missing():
        return schema_fault()
    if kind := database_fault(fault):
        return str(kind)
    return schema_fault() if isinstance(fault, OperationalError | ProgrammingError) else ""


def schema_fault() -> str:
    """Say what the database lacks and which command brings it; nothing when it is of this version."""
    try:
        if not is_prepared():
            return loss() or _NONE.format(command=_migration())
        with engine().connect() as connection:
            check_not_newer(connection)
            return _OLD.format(command=_migration()) if differences(connection) else ""
    except (SQLAlchemyError, sqlite3.Error, TooNew) as fault:
        if kind := database_fault(fault):
            return str(kind)
        raise


def _migration() -> str:
    # As typed from the folder of Navette, on the same data as the command that failed.
    var = os.environ.get("VAR")
    return f"{f'VAR={shlex.quote(var)} ' if var else ''}.venv/bin/flask --app web migrate"
