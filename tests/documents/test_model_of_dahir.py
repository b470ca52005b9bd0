"""The dahir that promulgates a law, as a model to check by."""

from datetime import date
from typing import Any

import pytest

from documents.catalogue import KINDS
from documents.kinds.acts.dahir import of_dahir
from documents.language import Language
from models import LegalText
from tests.documents.act_cases import case, said
from tests.documents.office import Office, plain
from tests.workflow.builders import ACROSS, TO_ADOPTED, TO_FINAL, Move, moved, undated
from workflow.names.periods import Names

ALL_LAWS = [
    "projet_de_loi", "loi_organique", "loi_cadre", "loi_de_finances", "proposition_de_loi",
    "proposition_de_loi_organique",
]  # fmt: skip
TO_GOVERNMENT = [*TO_FINAL, *undated("send_to_government")]
MADE = moved("promulgate", "2018-02-22", dahir="1-18-19", hijri="5 joumada II 1439", number="103-13")
COUNSELLORS_FIRST = [
    *TO_ADOPTED, moved("deposit", chamber="conseillers"), *undated("refer_to_committee", "adopt_in_committee"),
    *undated("list_for_plenary"), *ACROSS, *undated("adopt_unchanged", "send_to_government"),
]  # fmt: skip


def told(
    *moves: Move,
    language: Language = "fr",
    kind: str = "projet_de_loi",
    title: str = "",
    **changes: Any,  # noqa: ANN401 - fields of a case
) -> dict[str, str]:
    """Give the fields of the dahir of a law with this object."""
    title_fr, title_ar = f"Projet de loi {title or 'relatif à l’enfance'}", "مشروع قانون يتعلق بالطفولة"
    story = case(kind, *moves, **({"title_fr": title_fr, "title_ar": title_ar, "number": "103-13"} | changes))
    fields = of_dahir(story, language)
    return dict(zip(fields, said(list(fields.values())), strict=True))


def test_the_dahir_of_a_promulgated_law_says_its_number_its_day_the_law_and_who_countersigned() -> None:
    french, arabic = told(*TO_GOVERNMENT, MADE), told(*TO_GOVERNMENT, MADE, language="ar")

    assert french["titre_dahir"] == (
        "Dahir n° 1-18-19 du 5 joumada II 1439 (22 février 2018) portant promulgation de la loi n° 103-13 relative à "
        "l’enfance"
    )
    assert french["promulgation"] == (
        "Est promulguée et sera publiée au Bulletin officiel, à la suite du présent dahir, la loi n° 103-13 relative à "
        "l’enfance, telle qu’adoptée par la Chambre des représentants et la Chambre des conseillers."
    )
    assert french["fait"] == "Fait à ………, le 5 joumada II 1439 (22 février 2018)."
    assert (french["qualite"], french["nom"]) == ("Le Chef du gouvernement,", "SAAD-EDDINE EL OTHMANI.")
    assert arabic["titre_dahir"] == (
        "ظهير شريف رقم 1.18.19 صادر في 5 جمادى الآخرة 1439 (22 فبراير 2018) بتنفيذ القانون رقم 103.13 المتعلق بالطفولة"
    )
    assert arabic["promulgation"] == (
        "ينفذ وينشر بالجريدة الرسمية، عقب ظهيرنا الشريف هذا، القانون رقم 103.13 المتعلق بالطفولة، "
        "كما وافق عليه مجلس النواب ومجلس المستشارين."
    )
    assert arabic["fait"] == "وحرر ب……… في 5 جمادى الآخرة 1439 (22 فبراير 2018)."
    assert (arabic["qualite"], arabic["nom"]) == ("رئيس الحكومة،", "الإمضاء: سعد الدين العثماني.")


def test_what_is_not_given_yet_is_dotted() -> None:
    waiting = told(*TO_GOVERNMENT, number=None)

    assert waiting["titre_dahir"] == (
        "Dahir n° ……… du ……… (………) portant promulgation de la loi n° ……… relative à l’enfance"
    )
    assert waiting["fait"] == "Fait à ………, le ……… (………)."
    assert waiting["nom"] == "SAAD-EDDINE EL OTHMANI."


@pytest.mark.parametrize("changes", [{"names": Names()}, {}])
def test_nobody_countersigns_by_name_where_nobody_is_known_or_the_day_is_not(changes: dict[str, Any]) -> None:
    undated_dahir = [] if changes else undated("promulgate")
    french = told(*TO_GOVERNMENT, *undated_dahir, **changes)
    arabic = told(*TO_GOVERNMENT, *undated_dahir, language="ar", **changes)

    assert (french["qualite"], french["nom"]) == ("Le Chef du gouvernement,", "………")
    assert (arabic["qualite"], arabic["nom"]) == ("رئيس الحكومة،", "الإمضاء: ………")


