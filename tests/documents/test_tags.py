"""The tags that dictionaries give to copy: each passes the check, and fills with its example."""

import pytest

from documents.checking.template import check_template
from documents.dictionary import FILTERS
from documents.tags import FILTERS_FR, WAYS_FR, Entry, entries, filters_fr
from documents.templates import OWNED, dictionary
from tests.documents.checking.word_files import page


def lines_of(listed: list[Entry]) -> list[str]:
    """Write each tag in a paragraph, and close a list once its fields are written."""
    lines: list[str] = []
    still: list[Entry] = []
    for entry in listed:
        while still and still[-1].depth >= entry.depth:
            lines.append(still.pop().close)
        lines.append(entry.tag)
        if entry.close:
            still.append(entry)
    return [*lines, *(entry.close for entry in reversed(still))]


@pytest.mark.parametrize("kind", OWNED)
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_tag_of_a_dictionary_can_be_copied_as_it_is(kind: str, language: str) -> None:
    schema = dictionary(kind, language)

    assert check_template(page(*lines_of(entries(schema))), schema) == []


def test_every_filter_is_explained_with_a_tag_that_uses_it() -> None:
    assert set(FILTERS_FR) == set(FILTERS)
    assert {name for name, _words, _tag in filters_fr(dictionary("note_interne"))} == set(FILTERS)
    assert all(f"|{name}" in tag for name, (_words, tag) in FILTERS_FR.items())


@pytest.mark.parametrize("tags", [tags for tags, _words in WAYS_FR if not any("tr" in tag for tag in tags)])
def test_the_ways_to_choose_and_repeat_pass_the_check(tags: tuple[str, ...]) -> None:
    written = [tag.replace("champ", "numero").replace("liste", "echeances") for tag in tags]
    lines = written if any("%p" in tag for tag in written) else [" … ".join(written)]

    assert check_template(page(*lines), dictionary("note_interne")) == []
