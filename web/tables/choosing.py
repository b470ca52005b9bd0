"""What a person chose of each row of a table, kept beside the table from one page of it to the next."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from flask import request

from web.kept_files import keep, take
from web.private_files import Folder
from web.request import person, settings


@dataclass(frozen=True)
class Choice:
    """What a person chose of a row: whether to write it, in which state, as which text; `seen` is what they saw."""

    is_ticked: bool = False
    state: str = ""
    decided: str = ""
    seen: str = ""

    @classmethod
    def read(cls, place: int) -> "Choice":
        """Read the choice of the row at this place in the form."""
        given = (request.form.get(f"{name}_{place}", "") for name in ("state", "as", "seen"))
        return cls(f"take_{place}" in request.form, *given)


Choices = Mapping[int, Choice]


def sent_choices(count: int) -> dict[int, Choice]:
    """Read what was chosen of the rows, of `count`, that the page which was sent had shown."""
    places = [place for place in request.form.getlist("place", type=int) if 0 <= place < count]
    return {place: Choice.read(place) for place in places}


def keep_choices(token: str, choices: Choices) -> None:
    """Keep what was chosen of the table kept under this name."""
    content = json.dumps([[place, asdict(each)] for place, each in choices.items()]).encode()
    keep(settings().var, person().id, content, Folder.CHOICES, name=token)


def kept_choices(token: str) -> dict[int, Choice] | None:
    """Give what was chosen so far; None where nothing was kept yet."""
    content = take(settings().var, person().id, token, Folder.CHOICES)
    return {place: Choice(**told) for place, told in json.loads(content)} if content else None
