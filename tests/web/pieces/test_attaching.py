"""Files attached to a text by a form: what they are said to be, what is refused, and what is kept meanwhile."""

from datetime import timedelta
from os import utime
from time import time

import pytest
from flask import Flask
from sqlmodel import select

from models import PieceVersion
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import attribute
from tests.web.pieces.conftest import BUTTON, Registry
from tests.workflow.pieces.made_files import locked_pdf, odt, pdf, png, with_part, word, workbook
from web.private_files import Folder
from workflow.register.pieces import Told

DRAFT = (word("Article premier"), "projet.docx")
MISSING = "Choisissez ce qu’est cette pièce."


@pytest.mark.parametrize(
    "file",
    [DRAFT, (pdf("Article premier"), "a.pdf"), (odt("a"), "a.odt"), (workbook(("a",)), "a.xlsx"), (png(), "a.png")],
    ids=lambda file: file[1],
)
def test_a_file_is_attached_with_what_is_told_of_it(
    head: Browser, registry: Registry, ministry: Ministry, file: tuple[bytes, str]
) -> None:
    typed = {"kind": "annex", "title": "Liste", "from_whom": "DAJ", "reference": "12/26", "dated_on_month": "10",
             "dated_on_year": "2026", "step": "1"}  # fmt: skip

    page = registry.send(head, [file], typed)

    assert page.notes == [f"Joint au dossier : « {file[1]} »."]
    assert registry.kept() == [("annex", "Liste", 1, file[1])]
    for words in ("Liste", "DAJ", "réf. 12/26", "oct. 2026", "Étape : ", ministry.people.head.name):
        assert words in page.text
    assert ("texte non lu" in page.text) == file[1].endswith(".png")
    assert head.download(page.link(file[1])).data == file[0]


def test_the_language_of_a_draft_is_told_by_its_kind(head: Browser, registry: Registry, ministry: Ministry) -> None:
    registry.send(head, [DRAFT], {"kind": "draft_ar"})

    with ministry.session() as session:
        assert session.exec(select(PieceVersion.language)).all() == ["ar"]


def test_what_was_chosen_and_typed_is_kept_when_the_form_is_refused(head: Browser, registry: Registry) -> None:
    page = registry.send(head, [DRAFT], {"from_whom": "SGG", "dated_on_year": "2099"}, status=422)

    assert page.all(".wrong") == [MISSING, "Cette date est dans l’avenir."]
    size = f"{len(DRAFT[0]) // 1000} ko"
    assert f"« projet.docx » ({size}) est gardé : inutile de le choisir à nouveau" in page.text.replace("\xa0", " ")
    assert (page.value("from_whom"), page.value("dated_on_year"), registry.kept()) == ("SGG", "2099", [])

    page = head.press(page, BUTTON, kind="draft_fr", dated_on_year="2026")

    assert registry.kept() == [("draft_fr", "", 1, "projet.docx")]
    assert head.download(page.link("projet.docx")).data == DRAFT[0]


def test_a_file_that_is_kept_can_be_replaced_or_left_out(head: Browser, registry: Registry) -> None:
    page = registry.send(head, [DRAFT], status=422)
    again = (word("Article 2"), "projet.docx")
    page = registry.send(head, [again], page=page, status=422)
    assert len(page.soup.select("[name=kept]")) == 1

    registry.send(head, [(pdf("a"), "avis.pdf")], {"kind": "opinion", "kept": []}, page=page)

    assert registry.kept() == [("opinion", "", 1, "avis.pdf")]


def test_a_file_is_kept_for_its_person_alone_for_a_day_and_no_longer_once_attached(
    head: Browser, drafter: Browser, registry: Registry, app: Flask
) -> None:
    page = registry.send(head, [DRAFT], status=422)
    mark = attribute(page.one("[name=kept]"), "value")
    folder = app.extensions["navette.settings"].var / Folder.UPLOADS
    (path,) = folder.glob(f"*_{mark.partition(' ')[0]}")
    assert (path.stat().st_mode & 0o077, folder.stat().st_mode & 0o077) == (0, 0)

    gone = [
        "« projet.docx » n’est plus gardé : s’il n’est pas déjà parmi les pièces du dossier, choisissez-le de nouveau."
    ]
    assert registry.send(drafter, [], {"kind": "annex", "kept": mark}, status=422).all(".wrong") == gone
    utime(path, (time() - timedelta(days=1, seconds=5).total_seconds(),) * 2)
    assert head.press(page, BUTTON, kind="annex", status=422).all(".wrong") == gone
    utime(path)
    head.press(page, BUTTON, kind="annex")
    assert (registry.kept(), path.exists()) == ([("annex", "", 1, "projet.docx")], False)


