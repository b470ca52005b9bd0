"""Templates that staff own: downloaded, edited in Word, sent, checked, tried, put in service, and given back."""

from io import BytesIO

import docx
import pytest
from docx.document import Document as Word
from sqlmodel import select

from documents.templates import factory
from models import LegalText, PaperTemplate, Role, StoredFile
from tests.documents.checking.word_files import changed, field, page, with_body
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page
from workflow.people.permissions import HOLDERS, Right

NOTE = "/templates/note_interne/fr"


def edited(words: str) -> bytes:
    """The factory note, with a paragraph typed before its first one, as somebody does it in Word."""
    word = docx.Document(BytesIO(factory("note_interne", "fr").content))
    word.paragraphs[0].insert_paragraph_before(words)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def send(browser: Browser, content: bytes, name: str = "note 2026.docx", *, status: int = 200) -> Page:
    page, typed = browser.get(NOTE), {"comment": "En-tête de 2026"}
    return browser.upload(page, "Vérifier", "file", (content, name), typed=typed, status=status)


def serve(browser: Browser, number: int) -> Page:
    page = browser.get(f"{NOTE}/{number}/service")
    return browser.press(page, "Mettre en service" if number else "Rétablir le modèle d’origine")


def word(browser: Browser, link: str) -> Word:
    return docx.Document(BytesIO(browser.download(link).data))


def words_of(document: Word) -> list[str]:
    return [paragraph.text.replace("\u00a0", " ") for paragraph in document.paragraphs]


def test_a_template_goes_from_word_to_a_paper_and_back(head: Browser, bill: LegalText) -> None:
    ours = edited("Note modifiée : {{ nature }}")
    listed = head.get("/templates").all("tbody tr")
    assert "Note interne, en français Le modèle d’origine Versions envoyées : aucune" in listed

    sent = send(head, ours)
    assert "Aucune faute : ce modèle peut être essayé, puis mis en service." in sent.text
    assert sent.all(".tags .tag") == ["brouillon"]

    shown = serve(head, 1)
    assert shown.notes == ["C’est fait : la version 1 est en service."]
    assert shown.one("#serving + p").text.startswith("La version\u00a01, mise en service par ")

    text = head.press(head.get(f"/texts/{bill.id}"), "Note interne")
    assert words_of(word(head, text.link("Ouvrir dans Word")))[0] == "Note modifiée : Projet de loi"
    assert head.download(text.link("modèle v1")).data == ours

    assert serve(head, 0).notes == ["C’est fait : le modèle d’origine est en service."]
    text = head.press(head.get(f"/texts/{bill.id}"), "Note interne")
    assert sorted(text.all("#papers a[href$=template]")) == ["modèle d’origine", "modèle v1"]
    assert head.download(text.link("modèle d’origine")).data == factory("note_interne", "fr").content


def test_faults_are_all_shown_with_their_place_and_the_file_is_kept(head: Browser) -> None:
    content = page("{{ objjet }}", "{{ objet ~ objet }}", "{% if numero %}")

    shown = send(head, content)

    assert sorted(shown.all("tbody td:first-child")) == [
        "paragraphe 1, « {{ objjet }} »", "paragraphe 2, « {{ objet ~ objet }} »", "paragraphe 3, « {% if numero %} »",
    ]  # fmt: skip
    assert shown.all(".tags .tag") == ["à corriger"]
    assert head.download(f"{NOTE}/1/file").data == content
    for path in ("service", "trial"):
        head.get(f"{NOTE}/1/{path}", status=404)
    head.post(f"{NOTE}/1/service", {"seen": "0"}, status=404)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not a Word file", "Ce n’est pas un document Word (.docx) lisible."),
        (b"", "Choisissez le fichier Word (.docx) du modèle."),
        (changed(page("x"), word__vbaProject_dot_bin=b"x"), "macros"),
        (with_body(field(" DDEAUTO c:\\\\x.exe ")), "DDEAUTO"),
    ],
    ids=["no Word file", "nothing", "macros", "a field that runs"],
)
def test_what_is_no_template_or_could_do_harm_is_told_and_not_kept(
    head: Browser, ministry: Ministry, content: bytes, said: str
) -> None:
    shown = send(head, content, status=422)

    assert said in shown.text
    assert shown.value("comment") == "En-tête de 2026"
    assert ministry.count(PaperTemplate) == ministry.count(StoredFile) == 0


