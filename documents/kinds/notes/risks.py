"""What a text risks, as its file tells it: a deadline that is near, opinions against it, texts of application late."""

from collections.abc import Iterator

from documents.case import Case
from documents.fields import clock_day, clock_label, days_left, due_next, is_over, named_ar, quoted
from documents.language import Language, wording
from workflow.history.opinions import opinions

# How near a deadline is for it to be told, in days.
_NEAR = 15
_AGAINST = {
    "unfavourable": ("Avis défavorable", "رأي غير موافق"),
    "reserved": ("Avis favorable avec réserves", "رأي موافق مع تحفظات"),
}


def risks(case: Case, language: Language) -> list[str]:
    """Say what the text risks, a sentence each; of a draft alone what others think of it."""
    return list(_risks(case, language))


def _risks(case: Case, language: Language) -> Iterator[str]:
    say = wording(language)
    if not is_over(case):
        for clock in due_next(case):
            if 0 <= (clock.days_left(case.on) or 0) <= _NEAR:
                label = clock_day(quoted(clock_label(clock, language), language), clock, language)
                left = days_left(clock, case, language)
                yield say(f"L’échéance {label} est proche ({left}).", f"اقترب أجل {label} ({left}).")
        if not case.procedure.is_act(case.situation.state):
            yield from _against(case, language)
    if late := case.application.late:
        yield say(f"Textes d’application en retard ({late}).", f"نصوص تطبيقية متأخرة ({late}).")


def _against(case: Case, language: Language) -> Iterator[str]:
    say = wording(language)
    for each in opinions(case.situation):
        if each.answer in _AGAINST:
            name = named_ar(each.body, each.asked_on) if language == "ar" else each.name_fr
            yield f"{say(*_AGAINST[each.answer])} ({name})."
