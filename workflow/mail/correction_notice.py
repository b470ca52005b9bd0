"""The mail that tells of a correction: it leaves only when the person who corrects asks for it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from models import LegalText, User
from workflow.calendar.time_zone import legal_day
from workflow.history.fold import fold
from workflow.history.steps import Recorded, steps_of
from workflow.mail.named_text import address_of, title_of
from workflow.mail.notice import notice
from workflow.people.recipients import Staff
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence


@dataclass(frozen=True)
class Told:
    """What the mail says, all of it true whatever the day it leaves."""

    title: str
    by: str
    what: str
    before: str
    after: str
    reason: str
    address: str


def tell_correction(
    session: Session, text: LegalText, correction: Recorded, *, by: User, at: datetime, base_url: str,
    told: Collection[UUID] = (),
) -> int:  # fmt: skip
    """Write to whoever answers for the text, but not to who corrects; the caller commits. Give how many are written.

    Those `told` are left out: another mail tells them of it.
    """
    words = _words(text, steps_of(session, text.id), correction, by, address_of(text, base_url))
    staff = Staff.at_work(session, on=legal_day(at))
    readers = [person for person in staff.responsible(text.responsible_id) if person.id not in {by.id, *told}]
    for person in readers:
        subject = f"Étape corrigée – {words.title}"
        session.add(notice("correction", words, person, key=str(correction.id), subject=subject, at=at))
    return len(readers)


def _words(text: LegalText, steps: Sequence[Recorded], correction: Recorded, by: User, address: str) -> Told:  # noqa: PLR0917
    procedure = procedure_of(text)
    before = fold(procedure, [step for step in steps if step.number < correction.number]).done
    after = {done.number: step_sentence(procedure, done) for done in fold(procedure, steps).done}
    said = {done.number: step_sentence(procedure, done) for done in before}
    together = [each for each in steps if each.facts.get("together") == correction.number] or [correction]
    numbers = [_about(steps, each, said.keys() | after.keys()) for each in together]
    number = numbers[0]
    what = "corrigé" if number in said and number in after else "barré" if number in said else "rétabli"
    return Told(
        title=title_of(text), by=by.name, what=f"a {what} {_count(len(numbers))}",
        before=" ".join(said.get(each, "") for each in numbers).strip(),
        after=" ".join(after.get(each, "") for each in numbers).strip(),
        reason=str(correction.facts.get("reason", "")), address=address,
    )  # fmt: skip


def _count(steps: int) -> str:
    return "une étape" if steps == 1 else f"{steps} étapes"


def _about(steps: Sequence[Recorded], correction: Recorded, known: Collection[int]) -> int:
    """Give the number of the step that a correction, or a correction of one, is about in the end."""
    number = correction.strikes or 0
    while number not in known:
        number = steps[number - 1].strikes or 0
    return number
