"""Four letters read whole, from the addressee to the signature, in both languages."""

from pathlib import Path
from typing import Any

import pytest

from documents.catalogue import KINDS
from documents.language import LANGUAGES, Language
from models import LegalText, Relation, RelationKind
from tests.documents.office import Office
from tests.workflow.builders import TO_ADOPTED, TO_COUNCIL, TO_PUBLISHED, moved, undated

# What each letter says, read by a person in both languages.
SAID = Path(__file__).parent / "said"
SIGNED = [*undated("send_to_signature"), moved("sign", number="2-18-100"), *undated("send_to_printer")]
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


def test_a_bis_number_of_the_bulletin_is_said_in_the_language_of_the_letter(office: Office) -> None:
    printed = moved("publish", "2018-03-12", bo_number="6655 bis")
    case = office.gather(office.open("decret", *TO_ADOPTED, *SIGNED, printed, title_fr="Projet de décret"))

    told = [KINDS["rectificatif"].context(case, language)["bulletin"] for language in LANGUAGES]

    assert [words.split(" بتاريخ ")[0].split(" du ")[0] for words in told] == [
        "« Bulletin officiel » n° 6655 bis", "الجريدة الرسمية عدد 6655 مكرر",
    ]  # fmt: skip


def test_a_council_known_by_its_year_alone_leaves_its_day_to_fill_in(office: Office) -> None:
    case = office.gather(office.open("projet_de_loi", *TO_COUNCIL, moved("adopt_in_council", "2016"), **TITLES))

    assert KINDS["depot_chambre"].context(case, "fr")["adopte_le"] is None


def test_a_tied_text_is_cited_in_the_language_of_the_position(office: Office) -> None:
    text = text_for(office, "position_proposition")
    office.session.add(Relation(text_id=text.id, kind=RelationKind.AMENDS, citation="loi n° 70-03"))
    office.session.flush()
    case = office.gather(text)

    told = [KINDS["position_proposition"].context(case, language)["concurrents"] for language in LANGUAGES]

    assert told == [["loi n° 70-03"], ["القانون رقم 70.03"]]
