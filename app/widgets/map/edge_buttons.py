"""The round + under the last lane and behind the last phase: they lie over the map and are never part of a picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.map.canvas import MapCanvas

SIDE_PX = 24
GAP_PX = 6.0
BEYOND_PX = 48.0  # a phase that ends so near the edge keeps its button
BEFORE_SCALE_PX = 40.0  # where no phase is: left of the ruler's first words
BESIDE_WORDS = 0.74  # of the header's width: above and below it there are no words
_ARM_PX = 5.0


class PlusButton(QAbstractButton):
    """A round button with a plus; keys reach the same by the menu."""

    def __init__(self, words: str, parent: QWidget, run: Callable[[], object]) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.resize(self.sizeHint())
        self.clicked.connect(run)

    def wear(self, theme: Theme) -> None:
        """Draw in this theme."""
        if theme is not self._theme:
            self._theme = theme
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE_PX, SIDE_PX)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        is_near = self.underMouse() or self.isDown()
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if is_near else theme.line), 1.5))
        painter.setBrush(QColor(theme.phase if self.isDown() else theme.card))
        painter.drawEllipse(middle, SIDE_PX / 2 - 1.5, SIDE_PX / 2 - 1.5)
        pen = QPen(QColor(theme.ink if is_near else theme.muted), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(middle - QPointF(_ARM_PX, 0), middle + QPointF(_ARM_PX, 0))
        painter.drawLine(middle - QPointF(0, _ARM_PX), middle + QPointF(0, _ARM_PX))
        painter.end()


class EdgeButtons(QObject):
    """Keeps both buttons where lanes and phases end, while the map moves under them."""

    def __init__(
        self, canvas: MapCanvas, add_role: Callable[[], object], add_phase: Callable[[], object]
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.role = PlusButton(tr("New role"), canvas.viewport(), add_role)
        self.phase = PlusButton(tr("New phase"), canvas.viewport(), add_phase)
        canvas.moved.connect(self.follow)
        canvas.document.view_state.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Stand where lanes and phases end now; out of sight they are hidden."""
        stage = self._canvas.stage
        for button, at in ((self.role, self._below_lanes()), (self.phase, self._behind_phases())):
            button.wear(stage.theme)
            if at is not None:
                button.move(round(at.x() - SIDE_PX / 2), round(at.y() - SIDE_PX / 2))
            button.setVisible(at is not None)

    def _below_lanes(self) -> QPointF | None:
        """Return a place on the lower edge of the last role's header, none where it is out of sight."""
        stage, camera = self._canvas.stage, self._canvas.camera
        lanes = stage.layout.lanes
        if not lanes:
            return None
        column = stage.pins.column(camera)
        y = camera.to_view(0, lanes[-1].y + lanes[-1].height)[1]
        top = stage.pins.band(camera).end + SIDE_PX / 2
        if not top <= y <= self._canvas.size_px()[1]:
            return None
        return QPointF(column.start + column.length * BESIDE_WORDS, y)

    def _behind_phases(self) -> QPointF | None:
        """Return a place right behind the last phase, or left of the ruler where there is none."""
        stage, camera = self._canvas.stage, self._canvas.camera
        layout = stage.layout
        if not layout.lanes:
            return None
        band, sizes = stage.pins.band(camera), layout.sizes
        scale = band.length / stage.pins.band_box.height
        y = band.start + (layout.phase_y + sizes.phase / 2 - stage.pins.band_box.y) * scale
        width, height = self._canvas.size_px()
        left, right = stage.pins.column(camera).end, width - SIDE_PX / 2 - 1
        if not layout.phases:
            x = left - BEFORE_SCALE_PX
            y -= sizes.phase / 4 * scale
            return QPointF(x, y) if 0 <= x <= right and 0 <= y <= height else None
        end = max(phase.x + phase.width for phase in layout.phases)
        x = camera.to_view(end, 0)[0] + sizes.arrow_tip * scale + GAP_PX + SIDE_PX / 2
        if right < x <= right + BEYOND_PX:
            x = right  # the whole map fits, and the button with it
        return QPointF(x, y) if max(left, 0.0) <= x <= right and 0 <= y <= height else None
