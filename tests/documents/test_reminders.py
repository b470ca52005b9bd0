"""What is recalled, of whom and how pressingly: over what is late, the reminders on record, and both languages."""

from datetime import date

import pytest

from documents.case import Case
from documents.kinds.letters.lateness import Late, late
from documents.language import LANGUAGES, Language
from models import LegalText
from tests.documents.office import Office
from tests.workflow.builders import TO_FINAL, TO_SGG, moved, undated
from tests.workflow.registers.desk import new, tell

# What is late, as the paper names it; each was due on 28 February 2018.
OPINION, SIGNATURE, TERM = "opinion-1", "each_signature-1", "promulgation-1"
TITLES = {"title_fr": "Projet relatif aux familles", "title_ar": "مشروع يتعلق بالأسر"}
BODIES = {OPINION: "cndh", SIGNATURE: "ministry_of_justice", TERM: "sgg"}
FIRST, SECOND, PRESSING, LAST = range(4)


def late_text(office: Office, what: str) -> LegalText:
    """Open a text of which others owe that since 28 February 2018."""
    if what == OPINION:
        text = office.open("decret", moved("assign_drafter", "2018-01-03"), on="2018-01-02", **TITLES)
        office.move(text, "ask_opinion", "2018-01-14", body="cndh", answer_by="2018-02-28", compulsory="yes")
    elif what == SIGNATURE:
        text = office.open("arrete_conjoint", *TO_SGG, *undated("send_to_signature"), **TITLES)
        office.move(text, "name_signatories", "2018-01-14", signatories="ministry_of_justice\nministry_of_health")
        office.move(text, "expect_signature", "2018-01-14", signatory="ministry_of_justice", expected_on="2018-02-28")
    else:
        text = office.open("projet_de_loi", *TO_FINAL, moved("send_to_government", "2018-01-29"), **TITLES)
    return text


def those_late(case: Case) -> list[Late]:
    return late(case.clocks, case.on)


TO = {
    OPINION: {"fr": "Monsieur/Madame le/la Président(e) du Conseil national des droits de l’Homme",
              "ar": "السيد(ة) رئيس(ة) المجلس الوطني لحقوق الإنسان"},
    SIGNATURE: {"fr": "Monsieur/Madame le/la Ministre de la Justice", "ar": "السيد(ة) وزير(ة) العدل"},
    TERM: {"fr": "Monsieur le Secrétaire général du gouvernement", "ar": "السيد الأمين العام للحكومة"},
}  # fmt: skip
ASKED = {
    OPINION: {
        "fr": "Par ma lettre visée en référence, je sollicitais votre avis sur le projet de décret dont l’intitulé "
              "figure en objet.",
        "ar": "تذكيرا برسالتي المشار إليها في المرجع أعلاه، التي التمست فيها رأيكم بشأن مشروع المرسوم المشار إليه في "
              "الموضوع،",
    },
    SIGNATURE: {
        "fr": "Par ma lettre visée en référence, je soumettais à votre signature le projet d’arrêté conjoint dont "
              "l’intitulé figure en objet.",
        "ar": "تذكيرا برسالتي المشار إليها في المرجع أعلاه، التي عرضت فيها على توقيعكم مشروع القرار المشترك المشار "
              "إليه في الموضوع،",
    },
    TERM: {
        "fr": "Par ma lettre visée en référence, j’appelais votre attention sur le projet de loi dont l’intitulé "
              "figure en objet ; l’étape suivante reste attendue : promulguer la loi.",
        "ar": "تذكيرا برسالتي المشار إليها في المرجع أعلاه، بشأن مشروع القانون المشار إليه في الموضوع، الذي ما زال "
              "الإجراء التالي منتظرا بخصوصه: إصدار الأمر بتنفيذ القانون،",
    },
}  # fmt: skip
OBJECTS = {
    "fr": ("Rappel", "Deuxième rappel", "Rappel urgent", "Dernier rappel"),
    "ar": ("تذكير", "تذكير ثان", "تذكير عاجل", "تذكير أخير"),
}
INSISTING = {
    "fr": "Mesurant la charge de vos services, je me permets d’insister pour qu’il y soit donné suite avant le "
          "……………………….",
    "ar": "وتقديرا مني لحجم المهام المنوطة بمصالحكم، أسمح لنفسي بالتأكيد على ضرورة إيلاء هذا الموضوع عنايتكم قبل "
          "……………………….",
}  # fmt: skip
LAST_REQUEST = {
    "fr": "Ce rappel est le dernier que je me permets de vous adresser avant que la suite à donner au dossier soit "
          "arrêtée ; je vous saurais gré de l’attention que vous voudrez bien y porter avant le ……………………….",
    "ar": "وهذا آخر تذكير أسمح لنفسي بتوجيهه إليكم قبل البت في مآل الملف، وألتمس منكم التفضل بإيلائه عنايتكم قبل "
          "……………………….",
}  # fmt: skip
REQUESTS = {
    "fr": (
        "Je vous saurais gré de bien vouloir y donner suite avant le ……………………….",
        INSISTING["fr"],
        INSISTING["fr"],
        LAST_REQUEST["fr"],
    ),
    "ar": (
        "لذا، ألتمس منكم التفضل بإيلاء هذا الموضوع عنايتكم قبل ……………………….",
        INSISTING["ar"],
        INSISTING["ar"],
        LAST_REQUEST["ar"],
    ),
}


