"""The letter that deposits a bill with a Chamber, prepared for the Head of Government's signature, and its file.

It is the Head of Government who signs it (loi organique n° 065-13, art. 21). Fields: those of every paper and of
letters, and `adopte_le` (the Council that adopted the bill), `chambre`, `affaires_sociales` (whether the bill is on
social matters) and `pieces_du_depot` (piece, etat).
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

from docx.document import Document as Page

from documents.addressee import Addressee, head_of, president_of
from documents.case import Case
from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTER_FIELDS, LETTERHEAD, TEXT, said
from documents.fields import of_case
from documents.kind import About, Fields, Kind
from documents.kinds.letters.checklist import State, attached
from documents.language import Language, language_of, wording
from documents.letter import Letter, letter_fields, named_text
from documents.page import grids, layout
from documents.page.letter_page import draw_letter
from documents.page.paragraphs import tag, write

_REPRESENTATIVES, _COUNCILLORS = "representants", "conseillers"
_HEAD = "head_of_government"
_ISSUER = ("LE CHEF DU GOUVERNEMENT", "رئيس الحكومة")
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    *LETTER_FIELDS,
    Field("adopte_le", "Jour du Conseil de gouvernement qui a adopté le projet ; à écrire avec date_longue ou date_ar",
          date(2018, 3, 15)),
    said("chambre", "Chambre saisie", "Chambre des conseillers", "مجلس المستشارين"),
    Field("affaires_sociales", "Vrai si le projet porte sur les affaires sociales", example=True),
    listed(
        "pieces_du_depot",
        "Pièces du dossier de dépôt",
        said("piece", "Ce qu’est la pièce", "Projet en langue arabe", "المشروع باللغة العربية"),
        said("etat", "Jointe, manquante ou sans objet", "jointe", "مرفقة"),
    ),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Deposit with the Chamber chosen; of none chosen, the one that is proposed first."""
    say, common = wording(language), of_case(case, language)
    code = case.about or _order(case)[0]
    chamber = case.procedure.vocabulary.chambers[code]
    packet = _packet(case)
    letter = Letter(
        president_of(chamber),
        object=say(f"Dépôt – {common['objet']}", f"إيداع – {common['objet']}"),
        enclosures=[say(french[:1].lower() + french[1:], arabic)
                    for french, arabic, state in packet if state is not State.NEEDLESS],
    )  # fmt: skip
    adopted = case.situation.last("council")
    return common | letter_fields(case, letter, language) | _of_the_head(case, language) | {
        # A bill is what is deposited, whatever it has become since.
        "le_texte": named_text(case.procedure.draft, language),
        # A meeting has a day: of a month or a year alone, the day is left to fill in.
        "adopte_le": adopted.on if adopted and adopted.on and adopted.on.is_full else None,
        "chambre": say(chamber.short_fr, chamber.ar),
        "affaires_sociales": case.text.social_matter,
        "pieces_du_depot": [{"piece": say(fr, ar), "etat": state.label(language)} for fr, ar, state in packet],
    }  # fmt: skip


def abouts(case: Case) -> Sequence[About]:
    """Give the two Chambers, the one that is proposed first: on social matters, that of the councillors (art. 78)."""
    chambers = case.procedure.vocabulary.chambers
    return [About(code, chambers[code].short_fr, chambers[code].ar) for code in _order(case)]


def _order(case: Case) -> tuple[str, str]:
    return (_COUNCILLORS, _REPRESENTATIVES) if case.text.social_matter else (_REPRESENTATIVES, _COUNCILLORS)


def _of_the_head(case: Case, language: Language) -> Fields:
    """Say that the Head of Government writes and signs, by name where it is known."""
    say, holder = wording(language), case.names.holder_on(_HEAD, case.on)
    head: Addressee = head_of(_HEAD, case.names, case.on)
    quality = (head.line(language) or "").partition(" ")[2]
    titled = quality[:1].upper() + quality[1:]
    return {
        "expediteur": titled,
        "signataire": titled,
        "signataire_formule": "",
        "signataire_nom": say(holder.name_fr, holder.name_ar) if holder else "",
    }


def _packet(case: Case) -> list[tuple[str, str, State]]:
    """List the file of a deposit (loi organique n° 065-13, art. 21; rules of both Chambers)."""
    there = attached(case)
    ordered = case.situation.count("order_impact_study") or there["impact_study"]
    study = State.JOINED if there["impact_study"] else State.MISSING if ordered else State.NEEDLESS
    return [
        ("Projet adopté, en langue arabe", "المشروع المصادق عليه، باللغة العربية", _joined(there["draft_ar"])),
        ("Note de présentation", "مذكرة تقديم", _joined(there["expose_des_motifs"])),
        ("Rapport sur l’étude d’impact", "تقرير دراسة الأثر", study),
    ]


def _joined(pieces: int) -> State:
    return State.JOINED if pieces else State.MISSING


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    return draw_letter(language, _draw_body, after=_draw_packet, issuer=_ISSUER)


def _draw_body(page: Page) -> None:
    say = wording(language_of(page))
    adopted = say(
        "adopté par le Conseil de gouvernement réuni le {{ adopte_le|date_longue }}",
        "الذي صادق عليه مجلس الحكومة المنعقد بتاريخ {{ adopte_le|date_ar }}",
    )
    write(page, say(
        "J’ai l’honneur de déposer sur le bureau de la Chambre que vous présidez, conformément à l’article 78 de la "
        f"Constitution et à l’article 21 de la loi organique n° 065-13, {{{{ le_texte }}}} cité en objet, {adopted}.",
        "وبعد، يشرفني أن أودع لدى مكتب مجلسكم الموقر، طبقا لأحكام الفصل 78 من الدستور والمادة 21 من القانون التنظيمي "
        f"رقم 065.13، {{{{ le_texte }}}} المشار إليه في الموضوع أعلاه، {adopted}.",
    ))  # fmt: skip


def _draw_packet(page: Page) -> None:
    say = wording(language_of(page))
    layout.heading(page, say("Dossier de dépôt", "ملف الإيداع"), opens_page=True)
    columns = ((say("Pièce", "الوثيقة"), 8.0), (say("État", "الحالة"), 3.2), (say("Papier", "ورقيا"), 2.4),
               (say("Fichier", "رقميا"), 2.4))  # fmt: skip
    packet = grids.ruled(page, say("Dossier de dépôt", "ملف الإيداع"), columns)
    grids.fill_rows(packet, "p in pieces_du_depot", ("{{ p.piece }}", "{{ p.etat }}", "☐", "☐"))
    write(page, say("Le dossier se dépose sur papier et sous forme électronique (règlements des deux Chambres).",
                    "يودع الملف ورقيا وإلكترونيا (النظامان الداخليان للمجلسين)."), "Note")  # fmt: skip
    tag(page, "if affaires_sociales")
    write(page, say(
        "Ce projet est signalé comme portant sur les affaires sociales : la Chambre des conseillers est proposée en "
        "premier (Constitution, art. 78) ; le choix appartient au gouvernement.",
        "صرح بأن هذا المشروع يتعلق بالقضايا الاجتماعية: يقترح إيداعه بالأسبقية لدى مجلس المستشارين (الدستور، الفصل "
        "78)؛ ويعود القرار للحكومة.",
    ), "Note")  # fmt: skip
    tag(page, "endif")


KIND = Kind("depot_chambre", context, template, FIELDS, abouts=abouts)
