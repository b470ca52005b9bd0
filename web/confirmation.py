"""Asks at the terminal before something is written."""

import click

from workflow.dates import plain

_YES = frozenset({"o", "oui", "y", "yes"})


def confirm(question: str) -> None:
    """Ask in French, « o » for yes; raise click.Abort for anything else."""
    answer = click.prompt(f"{question} [o/N]", default="n", show_default=False, prompt_suffix=" ")
    if plain(str(answer)).strip() not in _YES:
        raise click.Abort