def letter(level: int, what: str, days: str, references: str, *, language: Language) -> list[str]:
    """Give what a reminder says between the date and the contact."""
    french = language == "fr"
    title = TITLES[f"title_{language}"]
    opening = {OPINION: "Monsieur/Madame le/la Président(e),", SIGNATURE: "Monsieur/Madame le/la Ministre,",
               TERM: "Monsieur le Secrétaire général du gouvernement,"}  # fmt: skip
    greeting = "سلام تام بوجود مولانا الإمام المؤيد بالله،" if what == OPINION else "سلام تام بوجود مولانا الإمام،"
    due = (
        f"{ASKED[what]['fr']} L’échéance en était fixée au 28 février 2018 ; sauf erreur de ma part, aucune suite ne "
        f"m’est encore parvenue, {days} après cette date."
        if french else
        f"وبعد، {ASKED[what]['ar']} يشرفني أن أحيطكم علما بأن أجل ذلك كان محددا في 28 فبراير 2018، ولم أتوصل بعد، ما "
        f"لم يكن هناك سهو، بما يفيد إنجازه، رغم مرور {days} على هذا التاريخ."
    )  # fmt: skip
    return [
        TO[what][language],
        f"Objet : {OBJECTS['fr'][level]} – {title}" if french else f"الموضوع: {OBJECTS['ar'][level]} بشأن {title}",
        f"Réf. : {references}" if french else f"المرجع: {references}",
        "P.J. : 1 pièce – copie de ma lettre visée en référence" if french
        else "المرفقات: وثيقة واحدة – نسخة من رسالتي المشار إليها في المرجع",
        opening[what] if french else greeting,
        due,
        REQUESTS[language][level],
    ]  # fmt: skip


def said(office: Office, text: LegalText, what: str, on: date, *, language: Language) -> list[str]:
    lines = office.make(text, "relance", on, language, about=what).words.replace("\u200e", "").split("\n")
    start = lines.index(TO[what][language])
    return lines[start : start + 7]


def recall(office: Office, text: LegalText, body: str, *letters: tuple[str, str, str]) -> None:
    rows = [
        new(direction="out", recipient=body, order_number=number, dated_on=on, object=words)
        for number, on, words in letters
    ]
    tell(office, text, "letters", rows)


