"""The ends of ordinals are raised in a Word file, and nothing else is touched."""

import pytest

from documents.ordinals import raise_ordinals

LOOK = '<w:rPr><w:sz w:val="20"/><w:lang w:val="fr-MA"/></w:rPr>'
RAISED = '<w:rPr><w:sz w:val="20"/><w:vertAlign w:val="superscript"/><w:lang w:val="fr-MA"/></w:rPr>'
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
        (f"<w:r>{LOOK}<w:t>le 2 mai, n° 1-22e, v1er</w:t></w:r>", ""),
        ('<w:r w:rsidR="1er"><w:tab/></w:r>', ""),
        ("<w:r><w:pict><w:r><w:t>le 2 mai</w:t></w:r></w:pict></w:r>", ""),
    ],
)  # fmt: skip
def test_an_ordinal_is_raised_and_keeps_its_look(xml: str, raised: str) -> None:
    assert raise_ordinals(xml) == (raised or xml)
