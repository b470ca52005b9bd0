"""The ends of ordinals in the XML of a Word file, raised as official papers have them: 1er, 2e."""

import re

from workflow.language.typography import ORDINAL

# A run that holds no other: how it looks, then its words, breaks and tabs.
RUN = re.compile(
    r"<w:r(?: [^>]*)?>(?P<look><w:rPr>.*?</w:rPr>)?(?P<rest>[^<]*(?:<(?!w:r[ >]|/w:r>)[^<]*)*)</w:r>", re.DOTALL
)
WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
# What must come after the height of a run, in the order that Word's schema sets.
_AFTER_HEIGHT = re.compile(r"(?=<w:(?:rtl|cs|em|lang|eastAsianLayout|specVanish|oMath)\b|<w14:|</w:rPr>)")
# A run whose look has a height already, or a change that Word tracks: whoever wrote the template decided of it.
_DECIDED = re.compile(r"<w:(?:vertAlign|rPrChange)\b")
_HEIGHT = '<w:vertAlign w:val="superscript"/>'
OPEN = '<w:t xml:space="preserve">'


def raise_ordinals(xml: str) -> str:
    """Cut each run where an ordinal ends, and raise what is cut; all else stays byte for byte.

    A run that is raised or lowered already, or of which Word tracks how it looked, stays as it is.
    """
    return RUN.sub(_cut, xml)


def _cut(run: re.Match[str]) -> str:
    if _DECIDED.search(run[0]) or not any(ORDINAL.search(words) for words in WORDS.findall(run["rest"])):
        return run[0]
    look = run["look"] or ""
    raised = _AFTER_HEIGHT.sub(_HEIGHT, look or "<w:rPr></w:rPr>", count=1)

    def cut(end: re.Match[str]) -> str:
        return f"{end['rank']}</w:t></w:r><w:r>{raised}<w:t>{end['end']}</w:t></w:r><w:r>{look}{OPEN}"

    return WORDS.sub(lambda words: f"{OPEN}{ORDINAL.sub(cut, words[1])}</w:t>", run[0])
