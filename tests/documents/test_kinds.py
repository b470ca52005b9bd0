"""What each paper says."""

from datetime import date, timedelta

import pytest

from models import LegalText, Relation
from tests.documents.office import AT, TODAY, Office
from tests.workflow.builders import CALENDAR, TO_COUNCIL
from workflow.history.particulars import Owner
from workflow.register.kinds import change_kind
from workflow.register.particulars import assign_text

PIECES = ["arabic", "presentation", "opinions", "agreements"]
# What a paper reads and what keeps it is the same on both.
pytestmark = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)


def test_the_note_tells_where_the_text_is_since_when_and_with_whom(office: Office, bill: LegalText) -> None:
    note = office.make(bill, "note_interne")

    assert "Note à l’attention de Madame la Ministre" in note.words
    assert "S/C de Monsieur le Secrétaire général" in note.words
    assert "par 70 voix contre 22" in note.words
    rows = dict(note.table("Où en est le texte : qui le détient, qui le suit, derniers actes, prochaine étape"))
    assert rows["Entre les mains de"] == "Commission permanente de la Chambre des conseillers, depuis le 5 mars 2018"
    assert rows["Suivi par"] == "Youssef El Idrissi"
    acts = rows["Derniers actes"].split("\n")
    assert acts[0] == f"5 mars 2018 – {office.told(bill)}"
    assert [act.partition(" – ")[0] for act in acts[1:]] == ["20 juillet 2016", acts[2].partition(" – ")[0]]
    assert len(acts) == 3
    assert rows["Prochaine étape"] == "Vote de la commission de la Chambre des conseillers"


def test_the_note_counts_the_days_of_the_next_deadlines(office: Office, bill: LegalText) -> None:
    rows = office.make(bill, "note_interne", date(2018, 3, 10)).table("Prochaines échéances")

    assert rows[0] == ["Échéance", "Date", "Fondement", "Délai"]
    assert (rows[1][1], rows[1][3]) == ("12 mars 2018", "délai du règlement intérieur, 2 jours restants")
    # The rules of the Chamber that were read are those of 2024: a referral of 2018 cites none of their articles.
    assert rows[1][2].endswith("(point à éclaircir)")
    assert len(rows) <= 4


def test_the_note_says_what_blocks(office: Office, bill: LegalText) -> None:
    decree = office.open("decret", title_fr="Projet de décret", title_ar="", on="2018-01-02")
    for move in ("assign_drafter", "submit_for_validation"):
        office.move(decree, move, "2018-01-03")
    office.move(decree, "validate", "2018-01-04", pieces=PIECES)

    assert "Aucun obstacle relevé." in office.make(bill, "note_interne", date(2018, 3, 6)).words
    assert "délai du règlement intérieur, passé depuis 8 jours." in office.make(bill, "note_interne").words
    assert "L’intitulé en arabe manque" in office.make(decree, "note_interne", date(2022, 1, 3)).words


def test_the_note_asks_for_a_decision(office: Office, bill: LegalText) -> None:
    assert office.make(bill, "note_interne").table("Cases à cocher") == [["☐ Accord", "☐ Désaccord", "☐ À discuter"]]


def test_what_is_missing_is_dotted(office: Office) -> None:
    text = office.open("arrete", title_fr="Projet d’arrêté", title_ar="")
    note, record = office.make(text, "note_interne"), office.make(text, "fiche_suivi")

    assert "Aucune échéance en cours." in note.words
    identity = dict(record.table("Identité du texte"))
    assert identity["Numéro"] == identity["Suivi par"] == identity["Intitulé en arabe"] == "………"


def test_the_slip_lists_the_pieces_that_were_ticked(office: Office, bill: LegalText) -> None:
    slip = office.make(bill, "bordereau_sgg")

    assert slip.table("Pièces envoyées") == [
        ["Désignation des pièces", "Nombre", "Observations"],
        ["Texte complet en langue arabe", "1", "Pour examen et suite de la procédure"],
        ["Note de présentation", "1", "À l’appui"],
    ]
    assert "La Ministre de la Famille" in slip.words
    assert "Monsieur le Secrétaire général du gouvernement" in slip.words
    assert "le projet de loi visé en objet" in slip.words


def test_the_slip_checks_the_file_according_to_the_kind_of_text(office: Office, bill: LegalText) -> None:
    decree = office.open("decret", title_fr="Projet de décret", financial_impact=True)
    of_bill, of_decree = (
        {row[0]: row[1] for row in office.make(text, "bordereau_sgg").table("Contrôle du dossier")}
        for text in (bill, decree)
    )

    ministers, authorities = (
        "Signatures des ministres chargés de l’exécution",
        ("Accord des autorités directement concernées par l’exécution"),
    )
    assert (of_bill["Note de présentation"], of_decree["Note de présentation"]) == ("☑ déclarée", "☐ manque")
    assert (of_bill[authorities], of_decree[authorities]) == ("☐ manque", "– sans objet")
    assert (of_bill[ministers], of_decree[ministers]) == ("– sans objet", "☐ manque")
    assert (of_bill["Visa des Finances"], of_decree["Visa des Finances"]) == ("– sans objet", "☐ manque")


