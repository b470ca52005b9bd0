"""The pictures of the phases: each fits its page, and its letters can be read."""

import re
from xml.etree import ElementTree as ET

import pytest

from tests.web.browser import Browser
from web.procedures.picture import draw_phase
from workflow.rulebook.diagram import Sheet
from workflow.rulebook.files import procedures

KINDS = pytest.mark.parametrize("kind", procedures())
# In px: what a page of 1,440 leaves between the edges of the frame, and the smallest letters of a page.
ROOM, LETTERS = 1254, 13


@KINDS
def test_each_phase_fits_the_page_with_letters_that_can_be_read(kind: str) -> None:
    sheet = Sheet(procedures()[kind])
    for phase in sheet.phases:
        drawn = draw_phase(kind, sheet.procedure.version, phase.code)
        assert drawn
        root = ET.fromstring(drawn)  # noqa: S314 - our own picture
        width, inside = float(root.attrib["width"].removesuffix("px")), float(root.attrib["viewBox"].split()[2])
        sizes = {float(size) for size in re.findall(r'font-size="([\d.]+)"', drawn.decode())}
        assert width <= ROOM, phase.code
        assert min(sizes) * width / inside >= LETTERS - 0.1, phase.code


def test_a_phase_is_a_picture_of_its_own_named_in_words(drafter: Browser) -> None:
    page = drafter.get("/procedures/decret")
    images = page.soup.select(".drawings img")

    assert [str(image["src"]) for image in images] == [
        f"/procedures/decret/{phase.code}.svg?version=2011" for phase in Sheet(procedures()["decret"]).phases
    ]
    assert all("flèches numérotées" in str(image["alt"]) for image in images)
    response = drafter.client.get(str(images[0]["src"]))
    assert response.mimetype == "image/svg+xml"
    assert "Initiative" in response.text


def test_a_frame_that_scrolls_can_be_reached_and_is_named(drafter: Browser) -> None:
    page = drafter.get("/procedures/decret")

    frames = page.soup.select(".drawings .frame")
    assert {(frame["tabindex"], frame["role"]) for frame in frames} == {("0", "region")}
    assert len({frame["aria-label"] for frame in frames}) == len(frames)
