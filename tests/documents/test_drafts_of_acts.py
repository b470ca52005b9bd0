"""Acts made of a draft that says itself what stands around its articles, and Word files of acts sent back as drafts."""

from dataclasses import replace

import pytest

from documents.case import Case
from documents.catalogue import KINDS
from documents.kinds.acts.draft_words import Countersigning, draft_countersigning, draft_visas
from documents.kinds.acts.provisions import of_provisions
from documents.language import LANGUAGES, Language
from documents.produce import Issue, make_of_case
from documents.templates import factory
from tests.documents.act_cases import OURS, article, case, draft, named
from tests.documents.office import AT
from tests.workflow.articles.drafts import word
from tests.workflow.builders import TO_ADOPTED, moved, undated
from workflow.articles.reading import read_word
from workflow.articles.structure import Division, Draft

BODY_FR = """Titre premier
Dispositions générales
Chapitre premier
De la commission
ARTICLE PREMIER. – La commission comprend :
1. un président ;
2. deux membres, pour 2 ans.
Section première
Du secrétariat
ART. 2. – Le secrétariat tient le registre « des séances ».
Titre II
Dispositions finales
ART. 3 bis. – Les modalités d’exécution des travaux et la liste publiée au Bulletin officiel sont fixées par arrêté."""
BODY_AR = """القسم الأول
أحكام عامة
الباب الأول
اللجنة
المادة الأولى
تتألف اللجنة من:
1. رئيس؛
2. عضوين لمدة سنتين.
الفرع الأول
الكتابة
المادة 2
تمسك الكتابة سجل «الجلسات».
القسم الثاني
أحكام ختامية
المادة 3 مكررة
تحدد بقرار كيفيات تنفيذ الأشغال واللائحة المنشورة بالجريدة الرسمية."""
COUNCIL_FR = "Après délibération en Conseil du gouvernement, réuni le ……… (………),"
COUNCIL_AR = "وبعد المداولة في مجلس الحكومة المنعقد بتاريخ ……… (………)،"
HEAD_FR, HEAD_AR = "SAAD-EDDINE EL OTHMANI.", "الإمضاء: سعد الدين العثماني."
OUR_NAME_FR, OUR_NAME_AR = "BASSIMA HAKKAOUI.", "الإمضاء: بسيمة الحقاوي."
VISAS_FR = ["Vu la loi n° 65-15 relative aux établissements, notamment son article 4 ;", "Après avis du conseil ;"]
VISAS_AR = ["بناء على القانون رقم 65.15 المتعلق بالمؤسسات، ولا سيما المادة 4 منه؛", "وبعد استطلاع رأي المجلس؛"]
JUSTICE_FR = ["Pour contreseing :", "Le ministre de la justice,", "MOHAMED AUJJAR."]
JUSTICE_AR = ["وقعه بالعطف:", "وزير العدل،", "الإمضاء: محمد أوجار."]

