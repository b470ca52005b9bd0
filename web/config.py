"""What the operator decides: config.toml, the environment, and the secret made on the first run."""

import os
import secrets
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from documents.case import Letterhead
from workflow.transports import Folder, Smtp

ROOT = Path(__file__).parent.parent


class BadConfig(Exception):
    """A configuration that cannot be used, said to the operator."""


@dataclass(frozen=True)
class Settings:
    """Everything the application is told from outside."""

    var: Path
    database_url: str
    secret_key: str
    base_url: str
    demonstration: bool
    trusted_proxies: int
    mail: dict[str, Any]
    reminders: dict[str, Any]
    letterhead: Letterhead

    def transport(self) -> Folder | Smtp:
        """Open the way mails leave by: files under `var` unless a server is named."""
        if self.mail["mode"] == "folder":
            return Folder(self.var / "mail")
        return Smtp(
            host=self.mail["host"],
            port=self.mail["port"],
            security=self.mail["security"],
            username=self.mail["username"],
            password=os.environ.get("NAVETTE_MAIL_PASSWORD", ""),
        )


def read_settings(overrides: dict[str, Any] | None = None) -> Settings:
    """Read config.toml; VAR and DATABASE_URL come from `overrides`, else from the environment.

    Raises BadConfig with the key at fault.
    """
    given = {**os.environ, **(overrides or {})}
    path = Path(given.get("NAVETTE_CONFIG", ROOT / "config.toml"))
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        var = Path(given.get("VAR") or ROOT / "var").resolve()
        var.mkdir(parents=True, exist_ok=True)
        return Settings(
            var=var,
            database_url=given.get("DATABASE_URL") or table["database"]["url"] or f"sqlite:///{var / 'navette.db'}",
            secret_key=given.get("NAVETTE_SECRET_KEY") or _secret(var / "secret_key"),
            base_url=table["site"]["base_url"].rstrip("/"),
            demonstration=table["site"]["demonstration"],
            trusted_proxies=table["server"]["trusted_proxies"],
            mail=_mail(table["mail"], given),
            reminders=table["reminders"],
            letterhead=Letterhead(**table["ministry"]),
        )
    except KeyError as error:
        raise BadConfig(f"{path.name} : la clé {error} manque.") from error
    except (tomllib.TOMLDecodeError, TypeError, OSError) as error:
        raise BadConfig(f"{path.name} ne peut pas être lu : {error}") from error


def _mail(mail: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    if mail["mode"] not in ("folder", "smtp"):
        raise BadConfig(f"config.toml, [mail] mode : « {mail['mode']} » n’est ni « folder » ni « smtp ».")
    changed: dict[str, Any] = given.get("MAIL", {})
    return mail | changed


def _secret(path: Path) -> str:
    try:
        # Made with its rights at once: no moment when another account could read it.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii")
    with os.fdopen(descriptor, "w") as file:
        secret = secrets.token_urlsafe(48)
        file.write(secret)
    return secret
