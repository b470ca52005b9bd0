"""Clauses that call for a regulatory text: real sentences of both languages, and how sentences become proposals."""

from collections import Counter
from pathlib import Path

import pytest

from workflow.articles.called_texts import Called
from workflow.articles.clauses import CITED, Clause, calls, clauses, sentences
from workflow.articles.structure import Article

Case = tuple[str, str, str, list[str]]


def real(language: str) -> list[Case]:
    """Read the sentences of `clauses_fr.txt` or `clauses_ar.txt`: source, article, words, what they call for."""
    lines = (Path(__file__).parent / f"clauses_{language}.txt").read_text("utf-8").splitlines()
    told = [line.split(" | ", 3) for line in lines if not line.startswith("#")]
    return [(law, article, words, kinds.replace("-", "").split(",")) for law, article, kinds, words in told]


REAL = {language: real(language) for language in ("fr", "ar")}


@pytest.mark.parametrize(("law", "article", "words", "expected"), [*REAL["fr"], *REAL["ar"]])
def test_a_real_sentence_calls_for_what_the_law_leaves_to_a_regulatory_text(
    law: str, article: str, words: str, expected: list[str]
) -> None:
    assert (law, article, calls(words)) == (law, article, [Called(kind) for kind in expected if kind])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_forty_real_sentences_are_held_in_each_language_found_and_rightly_not_found(language: str) -> None:
    cases = REAL[language]
    found = sum(kinds != [""] for _law, _article, _words, kinds in cases)

    assert found >= 30
    assert len(cases) - found >= 15
    assert max(Counter(words for _law, _article, words, _kinds in cases).values()) == 1


# What the real ones above do not show: each is written for its kind.
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Les conditions sont fixées par décret et la liste des pièces par arrêté du ministre.", ["decret", "arrete"]),
        ("Un décret fixe la composition, un arrêté conjoint fixe les modèles.", ["decret", "arrete_conjoint"]),
        ("Les modalités sont fixées par décret ou arrêté du ministre.", ["decret", "arrete"]),
        ("Les modalités sont fixées par décret, qui peut être modifié par décret.", ["decret"]),
        ("Un texte réglementaire fixe le modèle du contrat.", ["reglementaire"]),
        ("Un décret pris sur proposition du ministre chargé de l’emploi fixe la liste.", ["decret"]),
        ("La composition de la commission fait l’objet d’un décret.", ["decret"]),
        ("Il est pris un décret pour l’application du présent article.", ["decret"]),
        ("Les formes sont fixées par voie d’arrêté.", ["arrete"]),
        ("Les tarifs sont fixés, après avis des organismes agréés, par arrêté.", ["arrete"]),
        ("Les modèles sont fixés par arrêté des ministres chargés de la santé et de la justice.", ["arrete_conjoint"]),
        ("Le modèle est fixé par arrêté du ministre de l’économie et des finances.", ["arrete"]),
        ("selon les formes prévues par décret", ["decret"]),
        ("La liste arrêtée par décret est publiée.", ["decret"]),
        ("Le statut est arrêté par décret.", ["decret"]),
        ("Il est fixé par arrêté du ministre de la santé et du ministre de la justice.", ["arrete_conjoint"]),
        ("Les modèles sont fixés conjointement par arrêtés.", ["arrete_conjoint"]),
        ("Le modèle est fixé par arrêté du gouverneur.", []),
        ("Les conditions d’exploitation sont fixées par arrêté individuel.", []),
        ("Les conditions sont fixées pour les établissements autorisés par arrêté.", []),
        ("Les missions sont définies et le directeur est nommé, sur avis du conseil, par décret.", []),
        ("Les formes sont fixées par arrêté du 3 mars 2014.", []),
        ("Le directeur est nommé par décret.", []),
        ("L’autorisation est retirée par arrêté motivé du ministre.", []),
        ("L’utilité publique est déclarée par décret.", []),
        ("Les conditions prévues par décret n° 2-14-278 sont maintenues.", []),
        ("La liste est fixée par le décret précité.", []),
        ("Le projet de décret fixe la liste.", []),
        ("Le budget est arrêté par le conseil.", []),
        ("Les mesures sont fixées par décret-loi.", []),
        ("تحدد كيفيات تطبيق هذا القانون بمرسوم.", ["decret"]),
        ("يحدد تأليف اللجنة بمرسوم ونموذج البطاقة بقرار للسلطة الحكومية المكلفة بالأسرة.", ["decret", "arrete"]),
        ("تحدد بقرار لوزير الصحة ولوزير العدل لائحة الخبراء.", ["arrete_conjoint"]),
        ("تُحَدَّدُ كيفيّــات التطبيق بنصّ تنظيمى.", ["reglementaire"]),
        ("يصدر مرسوم يحدد شروط تطبيق هذه المادة.", ["decret"]),
        ("يتم تحديد اللائحة بمرسوم.", ["decret"]),
        ("وفق الكيفيات المحددة بمرسوم", ["decret"]),
        ("تحدد الشروط بقرار تنظيمي.", ["arrete"]),
        ("تحدد تعويضات الأعضاء المعينين بمرسوم.", []),
        ("تحدد التدابير بمرسوم بقانون.", []),
        ("تحدد الشروط بقرار مشترك رقم 1512.25.", []),
        ("تسري وفق نصوص تنظيمية خاصة.", []),
        ("تحدد وفق نصوص تنظيمية متخذة لتطبيقه.", []),
        ("تحدد وفق نصوص تنظيمية جار بها العمل.", []),
        ("يعين المدير بمرسوم.", []),
        ("تحدث لجنة ويعين أعضاؤها بمرسوم.", []),
        ("يعلن عن المنفعة العامة بمرسوم.", []),
        ("يسحب الترخيص بقرار معلل للسلطة الحكومية المختصة.", []),
        ("يعرض مشروع مرسوم يحدد شروط المنح على مجلس الحكومة.", []),
        ("تحدد شروط المنح طبقا للمرسوم رقم 2.14.278.", []),
        ("تحدد التعويضات بقرار قضائي.", []),
        ("", []),
        ("123", []),
    ],
)
def test_a_sentence_calls_for_each_kind_once(words: str, expected: list[str]) -> None:
    assert calls(words) == [Called(kind) for kind in expected]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Un.  Deux\u00a0! Trois", ["Un.", "Deux !", "Trois"]),
        ("Voir l’art. 5 et l’al. 2 du n. 3. Puis.", ["Voir l’art. 5 et l’al. 2 du n. 3.", "Puis."]),
        ("Le montant est de 1.500 dirhams. Il est fixé.", ["Le montant est de 1.500 dirhams.", "Il est fixé."]),
        ("Il dit : fin. « Suite. »", ["Il dit : fin.", "« Suite. »"]),
        ("Fin. 2- Les délais courent.", ["Fin.", "2- Les délais courent."]),
        ("– la liste ;", ["la liste ;"]),
        ("يحدد الأجل. ويبلغ القرار.", ["يحدد الأجل.", "ويبلغ القرار."]),
        ("طبقا للقانون رقم 103.13 يحدد الأجل.", ["طبقا للقانون رقم 103.13 يحدد الأجل."]),
        ("  ", []),
    ],
)
def test_a_paragraph_is_cut_where_its_sentences_end(paragraph: str, expected: list[str]) -> None:
    assert list(sentences(paragraph)) == expected


