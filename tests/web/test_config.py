"""What the operator decides is read once, and said clearly when it cannot be used."""

import re
import socket
from pathlib import Path
from stat import S_IMODE

import pytest
from flask import request

from tests.fixtures.databases import Database
from tests.web.browser import Browser, Value
from tests.web.configuration import GIVEN, GIVEN_PATH, changed
from tests.web.conftest import MakeApp, Read
from tests.web.console import Terminal
from web.config import ROOT, read_settings, remember_address
from web.config_file import BadConfig, ConfigFile
from web.request import public
from workflow.importing.demonstration import DOMAIN, PASSWORD
from workflow.mail.transports import Folder, Smtp

WRITE = "écrivez « sqlite:////chemin/navette.db » ou « postgresql://compte@serveur/base »."
PORT = "le port est un nombre de 1 à 65535."


def test_the_configuration_that_comes_with_navette_is_good(read: Read, tmp_path: Path) -> None:
    settings = read()

    assert settings.database_url == f"sqlite:///{tmp_path / 'var' / 'navette.db'}"
    assert settings.transport() == Folder(tmp_path / "var" / "mail")
    assert settings.demonstration


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("nonsense", f" n’est pas comprise : {WRITE}"),
        ("postgres://navette:phrase@localhost/navette", f" (« postgres:// ») n’est pas comprise : {WRITE}"),
        ("mysql://navette:phrase@localhost/navette", f" (« mysql:// ») n’est pas comprise : {WRITE}"),
        ("sqlite://", f" (« sqlite:// », sans fichier) n’est pas comprise : {WRITE}"),
        ("postgresql://navette:phrase@localhost:port/navette", f" n’est pas comprise : {PORT}"),
        ("postgresql+psycopg://navette:phrase@localhost:99999/navette", f" n’est pas comprise : {PORT}"),
        (
            "postgresql://navette@localhost/navette?password=phrase&sslmood=require",
            " n’est pas comprise : PostgreSQL n’a pas de tel paramètre après « ? ».",
        ),
    ],
)
def test_an_address_of_a_database_that_is_none_is_said_without_its_password(
    make_app: MakeApp, url: str, words: str
) -> None:
    with pytest.raises(BadConfig) as refused:
        make_app(DATABASE_URL=url)

    assert refused.value.message == f"[database] url ou DATABASE_URL : l’adresse de la base de données{words}"


@pytest.mark.parametrize("driver", ["postgresql", "postgresql+psycopg"])
def test_postgresql_is_reached_by_its_one_driver_whether_it_is_named_or_not(make_app: MakeApp, driver: str) -> None:
    engine = make_app(DATABASE_URL=f"{driver}://navette@localhost/navette").extensions["navette.engine"]

    assert (engine.url.drivername, engine.dialect.driver) == ("postgresql+psycopg", "psycopg")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[site",
            (
                "à la fin du fichier, ce n’est pas du TOML (Expected ']' at the end of a table declaration "
                "(at end of document))"
            ),
        ),
        ("é" * 10, "ligne 1, colonne 1, ce n’est pas du TOML (Invalid statement (at line 1, column 1))"),
    ],
)
def test_a_file_that_is_no_configuration_is_said(read: Read, text: str, said: str) -> None:
    with pytest.raises(BadConfig) as refused:
        read(text)

    assert refused.value.message == f"config.toml ne peut pas être lu : {said}."


@pytest.mark.parametrize("section", ConfigFile.model_fields)
def test_a_section_that_is_no_table_is_said(read: Read, section: str) -> None:
    given = re.sub(rf"(?ms)^\[{section}\]$.*?(?=^\[|\Z)", "", GIVEN)
    with pytest.raises(BadConfig) as refused:
        read(f"{section} = 3\n{given}")

    said = f"« {section} » n’est pas une section : écrivez [{section}] seul sur sa ligne, puis ses clés."
    assert refused.value.message == f"config.toml : {said}"


