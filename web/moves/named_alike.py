"""The texts that a number or a title told in a move may already be those of."""

from dataclasses import replace

from web.forms.act_titles import act_titles
from web.forms.move import MoveForm
from web.texts.same_text import Alike, look_alike
from workflow.history.particulars import Particulars, normal_number
from workflow.standing.standing import Standing


def named_alike(form: MoveForm, before: Standing) -> Alike:
    """Look for the texts that have the number or a title that the move gives to this one.

    The title that a draft takes by becoming an act is its own with another beginning: it is not looked for.
    """
    number = form.facts.get("number") or before.number or ""
    own = {before.title_fr, before.title_ar, *act_titles(before, number).values()}
    title_fr, title_ar = ("" if title in own else title for title in map(form.facts.get, ("title_fr", "title_ar")))
    if normal_number(number) == (before.number or "") and not (title_fr or title_ar):
        return Alike(())
    known = Particulars.of(before.text)
    typed = replace(known, number=number, title_fr=title_fr or "", title_ar=title_ar or "")
    return look_alike(before.text.procedure, typed, but=before.text.id)
