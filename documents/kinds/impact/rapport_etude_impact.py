"""The report on the impact study that is joined to a bill at its deposit: a summary, and the main conclusions.

Fields: those of every paper, and `etude` (what became of the study, in a sentence), and `resume`, `conclusions`, None
until they are written. Décret n° 2-17-585, art. 11; loi organique n° 065-13, art. 21.
"""

from functools import cache

from documents.case import Case
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.engine.archive import packed
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.impact.impact_study import study_told
from documents.kinds.notes.contents import financial_effect
from documents.kinds.notes.note_parts import opened, place_and_date, to_write
from documents.kinds.notes.shared_fields import FINANCIAL_EFFECT, left, unwritten
from documents.language import Language, wording
from documents.page import layout
from documents.page.paragraphs import write

_TO_WRITE = (
    left("resume", "Résumé de l’étude", "Le projet protège les victimes.", "يحمي المشروع الضحايا."),
    left("effets", "Principaux effets", "Protection accrue.", "حماية أكبر."),
    left("conclusions", "Principales conclusions", "Le projet est utile.", "المشروع مفيد."),
)
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    said("etude", "Ce qu’il est advenu de l’étude", "Aucune étude d’impact n’a été décidée.",
           "لم يتقرر إنجاز أي دراسة للأثر."),
    FINANCIAL_EFFECT,
    *_TO_WRITE,
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Say what became of the study, and leave its summary to those who made it."""
    told = {"etude": study_told(case, language), "incidence_financiere": financial_effect(case, language)}
    return of_case(case, language) | unwritten(_TO_WRITE) | told


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = (
        opened(language, "Rapport sur l’étude d’impact", "تقرير حول دراسة الأثر", "{{ objet }}"),
        wording(language),
    )
    joined = say(
        "Joint au projet lors de son dépôt (décret n° 2-17-585, article 11 ; loi organique n° 065-13, article 21).",
        "مرفق بالمشروع عند إيداعه (المرسوم رقم 2.17.585، المادة 11؛ القانون التنظيمي رقم 065.13، المادة 21).",
    )
    write(page, joined, "Note")
    layout.heading(page, say("L’étude", "الدراسة"))
    write(page, "{{ etude }}")
    layout.heading(page, say("Résumé", "ملخص"))
    to_write(page, "resume", say("Objectifs du texte, textes en vigueur, options examinées.",
                                 "أهداف النص، النصوص الجاري بها العمل، الخيارات المدروسة."))  # fmt: skip
    layout.heading(page, say("Principaux effets", "أهم الآثار"))
    write(page, "{{ incidence_financiere }}")
    to_write(page, "effets", say("Effets économiques, sociaux, environnementaux, institutionnels.",
                                 "الآثار الاقتصادية والاجتماعية والبيئية والمؤسساتية."))  # fmt: skip
    layout.heading(page, say("Principales conclusions", "أهم الخلاصات"))
    to_write(page, "conclusions", say("Ce que l’étude recommande, et ce que le texte en retient.",
                                      "ما توصي به الدراسة وما أخذ به النص."))  # fmt: skip
    place_and_date(page)
    layout.footer(page)
    return packed(page)


KIND = Kind("rapport_etude_impact", context, template, FIELDS)
