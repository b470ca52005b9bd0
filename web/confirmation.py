"""The one question that commands ask before they write: answered in French, and in English by habit."""

import click

_YES = ("o", "oui", "y", "yes")
_NO = ("", "n", "non", "no")


def confirm(question: str) -> None:
    """Ask, and stop the command unless the answer is yes; anything unclear is asked again."""
    answer = None
    while answer not in (*_YES, *_NO):
        if answer is not None:
            click.echo("Répondez « oui » ou « non », s’il vous plaît.")
        try:
            answer = click.prompt(f"{question} [o/N]", default="", show_default=False).strip().casefold()
        except click.Abort:
            answer = "non"
            click.echo()
    if answer in _NO:
        click.echo("Rien n’a été écrit.")
        raise click.exceptions.Exit(1)
