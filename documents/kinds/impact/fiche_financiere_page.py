"""The factory page of the sheet of financial effect, and its fields."""

from datetime import date
from functools import cache

from docx.document import Document as Page

from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.engine.archive import packed
from documents.kinds.notes.note_parts import opened, place_and_date
from documents.kinds.notes.shared_fields import FINANCIAL_EFFECT, left
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.paragraphs import tag, write

# What only those who keep the budget know.
TO_WRITE = (
    left("nature_incidence", "Incidence directe ou indirecte", "directe", "مباشر"),
    left("postes", "Postes budgétaires créés", "12", "12"),
    left("ligne", "Ligne budgétaire", "Chapitre 30", "الباب 30"),
    left("compensation", "Compensation proposée", "Aucune.", "لا شيء."),
    left("reserves", "Réserves du ministère chargé des Finances", "Aucune.", "لا شيء."),
)
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    Field("incidence", "Vrai si une incidence financière est déclarée", example=True),
    FINANCIAL_EFFECT,
    *TO_WRITE,
    listed(
        "annees",
        "Les trois années dont les montants sont demandés",
        Field("annee", "Année", "2019"),
        left("depense", "Dépense, en dirhams", "1 200 000", "1 200 000"),
        left("recette", "Recette, en dirhams", "0", "0"),
        count=3,
        is_fixed=True,
    ),
    said("visa_etat", "Où en est le visa des Finances", "attendu", "مرتقبة"),
    Field("visa_numero", "Numéro du visa ; vide s’il n’est pas connu", "1254"),
    Field("visa_le", "Jour du visa ; à écrire avec date_longue ou date_ar ; vide s’il n’est pas connu",
          date(2018, 3, 12)),
)  # fmt: skip


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = (
        opened(language, "Fiche d’incidence financière", "بطاقة الانعكاس المالي", "{{ objet }}"),
        wording(language),
    )
    tag(page, "if incidence")
    asked = say("Le projet visé ci-dessus, accompagné de sa note de présentation, est soumis au visa du ministère "
                "chargé des Finances (décret n° 2-20-740, article 3).",
                "يعرض المشروع المشار إليه أعلاه، مرفقا بمذكرة تقديمه، على الوزارة المكلفة بالمالية قصد التأشير "
                "(المرسوم رقم 2.20.740، المادة 3).")  # fmt: skip
    write(page, asked)
    _draw_effect(page)
    _draw_visa(page)
    tag(page, "else")
    layout.heading(page, say("Incidence", "الانعكاس"))
    none = say("Sans incidence déclarée : le dossier de ce texte ne porte aucune incidence financière, et le visa du "
               "ministère chargé des Finances n’est pas requis (décret n° 2-20-740, article 3).",
               "دون انعكاس مصرح به: لا يتضمن ملف هذا النص أي انعكاس مالي، ولا تشترط تأشيرة الوزارة المكلفة بالمالية "
               "(المرسوم رقم 2.20.740، المادة 3).")  # fmt: skip
    write(page, none)
    tag(page, "endif")
    by = say("{{ responsable|points }}, {{ division }}", "{{ responsable|points }}، {{ division_ar }}")
    write(page, by, "Note", label=say("Suivi par : ", "المكلف بالتتبع: "))
    place_and_date(page)
    layout.footer(page)
    return packed(page)


def _draw_effect(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Incidence", "الانعكاس"))
    rows = (
        (say("Nature", "طبيعة الانعكاس"), "{{ nature_incidence|points }}"),
        (say("Postes créés", "المناصب المحدثة"), "{{ postes|points }}"),
        (say("Ligne budgétaire", "السطر الميزانياتي"), "{{ ligne|points }}"),
        (say("Compensation", "التعويض المقترح"), "{{ compensation|points }}"),
    )
    grids.pairs(page, say("Nature de l’incidence, postes, ligne", "طبيعة الانعكاس والمناصب والسطر"), rows)
    layout.heading(page, say("Montants par année, en dirhams", "المبالغ حسب السنة، بالدرهم"))
    columns = ((say("Année", "السنة"), 3.0), (say("Dépense", "النفقة"), 6.5), (say("Recette", "المورد"), 6.5))
    years = grids.ruled(page, say("Montants par année", "المبالغ حسب السنة"), columns)
    grids.fill_rows(years, "a in annees", ("{{ a.annee }}", "{{ a.depense|points }}", "{{ a.recette|points }}"))


def _draw_visa(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Visa du ministère chargé des Finances", "تأشيرة الوزارة المكلفة بالمالية"))
    rows = (
        (say("Visa", "التأشيرة"), "{{ visa_etat }}"),
        (say("Numéro", "الرقم"), "{{ visa_numero|points }}"),
        (say("Date", "التاريخ"), say("{{ visa_le|date_longue }}", "{{ visa_le|date_ar }}")),
        (say("Réserves", "التحفظات"), "{{ reserves|points }}"),
    )
    grids.pairs(page, say("Visa des Finances", "تأشيرة المالية"), rows)
