"""What is asked of signatures before a text counts as signed."""

from tests.workflow.builders import TO_SGG, File, moved, undated

TO_SIGNATURE = [*TO_SGG, *undated("send_to_signature")]


def test_a_joint_order_is_not_signed_before_its_authors_are_named() -> None:
    file = File.opened("arrete_conjoint", *TO_SIGNATURE)

    assert file.refusals("sign") == [
        "Indiquez d’abord les autorités signataires : chaque auteur d’un acte conjoint le signe."
    ]
    assert file.refusals("name_signatories", signatories="Ministre A\nMinistre A") == [
        "Un acte conjoint a deux auteurs au moins : indiquez chaque autorité signataire, une par ligne."
    ]
    file.after(moved("name_signatories", signatories="A\nB"), moved("collect_signature", signatory="A"))
    assert file.refusals("sign") == ["Il manque une signature : B."]
    assert file.after(moved("collect_signature", signatory="B"), moved("sign")).situation.state == "signe"


def test_another_order_may_be_signed_without_a_list() -> None:
    assert File.opened("arrete", *TO_SIGNATURE).refusals("sign") == []


def test_every_named_signature_is_collected_before_the_text_counts_as_signed() -> None:
    file = File.opened("arrete_conjoint", *TO_SIGNATURE)
    file.move("name_signatories", signatories="Ministre des finances\n\n Ministre de la solidarité ")
    assert "name_signatories" not in file.moves
    assert file.refusals("sign") == ["Il manque 2 signatures : Ministre des finances ; Ministre de la solidarité."]

    file.move("collect_signature", "2026-11-02", signatory="Ministre de la solidarité")
    assert file.refusals("collect_signature", signatory="Ministre de la santé") == [
        "Indiquez l’une des signatures attendues : Ministre des finances."
    ]
    file.move("collect_signature", "2026-11-03", signatory="Ministre des finances")

    assert "collect_signature" not in file.moves
    assert file.move("sign", "2026-11-03").situation.state == "signe"


def test_a_text_sent_back_unsigned_starts_its_signatures_again() -> None:
    file = File.opened("arrete_conjoint", *TO_SIGNATURE, moved("name_signatories", signatories="A\nB"))
    file.after(moved("collect_signature", signatory="A"), moved("return_from_signature", reason="Relecture."))

    file.after(*undated("send_corrected_version", "send_to_signature"))

    assert {"name_signatories", "sign"} <= file.moves
    assert len(file.refusals("sign")) == 1
    assert file.move("name_signatories", signatories="A\nB").refusals("sign") == ["Il manque 2 signatures : A ; B."]
