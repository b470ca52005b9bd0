"""What a template says itself, between its tags, set as its values are; and its runs finished once all is known."""

import re
from collections.abc import Callable
from functools import lru_cache

from documents.directions import set_directions
from documents.engine.source import MASK
from documents.engine.values import LATER, held, set_words, tab_in
from documents.ordinals import RUN, raise_ordinals

_WORDS = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(?=</w:t>)")
_LOOK = re.compile("<w:r(?: [^>]*)?>(<w:rPr>.*?</w:rPr>)", re.DOTALL)
_PIECES = re.compile("(\ue000\\d+\ue001)")
_RIGHT_TO_LEFT = re.compile(r'<w:rtl(?: w:val="(?:1|true|on)")?/>')
_MAY_RANK = re.compile("[1-9]er?|\ue001er?(?![A-Za-zÀ-ÿ])")
# The names of a letterhead come back on each paper; a run takes about a kilobyte.
_REMEMBERED = 2048


def is_right_to_left(look: str) -> bool:
    """Whether a run goes from right to left, by the XML of its properties."""
    return _RIGHT_TO_LEFT.search(look) is not None


def set_literals(xml: str) -> str:
    """Set the words of each run, and finish those without tags; the tags of `xml` are masked.

    A run with tags holds LATER where it can only be finished with its values: an ordinal may come together, or it goes
    from right to left.
    """
    return RUN.sub(_set_run, xml)


def finish_later(xml: str) -> str:
    """Finish the runs that hold a LATER, and take every LATER away."""
    return change_runs(xml, LATER, lambda run, _start: finished(run.replace(LATER, "")))


def change_runs(xml: str, mark: str, change: Callable[[str, int], str]) -> str:
    """Change the runs that hold a mark, in their order; `change` is given each, and where it starts."""
    done: list[str] = []
    last = 0
    while (found := xml.find(mark, last)) >= 0:
        start = max(xml.rfind("<w:r>", last, found), last)
        start = max(xml.rfind("<w:r ", start, found), start)
        end = xml.find("</w:r>", found) + len("</w:r>")
        done += (xml[last:start], change(xml[start:end], start))
        last = end
    return "".join((*done, xml[last:])) if done else xml


@lru_cache(maxsize=_REMEMBERED)
def finished(run: str) -> str:
    """Finish a run whose words are all known: tabs and hyphens as Word's own, directions, ordinals."""
    if "\t" in run:
        look = _LOOK.match(run)
        tab = tab_in(look[1] if look else "")
        run = _WORDS.sub(lambda words: words[0].replace("\t", tab), run)
    return raise_ordinals(_hold(set_directions(run)))


def _set_run(run: re.Match[str]) -> str:
    set_run = _in_pieces(set_words, run[0])
    if not MASK.search(set_run):
        return finished(set_run)
    if is_right_to_left(run["look"] or ""):
        return _in_pieces(_later, set_run)
    if any(_MAY_RANK.search(words) for _opened, words in _WORDS.findall(set_run)):
        # Before each piece, for a value that holds a tab cuts the run in two.
        set_run = _in_pieces(_later, set_run)
    return _hold(set_run)


def _in_pieces(change: Callable[[str], str], run: str) -> str:
    def changed(words: re.Match[str]) -> str:
        pieces = _PIECES.split(words[2])
        return words[1] + "".join(each if MASK.fullmatch(each) else change(each) for each in pieces)

    return _WORDS.sub(changed, run)


def _hold(run: str) -> str:
    return _WORDS.sub(lambda words: words[1] + held(words[2]), run)


def _later(piece: str) -> str:
    return LATER + piece