@pytest.mark.parametrize("name", [".env", ".flaskenv"])
def test_a_file_of_variables_that_lies_about_is_said_and_not_followed(
    monkeypatch: pytest.MonkeyPatch, read: Read, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("DATABASE_URL=sqlite:////elsewhere.db\nOTHER=1\n", "utf-8")
    (tmp_path / "within").mkdir()
    monkeypatch.chdir(tmp_path / "within")
    monkeypatch.setenv("FLASK_RUN_FROM_CLI", "true")
    monkeypatch.setenv("FLASK_SKIP_DOTENV", "")

    with pytest.raises(BadConfig, match=f"{name} donne DATABASE_URL, et changerait les réglages"):
        read()
    monkeypatch.setenv("FLASK_SKIP_DOTENV", "1")
    assert read().database_url.endswith("var/navette.db")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match=r"nowhere\.toml"):
        read_settings({"NAVETTE_CONFIG": tmp_path / "nowhere.toml", "VAR": tmp_path})


def test_the_secret_is_made_once_for_its_owner_alone(read: Read, tmp_path: Path) -> None:
    first = read().secret_key()
    path = tmp_path / "var" / "secret_key"

    assert read().secret_key() == first == path.read_text()
    assert len(first) >= 64
    assert S_IMODE(path.stat().st_mode) == 0o600


def test_the_secret_and_the_folder_of_data_are_made_by_the_first_page_and_not_by_a_command(
    make_app: MakeApp, database: Database, tmp_path: Path
) -> None:
    app = make_app(DATABASE_URL=database.url)
    for command in ("check", "serve", "add-person"):
        Terminal(app).run(command, "--help")
    assert not (tmp_path / "var").exists()

    Browser(app).get("/sign-in")

    assert (tmp_path / "var" / "secret_key").read_text() == app.secret_key
    assert S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["secret_key", "address"])
def test_a_file_of_ours_that_cannot_be_read_is_named(read: Read, tmp_path: Path, name: str) -> None:
    (tmp_path / "var" / name).mkdir(parents=True)

    with pytest.raises(BadConfig, match=f"{name} ne peut pas être lu"):
        read().secret_key()


def test_an_empty_secret_is_said(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "var" / "secret_key"
    path.parent.mkdir(exist_ok=True)
    path.write_text("")

    with pytest.raises(BadConfig, match="secret_key est vide : effacez-le"):
        read().secret_key()


def test_a_secret_given_from_outside_is_used_and_not_written(read: Read, tmp_path: Path) -> None:
    assert read(NAVETTE_SECRET_KEY="given" * 8).secret_key() == "given" * 8
    assert not (tmp_path / "var" / "secret_key").exists()


def test_the_folder_of_data_and_the_database_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VAR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://navette@localhost/navette")

    settings = read_settings()

    assert settings.var == tmp_path / "elsewhere"
    assert not settings.var.exists()
    assert settings.database_url == "postgresql+psycopg://navette@localhost/navette"


def test_the_mail_server_takes_its_password_from_the_environment(monkeypatch: pytest.MonkeyPatch, read: Read) -> None:
    monkeypatch.setenv("NAVETTE_MAIL_PASSWORD", "from outside")

    transport = read(changed("mail", "mode", '"smtp"')).transport()

    assert isinstance(transport, Smtp)
    assert (transport.host, transport.port, transport.password) == ("localhost", 25, "from outside")


@pytest.mark.parametrize("scheme", ["https", "HTTPS", "Https"])
def test_cookies_only_travel_over_https_when_the_site_is_served_so(
    make_app: MakeApp, tmp_path: Path, scheme: str
) -> None:
    path = tmp_path / "https.toml"
    path.write_text(changed("site", "base_url", f'"{scheme}://navette.test/"'), "utf-8")

    app = make_app(NAVETTE_CONFIG=path)

    assert app.config["SESSION_COOKIE_SECURE"]
    assert app.test_client().get("/nothing").headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in make_app().test_client().get("/nothing").headers
    assert app.extensions["navette.settings"].base_url == f"{scheme}://navette.test"


def test_addresses_behind_proxies_are_believed_only_when_told(make_app: MakeApp, tmp_path: Path) -> None:
    path = tmp_path / "proxy.toml"
    path.write_text(changed("server", "trusted_proxies", "1"), "utf-8")
    seen = []
    for config in (ROOT / "config.toml", path):
        app = make_app(NAVETTE_CONFIG=config)
        app.add_url_rule("/who", view_func=public(lambda: str(request.remote_addr)))
        seen.append(app.test_client().get("/who", headers={"X-Forwarded-For": "192.0.2.7"}).text)

    assert seen == ["127.0.0.1", "192.0.2.7"]


def test_in_earnest_the_accounts_of_the_demonstration_let_nobody_in(
    make_app: MakeApp, demonstration: Database, tmp_path: Path
) -> None:
    path = tmp_path / "earnest.toml"
    path.write_text(changed("site", "demonstration", "false"), "utf-8")
    apps = [make_app(NAVETTE_CONFIG=config, DATABASE_URL=demonstration.url) for config in (GIVEN_PATH, path)]
    for app in apps:
        app.config["SECRET_KEY"] = "shared"  # noqa: S105
    shown, earnest = (Browser(app) for app in apps)
    shown.sign_in(f"cheffe{DOMAIN}")
    cookie = shown.client.get_cookie("navette")
    assert cookie is not None
    earnest.client.set_cookie("navette", cookie.value)

    assert earnest.get("/").h1.text == "Se connecter"
    typed: dict[str, Value] = {"email": f"cheffe{DOMAIN}", "password": PASSWORD}
    page = earnest.press(earnest.get("/sign-in"), "Se connecter", typed, status=422)
    assert page.reasons == ["L’adresse ou le mot de passe n’est pas le bon."]
    assert DOMAIN not in earnest.get("/sign-in").text.replace(f"cheffe{DOMAIN}", "")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "navette.test"])  # noqa: S104 - it is refused
