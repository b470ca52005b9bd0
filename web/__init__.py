"""HTTP, forms, pages and commands. `flask --app web` finds the application here."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(overrides: dict[str, Any] | None = None) -> "Flask":
    """Make the application."""
    from web.app import create_app as make  # noqa: PLC0415 - importing `web` alone must stay cheap

    return make(overrides)
