"""Commands on a database that is not there, not of this version, or in no state to be used: told in French."""

import os
import shlex
import sqlite3
from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from sqlalchemy.exc import OperationalError, ProgrammingError, SQLAlchemyError

from models.schema import TooNew, check_not_newer, differences
from web.commands.known_database import is_missing, is_prepared, loss
from web.database_faults import database_fault
from web.private_files import private
from web.request import engine

_NONE = "La base de données n’est pas encore préparée : lancez « {command} », puis recommencez."
_OLD = "La base de données n’est pas au schéma de cette version : lancez « {command} », puis recommencez."


def told(command: click.Command) -> click.Command:
    """Let a command make private files alone, and say what to do when its database is not ready instead of failing."""
    if command.callback:
        command.callback = _telling(command.callback)
    return command


def _telling(callback: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(callback)
    def called(*given: object, **named: object) -> object:
        try:
            with private():
                return callback(*given, **named)
        except (SQLAlchemyError, sqlite3.Error, TooNew) as fault:
            if said := _words(fault):
                raise click.ClickException(said) from fault
            raise

    return called


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
