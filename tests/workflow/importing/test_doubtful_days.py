"""No date of a situation is lost without a word: it is read, read with a doubt, or named as not read."""

import pytest

from workflow.importing import ImportedRow, read_table

CHECK = "n’existe pas dans le calendrier : veuillez vérifier le jour."
VAGUE = "ne donne pas une date : elle n’est pas reprise, à préciser."
NO_YEAR = "est dit sans année : cette date n’est pas reprise, à préciser."
MOON = "n’est donné qu’en hégirien :"
LAST = "nomme plusieurs jours : seul le dernier est lu, l’autre est à vérifier."


def adopted(when: str) -> ImportedRow:
    source = f"Intitulé\tÉtat d'avancement\nProjet de loi relatif aux foires\tAdopté en Conseil de gouvernement {when}"
    return read_table(source.encode(), "une ligne").rows[0]


@pytest.mark.parametrize(
    ("when", "on", "doubts"),
    [
        ("le 5 avril 2023", "2023-04-05", ()),
        ("le mercredi 5 avril 2023", "2023-04-05", ()),
        ("le 15 ramadan 1444 (6 avril 2023)", "2023-04-06", ()),
        ("le 6 avril 2023 (15 ramadan 1444)", "2023-04-06", ()),
        ("en 2023", "2023", ()),
        ("fin mai 2023", "2023-05", ()),
        ("le 3 mai 2023 par 24 voix", "2023-05-03", ()),
        ("le 14.05.2023", "2023-05-14", ()),
        (
            "le 05/04/23",
            "2023-04-05",
            ("« 05/04/23 » donne l’année sur deux chiffres : lu le 5 avril 2023, à confirmer.",),
        ),
        ("le 5/6/24", "2024-06-05", ("« 5/6/24 » donne l’année sur deux chiffres : lu le 5 juin 2024, à confirmer.",)),
        (
            "le 5 juin 98",
            "1998-06-05",
            ("« 5 juin 98 » donne l’année sur deux chiffres : lu le 5 juin 1998, à confirmer.",),
        ),
        (
            "le 15 ramadan 1444",
            "2023-04-06",
            (f"« 15 ramadan 1444 » {MOON} lu le 6 avril 2023 (date convertie), à confirmer.",),
        ),
        (
            "le 15 ramadan 1420",
            "1999-12-23",
            (f"« 15 ramadan 1420 » {MOON} lu le 23 décembre 1999 (date estimée, à un jour près), à confirmer.",),
        ),
        ("le 1er et le 8 juin 2023", "2023-06-08", (f"« 1er et le 8 juin 2023 » {LAST}",)),
        (
            "le lundi 3 mai 2023",
            "2023-05-03",
            ("« lundi 3 mai 2023 » ne se peut pas, car le 3 mai 2023 est un mercredi.",),
        ),
        ("le 31/04/2023", None, (f"« 31/04/2023 » {CHECK}",)),
        ("le 13/13/2023", None, (f"« 13/13/2023 » {CHECK}",)),
        ("le 31 avril 2023", None, (f"« 31 avril 2023 » {CHECK}",)),
        ("le 2023-13-01", None, (f"« 2023-13-01 » {CHECK}",)),
        (
            "le 3 mai 20224",
            None,
            ("« 3 mai 20224 » : l’année 20224 ne se peut pas ; cette date n’est pas reprise, à vérifier.",),
        ),
        (
            "le 3 mai 1822",
            None,
            ("« 3 mai 1822 » : l’année 1822 ne se peut pas ; cette date n’est pas reprise, à vérifier.",),
        ),
        ("le 3 mai", None, (f"« 3 mai » {NO_YEAR}",)),
        ("le 5 juin 14 voix", None, (f"« 5 juin » {NO_YEAR}",)),
        ("le 1er et le 8 juin", None, (f"« 1er et le 8 juin » {LAST}", f"« 8 juin » {NO_YEAR}")),
        ("début 2023", None, (f"« début 2023 » {VAGUE}",)),
        ("au 2e trimestre 2023", None, (f"« 2e trimestre 2023 » {VAGUE}",)),
        ("il y a deux ans", None, (f"« il y a deux ans » {VAGUE}",)),
        (
            "en ramadan 1444",
            None,
            ("« ramadan 1444 » est une date hégirienne sans jour : elle n’est pas reprise, à préciser.",),
        ),
    ],
)
def test_each_date_is_read_or_named(when: str, on: str | None, doubts: tuple[str, ...]) -> None:
    row = adopted(when)

    assert [each.on for each in row.milestones] == [on]
    assert row.warnings == doubts


@pytest.mark.parametrize("words", ["décret n° 2.22.771", "décret n° 2.24.0100", "décision 255/25", "loi n° 43-22"])
def test_a_number_is_no_date(words: str) -> None:
    assert adopted(f"le 3 mai 2023 (voir {words})").warnings == ()
