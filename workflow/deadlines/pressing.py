"""Which of several deadlines presses first: the one that a list, a page or a table names of a text."""

from datetime import date

from workflow.procedure.deadline_rule import DeadlineRule

# What ranks before what: a limit of the law that has passed, what is still to come, what has passed and binds nobody.
_LATE, _TO_COME, _PASSED = range(3)
Place = tuple[int, date, bool]


def place_of(rule: DeadlineRule, due_on: date, *, on: date) -> Place:
    """Give what orders deadlines by how they press on the day `on`, the first to name being the least.

    Of one rank the earlier day comes first, and of one day the law's.
    """
    passed = _LATE if rule.is_legal else _PASSED
    rank = _TO_COME if due_on >= on else passed
    return rank, due_on, not rule.is_legal
