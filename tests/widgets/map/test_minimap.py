from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.drawing.look import look_at
from app.model.change import Change
from app.model.record import replaced
from app.model.records import Touchpoint
from app.seeing.camera import Camera
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.minimap import Minimap
from tests.widgets.map.conftest import Shown
from tests.world import journey


@pytest.fixture
def canvas(shown: Shown) -> MapCanvas:
    return shown()


@pytest.fixture
def minimap(canvas: MapCanvas, qtbot: QtBot) -> Minimap:
    minimap = Minimap(canvas)
    qtbot.addWidget(minimap)
    minimap.resize(208, 118)
    minimap.show()
    qtbot.waitExposed(minimap)
    return minimap


def colours(minimap: Minimap) -> set[str]:
    image = minimap.grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_every_role_is_drawn_in_its_colour(canvas: MapCanvas, minimap: Minimap) -> None:
    stage = canvas.stage
    look = look_at(stage.journey, stage.layout, stage.theme)
    canvas.eye.look(Camera(-50, -50, 0.05))
    found = colours(minimap)
    for lane in stage.layout.lanes:
        mine = QColor(look.colour(lane.role))
        assert any(
            abs(QColor(name).red() - mine.red()) + abs(QColor(name).green() - mine.green()) < 60
            for name in found
        )


def test_the_frame_follows_the_camera(canvas: MapCanvas, minimap: Minimap) -> None:
    canvas.eye.look(Camera(300, 100, 1.5))
    before = minimap.frame_in_sight()
    canvas.eye.scroll(200, 0)
    after = minimap.frame_in_sight()
    assert after.left() > before.left()
    assert after.width() == pytest.approx(before.width())


def test_a_click_looks_there_and_a_drag_goes_along(canvas: MapCanvas, minimap: Minimap, qtbot: QtBot) -> None:
    canvas.eye.look(Camera(0, 0, 1.5))
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=QPoint(120, 60))
    assert minimap.frame_in_sight().center().x() == pytest.approx(120, abs=1.5)
    qtbot.mouseMove(minimap, QPoint(80, 50))
    assert minimap.frame_in_sight().center().x() == pytest.approx(80, abs=1.5)
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=QPoint(80, 50))
    assert canvas.camera.zoom == 1.5


def test_an_edit_is_drawn_soon_after(canvas: MapCanvas, minimap: Minimap, qtbot: QtBot) -> None:
    before = minimap.grab().toImage()
    journey = canvas.document.journey
    touchpoint = journey.the(Touchpoint, "touch-tickets-get-lost")
    canvas.document.changed.emit(journey.apply(Change(put=(replaced(touchpoint, start=3.5),))).touched)
    qtbot.waitUntil(lambda: minimap.grab().toImage() != before)


def test_an_empty_map_has_an_empty_picture(shown: Shown, qtbot: QtBot) -> None:
    minimap = Minimap(shown(journey()))
    qtbot.addWidget(minimap)
    minimap.show()
    assert len(colours(minimap)) < 80