def test_a_file_beyond_the_limit_is_told(head: Browser, ministry: Ministry) -> None:
    shown = send(head, bytes(10 * 1024 * 1024 + 1), status=422)

    assert "Le document est trop volumineux." in shown.text
    assert ministry.count(PaperTemplate) == 0


def test_the_same_file_is_not_kept_twice(head: Browser, ministry: Ministry) -> None:
    ours = edited("Une fois")
    send(head, ours)

    shown = send(head, ours, status=422)

    assert shown.reasons == [
        "Ce fichier est déjà la version 1 de ce modèle : il n’est pas enregistré une seconde fois."
    ]
    assert ministry.count(PaperTemplate) == 1


def test_a_name_that_misleads_is_made_plain(head: Browser, ministry: Ministry) -> None:
    send(head, edited("x"), "..\\..\\note.exe.docx")

    with ministry.session() as session:
        assert session.exec(select(PaperTemplate.file_name)).one() == "note_exe.docx"


def test_who_saw_another_template_in_service_is_told(head: Browser) -> None:
    send(head, edited("un"))
    send(head, edited("deux"))
    opened = head.get(f"{NOTE}/1/service")
    serve(head, 2)

    shown = head.press(opened, "Mettre en service", comment="le mien", status=409)

    assert "Une autre personne vient de changer le modèle en service" in shown.text
    assert shown.value("comment") == "le mien"


def test_a_template_is_tried_on_a_real_text_without_being_kept(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    send(head, edited("Essai : {{ nature }}"))
    before = ministry.count(StoredFile)
    found = head.press(head.get(f"{NOTE}/1/trial"), "Chercher", q="violences")

    response = head.download(f"{NOTE}/1/trial?text={bill.id}")

    assert any(str(bill.id) in str(tag["href"]) for tag in found.soup.select("main li a"))
    made = docx.Document(BytesIO(response.data))
    assert words_of(made)[0] == "Essai : Projet de loi"
    assert made.core_properties.title.startswith("ESSAI")
    assert "filename=ESSAI_2026-12-01_modele_note_interne_fr_v1.docx" in response.headers["Content-Disposition"]
    assert ministry.count(StoredFile) == before


def test_the_table_is_tried_as_it_stands(head: Browser) -> None:
    response = head.download("/templates/tableau/fr/0/trial")

    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert docx.Document(BytesIO(response.data)).core_properties.title.startswith("ESSAI – Tableau")


@pytest.mark.parametrize("path", ["/x/fr", "/note_interne/en", "/note_interne/fr/1", "/note_interne/fr/1/file"])
def test_what_is_not_there_is_not_found(head: Browser, path: str) -> None:
    head.get(f"/templates{path}", status=404)


@pytest.mark.parametrize("kind", ["note_interne", "bordereau_sgg", "fiche_suivi", "tableau"])
def test_the_dictionary_gives_tags_to_copy_with_what_they_say(head: Browser, kind: str) -> None:
    page = head.get(f"/templates/{kind}/fr/fields")

    assert page.all("tbody tr")[0] == "{{ ministere }} Nom du ministère, en français Ministère de la Solidarité"
    assert "{{ situation_le|date_longue }}" in page.all("code")


@pytest.mark.parametrize("role", Role)
def test_only_leaders_are_offered_templates(browser: Browser, ministry: Ministry, role: Role) -> None:
    browser.enter(ministry.people.with_role(role))

    offered = role in HOLDERS[Right.ADMINISTER] and "Modèles de documents" in browser.get("/administration").text
    assert offered is (role in HOLDERS[Right.MANAGE_TEMPLATES])
