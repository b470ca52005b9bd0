"""An operator at a terminal."""

from dataclasses import dataclass

from click.testing import Result
from flask import Flask


@dataclass(frozen=True)
class Terminal:
    """Runs the commands of the application, and fails on a traceback."""

    app: Flask

    def run(self, *words: str, status: int = 0, answer: str | None = None) -> Result:
        """Run a command, as typed after `flask --app web`."""
        result = self.app.test_cli_runner().invoke(args=list(words), input=answer)
        unexpected = result.exception and not isinstance(result.exception, SystemExit)
        assert not unexpected, result.exception
        assert result.exit_code == status, result.output
        return result
