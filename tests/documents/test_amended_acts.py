"""The visas of acts that were amended: what the titles of their amendments say, and no more."""

from datetime import date

import pytest
from sqlalchemy import event
from sqlmodel import Session

from documents.case import Tie
from documents.cited_acts import Amendment, CitedAct
from documents.grammar import ActReference
from documents.kinds.acts.visas import visas
from models import LegalText, Relation
from tests.documents.act_cases import case, said
from tests.documents.office import Office
from tests.workflow.builders import TO_ADOPTED, Move, moved, undated

DECREE = ActReference("décret", "المرسوم", "2-14-278", date(2014, 6, 6))
LAW = ActReference("loi", "القانون", "103-13", date(2018, 2, 22), "1-18-19")
BOTH = Amendment("Décret modifiant et complétant le décret n° 2-14-278", "", date(2016, 9, 21))
SIGNED_IN_2015 = [*TO_ADOPTED, *undated("send_to_signature"), moved("sign", "2015-03-02")]


def visa(reference: ActReference, *amendments: Amendment, moves: tuple[Move, ...] = (), article: str = "") -> list[str]:
    act = CitedAct("decret", "Décret relatif au prix", "مرسوم يتعلق بالجائزة", reference, amendments)
    told = case("decret", *moves, ties=(Tie("", "", "based_on", article=article, act=act),))
    return said([*visas(told, "fr"), *visas(told, "ar")])


@pytest.mark.parametrize(
    ("amendments", "french", "arabic"),
    [
        ((BOTH,), ", tel qu’il a été modifié et complété", "، كما وقع تغييره وتتميمه"),
        ((Amendment("Décret modifiant le décret n° 2-14-278", ""),), ", tel qu’il a été modifié", "، كما وقع تغييره"),
        ((Amendment("Décret complétant le décret n° 2-14-278", ""),), ", tel qu’il a été complété", "، كما وقع تتميمه"),
        ((Amendment("Décret modifiant le décret n° 2-14-278 complétant le décret n° 2-1-1", ""),),
         ", tel qu’il a été modifié", "، كما وقع تغييره"),
        ((Amendment("Décret portant modification du décret n° 2-14-278", ""),
          Amendment("Décret relatif à un autre objet", "مرسوم بتتميم المرسوم رقم 2.14.278")),
         ", tel qu’il a été modifié et complété", "، كما وقع تغييره وتتميمه"),
        ((Amendment("Décret relatif à un autre objet", ""),), "", ""),
        ((), "", ""),
    ],
)  # fmt: skip
def test_a_visa_says_of_an_amended_act_what_the_titles_of_its_amendments_say(
    amendments: tuple[Amendment, ...], french: str, arabic: str
) -> None:
    assert visa(DECREE, *amendments) == [
        f"Vu le décret n° 2-14-278 du 8 chaabane 1435 (6 juin 2014) relatif au prix{french}",
        f"بناء على المرسوم رقم 2.14.278 الصادر في 8 شعبان 1435 (6 يونيو 2014) المتعلق بالجائزة{arabic}",
    ]


def test_it_agrees_with_a_law_and_stands_before_the_articles() -> None:
    french, arabic = visa(LAW, BOTH, article="9")

    assert french.endswith("(22 février 2018), telle qu’elle a été modifiée et complétée, notamment son article 9")
    assert arabic.endswith("(22 فبراير 2018)، كما وقع تغييره وتتميمه، ولا سيما المادة 9 منه")


def test_an_act_that_was_signed_does_not_tell_what_was_amended_after_it() -> None:
    earlier = Amendment("Décret complétant le décret n° 2-14-278", "", date(2014, 12, 1))

    assert visa(DECREE, BOTH, earlier, moves=tuple(SIGNED_IN_2015))[0].endswith(", tel qu’il a été complété")
    assert visa(DECREE, Amendment("Décret modifiant le décret", ""), moves=tuple(SIGNED_IN_2015))[0].endswith("prix")


def test_the_database_tells_which_acts_amended_a_cited_one_drafts_and_the_text_itself_apart(office: Office) -> None:
    cited = office.open("decret", title_fr="Décret relatif au prix", number="2-14-278", on="2012-01-02")
    by_number = office.open(
        "decret", *TO_ADOPTED, *undated("send_to_signature"), moved("sign", "2014-08-26"),
        title_fr="Décret complétant le décret n° 2-14-278", on="2012-01-02",
    )  # fmt: skip
    draft = office.open("decret", title_fr="Projet de décret modifiant le décret n° 2-14-278", on="2015-01-02")
    itself = office.open("decret", title_fr="Projet de décret modifiant le décret n° 2-14-278", on="2016-01-02")
    tied(office.session, by_number, "décret n° 2-14-278")
    tied(office.session, draft, "décret n° 2-14-278", cited)
    tied(office.session, itself, "décret n° 2-14-278", cited)

    acts = [tie.act for tie in office.gather(itself).ties if tie.act]

    assert [act.amendments for act in acts] == [
        (Amendment("Décret complétant le décret n° 2-14-278", "مشروع نص", date(2014, 8, 26)),)
    ]


def test_what_is_read_of_amended_acts_costs_no_query_for_each(office: Office) -> None:
    def queries(how_many: int) -> int:
        text = office.open("decret", title_fr="Projet de décret", on="2012-01-02")
        for place in range(how_many):
            number = f"2-{how_many:02}-{place + 100}"
            cited = office.open("decret", title_fr="Décret", number=number, on="2012-01-02")
            tied(office.session, text, f"décret n° {number}", cited)
            tied(office.session, office.open("decret", on="2012-01-02"), f"décret n° {number}", cited)
        asked: list[str] = []
        connection = office.session.connection()
        event.listen(connection, "before_cursor_execute", lambda *told: asked.append(told[2]))
        office.gather(text)
        return len(asked)

    assert queries(3) == queries(1)


def tied(session: Session, text: LegalText, citation: str, target: LegalText | None = None) -> None:
    session.add(Relation(text_id=text.id, kind="amends", citation=citation, target_id=target.id if target else None))
    session.flush()
