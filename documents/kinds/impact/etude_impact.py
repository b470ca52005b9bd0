"""The frame of the impact study: its cover, then the eight headings of décret n° 2-17-585, art. 4.

Fields: those of every paper, and `decision_le`, `decision_motif`, `echeance`, `echeance_estimee`, `prorogation_le`,
`prorogation_motif`, `remise_le` (from the steps and the running delay; None while not recorded), `textes` (texte,
article, remarque, action: of heading 2), `consultations`, `application`, `autorites`, `incidence_financiere`, and what
only the authors of the study know, None until they write it.
"""

from documents.case import Case
from documents.fields import named_ar, of_case
from documents.kind import Fields, Kind
from documents.kinds.impact.etude_impact_fields import FIELDS, TO_WRITE
from documents.kinds.impact.etude_impact_page import template
from documents.kinds.impact.impact_study import impact_study
from documents.kinds.notes.contents import consultations, financial_effect, texts_of_application
from documents.kinds.notes.shared_fields import unwritten
from documents.language import Language, wording
from models import RelationKind
from workflow.history.signatures import signatures
from workflow.language.typography import DASH, capital
from workflow.sentences.citations import act_ar

_ACTIONS = {
    RelationKind.AMENDS: ("modifier ou compléter", "التغيير أو التتميم"),
    RelationKind.REPEALS: ("abroger", "النسخ"),
    RelationKind.REPLACES: ("abroger et remplacer", "النسخ والتعويض"),
}


def context(case: Case, language: Language = "fr") -> Fields:
    """Fill the cover, and of the headings what the file can fill."""
    study = impact_study(case)
    return of_case(case, language) | unwritten(TO_WRITE) | {
        "decision_le": study.ordered.on if study.ordered else None,
        "decision_motif": study.ordered.facts.get("reason") if study.ordered else None,
        "echeance": study.due_on,
        "echeance_estimee": study.is_estimated,
        "prorogation": study.extended is not None,
        "prorogation_le": study.extended.on if study.extended else None,
        "prorogation_motif": study.extended.facts.get("reason", DASH) if study.extended else DASH,
        "remise": study.delivered is not None,
        "remise_le": study.delivered.on if study.delivered else None,
        "textes": _texts(case, language),
        "consultations": consultations(case, language),
        "application": texts_of_application(case, language),
        "autorites": _authorities(case, language),
        "incidence_financiere": financial_effect(case, language),
    }  # fmt: skip


def _texts(case: Case, language: Language) -> list[Fields]:
    """List the texts in force that the file ties to this one; one line left to fill where it ties none."""
    found = [
        {
            "texte": capital(tie.citation) if language == "fr" else act_ar(tie.citation) or tie.citation,
            "article": tie.article or None,
            "remarque": None,
            "action": wording(language)(*_ACTIONS[RelationKind(tie.kind)]) if tie.kind in _ACTIONS else None,
        }
        for tie in case.ties
        if not tie.incoming
    ]
    return found or [dict.fromkeys(("texte", "article", "remarque", "action"))]


def _authorities(case: Case, language: Language) -> list[str | None]:
    """Name those whose signature the file expects; what is not known where it expects none."""
    names = [named_ar(each.name) if language == "ar" else each.name_fr for each in signatures(case.situation)]
    return [*names] or [None]


KIND = Kind("etude_impact", context, template, FIELDS)
