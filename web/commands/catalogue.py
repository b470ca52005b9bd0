"""What an operator can do from a terminal: `flask --app web COMMAND --help`."""

from flask import Flask

from web.commands.accounts import ACCOUNT_COMMANDS
from web.commands.database_state import explain_faults
from web.commands.demonstration import remove_demonstration
from web.commands.importing import import_table
from web.commands.mail import remind, send
from web.commands.moving import move_to
from web.commands.papers import paper, papers
from web.commands.replay import replay
from web.commands.review import review_sheet
from web.commands.safekeeping import backup, restore, verify
from web.commands.seals import seal
from web.commands.serving import check, load_demonstration, migrate, serve
from web.commands.table import table
from web.commands.templates import check_template_file, write_template
from web.commands.versions import change

_COMMANDS = tuple(
    explain_faults(command)
    for command in (
        serve, migrate, load_demonstration, remove_demonstration, *ACCOUNT_COMMANDS, remind, send, table, check,
        import_table, replay, change, review_sheet, seal, backup, verify, restore, move_to, check_template_file,
        write_template, papers, paper,
    )
)  # fmt: skip


def register(app: Flask) -> None:
    """Add the commands to `flask --app web`."""
    for command in _COMMANDS:
        app.cli.add_command(command)
