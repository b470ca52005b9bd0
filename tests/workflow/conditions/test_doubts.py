"""What is possible and implausible is doubted aloud, with what it contradicts; once confirmed, it is recorded."""

import pytest

from tests.workflow.builders import (
    TO_ADOPTED,
    TO_COUNCIL,
    TO_DEPOSITED,
    TO_FINAL,
    TO_PLENARY,
    TO_PUBLISHED,
    TO_SGG,
    File,
    Move,
    moved,
    sure,
    undated,
)
from workflow.rulebook.open_moves import raised, settled

IN_COMMITTEE = [*TO_DEPOSITED, *undated("refer_to_committee")]
TO_PROMULGATE = [*TO_FINAL, *undated("send_to_government")]
LODGED = [*TO_ADOPTED, *undated("lodge_with_committees")]
WITH_MINISTERS = [*TO_ADOPTED, *undated("send_to_council_of_ministers")]
VOTED_THAT_DAY = [*TO_PLENARY[:-1], moved("list_for_plenary", "2026-11-19")]
PROMULGATED_THAT_DAY = [*TO_PROMULGATE, moved("promulgate", "2026-11-19"), moved("send_to_printer", "2026-11-19")]
LISTED = [*TO_COUNCIL[:-1], moved("list_on_agenda", council_on="2026-10-22")]
SITTING = [*TO_PLENARY[:-1], moved("list_for_plenary", sitting_on="2026-06-02")]
AIMED = [*TO_SGG, moved("aim_for_council", council_on="2026-10-22")]

AT_ONCE = [
    *TO_ADOPTED,
    moved("deposit", "2026-11-19", chamber="conseillers"),
    *[moved(name, "2026-11-19") for name in ("refer_to_committee", "adopt_in_committee", "list_for_plenary")],
]
A_READING_IN_A_DAY = (
    "Le 19 novembre 2026 aurait déjà vu 4 changements d’état : « Déposé au bureau de la Chambre », « En commission "
    "permanente », « Examiné en commission, rapport déposé » et « En séance plénière »."
)
TUESDAY = "Le 20 octobre 2026 est un mardi, or le Conseil de gouvernement se réunit d’ordinaire le jeudi."
NO_DAHIR = "Une loi se promulgue par un dahir, et son numéro n’est pas indiqué."
IN_EXCESS = "Ces voix sont {} au total, mais une commission compte 44 membres au plus (de mémoire, à vérifier)."
OF_THEN = "Ces voix sont 400 au total, mais la Chambre des représentants comptait 325 membres (de mémoire, à vérifier)."
LOST = "Avec 30 voix pour et 12 contre, le texte est d’ordinaire adopté, non rejeté."
SPRING = (
    "La session ordinaire du Parlement s’est ouverte le 10 avril 2026, et n’était close à cette date que si les deux "
    "Chambres en sont convenues."
)
MANY = "Le 19 novembre 2026 aurait déjà vu 2 étapes du parcours : Promulgation et Publication."
EARLIER = "Cette date précède celle d’une étape qui vient avant (19 nov. 2026)."
YEARS_EARLIER = "Cette date précède de 10 ans l’ouverture du dossier (5 oct. 2026)."
IN_SESSION = (
    "La session ordinaire du Parlement s’est ouverte le {} : un décret-loi ne se dépose qu’entre deux sessions "
    "(Constitution, art. 81)."
)
NOT_DEFERRED = (
    "Cette date précède la publication (12 mars 2018) : une entrée en vigueur ne se diffère qu’après elle "
    "(Constitution, art. 6)."
)
TOO_SOON = "Un texte n’entre pas en vigueur avant d’être publié, le 12 mars 2018 (Constitution, art. 6)."
NOT_CARRIED = "Avec 12 voix pour et 30 contre, le texte n’est pas adopté : vérifiez les voix ou le résultat."
OTHER_COUNCIL = "Le texte est inscrit à l’ordre du jour du Conseil du 22 octobre 2026, et non à cette date."
OTHER_SITTING = "Le texte est inscrit à l’ordre du jour de la séance du 2 juin 2026, et non à cette date."
SHORT = "Le Conseil se tiendrait {} la distribution ; il en faut 10, sauf motif de délai abrégé."
LONG = "Le texte n’entrerait en vigueur que le {}, plus de dix ans après sa publication."
HIJRI = "La date hégirienne « hier » ne se lit pas."


