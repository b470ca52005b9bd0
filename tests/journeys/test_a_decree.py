"""A decree from its first draft to its entry into force, with every paper that it owes."""

import re
from datetime import date
from hashlib import sha256
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import papers, registers
from tests.journeys.desk import await_papers, fill_date, follow, record, sign_in
from tests.journeys.office import Office

pytestmark = pytest.mark.browser

TITLE = "Projet de décret fixant les conditions d’ouverture des maisons d’accueil des personnes âgées"
TITLE_AR = "مشروع مرسوم بتحديد شروط فتح دور استقبال الأشخاص المسنين"
NOTE, FINANCE, ACT = "Note de présentation", "Fiche d’incidence financière", "Texte du décret"
BODIES = ("Conseil national des droits de l’Homme", "ministère de l’Intérieur")
ASKED = {"Saisi le": "01/12/2026", "Réponse attendue pour": "14/12/2026", "Avis obligatoire": "oui"}
REFUSED = (
    "Le dossier est incomplet ; il manque : note de présentation, signatures des ministres chargés de l’exécution, "
    "visa des Finances."
)
VISA = {"Autorité": "Finances", "Nature": "visa", "Donnée le": "10/12/2026", "N° du visa": "1418"}
SIGNATORIES = ("Chef du gouvernement", "ministère chargé des Finances")
ENCLOSED = (
    "P.J. : 7 pièces – bordereau d’envoi ; texte complet en langue arabe ; note de présentation ; avis obligatoires ; "
    "signatures des ministres chargés de l’exécution ; visa des Finances ; projet en français"
)
# The note was final before: it is not made anew.
FOLDER = [
    "fiche_conseil_ar_v1.docx", "fiche_conseil_fr_v1.docx", "fiche_suivi_ar_v1.docx", "fiche_suivi_fr_v1.docx",
    "note_presentation_ar_v2.docx", "note_presentation_fr_v2.docx",
]  # fmt: skip
SIGNED = "Décret n° 2-27-14 fixant les conditions d’ouverture des maisons d’accueil des personnes âgées"
IN_FORCE = "Ce décret est en vigueur depuis le 21 janvier 2027 (Bulletin officiel n° 7574 du 21 janvier 2027)."
SCAN = papers.scan()
WRITTEN = {"fr": "Rédigé par la division.", "ar": "حرره القسم."}
ARTICLES = {
    "fr": ["L’ouverture est soumise à autorisation.", "Le modèle du contrat de séjour est annexé."],
    "ar": ["يخضع الفتح لترخيص.", "يلحق نموذج عقد الإقامة بهذا المرسوم."],
}


@pytest.fixture
def live_server(office: Office) -> str:
    return office.address


def open_decree(page: Page) -> str:
    """Open the text, and give its address."""
    page.goto("/texts/new")
    page.get_by_label("Décret réglementaire").check()
    page.get_by_label("Intitulé en français").fill(TITLE)
    page.get_by_label("Intitulé en arabe").fill(TITLE_AR)
    page.get_by_label("Incidence financière").check()
    page.get_by_role("button", name="Ouvrir le texte").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    return page.url


def owed(page: Page, text: str) -> dict[str, str]:
    """Read what the next step asks of the file, each with what shows it."""
    page.goto(text)
    rows = page.locator("#owed li").all()
    return {row.evaluate("row => row.firstChild.textContent.trim()"): row.locator("small").inner_text() for row in rows}


def move(page: Page, text: str, action: str, typed: dict[str, str] | None = None, *, outcome: str = "") -> None:
    """Record a move from the page of the text, and come back to it."""
    page.goto(text)
    record(page, action, outcome, typed or {})
    page.wait_for_url(re.compile(f"^{re.escape(text)}(#.*)?$"))


def draft(page: Page, text: str) -> None:
    """Make the act in both languages, write its articles in Word, send it back: once final, it is the draft."""
    for language in ARTICLES:
        papers.make(page, text, ACT, language)
    for language, articles in ARTICLES.items():
        word = papers.completed(papers.taken(page, text, ACT, language), WRITTEN[language], articles)
        papers.send_back(page, text, word, f"{ACT}, {papers.LANGUAGES[language]}, version 2")
        papers.declare_final(page, text, ACT, language)
    page.goto(text)
    expect(page.locator("#pieces .piece-name")).to_have_text(["Projet en arabe v1", "Projet en français v1"])
    for named in ("Texte français, version 1", "Texte arabe, version 1"):
        expect(page.locator("#articles li", has_text=named)).to_contain_text("3 articles")


