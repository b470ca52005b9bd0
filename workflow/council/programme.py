"""Which texts are before which Council: those on its agenda, and those that can still be before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from workflow.council.days import Meeting
from workflow.council.notice import Notice, Reach, notice_of
from workflow.council.texts import Expected, on_agenda
from workflow.procedure.vocabulary import Choice, Vocabulary


@dataclass(frozen=True)
class Council:
    """One Council: the texts on its agenda, those that can still be before it in time, or by a shorter delay alone."""

    meeting: Meeting
    notice: Notice
    listed: list[Expected] = field(default_factory=list)
    in_time: list[Expected] = field(default_factory=list)
    shortened: list[Expected] = field(default_factory=list)

    @property
    def on(self) -> date:
        """Its day."""
        return self.meeting.on

    @property
    def to_distribute(self) -> list[Expected]:
        """Those of `in_time` that are still to be distributed."""
        return [each for each in self.in_time if not each.is_distributed]


def council_of(texts: Sequence[Expected], meeting: Meeting, vocabulary: Vocabulary) -> Council:
    """Group the texts around one Council; those that can no longer be before it are left out."""
    council = Council(meeting, notice_of(meeting.on, vocabulary), on_agenda(texts, meeting.on))
    if not meeting.is_expected:
        return council
    for each in texts:
        reach = Reach.TOO_LATE if each.is_listed else each.reach(council.notice)
        if reach is Reach.IN_TIME:
            council.in_time.append(each)
        elif reach is Reach.SHORTENED:
            council.shortened.append(each)
    return council


def programme(texts: Sequence[Expected], meetings: Sequence[Meeting], vocabulary: Vocabulary) -> list[Council]:
    """Give the Councils of these days, each text once: where it is listed, else before the first one it can make.

    A Council that was aimed for is not preceded by another: the text waits for that day.
    """
    councils = [council_of(texts, meeting, vocabulary) for meeting in meetings]
    placed: set[int] = set()
    for council in councils:
        first = [each for each in council.in_time if id(each) not in placed and not _waits(each, council)]
        placed.update(map(id, first))
        council.in_time[:] = first
    return councils


def awaited(texts: Sequence[Expected], *, today: date) -> dict[date, list[Expected]]:
    """Give the texts of Councils that have met, or meet `today`, and whose result is not known, the oldest first."""
    days = sorted({day for each in texts if (day := each.council_on) and day <= today})
    return {day: on_agenda(texts, day) for day in days}


def shorter_delays(vocabulary: Vocabulary) -> tuple[Choice, ...]:
    """Give the reasons for which the delay of distribution is shortened (décret n° 2-20-740, art. 2)."""
    return vocabulary.facts["shortened"].choices


def named_days(texts: Sequence[Expected]) -> Iterator[date]:
    """Give the days that the agendas of texts name."""
    yield from {day for each in texts if (day := each.council_on)}


def _waits(each: Expected, council: Council) -> bool:
    return bool(each.aimed_on and each.aimed_on > council.on)
