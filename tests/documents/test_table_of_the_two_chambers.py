"""The texts that both Chambers adopted, side by side: what each passed on to the other, or said to be missing."""

from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from documents.case import Case
from documents.kinds.tables import navette
from documents.language import LANGUAGES, Language
from documents.produce import Issue, make_of_case
from documents.templates import factory
from models import LegalText
from tests.documents.office import AT, Office, Word
from tests.workflow.builders import CALENDAR, THROUGH_COMMITTEE, TO_PLENARY
from tests.workflow.pieces.made_files import word
from workflow.articles.structure import Article, Draft
from workflow.pieces.extraction import examine
from workflow.register.pieces import Told, attach

CAPTION = {"fr": "Textes adoptés par chaque Chambre, et leur différence", "ar": "نصا المجلسين والفرق بينهما"}
SAID = {
    "fr": ("Article {}", "Le gérant répond du lieu.", "Le gérant répond seul du lieu.", "Il tient un registre public."),
    "ar": ("المادة {}", "يسأل المسير عن المكان.", "يسأل المسير وحده عن المكان.", "يمسك سجلا عموميا للزوار."),
}


def drafts(language: Language) -> tuple[Draft, Draft]:
    label, kept, changed, added = SAID[language]
    articles = [Article(label.format(number), str(number), (words,)) for number, words in ((1, kept), (2, added))]
    first = Draft(language, items=(articles[0],))
    return first, Draft(language, items=(replace(articles[0], paragraphs=(changed,)), articles[1]))


def both(office: Office, text: LegalText, language: Language) -> Case:
    first, second = drafts(language)
    return replace(office.gather(text), adopted={"representants": {language: first}, "conseillers": {language: second}})


def made(case: Case, language: Language) -> Word:
    return Word(make_of_case(case, navette.KIND, Issue(language), at=AT, template=factory("navette", language)))


def test_words_that_go_and_come_are_marked(office: Office, bill: LegalText) -> None:
    lines = navette.context(both(office, bill, "fr"))["lignes"]

    assert [(each["partie"], each["premiere"], each["seconde"], each["ecart"]) for each in lines] == [
        ("Article 1", SAID["fr"][1], SAID["fr"][2], "Modification"), ("Article 2", "–", SAID["fr"][3], "Ajout"),
    ]  # fmt: skip
    assert [(each["mots"], each["ajoute"]) for each in lines[0]["difference"]] == [
        ("Le gérant répond", False), (" ", False), ("[seul]", True), (" ", False), ("du lieu.", False),
    ]  # fmt: skip
    assert [each["mots"].strip() for each in lines[1]["difference"]] == [f"[{SAID['fr'][3]}]"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_bears_the_marks_and_is_valid(
    office: Office, bill: LegalText, language: Language, tmp_path: Path
) -> None:
    paper = made(both(office, bill, language), language)
    path = tmp_path / "navette.docx"
    path.write_bytes(paper.content)

    marked = [(run.text.strip(), run.style.name) for paragraph in paper.paragraphs for run in paragraph.runs
              if run.style is not None and run.style.name == "Mot ajouté"]  # fmt: skip
    assert [words for words, _style in marked] == [
        "[seul]" if language == "fr" else "[وحده]", f"[{SAID[language][3]}]",
    ]  # fmt: skip
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
    (table,) = paper.page.element.xpath(f'//w:tbl[w:tblPr/w:tblCaption[@w:val="{CAPTION[language]}"]]')
    assert [bool(row.xpath("w:trPr/w:tblHeader")) for row in table.xpath("w:tr")] == [True, *[False] * 4]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "fr",
            "en français, aucun texte adopté par la Chambre des représentants ni par la Chambre des conseillers :",
        ),
        ("ar", "لا يتضمن الملف، باللغة العربية، أي نص صادق عليه مجلس النواب أو مجلس المستشارين؛ لذا تتعذر المقارنة."),
    ],
)
def test_texts_that_are_not_in_the_file_are_said_to_be_missing(
    office: Office, bill: LegalText, language: Language, told: str
) -> None:
    assert told in office.make(bill, "navette", language=language).words


@pytest.mark.parametrize("confidential", [False, True])
def test_what_a_chamber_adopted_is_what_it_passed_on(office: Office, *, confidential: bool) -> None:
    text = office.open("projet_de_loi", *TO_PLENARY, title_ar="مشروع قانون")
    file = examine(word("Projet de loi", "Article premier", "Le gérant répond."), "projet.docx", largest_mb=1)
    given = Told("draft_fr", confidential=confidential)
    attach(office.session, text, file, given, by=office.head, at=AT, calendar=CALENDAR)
    office.move(text, "adopt_first")
    before = office.gather(text).adopted
    office.move(text, "refer_to_other_chamber")
    for name, on, facts in THROUGH_COMMITTEE:
        office.move(text, name, on, **facts)
    after = office.gather(text).adopted

    assert before == {}
    if confidential:
        assert after == {}
    else:
        assert {chamber: list(each) for chamber, each in after.items()} == {"representants": ["fr"]}
        assert [article.paragraphs for article in after["representants"]["fr"].articles] == [("Le gérant répond.",)]
        absence = navette.context(office.gather(text))["absence"]
        assert absence.startswith("Le dossier ne contient, en français, aucun texte adopté par la Chambre des cons")
