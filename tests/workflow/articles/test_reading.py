import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from tests.workflow.articles.drafts import DECRET_FR, LAW_AR, OLD_AR, ONE_ARTICLE_FR, in_columns, lines, saved, word
from workflow.articles.reading import read_lines, read_word
from workflow.articles.structure import Article, Division, Reading

FAR = "L’article 2 manque avant celui-ci."


def keys(reading: Reading) -> list[str]:
    return [article.key for article in reading.draft.articles]


def doubts(reading: Reading) -> list[tuple[str, str]]:
    return [(each.words, each.why) for each in reading.unplaced]


def test_a_decree_in_french_is_read_whole() -> None:
    reading = read_lines(lines(DECRET_FR), "fr")
    draft = reading.draft

    assert draft.head == ("ROYAUME DU MAROC", "PROJET")
    assert draft.title == "Projet de décret n° 2-26-…… fixant les conditions d’ouverture des maisons de quartier"
    assert (draft.preamble[0], draft.preamble[-1], len(draft.preamble)) == ("LE CHEF DU GOUVERNEMENT,", "DÉCRÈTE :", 5)
    assert [item.label for item in draft.items] == [
        "CHAPITRE PREMIER", "ARTICLE PREMIER", "ART. 2", "Chapitre II", "ART. 3", "ART. 4",
    ]  # fmt: skip
    assert draft.items[0] == Division("chapitre", "CHAPITRE PREMIER", "1", "Dispositions générales")
    assert [article.path for article in draft.articles] == [("chapitre 1",)] * 2 + [("chapitre 2",)] * 2
    assert draft.closing[0].startswith("Fait à Rabat")
    assert draft.closing[-1] == "La ministre,"
    assert draft.annexes == ("Annexe", "Modèle de plan")
    assert reading.unplaced == ()


def test_quoted_articles_are_content_of_the_article_that_amends() -> None:
    draft = read_lines(lines(DECRET_FR), "fr").draft

    assert draft.articles[2].paragraphs == (
        "L’article 5 du décret précité est remplacé comme suit :",
        "« Article 5. – Le dossier comprend :",
        "Article 6. – un plan des lieux. »",
        "Article 5 du même décret reste en vigueur pour un an.",
    )


def test_a_law_in_arabic_is_read_whole() -> None:
    reading = read_lines(lines(LAW_AR), "ar")
    draft = reading.draft

    assert draft.title == "مشروع قانون رقم 31.26 يتعلق بدور الحي"
    assert [item for item in draft.items if isinstance(item, Division)] == [
        Division("titre", "القسم الأول", "1", "أحكام عامة"),
        Division("chapitre", "الباب الأول", "1", "التعاريف"),
        Division("section", "الفصل الأول", "1", "المصطلحات"),
        Division("chapitre", "الباب الثاني", "2"),
    ]
    assert draft.articles[3] == Article(
        "المادة الرابعة", "4",
        (
            "تغير وتتمم المادة 7 من القانون رقم 11.99:",
            "«المادة 7.- يجب على المسير",
            "«المادة 7 مكررة.- تسلم الرخصة.»",
            "المادة 7 من القانون نفسه تبقى سارية.",
        ),
        ("titre 1", "chapitre 2"),
    )  # fmt: skip
    assert doubts(reading) == [
        (
            "المادة 3 تحدد كيفيات التسيير بنص تنظيمي.",
            "Aucun signe ne sépare le numéro du texte : est-ce bien le début d’un article ?",
        )
    ]


def test_a_fasl_is_an_article_where_no_line_opens_a_mada() -> None:
    draft = read_lines(lines(OLD_AR), "ar").draft

    assert [(article.label, article.paragraphs) for article in draft.articles] == [
        ("الفصل الأول", ("تفتح الأسواق بإذن.",)),
        ("الفصل 2", ("يسلم الإذن خلال شهر.",)),
        ("الفصل الثالث", ("ينشر هذا الظهير.",)),
    ]


def test_a_single_article_raises_no_doubt() -> None:
    reading = read_lines(lines(ONE_ARTICLE_FR), "fr")

    assert (keys(reading), reading.unplaced) == (["unique"], ())


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["1", "2", "3"], []),
        (["1", "1 bis", "2"], []),
        (["1", "3"], [("Article 3", FAR)]),
        (["1", "5"], [("Article 5", "Les articles 2 à 4 manquent avant celui-ci.")]),
        (["1", "2", "2", "3"], [("Article 2", "Ce numéro d’article est déjà pris.")]),
        (["1", "3", "2"], [("Article 3", FAR), ("Article 2", "Cet article est placé après l’article 3.")]),
        (["2"], [("Article 2", "L’article 1 manque avant celui-ci.")]),
        (["1", "unique"], [("Article unique", "Un « article unique » n’est pas le seul de ce texte.")]),
    ],
)
def test_numbers_that_do_not_follow_are_doubts(numbers: list[str], expected: list[tuple[str, str]]) -> None:
    text = "Loi n° 1-26\n" + "\n".join(f"Article {number}\nTexte." for number in numbers)

    assert doubts(read_lines(lines(text), "fr")) == expected


def test_divisions_may_be_numbered_again_in_each_wider_one_or_go_on() -> None:
    again = "Loi n° 1-26\nTitre I\nA\nChapitre I\nB\nArticle 1\nt.\nTitre II\nC\nChapitre {}\nD\nArticle 2\nt."

    assert [doubts(read_lines(lines(again.format(number)), "fr")) for number in ("I", "II")] == [[], []]
    assert doubts(read_lines(lines(again.format("IV")), "fr")) == [
        ("Chapitre IV", "Le numéro de cette division ne suit pas celui de la précédente.")
    ]


