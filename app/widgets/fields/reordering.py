"""Parts of a list put into another order: taken up by hand and let go elsewhere, or moved by Alt and an arrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QToolButton, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.icons import icon

MARK_PX = 3
_EDGE_PX = 40  # near the edge of what scrolls

Boxes = Callable[[], Sequence[QWidget]]


class Reordering(QObject):
    """What is held over a list; nothing changes before it is let go. `moved` has the place it had and the one it gets."""

    moved = Signal(int, int)

    def __init__(self, area: QWidget, boxes: Boxes, *, flows: bool = False) -> None:
        super().__init__(area)
        self._area = area
        self._boxes = boxes
        self._flows = flows  # side by side and then in the next row, as words do
        self._held: int | None = None
        self._gap: int | None = None  # so many boxes would stand before it
        self._mark: QFrame | None = None

    @property
    def is_holding(self) -> bool:
        """Whether something is held."""
        return self._held is not None

    def hold(self, box: QWidget) -> None:
        """Take up a box."""
        boxes = list(self._boxes())
        self._held = boxes.index(box) if box in boxes else None

    def to(self, at: QPoint) -> None:
        """Hold it over a point of the screen."""
        if self._held is None:
            return
        place = self._area.mapFromGlobal(at)
        before = self._is_in_flow if self._flows else self._is_above
        boxes = self._boxes()
        self._gap = sum(before(box.geometry(), place) for box in boxes)
        self._show_mark(boxes)
        self._scroll(place)

    def let_go(self) -> None:
        """Put it where it is held."""
        held, gap = self._held, self._gap
        self.cancel()
        if held is not None and gap is not None and gap not in (held, held + 1):
            self.moved.emit(held, gap - (gap > held))

    def cancel(self) -> None:
        """Hold nothing any more."""
        self._held = self._gap = None
        if self._mark is not None:
            self._mark.deleteLater()
            self._mark.hide()
            self._mark = None

    def step(self, box: QWidget, step: int) -> bool:
        """Move a box by one place; tell whether there is a place for it."""
        boxes = list(self._boxes())
        if box not in boxes or not 0 <= boxes.index(box) + step < len(boxes):
            return False
        self.moved.emit(boxes.index(box), boxes.index(box) + step)
        return True

    def _is_above(self, box: QRect, at: QPoint) -> bool:
        return box.center().y() < at.y()

    def _is_in_flow(self, box: QRect, at: QPoint) -> bool:
        return box.bottom() < at.y() or (box.top() <= at.y() and box.center().x() < at.x())

    def _show_mark(self, boxes: Sequence[QWidget]) -> None:
        """Draw a line where it would go."""
        gap, last = self._gap or 0, len(boxes) - 1
        box = boxes[min(gap, last)].geometry()
        is_behind = gap > last
        if self._flows:
            x = box.right() + 1 if is_behind else box.left() - MARK_PX
            place = QRect(x, box.top(), MARK_PX, box.height())
        else:
            y = box.bottom() + 1 if is_behind else box.top() - MARK_PX - 1
            place = QRect(box.left(), y, box.width(), MARK_PX)
        if self._mark is None:
            self._mark = QFrame(self._area)
            self._mark.setProperty("kind", "mark")
            self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        place.moveLeft(max(0, min(place.left(), self._area.width() - place.width())))
        place.moveTop(max(0, min(place.top(), self._area.height() - place.height())))
        self._mark.setGeometry(place)
        self._mark.show()
        self._mark.raise_()

    def _scroll(self, at: QPoint) -> None:
        """Let what is around the list scroll where it is held near an edge."""
        around: QWidget | None = self._area
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        content = around.widget() if around is not None else None
        if around is not None and content is not None:
            place = self._area.mapTo(content, at)
            around.ensureVisible(around.horizontalScrollBar().value(), place.y(), 0, _EDGE_PX)


class Grip(QToolButton):
    """Six dots by which a box is taken; with the focus on it the arrows move the box."""

    def __init__(self, box: QWidget, reordering: Reordering, theme: Theme) -> None:
        super().__init__()
        self._box = box
        self._reordering = reordering
        self._pressed: QPoint | None = None
        self.setObjectName("tiny")
        self.setFixedSize(18, 15)
        self.setIcon(icon("grip", theme.muted, size=14))
        self.setIconSize(QSize(14, 14))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = tr("Move: drag, or press Alt+Up or Alt+Down")
        self.setToolTip(words)
        self.setAccessibleName(words)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._takes(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Tell whether a key is the grip's own."""
        is_end = event.key() == Qt.Key.Key_Escape and self._reordering.is_holding
        return is_end or _arrow(event) != 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _arrow(event)
        if event.key() == Qt.Key.Key_Escape and self._reordering.is_holding:
            self._reordering.cancel()
        elif step:
            self._reordering.step(self._box, step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()
            self.setDown(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._pressed is not None and is_dragged(self._pressed, at):
            self._pressed = None
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._reordering.hold(self._box)
        self._reordering.to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.setDown(False)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._reordering.let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._reordering.cancel()


def alt_step(event: QEvent, *, flows: bool = False) -> int:
    """Return -1 or 1 for the keys that move a part by one place, else 0."""
    if not isinstance(event, QKeyEvent) or _held(event) != Qt.KeyboardModifier.AltModifier:
        return 0
    return _way(event, flows)


def is_dragged(pressed: QPoint, at: QPoint) -> bool:
    """Tell whether a hand has moved so far that it drags."""
    return (at - pressed).manhattanLength() >= QApplication.startDragDistance()


def _arrow(event: QKeyEvent) -> int:
    is_plain = _held(event) == Qt.KeyboardModifier.NoModifier
    return _way(event, flows=False) if is_plain else alt_step(event)


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _way(event: QKeyEvent, flows: bool) -> int:
    steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
    if flows:
        steps |= {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
    return steps.get(Qt.Key(event.key()), 0)