# Of each kind: title, what stands before the articles, the article that closes them, what stands after.
Parts = tuple[str, list[str], str, list[str]]
DRAFTS: dict[tuple[str, Language], Parts] = {
    ("decret", "fr"): (
        "Projet de décret n° ……… relatif à la commission",
        ["LE CHEF DU GOUVERNEMENT,", *VISAS_FR, COUNCIL_FR, "DÉCRÈTE :"],
        "ART. 4. – Le ministre est chargé de l’exécution du présent décret qui sera publié au Bulletin officiel.",
        ["Fait à Rabat, le ……… (………).", HEAD_FR, *JUSTICE_FR],
    ),
    ("decret", "ar"): (
        "مشروع مرسوم رقم ……… يتعلق باللجنة", ["رئيس الحكومة،", *VISAS_AR, COUNCIL_AR, "رسم ما يلي:"],
        "المادة 4\nيسند إلى وزير العدل تنفيذ هذا المرسوم الذي ينشر بالجريدة الرسمية.",
        ["وحرر بالرباط في ……… (………).", HEAD_AR, *JUSTICE_AR],
    ),
    ("arrete", "fr"): (
        "Projet d’arrêté de la ministre de la Famille n° ……… relatif à la commission",
        ["LA MINISTRE DE LA FAMILLE,", VISAS_FR[0], "Après avis du conseil,", "ARRÊTE :"],
        "ART. 4. – Le présent arrêté sera publié au Bulletin officiel.", ["Rabat, le ……… (………).", OUR_NAME_FR],
    ),
    ("arrete", "ar"): (
        "مشروع قرار لوزيرة الأسرة رقم ……… يتعلق باللجنة",
        ["وزيرة الأسرة،", VISAS_AR[0], "وبعد استطلاع رأي المجلس،", "قررت ما يلي:"],
        "المادة 4\nينشر هذا القرار بالجريدة الرسمية.", ["وحرر بالرباط في ……… (………).", OUR_NAME_AR],
    ),
    ("arrete_conjoint", "fr"): (
        "Projet d’arrêté conjoint du ministre de la justice et de la ministre de la famille n° ……… fixant le montant",
        ["LE MINISTRE DE LA JUSTICE,", "LA MINISTRE DE LA FAMILLE,", *VISAS_FR[:1], "Après avis du conseil,",
         "ARRÊTENT :"],
        "ART. 4. – Le présent arrêté conjoint sera publié au Bulletin officiel.",
        ["Rabat, le ……… (………).", "Le ministre de la justice,", "La ministre de la famille,", "………", OUR_NAME_FR],
    ),
    ("arrete_conjoint", "ar"): (
        "مشروع قرار مشترك لوزير العدل ووزيرة الأسرة رقم ……… يتعلق باللجنة",
        ["وزير العدل،", "ووزيرة الأسرة،", VISAS_AR[0], "وبعد استطلاع رأي المجلس،", "قررا ما يلي:"],
        "المادة 4\nينشر هذا القرار المشترك بالجريدة الرسمية.",
        ["وحرر بالرباط في ……… (………).", "وزير العدل،", "وزيرة الأسرة،", "الإمضاء: ………", OUR_NAME_AR],
    ),
    ("decret_loi", "fr"): (
        "Projet de décret-loi n° ……… relatif à la commission",
        ["LE CHEF DU GOUVERNEMENT,", "Vu l’article 81 de la Constitution ;", COUNCIL_FR.replace("),", ") ;"),
         "Après accord des commissions concernées de la Chambre des représentants et de la Chambre des conseillers,",
         "DÉCRÈTE :"],
        "ART. 4. – Le présent décret-loi sera publié au Bulletin officiel.",
        ["Fait à Rabat, le ……… (………).", HEAD_FR],
    ),
    ("decret_loi", "ar"): (
        "مشروع مرسوم بقانون رقم ……… يتعلق باللجنة",
        ["رئيس الحكومة،", "بناء على الفصل 81 من الدستور؛", COUNCIL_AR.replace(")،", ")؛"),
         "وباتفاق مع اللجان التي يعنيها الأمر في مجلس النواب ومجلس المستشارين،", "رسم ما يلي:"],
        "المادة 4\nينشر هذا المرسوم بقانون بالجريدة الرسمية ويعرض على البرلمان قصد المصادقة عليه.",
        ["وحرر بالرباط في ……… (………).", HEAD_AR],
    ),
    ("projet_de_loi", "fr"): (
        "Projet de loi n° ……… relatif à la commission", ["Préambule", "Le Royaume garantit l’égalité."],
        "ART. 4. – La présente loi entre en vigueur à compter de sa publication au Bulletin officiel.", [],
    ),
    ("projet_de_loi", "ar"): (
        "مشروع قانون رقم ……… يتعلق باللجنة", ["ديباجة", "تضمن المملكة المساواة."],
        "المادة 4\nيدخل هذا القانون حيز التنفيذ ابتداء من تاريخ نشره بالجريدة الرسمية.", [],
    ),
}  # fmt: skip
KINDS_OF_PAPER = {
    "decret": "decret_texte", "arrete": "arrete_texte", "arrete_conjoint": "arrete_conjoint_texte",
    "decret_loi": "decret_loi_texte", "projet_de_loi": "projet_de_loi_texte",
}  # fmt: skip


def written(kind: str, language: Language) -> Draft:
    """Give the draft of that kind as it is read from its Word file."""
    title, before, last, after = DRAFTS[kind, language]
    body = BODY_FR if language == "fr" else BODY_AR
    return read_word(word([title, *before, *body.splitlines(), *last.splitlines(), *after]))[0].draft


def sent_back(story: Case, kind: str, language: Language) -> Draft:
    """Make the text of the act, and read its Word file as a draft."""
    issue = Issue(language, 1, "1", "7K3M9QXA2BCD", "https://navette.test")
    content = make_of_case(story, KINDS[kind], issue, at=AT, template=factory(kind, language))
    (reading,) = read_word(content)
    assert reading.unplaced == ()
    return reading.draft


def parts(told: Draft) -> list[tuple[str, ...]]:
    """Give the divisions and articles, without how articles are labelled, which follows the kind of text."""
    return [
        (each.level, each.label, each.heading) if isinstance(each, Division) else (each.key, *each.paragraphs)
        for each in told.items
    ]


