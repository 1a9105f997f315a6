"""The map on the screen: a scroll area that shows a document's picture from tiles, and what the hand does on it."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QBasicTimer, QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimerEvent, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QToolTip, QWidget

from app.i18n import tr
from app.layout.result import Box
from app.widgets.document import Document
from app.widgets.map import input as hand
from app.widgets.map.camera import Camera, fitted, kept_near, revealing, scroll_range, scrolled
from app.widgets.map.flight import Flight
from app.widgets.map.frame import Frame
from app.widgets.map.hover import Hover
from app.widgets.map.selecting import Selecting
from app.widgets.map.stage import Stage
from app.widgets.map.tooltip import tooltip
from app.widgets.picture import Picture

TICK_MS = 8
FRAME_SECONDS = 0.008  # spent on tiles in one turn of the event loop
SETTLE_SECONDS = 0.07  # while zooming goes on, the old tiles are shown scaled for so long
ZOOM_STEP = 1.25
START_LEAST_ZOOM = 0.55


class MapCanvas(QAbstractScrollArea):
    """Shows the picture of a document; its selection and the visible time are the document's."""

    activated = Signal(str)  # the id of a record: Enter or a double click on it
    moved = Signal()  # the camera looks elsewhere, or the picture is another

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.picture = Picture(document, document.view_state)
        self.camera = Camera()
        self.frame = Frame(self.devicePixelRatioF())
        self.hover = Hover(self._animates())
        self.selecting = Selecting(self)
        self._stage: Stage | None = None
        self._flight: Flight | None = None
        self._clock = QBasicTimer()
        self._zoomed_at = -1.0
        self._is_settling = False
        self._is_untouched = True  # the person has not moved the camera: it keeps fitting
        self._is_syncing = False
        self._drag_from: QPointF | None = None
        self._is_space_held = False
        self._set_up()
        document.changed.connect(self._spoil)
        document.selection_changed.connect(self._show_selection)
        document.view_state.changed.connect(self._spoil)

    def _set_up(self) -> None:
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Journey map"))
        viewport = self.viewport()
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        viewport.setMouseTracking(True)
        viewport.grabGesture(Qt.GestureType.PinchGesture)