def test_clauses_keep_their_article_in_the_order_of_the_text() -> None:
    listed = "La liste est fixée par décret."
    articles = [
        Article("Article premier", "1", ("Il est créé un comité. Sa composition est fixée par décret.", listed)),
        Article("Art. 2", "2", ("Le comité se réunit.",)),
        Article("المادة 3 مكرر", "3 bis", ("تحدد الكيفيات بنص تنظيمي.",)),
    ]

    assert list(clauses(articles)) == [
        Clause("1", "Article premier", "Sa composition est fixée par décret.", Called.DECREE),
        Clause("1", "Article premier", listed, Called.DECREE),
        Clause("3 bis", "المادة 3 مكرر", "تحدد الكيفيات بنص تنظيمي.", Called.REGULATORY),
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["La liste est fixée", "par décret."], ["La liste est fixée par décret."]),
        (
            ["La liste, qui est fixée,", "après avis,", "par décret."],
            ["La liste, qui est fixée, après avis, par décret."],
        ),
        (["تحدد اللائحة", "بمرسوم."], ["تحدد اللائحة بمرسوم."]),
        (["Il fixe :", "– la liste ;", "– le décret."], []),
        (["Objet", "La liste est fixée par décret."], ["La liste est fixée par décret."]),
        (["La liste est fixée par le conseil.", "par décret."], []),
        (["La liste est fixée", "2 – par décret"], []),
    ],
)
def test_lines_of_one_sentence_are_read_as_one(lines: list[str], expected: list[str]) -> None:
    found = clauses([Article("Art. 1", "1", tuple(lines))])

    assert [clause.sentence for clause in found] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("La liste est fixée par décret.", "Décret : « La liste est fixée par décret. »"),
        ("« L’autorité » est désignée par décret.", "Décret : « “L’autorité” est désignée par décret. »"),
        ("تحدد اللائحة بمرسوم.", "مرسوم : « تحدد اللائحة بمرسوم. »"),
    ],
)
def test_a_citation_says_the_kind_and_the_sentence_in_its_language(sentence: str, expected: str) -> None:
    assert Clause("1", "Article premier", sentence, Called.DECREE).citation == expected


def test_a_long_citation_is_cut_between_two_words() -> None:
    for more in range(20):
        cut = Clause("1", "Article premier", "x" * more + " commission" * 40, Called.JOINT_ORDER).citation

        assert len(cut) <= CITED
        assert cut.endswith(" commission … »")
