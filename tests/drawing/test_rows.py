"""Maps in several rows or on several pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.drawing.rows import stacked
from app.drawing.shapes import Drawing, Group, Text
from app.drawing.tokens import THEMES
from app.files import native
from app.layout.font import measure
from app.layout.wrap import Wrapped, wrap
from app.model.journey import Journey
from app.model.view import View
from app.places import resource


@pytest.fixture(scope="module")
def purchase() -> Journey:
    name = "service-platform.journey"
    return native.load(resource(f"samples/{name}").read_bytes(), name)


@pytest.fixture(scope="module")
def wrapped(purchase: Journey) -> Wrapped:
    return wrap(purchase, View(), measure, 1500.0)


def texts(drawing: Drawing) -> list[tuple[str, float]]:
    def walk(group: Group, y: float) -> Iterator[tuple[str, float]]:
        for child in group.children:
            if isinstance(child, Group) and child.max_zoom == float("inf"):
                yield from walk(child, y + child.dy)
            elif isinstance(child, Text):
                yield child.text, y + child.y

    return [found for layer in drawing.layers for cell in layer.cells for found in walk(cell, cell.dy)]


def test_every_row_has_its_channels(purchase: Journey) -> None:
    rows = wrap(purchase, View(channel_row="on"), measure, 1500.0)
    drawing = stacked(purchase, rows, THEMES["light"])
    headings = [y for text, y in texts(drawing) if text == "Channels"]
    assert len(headings) == len(rows.rows) > 1
    with_channel = {mark.touchpoint for row in rows.rows for block in row.blocks for mark in block.channels}
    insights = next(layer for layer in drawing.layers if layer.name == "insights")
    drawn = {
        group.record for cell in insights.cells for group in cell.children
        if isinstance(group, Group) and group.record in with_channel
    }  # fmt: skip
    assert drawn == with_channel
    tops = [cell.dy + group.dy for cell in insights.cells for group in cell.children
            if isinstance(group, Group) and group.record in with_channel]  # fmt: skip
    assert {min(range(len(headings)), key=lambda n, y=y: abs(headings[n] - y)) for y in tops} == set(
        range(len(headings))
    )
    assert all(min(abs(heading - y) for heading in headings) < 40 for y in tops)


def test_title_and_legend_stand_once_and_headers_in_every_row(purchase: Journey, wrapped: Wrapped) -> None:
    words = [text for text, _ in texts(stacked(purchase, wrapped, THEMES["light"]))]
    assert words.count("Buying a service platform") == 1
    assert words.count("Channel") == 1
    assert words.count("Procurement") == len(wrapped.rows)


def test_nothing_stands_outside_the_picture(purchase: Journey, wrapped: Wrapped) -> None:
    drawing = stacked(purchase, wrapped, THEMES["light"])
    assert all(0 < y < drawing.height for _, y in texts(drawing))
