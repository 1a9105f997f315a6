from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from pytestqt.qtbot import QtBot

from app.seeing.camera import Camera
from app.tools.pointer import Modifiers
from app.widgets.map.input import is_pan_button, pointer_of, scroll_px, zoom_factor

NOTHING = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def mouse(
    button: Qt.MouseButton,
    modifiers: Qt.KeyboardModifier = NOTHING,
    kind: QEvent.Type = QEvent.Type.MouseButtonPress,
) -> QMouseEvent:
    at = QPointF(30, 40)
    return QMouseEvent(kind, at, at, button, button, modifiers)


def wheel(
    angle: QPoint, pixels: QPoint | None = None, modifiers: Qt.KeyboardModifier = NOTHING
) -> QWheelEvent:
    at, phase = QPointF(30, 40), Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(at, at, pixels or QPoint(), angle, Qt.MouseButton.NoButton, modifiers, phase, False)


def test_a_press_becomes_a_pointer_at_its_place_on_the_map(qtbot: QtBot) -> None:
    pointer = pointer_of(mouse(LEFT, CONTROL), 130.0, 240.0, Camera(100, 200, 2.0))
    assert (pointer.x, pointer.y, pointer.zoom) == (130.0, 240.0, 2.0)
    assert pointer.button == "left"
    assert pointer.is_down
    assert pointer.clicks == 1
    assert pointer.modifiers == Modifiers(control=True)
    assert pointer.modifiers.adds


def test_the_second_click_of_a_double_click_is_told(qtbot: QtBot) -> None:
    event = mouse(LEFT, kind=QEvent.Type.MouseButtonDblClick)
    assert pointer_of(event, 0, 0, Camera()).clicks == 2


def test_other_buttons_are_told_apart(qtbot: QtBot) -> None:
    right = pointer_of(mouse(Qt.MouseButton.RightButton), 0, 0, Camera())
    assert right.button == "right"
    assert not right.is_down
    assert not right.modifiers.adds


def test_the_middle_button_pans_and_the_left_one_only_with_space(qtbot: QtBot) -> None:
    assert is_pan_button(mouse(Qt.MouseButton.MiddleButton), is_space_held=False)
    assert not is_pan_button(mouse(LEFT), is_space_held=False)
    assert is_pan_button(mouse(LEFT), is_space_held=True)
    assert not is_pan_button(mouse(Qt.MouseButton.RightButton), is_space_held=True)


def test_only_ctrl_zooms_and_small_steps_add_up_to_large_ones(qtbot: QtBot) -> None:
    assert zoom_factor(wheel(QPoint(0, 120))) is None
    whole = zoom_factor(wheel(QPoint(0, 120), modifiers=CONTROL))
    part = zoom_factor(wheel(QPoint(0, 15), modifiers=CONTROL))
    assert whole is not None
    assert part is not None
    assert part**8 == pytest.approx(whole)
    assert zoom_factor(wheel(QPoint(0, -120), modifiers=CONTROL)) == pytest.approx(1 / whole)


def test_a_wheel_scrolls_by_lines_and_shift_turns_it_sideways(qtbot: QtBot) -> None:
    down = scroll_px(wheel(QPoint(0, -120)), 3)
    assert down.x() == 0
    assert down.y() > 0
    right = scroll_px(wheel(QPoint(0, -120), modifiers=SHIFT), 3)
    assert (right.x(), right.y()) == (down.y(), 0)


def test_a_wheel_with_two_axes_keeps_them(qtbot: QtBot) -> None:
    both = scroll_px(wheel(QPoint(-120, 0), modifiers=SHIFT), 3)
    assert both.x() > 0
    assert both.y() == 0


def test_pixels_of_a_trackpad_win_over_angles(qtbot: QtBot) -> None:
    assert scroll_px(wheel(QPoint(0, -120), QPoint(3, -7)), 3) == QPointF(-3, 7)
