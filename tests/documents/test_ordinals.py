"""The ends of ordinals are raised in a Word file, and nothing else is touched."""

import pytest

from documents.ordinals import raise_ordinals

LOOK = '<w:rPr><w:sz w:val="20"/><w:lang w:val="fr-MA"/></w:rPr>'
RAISED = '<w:rPr><w:sz w:val="20"/><w:vertAlign w:val="superscript"/><w:lang w:val="fr-MA"/></w:rPr>'
HEIGHT = '<w:vertAlign w:val="superscript"/>'
# What stands after the height of a run, in Word's schema.
LAST = ("<w:rtl/>", "<w:cs/>", '<w:em w:val="dot"/>', '<w:lang w:val="fr"/>', '<w:eastAsianLayout w:combine="1"/>',
        "<w:specVanish/>", "<w:oMath/>", '<w14:ligatures w14:val="all"/>')  # fmt: skip
DECIDED = (HEIGHT, '<w:vertAlign w:val="baseline"/>', '<w:rPrChange w:id="1"><w:rPr><w:i/></w:rPr></w:rPrChange>',
           '<w:lang w:val="fr"/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>')  # fmt: skip
KEPT = '<w:t xml:space="preserve">'


@pytest.mark.parametrize(
    ("xml", "raised"),
    [
        (f"<w:r>{LOOK}<w:t>le 1er mai, la 2e</w:t></w:r>",
         (f"<w:r>{LOOK}{KEPT}le 1</w:t></w:r><w:r>{RAISED}<w:t>er</w:t></w:r><w:r>{LOOK}{KEPT} mai, la 2</w:t></w:r>"
          f"<w:r>{RAISED}<w:t>e</w:t></w:r><w:r>{LOOK}{KEPT}</w:t></w:r>")),
        ("<w:r><w:t>1er</w:t><w:br/><w:t>a</w:t></w:r>",
         (f'<w:r>{KEPT}1</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>er</w:t></w:r><w:r>'
          f"{KEPT}</w:t><w:br/>{KEPT}a</w:t></w:r>")),
        *[(f"<w:r><w:rPr><w:b/>{last}</w:rPr><w:t>2e</w:t></w:r>",
           (f"<w:r><w:rPr><w:b/>{last}</w:rPr>{KEPT}2</w:t></w:r><w:r><w:rPr><w:b/>{HEIGHT}{last}</w:rPr><w:t>e</w:t>"
            f"</w:r><w:r><w:rPr><w:b/>{last}</w:rPr>{KEPT}</w:t></w:r>")) for last in LAST],
        *[(f"<w:r><w:rPr><w:b/>{decided}</w:rPr><w:t>le 1er mai</w:t></w:r>", "") for decided in DECIDED],
        (f"<w:r>{LOOK}<w:t>le 2 mai, n° 1-22e, v1er</w:t></w:r>", ""),
        ('<w:r w:rsidR="1er"><w:tab/></w:r>', ""),
        ("<w:r><w:pict><w:r><w:t>le 2 mai</w:t></w:r></w:pict></w:r>", ""),
    ],
)  # fmt: skip
def test_an_ordinal_is_raised_and_keeps_its_look(xml: str, raised: str) -> None:
    assert raise_ordinals(xml) == (raised or xml)
