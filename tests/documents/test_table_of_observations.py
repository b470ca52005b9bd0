"""The synthesis of observations and that of the comments of the public: rows, order, totals, the words of both."""

from dataclasses import replace
from typing import Any

import pytest
from docx.oxml.ns import qn

from documents.kinds.tables import commentaires_public, observations
from documents.kinds.tables.cells import article_place, article_shown
from documents.language import LANGUAGES, Language
from documents.missing import is_missing
from models import LegalText, PieceVersion
from tests.documents.office import AT, Office, plain
from tests.workflow.builders import CALENDAR, TO_SGG, moved
from tests.workflow.pieces.made_files import word
from tests.workflow.registers.desk import new, tell
from workflow.articles.structure import Article, Draft
from workflow.pieces.extraction import examine
from workflow.register.pieces import Told, attach

TOLD: tuple[dict[str, Any], ...] = (
    {"body": "Ministère de la Justice", "article": "4", "observation": "Préciser le délai.", "position": "kept",
     "wording": "Dans les trente jours.", "replied_on": "2018-03-15"},
    {"body": "cndh", "article": "article 12", "observation": "Supprimer l’article.", "position": "rejected",
     "reason": "Article nécessaire.", "replied_on": "2018-03-15"},
    {"body": "Ministère de la Justice", "observation": "Revoir le plan.", "position": "open",
     "replied_on": "2018-03-15"},
    {"body": "cndh", "article": "4", "observation": "Motiver la décision.", "position": "partly",
     "reason": "Relève du règlement.", "replied_on": "2018-03-15"},
    {"body": "Public", "article": "المادة الأولى", "observation": "Définir l’objet."},
)  # fmt: skip
LISTED = {
    "fr": "Observations par article, et suite donnée à chacune",
    "ar": "الملاحظات حسب المواد ومآل كل منها",
}
TOTALS = {"fr": "Observations par département et par suite", "ar": "الملاحظات حسب القطاعات والمآل"}
BODIES = {"fr": "Organismes consultés, et leurs réponses", "ar": "الهيئات المستشارة وأجوبتها"}


@pytest.fixture
def decree(office: Office) -> LegalText:
    text = office.open("decret", title_fr="Projet de décret sur les gares", title_ar="مشروع مرسوم", on="2018-02-01")
    tell(office, text, "observations", [new(n, received_on="2018-03-10", **told) for n, told in enumerate(TOLD, 1)])
    return text


def attached(office: Office, text: LegalText, told: Told, words: str) -> PieceVersion:
    file = examine(word(words), "projet.docx", largest_mb=1)
    return attach(office.session, text, file, told, by=office.head, at=AT, calendar=CALENDAR)


def article(language: str, words: str) -> dict[str, Draft]:
    return {language: Draft(language, items=(Article("Art. 4", "4", (words,)),))}


def test_observations_stand_in_the_order_of_the_articles_then_of_the_bodies(office: Office, decree: LegalText) -> None:
    case = replace(office.gather(decree), drafts=article("fr", "L’autorité statue."))

    said = observations.context(case, "fr")["observations"]

    assert [list(each.values()) for each in said] == [
        ["3", "Ministère de la Justice", "Général", "–", "Revoir le plan.", "À arbitrer", "–", "–", False],
        ["5", "Public", "Premier", "–", "Définir l’objet.", "En attente", "–", "–", False],
        ["4", "Conseil national des droits de l’Homme", "4", "L’autorité statue.", "Motiver la décision.",
         "Retenue partiellement", "Relève du règlement.", "–", False],
        ["1", "Ministère de la Justice", "4", "L’autorité statue.", "Préciser le délai.", "Retenue", "–",
         "Dans les trente jours.", False],
        ["2", "Conseil national des droits de l’Homme", "12", "–", "Supprimer l’article.", "Non retenue",
         "Article nécessaire.", "–", False],
    ]  # fmt: skip


