"""What each letter asks, of whom, over kinds of text and states, in both languages."""

from datetime import date

import pytest

from documents.case import Case
from documents.catalogue import KINDS
from documents.kind import Kind
from documents.kinds.letters.lateness import late
from documents.language import LANGUAGES, Language
from documents.templates import dictionary
from models import LegalText
from tests.documents.checking.test_dictionaries import differences
from tests.documents.office import Office, Word
from tests.documents.test_slip_of_pieces import attach_pieces
from tests.workflow.builders import TO_ADOPTED, TO_PUBLISHED
from tests.workflow.registers.desk import new, tell

LETTERS = (
    "lettre_sgg", "saisine", "position_proposition", "depot_chambre", "relance", "demande_publication", "rectificatif",
)  # fmt: skip
EACH = pytest.mark.parametrize("language", LANGUAGES)


def made(office: Office, text: LegalText, kind: str, about: str = "", *, language: Language = "fr") -> Word:
    return office.make(text, kind, language=language, about=about)


@pytest.fixture
def decree(office: Office) -> LegalText:
    """Give a decree on which two bodies were asked, the second on an urgent footing, in January 2018."""
    text = office.open("decret", title_fr="Projet de décret", title_ar="مشروع مرسوم", on="2018-01-02")
    office.move(text, "assign_drafter", "2018-01-03")
    office.move(text, "ask_opinion", "2018-01-14", body="cndh", answer_by="2018-02-28", compulsory="yes")
    office.move(text, "ask_opinion", "2018-01-14", body="ministry_of_justice", answer_by="2018-05-31", urgent="yes")
    return text


@EACH
@pytest.mark.parametrize("code", LETTERS)
def test_each_letter_says_what_its_dictionary_names(  # noqa: PLR0917 - two texts, and a table
    office: Office, bill: LegalText, decree: LegalText, code: str, language: Language
) -> None:
    kind: Kind[Case] = KINDS[code]
    fields = dictionary(code, language).fields

    assert [differences(fields, kind.context(office.gather(text), language)) for text in (decree, bill)] == [[], []]


def test_each_body_consulted_has_its_letter_under_a_name_of_its_own(office: Office, decree: LegalText) -> None:
    abouts = KINDS["saisine"].abouts
    assert abouts is not None
    codes = [each.code for each in abouts(office.gather(decree))]

    names = [office.produce(office.want(decree, "saisine", about=code)).file_name for code in codes]

    assert codes == ["1-cndh", "2-ministry-of-justice"]
    assert names == [
        "2018-03-20_decret_projet-de-decret_saisine_1-cndh_fr_v1.docx",
        "2018-03-20_decret_projet-de-decret_saisine_2-ministry-of-justice_fr_v1.docx",
    ]


@pytest.mark.parametrize(
    ("about", "language", "to", "said", "unsaid"),
    [
        ("1-cndh", "fr", "Monsieur/Madame le/la Président(e) du Conseil national des droits de l’Homme",
         "Votre réponse est attendue au plus tard le 28 février 2018.", "L’urgence étant déclarée"),
        ("1-cndh", "ar", "السيد(ة) رئيس(ة) المجلس الوطني لحقوق الإنسان",
         "وجوابكم منتظر داخل أجل أقصاه 28 فبراير 2018.", "الاستعجال"),
        ("2-ministry-of-justice", "fr", "Monsieur/Madame le/la Ministre de la Justice",
         "L’urgence étant déclarée, votre réponse est attendue au plus tard le 31 mai 2018.", "Votre avis est requis"),
        ("2-ministry-of-justice", "ar", "السيد(ة) وزير(ة) العدل",
         "ونظرا لحالة الاستعجال المعلنة، فإن جوابكم منتظر داخل أجل أقصاه 31 ماي 2018.", "ورأيكم مطلوب"),
    ],
)  # fmt: skip
def test_an_opinion_is_asked_for_its_day(  # noqa: PLR0917 - a table
    office: Office, decree: LegalText, about: str, language: Language, to: str, said: str, unsaid: str
) -> None:
    words = made(office, decree, "saisine", about, language=language).words.replace("\u200e", "").split("\n")

    assert to in words
    assert said in words
    assert not any(unsaid in line for line in words)


