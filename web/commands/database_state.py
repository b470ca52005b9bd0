"""Commands on a database that is not there yet or not of this version, or that does not answer: told in French."""

import os
import shlex
from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from sqlalchemy import inspect
from sqlalchemy.exc import OperationalError, ProgrammingError, SQLAlchemyError

from models.schema import differences
from web.request import engine

_NONE = "La base de données n’est pas encore préparée : lancez « {command} », puis recommencez."
_OLD = "La base de données n’est pas au schéma de cette version : lancez « {command} », puis recommencez."
_SILENT = "La base de données ne répond pas : vérifiez son adresse et qu’elle est démarrée."


def told(command: click.Command) -> click.Command:
    """Let a command say what to do when its database is not ready, instead of failing with a trace."""
    if command.callback:
        command.callback = _telling(command.callback)
    return command


def _telling(callback: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(callback)
    def called(*given: object, **named: object) -> object:
        try:
            return callback(*given, **named)
        except (OperationalError, ProgrammingError) as fault:
            if said := schema_fault():
                raise click.ClickException(said) from fault
            raise

    return called


def schema_fault() -> str:
    """Say what the database lacks and which command brings it; nothing when it is of this version."""
    try:
        with engine().connect() as connection:
            if not inspect(connection).get_table_names():
                return _NONE.format(command=_migration())
            return _OLD.format(command=_migration()) if differences(connection) else ""
    except SQLAlchemyError:
        return _SILENT


def _migration() -> str:
    # As typed from the folder of Navette, on the same data as the command that failed.
    var = os.environ.get("VAR")
    return f"{f'VAR={shlex.quote(var)} ' if var else ''}.venv/bin/flask --app web migrate"
