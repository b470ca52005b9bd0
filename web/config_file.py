"""What config.toml may say: its sections and keys, and what is said of a file that cannot be used."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Annotated, Any, Literal, get_args

from annotated_types import Ge, Le
from click import ClickException
from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from documents.case import Letterhead
from models.safekeeping.file_faults import why

_UNKNOWN = {"extra_forbidden", "unexpected_keyword_argument"}
_KEYS_ALIKE = 0.6


class BadConfig(ClickException):
    """A configuration that cannot be used, said to the operator."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Site(_Section):
    """The address that people open, and whether the demonstration is shown there."""

    base_url: str
    demonstration: StrictBool


class Server(_Section):
    """What stands before the application."""

    trusted_proxies: Annotated[int, Field(strict=True, ge=0, le=9)]


class Database(_Section):
    """Where texts are kept."""

    url: str


class Mail(_Section):
    """How mails leave."""

    mode: Literal["folder", "smtp"]
    host: str
    port: Annotated[int, Field(strict=True, ge=1, le=65535)]
    security: Literal["none", "starttls", "tls"]
    username: str
    sender: str


class Pieces(_Section):
    """What can be attached to texts; a configuration written before pieces were kept says nothing of it."""

    largest_mb: Annotated[int, Field(strict=True, ge=1, le=200)]


class Reminders(_Section):
    """When reminders are written, in legal time."""

    enabled: StrictBool
    hour: Annotated[int, Field(strict=True, ge=0, le=23)]
    minute: Annotated[int, Field(strict=True, ge=0, le=59)]


class Log(_Section):
    """What the server writes of what happens."""

    format: Literal["text", "json"]
    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"]


class ConfigFile(BaseSettings):
    """Every section of config.toml; no variable of the environment and no .env stands for one."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True)

    site: Site
    server: Server
    database: Database
    mail: Mail
    pieces: Pieces = Pieces(largest_mb=25)
    reminders: Reminders
    log: Log
    ministry: Letterhead

    @classmethod
    def settings_customise_sources(  # noqa: PLR0917 - the signature is pydantic's
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what the file says, and nothing else."""
        return (init_settings,)


def read_config_file(path: Path) -> ConfigFile:
    """Read config.toml; raise BadConfig with every key at fault, one a line."""
    try:
        if not path.is_file():
            raise BadConfig(f"{path} n’existe pas, ou n’est pas un fichier : vérifiez NAVETTE_CONFIG.")
        table = TomlConfigSettingsSource(ConfigFile, path)()
        return ConfigFile(**table)
    except ValidationError as error:
        raise BadConfig("\n".join(f"{path.name}{words}" for words in _faults(error.errors()))) from error
    except TOMLDecodeError as error:
        where = re.search(r"line (\d+), column (\d+)", str(error))
        place = f"ligne {where[1]}, colonne {where[2]}" if where else "à la fin du fichier"
        raise BadConfig(f"{path.name} ne peut pas être lu : {place}, ce n’est pas du TOML ({error}).") from error
    except UnicodeDecodeError as error:
        raise BadConfig(f"{path.name} ne peut pas être lu : enregistrez-le en UTF-8.") from error
    except OSError as error:
        raise BadConfig(f"{path.name} ne peut pas être lu : {why(error)}.") from error


def _faults(errors: list[ErrorDetails]) -> Iterator[str]:
    """Say each fault once: a key that is misspelt is not said to be missing as well."""
    meant = set()
    for error in errors:
        if error["type"] in _UNKNOWN:
            words, place = _unknown(error["loc"], {each["loc"] for each in errors if each["type"] == "missing"})
            meant.add(place)
            yield words
    for error in errors:
        if error["type"] not in _UNKNOWN and error["loc"] not in meant:
            yield _fault(error)


def _unknown(at: tuple[int | str, ...], missing: set[tuple[int | str, ...]]) -> tuple[str, tuple[int | str, ...]]:
    """Say that a section or key is none of ours, and what was probably meant; give the place of that too."""
    *above, name = map(str, at)
    known = list(_keys(above[0]) if above else ConfigFile.model_fields)
    # What is missing is likelier to have been meant than what is there as well.
    likely = [each for each in known if (*above, each) in missing]
    near = [
        *get_close_matches(name.lower(), likely, n=1, cutoff=_KEYS_ALIKE),
        *get_close_matches(name.lower(), known, n=1, cutoff=_KEYS_ALIKE),
    ][:1]
    if not above:
        meant = f" ; vouliez-vous [{near[0]}] ?" if near else f". Sections connues : {', '.join(known)}."
        return f" : la section [{name}] n’existe pas{meant}", tuple(near)
    homes = [section for section in ConfigFile.model_fields if name in _keys(section)]
    if homes and not near:
        return f", [{above[0]}] : la clé « {name} » n’existe pas ici ; elle est de la section [{homes[0]}].", ()
    meant = f" ; vouliez-vous « {near[0]} » ?" if near else f". Clés connues : {', '.join(known)}."
    return f", [{above[0]}] : la clé « {name} » n’existe pas{meant}", (*above, *near)


def _fault(error: ErrorDetails) -> str:
    section, *key = map(str, error["loc"])
    if not key:
        is_missing = error["type"] == "missing"
        table = f"« {section} » n’est pas une section : écrivez [{section}] seul sur sa ligne, puis ses clés"
        return f" : la section [{section}] manque." if is_missing else f" : {table}."
    if error["type"] == "missing":
        return f", [{section}] : la clé « {key[0]} » manque."
    wanted = _keys(section)[key[0]]
    return f", [{section}] {key[0]} : {error['input']!r} ne convient pas ; il faut {_words(wanted)}."


def _keys(section: str) -> Mapping[str, FieldInfo | None]:
    """Give the keys of a section; those of the letterhead are all words."""
    model: Any = ConfigFile.model_fields[section].annotation
    return {each.name: None for each in fields(model)} if is_dataclass(model) else model.model_fields


def _words(wanted: FieldInfo | None) -> str:
    if wanted is None or wanted.annotation is str:
        return "un texte entre guillemets"
    if wanted.annotation is bool:
        return "true ou false"
    if wanted.annotation is int:
        low, high = (
            next(getattr(each, name) for each in wanted.metadata if isinstance(each, bound))
            for bound, name in ((Ge, "ge"), (Le, "le"))
        )
        return f"un nombre de {low} à {high}"
    return " ou ".join(f'"{each}"' for each in get_args(wanted.annotation))