def consult(page: Page, text: str) -> None:
    """Ask two bodies for their opinion: one letter each, from one form, then their answers."""
    move(page, text, "Soumettre à consultation")
    for body in BODIES:
        registers.add(page, text, "Consultations", ASKED | {"Organisme ou département": body})
    page.goto(f"{text}/papers")
    for box in page.locator("fieldset", has_text="Saisine pour avis").get_by_role("checkbox").all():
        box.check()
    page.locator("#each-ar").check()
    follow(page, page.get_by_role("button", name="Produire les papiers cochés"))
    await_papers(page, 4)
    page.goto(f"{text}/papers")
    for number, body in enumerate(BODIES, 1):
        for language in papers.LANGUAGES:
            words = papers.words_of(papers.taken(page, text, f"Saisine pour avis – {body} (n° {number})", language))
            assert {"fr": "14 décembre 2026", "ar": "14 ديسمبر 2026"}[language] in words


def complete_the_file(page: Page, text: str) -> None:
    """Be refused with the names of what is missing, produce or attach each from there, and be let through."""
    page.goto(text)
    page.locator(".do").get_by_role("link", name="Valider le projet").click()
    page.locator("#record").click()
    expect(page.get_by_role("alert")).to_contain_text(REFUSED)
    page.locator("#owed").get_by_role("button", name="Produire : note de présentation en arabe").click()
    expect(page.get_by_role("status")).to_contain_text("Le papier est prêt")
    papers.finish(page, text, NOTE, language="ar", words=WRITTEN["ar"])
    papers.make(page, text, NOTE, "fr")
    papers.finish(page, text, NOTE, language="fr", words=WRITTEN["fr"])
    assert owed(page, text)["note de présentation"] == "pièce jointe"
    papers.make(page, text, FINANCE, "fr")
    papers.finish(page, text, FINANCE, language="fr", words=WRITTEN["fr"])
    registers.add(page, text, "Signatures et visas", VISA)
    assert owed(page, text)["visa des Finances"] == "au registre"
    page.locator("#owed li", has_text="signatures des ministres").get_by_role("link", name="Joindre").click()
    page.get_by_label("Fichier").set_input_files(papers.file("accords.pdf", SCAN))
    page.get_by_role("button", name="Joindre").click()
    assert set(owed(page, text).values()) == {"pièce jointe", "au registre"}
    move(page, text, "Valider le projet")
    expect(page.locator(".sentence")).to_contain_text("La préparation de ce projet de décret est achevée")


def send_to_sgg(page: Page, text: str) -> None:
    for language in papers.LANGUAGES:
        papers.make(page, text, "Lettre d’envoi au SGG", language)
    assert ENCLOSED in papers.words_of(papers.taken(page, text, "Lettre d’envoi au SGG"))
    move(page, text, "Transmettre au SGG")
    papers.make(page, text, "Bordereau d’envoi au SGG", "ar")
    for language, first in (("fr", "Pièce d’un dossier complet"), ("ar", "وثائق الملف الكامل")):
        lines = papers.words_of(papers.taken(page, text, "Bordereau d’envoi au SGG", language)).split("\n")
        start = lines.index(first)  # three columns: the item, its state, its basis
        states = lines[start + 4 : start + 3 + 30 : 3]
        assert len([state for state in states if state.startswith(("☑", "–"))]) == 10


