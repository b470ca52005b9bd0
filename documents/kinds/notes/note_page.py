"""The factory page of the note to the minister, in both languages: each thing it says stands here in the two, once."""

from functools import cache

from docx.document import Document as Page

from documents.engine.archive import packed
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.house_style import base
from documents.page.paragraphs import tag, write


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = base(language), wording(language)
    layout.letterhead(page)
    under = say("S/C de {{ secretaire_general }}", "تحت إشراف {{ secretaire_general }}")
    layout.title(page, "Note à l’attention de {{ ministre }}", "مذكرة إلى عناية {{ ministre_ar }}", under=under)
    write(page, "{{ objet }}", "Objet", label=say("Objet : ", "الموضوع: "))
    _draw_standing(page)
    _draw_deadlines(page)
    layout.heading(page, say("Ce qui bloque", "ما يعترض سير النص"))
    tag(page, "for obstacle in obstacles")
    write(page, "{{ obstacle }}", "Liste")
    tag(page, "else")
    ended = say("Sans objet : le parcours est achevé.", "غير ذي موضوع: انتهى المسار.")
    none = say("Aucun obstacle relevé.", "لم يسجل أي عائق.")
    write(page, f"{{% if acheve %}}{ended}{{% else %}}{none}{{% endif %}}")
    tag(page, "endfor")
    tag(page, "if risques")
    write(page, "{{ risques|join(' ') }}", label=say("Risques : ", "المخاطر: "))
    tag(page, "endif")
    _draw_decision(page)
    by = say("Le chef de division,", "رئيس القسم،")
    # Beside the signature: under it, it would stand alone on a page of its own.
    joined = say("P.J. : fiche de suivi du texte.", "المرفقات: بطاقة تتبع النص.")
    layout.signature(page, by, say("{{ ville }}, le ………………", "{{ ville }} في ………………"), under=joined)
    layout.end(page)
    layout.footer(page)
    return packed(page)


def _draw_standing(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Où en est le texte", "وضعية النص"))
    write(page, "{{ phrase }}")
    held = say(", {{ detenu_depuis }}", "، {{ detenu_depuis }}")
    rows = (
        (say("Entre les mains de", "يوجد لدى"), f"{{{{ detenteur }}}}{{% if detenu_depuis %}}{held}{{% endif %}}"),
        (say("Suivi par", "المكلف بالتتبع"), "{{ responsable|points }}"),
        (say("Derniers actes", "آخر الإجراءات"), "{{ derniers_actes }}"),
        (say("Prochaine étape", "المرحلة الموالية"), "{{ prochaine_action }}"),
    )
    about = say(
        "Où en est le texte : qui le détient, qui le suit, derniers actes, prochaine étape",
        "وضعية النص: لدى من يوجد، المكلف بالتتبع، آخر الإجراءات، المرحلة الموالية",
    )
    grids.pairs(page, about, rows)


def _draw_deadlines(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Échéances", "الآجال"))
    columns = (
        (say("Échéance", "الأجل"), 4.6), (say("Date", "التاريخ"), 3.3), (say("Fondement", "السند"), 5.1),
        (say("Délai", "المدة"), 3.0),
    )  # fmt: skip
    date = say("{{ e.date|date_longue }}", "{{ e.date|date_ar }}")
    grids.table_or(
        page,
        say("Prochaines échéances", "الآجال القادمة"),
        columns,
        each="e in echeances",
        words=("{{ e.libelle }}", date, "{{ e.fondement }}", "{{ e.reste }}"),
        none=say("Aucune échéance en cours.", "لا يوجد أي أجل سار."),
    )


def _draw_decision(page: Page) -> None:
    say = wording(language_of(page))
    tag(page, "if propositions")
    layout.heading(page, say("Proposition", "الاقتراح"))
    tag(page, "for proposition in propositions")
    write(page, "{{ proposition }}", "Liste", keep=True)
    tag(page, "endfor")
    layout.heading(page, say("Décision demandée", "القرار المطلوب"))
    labels = (say("Accord", "موافقة"), say("Désaccord", "عدم موافقة"), say("À discuter", "للمناقشة"))
    layout.choices(page, say("Cases à cocher", "خانات الاختيار"), labels)
    write(page, "………………………………………………", label=say("Observations : ", "ملاحظات: "), keep=True)
    tag(page, "else")
    layout.heading(page, say("Pour information", "للإخبار"))
    ended = say(
        "Le parcours du texte est achevé : aucune décision n’est demandée.", "انتهى مسار النص: لا يطلب أي قرار."
    )
    none = say("Aucune décision n’est demandée à ce stade.", "لا يطلب أي قرار في هذه المرحلة.")
    write(page, f"{{% if acheve %}}{ended}{{% else %}}{none}{{% endif %}}", keep=True)
    tag(page, "endif")
