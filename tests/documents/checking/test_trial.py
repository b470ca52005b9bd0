"""A template is tried in a process of its own, which limits itself."""

from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest

from documents.checking.trial import fill_on_trial
from documents.engine.faults import BadTemplate
from documents.engine.properties import Properties
from tests.documents.checking.word_files import page

PROPERTIES = Properties("ESSAI", "Essai", "Navette", "ESSAI", datetime(2026, 12, 1, tzinfo=UTC))


def test_the_paper_comes_back_with_its_fields_and_properties() -> None:
    template = page("{{ objet }} au {{ situation_le|date_longue }}")

    made = fill_on_trial(template, {"objet": "Loi & décret", "situation_le": date(2018, 3, 20)}, PROPERTIES)

    word = docx.Document(BytesIO(made))
    assert word.paragraphs[0].text.replace("\u00a0", " ") == "Loi & décret au 20 mars 2018"
    assert word.core_properties.title == "ESSAI"


def test_what_cannot_be_filled_is_said() -> None:
    with pytest.raises(BadTemplate, match="Champ inconnu : objjet"):
        fill_on_trial(page("{{ objjet }}"), {"objet": "x"}, PROPERTIES)


def test_what_costs_too_much_is_stopped_and_said(caplog: pytest.LogCaptureFixture) -> None:
    loop = "{% for a in many %}{% for b in many %}{% for c in many %}{% endfor %}{% endfor %}{% endfor %}"

    with pytest.raises(BadTemplate, match="trop de travail ou de mémoire"):
        fill_on_trial(page(loop), {"many": list(range(5000))}, PROPERTIES)

    (line,) = caplog.messages
    assert line.startswith("documents.checking.trial did not end well on a template of ")
    assert "many" not in line
