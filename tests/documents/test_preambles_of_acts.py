"""What stands before the articles: who takes the act, its visas by rank, the preparation, the formula."""

from datetime import date

import pytest

from documents.case import Tie
from documents.cited_acts import CitedAct
from documents.grammar import ActReference
from documents.kinds.acts.preamble import of_preamble
from documents.kinds.acts.visas import visas
from documents.missing import missing
from tests.documents.act_cases import OURS, article, case, draft, named, said
from tests.workflow.builders import TO_ADOPTED, TO_COUNCIL, TO_SGG, Move, moved, undated

LAW = CitedAct(
    "projet_de_loi", "Projet de loi relatif à la lutte contre les violences", "مشروع قانون يتعلق بمحاربة العنف",
    ActReference("loi", "القانون", "103-13", date(2018, 2, 22), "1-18-19"),
)  # fmt: skip
DECREE = CitedAct(
    "decret", "Projet de décret portant création de la commission", "مشروع مرسوم بإحداث اللجنة",
    ActReference("décret", "المرسوم", "2-14-278", date(2014, 6, 6)),
)  # fmt: skip
UNSIGNED = CitedAct("decret", "Projet de décret fixant le régime", "", ActReference("décret", "المرسوم", None, None))
TO_SIGN = [*TO_SGG, *undated("send_to_signature")]

NO_BASIS = missing("le texte sur lequel celui-ci se fonde", "النص الذي يستند إليه")


def tie(kind: str, citation: str = "", act: CitedAct | None = None, article: str = "") -> Tie:
    return Tie("", citation, kind, article=article, act=act)


def test_a_law_is_cited_with_its_dahir_and_the_article_that_calls_for_the_text() -> None:
    told = case("decret", ties=(tie("implements", act=LAW, article="9"),))

    assert said(visas(told, "fr")) == [
        (
            "Vu la loi n° 103-13 relative à la lutte contre les violences, promulguée par le dahir n° 1-18-19 du "
            "5 joumada II 1439 (22 février 2018), notamment son article 9"
        )
    ]
    assert said(visas(told, "ar")) == [
        (
            "بناء على القانون رقم 103.13 المتعلق بمحاربة العنف، الصادر بتنفيذه الظهير الشريف رقم 1.18.19 بتاريخ "
            "5 جمادى الآخرة 1439 (22 فبراير 2018)، ولا سيما المادة 9 منه"
        )
    ]


def test_visas_stand_by_rank_and_the_first_one_alone_begins_otherwise_in_arabic() -> None:
    told = case("decret", ties=(
        tie("based_on", act=DECREE), tie("based_on", "dahir n° 1-58-008"), tie("implements", act=LAW),
        tie("based_on", "loi organique n° 065-13"), tie("amends", act=UNSIGNED), tie("repeals", "loi n° 1-57"),
    ))  # fmt: skip

    assert [words.partition(" n°")[0] for words in visas(told, "fr")] == [
        "Vu la loi organique", "Vu la loi", "Vu le dahir", "Vu le décret", "Vu le décret",
    ]  # fmt: skip
    assert said(visas(told, "ar"))[2:] == [
        "وعلى الظهير الشريف رقم 1.58.008",
        "وعلى المرسوم رقم 2.14.278 الصادر في 8 شعبان 1435 (6 يونيو 2014) بإحداث اللجنة",
        "وعلى المرسوم رقم ……… الصادر في ……… (………) ………",
    ]
    assert [words.split(" ")[0] for words in visas(told, "ar")] == ["بناء", "وعلى", "وعلى", "وعلى", "وعلى"]


@pytest.mark.parametrize(
    ("kind", "french", "arabic"),
    [
        ("decret", "Vu la Constitution, notamment son article 90", "بناء على الدستور، ولا سيما الفصل 90 منه"),
        ("decret_simple", "Vu la Constitution, notamment son article 90", "بناء على الدستور، ولا سيما الفصل 90 منه"),
        ("decret_loi", "Vu l’article 81 de la Constitution", "بناء على الفصل 81 من الدستور"),
        ("arrete", f"Vu {NO_BASIS}", f"بناء على {NO_BASIS}"),
        ("arrete_du_chef_du_gouvernement", f"Vu {NO_BASIS}", f"بناء على {NO_BASIS}"),
    ],
)
def test_without_another_basis_a_decree_cites_the_constitution_and_an_order_leaves_room(
    kind: str, french: str, arabic: str
) -> None:
    assert (visas(case(kind), "fr"), visas(case(kind), "ar")) == ([french], [arabic])


def test_a_decree_that_has_another_basis_does_not_cite_the_constitution_and_a_decree_law_always_does() -> None:
    ties = (tie("based_on", "loi n° 65-15"),)

    assert visas(case("decret", ties=ties), "fr") == ["Vu la loi n° 65-15"]
    assert visas(case("decret_loi", ties=ties), "ar") == ["بناء على الفصل 81 من الدستور", "وعلى القانون رقم 65.15"]


@pytest.mark.parametrize(
    ("written", "french"),
    [("9", "son article 9"), ("4 et 5", "ses articles 4 et 5"), ("annexe 2", "annexe 2")],
)
def test_the_articles_of_a_visa_agree_in_french(written: str, french: str) -> None:
    told = case("decret", ties=(tie("based_on", "loi n° 65-15", article=written),))

    assert visas(told, "fr") == [f"Vu la loi n° 65-15, notamment {french}"]


