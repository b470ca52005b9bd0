"""How long before a Council a text is distributed, reckoned backwards under the law of the day of that Council."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models import PartialDate
from workflow.procedure.values import in_force
from workflow.procedure.vocabulary import Vocabulary

_NUMBER = "days_of_distribution"


class Reach(StrEnum):
    """Whether a text can be before a Council: in time, by a shortened delay alone, or not at all."""

    IN_TIME = "in time"
    SHORTENED = "shortened"
    TOO_LATE = "too late"


@dataclass(frozen=True)
class Notice:
    """What the law asks before the Council of the day `council_on`: `days` of distribution, None where it asks none.

    `cited_fr` is its legal basis, empty where it asks none (loi organique n° 065-13, art. 13; décret n° 2-20-740,
    art. 1).
    """

    council_on: date
    days: int | None = None
    cited_fr: str = ""

    @property
    def last_day(self) -> date:
        """The last useful day of distribution: where the law asks for no delay, that of the Council."""
        return self.council_on - timedelta(days=self.days or 0)

    def reach(self, distributed_on: date | None, *, today: date) -> Reach:
        """Tell how a text distributed that day, or not before `today`, can be before the Council."""
        day = distributed_on or today
        if day > self.council_on:
            return Reach.TOO_LATE
        return Reach.IN_TIME if day <= self.last_day else Reach.SHORTENED


def notice_of(council_on: date, vocabulary: Vocabulary) -> Notice:
    """Give what the law of that day asks before a Council."""
    value = in_force(vocabulary.numbers[_NUMBER], council_on)
    return Notice(council_on, value.value, value.cited_fr) if value else Notice(council_on)


def known_day(distributed: PartialDate | None) -> date | None:
    """Give the day from which a distribution is reckoned: where only its month is known, the last one it can be."""
    return distributed.last_day if distributed else None
