"""What the base knows of the texts of a table, told to the person who reads it again."""

from collections.abc import Iterator, Sequence

from web.commands.console import counted
from workflow.calendar.words import partial_short_fr
from workflow.importing.contrasts import Contrast
from workflow.importing.moved_since import MovedSince
from workflow.reports.same_text import known_as
from workflow.reports.table_again import KNOWN, Verdict, Weighed, tally

_VERDICTS = {
    Verdict.UNCHANGED: ("inchangé", "inchangés"),
    Verdict.MOVED: ("a avancé", "ont avancé"),
    Verdict.CONTRADICTED: ("contredit", "contredits"),
    Verdict.TWICE: ("en double", "en double"),
}
_INDENT = " " * 5


def lines_of(weighed: Sequence[Weighed]) -> Iterator[str]:
    """Say of each text that the base knows, or perhaps knows, or that stands twice, what the table tells beside it."""
    for each in weighed:
        title = f"« {each.planned.row.title} »"
        if each.twin:
            yield f"{title} (ligne {each.planned.row.line}) : {each.twin.why}"
        elif each.found and each.since:
            known = known_as(each.found)
            yield f"{title} : {known}{' :' if each.verdict is Verdict.UNDECIDED else ','} {_verdict(each)}"
            yield from _details(each.since)


def _verdict(each: Weighed) -> str:
    return {
        Verdict.MOVED: "a avancé depuis :",
        Verdict.UNCHANGED: "laissé tel quel. Inchangé.",
        Verdict.CONTRADICTED: "laissé tel quel. La page le contredit :",
        Verdict.UNDECIDED: "à décider, non repris.",
    }.get(each.verdict, "laissé tel quel.")


def _details(since: MovedSince) -> Iterator[str]:
    for step in since.steps:
        when = "étape déduite" if step.inferred and not step.on else partial_short_fr(step.on)
        said = f"{step.words} (déduite)" if step.inferred and step.on else step.words
        yield f"{_INDENT}{when:<14} {said}"
    yield from (f"{_INDENT}À vérifier : {doubt}" for doubt in since.doubts)
    for contrast in since.contrasts:
        yield from _side_by_side(contrast)


def _side_by_side(contrast: Contrast) -> Iterator[str]:
    yield f"{_INDENT}{contrast.of}"
    yield f"{_INDENT}  page    : {contrast.page}"
    yield f"{_INDENT}  Navette : {contrast.base}{' (à compléter)' if contrast.is_gap else ''}"


def known_counts(weighed: Sequence[Weighed]) -> str:
    """Count the known texts by what the table tells of them, in words; nothing where none is known."""
    counts = tally(weighed)
    said = [counted(counts[verdict], *words) for verdict, words in _VERDICTS.items() if counts[verdict]]
    return f"Textes déjà connus : {', '.join(said)}." if KNOWN & counts.keys() else ""
