"""The production server: gunicorn's workers, each with its own connections and the scheduler that waits its turn."""

import os
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from web.request import engine as engine_of
from web.request import settings as settings_of
from web.serving import scheduler
from web.serving.log import Gunicorn

_WORKERS = 2 * (os.cpu_count() or 1) + 1
_SECONDS = 60


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn, told what to serve."""

    def __init__(self, make_app: Any, bind: str) -> None:  # noqa: ANN401 - a callable that makes a Flask
        """Serve what `make_app` makes, at `bind`; each worker makes its own after it is forked."""
        self.make_app = make_app
        self.bind = bind
        super().__init__()

    def load_config(self) -> None:
        """Set what gunicorn needs to know."""
        self.cfg.set("bind", self.bind)
        self.cfg.set("workers", min(_WORKERS, 9))
        self.cfg.set("timeout", _SECONDS)
        self.cfg.set("loglevel", "warning")
        self.cfg.set("logger_class", Gunicorn)
        self.cfg.set("worker_tmp_dir", "/dev/shm" if os.path.isdir("/dev/shm") else None)  # noqa: PTH112, S108
        self.cfg.set("umask", 0o077)
        self.cfg.set("forwarded_allow_ips", "")
        # Requests of a few kilobytes of form: nothing longer is a page of ours.
        self.cfg.set("limit_request_line", 8190)

    def load(self) -> Flask:
        """Make the application in a worker, and start its scheduler."""
        app: Flask = self.make_app()
        with app.app_context():
            scheduler.start(engine_of(), settings_of())
        return app
