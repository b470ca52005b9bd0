"""A process that limits itself ends alone, and nobody takes half of its answer for the whole."""

import logging

import pytest

from workflow.confinement import Answer, ask

CHECKING, OPENING = "documents.checking.child", "workflow.pieces.child"


@pytest.mark.parametrize(("module", "words"), [(CHECKING, ("unknown", "fr")), (OPENING, ("exe",)), ("no.module", ())])
def test_a_process_that_fails_gives_no_whole_answer_and_is_told_in_the_log(
    module: str, words: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        answer = ask(module, *words, content=b"secret", about="a file", patience=20)

    assert answer == Answer(b"", is_whole=False)
    assert f"{module} did not end well on a file of 6 bytes: 1" in caplog.text
    assert "secret" not in caplog.text


def test_a_process_that_has_no_turn_is_not_waited_for() -> None:
    assert not ask(OPENING, "docx", content=b"", about="a file", patience=0).is_whole
