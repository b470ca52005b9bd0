"""The title of an act, in a working version and in the one that goes to be signed."""

import pytest

from documents.kinds.acts.titles import is_final, title
from documents.language import Language
from documents.missing import dotted
from tests.documents.act_cases import OURS, case, named
from tests.documents.office import plain
from tests.workflow.builders import TO_ADOPTED, TO_PROMULGATED, TO_SGG, Move, moved, undated

TO_SIGN = [*TO_SGG, *undated("send_to_signature")]
DECREE_TO_SIGN = [*TO_ADOPTED, *undated("send_to_signature")]
SIGNED = moved("sign", "2014-06-06", hijri="8 chaabane 1435", number="2-14-278")

CASES: list[tuple[str, list[Move], str, Language, str]] = [
    ("projet_de_loi", [], "Projet de loi relatif à l’enfance", "fr", "Projet de loi n° ……… relatif à l’enfance"),
    ("projet_de_loi", [], "Projet de loi n° 103-13 relatif à l’enfance", "fr",
     "Projet de loi n° 103-13 relatif à l’enfance"),
    ("projet_de_loi", [], "مشروع القانون رقم 103.13 المتعلق بالطفولة", "ar", "مشروع قانون رقم 103.13 يتعلق بالطفولة"),
    ("projet_de_loi", [], "مشروع قانون يقضي بتغيير القانون رقم 65.15", "ar",
     "مشروع قانون رقم ……… يقضي بتغيير القانون رقم 65.15"),
    ("projet_de_loi", TO_PROMULGATED, "Projet de loi relatif à l’enfance", "fr", "Loi n° ……… relative à l’enfance"),
    ("projet_de_loi", TO_PROMULGATED, "مشروع قانون يتعلق بالطفولة", "ar", "قانون رقم ……… يتعلق بالطفولة"),
    ("loi_organique", [], "مشروع القانون التنظيمي المتعلق بالإضراب", "ar",
     "مشروع قانون تنظيمي رقم ……… يتعلق بالإضراب"),
    ("loi_cadre", [], "Projet de loi-cadre portant réforme", "fr", "Projet de loi-cadre n° ……… portant réforme"),
    ("decret", [], "Projet de décret relatif à l’enfance", "fr", "Projet de décret n° ……… relatif à l’enfance"),
    ("decret", [], "Projet de décret modifiant le décret n° 2-97-218 du 19 décembre 1997 relatif au prix", "fr",
     "Projet de décret n° ……… modifiant le décret n° 2-97-218 du 19 décembre 1997 relatif au prix"),
    ("decret", [], "Projet de décret n° ……… relatif à l’enfance", "fr", "Projet de décret n° ……… relatif à l’enfance"),
    ("decret", [], "Décret n° ……… du ……… (………) relatif à l’enfance", "fr",
     "Projet de décret n° ……… relatif à l’enfance"),
    ("decret", [], "Projet de décret n° 2-26-... fixant le prix", "fr", "Projet de décret n° ……… fixant le prix"),
    ("decret", [], "Projet de décret modifiant la loi n° ……… relative au prix", "fr",
     "Projet de décret n° ……… modifiant la loi n° ……… relative au prix"),
    ("decret", [], "مشروع مرسوم رقم ……… يتعلق بالطفولة", "ar", "مشروع مرسوم رقم ……… يتعلق بالطفولة"),
    ("decret", [], "مرسوم رقم ……… صادر في ……… (………) يتعلق بالطفولة", "ar", "مشروع مرسوم رقم ……… يتعلق بالطفولة"),
    ("decret", [], "Projet de décret modifiant le décret n° 2-97-218", "fr",
     "Projet de décret n° ……… modifiant le décret n° 2-97-218"),
    ("decret", [], "مشروع مرسوم بتغيير وتتميم المرسوم رقم 2.97.218", "ar",
     "مشروع مرسوم رقم ……… بتغيير وتتميم المرسوم رقم 2.97.218"),
    ("decret", DECREE_TO_SIGN, "Projet de décret relatif à l’enfance", "fr",
     "Décret n° ……… du ……… (………) relatif à l’enfance"),
    ("decret", DECREE_TO_SIGN, "مشروع مرسوم بتحديد النظام", "ar", "مرسوم رقم ……… صادر في ……… (………) بتحديد النظام"),
    ("decret", [*DECREE_TO_SIGN, SIGNED], "Projet de décret relatif à l’enfance", "fr",
     "Décret n° 2-14-278 du 8 chaabane 1435 (6 juin 2014) relatif à l’enfance"),
    ("decret", [*DECREE_TO_SIGN, SIGNED], "Décret n° 2-14-278 du 8 chaabane 1435 (6 juin 2014) relatif à l’enfance",
     "fr", "Décret n° 2-14-278 du 8 chaabane 1435 (6 juin 2014) relatif à l’enfance"),
    ("decret", [*DECREE_TO_SIGN, SIGNED], "مشروع مرسوم بتحديد النظام", "ar",
     "مرسوم رقم 2.14.278 صادر في 8 شعبان 1435 (6 يونيو 2014) بتحديد النظام"),
    ("decret_de_nomination", [], "Nomination sans intitulé", "fr", "Projet de décret n° ……… Nomination sans intitulé"),
    ("decret_loi", [], "Projet de décret-loi édictant des mesures", "fr",
     "Projet de décret-loi n° ……… édictant des mesures"),
    ("decret_loi", [], "مشروع مرسوم بقانون يتعلق بالتدابير", "ar", "مشروع مرسوم بقانون رقم ……… يتعلق بالتدابير"),
    ("arrete", [], "Projet d’arrêté fixant le modèle", "fr",
     "Projet d’arrêté de la ministre de la Famille n° ……… fixant le modèle"),
    ("arrete", [], "مشروع قرار بتحديد النموذج", "ar", "مشروع قرار لوزيرة الأسرة رقم ……… بتحديد النموذج"),
    ("arrete", [], "Projet d’arrêté de la ministre de la santé fixant le modèle", "fr",
     "Projet d’arrêté de la ministre de la santé n° ……… fixant le modèle"),
    ("arrete", TO_SIGN, "Projet d’arrêté fixant le modèle", "fr",
     "Arrêté de la ministre de la Famille n° ……… du ……… (………) fixant le modèle"),
    ("arrete", [*TO_SIGN, moved("sign", "2014-08-07", hijri="10 chaoual 1435", number="2582-14")],
     "مشروع قرار بتحديد النموذج", "ar",
     "قرار لوزيرة الأسرة رقم 2582.14 صادر في 10 شوال 1435 (7 أغسطس 2014) بتحديد النموذج"),
    ("arrete_conjoint", [], "Projet d’arrêté conjoint fixant le modèle", "fr",
     "Projet d’arrêté conjoint n° ……… fixant le modèle"),
    ("arrete_conjoint", [*TO_SIGN, named("ministry_of_justice", OURS)], "Projet d’arrêté conjoint fixant le modèle",
     "fr",
     "Arrêté conjoint du ministre de la Justice et de la ministre de la Famille n° ……… du ……… (………) fixant le modèle"),
    ("arrete_conjoint", [*TO_SIGN, named("ministry_of_justice", OURS)], "مشروع قرار مشترك بتحديد النموذج", "ar",
     "قرار مشترك لوزير العدل ووزيرة الأسرة رقم ……… صادر في ……… (………) بتحديد النموذج"),
    ("arrete_du_chef_du_gouvernement", [], "Projet d’arrêté portant création", "fr",
     "Projet d’arrêté du Chef du gouvernement n° ……… portant création"),
    ("decret", [], "", "ar", "مشروع مرسوم رقم ……… ………"),
]  # fmt: skip


@pytest.mark.parametrize("story", CASES)
def test_the_title_names_the_kind_its_authors_the_number_and_once_to_be_signed_the_day(
    story: tuple[str, list[Move], str, Language, str],
) -> None:
    kind, moves, typed, language, expected = story
    told = case(kind, *moves, title_fr=typed or "Projet de décret", title_ar=typed)

    assert plain(dotted(title(told, language))) == expected


def test_a_regulation_is_final_once_it_goes_to_be_signed_and_a_bill_once_it_is_promulgated() -> None:
    stories = [("decret", TO_ADOPTED), ("decret", DECREE_TO_SIGN), ("arrete", TO_SGG), ("arrete", TO_SIGN),
               ("projet_de_loi", TO_ADOPTED), ("projet_de_loi", TO_PROMULGATED)]  # fmt: skip

    assert [is_final(case(kind, *moves)) for kind, moves in stories] == [False, True] * 3
