"""How the sentence about the situation of a text starts; patterns read folded text."""

import re

DONE = (
    r"(?:adopte|approuve|vote|valide|publie|paru|depose|transmis|transfere|soumis|introduit|prepare|finalise|promulgue|"
    r"signe|retire|abroge|renvoye|envoye|adresse|inscrit|reporte|examine|acheve|cree|institue|nomme|rejete|abandonne)"
)
IS = r"(?:a|ont|est|sont|sera|seront|n'a|n'est|vient|fait|reste|demeure|attend|va)\b"
# All of them start with a capital in the page; what they match is folded.
PLAIN_OPENINGS = (
    r"(?:ce|cet|cette|ces|le present|la presente|le|la|l') ?(?:avant-projet|projet|texte|decret|arrete|loi|dossier)\b",
    r"(?:la|l') ?(?:elaboration|preparation|redaction|finalisation|discussion|procedure|examen|etude)\b",
    rf"ils? {IS}",
    rf"elles? {IS}",
    r"(?:deja )?(?:entree?s?|entrera|entrent|mise?s?) (?:deja )?en (?:vigueur|application)\b",
    r"en (?:vigueur|application|cours|attente|instance|phase|voie|preparation|discussion|examen|consultation)\b",
    rf"{DONE}e?s?\b",
    rf"(?:texte|(?:avant-)?projet(?: de loi| de decret| d'arrete)?) (?:{IS}|{DONE}e?s?\b|en (?:cours|attente)\b)",
    r"(?:preparation|redaction|elaboration|discussion|examen) (?:acheve|termine|en cours|entame|engage)",
    r"(?:conformement|suite) a\b",
    r"(?:apres|depuis|actuellement|definitivement|toujours|pas encore|non encore)\b",
    r"(?:par|en vertu de|aux termes de|en application de) (?:cet|ce|cette|son)\b",
    r"une commission (?:inter)?ministerielle\b",
)
_LOOSE_OPENING = rf"(?:(?:le|la|les|un|une|des|ce|cet|cette|ces|son|sa|ses|deux|trois) |l')[^.;:\t]{{2,90}}?\b{IS}"

PLAIN = re.compile("|".join(PLAIN_OPENINGS))
ANY = re.compile("|".join((*PLAIN_OPENINGS, _LOOSE_OPENING)))
