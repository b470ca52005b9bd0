"""The words of files, read in a process of its own that has so much time and memory."""

import pytest

from tests.workflow.pieces.made_files import ODT, odt, pdf, png, word, workbook, zipped
from workflow.confinement import Answer, ask
from workflow.pieces import extraction
from workflow.pieces.extraction import examine

SAID = {
    "docx": (word("المادة الأولى", "Article 2"), "المادة الأولى\nArticle 2"),
    "xlsx": (workbook(("Article", "Avis"), ("1", "favorable")), "Sheet\nArticle Avis\n1 favorable"),
    "odt": (odt("Article premier", "المادة 2"), "Article premier\nالمادة 2"),
    "pdf": (pdf("Article premier"), "Article premier"),
}


@pytest.mark.parametrize("extension", SAID)
def test_the_words_of_a_file_are_read(extension: str) -> None:
    content, words = SAID[extension]

    found = examine(content, "a", largest_mb=1)

    assert (found.words, found.is_read) == (words, True)


SILENT = {
    "image": png(),
    "scan": pdf(""),
    "broken PDF": pdf("a").replace(b"/Kids", b"/Kins"),
    "LibreOffice without content": zipped({"mimetype": ODT}),
}


@pytest.mark.parametrize("content", SILENT.values(), ids=SILENT)
def test_a_file_without_legible_words_is_kept_all_the_same(content: bytes) -> None:
    found = examine(content, "a", largest_mb=1)

    assert (found.words, found.is_read, found.content) == ("", False, content)


def test_a_file_that_takes_too_long_to_read_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "_SECONDS", 0.001)

    assert examine(pdf("a"), "a", largest_mb=1).is_read is False


def test_entities_that_grow_without_end_are_not_followed() -> None:
    entities = "".join(f'<!ENTITY e{rank} "{f"&e{rank - 1};" * 20}">' for rank in range(1, 12))
    content = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "ha">{entities}]><a>&e11;</a>'
    grown = zipped({"mimetype": ODT, "content.xml": content})

    assert examine(grown, "a", largest_mb=1).is_read is False


def test_a_child_that_is_asked_for_another_kind_ends_alone() -> None:
    assert ask("workflow.pieces.child", "exe", content=b"a", about="a file", patience=20) == Answer(b"", is_whole=False)