def test_nobody_keeps_more_than_twenty_files(head: Browser, registry: Registry, app: Flask) -> None:
    folder = app.extensions["navette.settings"].var / Folder.UPLOADS
    for _turn in range(3):
        registry.send(head, [(png(), f"{rank}.png") for rank in range(9)], status=422)

    kept = [path for path in folder.iterdir() if path.name.startswith(registry.ministry.people.head.id.hex)]
    assert len(kept) == 20


def test_several_files_become_a_piece_each_under_its_name(head: Browser, registry: Registry) -> None:
    files = [(png(), "plan.png"), (pdf("a"), "liste.pdf")]
    page = registry.send(head, files, {"kind": "annex", "title": "Annexes"}, status=422)
    assert page.all(".wrong") == ["Un titre vaut pour un seul fichier : laissez-le vide, chacun gardera son nom."]

    head.press(page, BUTTON, title="")

    assert registry.kept() == [("annex", "plan", 1, "plan.png"), ("annex", "liste", 1, "liste.pdf")]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ((b"", "a.docx"), "Ce fichier est vide"),
        ((b"x" * 26_000_000, "a.pdf"), "Ce fichier pèse 26,0 Mo ; 25 Mo au plus sont acceptés"),
        ((with_part(DRAFT[0], "word/vbaProject.bin", b"x"), "a.docx"), "Ce fichier contient des macros"),
        ((locked_pdf("a"), "a.pdf"), "Ce fichier est protégé par un mot de passe"),
        ((b"MZ" + b"\0" * 99, "a.exe"), "Ce fichier n’est pas d’un type qui se joint à un texte"),
        ((DRAFT[0], "a.pdf"), "renommez-le en « .docx »"),
        ((DRAFT[0], "contrat.docx.exe"), "renommez-le en « .docx »"),
    ],
    ids=["empty", "large", "macros", "locked", "program", "misnamed", "program by its name"],
)
def test_a_file_that_cannot_be_kept_says_why_beside_the_field_and_loses_nothing(
    head: Browser, registry: Registry, file: tuple[bytes, str], said: str
) -> None:
    page = registry.send(head, [file], {"kind": "annex", "title": "Liste"}, status=422)

    (wrong,) = page.all("#file-error")
    assert wrong.startswith(f"« {file[1]} » : ")
    assert said in wrong.replace("\xa0", " ")
    assert page.one("#file")["aria-describedby"] == "file-hint file-error"
    assert (page.value("kind"), page.value("title"), registry.kept()) == ("annex", "Liste", [])


def test_nothing_is_attached_of_a_sending_of_which_one_file_is_refused(head: Browser, registry: Registry) -> None:
    page = registry.send(head, [DRAFT, (b"", "vide.pdf")], {"kind": "annex"}, status=422)

    assert (len(page.soup.select("[name=kept]")), registry.kept()) == (1, [])


def test_a_form_that_has_expired_says_that_its_file_is_not_kept(
    head: Browser, registry: Registry, ministry: Ministry
) -> None:
    head.client.delete_cookie("navette")
    head.sign_in(ministry.people.head)
    page = head.get(f"{registry.path}/new")
    head.client.delete_cookie("navette")
    head.sign_in(ministry.people.head)

    page = registry.send(head, [DRAFT], {"kind": "annex"}, page=page)

    assert "Le fichier choisi n’est pas conservé : il sera à choisir de nouveau." in page.notes
    assert page.value("kind") == "annex"


def test_a_form_without_a_file_asks_for_one(head: Browser, registry: Registry) -> None:
    page = registry.send(head, [], {"kind": "annex"}, status=422)

    assert page.all(".wrong") == ["Choisissez le fichier à joindre."]


