"""The factory page of the record of a text, in both languages: one page, then the annex that tells the whole way."""

from functools import cache

from docx.document import Document as Page

from documents.engine.archive import packed
from documents.language import Arabic, French, Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import tag, write


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language), wording(language)
    layout.letterhead(page)
    under = say("Situation au {{ situation_le|date_longue }}", "الوضعية إلى غاية {{ situation_le|date_ar }}")
    layout.title(page, "Fiche de suivi", "بطاقة تتبع نص", under=under)
    _draw_identity(page)
    layout.heading(page, say("Où en est le texte", "وضعية النص"))
    write(page, "{{ phrase }}")
    held = say(", {{ detenu_depuis }}", "، {{ detenu_depuis }}")
    standing = (
        (say("Qui le détient", "يوجد لدى"), f"{{{{ detenteur }}}}{{% if detenu_depuis %}}{held}{{% endif %}}"),
        (say("Prochaine étape", "المرحلة الموالية"), "{{ prochaine_action }}"),
        *_counts(language),
    )
    grids.pairs(
        page, say("Qui détient le texte, et ce qui vient ensuite", "الجهة التي يوجد لديها النص، وما يلي"), standing
    )
    _draw_pressing(page)
    _draw_annex(page)
    layout.footer(page)
    return packed(page)


