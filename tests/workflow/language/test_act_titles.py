"""A draft takes another title once it is an act: the one proposed is that of the Bulletin officiel."""

import pytest

from workflow.language.act_titles import act_title, act_title_ar

FRENCH = [
    # as it was, the number known besides, as it is proposed
    ("Projet de loi n° 43-22 relatif aux peines alternatives", None, "Loi n° 43-22 relative aux peines alternatives"),
    ("Projet de loi n°43.22 relatif aux peines alternatives", None, "Loi n° 43-22 relative aux peines alternatives"),
    ("Projet de loi relatif aux peines alternatives", "43.22", "Loi n° 43-22 relative aux peines alternatives"),
    ("Projet de loi relatif aux peines alternatives", None, "Loi relative aux peines alternatives"),
    ("Projet de loi relative aux crèches", None, "Loi relative aux crèches"),
    ("Projet de loi n° 43-22 relatif à la loi n° 5-19", "44-22", "Loi n° 44-22 relative à la loi n° 5-19"),
    ("Projet de loi modifiant la loi n° 14-05 relative aux asiles", None,
     "Loi modifiant la loi n° 14-05 relative aux asiles"),
    ("Projet de loi modifiant et complétant la loi n° 14-05", "65-15",
     "Loi n° 65-15 modifiant et complétant la loi n° 14-05"),
    ("Projet de loi n° 94-18 portant code", None, "Loi n° 94-18 portant code"),
    ("Projet de loi n° 72-18 complétant la loi n° 65-00", None, "Loi n° 72-18 complétant la loi n° 65-00"),
    ("Projet de loi fixant les seuils", None, "Loi fixant les seuils"),
    ("Projet de loi n° 1-20 pris en application de la Constitution", None,
     "Loi n° 1-20 prise en application de la Constitution"),
    ("Projet de loi d'orientation agricole", "3-20", "Loi n° 3-20 d'orientation agricole"),
    ("Projet d’arrêté du ministre", None, "Arrêté du ministre"),
    ("Projet de loi organique n° 97-15 définissant le droit de grève", None,
     "Loi organique n° 97-15 définissant le droit de grève"),
    ("Projet de loi organique relatif à la Cour", "66-13", "Loi organique n° 66-13 relative à la Cour"),
    ("Projet de loi-cadre n° 51-17 relatif au système d’éducation", None,
     "Loi-cadre n° 51-17 relative au système d’éducation"),
    ("Projet de loi de finances n° 50-22 pour l’année budgétaire 2023", None,
     "Loi de finances n° 50-22 pour l’année budgétaire 2023"),
    ("Projet de loi de finances rectificative pour l’année 2020", "35-20",
     "Loi de finances rectificative n° 35-20 pour l’année 2020"),
    ("Proposition de loi relative à l’organisation du notariat", "9-26",
     "Loi n° 9-26 relative à l’organisation du notariat"),
    ("Proposition de loi organique modifiant la loi organique n° 2-12", None,
     "Loi organique modifiant la loi organique n° 2-12"),
    ("Projet de décret n° 2-22-1075 relatif aux travailleurs sociaux", None,
     "Décret n° 2-22-1075 relatif aux travailleurs sociaux"),
    ("Projet de décret relatif aux travailleurs sociaux", "2.22.1075",
     "Décret n° 2-22-1075 relatif aux travailleurs sociaux"),
    ("Projet de décret pris pour l’application de la loi n° 45-18", None,
     "Décret pris pour l’application de la loi n° 45-18"),
    ("Projet de décret-loi n° 2-20-292 édictant des mesures", None, "Décret-loi n° 2-20-292 édictant des mesures"),
    ("Projet d’arrêté fixant le règlement intérieur", "2582-14", "Arrêté n° 2582-14 fixant le règlement intérieur"),
    ("Projet d'arrêté conjoint portant attribution d’indemnités", "12-26",
     "Arrêté conjoint n° 12-26 portant attribution d’indemnités"),
    ("Projet d’arrêté du chef du gouvernement portant création d’un comité", "3-28-26",
     "Arrêté du chef du gouvernement n° 3-28-26 portant création d’un comité"),
    ("Projet d’arrêté de la ministre de la solidarité n° 1-26 relatif aux prix", "2-26",
     "Arrêté de la ministre de la solidarité n° 2-26 relatif aux prix"),
    ("Projet de loi de règlement n° 10-20 relatif à l’exécution du budget", "10-20",
     "Loi de règlement n° 10-20 relative à l’exécution du budget"),
    ("Projet de loi de règlement relatif à l’exécution du budget", "10-20",
     "Loi de règlement n° 10-20 relative à l’exécution du budget"),
    ("Projet de loi d’orientation agricole n° 3-20 relatif aux oasis", "3-20",
     "Loi d’orientation agricole n° 3-20 relative aux oasis"),
    ("Projet de loi (n° 43-22) relatif aux peines", None, "Loi n° 43-22 relative aux peines"),
    ("Projet de loi ( n° 43.22 ) relatif aux peines", "43-22", "Loi n° 43-22 relative aux peines"),
    ("Projet de loi, n° 43-22, relatif aux peines", None, "Loi n° 43-22 relative aux peines"),
    ("Projet de loi n° 43-22, relatif aux peines", None, "Loi n° 43-22 relative aux peines"),
    ("Projet de loi relatif aux peines (n° 43.22)", "43-22", "Loi n° 43-22 relative aux peines"),
    ("Projet de loi relatif aux peines (n° 43.22)", None, "Loi relative aux peines (n° 43.22)"),
    ("Projet de loi de nos oasis n° 43.22 relatif aux dattes", "43-22",
     "Loi de nos oasis n° 43-22 relative aux dattes"),
    ("Projet de loi dite des oasis n° 43.22", "43-22", "Loi dite des oasis n° 43.22"),
    ("Projet de loi modifiant le décret relatif aux prix", "43-22",
     "Loi n° 43-22 modifiant le décret relatif aux prix"),
    ("Projet de loi n° 43-22 relatif aux peines (n° 43-22)", None, "Loi n° 43-22 relative aux peines"),
    ("Projet de loi destiné aux oasis", "43-22", "Loi n° 43-22 destinée aux oasis"),
    ("Avant-projet de loi n° 43-22 relatif aux peines", None, "Loi n° 43-22 relative aux peines"),
    ("Avant projet de décret relatif aux peines", "2-22-1075", "Décret n° 2-22-1075 relatif aux peines"),
    ("Avant-projet d’arrêté relatif aux prix", None, "Arrêté relatif aux prix"),
    ("PROJET DE LOI N° 43-22 RELATIF AUX PEINES", None, "LOI n° 43-22 RELATIVE AUX PEINES"),
    ("Projet de loi", "43-22", "Loi n° 43-22"),
    ("Loi relative aux peines alternatives", "43-22", None),
    ("Note sur le projet de loi n° 43-22", None, None),
    ("", None, None),
]  # fmt: skip
ARABIC = [
    ("مشروع قانون رقم 43.22 يتعلق بالعقوبات البديلة", None, "قانون رقم 43.22 يتعلق بالعقوبات البديلة"),
    ("مشروع قانون يتعلق بالعقوبات البديلة", "43-22", "قانون رقم 43.22 يتعلق بالعقوبات البديلة"),
    ("مشروع قانون يتعلق بالعقوبات البديلة", None, "قانون يتعلق بالعقوبات البديلة"),
    ("مشروع القانون رقم 43.22 المتعلق بالعقوبات البديلة", None, "القانون رقم 43.22 المتعلق بالعقوبات البديلة"),
    ("مشروع قانون تنظيمي رقم 97.15 بتحديد شروط", None, "قانون تنظيمي رقم 97.15 بتحديد شروط"),
    ("مشروع قانون تنظيمي يتعلق بالمحكمة", "66-13", "قانون تنظيمي رقم 66.13 يتعلق بالمحكمة"),
    ("مشروع قانون-إطار رقم 51.17 يتعلق بالتربية", None, "قانون-إطار رقم 51.17 يتعلق بالتربية"),
    ("مشروع قانون المالية رقم 50.22 للسنة المالية 2023", None, "قانون المالية رقم 50.22 للسنة المالية 2023"),
    ("مقترح قانون يتعلق بالتوثيق", "9-26", "قانون رقم 9.26 يتعلق بالتوثيق"),
    ("مقترح قانون تنظيمي بتغيير القانون التنظيمي رقم 2.12", None, "قانون تنظيمي بتغيير القانون التنظيمي رقم 2.12"),
    ("مشروع مرسوم رقم 2.22.1075 يتعلق بالعاملين", None, "مرسوم رقم 2.22.1075 يتعلق بالعاملين"),
    ("مشروع مرسوم بقانون رقم 2.20.292 يتعلق بسن أحكام", None, "مرسوم بقانون رقم 2.20.292 يتعلق بسن أحكام"),
    ("مشروع قرار بتحديد النظام الداخلي", "2582-14", "قرار رقم 2582.14 بتحديد النظام الداخلي"),
    ("مشروع قرار مشترك بتحديد التعويضات", "12-26", "قرار مشترك رقم 12.26 بتحديد التعويضات"),
    ("مشروع قرار لرئيس الحكومة بإحداث لجنة", "3-28-26", "قرار لرئيس الحكومة رقم 3.28.26 بإحداث لجنة"),
    ("مشروع قانون التصفية رقم 10.20 المتعلق بتنفيذ الميزانية", "10-20",
     "قانون التصفية رقم 10.20 المتعلق بتنفيذ الميزانية"),
    ("مشروع قانون (رقم 43.22) يتعلق بالعقوبات", None, "قانون رقم 43.22 يتعلق بالعقوبات"),
    ("مشروع قانون يتعلق بالعقوبات (رقم 43.22)", "43-22", "قانون رقم 43.22 يتعلق بالعقوبات"),
    ("مسودة مشروع قانون رقم 43.22 يتعلق بالعقوبات", None, "قانون رقم 43.22 يتعلق بالعقوبات"),
    ("قانون يتعلق بالعقوبات البديلة", "43-22", None),
    ("", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "number", "act"), FRENCH)
def test_a_draft_becomes_an_act_in_its_french_title(draft: str, number: str | None, act: str | None) -> None:
    assert act_title(draft, number) == act


@pytest.mark.parametrize(("draft", "number", "act"), ARABIC)
def test_a_draft_becomes_an_act_in_its_arabic_title(draft: str, number: str | None, act: str | None) -> None:
    assert act_title_ar(draft, number) == act


@pytest.mark.parametrize("act", [after for _before, _number, after in FRENCH if after])
def test_the_title_of_an_act_is_proposed_no_other(act: str) -> None:
    assert act_title(act, "1-26") is None
