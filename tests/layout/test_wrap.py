"""Rows of the timeline."""

from __future__ import annotations

import pytest

from app.files import native
from app.layout.font import measure
from app.layout.wrap import Wrapped, wrap
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.model.view import View
from app.places import resource
from tests import world


@pytest.fixture(scope="module")
def purchase() -> Journey:
    name = "service-platform.journey"
    return native.load(resource(f"samples/{name}").read_bytes(), name)


@pytest.fixture(scope="module")
def wrapped(purchase: Journey) -> Wrapped:
    return wrap(purchase, View(), measure, 1500.0)


def test_no_row_is_wider_than_the_page(wrapped: Wrapped) -> None:
    assert len(wrapped.rows) > 1
    assert wrapped.width <= 1500.0


def test_rows_are_cut_at_phase_borders(purchase: Journey, wrapped: Wrapped) -> None:
    phases = [box.phase for row in wrapped.rows for box in row.phases]
    assert len(phases) == len(set(phases)) == 10


def test_every_touchpoint_stands_in_exactly_one_row(purchase: Journey, wrapped: Wrapped) -> None:
    seen = [{marker.touchpoint for block in row.blocks for marker in block.markers} for row in wrapped.rows]
    assert sum(map(len, seen)) == len(set().union(*seen)) == len(purchase.all(Touchpoint))


def test_a_map_that_fits_is_one_row(purchase: Journey) -> None:
    assert len(wrap(purchase, View(), measure, 10_000.0).rows) == 1


def test_the_key_figures_are_those_of_the_whole_map(wrapped: Wrapped) -> None:
    assert "40 weeks" in [figure.value.text for figure in wrapped.title.figures]


def test_a_phase_wider_than_a_row_is_cut_between_touchpoints() -> None:
    touches = [world.touch(f"Step {n}", "IT", at=float(n * 4)) for n in range(30)]
    journey = world.journey(world.role("IT"), world.phase("All of it", 0.0, 120.0), *touches)
    wrapped = wrap(journey, View(), measure, 1300.0)
    assert len(wrapped.rows) > 2
    assert wrapped.width <= 1300.0


def test_an_empty_journey_is_one_row() -> None:
    assert len(wrap(world.journey(), View(), measure, 500.0).rows) == 1