def test_a_slip_without_pieces_keeps_a_row_to_fill_by_hand(office: Office) -> None:
    order = office.open("arrete", title_fr="Projet d’arrêté")

    assert office.make(order, "bordereau_sgg").table("Pièces envoyées")[1:] == [["Projet d’arrêté", "………", "………"]]


def test_the_record_tells_each_step_with_its_days_and_who_wrote_it(office: Office, bill: LegalText) -> None:
    way = office.make(bill, "fiche_suivi").table("Parcours du texte, de l’ouverture du dossier à ce jour")

    assert way[0] == ["Étape", "Date", "Jours", "Ce qui s’est passé", "Saisi par"]
    assert way[1] == ["Initiative enregistrée", "10 janv. 2013", "4", "Le dossier a été ouvert.", "Amina Berrada"]
    assert way[3][1:3] == ["mai 2013", "–"]
    assert way[5][4] == "Youssef El Idrissi"
    assert "lettre n° 412" in way[5][3]
    assert way[-1][1:3] == ["5 mars 2018", "15"]
    assert any("70 voix contre 22" in row[3] for row in way)


def test_the_record_shows_open_and_missed_deadlines_and_counts_the_others(office: Office, bill: LegalText) -> None:
    record = office.make(bill, "fiche_suivi")
    states = [row[2] for row in record.table("Échéances du texte")[1:]]

    assert "délai du règlement intérieur, passé depuis 8 jours" in states
    assert "close : 2 juin 2016" in states  # after its day, which was a marker's
    assert "Échéances respectées, non reprises ici : " in record.words


def test_the_record_ties_both_ends_of_a_relation(office: Office, bill: LegalText) -> None:
    decree = office.open("decret", title_fr="Projet de décret d’application")
    office.session.add(
        Relation(text_id=decree.id, kind="implements", citation="loi n° 103-13, article 9", target_id=bill.id)
    )
    office.session.flush()

    ties = [office.make(text, "fiche_suivi").table("Textes liés")[1:] for text in (decree, bill)]

    assert ties == [
        [["Pris pour l’application de", "Loi n° 103-13, article 9"]],
        [["Texte d’application", "Projet de décret d’application"]],
    ]


def test_a_paper_tells_the_day_it_was_asked_for(office: Office, bill: LegalText) -> None:
    early = office.make(bill, "fiche_suivi", date(2013, 9, 30))

    assert "introduit dans la procédure d’approbation" in early.words
    assert "Conseil" not in early.words
    assert dict(early.table("Identité du texte"))["Numéro"] == "………"
    assert "103-13" not in early.words


def test_a_paper_of_a_past_day_names_who_was_responsible_then(office: Office) -> None:
    text = office.open("decret", title_fr="Projet de décret", responsible_id=office.drafter.id)
    seen = Owner(office.drafter.id, "")
    later = AT + timedelta(days=40)
    assign_text(office.session, text, Owner(office.head.id, ""), by=office.head, seen=seen, at=later, calendar=CALENDAR)

    assert office.gather(text, TODAY).responsible == office.drafter.name
    assert office.gather(text, later.date()).responsible == office.head.name


def test_what_was_changed_on_the_file_lasts_nothing_in_the_record(office: Office) -> None:
    text = office.open("decret", title_fr="Projet de décret", on="2018-03-01")
    assign_text(office.session, text, Owner(office.drafter.id, ""), by=office.head, seen=Owner(None, ""), at=AT,
                calendar=CALENDAR)  # fmt: skip
    office.move(text, "assign_drafter", "2018-03-05")

    way = office.make(text, "fiche_suivi").table("Parcours du texte, de l’ouverture du dossier à ce jour")

    assert [row[2] for row in way[1:]] == ["4", "–", "15"]


def test_a_paper_of_a_day_before_a_change_of_kind_tells_the_kind_of_then(office: Office) -> None:
    text = office.open("decret", title_fr="Projet de décret", on="2018-03-01", title_ar="مشروع مرسوم")
    for move in ("assign_drafter", "submit_for_validation"):
        office.move(text, move)
    office.move(text, "validate", pieces=["arabic", "presentation", "opinions", "agreements", "finance"])
    for move in ("send_to_sgg", "register_at_sgg", "distribute"):
        office.move(text, move)
    later = AT + timedelta(days=40)
    change_kind(office.session, text, "arrete", by=office.head, seen_step=text.last_step, at=later, on=None,
                reason="Un arrêté suffit.", calendar=CALENDAR)  # fmt: skip

    assert "Projet de décret" in office.make(text, "fiche_suivi").words


def test_the_record_tells_which_doubts_were_confirmed_and_by_whom(office: Office) -> None:
    text = office.open("decret", title_fr="Projet de décret", title_ar="مشروع مرسوم")
    for move in TO_COUNCIL:
        office.move(text, move[0], **move[2])
    office.move(text, "adopt_in_council", "2018-03-06")  # a Tuesday

    way = office.make(text, "fiche_suivi").table("Parcours du texte, de l’ouverture du dossier à ce jour")

    doubt = "Le 6 mars 2018 est un mardi, or le Conseil de gouvernement se réunit d’ordinaire le jeudi."
    told = f"Le Conseil de gouvernement a adopté le texte.\nConfirmé malgré ce doute : {doubt}"
    assert way[-1][-2:] == [told, office.head.name]