def test_only_what_others_owe_and_is_late_is_recalled(office: Office, decree: LegalText) -> None:
    case = office.gather(decree)

    assert [(each.code, each.body, each.days(case)) for each in late(case)] == [("opinion-1", "cndh", 20)]
    assert late(office.gather(decree, date(2018, 2, 28))) == []


def recall(office: Office, text: LegalText, *letters: tuple[str, str, str]) -> None:
    rows = [
        new(direction="out", recipient="cndh", order_number=number, dated_on=on, object=words)
        for number, on, words in letters
    ]
    tell(office, text, "letters", rows)


ASKED = ("41/DL", "2018-01-14", "Demande d’avis")
FIRST, SECOND = ("77/DL", "2018-03-05", "Rappel – avis"), ("90/DL", "2018-03-12", "Deuxième rappel")
SECOND_REQUEST = (
    "Mesurant la charge de vos services, je me permets d’insister pour qu’il y soit donné suite avant le ………………………."
)
LAST_REQUEST = (
    "Ce rappel est le dernier que je me permets de vous adresser avant que la suite à donner au dossier soit arrêtée ; "
    "je vous saurais gré de l’attention que vous voudrez bien y porter avant le ………………………."
)
LEVELS = [
    ([], "Rappel", "ma lettre n° ……… du ………",
     "Je vous saurais gré de bien vouloir y donner suite avant le ………………………."),
    ([ASKED], "Rappel", "ma lettre n° 41/DL du 14 janvier 2018",
     "Je vous saurais gré de bien vouloir y donner suite avant le ………………………."),
    ([ASKED, FIRST], "Deuxième rappel",
     "ma lettre n° 41/DL du 14 janvier 2018 ; mon rappel n° 77/DL du 5 mars 2018",
     SECOND_REQUEST),
    ([ASKED, FIRST, SECOND], "Dernier rappel",
     "ma lettre n° 41/DL du 14 janvier 2018 ; mon rappel n° 77/DL du 5 mars 2018 ; mon rappel n° 90/DL du 12 mars 2018",
     LAST_REQUEST),
]  # fmt: skip


@pytest.mark.parametrize(("letters", "rank", "reference", "request_"), LEVELS)
def test_a_reminder_presses_more_each_time_that_one_was_sent(  # noqa: PLR0917 - a table
    office: Office, decree: LegalText, letters: list[tuple[str, str, str]], rank: str, reference: str, request_: str
) -> None:
    if letters:
        recall(office, decree, *letters)

    lines = made(office, decree, "relance", "opinion-1").words.split("\n")

    assert f"Objet : {rank} – Projet de décret" in lines
    assert f"Réf. : {reference}" in lines
    assert request_ in lines
    assert (
        "Par ma lettre visée en référence, je sollicitais votre avis sur le projet de décret dont l’intitulé figure en "
        "objet. L’échéance en était fixée au 28 février 2018 ; sauf erreur de ma part, aucune suite ne m’est encore "
        "parvenue, 20 jours après cette date."
    ) in lines


def test_a_reminder_in_arabic_is_as_courteous(office: Office, decree: LegalText) -> None:
    recall(office, decree, ASKED, FIRST)

    lines = made(office, decree, "relance", "opinion-1", language="ar").words.replace("\u200e", "").split("\n")

    assert "الموضوع: تذكير ثان بشأن مشروع مرسوم" in lines
    assert (
        "وبعد، تذكيرا برسالتي المشار إليها في المرجع أعلاه، التي التمست فيها رأيكم بشأن مشروع المرسوم المشار إليه في "
        "الموضوع، يشرفني أن أحيطكم علما بأن أجل ذلك كان محددا في 28 فبراير 2018، ولم أتوصل بعد، ما لم يكن هناك سهو، "
        "بما يفيد إنجازه، رغم مرور 20 يوما على هذا التاريخ."
    ) in lines


