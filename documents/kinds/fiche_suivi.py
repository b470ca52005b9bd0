"""The record of one text: what it is, where it stands, its deadlines, its ties, and its whole way.

Fields: those of every paper, and `incidence_financiere`, `echeances` (libelle, fondement, date, etat),
`echeances_tenues` (how many are left out), `liens` (libelle, texte), `etapes` (etat, date, jours, faits, par).
"""

from datetime import date
from functools import cache

from docx.document import Document as Page

from documents import grids, layout
from documents.case import Case, Recorded
from documents.engine.archive import packed
from documents.fields import of_case
from documents.house_style import base
from documents.kind import Fields, Kind
from documents.paragraphs import Arabic, tag, write
from models import DeadlineStatus, PartialDate
from workflow.calendar.lateness import days_left_fr
from workflow.calendar.words import day_short_fr, partial_short_fr
from workflow.deadlines.clocks import Clock
from workflow.history.facts import confirmed
from workflow.history.fold import OURS
from workflow.language.typography import DASH, DOTS, capital
from workflow.sentences.path import days_since
from workflow.sentences.sentence import how_sure_fr, step_sentence

_LATE = "\nen retard"

_TOLD_APART = {"reference": "Réf. : ", "note": ""}


def context(case: Case) -> Fields:
    """Tell everything the file knows, in tables."""
    told = [clock for clock in case.clocks if not _was_kept(clock)]
    return of_case(case) | {
        "incidence_financiere": "oui" if case.text.financial_impact else "non",
        "echeances": [_deadline(case, clock) for clock in sorted(told, key=_rank)],
        "echeances_tenues": len(case.clocks) - len(told),
        "liens": [{"libelle": tie.label, "texte": capital(tie.citation)} for tie in case.ties],
        "etapes": _timeline(case),
    }


def _rank(clock: Clock) -> tuple[bool, date]:
    """Open ones first, then by due date."""
    return not clock.is_open, clock.due_on or date.max


def _deadline(case: Case, clock: Clock) -> Fields:
    return {
        "libelle": clock.label_fr,
        "fondement": capital(clock.basis_fr),
        "date": day_short_fr(clock.due_on) if clock.due_on else DOTS,
        "etat": _status(clock, case.on),
    }


def _status(clock: Clock, day: date) -> str:
    if clock.status is DeadlineStatus.SUSPENDED:
        return "suspendue"
    if clock.is_open and clock.is_over(day):
        return "écoulée"
    if clock.is_open:
        return days_left_fr(clock.days_left(day))
    closed = clock.closed_on
    if closed is None:
        return "close"
    return f"close : {partial_short_fr(closed)}{_LATE if _is_late(clock) else ''}"


def _is_late(clock: Clock) -> bool:
    """Whether it was closed after its due date, whatever the day it was."""
    is_limit = clock.rule.term == "limit"
    return bool(is_limit and clock.closed_on and clock.due_on and clock.closed_on.first_day > clock.due_on)


def _was_kept(clock: Clock) -> bool:
    """Whether it was certainly closed in time."""
    return bool(clock.closed_on and clock.due_on and clock.closed_on.last_day <= clock.due_on)


def _timeline(case: Case) -> list[Fields]:
    # What was changed on the file itself is no stage: its day ends nothing and lasts nothing.
    stages = [step.done for step in case.steps if step.done.move not in OURS]
    ended = case.procedure.states[case.situation.state].is_end
    ends = [*(later.on for later in stages[1:]), None if ended else PartialDate.of(case.on)]
    days = {done.number: _days(done.on, end) for done, end in zip(stages, ends, strict=True)}
    return [_step(case, step, days.get(step.done.number, DASH)) for step in case.steps]


def _step(case: Case, step: Recorded, days: str) -> Fields:
    done = step.done
    how_sure = how_sure_fr(done.facts, inferred=done.inferred)
    facts = [f"{step_sentence(case.procedure, done)}{f' ({how_sure})' if how_sure else ''}"]
    for name, label in _TOLD_APART.items():
        words = done.facts.get(name)
        facts += [f"{label}{words}"] if words and words not in facts[0] else []
    facts += [f"Confirmé malgré ce doute : {words}" for words in confirmed(done.facts)]
    return {
        "etat": case.procedure.at(done.version, done.kind).states[done.to_state].label_fr,
        "date": partial_short_fr(done.on),
        "jours": days,
        "faits": "\n".join(facts),
        "par": step.by or DASH,
    }


def _days(start: PartialDate | None, end: PartialDate | None) -> str:
    """Count how long a step lasted, when both ends are known to the day and in their order."""
    days = days_since(start, end.first_day) if end and end.is_full else None
    return DASH if days is None else str(days)


def _draw_way(page: Page) -> None:
    tag(page, "if liens")
    layout.heading(page, "Textes liés")
    ties = grids.ruled(page, "Textes liés", (("Lien", 5.0), ("Texte", 11.0)))
    grids.fill_rows(ties, "lien in liens", ("{{ lien.libelle }}", "{{ lien.texte }}"))
    tag(page, "endif")
    layout.heading(page, "Parcours")
    columns = (("Étape", 3.4), ("Date", 2.6), ("Jours", 1.4), ("Ce qui s’est passé", 5.8), ("Saisi par", 2.8))
    way = grids.ruled(page, "Parcours du texte, de l’ouverture du dossier à ce jour", columns)
    fields = ("{{ s.etat }}", "{{ s.date }}", "{{ s.jours }}", "{{ s.faits }}", "{{ s.par }}")
    grids.fill_rows(way, "s in etapes", fields)
    write(page, "Établi à partir des étapes enregistrées ; chaque durée court jusqu’à l’étape suivante.", "Note")


@cache
def template() -> bytes:
    """Draw the factory page."""
    page = base()
    layout.letterhead(page)
    layout.title(page, "Fiche de suivi", "بطاقة تتبع نص", under="Situation au {{ situation_le|date_longue }}")
    identity = (
        ("Intitulé", "{{ intitule }}"),
        ("Intitulé en arabe", Arabic("{{ intitule_ar|points }}")),
        ("Nature", "{{ nature }}"),
        ("Numéro", "{{ numero|points }}"),
        ("Suivi par", "{{ responsable|points }}"),
        ("Incidence financière", "{{ incidence_financiere }}"),
    )
    grids.pairs(page, "Identité du texte", identity)
    layout.heading(page, "Où en est le texte")
    write(page, "{{ phrase }}")
    held = "{{ detenteur }}{% if detenu_depuis %}, {{ detenu_depuis }}{% endif %}"
    standing = (("Entre les mains de", held), ("Prochaine étape", "{{ prochaine_action }}"))
    grids.pairs(page, "Qui détient le texte, et ce qui vient ensuite", standing)
    layout.heading(page, "Échéances")
    tag(page, "if echeances")
    columns = (("Échéance", 4.9), ("Date", 2.5), ("État", 3.6), ("Fondement", 5.0))
    deadlines = grids.ruled(page, "Échéances du texte", columns)
    grids.fill_rows(
        deadlines, "e in echeances", ("{{ e.libelle }}", "{{ e.date }}", "{{ e.etat }}", "{{ e.fondement }}")
    )
    tag(page, "else")
    write(page, "Aucune échéance en cours ni dépassée.")
    tag(page, "endif")
    tag(page, "if echeances_tenues")
    write(page, "Échéances respectées, non reprises ici : {{ echeances_tenues }}.", "Note")
    tag(page, "endif")
    _draw_way(page)
    layout.footer(page)
    return packed(page)


KIND = Kind("fiche_suivi", "Fiche de suivi", "بطاقة تتبع نص", context, template)
