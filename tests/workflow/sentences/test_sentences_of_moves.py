"""What the moves of the procedure files say in words: a reworded `done_fr` changes this table and no other."""

import pytest

from tests.workflow.builders import TO_ADOPTED, TO_COUNCIL, TO_DEPOSITED, TO_SGG, File, Move, moved, undated


@pytest.mark.parametrize(
    ("kind", "moves", "words"),
    [
        ("arrete", [], "Le dossier a été ouvert."),
        ("arrete", [moved("note", note="Vu au cabinet.")], "Vu au cabinet."),
        ("arrete", [moved("retitle", title_fr="Titre", title_ar="عنوان")], "L’intitulé devient « Titre » / عنوان."),
        ("arrete", [moved("retitle", title_ar="عنوان")], "L’intitulé devient / عنوان."),
        ("projet_de_loi", undated("assign_drafter"), "La rédaction a commencé."),
        ("projet_de_loi", undated("assign_drafter", "submit_for_validation"),
         "Le projet a été soumis à la validation de la hiérarchie."),
        ("projet_de_loi", TO_ADOPTED, "Le Conseil de gouvernement a adopté le texte."),
        ("projet_de_loi", [*TO_COUNCIL, *undated("postpone")],
         "Le Conseil de gouvernement a reporté l’examen du texte."),
        ("projet_de_loi", TO_DEPOSITED,
         "Le Chef du gouvernement a déposé le projet au bureau de la Chambre des représentants."),
        ("projet_de_loi", [*TO_COUNCIL, moved("adopt_with_remarks", remarks="revoir l’article 3")],
         ("Le Conseil de gouvernement a adopté le texte sous réserve de la prise en compte des observations soulevées "
          ": revoir l’article 3.")),
        ("projet_de_loi", [*TO_DEPOSITED, moved("request_withdrawal", reason="nouvelle politique")],
         "Le retrait du texte a été demandé : nouvelle politique."),
        ("projet_de_loi", [*TO_DEPOSITED, moved("withdraw", reason="nouvelle politique")],
         "Le gouvernement a retiré le projet : nouvelle politique."),
        ("decret", [moved("assign_drafter"), moved("record_observation", observation="Titre flou", body="sgg")],
         "Observation du Secrétariat général du gouvernement : Titre flou."),
        ("decret", [moved("ask_opinion", "2026-10-02", body="cese")],
         "Avis demandé : Conseil économique, social et environnemental."),
        ("decret", [moved("assign_drafter"), moved("record_observation", observation="Titre flou.", body="sgg")],
         "Observation du Secrétariat général du gouvernement : Titre flou."),
        ("decret", [moved("assign_drafter"), moved("record_observation", observation="Titre flou.", body="SGG")],
         "Observation du Secrétariat général du gouvernement : Titre flou."),
        ("decret", [moved("assign_drafter"), moved("record_observation", observation="Titre flou.", body="le cabinet")],
         "Observation du cabinet : Titre flou."),
        ("decret", [moved("assign_drafter"), moved("record_observation", observation="Titre flou.", body="M. Untel")],
         "Observation de M. Untel : Titre flou."),
        ("decret", [moved("record_observation", observation="Flou.", body="ministry_of_justice", article="4")],
         "Observation du ministère de la Justice sur l’article 4 : Flou."),
        ("decret", [moved("note", note="Vu."), moved("record_observation", observation="Flou."),
                    moved("record_observation", observation="Long."),
                    moved("answer_observation", answered="4", position="kept")],
         "Observation n° 2 : retenue."),
        ("arrete_conjoint", [*TO_SGG, *undated("send_to_signature"),
                             moved("name_signatories", signatories="A\n B \n\nC\na")],
         "Autorités signataires : A, B, C et a."),
        ("decret", [*TO_ADOPTED, moved("send_to_signature")],
         "Le texte a été envoyé à la signature."),
        ("decret", [moved("abandon", reason="Sans objet.")], "Le projet a été classé sans suite : Sans objet."),
    ],
)  # fmt: skip
def test_a_step_is_told_in_one_sentence(kind: str, moves: list[Move], *, words: str) -> None:
    assert File.opened(kind, *moves).told == words
