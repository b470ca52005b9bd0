"""A fault of a template, in words for the person who wrote it."""

from dataclasses import dataclass
from typing import Literal

Category = Literal[
    "file",  # not a Word file that can be read, or one too large
    "content",  # macros, embedded objects, links: what no paper needs
    "field_code",  # a field of Word that fetches or runs something
    "tag",  # a tag that is not closed, or badly written, or at the wrong place
    "operation",  # a tag that does more than name a field, choose or repeat
    "unknown_field",  # a name that the dictionary does not have
    "trial",  # all seems right, and yet it cannot be filled
]
WHOLE = "fichier"

# Said where the parts, their relationships or their XML betray the same thing; told once.
MACROS = "Le document contient des macros ou des contrôles : enregistrez-le sans."
EMBEDDED = "Le document contient un objet incorporé : collez-le comme image."
CHUNK = "Le document contient un morceau d’un autre fichier : remplacez-le par son texte."
SUBDOCUMENT = "Le document contient un sous-document : remplacez-le par son texte."
FRAME = "Le document contient un cadre qui affiche un autre fichier."
MAILING = "Le document est préparé pour un publipostage : rendez-lui la forme d’un document ordinaire."
LINKED_IMAGE = "Une image est liée à un fichier extérieur : insérez l’image elle-même."
ODD_IMAGE = "Une image n’est ni PNG, ni JPEG, ni GIF : remplacez-la."
TOO_LARGE = "Le document est trop volumineux."
LINK = "Un lien ne mène pas à une adresse http, https ou mailto."


@dataclass(frozen=True)
class Fault:
    """One fault: where it is ("paragraphe 12, « … »"), and what is wrong, both in French."""

    place: str
    words: str
    category: Category

    def __str__(self) -> str:
        """Say it on one line."""
        return f"{self.place} : {self.words}"