LETTERS = [("41/DL", "2018-01-29", "Demande"), ("77/DL", "2018-03-05", "Rappel"), ("90/DL", "2018-03-12", "تذكير ثان")]
CITED = {
    "fr": ["ma lettre n° 41/DL du 29 janvier 2018", "mon rappel n° 77/DL du 5 mars 2018",
           "mon rappel n° 90/DL du 12 mars 2018"],
    "ar": ["رسالتي رقم 41/DL بتاريخ 29 يناير 2018", "تذكيري رقم 77/DL بتاريخ 5 مارس 2018",
           "تذكيري رقم 90/DL بتاريخ 12 مارس 2018"],
}  # fmt: skip
APART = {"fr": " ; ", "ar": "؛ "}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", [OPINION, SIGNATURE, TERM])
@pytest.mark.parametrize(("recorded", "level"), [(1, PRESSING), (2, SECOND), (3, LAST)])
def test_a_reminder_follows_those_on_record(  # noqa: PLR0917 - a table
    office: Office, what: str, language: Language, recorded: int, level: int
) -> None:
    text = late_text(office, what)
    recall(office, text, BODIES[what], *LETTERS[:recorded])

    references = APART[language].join(CITED[language][:recorded])
    days = {"fr": "20 jours", "ar": "20 يوما"}[language]
    assert said(office, text, what, date(2018, 3, 20), language=language) == letter(
        level, what, days, references, language=language
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", [OPINION, SIGNATURE, TERM])
@pytest.mark.parametrize(
    ("on", "level", "french", "arabic"),
    [
        (date(2018, 3, 1), FIRST, "1 jour", "يوم واحد"),
        (date(2018, 3, 14), FIRST, "14 jours", "14 يوما"),
        (date(2018, 3, 15), PRESSING, "15 jours", "15 يوما"),
        (date(2018, 3, 29), PRESSING, "29 jours", "29 يوما"),
        (date(2018, 3, 30), LAST, "30 jours", "30 يوما"),
    ],
)
def test_where_none_is_on_record_it_presses_by_how_late_it_is(  # noqa: PLR0917 - a table
    office: Office, what: str, language: Language, on: date, level: int, french: str, arabic: str
) -> None:
    text = late_text(office, what)

    references = {"fr": "ma lettre n° ……… du ………", "ar": "رسالتي رقم ……… بتاريخ ………"}[language]
    days = {"fr": french, "ar": arabic}[language]
    assert said(office, text, what, on, language=language) == letter(level, what, days, references, language=language)


def test_only_what_others_owe_and_is_late_is_recalled(office: Office) -> None:
    text = late_text(office, OPINION)
    office.move(text, "ask_opinion", "2018-01-14", body="ministry_of_justice", answer_by="2018-05-31")
    case = office.gather(text)

    assert [(each.clock.code, each.body, each.days(case)) for each in those_late(case)] == [(OPINION, "cndh", 20)]
    assert those_late(office.gather(text, date(2018, 2, 28))) == []


@pytest.mark.parametrize("urgent", ["yes", "no"])
@pytest.mark.parametrize("body", ["cese", "cspj"])
def test_a_body_whose_silence_is_an_answer_is_not_late(office: Office, body: str, urgent: str) -> None:
    text = office.open("decret", moved("assign_drafter", "2018-01-03"), on="2018-01-02", **TITLES)
    office.move(text, "ask_opinion", "2018-01-04", body=body, urgent=urgent, answer_by="2018-01-20")

    assert those_late(office.gather(text, date(2018, 6, 1))) == []


def test_a_term_that_nobody_knows_for_sure_is_not_recalled(office: Office) -> None:
    """Of the rules of Parliament of those days, only later ones were found; and a month is no day to count from."""
    in_committee = office.open("projet_de_loi", *TO_FINAL[:9], moved("refer_to_committee", "2016-01-04"), **TITLES)
    sent = office.open("projet_de_loi", *TO_FINAL, moved("send_to_government", "2018-01"), **TITLES)

    assert those_late(office.gather(in_committee)) == []
    assert those_late(office.gather(sent)) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "La présentation du texte au Conseil de gouvernement du 5 avril 2018 en dépend."),
        ("ar", "ويتوقف على ذلك عرض النص على مجلس الحكومة المرتقب يوم 5 أبريل 2018."),
    ],
)
def test_the_council_aimed_for_is_said_while_it_is_to_come(office: Office, language: Language, words: str) -> None:
    text = office.open("decret", *TO_SGG, *undated("distribute"), **TITLES)
    office.move(text, "ask_opinion", "2018-01-14", body="cndh", answer_by="2018-02-28")
    office.move(text, "list_on_agenda", council_on="2018-04-05")

    made = [
        office.make(text, "relance", on, language, about=OPINION).words.replace("\u200e", "").split("\n")
        for on in (date(2018, 3, 20), date(2018, 4, 6))
    ]

    assert [words in lines for lines in made] == [True, False]
    assert not any(line.startswith(("La présentation du texte", "ويتوقف على ذلك")) for line in made[1])
