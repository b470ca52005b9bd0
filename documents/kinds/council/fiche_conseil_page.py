"""The factory page of the sheet for the Council: what is presented, what is not agreed, what is decided."""

from functools import cache

from docx.document import Document as Page

from documents.engine.archive import packed
from documents.kinds.notes.note_parts import listing, opened, to_write
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.paragraphs import tag, write


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    french, arabic = "Fiche de présentation au Conseil de gouvernement", "بطاقة تقديم أمام مجلس الحكومة"
    page, say = opened(language, french, arabic, "{{ objet }}"), wording(language)
    _draw_facts(page)
    layout.heading(page, say("Base juridique", "المرجعيات"))
    listing(page, "base_juridique")
    layout.heading(page, say("Objet du texte", "موضوع النص"))
    to_write(page, "objet_en_bref", say("En cinq lignes au plus.", "في خمسة أسطر على الأكثر."))
    layout.heading(page, say("Mesures clés", "أهم التدابير"))
    listing(page, "dispositions")
    to_write(page, "mesures", say("Ce qu’il faut mettre en avant devant le Conseil.", "ما ينبغي إبرازه أمام المجلس."))
    _draw_disagreements(page)
    layout.heading(page, say("Observations écrites d’autres ministres", "الملاحظات الكتابية لوزراء آخرين"))
    listing(page, "observations", say("Aucune n’est enregistrée au dossier.", "لم تسجل أي ملاحظة بالملف."))
    _draw_decision(page)
    layout.end(page)
    layout.footer(page)
    return packed(page)


def _draw_facts(page: Page) -> None:
    say = wording(language_of(page))
    rows = (
        (say("Date du Conseil", "تاريخ المجلس"), say("{{ conseil_le|date_longue }}", "{{ conseil_le|date_ar }}")),
        (say("Point de l’ordre du jour", "النقطة في جدول الأعمال"), say("n° ………", "رقم ………")),
        (say("Où en est le texte", "وضعية النص"), "{{ phrase }}"),
        (say("Distribution", "التوزيع"), "{{ distribution|points }}"),
        (say("Incidence financière", "الانعكاس المالي"), "{{ incidence_financiere }}"),
        (say("Étude d’impact", "دراسة الأثر"), "{{ etude }}"),
    )
    layout.heading(page, say("L’essentiel", "المعطيات الأساسية"))
    grids.pairs(page, say("Conseil, distribution, incidence, étude", "المجلس والتوزيع والانعكاس والدراسة"), rows)


def _draw_disagreements(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Points de désaccord", "نقط الخلاف"), opens_page=True)
    columns = ((say("Origine", "المصدر"), 4.4), (say("Point soulevé", "النقطة المثارة"), 6.2),
               (say("Réponse proposée", "الجواب المقترح"), 5.4))  # fmt: skip
    none = say("Aucun point de désaccord n’est enregistré au dossier.", "لم تسجل بالملف أي نقطة خلاف.")
    grids.table_or(
        page,
        say("Points de désaccord", "نقط الخلاف"),
        columns,
        each="d in desaccords",
        words=("{{ d.origine|points }}", "{{ d.point }}", "{{ d.reponse|points }}"),
        none=none,
    )


def _draw_decision(page: Page) -> None:
    say = wording(language_of(page))
    tag(page, "if tenu")
    layout.heading(page, say("Suites du Conseil", "مآل العرض على المجلس"))
    day = say("date_longue", "date_ar")
    rows = (
        (say("Décision", "القرار"), f"{{{{ decision_le|{day} }}}} – {{{{ decision }}}}"),
        (say("Réserves", "التحفظات"), "{{ reserves }}"),
        (say("Commission ad hoc", "اللجنة الخاصة"), "{{ commission }}"),
    )
    grids.pairs(page, say("Décision, réserves, commission", "القرار والتحفظات واللجنة"), rows)
    tag(page, "else")
    layout.heading(page, say("Décision demandée au Conseil", "القرار المطلوب من المجلس"))
    write(page, say("Adoption du texte.", "المصادقة على النص."), keep=True)
    labels = (say("Adopté", "صودق عليه"), say("Avec réserves", "مع تحفظات"), say("Reporté", "أرجئ"),
              say("Commission ad hoc", "لجنة خاصة"))  # fmt: skip
    layout.choices(page, say("Cases à cocher en séance", "خانات تملأ خلال الاجتماع"), labels)
    tag(page, "endif")
