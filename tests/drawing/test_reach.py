"""What a cell says of its reach holds: nothing in it stands out, so that nobody needs to measure it."""

from __future__ import annotations

from typing import get_args

import pytest

from app.drawing.bounds import bounds_of
from app.drawing.build import build
from app.drawing.hit import Index
from app.drawing.tokens import LIGHT
from app.files import native
from app.layout.font import measure
from app.layout.layout import layout
from app.model.journey import Journey
from app.model.view import Detail, View
from app.places import resource
from tests.world import large_journey

SAMPLES = sorted(resource("samples").glob("*.journey"))


def journeys() -> list[Journey]:
    return [native.load(path.read_bytes(), path.name) for path in SAMPLES] + [large_journey(400)]


@pytest.mark.parametrize("detail", get_args(Detail))
@pytest.mark.parametrize("place", range(len(SAMPLES) + 1))
def test_nothing_stands_out_of_the_reach_of_its_cell(place: int, detail: Detail) -> None:
    journey = journeys()[place]
    drawing = build(journey, layout(journey, View(detail=detail), measure), LIGHT)
    told = [(layer.name, cell) for layer in drawing.layers for cell in layer.cells if cell.reach is not None]
    assert "insights" in {name for name, _ in told}
    for name, cell in told:
        box, reach = bounds_of(cell.children), cell.reach
        assert box is not None, name
        assert reach is not None, name
        assert reach.x <= box.x, name
        assert reach.y <= box.y, name
        assert reach.right >= box.right, name
        assert reach.bottom >= box.bottom, name


def test_a_cell_that_tells_its_reach_is_measured_when_somebody_looks_into_it() -> None:
    journey = large_journey(400)
    index = Index(build(journey, layout(journey, View(), measure), LIGHT))
    cells = [row.cell for row in index.cells.values() if row.layer.name == "insights"]
    assert all(cell.measured is None for cell in cells)
    assert cells
    box = next(row.box for row in index.cells.values() if row.layer.name == "insights")
    assert any(item.layer.name == "insights" for item in index.items(box))
    assert any(cell.measured for cell in cells)
    assert not all(cell.measured for cell in cells)
