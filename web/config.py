"""What the operator decides: config.toml, the environment, and the secret made on the first run."""

import os
import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import dotenv_values, find_dotenv
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from documents.case import Letterhead
from models.safekeeping.file_faults import why
from models.safekeeping.whole_files import write_whole
from web.config_file import BadConfig, ConfigFile, Log, Mail, Pieces, Reminders, read_config_file
from web.private_files import make_private_folder
from workflow.language.addresses import is_address
from workflow.mail.transports import Folder, Smtp

ROOT = Path(__file__).parent.parent
_ADDRESS = "address"
_SHORTEST_SECRET = 32
_EVERYWHERE = {"", "0.0.0.0", "::", "[::]"}  # noqa: S104 - recognized, not listened to
_FILES_OF_VARIABLES = (".env", ".flaskenv")
_NO = {"", "0", "false", "no"}  # as Flask reads FLASK_SKIP_DOTENV


class _Environment(BaseSettings):
    """The variables of the environment that Navette asks; an empty one says nothing."""

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True, case_sensitive=True)

    config: Path = Field(ROOT / "config.toml", validation_alias="NAVETTE_CONFIG")
    var: Path = Field(ROOT / "var", validation_alias="VAR")
    database_url: str = Field("", validation_alias="DATABASE_URL")
    secret_key: str = Field("", validation_alias="NAVETTE_SECRET_KEY", repr=False)
    mail_password: str = Field("", validation_alias="NAVETTE_MAIL_PASSWORD", repr=False)


@dataclass(frozen=True)
class Settings:
    """Everything the application is told from outside."""

    var: Path
    database_url: str
    base_url: str
    demonstration: bool
    trusted_proxies: int
    mail: Mail
    pieces: Pieces
    reminders: Reminders
    log: Log
    letterhead: Letterhead
    given_secret: str = field(repr=False)
    mail_password: str = field(repr=False)

    @property
    def has_https_address(self) -> bool:
        """Whether pages have an address that only a proxy can serve: Navette itself speaks no TLS."""
        return self.base_url.lower().startswith("https:")

    def transport(self) -> Folder | Smtp:
        """Open the way mails leave by: files under `var` unless a server is named."""
        if self.mail.mode == "folder":
            return Folder(self.var / "mail")
        return Smtp(
            host=self.mail.host,
            port=self.mail.port,
            security=self.mail.security,
            username=self.mail.username,
            password=self.mail_password,
        )

    def secret_key(self) -> str:
        """Give what sessions are signed with: the secret given from outside, else one made under `var` on first use.

        Raises BadConfig when it can be neither read nor made.
        """
        return self.given_secret or _secret(self.var / "secret_key")


def read_settings(overrides: dict[str, Any] | None = None) -> Settings:
    """Read config.toml, and the environment, over which `overrides` go; write nothing.

    Raises BadConfig with the key at fault.
    """
    _refuse_file_of_variables()
    given = overrides or {}
    environment = _Environment(**given)
    told = read_config_file(environment.config)
    _refuse_unusable(told, environment.secret_key)
    var = environment.var.resolve()
    return Settings(
        var=var,
        database_url=environment.database_url or told.database.url or f"sqlite:///{var / 'navette.db'}",
        base_url=(told.site.base_url or _served_at(var)).rstrip("/"),
        demonstration=told.site.demonstration,
        trusted_proxies=told.server.trusted_proxies,
        mail=told.mail.model_copy(update=given.get("MAIL")),
        pieces=told.pieces,
        reminders=told.reminders,
        log=told.log,
        letterhead=told.ministry,
        given_secret=environment.secret_key,
        mail_password=environment.mail_password,
    )


def _refuse_unusable(told: ConfigFile, secret: str) -> None:
    """Stop where a sender, an address of pages or a secret would fail only once it is used."""
    if not is_address(parseaddr(told.mail.sender)[1]):
        raise BadConfig(f"[mail] sender : « {told.mail.sender} » n’est pas une adresse de courriel : nom@domaine.")
    address = urlsplit(told.site.base_url)
    if told.site.base_url and not (address.scheme.lower() in {"http", "https"} and address.netloc):
        raise BadConfig(
            f"[site] base_url : « {told.site.base_url} » n’est pas une adresse : écrivez https://navette.exemple.ma."
        )
    if secret and len(secret) < _SHORTEST_SECRET:
        raise BadConfig(
            f"NAVETTE_SECRET_KEY est trop court : donnez au moins {_SHORTEST_SECRET} signes tirés au hasard."
        )


def _refuse_file_of_variables() -> None:
    """Stop where `flask` took our variables from a file that merely lies in the folder, or in one above it."""
    if os.environ.get("FLASK_RUN_FROM_CLI") != "true" or os.environ.get("FLASK_SKIP_DOTENV", "0") not in _NO:
        return
    ours = {str(each.validation_alias) for each in _Environment.model_fields.values()}
    for name in _FILES_OF_VARIABLES:
        path = find_dotenv(name, usecwd=True)
        if path and (named := sorted(ours & dotenv_values(path).keys())):
            raise BadConfig(
                f"{path} donne {', '.join(named)}, et changerait les réglages sans le dire : déplacez-le, ou "
                "lancez la commande avec FLASK_SKIP_DOTENV=1 pour qu’il ne soit pas lu."
            )


def remember_address(var: Path, host: str, port: int) -> None:
    """Keep the address that pages are served at, for the links of mails where config.toml names none."""
    # A server that listens to every network is found by the name of its machine.
    name = socket.gethostname() if host in _EVERYWHERE else host.strip("[]")
    address = f"http://{f'[{name}]' if ':' in name else name}:{port}"
    make_private_folder(var)
    write_whole(var / _ADDRESS, [address.encode()])


def _served_at(var: Path) -> str:
    path = var / _ADDRESS
    try:
        return path.read_text("utf-8").strip()
    except FileNotFoundError:
        return "http://127.0.0.1:8000"
    except (OSError, UnicodeDecodeError) as error:
        raise BadConfig(f"{path} ne peut pas être lu : {_reason(error)}.") from error


def _secret(path: Path) -> str:
    try:
        if not path.exists():
            _make_secret(path)
        secret = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadConfig(f"{path} ne peut pas être lu, ou fait : {_reason(error)}.") from error
    if not secret:
        raise BadConfig(f"{path} est vide : effacez-le, il sera refait au démarrage ; chacun se connectera de nouveau.")
    return secret


def _make_secret(path: Path) -> None:
    make_private_folder(path.parent)
    with suppress(FileExistsError):  # somebody else was first: theirs is the secret
        write_whole(path, [secrets.token_urlsafe(48).encode()], may_replace=False)


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return why(error) if isinstance(error, OSError) else "ce ne sont pas des caractères lisibles"
