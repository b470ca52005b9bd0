"""What is said of a file that cannot be read: what it is, and what would help."""

ADVICE = (
    "On y cherche un tableau ou une liste où chaque ligne donne l'intitulé d'un texte (projet de loi, décret, arrêté…) "
    "et, s'il est connu, son état. Sont lus : une page enregistrée (.html), un texte (.txt), un document Word (.docx), "
    "un classeur Excel (.xlsx) ou un fichier .csv."
)
_SAVED_ANEW = "Ouvrez-le dans Word ou Excel et enregistrez-le au format .docx ou .xlsx, puis relancez la lecture."
_SCANNED = (
    "Une image ne contient pas de texte : passez-la d'abord par une reconnaissance de caractères, ou demandez le "
    "fichier Word ou Excel d'origine."
)
_FROM_PDF = (
    "Ouvrez-le dans Word et enregistrez-le au format .docx, ou copiez le tableau dans un fichier texte (.txt). S'il "
    "est numérisé (scan), passez-le d'abord par une reconnaissance de caractères, ou demandez le fichier d'origine."
)
_PAGE = "Ouvrez la page dans un navigateur et enregistrez-la comme page web (.html), puis relancez la lecture."
# The first bytes of files that are no table, what they are, and what would help.
FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "un document Word ou Excel ancien (.doc, .xls) ou protégé par un mot de passe", _SAVED_ANEW),
    (b"%PDF", "un PDF", _FROM_PDF),
    (b"{\\rtf", "un document RTF", _SAVED_ANEW),
    (b"From: <Saved by", "une archive web (.mhtml)", _PAGE),
    (b"MIME-Version:", "une archive web (.mhtml)", _PAGE),
    (b"\x89PNG", "une image", _SCANNED),
    (b"\xff\xd8\xff", "une image", _SCANNED),
    (b"GIF8", "une image", _SCANNED),
    (b"II*\x00", "une image", _SCANNED),
    (b"MM\x00*", "une image", _SCANNED),
)
BROKEN = f"Le fichier est abîmé ou incomplet : ouvrez-le dans Word ou Excel et enregistrez-le de nouveau. {ADVICE}"
OTHER_ARCHIVE = (
    f"S'il vient de LibreOffice, enregistrez-le au format .docx ou .xlsx ; sinon, sortez-en le fichier. {ADVICE}"
)
MOST_LINES = 20_000
TOO_LONG = "Gardez les seules lignes du tableau dans un fichier plus court, puis relancez la lecture."
