"""The factory page of the table of amendments, in both languages, and its fields."""

from functools import cache

from docx.document import Document as Page

from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.engine.archive import packed
from documents.kinds.tables.observations_page import LONG_FR
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import tag, write

FIELDS = (
    *LETTERHEAD,
    *TEXT,
    said("chambre", "Chambre saisie ; vide si elle n’est pas connue", "Chambre des représentants", "مجلس النواب"),
    said("lecture", "Lecture", "première lecture", "القراءة الأولى"),
    listed(
        "articles",
        "Amendements, dans l’ordre des articles ; ceux qui disent la même chose sont une seule ligne",
        said("article", "Article", "4", "4"),
        said("initial", "Texte initial", "L’autorité statue.", "تبت السلطة."),
        said("propose", "Amendement proposé", "Ajout\nDans les trente jours.", "إضافة\nداخل ثلاثين يوما."),
        said("auteurs", "Auteurs, un par ligne", "n° 3 : Groupe de l’opposition", "رقم 3: فريق المعارضة"),
        said("justification", "Justification", "Préciser le délai.", "توضيح الأجل."),
        said("position", "Position du gouvernement", "Accepté", "مقبول"),
        said("resultat", "Sort en commission et en séance, et voix", "Commission : adopté\nP 12 / C 3 / A 1",
             "اللجنة: مصادق عليه\nالموافقون: 12، المعارضون: 3، الممتنعون: 1"),
        Field("longue", LONG_FR, example=False),
    ),
    listed(
        "totaux",
        "Nombre d’amendements par sort ; le dernier les compte tous",
        said("libelle", "Sort", "Adoptés", "مصادق عليها"),
        Field("nombre", "Combien", "1"),
    ),
    Field("regles", "Règles que suit la Chambre, avec leur fondement", "Les amendements sont écrits et signés.",
          is_list=True, example_ar="تكون التعديلات مكتوبة وموقعة."),
)  # fmt: skip


_OF_MEMBERS = ("règlement intérieur de la Chambre des représentants", "النظام الداخلي لمجلس النواب")
_OF_COUNCILLORS = ("règlement intérieur de la Chambre des conseillers", "النظام الداخلي لمجلس المستشارين")
# Of which Chamber, both where none is named; the rule in both languages, and its basis.
RULES = (
    (
        "conseillers",
        "Un amendement ajoute, modifie, complète, supprime ou reclasse un alinéa ou un article",
        "التعديل إضافة أو تغيير أو تتميم أو حذف أو إعادة ترتيب لفقرة أو مادة",
        *_OF_COUNCILLORS,
    ),
    (
        "representants",
        "Les amendements, écrits et signés, se discutent dans cet ordre : opposition, gouvernement, autres membres",
        "تناقش التعديلات المكتوبة والموقعة بهذا الترتيب: المعارضة، الحكومة، باقي الأعضاء",
        *_OF_MEMBERS,
    ),
    (
        "representants",
        "En séance plénière, les amendements parviennent au président au moins quarante-huit heures avant la séance",
        "في الجلسة العامة، تقدم التعديلات إلى الرئيس قبل انعقاد الجلسة بثمان وأربعين ساعة على الأقل",
        f"{_OF_MEMBERS[0]}, art. 201",
        f"{_OF_MEMBERS[1]}، المادة 201",
    ),
    (
        "conseillers",
        "En séance plénière, les amendements parviennent au président au plus tard la veille à 16 h 30",
        "في الجلسة العامة، تقدم التعديلات إلى الرئيس قبل الساعة 16:30 من اليوم السابق",
        f"{_OF_COUNCILLORS[0]}, art. 220",
        f"{_OF_COUNCILLORS[1]}، المادة 220",
    ),
    (
        "",
        "Le gouvernement peut s’opposer à l’examen de tout amendement qui n’a pas été d’abord soumis à la commission",
        "للحكومة أن تعارض في بحث كل تعديل لم يعرض من قبل على اللجنة",
        "Constitution, art. 83",
        "الدستور، الفصل 83",
    ),
)


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language, landscape=True), wording(language)
    layout.letterhead(page)
    layout.title(page, "Tableau comparatif des amendements", "جدول التعديلات", under="{{ objet }}")
    write(page, say("{{ chambre }}, {{ lecture }}", "{{ chambre }}، {{ lecture }}"), "Sous-titre")
    tag(page, "if articles")
    _draw_rows(page)
    layout.heading(page, say("Totaux", "المجاميع"))
    columns = ((say("Sort des amendements", "مآل التعديلات"), 8.0), (say("Nombre", "العدد"), 3.5))
    made = grids.ruled(page, say("Nombre d’amendements par sort", "عدد التعديلات حسب مآلها"), columns)
    grids.fill_rows(made, "t in totaux", ("{{ t.libelle }}", "{{ t.nombre }}"))
    tag(page, "else")
    write(page, say("Aucun amendement n’est enregistré.", "لم يسجل أي تعديل."))
    tag(page, "endif")
    layout.heading(page, say("Règles suivies", "القواعد المتبعة"))
    tag(page, "for regle in regles")
    write(page, "{{ regle }}", "Note")
    tag(page, "endfor")
    votes = say("Voix : P pour, C contre, A abstentions. Les amendements identiques figurent sur une même ligne.",
                "تجمع التعديلات المتطابقة في سطر واحد.")  # fmt: skip
    write(page, votes, "Note")
    layout.footer(page)
    return packed(page)


def _draw_rows(page: Page) -> None:
    say = wording(language_of(page))
    columns = (
        (say("Article", "المادة"), 1.8), (say("Texte initial", "النص الأصلي"), 4.6),
        (say("Amendement proposé", "التعديل المقترح"), 5.1), (say("Auteur", "صاحب التعديل"), 3.7),
        (say("Justification", "التعليل"), 4.1), (say("Position du gouvernement", "موقف الحكومة"), 2.9),
        (say("Résultat / vote", "نتيجة التصويت"), 3.5),
    )  # fmt: skip
    about = say("Amendements dans l’ordre des articles, positions et votes",
                "التعديلات حسب ترتيب المواد والمواقف والتصويت")  # fmt: skip
    made = grids.ruled(page, about, columns, style=grids.COLUMNS)
    fields = ("article", "initial", "propose", "auteurs", "justification", "position", "resultat")
    grids.fill_long_rows(made, "a in articles", [f"{{{{ a.{field} }}}}" for field in fields], is_long="a.longue")
