"""The signs of signature, promulgation, publication and what comes after."""

from workflow.importing.situation.sign import IMPLIED, PARTLY_SAID, Sign
from workflow.importing.situation.words import AR_BULLETIN, BULLETIN

_ENTRIES = ("come_into_force", "take_effect_pending_ratification", "enter_into_force")
_TEXT = r"(?:(?:le |ce |la |cette )?(?:texte|projet|loi|decret|arrete|proposition)(?: de (?:loi|decret))? )?"
# Taken off what is to be examined, a text goes on all the same.
_NOT_LISTED = r"(?! (?:de l'(?:ordre|agenda)|de la (?:seance|liste|commission)|du (?:programme|calendrier)))"

# Where the words of a step stand alone: at the start, or after a comma.
_ALONE = rf"(?:^|(?<=, )){_TEXT}"

EFFECT = Sign(
    "en_vigueur",
    0,
    r"\b(?:(?:a|ont) (?:\w+ment |deja |bien )?ete|est|sont) (?:\w+ment |deja |bien )?"
    r"(?:cree|institue|installe|nomme|designe|constitue|forme|fixe|mise? en place|attribue|verse|organise|arrete)"
    r"e?s?\b",
    "l'effet du texte est constaté, ce qui suppose qu'il s'applique",
    move="enter_into_force",
    confidence=IMPLIED,
    note="effet constaté",
    by=_ENTRIES,
    otherwise=("a_ratifier",),
    is_concluded=True,
)

