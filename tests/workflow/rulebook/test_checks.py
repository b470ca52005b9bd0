"""Each line that a procedure file gets wrong is named: the file, the line of thought, the name."""

import re
from pathlib import Path

import pytest

from tests.workflow.small_procedure import IN_BLOCK, IN_KIND, fault_of, write_small_procedure

ONE = '[[deadlines.values]]\nlength = "P10D"\nbasis_fr = "article 1"\ncertainty = "read"\n'


def value(since: str = "", chamber: str = "") -> str:
    more = (f"since = {since}\n" if since else "") + (f'chamber = "{chamber}"\n' if chamber else "")
    return ONE.replace("length", f"{more}length")


# What the block declares; the rest is of the kind's own file.
OF_BLOCK = {"drafted", "redraft", "signing"}
THOUGHTS = [
    # what the file says, what it should not say, and what the person reads
    (IN_KIND, 'initial = "drafted"', 'initial = "x"', "l’en-tête cite l’état initial « x », qui n’est pas déclaré."),
    (IN_KIND, 'draft = "drafts"', 'draft = "x"', "l’en-tête cite la rubrique « x », qui n’est pas déclaré."),
    (IN_KIND, ', act = "drafts"', "", "l’en-tête cite les clés « act », qui n’est pas déclaré."),
    (IN_KIND, 'path = ["writing"]', 'path = ["x"]',
     "le parcours (path) cite la phase « x », qui n’est pas déclaré."),
    (IN_KIND, "features = []", 'features = []\noptional = ["x"]',
     "l’en-tête (optional) cite la phase « x », qui n’est pas déclaré."),
    (IN_KIND, "{ writing = ", "{ x = ", "l’en-tête (limits) cite la phase « x », qui n’est pas déclaré."),
    (IN_KIND, '= "signing" }', '= "x" }', "l’en-tête (limits) cite l’échéance « x », qui n’est pas déclaré."),
    (IN_KIND, 'phase = "writing"', 'phase = "x"', "l’état « signed » cite la phase « x », qui n’est pas déclaré."),
    (IN_KIND, 'holder = "division"', 'holder = "x"',
     "l’état « signed » cite le détenteur « x », qui n’est pas déclaré."),
    (IN_KIND, "[ {signature}]", "[ {x}]", "l’état « signed » a une phrase avec un blanc inconnu : « x »."),
    (IN_KIND, "{signature.reason}", "{signature.x}",
     "l’état « signed » a une phrase avec un blanc inconnu : « signature.x »."),
    (IN_BLOCK, "{due.signing}", "{due.x}", "l’état « drafted » a une phrase avec un blanc inconnu : « due.x »."),
    (IN_BLOCK, "échéance [", "échéance ",
     "l’état « drafted » a une phrase mal formée, près de « {this} est rédigé ; échéance {due.signing}]. »."),
    (IN_BLOCK, "[{due.signing}]", "{due.signing",
     "l’état « drafted » a une phrase mal formée, près de «  est rédigé ; échéance {due.signing. »."),
    (IN_KIND, "وقع {this}[ {entered}]", "وقع {this}[ {x}]",
     "l’état « signed » a une phrase avec un blanc inconnu : « x »."),
    (IN_BLOCK, "تمت صياغة {this}", "تمت صياغة {this]",
     "l’état « drafted » a une phrase mal formée, près de « تمت صياغة {this »."),
    (IN_KIND, 'asks = ["reason"]', 'asks = ["reason"]\ndone_ar = "التوقيع[: {x}]."',
     "la transition « sign » a une phrase avec un blanc inconnu : « x »."),
    (IN_KIND, 'asks = ["reason"]', 'asks = ["reason"]\nsays_fr = "Signé."',
     "la transition « sign » dit en une seule langue ce que la phrase du texte ajoute."),
    (IN_KIND, 'asks = ["reason"]', 'asks = ["reason"]\nadds_ar = "وقد وقع"',
     "la transition « sign » dit en une seule langue ce que la phrase du texte ajoute."),
    (IN_KIND, 'from = ["drafted"]', 'from = ["x"]',
     "la transition « sign » cite l’état « x », qui n’est pas déclaré."),
    (IN_KIND, 'to = "signed"', 'to = "x"', "la transition « sign » cite l’état « x », qui n’est pas déclaré."),
    (IN_KIND, 'from = ["drafted"]', "from = []", "la transition « sign » ne part d’aucun état."),
    (IN_BLOCK, 'runs_in = ["drafted"]', "runs_in = []", "l’échéance « signing » ne court dans aucun état."),
    (IN_BLOCK, 'runs_in = ["drafted"]', 'runs_in = ["drafted"]\nterm = "window"\nescalate = [1]',
     "l’échéance « signing » a « escalate », réservé aux délais de la loi (law, limit) sans « tacit »."),
    (IN_KIND, 'roles = ["head"]', 'roles = ["x"]',
     "la transition « sign » cite le rôle « x », qui n’est pas déclaré."),
    (IN_BLOCK, 'roles = ["drafter"]', "", "la transition « redraft » n’est ouverte à aucun rôle."),
    (IN_KIND, '"has_settled_observations"', '"x"',
     "la transition « sign » cite la condition « x », qui n’est pas déclaré."),
    (IN_KIND, '"has_settled_observations"', '"has_arabic_title"',
     "la transition « sign » cite le nombre de la loi « complete_file », qui n’est pas déclaré."),
    (IN_KIND, "guards = [", 'when = ["x"]\nguards = [',
     "la transition « sign » cite la condition « x », qui n’est pas déclaré."),
    (IN_KIND, 'asks = ["reason"]', 'asks = ["reason", "x"]',
     "la transition « sign » cite l’information « x », qui n’est pas déclaré."),
    (IN_KIND, 'asks = ["reason"]', 'requires = ["reason", "x"]',
     "la transition « sign » cite l’information « x », qui n’est pas déclaré."),
    (IN_KIND, 'milestone = "signature"', 'milestone = "x"',
     "la transition « sign » cite le jalon « x », qui n’est pas déclaré."),
    (IN_KIND, 'event = "end"', 'event = "x"',
     "la transition « sign » cite l’événement « x », qui n’est pas déclaré."),
    (IN_KIND, 'proposes_on = "signature"', 'proposes_on = "x"',
     "la transition « sign » cite la date « x », qui n’est pas déclaré."),
    (IN_KIND, 'to = "signed"', 'to = "signed"\nchamber = "asked"',
     "la transition « sign » change de Chambre sans la demander."),
    (IN_KIND, "Signé[ : {reason}]", "Signé[ : {x}]",
     "la transition « sign » a une phrase avec un blanc inconnu : « x »."),
    (IN_BLOCK, "{due.signing}", "{due.signing:x}",
     "l’état « drafted » a une phrase avec une forme de date inconnue : « x »."),
    (IN_KIND, 'name = "sign"', 'name = "redraft"', "la transition « redraft » est déclarée deux fois."),
    (IN_BLOCK, 'runs_in = ["drafted"]', 'runs_in = ["x"]',
     "l’échéance « signing » cite l’état « x », qui n’est pas déclaré."),
    (IN_BLOCK, 'runs_in = ["drafted"]', 'runs_in = ["drafted"]\nsuspended_in = ["x"]',
     "l’échéance « signing » cite l’état « x », qui n’est pas déclaré."),
    (IN_BLOCK, 'starts_with = ["redraft"]', 'starts_with = ["x"]',
     "l’échéance « signing » cite la transition « x », qui n’est pas déclaré."),
    (IN_BLOCK, 'stops_with = ["sign"]', 'stops_with = ["x"]',
     "l’échéance « signing » cite la transition « x », qui n’est pas déclaré."),
    (IN_BLOCK, "extensions.redraft", "extensions.x",
     "l’échéance « signing » cite la transition « x », qui n’est pas déclaré."),
    (IN_BLOCK, 'owner = "division"', 'owner = "x"',
     "l’échéance « signing » cite l’organe « x », qui n’est pas déclaré."),
    (IN_BLOCK, 'from_fact = "until"', 'from_fact = "x"',
     "l’échéance « signing » cite l’information « x », qui n’est pas déclaré."),
    (IN_BLOCK, 'from_milestone = "signature"', 'from_milestone = "x"',
     "l’échéance « signing » cite le jalon « x », qui n’est pas déclaré."),
    (IN_BLOCK, "nature = ", 'per = "x"\nnature = ',
     "l’échéance « signing » cite l’information « x », qui n’est pas déclaré."),
    (IN_BLOCK, '{ reason = ["yes"]', '{ x = ["yes"]',
     "l’échéance « signing » cite l’information « x », qui n’est pas déclaré."),
    (IN_BLOCK, "nature = ", 'chamber = "x"\nnature = ',
     "l’échéance « signing » cite la Chambre « x », qui n’est pas déclaré."),
    (IN_BLOCK, '"P10D"', '"10 jours"', "l’échéance « signing » a une durée illisible : « 10 jours »."),
    (IN_BLOCK, '"P1M"', '"un mois"', "l’échéance « signing » a une durée illisible : « un mois »."),
    (IN_BLOCK, 'length = "P10D"', "", "l’échéance « signing » n’a pas de durée."),
    (IN_BLOCK, 'length = "P1M"', "", "l’échéance « signing » n’a pas de durée."),
    (IN_BLOCK, ONE, value("2012-03-01") + value(),
     "l’échéance « signing » a des valeurs en désordre : sans date après 2012-03-01."),
    (IN_BLOCK, ONE, value("2012-03-01") * 2,
     "l’échéance « signing » a deux valeurs pour un même jour et une même Chambre : 2012-03-01."),
    (IN_BLOCK, ONE, value() + value(chamber="north"),
     "l’échéance « signing » a deux valeurs pour un même jour et une même Chambre : sans date."),
    (IN_BLOCK, ONE, value(chamber="north"), "l’échéance « signing » n’a pas de valeur pour la Chambre « south »."),
    (IN_BLOCK, ONE, value(chamber="x"), "l’échéance « signing » cite la Chambre « x », qui n’est pas déclaré."),
    (IN_BLOCK, f"remind = []\n{ONE}", 'chamber = "north"\n' + value(chamber="north") + value("2012-03-01", "south"),
     "l’échéance « signing » a une valeur pour la Chambre « south », où elle ne court pas."),
    (IN_KIND, 'to = "signed"', 'to = "signed"\ncertainty = "read"',
     "la transition « sign » se dit lue sans citer de base."),
    (IN_KIND, 'to = "signed"', 'to = "drafted"', "l’état « signed » est inaccessible."),
    (IN_KIND, "terminal = true", "", "l’état « drafted » ne mène à aucune fin."),
    (IN_KIND, 'to = "signed"', 'to = "="', "la transition « sign » cite l’état « = », qui n’est pas déclaré."),
    (IN_KIND, 'from = ["drafted"]', 'from = ["drafted", "signed"]', "l’état final « signed » a une sortie."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), THOUGHTS)
def test_a_fault_is_said_with_the_file_and_the_name(
    tmp_path: Path, file: str, *, old: str, new: str, said: str
) -> None:
    folder = write_small_procedure(tmp_path)

    named = re.search("« (.+?) »", said)
    in_block = named and named[1] in OF_BLOCK and "deux fois" not in said
    declared = f"{IN_BLOCK}, repris par {IN_KIND}" if in_block else IN_KIND
    assert fault_of(folder, file, old, new) == f"{declared} : {said}"
