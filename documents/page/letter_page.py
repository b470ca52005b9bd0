"""The page of a letter, in both languages: each thing that all letters say stands here in the two, once."""

from collections.abc import Callable

from docx.document import Document as Page

from documents.engine.archive import packed
from documents.language import Language, language_of, wording
from documents.page import layout
from documents.page.house_style import base
from documents.page.paragraphs import tag, write

_NO_NAME = "………………………………"


def draw_letter(
    language: Language, body: Callable[[Page], None], *, after: Callable[[Page], None] | None = None,
    issuer: tuple[str, str] | None = None,
) -> bytes:  # fmt: skip
    """Draw a letter around its body, and what comes `after` it on a page of its own.

    `issuer` is whoever else signs it, in both languages, in the place of the ministry.
    """
    page = base(language)
    layout.letterhead(page, issuer)
    layout.reference(page)
    addresses(page)
    _draw_about(page)
    write(page, "{{ appel }}", wording(language)("Appel", "Appel solennel"))
    body(page)
    _draw_end(page)
    if after:
        after(page)
    else:
        layout.end(page)
    layout.footer(page)
    return packed(page)


def addresses(page: Page) -> None:
    """Draw from whom to whom, and through whom."""
    write(page, "{{ expediteur }}", "Destinataire")
    write(page, wording(language_of(page))("à", "إلى"), "Destinataire")
    write(page, "{{ destinataire|points }}", "Destinataire gras")
    _where(page, "destinataire_service", "{{ destinataire_service }}", "Destinataire")
    tag(page, "for ligne in sous_couvert")
    write(page, "{{ ligne }}", "Destinataire")
    tag(page, "endfor")


def contact(page: Page) -> None:
    """Say whom to ask: who follows the text; on the page of the signature, which does not stand there alone."""
    write(page, wording(language_of(page))(
        "Pour toute précision, vos services peuvent s’adresser à {{ responsable|points }} ({{ courriel|points }}).",
        "ولمزيد من التوضيح، يمكن لمصالحكم الاتصال بالمكلف بتتبع هذا النص: {{ responsable|points }} "
        "({{ courriel|points }}).",
    ), keep=True)  # fmt: skip


def _draw_about(page: Page) -> None:
    say = wording(language_of(page))
    write(page, "{{ objet_lettre }}", "Objet lettre", label=say("Objet : ", "الموضوع: "))
    _where(page, "references", "{{ references }}", "Mention", label=say("Réf. : ", "المرجع: "))
    enclosed = say("{{ pj }} – {{ pieces_jointes }}", "{{ pj }} – {{ pieces_jointes }}")
    _where(page, "pj", enclosed, "Mention", label=say("P.J. : ", "المرفقات: "))


def _draw_end(page: Page) -> None:
    language = language_of(page)
    say = wording(language)
    write(page, "{{ politesse }}", keep=True)
    if language == "ar":
        write(page, "والسلام ./.", "Salut")
    copies = say("Copie à : ", "نسخة موجهة إلى: ")
    layout.signature(
        page,
        say("{{ signataire }},", "{{ signataire }}،"),
        f"{{% if ampliations %}}{copies}{{{{ ampliations }}}}{{% endif %}}",
        formula="signataire_formule",
        name=f"{{% if signataire_nom %}}{{{{ signataire_nom }}}}{{% else %}}{_NO_NAME}{{% endif %}}",
        beside_style="Lettre-copies",
    )


def _where(page: Page, field: str, words: str, style: str, *, label: str = "") -> None:
    """Write a paragraph that is there only where the field is worth something."""
    tag(page, f"if {field}")
    write(page, words, style, label=label)
    tag(page, "endif")