OF_PUBLICATION = (
    Sign(
        "a_signer",
        30,
        r"\b(?:soumis|presente|en attente|en cours|en instance)e?s?\b~\b(?:signature|contreseing)\b",
        "le texte attend sa signature",
        by=("send_to_signature",),
        arabic="(?:في انتظار|قيد) التوقيع",
        waits=True,
    ),
    Sign(
        "attente_promulgation",
        30,
        r"\ben (?:attente|instance|cours) (?:de )?promulgation\b",
        "la loi attend sa promulgation",
        by=("send_to_government",),
        arabic="في انتظار (?:إصدار|صدور)",
        waits=True,
    ),
    Sign(
        "nouvelle_lecture",
        30,
        r"\bnouvelle lecture (?:est |a ete )?demandee?\b|\bdemande d'une nouvelle lecture\b",
        "une nouvelle lecture est demandée",
        move="request_new_reading",
        waits=True,
    ),
    Sign(
        "signe",
        31,
        rf"\b(?:est|a ete) (?:contre)?signee?\b|^{_TEXT}(?:contre)?signee?\b",
        "le texte est signé",
        move="sign",
        by=("sign",),
        arabic="(?:وقع|تم توقيعه|تم التوقيع)",
    ),
    Sign(
        "promulgue",
        32,
        rf"\b(?:est|a ete) promulguee?\b|{_ALONE}promulguee?\b|\bpromulguee? par (?:le )?dahir\b",
        "la loi est promulguée",
        move="promulgate",
        by=("promulgate",),
        arabic="صدر(?:ت)? (?:ال)?ظهير|ظهير(?: شريف)?[^.;]{0,60}بتنفيذ",
    ),
    Sign(
        "a_publier",
        33,
        r"\ben (?:attente|instance|cours) (?:de )?publication\b|\btransmise? a l'imprimerie officielle\b",
        "le texte attend sa publication",
        by=("send_to_printer",),
        arabic="(?:في انتظار|قيد) النشر",
        waits=True,
    ),
    Sign(
        "publie",
        34,
        rf"\b(?:publie|paru|insere|parution|publication)e?s?\b~{BULLETIN}|^{_TEXT}publiee?s?\b(?! pour)",
        "le texte est publié et son entrée en vigueur n'est pas dite",
        move="publish",
        by=("publish",),
        arabic=f"(?:نشر(?:ت)?|صدر(?:ت)?|تم نشره|تم نشرها)~{AR_BULLETIN}",
    ),
    Sign(
        "a_ratifier",
        41,
        r"\ben vigueur\b[^.;]{0,20}\ba ratifier\b|\ben attente de ratification\b",
        "le décret-loi est en vigueur et attend sa ratification",
        by=("take_effect_pending_ratification",),
        waits=True,
    ),
    Sign(
        "ratifie",
        42,
        r"\b(?:est|a ete) ratifiee?\b|^ratifiee?\b",
        "le Parlement a ratifié le décret-loi",
        move="ratify",
    ),
    Sign(
        "non_ratifie",
        43,
        r"\bratification (?:est |a ete )?(?:refusee|rejetee)\b|\bnon ratifie\b",
        "le Parlement a refusé la ratification",
        move="refuse_ratification",
        waits=True,
    ),
    Sign(
        "en_vigueur",
        40,
        r"\b(?:entree?s?|est|sont|mise?s?)? ?(?:deja )?en vigueur\b|\bapplicables? depuis\b|\ben application depuis\b",
        "le texte produit ses effets",
        move="enter_into_force",
        by=_ENTRIES,
        otherwise=("a_ratifier",),
        arabic="(?:دخل(?:ت)?|دخوله|دخولها)[^.;]{0,20}حيز (?:التنفيذ|التطبيق)|ساري المفعول",
    ),
    Sign(
        "vigueur_differee",
        41,
        r"\bentrer(?:a|ont) en vigueur\b|\bentree en vigueur (?:est )?(?:prevue|differee|fixee|reportee)\b",
        "l'entrée en vigueur est annoncée pour plus tard",
        by=("defer_entry_into_force",),
        arabic="(?:سيدخل|ستدخل|يدخل|تدخل)[^.;]{0,20}حيز (?:التنفيذ|التطبيق)",
        waits=True,
    ),
    Sign(
        "vigueur_conditionnelle",
        41,
        r"\ben attente des? textes? d'application\b|\b(?:entre|entrera|entree) en vigueur\b[^.;]{0,60}\btextes? "
        r"d'application\b",
        "l'entrée en vigueur attend des textes d'application",
        confidence=PARTLY_SAID,
        by=("await_implementing_texts",),
        waits=True,
    ),
    Sign(
        "vigueur_progressive",
        41,
        r"\bentree en vigueur (?:progressive|par etapes)\b|\ben vigueur (?:progressivement|par etapes)\b",
        "le texte entre en vigueur par étapes",
        by=("phase_in",),
    ),
    Sign(
        "expire",
        42,
        r"\b(?:arrivee?|venue?) a expiration\b|\b(?:est|a) expiree?\b|^expiree?\b",
        "le texte a cessé de s'appliquer",
        move="expire",
    ),
    Sign(
        "abroge",
        42,
        rf"\b(?:est|a ete) abrogee?\b|{_ALONE}abrogee?\b",
        "le texte est abrogé",
        move="repeal",
        by=("repeal", "repeal_decree_law"),
        arabic="(?:نسخ(?:ت)?|تم نسخه|ألغي)",
    ),
    Sign(
        "remplace",
        42,
        rf"\b(?:est|a ete) remplacee?\b|{_ALONE}remplacee?\b",
        "un autre dossier remplace celui-ci",
        move="replace",
        by=("replace",),
    ),
    Sign(
        "retire",
        42,
        rf"\b(?:est|a ete) retiree?\b{_NOT_LISTED}|{_ALONE}retiree?\b{_NOT_LISTED}"
        r"|\bgouvernement (?:a|ont) retire\b|\bretiree?s? (?:par le gouvernement|du parlement|de la chambre)\b",
        "le Gouvernement a retiré le texte",
        move="withdraw",
        by=("withdraw",),
        arabic="(?:سحب(?:ه|ت)?|تم سحبه|سحبته)",
    ),
    Sign(
        "abandonne",
        42,
        rf"\b(?:est|a ete) abandonnee?\b|{_ALONE}(?:abandonnee?|classee?)\b",
        "le projet est abandonné",
        move="abandon",
        by=("abandon", "take_back", "abandon_after_censure"),
        arabic="(?:التخلي عنه|تم التخلي)",
    ),
)
