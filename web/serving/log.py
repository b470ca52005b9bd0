"""The log of the server: one line an event on standard error, as text or as JSON."""

import json
import logging
import time
from typing import Any, TextIO

from gunicorn.glogging import Logger
from pythonjsonlogger.json import JsonFormatter

from web.config_file import Log
from web.request_log import InRequest

_OURS = ("navette", "web", "workflow", "documents", "models")
# What logging itself puts on every record: the rest was said by whoever wrote the line.
_PLAIN = {*vars(logging.makeLogRecord({})), "message", "asctime", "request_id", "person_id", "taskName"}


class AsText(logging.Formatter):
    """`2026-11-30T08:00:00Z INFO navette.request request=… person=… request method=GET status=200`."""

    converter = time.gmtime  # type: ignore[assignment]  # as its documentation does

    def __init__(self) -> None:
        """Write moments in UTC, whatever the machine's zone."""
        super().__init__(
            "%(asctime)s %(levelname)s %(name)s request=%(request_id)s person=%(person_id)s %(message)s",
            "%Y-%m-%dT%H:%M:%SZ",
        )

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """Write one line, whatever breaks of line the message holds; what else was said follows it."""
        said = {name: value for name, value in vars(record).items() if name not in _PLAIN and value not in (None, {})}
        record.request_id, record.person_id = (
            getattr(record, name, None) or "-" for name in ("request_id", "person_id")
        )
        line = " ".join([super().formatMessage(record), *(f"{name}={_word(value)}" for name, value in said.items())])
        return line.replace("\r", "\\r").replace("\n", "\\n")


def _word(value: Any) -> str:  # noqa: ANN401 - whatever a line says
    return value if isinstance(value, str) and " " not in value else json.dumps(value, ensure_ascii=False, default=str)


class AsJson(JsonFormatter):
    """One object a line, its first keys those that every line has."""

    converter = time.gmtime  # type: ignore[assignment]  # as its documentation does

    def __init__(self) -> None:
        """Name the keys."""
        super().__init__(
            "%(asctime)s %(levelname)s %(name)s %(request_id)s %(person_id)s %(message)s",
            "%Y-%m-%dT%H:%M:%SZ",
            rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
            json_ensure_ascii=False,
        )


class Gunicorn(Logger):  # type: ignore[misc]
    """Lets what gunicorn itself says go where everything else goes; its own line per request is not wanted."""

    def setup(self, cfg: Any) -> None:  # noqa: ANN401 - gunicorn's settings
        """Leave the log to the handler of the root."""
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True


def write_log(told: Log, to: TextIO | None = None) -> None:
    """Send every line of this process, and of those it forks, to standard error (or `to`), as config.toml asks."""
    handler = logging.StreamHandler(to)
    handler.addFilter(InRequest())
    handler.setFormatter(AsJson() if told.format == "json" else AsText())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    for name in _OURS:
        logging.getLogger(name).setLevel(told.level)
