"""The factory page of the note of presentation: ten headings, two of which only amending texts have."""

from functools import cache

from docx.document import Document as Page

from documents.engine.archive import packed
from documents.kinds.notes.note_parts import consulted, listing, opened, place_and_date, to_write
from documents.language import Language, language_of, wording
from documents.page import grids, layout
from documents.page.paragraphs import tag, write


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    page, say = opened(language, "Note de présentation", "مذكرة تقديم", "{{ presente }}"), wording(language)
    layout.heading(page, say("Contexte", "السياق"))
    setting = say(
        "Cadre juridique et politique, orientations royales et gouvernementales, engagements internationaux.",
        "السياق القانوني والسياسي، التوجيهات الملكية والحكومية، الالتزامات الدولية.",
    )
    to_write(page, "contexte", setting)
    layout.heading(page, say("Base juridique", "المرجعيات"))
    listing(page, "base_juridique")
    layout.heading(page, say("Motifs", "الأسباب الموجبة"))
    to_write(page, "motifs", say("Problème à résoudre, insuffisance des textes en vigueur.",
                                 "الإشكال المطروح، قصور النصوص الجاري بها العمل."))  # fmt: skip
    layout.heading(page, say("Objectifs", "الأهداف"))
    to_write(page, "objectifs", say("Liste numérotée des objectifs poursuivis.", "لائحة مرقمة بالأهداف المتوخاة."))
    layout.heading(page, say("Principales dispositions", "أهم المضامين"))
    listing(page, "dispositions")
    _draw_changes(page)
    layout.heading(page, say("Consultations", "الاستشارات"))
    consulted(page)
    _draw_effects(page)
    _draw_application(page)
    _draw_service(page)
    write(page, "{{ cloture }}", "Formule")
    place_and_date(page)
    layout.footer(page)
    return packed(page)


def _draw_changes(page: Page) -> None:
    say = wording(language_of(page))
    tag(page, "if modifications")
    layout.heading(page, say("Apports et changements", "المستجدات"))
    columns = (
        (say("Texte modifié", "النص المغير"), 4.6), (say("Rédaction en vigueur", "الصيغة الجاري بها العمل"), 5.7),
        (say("Rédaction proposée", "الصيغة المقترحة"), 5.7),
    )  # fmt: skip
    changes = grids.ruled(page, say("Ce que le texte change", "ما يغيره النص"), columns)
    grids.fill_rows(changes, "m in modifications", ("{{ m.texte }}", "{{ m.actuel|points }}", "{{ m.propose|points }}"))
    tag(page, "endif")


def _draw_effects(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Incidences", "الانعكاسات"))
    rows = (
        (say("Financière", "المالية"), "{{ incidence_financiere }}"),
        (say("Administrative", "الإدارية"), "{{ incidence_administrative|points }}"),
        (say("Sociale", "الاجتماعية"), "{{ incidence_sociale|points }}"),
        (say("Égalité femmes-hommes", "المساواة بين الجنسين"), "{{ incidence_genre|points }}"),
        (say("Situation de handicap", "وضعية الإعاقة"), "{{ incidence_handicap|points }}"),
    )
    grids.pairs(page, say("Incidences du texte", "انعكاسات النص"), rows)


def _draw_application(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Mise en œuvre", "التطبيق"))
    none = say("Aucun texte d’application n’est enregistré au dossier.", "لم يسجل بالملف أي نص تطبيقي.")
    listing(page, "application", none)
    rows = (
        (say("Calendrier", "الجدول الزمني"), "{{ calendrier|points }}"),
        (say("Mesures transitoires", "التدابير الانتقالية"), "{{ mesures_transitoires|points }}"),
    )
    grids.pairs(page, say("Calendrier et mesures transitoires", "الجدول الزمني والتدابير الانتقالية"), rows)


def _draw_service(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Service responsable", "المصلحة صاحبة المشروع"))
    unit = say("{{ direction }}, {{ division }}", "{{ direction_ar }}، {{ division_ar }}")
    rows = (
        (say("Unité", "الوحدة"), unit),
        (say("Responsable du texte", "المسؤول عن النص"), "{{ responsable|points }}"),
        (say("Courriel", "البريد الإلكتروني"), "{{ courriel|points }}"),
    )
    grids.pairs(page, say("Service responsable du texte", "المصلحة صاحبة المشروع"), rows)