@pytest.mark.parametrize(
    ("kind", "title", "french", "arabic"),
    [
        ("projet_de_loi", "", "ses articles 42 et 50", "الفصلين 42 و50"),
        ("loi_cadre", "", "ses articles 42 et 50", "الفصلين 42 و50"),
        ("proposition_de_loi", "", "ses articles 42 et 50", "الفصلين 42 و50"),
        ("loi_organique", "", "ses articles 42, 50, 85 et 132", "الفصول 42 و50 و85 و132"),
        ("proposition_de_loi_organique", "", "ses articles 42, 50, 85 et 132", "الفصول 42 و50 و85 و132"),
        ("loi_de_finances", "", "ses articles 42, 50, 75 et 84", "الفصول 42 و50 و75 و84"),
        ("projet_de_loi", "portant approbation de la convention sur l’enfance", "ses articles 42, 50 et 55 (alinéa 2)",
         "الفصول 42 و50 و55 (الفقرة الثانية)"),
        ("projet_de_loi", "portant approbation du décret-loi n° 2-13-650", "ses articles 42 et 50", "الفصلين 42 و50"),
    ],
)  # fmt: skip
def test_the_articles_of_the_constitution_are_those_of_the_kind_of_law(
    kind: str, title: str, french: str, arabic: str
) -> None:
    assert told(kind=kind, title=title)["visa"] == f"Vu la Constitution, notamment {french},"
    assert told(kind=kind, title=title, language="ar")["visa"] == f"بناء على الدستور ولا سيما {arabic} منه،"


def test_a_dahir_older_than_the_constitution_or_the_reign_cites_neither() -> None:
    earlier = moved("promulgate", "1999-01-15", dahir="1-99-5")
    old = told(*TO_GOVERNMENT, earlier, language="fr")

    assert old["visa"] == "Vu la Constitution, notamment ses articles ………,"
    assert old["sceau"] == "(Grand Sceau de Sa Majesté ………)"
    assert told()["sceau"] == "(Grand Sceau de Sa Majesté Mohammed VI)"


@pytest.mark.parametrize(
    ("moves", "chambers", "about"),
    [
        (TO_GOVERNMENT, "la Chambre des représentants et la Chambre des conseillers", "L’ordre des deux Chambres est"),
        (COUNSELLORS_FIRST, "la Chambre des conseillers et la Chambre des représentants",
         "L’ordre des deux Chambres est"),
        ([], "la Chambre des représentants et la Chambre des conseillers", "L’historique du dossier ne dit pas"),
    ],
)  # fmt: skip
def test_the_chambers_stand_in_the_order_of_their_votes_which_is_said_to_be_a_choice(
    moves: list[Move], chambers: str, about: str
) -> None:
    fields = told(*moves)

    assert fields["promulgation"].endswith(f", telle qu’adoptée par {chambers}.")
    assert fields["ordre_chambres"].startswith(about)


def test_a_law_of_the_time_of_one_chamber_was_adopted_by_it_alone() -> None:
    fields = told(on=date(1994, 5, 2), language="ar")

    assert fields["promulgation"].endswith("، كما وافق عليه مجلس النواب.")
    assert fields["ordre_chambres"] == ""


@pytest.mark.parametrize("kind", ALL_LAWS)
def test_every_law_has_it_from_promulgation_on(kind: str) -> None:
    model = KINDS["dahir_modele"]

    assert kind in model.paper.kinds
    assert [model.is_offered_in(phase) for phase in ("parliament", "promulgation", "publication")] == [
        False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr",
         ["Modèle pour vérification ; le dahir est préparé par le Secrétariat général du gouvernement.",
          "LOUANGE A DIEU SEUL !", "(Grand Sceau de Sa Majesté Mohammed VI)",
          "Que l’on sache par les présentes - puisse Dieu en élever et en fortifier la teneur !",
          "Que Notre Majesté Chérifienne,", "Vu la Constitution, notamment ses articles 42 et 50,",
          "A DÉCIDÉ CE QUI SUIT :"]),
        ("ar",
         ["نموذج للتحقق؛ تتولى الأمانة العامة للحكومة إعداد الظهير الشريف.",
          "الحمد لله وحده،", "الطابع الشريف - بداخله: (محمد بن الحسن بن محمد بن يوسف الله وليه)",
          "يعلم من ظهيرنا الشريف هذا، أسماه الله وأعز أمره أننا:",
          "بناء على الدستور ولا سيما الفصلين 42 و50 منه،", "أصدرنا أمرنا الشريف بما يلي:"]),
    ],
)  # fmt: skip
def test_the_page_says_that_it_is_a_model_and_has_the_lines_of_a_dahir_in_their_order(
    office: Office, bill: LegalText, language: str, lines: list[str]
) -> None:
    made = office.make(bill, "dahir_modele", language=language)

    paragraphs = [*made.page.sections[0].header.paragraphs, *made.page.paragraphs]

    assert [line for line in (plain(each.text) for each in paragraphs) if line in lines] == lines
