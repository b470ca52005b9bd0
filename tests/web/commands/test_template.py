"""`template` writes the template in service to a file, and says which it is."""

from pathlib import Path

import pytest

from documents.templates import OWNED, factory
from tests.documents.checking.word_files import page
from tests.web.console import Terminal
from tests.web.ministry import Ministry
from workflow.register.templates import Checked, Sent, keep_template, put_in_service


@pytest.mark.parametrize("kind", OWNED)
def test_the_template_of_navette_is_written_where_no_other_serves(
    terminal: Terminal, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "modele.docx"

    said = terminal.run("template", kind, "--out", str(out)).output

    assert said.endswith(", modèle d’origine, en service.\n")
    assert out.read_bytes() == factory(kind, "fr").content
    assert terminal.run("check-template", str(out), "--kind", kind).output.endswith("peut être mis en service.\n")


def test_the_version_in_service_is_written_and_named(terminal: Terminal, ministry: Ministry, tmp_path: Path) -> None:
    ours, out, head, at = page("{{ objet }}"), tmp_path / "note.docx", ministry.people.head, ministry.clock.at
    with ministry.session() as session:
        sent = keep_template(session, Sent("note_interne", "fr", ours, "note.docx"), (), by=head, at=at)
        put_in_service(session, sent, Checked(sent.sha256, ()), seen=0, by=head, at=at)

    assert terminal.run("template", "note_interne", "--out", str(out)).output == (
        f"{out} : Note interne, version 1, en service.\n"
    )
    assert out.read_bytes() == ours


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x"], "Le document « x » n’est pas connu, ou n’a pas de modèle à lui. Documents connus : "),
        (["note_interne", "--language", "en"], "« Note interne » ne se fait pas dans la langue « en »."),
    ],
)
def test_what_is_not_known_is_said(terminal: Terminal, tmp_path: Path, words: list[str], said: str) -> None:
    out = tmp_path / "x.docx"

    assert said in terminal.run("template", *words, "--out", str(out), status=2).stderr
    assert not out.exists()
