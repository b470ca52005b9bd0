"""The annexes of an act: what they are annexed to, and where each begins."""

from dataclasses import replace

import pytest

from documents.kinds.acts.annexe import context
from documents.language import Language
from documents.missing import missing
from tests.documents.act_cases import article, case, draft
from tests.documents.office import plain
from tests.workflow.builders import TO_ADOPTED, TO_PROMULGATED, TO_SGG, Move, moved, undated

SIGNED = [*TO_SGG, *undated("send_to_signature"), moved("sign", "2014-08-07", number="2582-14")]
DECREE_TO_SIGN = [*TO_ADOPTED, *undated("send_to_signature")]


@pytest.mark.parametrize(
    ("kind", "moves", "language", "expected"),
    [
        ("arrete", SIGNED, "fr",
         "Annexe à l’arrêté de la ministre de la Famille n° 2582-14 du 10 chaoual 1435 (7 août 2014) relatif au prix"),
        ("arrete", SIGNED, "ar",
         "ملحق بقرار وزيرة الأسرة رقم 2582.14 الصادر في 10 شوال 1435 (7 أغسطس 2014) المتعلق بها"),
        ("arrete", [], "fr", "Annexe au projet d’arrêté de la ministre de la Famille n° ……… relatif au prix"),
        ("arrete", [], "ar", "ملحق بمشروع قرار وزيرة الأسرة رقم ……… المتعلق بها"),
        ("decret", DECREE_TO_SIGN, "ar", "ملحق بالمرسوم رقم ……… الصادر في ……… (………) المتعلق بها"),
        ("projet_de_loi", [], "ar", "ملحق بمشروع القانون رقم ……… المتعلق بها"),
        ("arrete_du_chef_du_gouvernement", [], "ar", "ملحق بمشروع قرار رئيس الحكومة رقم ……… المتعلق بها"),
        ("arrete_conjoint", [], "ar", "ملحق بمشروع القرار المشترك رقم ……… المتعلق بها"),
        ("decret", DECREE_TO_SIGN, "fr", "Annexe au décret n° ……… du ……… (………) relatif au prix"),
        ("projet_de_loi", [], "fr", "Annexe au projet de loi n° ……… relatif au prix"),
        ("projet_de_loi", TO_PROMULGATED, "fr", "Annexe à la loi n° ……… relative au prix"),
    ],
)  # fmt: skip
def test_an_annex_names_its_act_as_it_stands(kind: str, moves: list[Move], language: Language, expected: str) -> None:
    told = case(kind, *moves, title_fr="Projet relatif au prix", title_ar="مشروع يتعلق بها")

    assert plain(context(told, language)["titre_acte"]) == expected


def test_the_annexes_of_the_draft_are_cut_at_their_headings_and_one_is_blank_where_it_has_none() -> None:
    read = draft("fr", article("Article 1", "1", "A."))
    lines = ("Annexe n° 1", "Liste des pièces.", "Annexe n° 2", "Barème.", "Suite.")
    annexed = {"fr": replace(read["fr"], annexes=lines)}

    assert context(case("arrete"), "ar")["annexes"] == [
        {"libelle": "الملحق رقم 1", "alineas": [missing("le contenu de l’annexe", "محتوى الملحق")]}
    ]
    assert context(case("arrete", drafts=annexed), "fr")["annexes"] == [
        {"libelle": "Annexe n° 1", "alineas": ["Liste des pièces."]},
        {"libelle": "Annexe n° 2", "alineas": ["Barème.", "Suite."]},
    ]
    assert context(case("arrete", drafts=annexed), "fr")["titre_acte"].startswith("Annexes au projet d’arrêté")
