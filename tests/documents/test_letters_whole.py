"""Four letters read whole, from the addressee to the signature, in both languages."""

from pathlib import Path
from typing import Any

import pytest

from documents.language import LANGUAGES, Language
from models import LegalText
from tests.documents.office import Office
from tests.workflow.builders import ON_SQLITE, TO_ADOPTED, TO_PUBLISHED, moved, undated

pytestmark = ON_SQLITE

# What each letter says, read by a person in both languages.
SAID = Path(__file__).parent / "said"
TITLES = {"title_fr": "Projet relatif aux familles", "title_ar": "مشروع يتعلق بالأسر"}


def text_for(office: Office, kind: str) -> LegalText:
    """Open a text of which that letter is written."""
    whose: dict[str, Any] = {"responsible_id": office.drafter.id, **TITLES}
    if kind == "demande_publication":
        signed = moved("sign", "2018-03-05", number="2-18-100", signatory="head_of_government")
        return office.open("decret", *TO_ADOPTED, *undated("send_to_signature"), signed, **whose)
    if kind == "position_proposition":
        return office.open("proposition_de_loi", on="2018-01-02", **whose)
    moves = [(name, "2018-01-18" if name == "adopt_in_council" else on, facts) for name, on, facts in TO_PUBLISHED]
    return office.open("projet_de_loi", *moves, **whose)


def said(office: Office, kind: str, language: Language) -> list[str]:
    """Give what a letter says, line by line, without the lines that a hand fills."""
    lines = office.make(text_for(office, kind), kind, language=language).words.replace("\u200e", "").split("\n")
    start = next(place for place, line in enumerate(lines) if line in {"à", "إلى"})
    end = next(place for place, line in enumerate(lines) if line.startswith(("situation au", "الوضعية إلى")))
    return [line for line in lines[start - 1 : end - 1] if any(map(str.isalnum, line))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["depot_chambre", "demande_publication", "rectificatif", "position_proposition"])
def test_a_letter_says_this_and_nothing_else(office: Office, kind: str, language: Language) -> None:
    read = (SAID / f"{kind}_{language}.txt").read_text(encoding="utf-8").splitlines()

    assert said(office, kind, language) == read


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["lettre_sgg", "saisine", "relance", "demande_publication", "rectificatif"])
def test_whom_to_ask_stays_on_the_page_of_the_closing_and_the_signature(
    office: Office, kind: str, language: Language
) -> None:
    made = office.make(text_for(office, "demande_publication"), kind, language=language)
    body = [each for each in made.page.paragraphs if each.text]
    closing = next(
        place for place, each in enumerate(body) if each.text.startswith(("Veuillez agréer", "وتقبلوا"))
    )  # fmt: skip

    assert [each.paragraph_format.keep_with_next for each in body[closing - 1 : closing + 1]] == [True, True]
