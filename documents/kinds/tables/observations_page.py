"""The factory page of the synthesis of observations, in both languages, and its fields."""

from functools import cache

from docx.document import Document as Page

from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.engine.archive import packed
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import tag, write

# What is counted of observations: the field, the value of the register, its words.
FATES = (
    ("retenues", "kept", "Retenues", "مأخوذ بها"),
    ("retenues_partiellement", "partly", "Retenues partiellement", "مأخوذ بها جزئيا"),
    ("non_retenues", "rejected", "Non retenues", "غير مأخوذ بها"),
    ("a_arbitrer", "open", "À arbitrer", "للتحكيم"),
    ("en_attente", "waits", "En attente", "في الانتظار"),
)
LONG_FR = "Vrai si la ligne peut dépasser une demi-page, et se poursuivre sur la suivante"
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    said("version_examinee", "Version du projet sur laquelle portent les observations",
         "Projet en arabe, version 2, versée le 3 mars 2018", "المشروع بالعربية، الصيغة 2، بتاريخ 3 مارس 2018"),
    said("delai_reponse", "Dernier jour donné aux organismes consultés", "20 mars 2018", "20 مارس 2018"),
    listed(
        "consultations",
        "Organismes consultés",
        said("organisme", "Organisme", "Ministère de la Justice", "وزارة العدل"),
        said("saisi", "Jour de la saisine", "5 mars 2018", "5 مارس 2018"),
        said("attendu", "Jour pour lequel la réponse est attendue", "20 mars 2018", "20 مارس 2018"),
        said("reponse", "Réponse, ou son absence", "Favorable – 12 mars 2018", "موافق – 12 مارس 2018"),
    ),
    listed(
        "observations",
        "Observations, par article puis par organisme",
        Field("numero", "Numéro de l’observation au registre", "1"),
        said("organisme", "Département ou institution", "Ministère de la Justice", "وزارة العدل"),
        said("article", "Article visé, ou « Général »", "4", "4"),
        said("redaction", "Début de l’article dans le projet", "L’autorité statue…", "تبت السلطة…"),
        said("observation", "Observation ou proposition", "Préciser le délai.", "توضيح الأجل."),
        said("suite", "Suite donnée", "Retenue", "مأخوذ بها"),
        said("motif", "Motif", "–", "–"),
        said("nouvelle", "Nouvelle rédaction", "Elle statue en trente jours.", "تبت داخل ثلاثين يوما."),
        Field("longue", LONG_FR, example=False),
    ),
    listed(
        "totaux",
        "Nombre d’observations par organisme et par suite ; la dernière ligne les compte toutes",
        said("organisme", "Organisme", "Ministère de la Justice", "وزارة العدل"),
        *(Field(field, f"Observations : {french.lower()}", "1") for field, _value, french, _arabic in FATES),
        Field("total", "Observations en tout", "1"),
    ),
)  # fmt: skip


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language, landscape=True), wording(language)
    layout.letterhead(page)
    layout.title(page, "Tableau de synthèse des observations", "جدول تركيبي للملاحظات", under="{{ objet }}")
    about = say("Version examinée et date limite de réponse", "الصيغة المدروسة وآخر أجل للجواب")
    rows = (
        (say("Version examinée", "الصيغة المدروسة"), "{{ version_examinee }}"),
        (say("Date limite de réponse", "آخر أجل للجواب"), "{{ delai_reponse }}"),
    )
    grids.pairs(page, about, rows)
    _draw_bodies(page)
    layout.heading(page, say("Observations", "الملاحظات"))
    tag(page, "if observations")
    _draw_rows(page)
    layout.heading(page, say("Totaux", "المجاميع"))
    _draw_totals(page)
    note = say(
        "Les totaux sont comptés sur les lignes du tableau. En attente : aucune suite n’est encore donnée.",
        "احتسبت المجاميع انطلاقا من أسطر الجدول. في الانتظار: ملاحظات لم يبت فيها بعد.",
    )
    write(page, note, "Note")
    tag(page, "else")
    write(page, say("Aucune observation n’est enregistrée.", "لم تسجل أي ملاحظة."))
    tag(page, "endif")
    layout.footer(page)
    return packed(page)


def _draw_bodies(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Organismes consultés", "الهيئات المستشارة"))
    columns = (
        (say("Organisme", "الهيئة"), 11.0), (say("Saisi le", "تاريخ الإحالة"), 4.0),
        (say("Réponse attendue le", "الجواب منتظر في"), 4.2), (say("Réponse", "الجواب"), 6.5),
    )  # fmt: skip
    cells = ("{{ c.organisme }}", "{{ c.saisi }}", "{{ c.attendu }}", "{{ c.reponse }}")
    grids.table_or(
        page,
        say("Organismes consultés, et leurs réponses", "الهيئات المستشارة وأجوبتها"),
        columns,
        each="c in consultations",
        words=cells,
        none=say("Aucune consultation n’est enregistrée.", "لم تسجل أي استشارة."),
    )


def _draw_rows(page: Page) -> None:
    say = wording(language_of(page))
    columns = (
        (say("N°", "ر.ت"), 1.4), (say("Département / institution", "القطاع / المؤسسة"), 3.2),
        (say("Article", "المادة"), 1.8), (say("Rédaction initiale", "الصيغة الأصلية"), 4.6),
        (say("Observation / proposition", "الملاحظة / المقترح"), 5.0), (say("Suite donnée", "المآل"), 2.5),
        (say("Motif", "التعليل"), 3.4), (say("Nouvelle rédaction", "الصيغة الجديدة"), 3.8),
    )  # fmt: skip
    about = say("Observations par article, et suite donnée à chacune", "الملاحظات حسب المواد ومآل كل منها")
    made = grids.ruled(page, about, columns, style=grids.COLUMNS)
    fields = ("numero", "organisme", "article", "redaction", "observation", "suite", "motif", "nouvelle")
    grids.fill_long_rows(made, "o in observations", [f"{{{{ o.{field} }}}}" for field in fields], is_long="o.longue")


def _draw_totals(page: Page) -> None:
    say = wording(language_of(page))
    columns = [(say("Département / institution", "القطاع / المؤسسة"), 8.7)]
    columns += [(say(french, arabic), 2.9) for _field, _value, french, arabic in FATES]
    columns += [(say("Total", "المجموع"), 2.5)]
    about = say("Observations par département et par suite", "الملاحظات حسب القطاعات والمآل")
    made = grids.ruled(page, about, columns)
    fields = ("organisme", *(field for field, *_words in FATES), "total")
    grids.fill_rows(made, "t in totaux", [f"{{{{ t.{field} }}}}" for field in fields])