def test_far_too_large_a_sending_tells_the_limit_and_other_forms_stay_small(head: Browser, registry: Registry) -> None:
    page = registry.send(head, [(b"x" * 36_000_000, "a.pdf")], status=413)
    assert page.h1.text == "Envoi trop volumineux"
    assert "25 Mo au plus sont acceptés en une fois" in page.text.replace("\xa0", " ")

    head.post(f"/texts/{registry.text.id}/papers", {"kind": "x" * 1_100_000}, status=413)


@pytest.mark.parametrize(
    ("given", "name"),
    [("contrat.exe.pdf", "contrat_exe.pdf"), ("../a/note.pdf", "note.pdf"), ("gpj\u202efdp.exe.pdf", "gpjfdp_exe.pdf"),
     ("<b>a & 1er.pdf", "b a & 1er.pdf"), ("مشروع.pdf", "مشروع.pdf")],
)  # fmt: skip
def test_names_are_made_safe(head: Browser, registry: Registry, given: str, name: str) -> None:
    page = registry.send(head, [(pdf("a"), given)], {"kind": "annex"})

    assert [kept[3] for kept in registry.kept()] == [name]
    assert head.download(page.link(name)).status_code == 200


def test_another_version_is_proposed_where_the_same_piece_is_there(head: Browser, registry: Registry) -> None:
    registry.attach(Told("draft_fr"), DRAFT)
    second = (word("Article 2"), "projet 2.docx")

    page = registry.send(head, [second], {"kind": "draft_fr"}, status=422)
    (wrong,) = page.all("#of-error")
    assert wrong.startswith("Le dossier a déjà cette pièce : ce fichier en serait une autre version.")
    head.press(page, BUTTON)

    assert [kept[2:] for kept in registry.kept()] == [(1, "projet.docx"), (2, "projet 2.docx")]


@pytest.mark.parametrize(("named", "status"), [(("", "b.png"), 200), (("", "a.png"), 422), (("Plan", "b.png"), 422)])
def test_of_pieces_that_a_text_has_many_of_only_a_title_or_a_name_makes_a_version(
    head: Browser, registry: Registry, named: tuple[str, str], status: int
) -> None:
    title, name = named
    registry.attach(Told("letter_in", title=title), (png(), "a.png"))

    page = registry.send(head, [(png(3), name)], {"kind": "letter_in", "title": title}, status=status)

    assert len(registry.kept()) == (2 if status == 200 else 1)
    assert len(page.all("#of-error")) == (0 if status == 200 else 1)


def test_a_proposed_version_can_be_a_piece_of_its_own(head: Browser, registry: Registry) -> None:
    registry.attach(Told("draft_fr"), DRAFT)
    page = registry.send(head, [(word("Article 2"), "projet 2.docx")], {"kind": "draft_fr"}, status=422)

    head.press(page, BUTTON, of="")

    assert [kept[2:] for kept in registry.kept()] == [(1, "projet.docx"), (1, "projet 2.docx")]


def test_another_version_begins_at_its_piece_and_is_no_other_kind(head: Browser, registry: Registry) -> None:
    registry.attach(Told("draft_fr"), DRAFT)
    page = head.follow(head.get(registry.path), "Joindre une autre version : projet.docx")
    assert page.value("kind") == "draft_fr"

    page = registry.send(head, [DRAFT], {"kind": "annex"}, page=page, status=422)
    (wrong,) = page.all("#kind-error")
    assert wrong.startswith("La pièce dont ce serait une autre version est : projet en français.")
    page = head.press(page, BUTTON, kind="draft_fr", status=422)

    assert page.all(".refused li") == ["Ce fichier est, à l’octet près, celui de la version 1 : rien n’a changé."]
    assert len(page.soup.select("[name=kept]")) == 1


def test_another_version_takes_neither_another_title_nor_another_step(head: Browser, registry: Registry) -> None:
    first = registry.attach(Told("annex", title="Plan"), (png(), "plan.png"))
    page = head.get(f"{registry.path}/new?of={first.piece_id}")
    page = registry.send(head, [(png(3), "b.png")], {"title": "Liste", "step": "1"}, page=page, status=422)
    assert page.all(".wrong") == [
        "La pièce garde son titre, « Plan » : laissez vide.",
        "Une autre version reste à l’étape de sa pièce : choisissez « aucune en particulier ».",
    ]

    head.press(page, BUTTON, title="plan", step="")

    assert registry.kept()[1] == ("annex", "Plan", 2, "b.png")