def go_before_the_council(page: Page, office: Office, text: str) -> None:
    move(page, text, "Enregistrer l’ouverture de l’examen au SGG")
    page.get_by_role("link", name="Conseil", exact=True).click()
    row = page.locator("table.council tr", has_text=TITLE)
    expect(row).to_contain_text("À distribuer au plus tard le lundi 14 déc. 2026")
    office.turn_to(date(2026, 12, 14))
    move(page, text, "Enregistrer la distribution aux membres du gouvernement", {"Date du Conseil visé": "24/12/2026"})
    move(page, text, "Inscrire à l’ordre du jour du Conseil", {"Date du Conseil visé": "24/12/2026"})
    page.goto("/council/2026-12-24")
    follow(page, page.get_by_role("button", name="Dossier du ministre"))
    await_papers(page, 4)
    with page.expect_download() as found:
        page.get_by_role("link", name="Télécharger le tout (.zip)").click()
    with ZipFile(found.value.path()) as package:
        names = [name for name in package.namelist() if name.endswith(".docx")]
    assert sorted(re.sub(r"^.*conditions-d_", "", name) for name in names) == FOLDER
    office.turn_to(date(2026, 12, 24))
    page.goto("/council")
    page.get_by_role("link", name="Enregistrer les résultats").click()
    page.get_by_label("Adopté", exact=True).check()
    page.get_by_role("button", name="Enregistrer les résultats").click()
    expect(page.get_by_role("row", name=TITLE)).to_contain_text("Adopté en Conseil de gouvernement")
    expect(page.get_by_text("Aucun texte du ministère n’y est encore inscrit")).to_have_count(0)
    assert "Fiche pour le porte-parole du gouvernement" in papers.offered(page, text)


def sign(page: Page, office: Office, text: str) -> None:
    office.turn_to(date(2026, 12, 28))
    move(page, text, "Envoyer à la signature")
    move(page, text, "Indiquer les autorités signataires", {"Autorités qui doivent signer": chr(10).join(SIGNATORIES)})
    word = papers.replaced(papers.taken(page, text, ACT, "ar"), {"المنعقد بتاريخ ………": "المنعقد بتاريخ 15 رجب 1448"})
    papers.send_back(page, text, word, f"{ACT}, en arabe, version 3", drawn=True)
    papers.declare_final(page, text, ACT, "ar")
    office.turn_to(date(2027, 1, 4))
    for name in SIGNATORIES:
        page.goto(f"{text}/papers")
        papers.sheet(page, ACT, "ar").get_by_role("link", name=re.compile("^Joindre")).click()
        page.get_by_label("Version signée numérisée").set_input_files(papers.file("signe.pdf", SCAN))
        page.get_by_label("Cette version clôt la signature de").select_option(label=name)
        fill_date(page, "Jour de la signature", "4/1/2027")
        page.get_by_role("button", name="Joindre").click()
        expect(page.get_by_role("status")).to_contain_text("La version signée est jointe")
    move(page, text, "Enregistrer le texte signé", {"Numéro du texte": "2-27-14"})
    expect(page.get_by_role("heading", level=1)).to_have_text(SIGNED)


def publish(page: Page, office: Office, text: str) -> None:
    for language in papers.LANGUAGES:
        assert "Demande de publication" in papers.offered(page, text)
        papers.make(page, text, "Demande de publication", language)
    words = papers.words_of(papers.taken(page, text, "Demande de publication"))
    assert f"Signataires\n{', '.join(SIGNATORIES)}" in words
    assert f"Empreinte SHA-256 du fichier\n{sha256(SCAN).hexdigest()}" in words
    office.turn_to(date(2027, 1, 11))
    move(page, text, "Enregistrer l’envoi à l’Imprimerie officielle")
    office.turn_to(date(2027, 1, 21))
    move(page, text, "Enregistrer la publication au Bulletin officiel", {"Bulletin officiel n°": "7574"})
    move(page, text, "Enregistrer la règle d’entrée en vigueur", outcome="Dès la publication")
    expect(page.locator(".sentence")).to_have_text(IN_FORCE)
    offered = papers.offered(page, text)
    assert "Demande de rectificatif" in offered
    assert not {ACT, NOTE, FINANCE, "Demande de publication"} & set(offered)


def test_a_decree_with_every_paper_that_it_owes(page: Page, office: Office) -> None:
    sign_in(page, "cheffe")
    text = open_decree(page)
    move(page, text, "Commencer la rédaction")
    assert set(owed(page, text).values()) == {"manque"}
    draft(page, text)
    assert owed(page, text)["texte complet en langue arabe"] == "pièce jointe"
    consult(page, text)
    office.turn_to(date(2026, 12, 10))
    cells = {"Sens de l’avis": "favorable", "Répondu le": "09/12/2026"}
    registers.answer(page, text, "Consultations", {1: cells, 2: cells})
    move(page, text, "Soumettre à la hiérarchie")
    complete_the_file(page, text)
    send_to_sgg(page, text)
    go_before_the_council(page, office, text)
    sign(page, office, text)
    publish(page, office, text)
