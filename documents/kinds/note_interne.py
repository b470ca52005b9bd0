"""The note to the minister, under cover of the secretary general: where a text stands and what is asked.

Fields: those of every paper, and `echeances` (libelle, date, fondement, reste), `obstacles` (sentences: what closes the
next step, what is late, and of a draft the opinions, observations and signatures still open; none once its way has
ended), `acheve` (whether the way of the text has ended: no decision is asked then).
"""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from docx.document import Document as Page

from documents import grids, layout
from documents.case import Case
from documents.engine.archive import packed
from documents.fields import due_next, is_over, of_case
from documents.house_style import base
from documents.kind import Fields, Kind
from documents.paragraphs import tag, write
from workflow.calendar.lateness import days_left_fr
from workflow.conditions.observations import has_settled_observations
from workflow.conditions.opinions import has_compulsory_opinions
from workflow.conditions.signatures import has_all_signatures
from workflow.history.observations import Observation, still_open
from workflow.history.opinions import Opinion, opinions
from workflow.history.signatures import Signature, signatures
from workflow.language.articles import named_articles
from workflow.language.typography import capital
from workflow.sentences.sentence import date_fr

_SHOWN = 3


def context(case: Case) -> Fields:
    """Say where the text stands, what presses, what blocks."""
    return of_case(case) | {
        "echeances": [
            {
                "libelle": clock.label_fr,
                "date": clock.due_on,
                "fondement": capital(clock.basis_fr),
                "reste": days_left_fr(clock.days_left(case.on)),
            }
            for clock in due_next(case)[:_SHOWN]
        ],
        "obstacles": [] if is_over(case) else _obstacles(case),
        "acheve": is_over(case),
    }


def _obstacles(case: Case) -> list[str]:
    # Only what stands before the next step: that another move is closed blocks nothing.
    ahead = list(
        takewhile(lambda each: each.reasons, (each for each in case.moves if each.move.offered in ("first", "next")))
    )
    late = [
        f"Échéance dépassée : {clock.label_fr[:1].lower()}{clock.label_fr[1:]}."
        for clock in due_next(case)
        if (clock.days_left(case.on) or 0) < 0
    ]
    closed = [reason for each in ahead for reason in each.reasons]
    asked = frozenset(name for each in ahead for name in each.move.guards)
    return list(dict.fromkeys([*closed, *late, *_open_items(case, asked)]))


def _open_items(case: Case, asked: frozenset[str]) -> Iterator[str]:
    """Say what others still owe the text, but for what one of the conditions `asked` has named already."""
    # A text that was signed or promulgated waits for none of them any more.
    if case.procedure.is_act(case.situation.state):
        return
    for opinion in opinions(case.situation):
        if not opinion.answered and not (opinion.compulsory and has_compulsory_opinions.__name__ in asked):
            yield _opinion_fr(opinion)
    if has_settled_observations.__name__ not in asked:
        yield from map(_observation_fr, still_open(case.situation))
    if has_all_signatures.__name__ not in asked:
        yield from (
            f"Signature attendue : {each.name_fr}{_expected_fr(each)}."
            for each in signatures(case.situation)
            if each.signed is None
        )


def _opinion_fr(opinion: Opinion) -> str:
    asked = f", demandé {date_fr(opinion.asked_on)}" if opinion.asked_on else ""
    return f"Avis non rendu : {opinion.name_fr}{asked}{_expected_fr(opinion)}."


def _observation_fr(observation: Observation) -> str:
    about = ", ".join(filter(None, (named_articles(observation.article), observation.body_fr)))
    return f"Observation sans suite : n° {observation.rank}{f' ({about})' if about else ''}."


def _expected_fr(item: Opinion | Signature) -> str:
    return f", pour {date_fr(item.due)}" if item.due else ""


@cache
def template() -> bytes:
    """Draw the factory page."""
    page = base()
    layout.letterhead(page)
    layout.title(page, "Note à l’attention de {{ ministre }}", "مذكرة إخبارية", under="S/C de {{ secretaire_general }}")
    write(page, "{{ objet }}", "Objet", label="Objet : ")
    layout.heading(page, "Où en est le texte")
    write(page, "{{ phrase }}")
    standing = (
        ("Entre les mains de", "{{ detenteur }}{% if detenu_depuis %}, {{ detenu_depuis }}{% endif %}"),
        ("Suivi par", "{{ responsable|points }}"),
        ("Dernier acte", "{% if dernier_acte_le %}{{ dernier_acte_le|date_longue }} – {% endif %}{{ dernier_acte }}"),
        ("Prochaine étape", "{{ prochaine_action }}"),
    )
    grids.pairs(page, "Où en est le texte : qui le détient, qui le suit, dernier acte, prochaine étape", standing)
    layout.heading(page, "Échéances")
    tag(page, "if echeances")
    columns = (("Échéance", 4.6), ("Date", 3.3), ("Fondement", 5.1), ("Délai", 3.0))
    deadlines = grids.ruled(page, "Prochaines échéances", columns)
    fields = ("{{ e.libelle }}", "{{ e.date|date_longue }}", "{{ e.fondement }}", "{{ e.reste }}")
    grids.fill_rows(deadlines, "e in echeances", fields)
    tag(page, "else")
    write(page, "Aucune échéance en cours.")
    tag(page, "endif")
    layout.heading(page, "Ce qui bloque")
    tag(page, "for obstacle in obstacles")
    write(page, "{{ obstacle }}", "Liste")
    tag(page, "else")
    write(page, "{% if acheve %}Sans objet : le parcours est achevé.{% else %}Aucun obstacle relevé.{% endif %}")
    tag(page, "endfor")
    _draw_decision(page)
    layout.signature(page, "Le chef de division,", "{{ ville }}, le ………………")
    write(page, "P.J. : fiche de suivi du texte.", "Note")
    layout.footer(page)
    return packed(page)


def _draw_decision(page: Page) -> None:
    tag(page, "if acheve")
    layout.heading(page, "Pour information")
    write(page, "Le parcours du texte est achevé : aucune décision n’est demandée.")
    tag(page, "else")
    layout.heading(page, "Décision demandée")
    layout.choices(page, ("Accord", "Désaccord", "À discuter"))
    write(page, "………………………………………………", label="Observations : ")
    tag(page, "endif")


KIND = Kind("note_interne", "Note interne", "مذكرة إخبارية", context, template)
