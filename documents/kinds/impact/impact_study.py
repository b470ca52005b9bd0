"""What the file tells of the impact study of a bill: ordered, prolonged, delivered, and due when."""

from dataclasses import dataclass
from datetime import date

from documents.case import Case
from documents.filters import date_long_ar
from documents.language import Language, wording
from models import PartialDate
from workflow.history.fold import Done
from workflow.sentences.sentence import date_fr

_CLOCK = "impact_study"


@dataclass(frozen=True)
class ImpactStudy:
    """The steps of the study, each None while it was not recorded.

    `due_on` is the end of its running delay, `is_estimated` whether that day is not known exactly.
    """

    ordered: Done | None
    extended: Done | None
    delivered: Done | None
    due_on: date | None
    is_estimated: bool


def impact_study(case: Case) -> ImpactStudy:
    """Read the study from the steps and the clocks of the text (décret n° 2-17-585, art. 2 and 6)."""
    clock = next((clock for clock in reversed(case.clocks) if clock.rule.code == _CLOCK), None)
    return ImpactStudy(
        _last(case, "order_impact_study"), _last(case, "extend_impact_study"), _last(case, "deliver_impact_study"),
        clock.due_on if clock else None, bool(clock and clock.is_estimated),
    )  # fmt: skip


def may_have_study(case: Case) -> bool:
    """Whether the procedure of the text knows the study: bills that décret n° 2-17-585, art. 3, does not exempt."""
    return _CLOCK in case.procedure.deadlines


def study_told(case: Case, language: Language) -> str:
    """Say in a sentence what became of the study."""
    say, study = wording(language), impact_study(case)
    if not may_have_study(case):
        return say("Sans objet pour cette nature de texte.", "غير ذي موضوع بالنسبة لهذا النوع من النصوص.")
    if study.ordered is None:
        return say("Aucune étude d’impact n’a été décidée.", "لم يتقرر إنجاز أي دراسة للأثر.")
    ordered = say(
        f"Étude décidée{_on(study.ordered.on, language)}", f"تقرر إنجاز الدراسة{_on(study.ordered.on, language)}"
    )
    if study.delivered is None:
        return say(f"{ordered}, non encore remise.", f"{ordered}، ولم تسلم بعد.")
    day = _on(study.delivered.on, language)
    return say(
        f"{ordered}, remise{day} ; son résumé est présenté au Conseil (décret n° 2-17-585, art. 10).",
        f"{ordered}، وسلمت{day}؛ ويعرض ملخصها على المجلس (المرسوم رقم 2.17.585، المادة 10).",
    )


def _on(when: PartialDate | None, language: Language) -> str:
    if when is None:
        return ""
    return wording(language)(f" {date_fr(when)}", f" بتاريخ {date_long_ar(when)}")


def _last(case: Case, move: str) -> Done | None:
    return next((done for done in reversed(case.situation.done) if done.move == move), None)
