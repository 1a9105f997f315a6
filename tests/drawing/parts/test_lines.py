"""Journey lines and their areas."""

from __future__ import annotations

from app.drawing.build import build
from app.drawing.parts.lines import IDLE_DASH, IDLE_WIDTH, WIDTH
from app.drawing.shapes import Path
from app.drawing.tokens import LIGHT, PRINT
from tests.drawing.layouts import a_journey, a_layout
from tests.drawing.shapes_in import layer, walk


def paths(name: str, theme=LIGHT) -> list[Path]:  # type: ignore[no-untyped-def]
    cells = layer(build(a_journey(), a_layout(), theme), name).cells
    return [shape for shape, _, _ in walk(cells, files_only=True) if isinstance(shape, Path)]


def test_only_idle_stretches_are_dashed() -> None:
    idle, active = (path.stroke for path in paths("lines"))
    assert active is not None
    assert idle is not None
    assert (active.width, active.dash) == (WIDTH, ())
    assert (idle.width, idle.dash, idle.opacity) == (IDLE_WIDTH, IDLE_DASH, 0.55)


def test_only_active_stretches_have_an_area() -> None:
    (area,) = paths("areas")
    assert area.fill_opacity == 0.1
    assert area.fill == "#1B50C9"


def test_print_draws_areas_in_a_solid_colour() -> None:
    (area,) = paths("areas", PRINT)
    assert (area.fill, area.fill_opacity) == ("#E8EEFA", 1.0)
