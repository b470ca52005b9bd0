"""The dahir that promulgates a law, as a model to check by: the Secretariat-General of the Government prepares it."""

from functools import cache

from docx.document import Document as Page

from documents.case import Case
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.engine.archive import packed
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.acts.dahir import of_dahir
from documents.language import Language, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import run, tag, write
from documents.page.roles import in_language


def context(case: Case, language: Language = "fr") -> Fields:
    """Give the fields of every paper and those of the dahir."""
    return of_case(case, language) | of_dahir(case, language)


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page: each page says at its head that it is a model, and who prepares the dahir itself."""
    page, say = base(language, act=True), wording(language)
    warning = say(
        "Modèle pour vérification ; le dahir est préparé par le Secrétariat général du gouvernement.",
        "نموذج للتحقق؛ تتولى الأمانة العامة للحكومة إعداد الظهير الشريف.",
    )
    head = page.sections[0].header.paragraphs[0]
    head.style = in_language("header", language)
    run(head, warning, language)
    layout.letterhead(page)
    write(page, "{{ titre_dahir }}", "heading 1")
    write(page, say("LOUANGE A DIEU SEUL !", "الحمد لله وحده،"), "Dispositif")
    write(page, "{{ sceau }}", "Sceau")
    _draw_decision(page, language)
    write(page, "{{ fait }}", "Acte-date")
    _draw_countersignature(page, language)
    tag(page, "if ordre_chambres")
    write(page, "{{ ordre_chambres }}", "Note")
    tag(page, "endif")
    layout.end(page)
    layout.footer(page)
    return packed(page)


def _draw_decision(page: Page, language: Language) -> None:
    say = wording(language)
    known = say(
        "Que l’on sache par les présentes - puisse Dieu en élever et en fortifier la teneur !",
        "يعلم من ظهيرنا الشريف هذا، أسماه الله وأعز أمره أننا:",
    )
    write(page, known, "Visa")
    if language == "fr":
        write(page, "Que Notre Majesté Chérifienne,", "Visa")
    write(page, "{{ visa }}", "Visa")
    write(page, say("A DÉCIDÉ CE QUI SUIT :", "أصدرنا أمرنا الشريف بما يلي:"), "Dispositif")
    write(page, "{{ promulgation }}", "Exécution")


def _draw_countersignature(page: Page, language: Language) -> None:
    say = wording(language)
    made = grids.grid(page, say("Contreseing", "التوقيع بالعطف"), (grids.width(page),))
    cell = grids.cells(grids.add_row(made))[0]
    grids.lines(cell, "Acte-qualité", (say("Pour contreseing :", "وقعه بالعطف:"), "{{ qualite }}"))
    write(cell, "{{ nom }}", "Acte-nom")


FIELDS = (
    *LETTERHEAD,
    *TEXT,
    said("titre_dahir", "Intitulé du dahir : numéro, jour dans les deux calendriers, loi promulguée",
         "Dahir n° 1-22-67 du ……… (………) portant promulgation de la loi n° 40-21",
         "ظهير شريف رقم 1.22.67 صادر في ……… (………) بتنفيذ القانون رقم 40.21"),
    said("sceau", "Mention du Grand Sceau", "(Grand Sceau de Sa Majesté Mohammed VI)",
         "الطابع الشريف - بداخله: (محمد بن الحسن بن محمد بن يوسف الله وليه)"),
    said("visa", "Articles de la Constitution, selon la loi", "Vu la Constitution, notamment ses articles 42 et 50,",
         "بناء على الدستور ولا سيما الفصلين 42 و50 منه،"),
    said("promulgation", "Formule de promulgation, avec la loi et les Chambres qui l’ont adoptée",
         "Est promulguée et sera publiée au Bulletin officiel, à la suite du présent dahir, la loi n° 40-21.",
         "ينفذ وينشر بالجريدة الرسمية، عقب ظهيرنا الشريف هذا، القانون رقم 40.21."),
    said("ordre_chambres", "D’où vient l’ordre des deux Chambres ; vide quand il n’y en avait qu’une",
         "L’ordre des deux Chambres est un choix de rédaction.", "ترتيب المجلسين اختيار في التحرير."),
    said("fait", "Lieu, à remplir à la main, et jour du dahir", "Fait à ………, le ……… (………).",
         "وحرر ب……… في ……… (………)."),
    said("qualite", "Qualité de qui contresigne", "Le Chef du gouvernement,", "رئيس الحكومة،"),
    said("nom", "Nom de qui contresigne", "AZIZ AKHANNOUCH.", "الإمضاء: عزيز أخنوش."),
)  # fmt: skip
KIND = Kind("dahir_modele", context, template, FIELDS)
