"""What is wrong in config.toml is said key by key, with what was probably meant."""

import tomllib

import pytest

from tests.web.configuration import GIVEN, changed, keys
from tests.web.conftest import Read
from web.config_file import BadConfig, ConfigFile


@pytest.mark.parametrize(("section", "key"), list(keys()))
def test_a_key_that_is_missing_is_named(read: Read, section: str, key: str) -> None:
    with pytest.raises(BadConfig, match=key):
        read(changed(section, key, None))


@pytest.mark.parametrize("section", list(tomllib.loads(GIVEN)))
def test_a_section_that_is_missing_is_named(read: Read, section: str) -> None:
    with pytest.raises(BadConfig, match=section):
        read(GIVEN.replace(f"[{section}]", f"[{section}_of_old]"))


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("mail", "mode", '"pigeon"'),
        ("mail", "security", '"none of them"'),
        ("mail", "port", '"twenty-five"'),
        ("site", "base_url", "8000"),
        ("site", "demonstration", '"perhaps"'),
        ("reminders", "hour", "24"),
        ("reminders", "minute", "-1"),
        ("server", "trusted_proxies", '"one"'),
    ],
)
def test_a_value_that_cannot_be_used_is_named(read: Read, section: str, key: str, value: str) -> None:
    with pytest.raises(BadConfig, match=key):
        read(changed(section, key, value))


@pytest.mark.parametrize(
    ("written", "misspelt", "said"),
    [
        ("base_url", "base_ur", ", [site] : la clé « base_ur » n’existe pas ; vouliez-vous « base_url » ?"),
        ("sender", "Sender", ", [mail] : la clé « Sender » n’existe pas ; vouliez-vous « sender » ?"),
        ("[reminders]", "[reminder]", " : la section [reminder] n’existe pas ; vouliez-vous [reminders] ?"),
        ("city_ar", "cityar", ", [ministry] : la clé « cityar » n’existe pas ; vouliez-vous « city_ar » ?"),
        (
            "hour",
            "demonstration",
            ", [reminders] : la clé « demonstration » n’existe pas ici ; elle est de la section [site].",
        ),
        ("minute", "qqq", ", [reminders] : la clé « qqq » n’existe pas. Clés connues : enabled, hour, minute."),
    ],
)
def test_a_key_that_is_unknown_is_said_with_the_nearest_known_one(
    read: Read, *, written: str, misspelt: str, said: str
) -> None:
    lines = [misspelt + line.removeprefix(written) if line.startswith(written) else line for line in GIVEN.splitlines()]

    with pytest.raises(BadConfig) as refused:
        read("\n".join(lines))

    assert refused.value.message.splitlines()[0] == f"config.toml{said}"
    assert ("manque" in refused.value.message) is (misspelt in {"demonstration", "qqq"})


def test_every_key_at_fault_is_said_at_once(read: Read) -> None:
    text = changed("mail", "port", '"25"').replace("enabled = true", "enabled = 1").replace('mode = "folder"', "")

    with pytest.raises(BadConfig) as refused:
        read(text)

    assert refused.value.message.splitlines() == [
        "config.toml, [mail] : la clé « mode » manque.",
        "config.toml, [mail] port : '25' ne convient pas ; il faut un nombre de 1 à 65535.",
        "config.toml, [reminders] enabled : 1 ne convient pas ; il faut true ou false.",
    ]


@pytest.mark.parametrize("name", sorted(ConfigFile.model_fields))
def test_no_variable_of_the_environment_stands_for_a_section(
    monkeypatch: pytest.MonkeyPatch, read: Read, name: str
) -> None:
    monkeypatch.setenv(name.upper(), '{"url": "sqlite:////elsewhere.db"}')
    monkeypatch.setenv(name, '{"url": "sqlite:////elsewhere.db"}')

    assert "elsewhere" not in str(read())


def test_a_configuration_from_before_pieces_were_kept_still_starts(read: Read) -> None:
    before, _pieces, after = GIVEN.partition("[pieces]")
    older = before + after[after.index("[reminders]") :]

    assert read(older).pieces.largest_mb == 25
