"""Versions side by side: each edit of a law of twelve articles gets its verdict, and no other part gets one."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.articles.comparison import Row, Verdict, compare
from workflow.articles.structure import Article, Division, Draft, Item, placed
from workflow.articles.wording import Fate

SUBJECTS = {
    "fr": [
        "gares routières", "quais couverts", "tarifs affichés",
        "guichets ouverts", "horaires publiés", "bagages perdus",
        "contrôleurs assermentés", "amendes dues", "recours gracieux", "commissions mixtes", "rapports annuels",
        "dispositions transitoires",
    ],
    "ar": [
        "المحطات الطرقية", "الأرصفة المغطاة", "التعريفات المعلقة", "الشبابيك المفتوحة", "المواقيت المنشورة",
        "الأمتعة الضائعة", "المراقبين المحلفين", "الغرامات المستحقة",
        "التظلمات الودية", "اللجان المختلطة", "التقارير السنوية",
        "الأحكام الانتقالية",
    ],
}  # fmt: skip
WORDING = {
    "fr": ("Les {0} sont soumis aux règles que fixe la présente loi.",
           "Nul ne peut exploiter des {0} sans une licence n° {1}."),
    "ar": ("تخضع {0} للقواعد التي يحددها هذا القانون.", "لا يجوز لأحد أن يستغل {0} دون رخصة رقم {1}."),
}  # fmt: skip
LABEL = {"fr": "Article {}", "ar": "المادة {}"}
U, C, A, R, M, N = (
    Verdict.UNCHANGED, Verdict.CHANGED, Verdict.ADDED, Verdict.REMOVED, Verdict.MOVED, Verdict.RENUMBERED,
)  # fmt: skip
BOTH = pytest.mark.parametrize("language", ["fr", "ar"])


def article(language: str, subject: int) -> Article:
    words = (each.format(SUBJECTS[language][subject], subject * 7 + 11) for each in WORDING[language])
    return Article(LABEL[language].format(subject + 1), str(subject + 1), tuple(words))


def law(language: str) -> list[Item]:
    return [article(language, subject) for subject in range(12)]


def renumbered(language: str, items: list[Item]) -> list[Item]:
    made, number = list[Item](), 0
    for item in items:
        number += isinstance(item, Article)
        is_article = isinstance(item, Article)
        made.append(replace(item, label=LABEL[language].format(number), key=str(number)) if is_article else item)
    return made


def draft(items: list[Item], language: str = "fr") -> Draft:
    return Draft(language, "Loi", items=placed(items))


def named(row: Row) -> str:
    """Name a row by its label in the first version; a plus before it says that another version adds it."""
    if row.base:
        return row.base.label
    return "+" + next(cell.unit.label for cell in row.cells if cell.unit)


def told(rows: tuple[Row, ...], side: int = 0) -> dict[str, set[Verdict]]:
    """Give the verdicts of the rows to which a version does something."""
    return {named(row): set(row.cells[side].verdicts) for row in rows if row.cells[side].verdicts != {U}}


def verdicts(before: list[Item], after: list[Item], language: str = "fr") -> dict[str, set[Verdict]]:
    return told(compare(draft(before, language), draft(after, language)))


@BOTH
def test_the_same_text_is_unchanged(language: str) -> None:
    rows = compare(draft(law(language), language), draft(law(language), language))

    assert len(rows) == 13
    assert [row for row in rows if row.is_changed] == []


@BOTH
def test_an_inserted_article_renumbers_those_after_it_and_changes_none(language: str) -> None:
    new = Article("x", "x", ("عبارة جديدة تماما لم ترد من قبل.",))
    after = renumbered(language, [*law(language)[:3], new, *law(language)[3:]])

    rows = compare(draft(law(language), language), draft(after, language))

    label = LABEL[language].format
    assert told(rows) == {f"+{label(4)}": {A}} | {label(number): {N} for number in range(4, 13)}
    assert [place for place, row in enumerate(rows) if row.base is None] == [4]  # after the title and three articles


@BOTH
def test_a_removed_article_renumbers_those_after_it(language: str) -> None:
    label = LABEL[language].format
    after = renumbered(language, law(language)[:4] + law(language)[5:])

    assert verdicts(law(language), after, language) == {label(5): {R}} | {label(n): {N} for n in range(6, 13)}


@BOTH
def test_an_edited_article_is_changed_alone(language: str) -> None:
    after = law(language)
    edited = article(language, 5)
    after[5] = replace(edited, paragraphs=(edited.paragraphs[0].replace("aux", "à toutes les").replace("هذا", "ذلك"),
                                           edited.paragraphs[1]))  # fmt: skip

    assert verdicts(law(language), after, language) == {LABEL[language].format(6): {C}}


@BOTH
def test_a_moved_article_is_moved_and_those_between_are_renumbered(language: str) -> None:
    items = law(language)
    after = renumbered(language, [*items[:2], *items[3:9], items[2], *items[9:]])

    label = LABEL[language].format
    assert verdicts(items, after, language) == {label(3): {M, N}} | {label(n): {N} for n in range(4, 10)}


def test_an_article_may_be_edited_and_renumbered_at_once() -> None:
    edited = replace(article("fr", 4), paragraphs=(*article("fr", 4).paragraphs, "Un décret en fixe les modalités."))
    after = renumbered("fr", [*law("fr")[:3], edited, *law("fr")[5:]])

    assert verdicts(law("fr"), after)["Article 5"] == {C, N}
    assert verdicts(law("fr"), after)["Article 4"] == {R}


def test_an_article_rewritten_under_its_number_is_changed() -> None:
    after = law("fr")
    after[7] = Article(
        "Article 8", "8", ("Les amendes sont versées au Trésor par les exploitants que la loi désigne.",)
    )

    assert verdicts(law("fr"), after) == {"Article 8": {C}}


def test_an_article_that_goes_to_another_chapter_is_moved() -> None:
    one, two = (
        Division("chapitre", "Chapitre I", "1", "Des lieux"),
        Division("chapitre", "Chapitre II", "2", "Des gens"),
    )
    items = law("fr")

    assert verdicts([one, *items[:6], two, *items[6:]], [one, *items[:5], two, *items[5:]]) == {"Article 6": {M}}


def test_a_new_chapter_moves_no_article() -> None:
    two = Division("chapitre", "Chapitre II", "2", "Des gens")

    assert verdicts(law("fr"), [*law("fr")[:6], two, *law("fr")[6:]]) == {"+Chapitre II": {A}}


def test_a_division_with_another_heading_under_its_number_is_changed() -> None:
    was, now = Division("chapitre", "Chapitre I", "1", "Définitions"), Division("chapitre", "Chapitre I", "1", "Objet")

    assert verdicts([was, *law("fr")], [now, *law("fr")]) == {"Chapitre I": {C}}


def test_a_split_article_says_where_its_parts_went() -> None:
    long = replace(article("fr", 2), paragraphs=article("fr", 2).paragraphs + article("fr", 9).paragraphs[:1])
    before = [*law("fr")[:2], long, *law("fr")[3:6]]
    after = [*before[:2], replace(long, paragraphs=long.paragraphs[:2]),
             Article("Article 3 bis", "3 bis", long.paragraphs[2:]), *before[3:]]  # fmt: skip
    rows = compare(draft(before), draft(after))

    assert told(rows) == {"Article 3": {C}, "+Article 3 bis": {Verdict.SPLIT}}
    assert [row.cells[0].other for row in rows if row.base is None] == ["Article 3"]


def test_a_merged_article_says_into_which() -> None:
    before = law("fr")
    whole = replace(article("fr", 2), paragraphs=article("fr", 2).paragraphs + article("fr", 3).paragraphs)
    rows = compare(draft(before), draft([*before[:2], whole, *before[4:]]))

    assert told(rows) == {"Article 3": {C}, "Article 4": {Verdict.MERGED}}
    assert [row.cells[0].other for row in rows if row.cells[0].unit is None] == ["Article 3"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("(sans modification)", {}), ("Conforme", {}), ("(بدون تغيير)", {}), ("(Supprimé)", {"Article 4": {R}}),
        ("حذفت", {"Article 4": {R}}),
    ],
)  # fmt: skip
def test_what_a_chamber_says_in_the_place_of_an_article_is_understood(
    words: str, expected: dict[str, set[Verdict]]
) -> None:
    after = law("fr")
    after[3] = Article("Article 4", "4", (words,))

    assert verdicts(law("fr"), after) == expected


def test_two_chambers_stand_beside_the_first_text_and_the_article_both_add_is_one_row() -> None:
    new = Article("Article 2 bis", "2 bis", ("Les gares accueillent gratuitement les enfants de moins de six ans.",))
    near = replace(new, paragraphs=("Les gares accueillent gratuitement les enfants de moins de dix ans.",))
    items = law("fr")
    first = [*items[:2], new, *items[2:]]
    second = [*items[:2], near, *items[2:7], *items[8:]]
    rows = compare(draft(items), draft(first), draft(second))

    assert told(rows) == {"+Article 2 bis": {A}}
    assert told(rows, 1) == {"+Article 2 bis": {A}, "Article 8": {R}}
    assert len([row for row in rows if row.base is None]) == 1


def test_what_one_chamber_alone_adds_leaves_the_other_cell_empty() -> None:
    new = Article("Article 2 bis", "2 bis", ("Les gares accueillent gratuitement les enfants de moins de six ans.",))
    rows = compare(draft(law("fr")), draft(law("fr")), draft([*law("fr")[:2], new, *law("fr")[2:]]))
    (row,) = [row for row in rows if row.base is None]

    assert [cell.unit and cell.unit.label for cell in row.cells] == [None, "Article 2 bis"]
    assert [set(cell.verdicts) for cell in row.cells] == [{U}, {A}]


def test_the_words_of_a_removed_article_are_struck_and_those_of_a_new_one_added() -> None:
    removed = compare(draft(law("fr")), draft(law("fr")[:-1]))[-1].cells[0].paragraphs
    added = compare(draft(law("fr")[:-1]), draft(law("fr")))[-1].cells[0].paragraphs

    assert {piece.fate for pieces in removed for piece in pieces} == {Fate.STRUCK}
    assert {piece.fate for pieces in added for piece in pieces} == {Fate.ADDED}


def test_title_visas_and_closing_are_compared_too() -> None:
    before = Draft("fr", "Loi sur les gares", preamble=("Vu la Constitution ;",), closing=("Rabat, le 3 mai.",))
    after = replace(before, title="Loi sur les gares routières", closing=("Rabat, le 4 mai.",))

    assert [(row.kind, set(row.cells[0].verdicts)) for row in compare(before, after)] == [
        ("title", {C}), ("preamble", {U}), ("closing", {C}),
    ]  # fmt: skip


def test_versions_in_two_languages_and_more_than_three_versions_are_refused() -> None:
    text = draft(law("fr"))
    with pytest.raises(ValueError, match="même langue"):
        compare(text, draft(law("ar"), "ar"))
    with pytest.raises(ValueError, match="deux ou trois"):
        compare(text, text, text, text)
    with pytest.raises(ValueError, match="deux ou trois"):
        compare(text)


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(12)), st.sampled_from(["fr", "ar"]))
def test_whatever_the_order_every_article_is_found_again(order: list[int], language: str) -> None:
    items = law(language)
    after = renumbered(language, [items[place] for place in order])
    rows = [row for row in compare(draft(items, language), draft(after, language)) if row.kind == "article"]

    assert [(row.base and row.base.paragraphs) for row in rows] == [item.paragraphs for item in items]  # type: ignore[union-attr]
    assert [row.cells[0].unit.paragraphs for row in rows if row.cells[0].unit] == [i.paragraphs for i in items]  # type: ignore[union-attr]
    assert all((N in row.cells[0].verdicts) == (order.index(place) != place) for place, row in enumerate(rows))


def test_a_text_of_many_articles_is_compared_near_their_places() -> None:
    many: list[Item] = [
        Article(f"Article {n}", str(n), (f"Objet {n} alpha{n} beta{n} gamma{n}.",)) for n in range(1, 801)
    ]
    after: list[Item] = [replace(i, paragraphs=(i.paragraphs[0] + " Fin.",)) for i in many if isinstance(i, Article)]

    found = verdicts(many, renumbered("fr", after[:400] + after[401:]))

    assert found["Article 401"] == {R}
    assert found["Article 400"] == {C}
    assert found["Article 402"] == {C, N}
    assert len(found) == 800