def votes(ayes: int, noes: int) -> dict[str, int]:
    return {"for": ayes, "against": noes}


@pytest.mark.parametrize(
    ("kind", "told", "move", "doubts"),
    [
        ("decret", TO_COUNCIL, moved("adopt_in_council", "2026-10-22"), []),
        ("decret", TO_COUNCIL, moved("adopt_in_council", "2026-10-20"), [TUESDAY]),
        ("projet_de_loi", TO_COUNCIL, moved("postpone", "2026-10-20"), [TUESDAY]),
        ("decret", TO_SGG, moved("aim_for_council", "2026-10-01", council_on="2026-10-20"), [TUESDAY]),
        # The agenda is made on any day, for a Thursday.
        ("decret", TO_COUNCIL[:-1], moved("list_on_agenda", "2026-10-20", council_on="2026-11-05"), []),
        ("decret", TO_COUNCIL[:-1], moved("list_on_agenda", "2026-10-08", council_on="2026-10-20"), [TUESDAY]),
        ("decret", TO_COUNCIL, moved("adopt_in_council", "2026-10"), []),
        *[("decret", LISTED, moved(name, on), doubts)
          for name in ("adopt_in_council", "adopt_with_remarks", "refer_to_ad_hoc_commission", "postpone",
                       "ask_new_version", "examine_in_council")
          for on, doubts in (("2026-10-22", []), ("2026-10", []), (None, []), ("2026-10-15", [OTHER_COUNCIL]))],
        ("projet_de_loi", SITTING, moved("adopt_first", "2026-06-02"), []),
        ("projet_de_loi", SITTING, moved("adopt_first", "2026-06-01"), [OTHER_SITTING]),
        ("projet_de_loi", SITTING, moved("reject", "2026-06-03", votes=votes(1, 2)), [OTHER_SITTING]),
        # Listed once more: it is the last agenda that counts, even where its day is not told.
        ("decret", [*LISTED, *undated("postpone"), moved("list_on_agenda", council_on="2026-11-05")],
         moved("adopt_in_council", "2026-11-05"), []),
        ("decret", [*LISTED, *undated("postpone", "list_on_agenda")], moved("adopt_in_council", "2026-11-05"), []),
        ("decret", TO_SGG, moved("distribute", "2026-10-12", council_on="2026-10-22"), []),
        ("decret", TO_SGG, moved("distribute", "2026-10-17", council_on="2026-10-22"), [SHORT.format("5 jours après")]),
        ("decret", TO_SGG, moved("distribute", "2026-10-22", council_on="2026-10-22"),
         [SHORT.format("le jour même de")]),
        ("decret", TO_SGG, moved("distribute", "2026-10-23", council_on="2026-10-22"),
         ["Le Conseil du 22 octobre 2026 se tiendrait avant cette distribution."]),
        ("decret", AIMED, moved("distribute", "2026-10-17"), [SHORT.format("5 jours après")]),
        ("decret", AIMED, moved("distribute", "2026-10-30"), []),  # that council has met: another one is expected
        ("decret", AIMED, moved("distribute", None), []),
        ("projet_de_loi", TO_PUBLISHED, moved("defer_entry_into_force", "2018-03-12", in_force_on="2028-03-12"), []),
        ("projet_de_loi", TO_PUBLISHED, moved("defer_entry_into_force", "2018-03-12", in_force_on="2081-03-12"),
         [LONG.format("12 mars 2081")]),
        ("projet_de_loi", TO_PUBLISHED, moved("defer_entry_into_force", "2018-03-12", in_force_after=120), []),
        ("projet_de_loi", TO_PUBLISHED, moved("set_later_part", "2018-03-12", part="art. 3", in_force_after=121),
         [LONG.format("12 avril 2028")]),
        ("projet_de_loi", TO_PUBLISHED[:-1], moved("publish", "2018-03-12", bo_number="six mille"),
         ["Le numéro du Bulletin officiel « six mille » ne contient aucun chiffre."]),
        ("projet_de_loi", TO_PUBLISHED[:-1], moved("publish", "2018-03-12", bo_number="6867 bis"), []),
        ("projet_de_loi", TO_PUBLISHED[:-1], moved("publish", "2018-03-12", bo_number="٦٦٥٥"), []),
        ("decret", TO_COUNCIL, moved("adopt_in_council", "2009-10-20"), []),  # before the usage that is known
        ("loi_organique", WITH_MINISTERS, moved("adopt_in_council_of_ministers", "2026-10-24"), []),
        ("projet_de_loi", TO_PROMULGATE, moved("promulgate", "2026-10-22"), [NO_DAHIR]),
        ("projet_de_loi", TO_PROMULGATE, moved("promulgate", "2026-10-22", dahir="1-26-19"), []),
        ("projet_de_loi", TO_PROMULGATE, moved("promulgate", "2026-10-22", dahir="1-26-19", hijri="hier"), [HIJRI]),
        ("projet_de_loi", IN_COMMITTEE, moved("adopt_in_committee", "2026-11-19", votes=votes(30, 14)), []),
        ("projet_de_loi", IN_COMMITTEE, moved("adopt_in_committee", "2026-11-19", votes=votes(30, 15)),
         [IN_EXCESS.format(45)]),
        ("projet_de_loi", IN_COMMITTEE, moved("reject_in_committee", None, votes=votes(12, 90)),
         [IN_EXCESS.format(102)]),
        ("projet_de_loi", IN_COMMITTEE, moved("reject_in_committee", None, votes=votes(30, 12)), [LOST]),
        ("projet_de_loi", TO_PLENARY, moved("reject", "2026-11-19", votes=votes(30, 12)), [LOST]),
        ("projet_de_loi", IN_COMMITTEE, moved("adopt_in_committee", "2005-05-10", votes=votes(50, 5)), []),
        ("projet_de_loi", TO_PLENARY, moved("adopt_first", "2005-05-10", votes=votes(399, 1)), [OF_THEN]),
        ("projet_de_loi", TO_PLENARY, moved("adopt_first", "2005-05-10", votes=votes(325, 0)), []),
        ("projet_de_loi", TO_PLENARY, moved("adopt_in_single_chamber", "1990-05-10", votes=votes(399, 1)),
         []),  # its size is not known
        ("decret_loi", LODGED, moved("vote_in_one_committee", "2026-09-02", votes=votes(60, 1)),
         [IN_EXCESS.format(61)]),
        ("decret_loi", TO_ADOPTED, moved("lodge_with_committees", "2026-09-02"), []),
        ("decret_loi", TO_ADOPTED, moved("lodge_with_committees", "2026-07-27"), [SPRING]),
        ("decret_loi", TO_ADOPTED, moved("lodge_with_committees", "2026-08"), []),
        ("decret_loi", TO_ADOPTED, moved("lodge_with_committees", "2020-03-23"), []),
        ("projet_de_loi", PROMULGATED_THAT_DAY, moved("publish", "2026-11-19"), []),  # on its way through one stage
        ("projet_de_loi", [*PROMULGATED_THAT_DAY, moved("publish", "2026-11-19")],
         moved("enter_on_publication", "2026-11-19"), [MANY]),
        ("projet_de_loi", [*PROMULGATED_THAT_DAY, moved("publish", "2026-11-20")],
         moved("enter_on_publication", "2026-11-20"), []),
        ("projet_de_loi", AT_ONCE[:-1], moved("list_for_plenary", "2026-11-19"), []),
        ("projet_de_loi", AT_ONCE, moved("adopt_first", "2026-11-19"), [A_READING_IN_A_DAY]),
        ("projet_de_loi", AT_ONCE, moved("adopt_first", "2026-11-20"), []),
        ("projet_de_loi", AT_ONCE, moved("note", "2026-11-19", note="vu"), []),
        ("projet_de_loi", VOTED_THAT_DAY, moved("adopt_first", "2026-11-19"), []),
        ("projet_de_loi", VOTED_THAT_DAY, moved("adopt_first", "2026-11-18"), [EARLIER]),
    ],
)  # fmt: skip
def test_what_is_implausible_is_doubted_and_passes_once_it_is_confirmed(
    kind: str, told: list[Move], move: Move, doubts: list[str]
) -> None:
    file = File.opened(kind, *told)
    name, on, facts = move
    proposed = file.proposed(name, on, facts)
    asked = [f"{words} Si c’est exact, confirmez-le." for words in doubts]
    if doubts == [EARLIER]:
        asked = [f"{EARLIER} Si c’est exact, confirmez-le et dites pourquoi dans la note."]
        facts = facts | {"note": "Date du procès-verbal."}

    assert [words for _doubt, words in raised(proposed)] == doubts
    assert file.refusals(name, on, **move[2]) == asked
    assert file.refusals(name, on, **sure(file.proposed(name, on, facts | {"confirmed": True}))) == []


