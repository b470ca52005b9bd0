"""Lines that are about the page, and neither titles nor situations: menus, press releases, page numbers."""

import re

from workflow.importing.page.wording import fold

_ABOUT_THE_PAGE = re.compile(
    r"(?:\W*(?:communiques?(?: de presse)?|telecharger|imprimer|partager|lire (?:aussi|la suite|plus)|"
    r"voir (?:aussi|plus)|version (?:arabe|francaise|anglaise|imprimable|pdf)|accueil|retour|haut de page|contact|"
    r"plan du site|mentions legales|tous droits|suivez|abonnez|source|copyright|mis a jour|derniere mise a jour|"
    r"mise en ligne|date de publication|sommaire|pages?|annexes?|a lire)\b.*|"
    r"\W*©.*|(?:www\.|https?://)\S*|[\W\d]+|بلاغ(?: صحفي)?.*|المصدر.*|تحميل.*)"
)
_OTHER_TEXT = re.compile(
    r"(?:dahir|circulaire|decision|instruction|accord|convention|protocole|memorandum|propositions? de nominations?|"
    r"ظهير|دورية|اتفاقية|اتفاق|مقرر)\b.*\s\S.*"
)
_SHORT = 140
# How the reading of a workbook names a sheet that nobody sees; its rows are not read.
HIDDEN_SHEET = "Feuille masquée : "


def is_about_the_page(line: str) -> bool:
    """Whether a line speaks of the page, not of a text."""
    return line.startswith(HIDDEN_SHEET) or (
        len(line) <= _SHORT and bool(_ABOUT_THE_PAGE.fullmatch(fold(line).strip()))
    )


def is_announcement(line: str) -> bool:
    """Whether a line announces what comes under it, as "Le Conseil examinera trois projets, à savoir :"."""
    return line.rstrip().endswith(":")


def is_of_another_kind(line: str) -> bool:
    """Whether a line starts as the title of a text that no group holds, as an agenda lists conventions too."""
    return line[:1].isalpha() and not line[0].islower() and bool(_OTHER_TEXT.fullmatch(fold(line)))


def is_subtitle(line: str) -> bool:
    """Whether a line is written in capitals, as a summary writes its parts and its ministries."""
    return line.isupper() and len(line) <= _SHORT
