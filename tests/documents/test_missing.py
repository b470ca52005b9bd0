"""Papers say what is to be completed, and which wording is provisional, in Word comments of their language."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from documents.catalogue import KINDS
from documents.language import LANGUAGES, Language
from documents.missing import MARK, dotted, is_missing, missing
from models import LegalText
from tests.documents.engine.test_comments import UNKNOWN_AR, UNKNOWN_FR, comments
from tests.documents.office import Office

UNKNOWN = {"fr": UNKNOWN_FR, "ar": UNKNOWN_AR}
PROVISIONAL = {
    "fr": "Rédaction provisoire : ces formules viennent de l’usage et n’ont pas été confirmées par le ministère.",
    "ar": "صياغة مؤقتة: هذه الصيغ مستمدة من العرف الإداري ولم تؤكدها الوزارة.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_without_number_nor_owner_has_a_comment_on_each(office: Office, language: Language) -> None:
    text = office.open("arrete", title_fr="Projet d’arrêté", title_ar="قرار")

    made = office.make(text, "fiche_suivi", language=language)

    assert comments(made) == [("………", UNKNOWN[language])] * 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_provisional_kind_says_so_on_its_first_words(
    office: Office, bill: LegalText, kind: str, language: Language
) -> None:
    told = [said for _about, said in comments(office.make(bill, kind, language=language))]

    assert told.count(PROVISIONAL[language]) == KINDS[kind].provisional
    assert (told[:1] == [PROVISIONAL[language]]) == KINDS[kind].provisional


def test_the_wording_of_note_and_slip_is_provisional() -> None:
    assert KINDS["note_interne"].provisional
    assert KINDS["bordereau_sgg"].provisional
    assert not KINDS["fiche_suivi"].provisional


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_of_a_text_of_which_little_is_known_is_a_sound_word_file(
    office: Office, kind: str, language: Language, tmp_path: Path
) -> None:
    text = office.open("decret", title_fr="Projet de décret", title_ar="")
    file = tmp_path / "paper.docx"
    file.write_bytes(office.make(text, kind, language=language).content)

    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


def test_what_is_missing_is_one_line_of_words_and_is_told_apart_from_dots() -> None:
    told = missing(" la date\ndu Conseil ", "تاريخ  المجلس")

    assert told == missing("la date du Conseil", "تاريخ المجلس")
    assert (is_missing(told), is_missing("………"), is_missing(f"le {told}"), is_missing(None)) == (
        True,
        False,
        False,
        False,
    )
    assert dotted(f"le {told}, puis ………") == "le ………, puis ………"
    assert dotted(f"le {told[:8]}") == "le ………"
    assert MARK not in dotted(told)