def test_the_same_rows_are_told_in_arabic(office: Office, decree: LegalText) -> None:
    case = replace(office.gather(decree), drafts=article("ar", "تبت السلطة."))

    said = observations.context(case, "ar")["observations"]

    assert [[*list(each.values())[:4], each["suite"]] for each in said] == [
        ["3", "وزارة العدل", "عام", "–", "للتحكيم"],
        ["5", "العموم", "الأولى", "–", "في الانتظار"],
        ["4", "المجلس الوطني لحقوق الإنسان", "4", "تبت السلطة.", "مأخوذ بها جزئيا"],
        ["1", "وزارة العدل", "4", "تبت السلطة.", "مأخوذ بها"],
        ["2", "المجلس الوطني لحقوق الإنسان", "12", "–", "غير مأخوذ بها"],
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_totals_are_those_of_the_rows(office: Office, decree: LegalText, language: Language) -> None:
    paper = office.make(decree, "observations", language=language)
    rows, totals = paper.table(LISTED[language])[1:], paper.table(TOTALS[language])[1:]

    fates = {"fr": ["Retenue", "Retenue partiellement", "Non retenue", "À arbitrer", "En attente"],
             "ar": ["مأخوذ بها", "مأخوذ بها جزئيا", "غير مأخوذ بها", "للتحكيم", "في الانتظار"]}[language]  # fmt: skip
    bodies = sorted({row[1] for row in rows})
    counted = [[[row[5] for row in rows if row[1] == body].count(fate) for fate in fates] for body in bodies]
    assert [row[0] for row in totals] == [*bodies, "Total" if language == "fr" else "المجموع"]
    assert [[int(cell) for cell in row[1:]] for row in totals[:-1]] == [[*each, sum(each)] for each in counted]
    assert [int(cell) for cell in totals[-1][1:]] == [sum(each) for each in zip(*counted, strict=True)] + [len(rows)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_is_on_every_page_and_a_long_row_goes_on(
    office: Office, decree: LegalText, language: Language
) -> None:
    tell(office, decree, "observations", [new(1, article="5", observation="Une phrase assez longue. " * 20)])
    page = office.make(decree, "observations", language=language).page

    (listed,) = [each for each in page.tables if each._tbl.xpath(f'w:tblPr/w:tblCaption[@w:val="{LISTED[language]}"]')]  # noqa: SLF001
    marks = [[bool(row._tr.xpath(f"w:trPr/w:{mark}")) for mark in ("tblHeader", "cantSplit")] for row in listed.rows]  # noqa: SLF001
    assert marks == [[True, True], *[[False, True]] * 4, [False, False], [False, True]]
    assert int(page.sections[0]._sectPr.find(qn("w:pgSz")).get(qn("w:w"))) > 16_000  # noqa: SLF001


def test_bodies_are_listed_with_the_day_asked_and_the_answer_or_its_absence(office: Office, decree: LegalText) -> None:
    asked = {"asked_on": "2018-03-01", "answer_by": "2018-03-15"}
    tell(office, decree, "consultations", [
        new(1, body="cndh", **asked), new(2, body="Ministère de la Justice", asked_on="2018-03-02"),
    ])  # fmt: skip
    office.move(decree, "receive_opinion", "2018-03-12", body="cndh", answer="reserved")

    french, arabic = (office.make(decree, "observations", language=language) for language in LANGUAGES)

    assert french.table(BODIES["fr"])[1:] == [
        ["Conseil national des droits de l’Homme", "1er mars 2018", "15 mars 2018",
         "Favorable avec réserves – 12 mars 2018"],
        ["Ministère de la Justice", "2 mars 2018", "–", "Sans réponse"],
    ]  # fmt: skip
    assert arabic.table(BODIES["ar"])[1:] == [
        ["المجلس الوطني لحقوق الإنسان", "فاتح مارس 2018", "15 مارس 2018", "موافق مع تحفظات – 12 مارس 2018"],
        ["وزارة العدل", "2 مارس 2018", "–", "دون جواب"],
    ]
    assert dict(french.table("Version examinée et date limite de réponse"))["Date limite de réponse"] == "15 mars 2018"


def test_the_version_examined_is_the_one_at_hand_when_opinions_were_asked(office: Office) -> None:
    text = office.open("decret", title_fr="Projet de décret", on="2018-02-01")
    before = observations.context(office.gather(text))["version_examinee"]
    first = attached(office, text, Told("draft_fr"), "Un")
    attached(office, text, Told("", of=first.piece_id), "Deux")
    tell(office, text, "consultations", [new(1, body="cndh", asked_on="2018-03-01")])
    attached(office, text, Told("", of=first.piece_id), "Trois")

    case = office.gather(text)

    assert is_missing(before)
    assert observations.context(case)["version_examinee"] == "Projet en français, version 2, versée le 20 mars 2018"
    assert (
        plain(observations.context(case, "ar")["version_examinee"])
        == "المشروع بالفرنسية، الصيغة 2، بتاريخ 20 مارس 2018"
    )


def test_a_reason_that_is_owed_and_not_told_is_missing(office: Office, decree: LegalText) -> None:
    (first, *rest) = office.gather(decree).items
    case = replace(office.gather(decree), items=(replace(first, values=first.values | {"position": "partly"}), *rest))

    reasons = [each["motif"] for each in observations.context(case)["observations"]]

    assert [is_missing(each) for each in reasons] == [False, False, False, True, False]


@pytest.mark.parametrize(
    ("words", "rank", "shown", "shown_ar"),
    [
        ("", 0, "Général", "عام"), ("Général", 0, "Général", "عام"), ("ملاحظات عامة", 0, "Général", "عام"),
        ("Préambule", 1, "Préambule", "Préambule"), ("article premier", 2, "Premier", "الأولى"),
        ("l’article 12", 2, "12", "12"), ("Art. 4 bis", 2, "4 bis", "4 مكررة"), ("4 ter", 2, "4 ter", "4 مكررة مرتين"),
        ("articles 3 et 7", 2, "3 et 7", "3 et 7"), ("المادتان 4 و5", 2, "4 و5", "4 و5"),
        ("article unique", 2, "Unique", "الفريدة"), ("Artisanat", 3, "Artisanat", "Artisanat"),
        ("annexe 2", 3, "Annexe 2", "annexe 2"),
    ],
)  # fmt: skip
def test_articles_are_read_as_people_type_them(words: str, rank: int, shown: str, shown_ar: str) -> None:
    assert article_place(words)[0] == rank
    assert (article_shown(words, "fr"), article_shown(words, "ar")) == (shown, shown_ar)


def test_articles_added_between_two_others_stand_between_them() -> None:
    assert sorted(["5", "4 ter", "4", "12", "4 bis"], key=article_place) == ["4", "4 bis", "4 ter", "5", "12"]


def test_comments_of_the_public_are_grouped_by_article_with_their_answers(office: Office, decree: LegalText) -> None:
    tell(office, decree, "observations", [
        new(1, body="commentaires du public", article="art. 1", observation="Simplifier.", position="rejected",
            reason="Hors du champ.", replied_on="2018-03-15"),
        new(2, body="العموم", observation="Un bon texte."),
    ])  # fmt: skip
    case = office.gather(decree)

    assert [list(each.values()) for each in commentaires_public.context(case)["themes"]] == [
        ["Général", "1", "Un bon texte.", "En attente", False],
        ["Article premier", "2", "n° 5 : Définir l’objet.\nn° 6 : Simplifier.",
         "n° 5 : En attente\nn° 6 : Non retenu. Hors du champ.", False],
    ]  # fmt: skip
    assert [each["theme"] for each in commentaires_public.context(case, "ar")["themes"]] == ["عام", "المادة الأولى"]


@pytest.mark.parametrize(
    ("language", "caption"),
    [("fr", "Commentaires du public par thème, et réponses"), ("ar", "ملاحظات العموم حسب المواضيع والأجوبة عنها")],
)
def test_where_no_comment_is_recorded_the_frame_is_left_to_fill(
    office: Office, language: Language, caption: str
) -> None:
    rows = office.make(office.open("decret"), "commentaires_public", language=language).table(caption)[1:]

    assert rows == [["………………", "……", "………………………………", "………………………………"]] * 6


@pytest.mark.parametrize(("language", "told"), [
    ("fr", "En ligne depuis le 12 mars 2018, pour quinze jours au moins, soit jusqu’au 27 mars 2018 (7 jours"),
    ("ar", "منشور إلكترونيا منذ 12 مارس 2018، لمدة خمسة عشر يوما على الأقل، إلى غاية 27 مارس 2018 (المتبقي: 7 أيام)."),
])  # fmt: skip
def test_the_period_of_comments_runs_on_the_paper(office: Office, language: Language, told: str) -> None:
    text = office.open("decret", *TO_SGG, moved("publish_for_comments", "2018-03-12"), title_ar="مشروع مرسوم")
    never = office.make(office.open("decret"), "commentaires_public", language=language)

    assert told in office.make(text, "commentaires_public", language=language).words
    assert told[:15] not in never.words
