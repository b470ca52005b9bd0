"""What moved since another day, as the tables of legislative production tell it: counts, then text by text.

Fields: `depuis` (a day, None where no period is asked), `periode` (libelle, nombre) counted on the movements, and
`mouvements` (objet, avant, apres).
"""

from datetime import date

from docx.document import Document as Page

from documents.checking.dictionary import Field, listed
from documents.dictionary import PLACE_AR, PLACE_FR, TITLE_AR, TITLE_FR, said
from documents.fields import with_number
from documents.kind import Fields
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.paragraphs import tag, write
from workflow.language.official_numbers import in_arabic, in_french
from workflow.language.typography import DASH
from workflow.reports.movements import COUNCIL, PARLIAMENT, PUBLISHED, Movement, Period

PERIOD = (
    Field("depuis", "Jour à la fin duquel la période commence ; vide si aucune n’est demandée", date(2018, 1, 31)),
    listed(
        "periode",
        "Mouvements de la période, comptés",
        said("libelle", "Mouvement", "Dossiers ouverts", "ملفات مفتوحة"),
        Field("nombre", "Combien de textes", "2"),
        count=5,
    ),
    listed(
        "mouvements",
        "Textes ayant connu un mouvement pendant la période",
        said("objet", "Intitulé et numéro", f"{TITLE_FR}\nn° 103-13", f"{TITLE_AR}\nرقم 103.13"),
        said("avant", "Où en était le texte ; un tiret pour un dossier ouvert depuis", PLACE_FR, PLACE_AR),
        said("apres", "Où en est le texte", PLACE_FR, PLACE_AR),
    ),
)


def of_period(period: Period | None, language: Language) -> Fields:
    """Tell the movements of a period; of none, empty fields."""
    if period is None:
        return {"depuis": None, "periode": [], "mouvements": []}
    say = wording(language)
    counts = (
        (say("Dossiers ouverts", "ملفات مفتوحة"), period.entered),
        (say("Adoptés en Conseil de gouvernement", "صادق عليها مجلس الحكومة"), period.passed(COUNCIL)),
        (say("Adoptés définitivement par le Parlement", "صادق عليها البرلمان نهائيا"), period.passed(PARLIAMENT)),
        (say("Publiés", "منشورة"), period.passed(PUBLISHED)),
        (say("Textes ayant connu un mouvement, en tout", "مجموع النصوص التي طرأ عليها تطور"), len(period.movements)),
    )
    return {
        "depuis": period.since,
        "periode": [{"libelle": label, "nombre": str(count)} for label, count in counts],
        "mouvements": [_row(each, language) for each in period.movements],
    }


def titled(title_fr: str, title_ar: str, number: str | None, language: Language) -> str:
    """Give the title of a text, in Arabic if it has one, with its number under it."""
    title = in_arabic(title_ar) if language == "ar" and title_ar else in_french(title_fr)
    return with_number(title, number, apart="\n", language=language)


def _row(each: Movement, language: Language) -> Fields:
    say = wording(language)
    return {
        "objet": titled(each.title_fr, each.title_ar, each.number, language),
        "avant": say(each.before_fr, each.before_ar) or DASH,
        "apres": say(each.after_fr, each.after_ar),
    }


def draw_period(page: Page) -> None:
    """Add the counts and the movements of the period, where one is asked."""
    say = wording(language_of(page))
    tag(page, "if depuis")
    layout.heading(
        page, say("Mouvements depuis le {{ depuis|date_longue }}", "التطورات منذ {{ depuis|date_ar }}"),
    )  # fmt: skip
    columns = ((say("Mouvement", "التطور"), 9.0), (say("Textes", "النصوص"), 3.0))
    counted = grids.ruled(page, say("Nombre de textes par mouvement", "عدد النصوص حسب التطورات"), columns)
    grids.fill_rows(counted, "p in periode", ("{{ p.libelle }}", "{{ p.nombre }}"))
    counts = say(
        "Ces nombres sont comptés sur les textes qui suivent.", "احتسبت هذه الأعداد انطلاقا من النصوص التالية."
    )
    none = say("Aucun texte n’a connu de mouvement.", "لم يطرأ أي تطور على النصوص.")
    write(page, f"{{% if mouvements %}}{counts}{{% else %}}{none}{{% endif %}}", "Note")
    tag(page, "if mouvements")
    stages = (
        (say("Objet", "الموضوع"), 9.3), (say("Au début de la période", "في بداية الفترة"), 8.2),
        (say("À la fin", "في نهايتها"), 8.2),
    )  # fmt: skip
    moved = grids.ruled(page, say("Textes ayant connu un mouvement", "النصوص التي طرأ عليها تطور"), stages)
    grids.fill_rows(moved, "m in mouvements", ("{{ m.objet }}", "{{ m.avant }}", "{{ m.apres }}"))
    tag(page, "endif")
    layout.heading(page, say("Situation des textes", "وضعية النصوص"))
    tag(page, "endif")