def _draw_identity(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Identité du texte", "بطاقة تعريف النص"))
    other = (
        ("العنوان بالفرنسية", French("{{ intitule_autre|points }}"))
        if language_of(page) == "ar"
        else ("Intitulé en arabe", Arabic("{{ intitule_autre|points }}"))
    )
    rows = (
        (say("Intitulé", "العنوان"), "{{ intitule_court|points }}"),
        other,
        (
            say("Nature", "النوع"),
            say(
                "{{ nature }} (incidence financière : {{ incidence_financiere }})",
                "{{ nature }} (الانعكاس المالي: {{ incidence_financiere }})",
            ),
        ),
        (say("Numéro", "الرقم"), "{{ numero|points }}"),
        (say("Suivi par", "المكلف بالتتبع"), "{{ responsable|points }}"),
    )
    grids.pairs(page, say("Identité du texte", "بطاقة تعريف النص"), rows)


def _draw_pressing(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Échéances", "الآجال"))
    columns = (
        (say("Échéance", "الأجل"), 4.4), (say("Due le", "الاستحقاق"), 2.9), (say("Écart", "الفارق"), 4.5),
        (say("Responsable", "الجهة المسؤولة"), 4.2),
    )  # fmt: skip
    grids.table_or(
        page,
        say("Échéances : dues, écart, responsable", "الآجال: الاستحقاق والفارق والمسؤول"),
        columns,
        each="e in echeances",
        words=("{{ e.libelle }}", "{{ e.date }}", "{{ e.ecart }}", "{{ e.responsable }}"),
        none=say("Aucune échéance en cours.", "لا يوجد أي أجل سار."),
    )
    tag(page, "if echeances_autres")
    write(
        page,
        say("Autres échéances, en annexe : {{ echeances_autres }}.", "آجال أخرى في الملحق: {{ echeances_autres }}."),
        "Note",
    )
    tag(page, "endif")


def _counts(language: Language) -> tuple[tuple[str, str], ...]:
    say = wording(language)
    return (
        (say("Consultations", "الاستشارات"), "{{ consultations }}"),
        (say("Observations en suspens", "ملاحظات عالقة"), "{{ observations }}"),
        (say("Textes d’application", "النصوص التطبيقية"), "{{ application }}"),
        (say("Amendements", "التعديلات"), "{{ amendements }}"),
    )


def _draw_annex(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Parcours (annexe)", "المسار (ملحق)"), opens_page=True)
    # Arabic letters are larger.
    widths = (3.2, 2.8, 1.9, 5.5, 2.6) if language_of(page) == "ar" else (3.4, 2.6, 1.4, 5.8, 2.8)
    names = (
        say("Étape", "المرحلة"), say("Date", "التاريخ"), say("Jours", "الأيام"), say("Ce qui s’est passé", "ما جرى"),
        say("Saisi par", "من سجلها"),
    )  # fmt: skip
    columns = tuple(zip(names, widths, strict=True))
    about = say("Parcours du texte, de l’ouverture du dossier à ce jour", "مسار النص منذ فتح الملف إلى اليوم")
    way = grids.ruled(page, about, columns)
    fields = ("{{ s.etat }}", "{{ s.date }}", "{{ s.jours }}", "{{ s.faits }}", "{{ s.par }}")
    grids.fill_rows(way, "s in etapes", fields)
    told = say("Établi à partir des étapes enregistrées ; chaque durée court jusqu’à l’étape suivante.",
               "أعد انطلاقا من المراحل المسجلة؛ وتحتسب كل مدة إلى غاية المرحلة الموالية.")  # fmt: skip
    write(page, told, "Note")
    _draw_deadlines(page)
    _draw_consultations(page)
    tag(page, "if liens")
    layout.heading(page, say("Textes liés", "النصوص المرتبطة"))
    ends = ((say("Lien", "العلاقة"), 5.0), (say("Texte", "النص"), 11.0))
    ties = grids.ruled(page, say("Textes liés", "النصوص المرتبطة"), ends)
    grids.fill_rows(ties, "lien in liens", ("{{ lien.libelle }}", "{{ lien.texte }}"))
    tag(page, "endif")
    _draw_titles(page)
    write(page, say("Fin de la fiche.", "نهاية البطاقة."), "Note")


def _draw_consultations(page: Page) -> None:
    say = wording(language_of(page))
    tag(page, "if consultations_liste")
    layout.heading(page, say("Consultations", "الاستشارات"))
    columns = (
        (say("Organisme", "الجهة"), 6.6), (say("Demandé", "تاريخ الطلب"), 3.4), (say("Avis", "الرأي"), 6.0),
    )  # fmt: skip
    asked = grids.ruled(page, say("Avis demandés et rendus", "الآراء المطلوبة والواردة"), columns)
    fields = ("{{ avis.organisme }}", "{{ avis.demande }}", "{{ avis.reponse }}")
    grids.fill_rows(asked, "avis in consultations_liste", fields)
    tag(page, "endif")


def _draw_titles(page: Page) -> None:
    """Give the titles whole where the first page cuts one."""
    is_arabic = language_of(page) == "ar"
    tag(page, "if intitule_complet or intitule_autre_complet")
    layout.heading(page, "العنوان الكامل" if is_arabic else "Intitulé complet")
    tag(page, "endif")
    other = "{{ intitule_autre_complet }}"
    for name, words in (
        ("intitule_complet", "{{ intitule_complet }}"),
        ("intitule_autre_complet", French(other) if is_arabic else Arabic(other)),
    ):
        tag(page, f"if {name}")
        write(page, words)
        tag(page, "endif")


def _draw_deadlines(page: Page) -> None:
    say = wording(language_of(page))
    tag(page, "if delais")
    layout.heading(page, say("Échéances et leur fondement", "الآجال وسندها"))
    columns = (
        (say("Échéance", "الأجل"), 4.9), (say("Date", "التاريخ"), 2.5), (say("État", "الوضعية"), 3.6),
        (say("Fondement", "السند"), 5.0),
    )  # fmt: skip
    made = grids.ruled(page, say("Échéances du texte", "آجال النص"), columns)
    grids.fill_rows(made, "e in delais", ("{{ e.libelle }}", "{{ e.date }}", "{{ e.etat }}", "{{ e.fondement }}"))
    tag(page, "endif")
    tag(page, "if echeances_tenues")
    kept = say("Échéances respectées, non reprises ici : {{ echeances_tenues }}.",
               "آجال محترمة لم تذكر هنا: {{ echeances_tenues }}.")  # fmt: skip
    write(page, kept, "Note")
    tag(page, "endif")
