"""A change of the law is one entry: newer texts follow it, older ones keep the law of their day and cite it."""

from datetime import date
from pathlib import Path

import pytest

from tests.workflow.builders import CALENDAR, TO_DEPOSITED, File, moved, when
from tests.workflow.law import due
from tests.workflow.small_procedure import IN_BLOCK, write_small_procedure
from workflow.deadlines.clocks import Clock, clocks
from workflow.deadlines.reckoning import explanation
from workflow.history.fold import fold
from workflow.history.steps import Supposed
from workflow.history.what_counts import OPEN
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.model import Procedure
from workflow.procedure.values import Length, Number, Value, cited_fr, faults, in_force
from workflow.rulebook.diagram import law_fr, length_fr
from workflow.rulebook.files import procedures, read_folder

ENTRY = """[[deadlines.values]]
since = 2026-03-01
length = "P45D"
basis_fr = "règlement de 2026, art. 12"
certainty = "memory"
"""
OPENED = {"before": "2026-02-28", "since": "2026-03-01"}
NARROWED = ("starts_with", "from_fact", "from_milestone", "only_if")


def small(folder: Path, entry: str = "") -> Procedure:
    """Read a procedure whose one deadline, of ten days, runs from the opening; `entry` is one more value of it."""
    block = write_small_procedure(folder) / IN_BLOCK
    lines = block.read_text("utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith(NARROWED))
    head, told, tail = text.partition("[[deadlines.extensions.redraft]]")
    block.write_text(f"{head}{entry}{told}{tail}", "utf-8")
    return read_folder(folder)["small"]


def signing(procedure: Procedure, opened: str, *moves: str) -> Clock:
    steps = [Supposed(1, OPEN, when(opened)), *(Supposed(rank, move) for rank, move in enumerate(moves, start=2))]
    (clock,) = clocks(procedure, fold(procedure, steps).done, CALENDAR)
    return clock


def test_one_entry_changes_the_law_from_its_day_and_leaves_older_clocks_alone(tmp_path: Path) -> None:
    (tmp_path / "as_it_was").mkdir()
    as_it_was = signing(small(tmp_path / "as_it_was"), OPENED["before"])
    changed = small(tmp_path, ENTRY)
    older, newer = signing(changed, OPENED["before"]), signing(changed, OPENED["since"])

    assert (older.due_on, older.value) == (as_it_was.due_on, as_it_was.value)
    assert [str(clock.length) for clock in (older, newer)] == ["P10D", "P45D"]
    assert explanation(older, CALENDAR) == [
        "Délai légal : article 1.",
        "28 février 2026, plus 10 jours : 10 mars 2026.",
        "Échéance : 10 mars 2026.",
    ]
    assert explanation(newer, CALENDAR) == [
        "Délai légal : règlement de 2026, art. 12 (de mémoire, à vérifier).",
        "1er mars 2026, plus 45 jours : 15 avril 2026.",
        "Échéance : 15 avril 2026.",
    ]


def test_an_extension_has_a_law_of_its_own_and_cites_it_where_it_differs(tmp_path: Path) -> None:
    lines = explanation(signing(small(tmp_path, ENTRY), OPENED["since"], "redraft"), CALENDAR)

    assert lines[2:] == ["Prolongation d’un mois (article 2).", "Échéance : 15 mai 2026."]


def test_a_referral_of_2014_cites_no_rules_of_2024() -> None:
    file = File.opened("projet_de_loi", *TO_DEPOSITED, moved("refer_to_committee", "2014-03-03"))
    (clock,) = [clock for clock in file.clocks if clock.rule.code == "committee"]

    assert str(clock.due_on) == due("committee", "2014-03-03")
    assert "art." not in clock.basis_fr
    assert clock.basis_fr.endswith("(point à éclaircir)")


def test_the_law_of_an_unknown_day_is_not_guessed() -> None:
    file = File.opened("projet_de_loi", *TO_DEPOSITED, moved("refer_to_committee"))
    (clock,) = [clock for clock in file.clocks if clock.rule.code == "committee"]

    assert (clock.value, clock.due_on) == (None, None)
    assert clock.basis_fr == "le texte applicable dépend du jour de départ, qui n’est pas connu"


def value(since: str = "", chamber: str | None = None, length: str = "P10D", **more: bool) -> Length:
    day = date.fromisoformat(since) if since else None
    return Length(since=day, chamber=chamber, length=length, basis_fr=f"loi de {since}", certainty="read", **more)


HISTORY = [value(), value("2012-01-01", "north", "P20D"), value("2013-01-01", "south", "P30D"), value("2014-01-01")]


@pytest.mark.parametrize(
    ("day", "chamber", "found"),
    [
        ("2011-12-31", "north", 0),
        ("2012-01-01", "north", 1),
        ("2012-01-01", "south", 0),
        ("2012-01-01", None, 0),
        ("2013-01-01", "north", 1),
        ("2013-01-01", "south", 2),
        ("2014-01-01", "south", 3),
    ],
)
def test_the_value_in_force_is_that_of_the_day_and_of_the_chamber(day: str, chamber: str | None, *, found: int) -> None:
    assert in_force(HISTORY, date.fromisoformat(day), chamber) is HISTORY[found]
    assert list(faults(HISTORY, ["north", "south"])) == []


def test_before_the_oldest_value_there_is_no_law() -> None:
    assert in_force(HISTORY[1:], date(2011, 12, 31), "north") is None


def rule(*values: Length) -> DeadlineRule:
    small = {"code": "signing", "label_fr": "Signer", "label_ar": "التوقيع", "runs_in": (), "owner": "division"}
    return DeadlineRule(**small, nature="law", values=values)  # type: ignore[arg-type]


def test_a_repealed_rule_starts_no_clock_from_that_day_on() -> None:
    ended = rule(value("2012-01-01"), value("2020-01-01", length="", repealed=True))

    assert ended.value_on(date(2019, 12, 31)) == ended.values[0]
    assert ended.value_on(date(2020, 1, 1)) is None
    assert length_fr(ended) == "plus de délai"


def test_the_latest_lengths_are_said_once_or_for_each_chamber() -> None:
    assert length_fr(rule(*HISTORY)) == "10 jours"
    assert length_fr(rule(*HISTORY[:3])) == "20 jours ou 30 jours"


def test_a_procedure_tells_the_whole_history_of_its_law(tmp_path: Path) -> None:
    procedure = small(tmp_path, ENTRY)

    assert list(law_fr(procedure.deadlines["signing"], procedure)) == [
        "10 jours : article 1",
        "45 jours : règlement de 2026, art. 12 (de mémoire, à vérifier), depuis le 1er mars 2026",
        "prolongation d’un mois : article 2",
    ]
    assert list(law_fr(rule(*HISTORY), procedure))[1:3] == [
        "20 jours : loi de 2012-01-01, depuis le 1er janv. 2012 (la Chambre du Nord)",
        "30 jours : loi de 2013-01-01, depuis le 1er janv. 2013 (la Chambre du Sud)",
    ]


@pytest.mark.parametrize(
    ("certainty", "words"),
    [
        ("read", "article 1"),
        ("memory", "article 1 (de mémoire, à vérifier)"),
        ("practice", "article 1 (d’après la pratique)"),
        ("unclear", "article 1 (point à éclaircir)"),
    ],
)
def test_what_was_not_read_in_its_source_says_so(certainty: str, words: str) -> None:
    told = Value(basis_fr="article 1", certainty=certainty)  # type: ignore[arg-type]

    assert told.cited_fr == words


def test_a_move_without_basis_says_at_most_how_sure_it_is() -> None:
    assert (cited_fr("", None), cited_fr("", "practice")) == ("", "d’après la pratique")


def test_a_number_of_the_law_is_that_of_the_day() -> None:
    more = {"basis_fr": "loi", "certainty": "read"}
    values = [Number(since=date(2012, 1, 1), value=10, **more), Number(since=date(2020, 1, 1), value=5, **more)]  # type: ignore[arg-type]
    words = procedures()["decret"].vocabulary.model_copy(update={"numbers": {"pages": tuple(values)}})
    days = (date(2011, 12, 31), date(2012, 1, 1), date(2019, 12, 31), date(2020, 1, 1), None)

    assert [words.number_on("pages", day) for day in days] == [None, 10, 10, 5, 5]
    with pytest.raises(KeyError):
        words.number_on("lines", None)


@pytest.mark.parametrize(
    ("kind", "number", "code"),
    [("decret", "days_of_distribution", "distribution"), ("loi_organique", "days_before_organic_vote", "organic_wait")],
)
def test_a_condition_asks_for_the_days_that_the_deadline_counts(kind: str, number: str, *, code: str) -> None:
    procedure = procedures()[kind]
    for day in (date(2011, 7, 29), *(value.since or date.min for value in procedure.deadlines[code].values)):
        value = procedure.deadlines[code].value_on(day)
        duration = value.duration("calendar") if value else None
        days = abs(duration.count) if duration else None
        assert procedure.vocabulary.number_on(number, day) == days
