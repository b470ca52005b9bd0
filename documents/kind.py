"""A kind of paper: what it says of its subject, and the page it says it on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Fields = dict[str, Any]
Subject = TypeVar("Subject")


@dataclass(frozen=True)
class Kind(Generic[Subject]):
    """One kind of paper; `template` gives the factory Word file that `context` fills."""

    code: str
    label_fr: str
    label_ar: str
    context: Callable[[Subject], Fields]
    template: Callable[[], bytes]
    # The phases in which people are offered it; every phase when none is named. A move may owe it at any time.
    phases: frozenset[str] = frozenset()

    def is_offered_in(self, phase: str) -> bool:
        """Whether somebody would ask for this paper while a text is in that phase."""
        return not self.phases or phase in self.phases
