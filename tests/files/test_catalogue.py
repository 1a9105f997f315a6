from __future__ import annotations

from pathlib import Path

import pytest

from app.files import catalogue, embed, graphml, native
from app.model.errors import JourneyError
from tests.files.everything import everything
from tests.files.test_embed import SVG, png
from tests.world import journey, role, touch

SMALL = journey(role("IT"), touch("Kick-off", "IT", at=1))
BYTES = native.dump(SMALL)
CONTENTS = {
    "journey": BYTES,
    "svg": embed.into_svg(SVG, BYTES),
    "png": embed.into_png(png(), BYTES),
    "graphml": graphml.dump(SMALL),
}


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize(
    "name", ["a.journey", "a.json", "a.svg", "a.png", "a.graphml", "a", "a.txt", "A.PNG"]
)
def test_the_content_decides_and_not_the_extension(content: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(CONTENTS[content])
    assert catalogue.open_journey(tmp_path / name) == SMALL
    assert catalogue.open_journey(CONTENTS[content], name) == SMALL


@pytest.mark.parametrize("picture", [SVG, png()])
def test_a_picture_without_a_journey_says_so(picture: bytes) -> None:
    with pytest.raises(JourneyError) as caught:
        catalogue.open_journey(picture, "map.x")
    assert str(caught.value).startswith("map.x: This picture carries no journey. Open the .journey file")


def test_a_damaged_picture_is_named_by_its_extension() -> None:
    with pytest.raises(JourneyError) as caught:
        catalogue.open_journey(b"<?xml version='1.0'?><oops", "map.svg")
    assert "is no SVG: line 1 cannot be read" in str(caught.value)


def test_a_page_of_the_web_is_named() -> None:
    with pytest.raises(JourneyError) as caught:
        catalogue.open_journey(b"<!DOCTYPE html><html>", "map.journey")
    assert str(caught.value) == "map.journey: This is an XML or HTML text, not a journey."


def test_the_extension_decides_what_is_written() -> None:
    assert catalogue.write_journey(SMALL, "x/a.JOURNEY") == BYTES
    assert catalogue.write_journey(SMALL, "a.json") == BYTES
    assert catalogue.write_journey(SMALL, "a.graphml") == graphml.dump(SMALL)


@pytest.mark.parametrize("name", ["a.journey", "a.json", "a.graphml"])
def test_nothing_is_lost_in_any_format(name: str) -> None:
    said: list[str] = []
    written = catalogue.write_journey(everything(), name, said.append)
    assert native.dump(catalogue.open_journey(written, name)) == native.dump(everything())
    assert said == []


@pytest.mark.parametrize("name", ["a.svg", "a.xyz", "a", ".journey"])
def test_a_name_of_no_format_is_refused(name: str) -> None:
    with pytest.raises(JourneyError) as caught:
        catalogue.write_journey(SMALL, name)
    assert ".journey, .json, .graphml" in str(caught.value)
