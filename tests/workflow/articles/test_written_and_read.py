"""A draft written from a structure is read back equal, in both languages and whatever its numbers look like."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.articles.drafts import word, written
from tests.workflow.articles.ordinals import feminine_ar, ordinal_fr
from workflow.articles.numbering import figure
from workflow.articles.reading import read_word
from workflow.articles.structure import Article, Division, Draft, Item, placed

WORDS = {
    "fr": ["Le", "délai", "de", "l’article", "5", "est", "fixé", "à", "dix", "jours", "titre", "(bis)", "n° 2-14-278"],
    "ar": ["يحدد", "أجل", "المادة", "5", "في", "عشرة", "أيام", "من", "الباب", "(مكررة)", "رقم", "2.14.278", "ويسري"],
}
FIRST = {"fr": "Sont", "ar": "تطبق"}
DIVISIONS = {
    "fr": {"titre": "Titre", "chapitre": "CHAPITRE", "section": "Section", "sous-section": "Sous-section"},
    "ar": {"titre": "القسم", "chapitre": "الباب", "section": "الفرع", "sous-section": "المبحث"},
}
FORMS = {
    "fr": [lambda n: f"Article {n}", lambda n: f"ART. {n}", lambda n: f"Article {figure(n, 'upperRoman')}",
           lambda n: f"Article {ordinal_fr(n)}"],
    "ar": [lambda n: f"المادة {n}", lambda n: f"المادة {feminine_ar(n)}", lambda n: f"المـــادة {n}"],
}  # fmt: skip
TITLES = {"fr": "Projet de loi n° 31-26 relatif aux gares", "ar": "مشروع قانون رقم 31.26 يتعلق بالمحطات"}


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    language = draw(st.sampled_from(["fr", "ar"]))
    form = draw(st.sampled_from(FORMS[language]))
    items: list[Item] = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        if draw(st.booleans()):
            level, name = draw(st.sampled_from(list(DIVISIONS[language].items())))
            items.append(Division(level, f"{name} {number}", str(number), draw(sentences(language))))
        items.append(Article(form(number), str(number), tuple(draw(paragraphs(language)))))
    closing = ("Fait à Rabat, le 3 mai 2026.", "LE NOM.") if language == "fr" else ("وحرر بالرباط في 3 ماي 2026.",)
    return Draft(language, TITLES[language], items=placed(items), closing=draw(st.sampled_from([(), closing])))


def sentences(language: str) -> st.SearchStrategy[str]:
    some = st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=12)
    return some.map(lambda words: " ".join([FIRST[language], *words]))


def paragraphs(language: str) -> st.SearchStrategy[list[str]]:
    return st.lists(sentences(language).map(lambda words: f"{words}."), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_a_draft_written_from_a_structure_is_read_back_equal(draft: Draft) -> None:
    (reading,) = read_word(word(written(draft)))

    assert reading.draft == draft
    assert [each for each in reading.unplaced if "division" not in each.why] == []
