"""What the operator decides: config.toml, the environment, and the secret made on the first run."""

import os
import secrets
import socket
import tomllib
from contextlib import suppress
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from click import ClickException

from documents.case import Letterhead
from workflow.mail.transports import Folder, Smtp

ROOT = Path(__file__).parent.parent
_ADDRESS = "address"
_EVERYWHERE = {"", "0.0.0.0", "::", "[::]"}  # noqa: S104 - recognized, not listened to

# What each key of config.toml takes: a kind of value, some values, or a span of numbers.
_SHAPE: dict[str, dict[str, type | tuple[str, ...] | range]] = {
    "site": {"base_url": str, "demonstration": bool},
    "server": {"trusted_proxies": range(10)},
    "database": {"url": str},
    "mail": {
        "mode": ("folder", "smtp"),
        "host": str,
        "port": range(1, 65536),
        "security": ("none", "starttls", "tls"),
        "username": str,
        "sender": str,
    },
    "reminders": {"enabled": bool, "hour": range(24), "minute": range(60)},
    "ministry": {field.name: str for field in fields(Letterhead) if field.default is MISSING},
}


class BadConfig(ClickException):
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
        _check(table, path.name)
        var = Path(given.get("VAR") or ROOT / "var").resolve()
        var.mkdir(parents=True, exist_ok=True)
        return Settings(
            var=var,
            database_url=given.get("DATABASE_URL") or table["database"]["url"] or f"sqlite:///{var / 'navette.db'}",
            secret_key=given.get("NAVETTE_SECRET_KEY") or _secret(var / "secret_key"),
            base_url=(table["site"]["base_url"] or _served_at(var)).rstrip("/"),
            demonstration=table["site"]["demonstration"],
            trusted_proxies=table["server"]["trusted_proxies"],
            mail=table["mail"] | given.get("MAIL", {}),
            reminders=table["reminders"],
            letterhead=Letterhead(**table["ministry"]),
        )
    except (ValueError, TypeError, OSError) as error:
        raise BadConfig(f"{path.name} ne peut pas être lu : {error}") from error


def remember_address(var: Path, host: str, port: int) -> None:
    """Keep the address that pages are served at, for the links of mails where config.toml names none."""
    # A server that listens to every network is found by the name of its machine.
    name = socket.gethostname() if host in _EVERYWHERE else host.strip("[]")
    address = f"http://{f'[{name}]' if ':' in name else name}:{port}"
    (var / _ADDRESS).write_text(address, "utf-8")


def _served_at(var: Path) -> str:
    try:
        return (var / _ADDRESS).read_text("utf-8").strip()
    except FileNotFoundError:
        return "http://127.0.0.1:8000"


def _check(table: dict[str, Any], name: str) -> None:
    for section, keys in _SHAPE.items():
        if not isinstance(table.get(section), dict):
            raise BadConfig(f"{name} : la section [{section}] manque.")
        for key, shape in keys.items():
            if key not in table[section]:
                raise BadConfig(f"{name}, [{section}] : la clé « {key} » manque.")
            value = table[section][key]
            if not _fits(value, shape):
                raise BadConfig(f"{name}, [{section}] {key} : {value!r} ne convient pas ; il faut {_words(shape)}.")


def _fits(value: object, shape: type | tuple[str, ...] | range) -> bool:
    # True and False are numbers too, but no operator means them so.
    return type(value) is shape if isinstance(shape, type) else value in shape and not isinstance(value, bool)


def _words(shape: type | tuple[str, ...] | range) -> str:
    if isinstance(shape, range):
        return f"un nombre de {shape.start} à {shape.stop - 1}"
    if isinstance(shape, tuple):
        return " ou ".join(f'"{each}"' for each in shape)
    return "true ou false" if shape is bool else "un texte entre guillemets"


def _secret(path: Path) -> str:
    if not path.exists():
        _make_secret(path)
    if secret := path.read_text("ascii").strip():
        return secret
    raise BadConfig(f"{path} est vide : effacez-le, il sera refait au démarrage ; chacun se connectera de nouveau.")


def _make_secret(path: Path) -> None:
    # Whole before it has its name, and made with its rights at once: nobody reads half of it, or another's.
    with NamedTemporaryFile("w", dir=path.parent, prefix=path.name) as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        with suppress(FileExistsError):  # somebody else was first: theirs is the secret
            os.link(file.name, path)
