"""HTTP, forms, pages and commands. `flask --app web` finds the application here."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(overrides: dict[str, Any] | None = None) -> "Flask":
    """Make the application; raise ClickException, which commands say in one line, for a fault of procedure files."""
    from click import ClickException  # noqa: PLC0415 - importing `web` alone must stay cheap

    from workflow.errors import BadProcedure  # noqa: PLC0415

    try:
        from web.app import create_app as make  # noqa: PLC0415

        return make(overrides)
    except BadProcedure as fault:
        raise ClickException(str(fault)) from fault
