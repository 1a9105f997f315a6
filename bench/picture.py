"""Layout and drawing against measuring their texts, their growth, and the cost of one edit."""

from __future__ import annotations

from collections.abc import Iterator

from app.drawing.build import build
from app.drawing.shapes import Drawing, Group, Text
from app.drawing.tokens import THEMES
from app.layout import font
from app.layout.font import measure
from app.layout.layout import Layout, layout
from app.layout.measure import Font
from app.model.change import Change
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Touchpoint
from app.model.view import View
from bench.figure import Figure, medians, seconds
from bench.worlds import large

VIEW = View()


def _picture(journey: Journey) -> tuple[Layout, Drawing]:
    placed = layout(journey, VIEW, measure)
    return placed, build(journey, placed, THEMES["light"])


def _forget_widths() -> None:
    font._advance.cache_clear()


def texts(drawing: Drawing) -> list[tuple[str, Font]]:
    """Return all texts of a drawing with their fonts."""
    found: list[tuple[str, Font]] = []

    def walk(group: Group) -> None:
        for child in group.children:
            if isinstance(child, Group):
                walk(child)
            elif isinstance(child, Text):
                found.append((child.text, child.font))

    for layer in drawing.layers:
        for cell in layer.cells:
            walk(cell)
    return found


def figures() -> Iterator[Figure]:
    """Measure full passes at 1,000 and 10,000 touchpoints and one edit."""
    small, journey = large(1_000), large(10_000)
    words = texts(_picture(journey)[1])

    def measure_all() -> None:
        for text, style in words:
            font._shaped_advance(text, style.weight)  # what `measure` does for a text it has not met

    def full_pass(of: Journey) -> None:
        _forget_widths()
        _picture(of)

    floor, full_small, full = medians(
        measure_all, lambda: full_pass(small), lambda: full_pass(journey), times=3
    )
    yield Figure(
        "layout + drawing of 10,000 touchpoints / measuring their texts",
        full / floor,
        40,
        detail=f"{full:.2f} s for {len(words):,} texts",
    )
    yield Figure("growth of layout + drawing from 1,000 to 10,000 touchpoints", full / full_small, 12)
    yield from _edit(journey, full)


def _edit(journey: Journey, full: float) -> Iterator[Figure]:
    journey = Journey.of(journey.records())
    placed, drawing = _picture(journey)
    times = []
    for turn in range(9):
        touchpoint = journey.all(Touchpoint)[1_000 * (turn + 1) - 500]
        journey.apply(Change(put=(replaced(touchpoint, title=f"Another title, turn {turn}"),)))

        def again() -> None:
            nonlocal placed, drawing
            placed = layout(journey, VIEW, measure, placed)
            drawing = build(journey, placed, THEMES["light"], previous=drawing)

        times.append(seconds(again))
    edit = sorted(times)[len(times) // 2]
    yield Figure(
        "layout + drawing after one title among 10,000 / the full pass",
        edit / full,
        0.05,
        detail=f"{edit * 1e3:.0f} ms",
    )