def test_a_demonstration_is_not_served_to_other_machines_unawares(make_app: MakeApp, tmp_path: Path, host: str) -> None:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("VAR", str(tmp_path / "var"))
        output = Terminal(make_app()).run("serve", "--host", host, status=1).output

    assert "demonstration = false" in output
    assert "--expose-demonstration" in output
    assert not (tmp_path / "var" / "navette.db").exists()


@pytest.mark.parametrize(
    ("host", "port", "address"),
    [
        ("127.0.0.1", 8137, "http://127.0.0.1:8137"),
        ("navette.ministere.test", 80, "http://navette.ministere.test:80"),
        ("::1", 8000, "http://[::1]:8000"),
        ("0.0.0.0", 8000, f"http://{socket.gethostname()}:8000"),  # noqa: S104 - what an operator types
    ],
)
def test_links_follow_the_address_that_is_served_unless_one_is_named(
    read: Read, tmp_path: Path, *, host: str, port: int, address: str
) -> None:
    assert read().base_url == "http://127.0.0.1:8000"

    remember_address(tmp_path / "var", host, port)

    assert read().base_url == address
    assert read(changed("site", "base_url", '"https://navette.test/"')).base_url == "https://navette.test"


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        *(("mail", "sender", value) for value in ("", "navette", "navette@", "a b@c.ma")),
        *(("site", "base_url", value) for value in ("navette", "navette.ministere.ma", "ftp://navette.ma", "https://")),
    ],
)
def test_an_address_that_is_none_is_said_when_the_settings_are_read(
    read: Read, section: str, key: str, value: str
) -> None:
    with pytest.raises(BadConfig) as refused:
        read(changed(section, key, f'"{value}"'))

    assert refused.value.message.startswith(f"[{section}] {key} : « {value} » n’est pas une adresse")


def test_a_short_secret_is_refused_without_being_told(read: Read) -> None:
    with pytest.raises(BadConfig) as refused:
        read(NAVETTE_SECRET_KEY="s" * 31)

    said = "NAVETTE_SECRET_KEY est trop court : donnez au moins 32 signes tirés au hasard."
    assert refused.value.message == said
