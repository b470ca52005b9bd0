"""The papers of a text at somebody's desk: made, completed in Word, sent back, final, signed."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from playwright.sync_api import FilePayload, Locator, Page, expect
from pypdf import PdfWriter

from tests.journeys.desk import texts

LANGUAGES = {"fr": "en français", "ar": "en arabe"}
_TO_COMPLETE = ("À compléter", "يستكمل")
_ARTICLE = ("texte de l’article", "نص المادة")
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


def offered(page: Page, text: str) -> list[str]:
    """Read which papers are proposed at the step of a text."""
    page.goto(f"{text}/papers")
    return texts(page.get_by_label("Produire un papier").locator("optgroup").first.locator("option"), "one => one.text")


def make(page: Page, text: str, label: str, language: str = "fr") -> None:
    """Make a paper from the page of the papers of a text."""
    page.goto(f"{text}/papers")
    page.get_by_label("Produire un papier").select_option(label=label)
    page.get_by_label("Langue").select_option(language)
    page.get_by_role("button", name="Produire", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Le papier est prêt")


def sheet(page: Page, label: str, language: str = "fr") -> Locator:
    """Give the part of the page of papers that shows one paper in one language."""
    return page.get_by_role("table", name=f"{label} {LANGUAGES[language]}", exact=True)


def taken(page: Page, text: str, label: str, language: str = "fr") -> bytes:
    """Download the last version of a paper."""
    page.goto(f"{text}/papers")
    with page.expect_download() as found:
        sheet(page, label, language).get_by_role("link", name="Word").first.click()
    return Path(found.value.path()).read_bytes()


def words_of(word: bytes) -> str:
    """Read all words of a Word file, paragraph by paragraph; every space as a plain one."""
    body = docx.Document(BytesIO(word)).element.body
    read = "\n".join("".join(_printed(each) for each in line.iter()) for line in body.iter(qn("w:p")))
    return read.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def _printed(element: BaseOxmlElement) -> str:
    if element.tag == qn("w:noBreakHyphen"):
        return "-"
    return (element.text or "") if element.tag == qn("w:t") else ""


def to_complete(word: bytes) -> list[str]:
    """Read what the comments of a paper ask to be completed."""
    return [each.text for each in docx.Document(BytesIO(word)).comments if each.text.startswith(_TO_COMPLETE)]


def completed(word: bytes, words: str, articles: Sequence[str] = ()) -> bytes:
    """Write words where a paper asks for some, and take away the comments that asked, as somebody does in Word.

    Where it asks for the text of an article, the next of `articles` is written.
    """
    paper, out, left = docx.Document(BytesIO(word)), BytesIO(), list(articles)
    asked = {str(each.comment_id): each.text for each in paper.comments if each.text.startswith(_TO_COMPLETE)}
    body = paper.element.body
    for mark in [*body.iter(qn("w:commentRangeStart"))]:
        if (about := asked.get(mark.get(qn("w:id")) or "")) is not None:
            _write_after(mark, left.pop(0) if any(each in about for each in _ARTICLE) else words)
    assert not left
    for name in _MARKS:
        for mark in [*body.iter(qn(f"w:{name}"))]:
            if mark.get(qn("w:id")) in asked:
                _take_away(mark)
    for comment in [*paper.part._comments_part.element]:  # noqa: SLF001 - no other way to it
        if comment.get(qn("w:id")) in asked:
            _take_away(comment)
    paper.save(out)
    return out.getvalue()


def replaced(word: bytes, words: Mapping[str, str]) -> bytes:
    """Write words in the place of others, each within one paragraph of a paper, as somebody does in Word."""
    paper, out = docx.Document(BytesIO(word)), BytesIO()
    for before, after in words.items():
        (line,) = (each for each in paper.paragraphs if before in each.text)
        line.runs[0].text = line.text.replace(before, after)
        for run in line.runs[1:]:
            run.text = ""
    paper.save(out)
    return out.getvalue()


def _write_after(mark: BaseOxmlElement, words: str) -> None:
    """Put the words into the run that follows the mark, in the place of its dots."""
    dots = next(each for each in mark.itersiblings() if each.tag == qn("w:r"))
    (told,) = dots.iter(qn("w:t"))
    told.text = words


def _take_away(element: BaseOxmlElement) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def send_back(page: Page, text: str, word: bytes, version: str, *, drawn: bool = False) -> None:
    """Send a paper back that was written on in Word; Navette says which one it is.

    One `drawn` from a version that was itself sent back names the first of them: Navette proposes the last, and asks.
    """
    page.goto(f"{text}/papers")
    page.get_by_role("link", name="Renvoyer un papier modifié").click()
    page.get_by_label("Fichier Word").set_input_files(file("travail.docx", word))
    page.get_by_role("button", name="Enregistrer cette version").click()
    if drawn:
        expect(page.locator("#of-error", has_text="vérifiez celle qui est choisie ci-dessous")).to_be_visible()
        page.get_by_role("button", name="Enregistrer cette version").click()
    expect(page.get_by_role("status")).to_contain_text(f"C’est enregistré : {version}.")


def declare_final(page: Page, text: str, label: str, language: str = "fr") -> None:
    """Declare that the last version of a paper is the final one."""
    page.goto(f"{text}/papers")
    sheet(page, label, language).get_by_role("button", name="Déclarer finale").first.click()


def finish(page: Page, text: str, label: str, *, language: str, words: str) -> None:
    """Complete the last version of a paper in Word, send it back as the next one and declare that one final."""
    word = completed(taken(page, text, label, language), words)
    assert to_complete(word) == []
    send_back(page, text, word, f"{label}, {LANGUAGES[language]}, version 2")
    declare_final(page, text, label, language)
    expect(page.get_by_role("status")).to_contain_text("C’est la version finale")


def scan() -> bytes:
    """Give a scanned page as a PDF."""
    out = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.write(out)
    return out.getvalue()


def file(name: str, content: bytes) -> FilePayload:
    """Give a file as a browser takes it."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}
