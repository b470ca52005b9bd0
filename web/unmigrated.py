"""Commands on a database that is not of this version, or that does not answer: told in French, without a trace."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from sqlalchemy.exc import OperationalError, ProgrammingError, SQLAlchemyError

from models.schema import differences
from web.request import engine

_OLD = "La base de données n’est pas au schéma de cette version : lancez « flask --app web migrate »."
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
            if said := _said():
                raise click.ClickException(said) from fault
            raise

    return called


def _said() -> str:
    try:
        with engine().connect() as connection:
            return _OLD if differences(connection) else ""
    except SQLAlchemyError:
        return _SILENT
