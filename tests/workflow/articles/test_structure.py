import pytest

from workflow.articles.structure import Article, Division, Draft, Reading, Unplaced, from_json, placed, to_json

ITEMS = (
    Division("titre", "القسم الأول", "1", "أحكام عامة"),
    Article("المادة الأولى", "1", ("نص.",)),
    Division("chapitre", "الباب الأول", "1"),
    Article("المادة 2", "2", ("أ", "ب")),
    Division("titre", "القسم الثاني", "2"),
    Article("المادة 3", "3"),
)


def test_the_path_of_an_article_follows_from_the_order_of_the_items() -> None:
    assert [item.path for item in placed(ITEMS) if isinstance(item, Article)] == [
        ("titre 1",), ("titre 1", "chapitre 1"), ("titre 2",),
    ]  # fmt: skip


def test_a_reading_is_written_and_read_back_equal() -> None:
    draft = Draft("ar", "مشروع قانون", ("المملكة",), ("ديباجة",), placed(ITEMS), ("وحرر",), ("ملحق",))
    reading = Reading(draft, (Unplaced(3, "كلمات", "Pourquoi."),))

    assert from_json(to_json(reading)) == reading
    assert to_json(from_json(to_json(reading))) == to_json(reading)


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"draft": {}, "unplaced": []}', '{"draft": 1}', "null"])
def test_what_is_no_reading_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - broken JSON is a ValueError of its own
        from_json(written)


def test_a_level_that_does_not_exist_is_refused() -> None:
    written = to_json(Reading(Draft("fr", items=(Division("titre", "Titre I", "1"),)))).replace('"titre"', '"étage"')

    with pytest.raises(ValueError, match="étage"):
        from_json(written)