@pytest.mark.parametrize(("kind", "language"), DRAFTS)
def test_an_act_says_what_its_draft_says_nothing_twice_and_nothing_lost(kind: str, language: Language) -> None:
    read = written(kind, language)
    story = case(kind, title_fr=DRAFTS[kind, "fr"][0], title_ar=DRAFTS[kind, "ar"][0], drafts={language: read})

    again = sent_back(story, KINDS_OF_PAPER[kind], language)

    assert again.title == read.title
    assert again.preamble == read.preamble
    assert parts(again) == parts(read)
    assert again.closing == read.closing


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_of_a_decree_that_is_signed_is_read_back_as_it_is(language: Language) -> None:
    signed = [moved("collect_signature", "2018-03-18", signatory=each) for each in ("ministry_of_justice", OURS)]
    story = case(
        "decret", *TO_ADOPTED, *undated("send_to_signature"), named("ministry_of_justice", OURS), *signed,
        moved("sign", "2018-03-19", hijri="1 rejeb 1439", number="2-18-278"),
        drafts={each: replace(written("decret", each), preamble=()) for each in LANGUAGES},
    )  # fmt: skip

    once = sent_back(story, "decret_texte", language)
    twice = sent_back(replace(story, drafts={language: once}), "decret_texte", language)

    assert twice == once
    assert [each.key for each in once.articles] == ["1", "2", "3 bis", "4"]


@pytest.mark.parametrize(
    ("preamble", "visas", "council"),
    [
        (("LE CHEF,", "Sur proposition du ministre ;", "DÉCRÈTE :"), ("Sur proposition du ministre",), ()),
        (("Vu la loi n° 65-15", "relative aux établissements ;", "DÉCRÈTE :"),
         ("Vu la loi n° 65-15 relative aux établissements",), ()),
        (("Vu la délibération du conseil communal du 3 mars ;", "Après délibération du conseil d’administration,"),
         ("Vu la délibération du conseil communal du 3 mars", "Après délibération du conseil d’administration"), ()),
        (("Vu la loi n° 65-15 ;", "Après examen en Conseil du gouvernement le 3 mars,"), ("Vu la loi n° 65-15",),
         ("Après examen en Conseil du gouvernement le 3 mars",)),
        (("وبعد المداولة في مجلس الحكومة المنعقد في 3 مارس،",), (),
         ("وبعد المداولة في مجلس الحكومة المنعقد في 3 مارس",)),
    ],
)  # fmt: skip
def test_the_visas_of_a_draft_go_from_the_first_to_the_formula(
    preamble: tuple[str, ...], visas: tuple[str, ...], council: tuple[str, ...]
) -> None:
    found = draft_visas(Draft("fr", preamble=preamble))

    assert (found.own, found.council) == (visas, council)


def test_a_council_that_the_procedure_does_not_have_stays_as_the_draft_tells_it() -> None:
    read = written("decret", "fr")
    met = [line.replace("……… (………)", "3 mars 2018") for line in read.preamble]

    again = sent_back(case("decret_simple", drafts={"fr": replace(read, preamble=tuple(met))}), "decret_texte", "fr")

    assert again.preamble == tuple(met)


def test_those_named_to_countersign_stand_in_place_of_those_of_the_draft() -> None:
    read = written("decret", "fr")
    story = case("decret", *TO_ADOPTED, *undated("send_to_signature"), named(OURS), drafts={"fr": read})

    assert draft_countersigning(read) == [Countersigning("Le ministre de la justice", "MOHAMED AUJJAR")]
    assert sent_back(story, "decret_texte", "fr").closing[-2:] == ("La ministre de la Famille,", OUR_NAME_FR)


@pytest.mark.parametrize(
    ("words", "articles"),
    [
        ("Le présent décret est publié au « Bulletin officiel ».", 2),
        ("Le ministre est chargé de l’exécution du présent décret.", 2),
        ("La liste des lauréats est publiée au Bulletin officiel.", 3),
        ("Les modalités d’exécution des travaux sont fixées par arrêté.", 3),
        ("« Art. 9. – Le présent décret sera publié au Bulletin officiel. »", 3),
    ],
)
def test_only_the_publication_or_the_execution_of_the_text_itself_closes_it(words: str, articles: int) -> None:
    drafts = draft("fr", article("Art. 1", "1", "A.", words), article("Art. 2", "2", "Entrée en vigueur."))

    assert len(of_provisions(case("decret", drafts=drafts), "fr")["dispositif"]) == articles
