"""Word files turned into PDF: at most one at a time, and nothing that a file names is fetched."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from pypdf import PdfReader

from documents import pdf as office
from documents.pdf import NoPdf, as_pdf
from tests.workflow.pieces.made_files import png, word, zipped

OFFICE = pytest.mark.skipif(not office.is_installed(), reason="needs LibreOffice")


class _Door(BaseHTTPRequestHandler):
    """Writes down who knocks."""

    knocks: list[str]

    def do_GET(self) -> None:
        self.knocks.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - named by the protocol

    def log_message(self, *_given: object) -> None:
        """Say nothing."""


@pytest.fixture
def door() -> Iterator[tuple[str, list[str]]]:
    """Give an address, and who came to it."""
    knocks: list[str] = []
    server = HTTPServer(("127.0.0.1", 0), type("Door", (_Door,), {"knocks": knocks}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/picture.png", knocks
    server.shutdown()
    server.server_close()


def with_picture_at(address: str) -> bytes:
    page, out = docx.Document(), BytesIO()
    page.add_picture(BytesIO(png()))
    page.save(out)
    with ZipFile(out) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    rels, body = "word/_rels/document.xml.rels", "word/document.xml"
    outside = f'Target="{address}" TargetMode="External"'.encode()
    parts[rels] = parts[rels].replace(b'Target="media/image1.png"', outside)
    parts[body] = parts[body].replace(b"r:embed=", b"r:link=")
    return zipped(parts)


@OFFICE
def test_the_words_of_a_word_file_are_those_of_its_pdf() -> None:
    pages = PdfReader(BytesIO(as_pdf(word("Article premier")))).pages

    assert [page.extract_text().strip() for page in pages] == ["Article premier"]


@OFFICE
def test_nothing_that_a_file_names_is_fetched(door: tuple[str, list[str]]) -> None:
    address, knocks = door

    assert as_pdf(with_picture_at(address)).startswith(b"%PDF-")
    assert knocks == []


@OFFICE
def test_a_file_that_cannot_be_converted_is_said_in_words() -> None:
    with pytest.raises(NoPdf, match="n’a pas pu convertir ce papier"):
        as_pdf(b"PK\x03\x04 no Word file")


@OFFICE
def test_what_takes_too_long_is_stopped_with_all_it_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_SECONDS", 0.05)

    with pytest.raises(NoPdf, match="n’a pas pu convertir ce papier"):
        as_pdf(word("Article premier"))

    monkeypatch.undo()
    assert as_pdf(word("Article premier")).startswith(b"%PDF-")


@OFFICE
def test_while_one_is_converted_another_is_told_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_PATIENCE", 0.01)

    with office._ONE, pytest.raises(NoPdf, match="Une autre conversion est en cours"):  # noqa: SLF001
        as_pdf(word("a"))


def test_where_it_is_not_installed_no_pdf_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    assert not office.is_installed()
    with pytest.raises(NoPdf, match="LibreOffice n’est pas installé sur le serveur"):
        as_pdf(word("a"))
