"""Phrases with parts that are left out when what they say is not known."""

import pytest

from workflow.language.phrases import blanks, fill, opening

VALUES = {"a": "un", "b": "deux", "e": "", "none": ""}


@pytest.mark.parametrize(
    ("phrase", "filled"),
    [
        ("{a} et {b}.", "Un et deux."),
        ("le texte[ de {a}].", "Le texte de un."),
        ("le texte[ de {none}].", "Le texte."),
        ("le texte[ de {a}[ et {none}]].", "Le texte de un."),
        ("le texte[ de {none}[ et {a}]].", "Le texte."),
        ("[{a}[ {none}], ]le texte", "Un, le texte"),
        ("le texte adopté{e}[ reçu{e} {a}]", "Le texte adopté reçu un"),  # an ending that agrees is never missing
        ("{none}le texte", "Le texte"),
        ("vu[ par {a}| avec {b}].", "Vu par un."),
        ("vu[ par {none}| avec {b}].", "Vu avec deux."),
        ("vu[ par {none}| avec {none}].", "Vu."),
        ("vu[ par {none}| seul].", "Vu seul."),
        ("vu[ par {none}| par {a}[ et {none}| et {b}]| seul].", "Vu par un et deux."),
        ("a | b", "A | b"),
        ("été", "Été"),
        ("", ""),
    ],
)
def test_a_phrase_is_filled_and_what_is_not_known_is_left_out(phrase: str, filled: str) -> None:
    assert fill(phrase, VALUES.__getitem__) == filled


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("à revoir", "Renvoyé : à revoir."),
        ("à revoir.", "Renvoyé : à revoir."),
        ("à revoir ?", "Renvoyé : à revoir ?"),
        ("à revoir !", "Renvoyé : à revoir !"),
        ("à revoir…", "Renvoyé : à revoir…"),
        ("art. 3, 4, etc.", "Renvoyé : art. 3, 4, etc."),
        ("« à revoir. »", "Renvoyé : « à revoir. »."),
        ("هل يراجع؟", "Renvoyé : هل يراجع؟"),
        ("", "Renvoyé."),
    ],
)
@pytest.mark.parametrize("phrase", ["Renvoyé[ : {typed}].", "Renvoyé[[ : {typed}]]."])
def test_a_sentence_ends_once_whatever_people_typed_at_its_end(phrase: str, typed: str, said: str) -> None:
    assert fill(phrase, {"typed": typed}.__getitem__) == said


@pytest.mark.parametrize("phrase", ["a}", "{a", "{A}", "{a b}", "a]", "[a", "[[a]", "]a["])
def test_a_phrase_whose_braces_lead_nowhere_is_no_phrase(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(blanks(phrase))


def test_the_blanks_of_a_phrase_are_listed() -> None:
    assert list(blanks("{this}[ {council:of}[ {vote.votes}]]")) == ["this", "council:of", "vote.votes"]


@pytest.mark.parametrize(
    ("phrase", "first"),
    [
        ("{this} est là ; il y reste.", "{this} est là"),
        ("{this} est là.", "{this} est là"),
        ("{this} est là[ {on}] ; il y reste ; longtemps.", "{this} est là[ {on}]"),
        ("{this} a paru[ {on:of}][ ; il sert {due.start}| ; il attend].", "{this} a paru[ {on:of}]"),
    ],
)
def test_the_first_clause_of_a_phrase_is_a_phrase(phrase: str, first: str) -> None:
    assert opening(phrase) == first
