"""What is typed after a command and cannot be is said in one line that tells what to type."""

from pathlib import Path

import pytest

from tests.web.conftest import MakeApp
from tests.web.console import Terminal


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["remind", "--on"], "'--on'"),
        (["table", "--on"], "'--on'"),
        (["seal", "--on"], "'--on'"),
        (["holiday", "--worked"], "'AAAA-MM-JJ'"),
    ],
)
@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("31/12/2026", "n’est pas un jour : écrivez AAAA-MM-JJ, par exemple 2026-12-31."),
        ("2026-02-30", "n’est pas un jour : écrivez AAAA-MM-JJ, par exemple 2026-12-31."),
        ("0001-01-01", ": donnez un jour de 1900 à 2199."),
        ("9999-12-31", ": donnez un jour de 1900 à 2199."),
    ],
)
def test_a_day_that_cannot_be_is_said_with_how_one_is_written(
    terminal: Terminal, *, typed: list[str], said: str, day: str, why: str
) -> None:
    refused = terminal.run(*typed, day, status=2).stderr

    assert refused.endswith(f"Error: Invalid value for {said}: « {day} » {why}\n")
    assert "%" not in terminal.run(typed[0], "--help").output


@pytest.mark.parametrize("command", ["replay", "import-table"])
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere.json", "ne peut pas être lu : ce fichier ou ce dossier n’existe pas."),
        (".", "ne peut pas être lu : c’est un dossier."),
        ("words/x", "ne peut pas être lu : une partie de ce chemin n’est pas un dossier."),
    ],
)
def test_a_file_that_cannot_be_read_is_said_in_french(
    terminal: Terminal, tmp_path: Path, *, command: str, name: str, why: str
) -> None:
    (tmp_path / "words").write_text("…", "utf-8")

    assert terminal.run(command, str(tmp_path / name), status=1).stderr.endswith(f" » {why}\n")


def test_a_folder_of_data_that_cannot_be_made_is_said(make_app: MakeApp) -> None:
    said = Terminal(make_app(VAR="/proc/x")).run("migrate", status=1).stderr

    assert said == "Error: « /proc/x » ne peut pas être lu ou écrit : ce fichier ou ce dossier n’existe pas.\n"


@pytest.mark.parametrize("command", ["migrate", "send", "seal", "check"])
def test_a_folder_where_a_file_of_ours_is_to_stand_is_said(make_app: MakeApp, tmp_path: Path, command: str) -> None:
    mark = tmp_path / "var" / "known_database"
    mark.mkdir(parents=True)

    said = Terminal(make_app()).run(command, status=1).stderr

    assert said == f"Error: « {mark} » ne peut pas être lu ou écrit : c’est un dossier.\n"


@pytest.mark.parametrize(
    ("host", "why"),
    [
        ("192.0.2.1", "n'est pas une adresse de cette machine"),
        ("nowhere.invalid", "n'est pas une adresse connue"),
        ("a..b", "n'est pas une adresse connue"),
        ("a" * 300, "n'est pas une adresse connue"),
    ],
)
def test_an_address_that_cannot_be_listened_to_is_said(terminal: Terminal, host: str, why: str) -> None:
    refused = terminal.run("serve", "--host", host, "--expose-demonstration", status=1)

    assert refused.stderr == f"Error: {host}:8000 {why} : donnez --host ou --port.\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            ["table", "--out", "x.pdf"],
            "« x.pdf » : un tableau ne s’écrit pas en pdf. Formes connues : .docx, .html et .csv (voir --format).",
        ),
        (["seal", "--expect", "abc"], "« abc » n’est pas un sceau : il a 64 signes, chiffres et lettres de a à f."),
        (
            ["holiday", "2026-05-27", "--name", "Fête", "--worked"],
            "Choisissez : --name pour un jour chômé, --worked, ou --forget ; un seul des trois.",
        ),
        (
            ["holiday", "2026-05-27", "--worked", "--forget"],
            "Choisissez : --name pour un jour chômé, --worked, ou --forget ; un seul des trois.",
        ),
    ],
)
@pytest.mark.usefixtures("ministry")
def test_what_contradicts_itself_or_has_no_such_form_is_refused(
    terminal: Terminal, *, typed: list[str], said: str
) -> None:
    refused = terminal.run(*typed, status=1 if typed[0] == "holiday" else 2)

    assert refused.stderr.endswith(f"Error: {said}\n")
    assert not Path("x.pdf").exists()
