from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.model.change import Change
from app.model.record import replaced
from app.model.records import Insight, Touchpoint
from app.seeing.lighting import Lighting
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.rehearsal import settled
from tests.widgets.map.conftest import Shown, buying
from tests.widgets.map.hands import header, point_at
from tests.world import insight

KICK_OFF, REVIEW, REQUEST, LANDS = (
    "touch-kick-off",
    "touch-review",
    "touch-budget-request",
    "touch-request-lands",
)
CFO, IT = "role-cfo", "role-it-manager"


def lit(canvas: MapCanvas, records: set[str] | None, roles: set[str] = frozenset()) -> QImage:  # type: ignore[assignment]
    canvas.light(None if records is None else frozenset(records), frozenset(roles))
    return pixels(canvas)


def pixels(canvas: MapCanvas) -> QImage:
    assert settled(canvas)
    return canvas.viewport().grab().toImage()


def marker(canvas: MapCanvas, touchpoint: str) -> QPoint:
    spot = canvas.stage.places.spots(touchpoint)[0]
    return QPoint(*map(round, canvas.camera.to_view(spot.x, spot.y)))


def darkest(image: QImage, at: QPoint) -> int:
    around = range(-14, 15)
    return min(image.pixelColor(at.x() + dx, at.y() + dy).lightness() for dx in around for dy in around)


def is_faded(canvas: MapCanvas, touchpoint: str, image: QImage, before: QImage) -> bool:
    at = marker(canvas, touchpoint)
    return darkest(image, at) > darkest(before, at) + 40


def test_what_is_lit_stays_and_all_else_fades(shown: Shown) -> None:
    canvas = shown(width=1500)
    before = pixels(canvas)
    after = lit(canvas, {KICK_OFF}, {CFO})
    assert not is_faded(canvas, KICK_OFF, after, before)
    assert is_faded(canvas, REVIEW, after, before)
    assert is_faded(canvas, REQUEST, after, before)


def test_headers_of_roles_that_are_not_lit_fade(shown: Shown) -> None:
    canvas = shown()
    before = pixels(canvas)
    after = lit(canvas, {KICK_OFF}, {CFO})
    column = round(canvas.stage.pins.column(canvas.camera).end) - 6

    def header(image: QImage, role: str) -> int:
        box = canvas.stage.places.header(role)
        assert box is not None
        top = round(canvas.camera.to_view(0, box.y)[1])
        rows = range(top, min(top + round(box.height * canvas.camera.zoom), image.height()))
        return min(image.pixelColor(x, y).lightness() for x in range(8, column) for y in rows)

    assert header(after, CFO) == header(before, CFO)
    assert header(after, IT) > header(before, IT) + 40


def test_a_link_between_two_that_are_lit_is_lit(shown: Shown) -> None:
    canvas = shown()
    link_id = "link-budget-request-handoff-request-lands"
    stage = canvas.stage

    def shows(records: set[str]) -> bool:
        canvas.light(frozenset(records))
        light = canvas.lighting.wanted
        assert light is not None
        pieces = stage.light_plane(light).pieces_in(stage.box)
        return any(getattr(shape, "record", "") == link_id for shape, _dx, _dy in pieces)

    assert shows({REQUEST, LANDS})
    assert not shows({REQUEST})
    assert shows({link_id})


def test_an_insight_is_lit_with_what_it_is_pinned_to(shown: Shown) -> None:
    journey = buying()
    journey.apply(Change((insight("pain", "late", "Kick-off"),)))
    canvas = shown(journey)
    pain = journey.all(Insight)[0].id
    canvas.light(frozenset({KICK_OFF}))
    assert canvas.lighting.wanted is not None
    pieces = canvas.stage.light_plane(canvas.lighting.wanted).pieces_in(canvas.stage.box)
    records = {getattr(shape, "record", "") for shape, _dx, _dy in pieces}
    assert KICK_OFF in records
    assert REVIEW not in records
    assert pain in records or not canvas.stage.places.box(pain)


def test_without_a_light_the_map_is_as_it_was(shown: Shown) -> None:
    canvas = shown()
    before = pixels(canvas)
    assert lit(canvas, {KICK_OFF}) != before
    assert lit(canvas, None) == before


def test_no_match_fades_everything(shown: Shown) -> None:
    canvas = shown(width=1500)
    before = pixels(canvas)
    after = lit(canvas, set())
    for touchpoint in (KICK_OFF, REVIEW, REQUEST):
        assert is_faded(canvas, touchpoint, after, before)


def test_the_former_light_is_shown_until_the_next_is_painted(shown: Shown) -> None:
    canvas = shown()
    lit(canvas, {KICK_OFF})
    former = canvas.glance()
    canvas.light(frozenset({REVIEW}))
    assert canvas.glance().light is former.light
    assert settled(canvas)
    assert canvas.glance().light is not former.light
    planes = canvas.frame.surface.store.planes()
    assert former.light is not None
    assert former.light.name not in planes


def test_after_an_edit_what_is_lit_is_the_same_as_painted_from_scratch(shown: Shown) -> None:
    canvas = shown(width=1500)
    lit(canvas, {KICK_OFF, REVIEW})
    kept = canvas.frame.surface.tiles_painted
    kick_off = canvas.document.journey.the(Touchpoint, KICK_OFF)
    canvas.document.do(Change((replaced(kick_off, title="Start"),)))
    edited = pixels(canvas)
    repainted = canvas.frame.surface.tiles_painted - kept
    fresh = shown(canvas.document.journey, width=1500)
    fresh.eye.look(canvas.camera)
    assert edited == lit(fresh, {KICK_OFF, REVIEW})
    assert repainted < fresh.frame.surface.tiles_painted


def test_pointing_at_a_role_lifts_nothing_while_something_is_lit(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    after = lit(canvas, {KICK_OFF})
    point_at(canvas, header(canvas, IT))
    qtbot.waitUntil(lambda: canvas.hover.roles == {IT} and not canvas.hover.is_busy)
    assert pixels(canvas) == after


def test_to_want_the_same_again_is_nothing_new() -> None:
    lighting = Lighting()
    assert lighting.want(frozenset("a"), frozenset())
    first = lighting.wanted
    assert not lighting.want(frozenset("a"), frozenset())
    assert lighting.wanted is first
    assert lighting.want(None, frozenset())
    assert not lighting.want(None, frozenset())