def test_a_table_of_contents_is_told_once_and_holds_no_article() -> None:
    contents = "Projet de loi n° 1-26 relatif aux gares\nSommaire\nChapitre I ........ 2\nArticle 1\t3\nArticle 2………4\n"
    reading = read_lines(lines(contents + "Chapitre I\nObjet\nArticle 1\nt.\nArticle 2\nt."), "fr")

    assert keys(reading) == ["1", "2"]
    assert doubts(reading) == [("Sommaire", "Table des matières : ces lignes n’ont pas été lues comme des articles.")]


def test_a_forgotten_closing_guillemet_hides_no_article() -> None:
    text = "Loi n° 1-26\nArticle 1\n« Article 9. – Ancien.\nArticle 2\nLe mot « gare » est remplacé."

    assert keys(read_lines(lines(text), "fr")) == ["1", "2"]


def test_an_article_after_the_closing_formula_is_a_doubt_and_not_lost() -> None:
    reading = read_lines(lines("Loi n° 1-26\nArticle 1\nt.\nFait à Rabat, le 3 mai 2026.\nArticle 2\nt."), "fr")

    assert reading.draft.closing == ("Fait à Rabat, le 3 mai 2026.", "Article 2", "t.")
    assert doubts(reading) == [("Article 2", "Cette ligne ressemble à un article, mais elle suit la formule finale.")]


def test_who_signs_at_the_foot_of_a_draft_without_date_is_not_of_the_last_article() -> None:
    reading = read_lines(lines("مشروع مرسوم\nالمادة الأولى\nينشر هذا المرسوم.\nوزيرة الأسرة،\nالاسم"), "ar")

    assert reading.draft.articles[0].paragraphs == ("ينشر هذا المرسوم.",)
    assert reading.draft.closing == ("وزيرة الأسرة،", "الاسم")


def test_a_juz_is_above_titles_or_under_sections_according_to_where_the_first_one_stands() -> None:
    above = "قانون رقم 1.26\nالجزء الأول\nا\nالقسم الأول\nب\nالمادة 1\nن."
    under = "قانون رقم 1.26\nالباب الأول\nا\nالفرع الأول\nب\nالجزء الأول\nج\nالمادة 1\nن."

    assert read_lines(lines(above), "ar").draft.articles[0].path == ("partie 1", "titre 1")
    assert read_lines(lines(under), "ar").draft.articles[0].path == ("chapitre 1", "section 1", "sous-section 1")


def test_two_columns_are_two_drafts() -> None:
    rows = [["Projet de loi n° 1-26", "مشروع قانون رقم 1.26"], ["Article premier", "المادة الأولى"], ["Texte.", "نص."],
            ["Article 2\nSuite.", "المادة 2\nتتمة."]]  # fmt: skip

    french, arabic = read_word(in_columns(rows))

    assert (french.draft.language, arabic.draft.language) == ("fr", "ar")
    assert [keys(french), keys(arabic)] == [["1", "2"], ["1", "2"]]
    assert arabic.draft.articles[1].paragraphs == ("تتمة.",)
    assert french.draft.title == "Projet de loi n° 1-26"


def test_one_language_after_the_other_is_two_drafts_and_a_lone_foreign_line_is_not() -> None:
    both = read_word(word([*LAW_AR.splitlines(), *DECRET_FR.splitlines()]))
    alone = read_word(word(["المملكة المغربية", *DECRET_FR.splitlines()]))

    assert [reading.draft.language for reading in both] == ["ar", "fr"]
    assert [(reading.draft.language, reading.draft.head[0]) for reading in alone] == [("fr", "المملكة المغربية")]


def test_a_document_without_articles_says_so() -> None:
    assert [why for _words, why in doubts(read_word(word(["Bonjour"]))[0])] == [
        "Aucun article n’a été reconnu dans ce document.", "Aucun titre n’a été reconnu en tête du document.",
    ]  # fmt: skip
    assert read_word(word([]))[0].draft.articles == ()


def test_styles_of_word_tell_tables_of_contents_and_headings_without_a_number() -> None:
    page = Document()
    for name in ("toc 1", "heading 1"):
        if name not in [style.name.lower() for style in page.styles if style.name]:
            page.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    told = [("Projet de loi n° 1-26", "Normal"), ("Article 1 Objet", "toc 1"), ("Article 1", "Heading 1"),
            ("Texte.", "Normal"), ("Dispositions finales", "Heading 1"), ("Article 2", "Heading 1"),
            ("Fin.", "Normal")]  # fmt: skip
    for words, style in told:
        page.add_paragraph(words, style)

    (reading,) = read_word(saved(page))

    assert [(article.key, article.paragraphs) for article in reading.draft.articles] == [
        ("1", ("Texte.",)), ("2", ("Fin.",)),
    ]  # fmt: skip
    assert doubts(reading) == [
        ("Article 1 Objet", "Table des matières : ces lignes n’ont pas été lues comme des articles."),
        ("Dispositions finales",
         "Cette ligne a le style d’un titre, mais aucun numéro : elle n’est dans aucun article."),
    ]  # fmt: skip


def test_words_between_a_division_and_its_first_article_are_not_lost() -> None:
    text = "Loi n° 1-26\nTitre premier\nDes gares\net des quais.\nCe titre est important.\nArticle 1\nt."
    reading = read_lines(lines(text), "fr")

    assert reading.draft.items[0] == Division("titre", "Titre premier", "1", "Des gares et des quais.")
    assert doubts(reading) == [
        ("Ce titre est important.", "Ces mots se trouvent entre une division et son premier article.")
    ]
