"""The factory page of the impact study: a cover sheet, then the eight headings of the decree in its order."""

from functools import cache

from docx.document import Document as Page

from documents.engine.archive import packed
from documents.kinds.notes.note_parts import consulted, listing, opened, to_write
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.paragraphs import write
from workflow.calendar.words import estimated_ar, estimated_fr


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = opened(language, "Étude d’impact", "دراسة الأثر", "{{ objet }}"), wording(language)
    _draw_cover(page)
    layout.heading(page, say("1. Objectifs détaillés du texte", "1. الأهداف المفصلة للنص"))
    to_write(page, "objectifs", say("Ce que le texte doit obtenir, et comment cela se mesurera.",
                                    "ما يتوخى النص تحقيقه وكيفية قياسه."))  # fmt: skip
    _draw_texts(page)
    layout.heading(page, say("3. Conventions internationales concernées", "3. الاتفاقيات الدولية المعنية"))
    to_write(page, "conventions", say("Conventions, et principes à respecter.", "الاتفاقيات والمبادئ الواجب احترامها."))
    _draw_effects(page)
    layout.heading(page, say("5. Consultations", "5. الاستشارات"))
    consulted(page)
    to_write(page, "consultations_prevues", say("Consultations qui restent à tenir ; teneur des avis.",
                                                "الاستشارات المزمع إجراؤها؛ مضمون الآراء."))  # fmt: skip
    _draw_execution(page)
    layout.footer(page)
    return packed(page)


def _draw_cover(page: Page) -> None:
    say = wording(language_of(page))
    day = say("date_longue", "date_ar")
    number = say("n° {{ decision_numero|points }} du ", "رقم {{ decision_numero|points }} بتاريخ ")
    none = say("aucune", "لا يوجد")
    extended = f"{{% if prorogation %}}{{{{ prorogation_le|{day} }}}}{{% else %}}{none}{{% endif %}}"
    given = (
        f"{{% if remise %}}{{{{ remise_le|{day} }}}}{{% else %}}{say('non encore remise', 'لم تسلم بعد')}{{% endif %}}"
    )
    estimated = f"{{% if echeance_estimee %}}{say(estimated_fr(''), estimated_ar(''))}{{% endif %}}"
    rows = (
        (say("Décision du Chef du gouvernement", "قرار رئيس الحكومة"), f"{number}{{{{ decision_le|{day} }}}}"),
        (say("Motif", "السبب"), "{{ decision_motif|points }}"),
        (say("À remettre le", "تاريخ التسليم"), f"{{{{ echeance|{day} }}}}{estimated}"),
        (say("Prorogation", "التمديد"), extended),
        (say("Motif de la prorogation", "سبب التمديد"), "{{ prorogation_motif }}"),
        (say("Remise", "التسليم"), given),
        (say("Auteurs", "المعدون"), "{{ auteurs|points }}"),
        (say("Suivi par", "المكلف بالتتبع"), "{{ responsable|points }}"),
    )
    layout.heading(page, say("Feuille de couverture", "ورقة الغلاف"))
    grids.pairs(page, say("Décision, échéance, auteurs", "القرار، الأجل، المعدون"), rows)
    law = say("Étude établie en application du décret n° 2-17-585, articles 2 à 9.",
              "دراسة منجزة تطبيقا للمرسوم رقم 2.17.585، المواد من 2 إلى 9.")  # fmt: skip
    write(page, law, "Note")


def _draw_texts(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("2. Textes en vigueur : inventaire et analyse", "2. النصوص الجاري بها العمل: جرد وتحليل"))
    columns = (
        (say("Texte", "النص"), 4.6), (say("Article", "المادة"), 2.2), (say("Remarque", "ملاحظة"), 5.6),
        (say("Action", "الإجراء"), 3.6),
    )  # fmt: skip
    texts = grids.ruled(page, say("Textes en vigueur", "النصوص الجاري بها العمل"), columns)
    words = tuple(f"{{{{ t.{name}|points }}}}" for name in ("texte", "article", "remarque", "action"))
    grids.fill_rows(texts, "t in textes", words)
    to_write(page, "suffisance", say("Ces textes suffisent-ils ? Que faut-il compléter, modifier, abroger ?",
                                     "هل تكفي هذه النصوص؟ ما الذي يتعين تتميمه أو تغييره أو نسخه؟"))  # fmt: skip


def _draw_effects(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("4. Effets attendus", "4. الآثار المرتقبة"))
    rows = (
        (say("Économiques", "الاقتصادية"), "{{ effets_economiques|points }}"),
        (say("Sociaux", "الاجتماعية"), "{{ effets_sociaux|points }}"),
        (say("Environnementaux", "البيئية"), "{{ effets_environnementaux|points }}"),
        (say("Institutionnels et administratifs", "المؤسساتية والإدارية"), "{{ effets_institutionnels|points }}"),
        (say("Source de financement", "مصدر التمويل"), "{{ financement|points }}"),
        (say("Finances publiques", "المالية العمومية"), "{{ incidence_financiere }}"),
        (say("Estimation du coût", "تقدير الكلفة"), "{{ finances_publiques|points }}"),
    )
    grids.pairs(page, say("Effets du texte et financement", "آثار النص وتمويله"), rows)


def _draw_execution(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("6. Mesures nécessaires à l’exécution", "6. التدابير اللازمة للتنفيذ"))
    none = say("Aucun texte d’application n’est enregistré au dossier.", "لم يسجل بالملف أي نص تطبيقي.")
    listing(page, "application", none)
    to_write(page, "mesures", say("Autres mesures, et leurs effets.", "التدابير الأخرى وآثارها."))
    layout.heading(page, say("7. Calendrier d’application", "7. الجدول الزمني للتطبيق"))
    to_write(page, "calendrier", say("Étapes et dates.", "المراحل والتواريخ."))
    layout.heading(page, say("8. Autorités et organismes concernés", "8. السلطات والهيئات المعنية"))
    listing(page, "autorites")
