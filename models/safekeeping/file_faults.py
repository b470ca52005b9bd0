"""Why a file or a machine cannot be reached, in French: the system says it in the language of the machine."""

import errno
import socket

_WORDS = {
    errno.ENOENT: "ce fichier ou ce dossier n’existe pas",
    errno.EACCES: "les droits de ce compte ne le permettent pas",
    errno.EPERM: "les droits de ce compte ne le permettent pas",
    errno.EEXIST: "ce nom est déjà pris",
    errno.EISDIR: "c’est un dossier",
    errno.ENOTDIR: "une partie de ce chemin n’est pas un dossier",
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "la place accordée à ce compte est épuisée",
    errno.EFBIG: "ce fichier serait trop grand",
    errno.EROFS: "ce disque ne peut qu’être lu",
    errno.ENAMETOOLONG: "ce nom est trop long",
    errno.EIO: "le disque ne se lit ou ne s’écrit plus",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.ECONNREFUSED: "rien n’y répond",
    errno.ECONNRESET: "la connexion a été coupée",
    errno.ETIMEDOUT: "rien n’a répondu à temps",
    errno.EHOSTUNREACH: "aucun chemin n’y mène",
    errno.ENETUNREACH: "aucun chemin n’y mène",
    socket.EAI_NONAME: "aucune machine de ce nom n’est connue",
    socket.EAI_AGAIN: "son nom n’a pas pu être cherché",
}


def why(error: OSError) -> str:
    """Say why, without a stop at the end; in the system's own words for what is rare."""
    return _WORDS.get(error.errno or 0) or error.strerror or type(error).__name__
