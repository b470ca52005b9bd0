"""The roles that a paragraph of a paper can have, and how each looks, in French and in Arabic."""

from dataclasses import dataclass, replace

from documents.language import Language, MixedLanguages
from documents.page.table_styles import ACCENT

MUTED = "595959"
# The letters of Arabic fonts are smaller at the same size; below 14 points they are hard to read.
_ARABIC_LARGER, _ARABIC_SMALLEST = 1.17, 14
_TWIN = " arabe"


@dataclass(frozen=True)
class Role:
    """What a paragraph is for, and how that looks; lengths are twentieths of a point, sizes points."""

    name: str
    size: float = 12
    align: str = "left"
    before: int = 0
    after: int = 0
    line: int = 252
    # The height of the lines of its Arabic twin: fonts of Arabic differ widely in the one they ask for, and what stands
    # side by side has to keep level.
    exact: int = 0
    # Whether its lines are as high as `line` says, whatever stands in them.
    fixed: bool = False
    left: int = 0
    # Its own in Arabic, to hold a day in both calendars: LibreOffice would break it after its opening bracket.
    left_arabic: int = 0
    bold: bool = False
    colour: str = ""
    keep_next: bool = False
    outline: int | None = None
    arabic: bool = False
    # The size of Latin letters and digits that stand in an Arabic paragraph.
    latin: float = 0
    parent: str = ""
    rule: str = ""
    # Whether a tab goes to the far margin of the page.
    far: bool = False
    # How far from that margin it stops, in centimetres.
    short: float = 0
    # How far the rule stands from the words, in points.
    room: int = 3
    more: str = ""

    @property
    def code(self) -> str:
        """The identifier Word files it under."""
        return "".join(word.capitalize() for word in self.name.replace("-", " ").split())


FRENCH = {
    role.name: role
    for role in (
        Role("Normal"),
        Role("Intervalle", size=11, line=20, fixed=True),
        Role("Entête", size=11, line=240, exact=340),
        Role("Entête gras", size=11, line=240, exact=340, bold=True),
        Role("heading 1", size=17, align="center", before=200, after=40, bold=True, colour=ACCENT, keep_next=True,
             outline=0),
        Role("Titre", size=14.5, align="center", after=40, bold=True, colour=ACCENT, keep_next=True),
        Role("Sous-titre", align="center", after=120, colour=MUTED, keep_next=True),
        Role("Titre du texte", size=13, align="center", before=60, after=160, bold=True, keep_next=True),
        Role("heading 2", size=12.5, before=180, after=60, bold=True, colour=ACCENT, keep_next=True, outline=1),
        # The divisions of an act go as deep as its draft: a livre may hold a sub-section, and that one articles.
        *(Role(f"heading {rank}", before=140, after=60, bold=True, colour=ACCENT, keep_next=True, outline=rank - 1)
          for rank in range(3, 9)),
        Role("Référence", before=160, after=200, far=True),
        Role("Destinataire", align="center", after=40, keep_next=True),
        Role("Destinataire gras", align="center", after=40, bold=True, keep_next=True),
        Role("Objet", before=160, after=140),
        # The object of a letter stands for its title, and is found like one.
        Role("Objet lettre", before=160, after=80, keep_next=True, outline=0),
        Role("Mention", after=60),
        Role("Appel", before=160, after=120, keep_next=True),
        Role("Appel solennel", align="center", before=160, after=120, bold=True, keep_next=True),
        Role("Salut", align="center", after=60, keep_next=True),
        Role("Corps", after=120),
        Role("Liste", after=60, more='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        # What is expected of the person who writes, then the line on which they write it.
        Role("Consigne", size=11, before=60, after=20, colour=MUTED, keep_next=True, line=240),
        Role("À écrire", before=60, after=160, rule="bottom", room=10),
        Role("Formule", before=240, after=60, keep_next=True),
        Role("Choix", size=13, align="center", before=80, after=40, keep_next=True),
        Role("Tableau-entête", size=11, before=50, after=50, bold=True, keep_next=True, line=240, exact=340),
        Role("Tableau-groupe", before=90, after=60, bold=True, colour=ACCENT, keep_next=True, line=240),
        Role("Tableau-libellé", size=11, before=40, after=40, bold=True, line=240, exact=340),
        Role("Tableau-cellule", size=11, before=40, after=40, line=240, exact=340),
        Role("Tableau-cadre", size=11, before=20, after=20, keep_next=True, line=240),
        Role("Tableau-observation", size=11, before=120, after=120, line=240),
        Role("Chiffre", size=20, align="center", before=60, bold=True, colour=ACCENT, keep_next=True, line=240),
        Role("Chiffre-libellé", size=11, align="center", after=60, line=240),
        Role("Signature-date", before=240, keep_next=True),
        Role("Signature-qualité", align="center", before=240, bold=True, keep_next=True),
        Role("Signature-nom", align="center", before=900),
        Role("Emetteur", align="center", before=120, after=80, bold=True, keep_next=True),
        Role("Sceau", align="center", before=60, after=160, keep_next=True),
        Role("Visa", align="both", after=100),
        Role("Dispositif", align="center", before=120, after=160, bold=True, keep_next=True),
        Role("Alinéa", align="both", after=100),
        Role("Exécution", align="both", after=100, keep_next=True),
        # On the far side of the page, where the names of those who take an act stand.
        Role("Acte-date", align="center", before=280, left=3118, left_arabic=1134, keep_next=True),
        Role("Acte-signature", align="center", before=900, left=3118, left_arabic=1134, keep_next=True),
        Role("Acte-qualité", before=200, after=40, keep_next=True),
        Role("Acte-nom", before=440, after=40, keep_next=True),
        Role("Conjoint-nom", align="center", before=900, after=60, keep_next=True),
        # Beside the signature of a letter; empty where nobody gets a copy.
        Role("Lettre-copies", size=11, before=1200, line=240),
        Role("Note", size=11, before=100, after=60, colour=MUTED, line=240),
        Role("header", size=11, align="center", bold=True, line=240),
        Role("footer", size=11, colour=MUTED, line=240, rule="top", far=True),
        # In the table at the foot, which has the rule, beside the picture that verifies a paper.
        Role("Pied", size=11, colour=MUTED, line=240, exact=320, far=True, short=1.9),
    )
}  # fmt: skip


def twin(role: Role) -> Role:
    """Give the same role for Arabic words: from right to left, and larger; letterhead and cells stay level."""
    size = max(_ARABIC_SMALLEST, round(role.size * _ARABIC_LARGER))
    return replace(
        role, name=role.name + _TWIN, size=size, latin=role.size + 1, arabic=True, parent=role.code,
        line=role.line if role.fixed else 240, left=role.left_arabic or role.left,
    )  # fmt: skip


# Acts are set as the Bulletin officiel sets them: their headings centred and black.
OF_ACTS = {
    name: replace(FRENCH[name], size=12, align="center", before=200, after=80, colour="")
    for name in FRENCH if name.startswith("heading")
} | {"heading 1": replace(FRENCH["heading 1"], size=14, colour="", after=200)}  # fmt: skip
ROLES = FRENCH | {role.name + _TWIN: twin(role) for role in FRENCH.values()}


def in_language(style: str, language: Language) -> str:
    """Give the style of that role for words of a language; raise MixedLanguages when the style is already a twin."""
    if style not in FRENCH:
        raise MixedLanguages(f"« {style} » n’est pas un rôle : son style arabe se prend d’après la langue des mots.")
    return style + _TWIN if language == "ar" else style
