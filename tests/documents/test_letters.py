"""What each letter asks, of whom, over kinds of text and states, in both languages."""

import pytest

from documents.case import Case
from documents.catalogue import KINDS
from documents.kind import Kind
from documents.language import LANGUAGES, Language
from documents.templates import dictionary
from models import LegalText
from tests.documents.checking.test_dictionaries import differences
from tests.documents.office import Office, Word
from tests.documents.test_slip_of_pieces import attach_pieces
from tests.workflow.builders import TO_ADOPTED

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
         "والمرجو موافاتي بجوابكم داخل أجل أقصاه 28 فبراير 2018.", "الاستعجال"),
        ("2-ministry-of-justice", "fr", "Monsieur/Madame le/la Ministre de la Justice",
         "L’urgence étant déclarée, votre réponse est attendue au plus tard le 31 mai 2018.", "Votre avis est requis"),
        ("2-ministry-of-justice", "ar", "السيد(ة) وزير(ة) العدل",
         "ونظرا لحالة الاستعجال المعلنة، فالمرجو موافاتي بجوابكم داخل أجل أقصاه 31 ماي 2018.", "ورأيكم مطلوب"),
    ],
)  # fmt: skip
def test_an_opinion_is_asked_for_its_day(  # noqa: PLR0917 - a table
    office: Office, decree: LegalText, about: str, language: Language, to: str, said: str, unsaid: str
) -> None:
    words = made(office, decree, "saisine", about, language=language).words.replace("\u200e", "").split("\n")

    assert to in words
    assert said in words
    assert not any(unsaid in line for line in words)


def asked(office: Office, *, language: Language, **facts: str) -> list[str]:
    """Give the body of the letter that asks a body, from its greeting to its contact."""
    text = office.open("decret", title_fr="Projet de décret", title_ar="مشروع مرسوم", on="2018-01-02")
    office.move(text, "assign_drafter", "2018-01-03")
    office.move(text, "ask_opinion", "2018-01-14", **facts)
    lines = made(office, text, "saisine", language=language).words.replace("\u200e", "").split("\n")
    start = next(place for place, line in enumerate(lines) if line.startswith(("J’ai l’honneur", "وبعد")))
    return lines[start + 1 : start + 4]


@pytest.mark.parametrize(
    ("language", "facts", "words"),
    [
        ("fr", {"body": "cese", "compulsory": "yes", "asked_about": "articles 3 et 12."}, [
            ("Votre avis est requis en application de l’article ……… de la loi organique n° 128-12 ; il doit être joint "
            "au dossier transmis au Secrétariat général du gouvernement (décret n° 2-20-740, article 3)."),
            ("Je vous saurais gré de bien vouloir me faire part de votre avis et de vos observations sur l’ensemble du "
            "texte, et plus particulièrement sur les points suivants : articles 3 et 12, en utilisant la grille "
            "ci-jointe."),
            "Votre réponse est attendue au plus tard le 14 mars 2018.",
        ]),
        ("ar", {"body": "cspj", "compulsory": "yes", "urgent": "yes", "asked_about": "المادتان 3 و12"}, [
            ("ورأيكم مطلوب تطبيقا للمادة ……… من القانون التنظيمي رقم 100.13، ويتعين إرفاقه بالملف المحال على الأمانة "
            "العامة للحكومة (المرسوم رقم 2.20.740، المادة 3)."),
            ("وألتمس منكم التفضل بموافاتي برأيكم وملاحظاتكم بشأن النص في مجمله، ولا سيما النقط التالية: المادتان 3 "
            "و12، باستعمال الجدول المرفق."),
            "ونظرا لحالة الاستعجال المعلنة، فالمرجو موافاتي بجوابكم داخل أجل أقصاه 3 فبراير 2018.",
        ]),
        ("fr", {"body": "cndh", "compulsory": "yes"}, [
            ("Votre avis est requis en application de l’article ……… de ……………… ; il doit être joint au dossier transmis "
            "au Secrétariat général du gouvernement (décret n° 2-20-740, article 3)."),
            ("Je vous saurais gré de bien vouloir me faire part de votre avis et de vos observations sur l’ensemble du "
            "texte, et plus particulièrement sur ses articles ………………, en utilisant la grille ci-jointe."),
            "Votre réponse est attendue au plus tard le ……….",
        ]),
        ("ar", {"body": "cndh", "compulsory": "yes"}, [
            ("ورأيكم مطلوب تطبيقا للمادة ……… من ………………، ويتعين إرفاقه بالملف المحال على الأمانة العامة للحكومة "
            "(المرسوم رقم 2.20.740، المادة 3)."),
            ("وألتمس منكم التفضل بموافاتي برأيكم وملاحظاتكم بشأن النص في مجمله، ولا سيما المواد ……………… منه، باستعمال "
            "الجدول المرفق."),
            "والمرجو موافاتي بجوابكم داخل أجل أقصاه ……….",
        ]),
    ],
)  # fmt: skip
def test_an_opinion_is_asked_on_its_points_under_the_law_of_the_body(
    office: Office, language: Language, facts: dict[str, str], words: list[str]
) -> None:
    assert asked(office, language=language, **facts) == words


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