def test_a_decree_tells_proposal_opinion_and_council_in_that_order_and_ends_on_a_comma() -> None:
    moves = [
        moved("assign_drafter"), moved("ask_opinion", "2018-01-03", body="cndh", compulsory="yes"),
        moved("receive_opinion", "2018-01-20", body="cndh", answer="favourable"),
        *TO_ADOPTED[1:-1], moved("adopt_in_council", "2018-03-15"),
    ]  # fmt: skip
    told = case("decret", *moves)

    assert said(of_preamble(told, "fr")["visas"]) == [
        "Vu la Constitution, notamment son article 90 ;",
        "Sur proposition de la ministre de la Famille ;",
        "Après avis du Conseil national des droits de l’Homme ;",
        "Après délibération en Conseil du gouvernement, réuni le 26 joumada II 1439 (15 mars 2018),",
    ]
    assert said(of_preamble(told, "ar")["visas"]) == [
        "بناء على الدستور، ولا سيما الفصل 90 منه؛",
        "وباقتراح من وزيرة الأسرة؛",
        "وبعد استطلاع رأي المجلس الوطني لحقوق الإنسان؛",
        "وبعد المداولة في مجلس الحكومة المنعقد بتاريخ 26 من جمادى الآخرة 1439 (15 مارس 2018)،",
    ]


def test_only_a_compulsory_opinion_that_was_given_is_told() -> None:
    given = [moved("receive_opinion", "2018-06-20", body="cndh", answer="favourable")]
    told = {
        (compulsory, bool(answer)): "avis" in " ".join(of_preamble(case("decret_simple", *moves), "fr")["visas"])
        for compulsory, answer in (("no", given), ("yes", given), ("yes", []))
        for moves in [[moved("assign_drafter"), moved("ask_opinion", body="cndh", compulsory=compulsory), *answer]]
    }

    assert told == {("no", True): False, ("yes", True): True, ("yes", False): False}


@pytest.mark.parametrize(
    ("kind", "moves", "told"),
    [
        ("decret", TO_COUNCIL, 1), ("decret", TO_ADOPTED, 1), ("decret_de_nomination", [], 1),
        ("decret_simple", TO_SGG, 0), ("arrete", TO_SGG, 0), ("decret_loi", [], 1),
    ],
)  # fmt: skip
def test_the_council_is_told_where_the_procedure_has_one_with_dots_while_its_day_is_to_come(
    kind: str, moves: list[Move], told: int
) -> None:
    words = "Après délibération en Conseil du gouvernement, réuni le ……… (………)"

    assert sum(each.startswith(words) for each in said(of_preamble(case(kind, *moves), "fr")["visas"])) == told


def test_a_decree_law_tells_the_agreement_of_the_committees_after_the_council() -> None:
    assert said(of_preamble(case("decret_loi"), "ar")["visas"]) == [
        "بناء على الفصل 81 من الدستور؛",
        "وبعد المداولة في مجلس الحكومة المنعقد بتاريخ ……… (………)؛",
        "وباتفاق مع اللجان التي يعنيها الأمر في مجلس النواب ومجلس المستشارين،",
    ]


def test_the_visas_of_the_draft_stand_in_place_of_those_proposed_and_the_council_is_told_anew() -> None:
    preamble = (
        "LE CHEF DU GOUVERNEMENT,", "Vu la loi n° 65-15 ;", "Après avis du conseil ;",
        "Après délibération en Conseil du gouvernement, réuni le ...,", "DÉCRÈTE :",
    )  # fmt: skip
    told = case("decret", drafts=draft("fr", article("Article premier", "1", "A."), preamble=preamble))

    assert said(of_preamble(told, "fr")["visas"]) == [
        "Vu la loi n° 65-15 ;", "Après avis du conseil ;",
        "Après délibération en Conseil du gouvernement, réuni le ……… (………),",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "moves", "french", "arabic"),
    [
        ("decret", [], (["LE CHEF DU GOUVERNEMENT,"], "DÉCRÈTE :"), (["رئيس الحكومة،"], "رسم ما يلي:")),
        ("decret_loi", [], (["LE CHEF DU GOUVERNEMENT,"], "DÉCRÈTE :"), (["رئيس الحكومة،"], "رسم ما يلي:")),
        ("arrete", [], (["LA MINISTRE DE LA FAMILLE,"], "ARRÊTE :"), (["وزيرة الأسرة،"], "قررت ما يلي:")),
        ("arrete_du_chef_du_gouvernement", [], (["LE CHEF DU GOUVERNEMENT,"], "ARRÊTE :"),
         (["رئيس الحكومة،"], "قرر ما يلي:")),
        ("arrete_conjoint", [], (["LA MINISTRE DE LA FAMILLE,", "………,"], "ARRÊTENT :"),
         (["وزيرة الأسرة،", "و………،"], "قررا ما يلي:")),
        ("arrete_conjoint", [*TO_SIGN, named("ministry_of_justice", OURS)],
         (["LE MINISTRE DE LA JUSTICE,", "LA MINISTRE DE LA FAMILLE,"], "ARRÊTENT :"),
         (["وزير العدل،", "ووزيرة الأسرة،"], "قررا ما يلي:")),
        ("arrete_conjoint", [*TO_SIGN, named("ministry_of_justice", OURS, "ministry_of_health")],
         (["LE MINISTRE DE LA JUSTICE,", "LA MINISTRE DE LA FAMILLE,", "LE MINISTRE DE LA SANTÉ,"], "ARRÊTENT :"),
         (["وزير العدل،", "ووزيرة الأسرة،", "ووزير الصحة،"], "قرروا ما يلي:")),
    ],
)  # fmt: skip
def test_the_formula_agrees_with_those_who_take_the_act(
    kind: str, moves: list[Move], french: tuple[list[str], str], arabic: tuple[list[str], str]
) -> None:
    told = [of_preamble(case(kind, *moves), language) for language in ("fr", "ar")]

    assert [(said(each["emetteurs"]), each["formule"]) for each in told] == [french, arabic]
