"""What the search for a path counts against a way: the fewer points, the likelier the history."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SearchCosts:
    """Points against a way; one ordinary step that nobody told counts ten."""

    # A supposed step, by how it is offered: of two ways that fit, the shorter is the likelier. One that is not the way
    # on is worth four that are, and a rare one ten: nearly a whole way from first draft to Parliament.
    step: int = 10
    other_step: int = 40
    rare_step: int = 100
    # Each move that the words name before this one: the order among readings of the same words decides between equals.
    second_choice: int = 4
    # What sources often tell loosely: the number of the reading, the chamber that sends for the one that receives.
    loosely_told: int = 12
    # What contradicts the file: the chamber, the words or the day told, or a rule that was to be kept then.
    contradicted: int = 50
    # A move that the words do not mean, where nothing else fits: as dear as two contradictions.
    last_resort: int = 100
    # What shows a text in effect, noted where it has none yet: dearer than the whole way from first draft to there.
    without_effect: int = 400
    # A milestone left out: dearer than any way that keeps it.
    left_out: int = 2000
    # Another order of the same milestones is believed only if it saves more than a step.
    other_order: int = 15
    # The ways that are kept in mind after each milestone, as the next one may need them: how many, how much dearer than
    # the best, and how many steps long between two milestones; more would take longer and find the same.
    ways: int = 12
    detour: int = 100
    longest: int = 45


COSTS = SearchCosts()