def test_a_step_years_before_the_opening_is_doubted_as_such() -> None:
    file = File.opened("projet_de_loi", on="2026-10-05")

    assert file.refusals("assign_drafter", "2016-10-04") == [
        f"{YEARS_EARLIER} Si c’est exact, confirmez-le et dites pourquoi dans la note."
    ]


def test_only_the_doubts_that_a_move_raises_are_kept_as_confirmed() -> None:
    file = File.opened("decret", *TO_COUNCIL)
    words = ["Le 13 octobre 2026 est un mardi.", TUESDAY]

    tuesday = file.proposed("adopt_in_council", "2026-10-20", {"confirmed": words})
    thursday = file.proposed("adopt_in_council", "2026-10-22", {"confirmed": words, "note": "vu"})

    assert settled(tuesday) == {"confirmed": [TUESDAY]}
    assert settled(thursday) == {"note": "vu"}


@pytest.mark.parametrize(
    ("kind", "told", "move", "reason"),
    [
        ("decret_loi", TO_ADOPTED, moved("lodge_with_committees", "2026-05-04"),
         IN_SESSION.format("10 avril 2026")),
        ("decret_loi", TO_ADOPTED, moved("lodge_with_committees", "2026-11"),
         IN_SESSION.format("9 octobre 2026")),
        ("projet_de_loi", TO_PUBLISHED, moved("defer_entry_into_force", "2018-03-12", in_force_on="2018-03-01"),
         NOT_DEFERRED),
        ("projet_de_loi", TO_PUBLISHED, moved("set_later_part", "2018-03-12", part="art. 3", in_force_on="2018-03-01"),
         NOT_DEFERRED),
        ("projet_de_loi", TO_PUBLISHED, moved("enter_on_publication", "2018-03-11"),
         TOO_SOON),
        ("projet_de_loi", [*TO_PUBLISHED, *undated("phase_in")], moved("enter_into_force", "2018-03-11"),
         TOO_SOON),
        ("projet_de_loi", TO_PUBLISHED, moved("enter_into_force_partly", "2018-03-11"),
         TOO_SOON),
        ("projet_de_loi", IN_COMMITTEE, moved("adopt_in_committee", "2026-11-19", votes=votes(12, 30)),
         NOT_CARRIED),
        ("decret_loi", LODGED, moved("agree_in_committees", "2026-09-02", votes=votes(12, 30)),
         NOT_CARRIED),
    ],
)  # fmt: skip
def test_what_the_law_excludes_is_refused_whatever_is_confirmed(
    kind: str, told: list[Move], move: Move, reason: str
) -> None:
    file = File.opened(kind, *told)
    name, on, facts = move

    confirmed = sure(file.proposed(name, on, facts | {"confirmed": True}))

    assert file.refusals(name, on, **confirmed, note="C’est ainsi.") == [reason]


@pytest.mark.parametrize("on", ["2018-03-12", "2018-03", "2018-04-01", None])
def test_a_text_enters_into_force_from_the_day_of_its_publication_on(on: str | None) -> None:
    file = File.opened("projet_de_loi", *TO_PUBLISHED, *undated("phase_in"))

    assert file.refusals("enter_into_force", on) == []
    if on != "2018-03":
        published = File.opened("projet_de_loi", *TO_PUBLISHED)
        assert published.refusals("defer_entry_into_force", "2018-03-12", in_force_on=on or "2019-01-01") == []