@pytest.mark.parametrize(
    ("social", "first", "french", "arabic"),
    [
        (True, "conseillers", "Monsieur/Madame le/la Président(e) de la Chambre des conseillers",
         "السيد(ة) رئيس(ة) مجلس المستشارين"),
        (False, "representants", "Monsieur/Madame le/la Président(e) de la Chambre des représentants",
         "السيد(ة) رئيس(ة) مجلس النواب"),
    ],
)  # fmt: skip
def test_a_deposit_is_signed_by_the_head_of_government_and_proposes_a_chamber(
    office: Office, first: str, french: str, arabic: str, *, social: bool
) -> None:
    moves = [(name, "2018-03-15" if name == "adopt_in_council" else on, facts) for name, on, facts in TO_ADOPTED]
    text = office.open("projet_de_loi", *moves, title_fr="Projet de loi", title_ar="مشروع قانون", social_matter=social)
    abouts = KINDS["depot_chambre"].abouts
    assert abouts is not None
    lines = made(office, text, "depot_chambre").words.split("\n")

    assert abouts(office.gather(text))[0].code == first
    assert {"LE CHEF DU GOUVERNEMENT", "Le Chef du gouvernement", "Le Chef du gouvernement,", french} <= set(lines)
    assert (
        "J’ai l’honneur de déposer sur le bureau de la Chambre que vous présidez, conformément à l’article 78 de la "
        "Constitution et à l’article 21 de la loi organique n° 065-13, le projet de loi cité en objet, adopté par le "
        "Conseil de gouvernement réuni le 15 mars 2018."
    ) in lines
    assert any("proposée en premier" in line for line in lines) == social
    assert arabic in made(office, text, "depot_chambre", language="ar").words.split("\n")


def test_a_request_to_publish_prints_the_hash_of_the_signed_version(office: Office) -> None:
    text = office.open("decret", *TO_ADOPTED, title_fr="Projet de décret", title_ar="مشروع مرسوم")
    before = dict(made(office, text, "demande_publication").table("Texte à publier"))
    attach_pieces(office, text, "signed_scan", "annex")
    after = dict(made(office, text, "demande_publication").table("Texte à publier"))

    (sha256,) = (step.facts["sha256"] for step in office.gather(text).situation.done
                 if step.facts.get("piece") == "signed_scan")  # fmt: skip
    hashed = "Empreinte SHA-256 du fichier"
    assert (before[hashed], before["Annexes"], before["Signé le"]) == ("………", "………", "………")
    assert (after[hashed], after["Annexes"]) == (sha256, "1")


@EACH
def test_a_rectification_cites_the_bulletin_and_leaves_the_errors_to_be_written(
    office: Office, language: Language
) -> None:
    text = office.open("projet_de_loi", *TO_PUBLISHED, title_fr="Projet de loi", title_ar="مشروع قانون")
    words = made(office, text, "rectificatif", language=language).words.replace("\u200e", "")

    said = {
        "fr": "publié au Bulletin officiel n° 6655 du 23 joumada II 1439 (12 mars 2018), page ……….",
        "ar": "المنشور بالجريدة الرسمية عدد 6655 بتاريخ",
    }
    assert said[language] in words


def test_a_position_is_written_to_the_sgg_with_reasons_and_a_contact(office: Office) -> None:
    text = office.open("proposition_de_loi", title_fr="Proposition de loi", title_ar="مقترح قانون", on="2018-01-02")

    french = made(office, text, "position_proposition")
    arabic = made(office, text, "position_proposition", language="ar").words.replace("\u200e", "")

    assert french.table("Cases à cocher") == [["☐ Acceptation totale", "☐ Acceptation partielle", "☐ Rejet"]]
    assert dict(french.table("La proposition"))["Auteurs"] == "………"
    assert (
        "Interlocuteur désigné. Nom, qualité, téléphone et adresse électronique : ………………………………… (rang de directeur au "
        "moins : décret n° 2-23-965, art. 6)."
    ) in french.words
    assert "بطاقة موقف من مقترح قانون" in arabic
