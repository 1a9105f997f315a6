"""Chips: short words or records in a row that can be taken away, gone to, and added to."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.fields.control import Input
from app.widgets.fields.flow import Flow
from app.widgets.fields.reordering import Reordering, alt_step, is_dragged
from app.widgets.fields.shared import Shared, SharedEdit
from app.widgets.fields.shortened import Shortened
from app.widgets.fields.wrapping import QuietButton
from app.widgets.fonts import write_in
from app.widgets.icons import icon
from app.widgets.letter_menu import LetterMenu


class ChipFace(NamedTuple):
    """How a chip looks: its words, its sign, whether one can go to it."""

    words: str
    sign: QPixmap | None = None
    goes: bool = False
    is_faded: bool = False
    stays: bool = False  # it cannot be taken away here


class Chip(QFrame):
    """One value; `removed` and `gone_to` tell what the person wants of it. Delete on the keys removes it."""

    removed = Signal(object)
    gone_to = Signal(object)

    def __init__(
        self, value: Hashable, face: ChipFace, theme: Theme, reordering: Reordering | None = None
    ) -> None:
        super().__init__()
        self._reordering = reordering
        self._pressed: QPoint | None = None
        self.value = value
        self.face = face
        self.setProperty("kind", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(face.words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(face.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 2, 2)
        row.setSpacing(4)
        if face.sign is not None:
            sign = Shortened("")
            sign.setPixmap(face.sign)
            sign.setFixedSize(face.sign.deviceIndependentSize().toSize())
            row.addWidget(sign)
        label = Shortened(face.words)
        label.setProperty("tone", "muted" if face.is_faded else "")
        write_in(label, 13, 500)
        row.addWidget(label)
        self.remove_button = QToolButton()
        self.remove_button.setObjectName("small")
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove_button.setIcon(icon("close", theme.muted, size=14))
        self.remove_button.setIconSize(QSize(14, 14))
        self.remove_button.setAccessibleName(tr("Remove {name}", name=face.words))
        self.remove_button.setToolTip(tr("Remove {name}", name=face.words))
        self.remove_button.clicked.connect(lambda: self.removed.emit(self.value))
        row.addWidget(self.remove_button)
        self.remove_button.setVisible(not face.stays)
        if face.stays:
            row.setContentsMargins(8, 3, 9, 3)
        if face.goes:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and self._reordering is not None
            and self._takes(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QEvent) -> bool:
        """Tell whether a key is the chip's own, whatever it is on the map."""
        assert self._reordering is not None
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return alt_step(event, flows=True) != 0 or (is_escape and self._reordering.is_holding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = alt_step(event, flows=True)
        if self._reordering is not None and step:
            self._reordering.step(self, step)
        elif (
            self._reordering is not None and self._reordering.is_holding and event.key() == Qt.Key.Key_Escape
        ):
            self._reordering.cancel()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.face.stays:
            self.removed.emit(self.value)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.face.goes:
            self.gone_to.emit(self.value)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.globalPosition().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.globalPosition().toPoint()
        if self._reordering is None or self._pressed is None:
            return
        if not self._reordering.is_holding and is_dragged(self._pressed, at):
            self._reordering.hold(self)
        self._reordering.to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._reordering is not None and self._reordering.is_holding:
            self._reordering.let_go()
        elif self.face.goes and self.rect().contains(event.position().toPoint()):
            self.gone_to.emit(self.value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


class Chips(Input, QWidget):
    """The chips of a value that is a sequence, and a button with a menu of what can be added."""

    gone_to = Signal(object)

    def __init__(
        self,
        face_of: Callable[[Hashable], ChipFace],
        options: Callable[[], Iterable[tuple[Hashable, ChipFace]]],
        add_words: str,
        theme: Theme,
        *,
        can_move: bool = False,
    ) -> None:
        super().__init__()
        self._face_of = face_of
        self._can_move = can_move  # their order says something
        self._options = options
        self._theme = theme
        self._value: tuple[Hashable, ...] = ()
        self._shared: Shared | None = None  # the value is what several records have
        self._chips: list[Chip] = []
        self._flow = Flow(self)
        self._reordering = Reordering(self, lambda: self._chips[: len(self._value)], flows=True)
        self._reordering.moved.connect(self._move)
        self.add_button = QuietButton(add_words, theme, wraps=False)
        self.add_button.clicked.connect(self._offer)
        self._flow.addWidget(self.add_button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> Sequence[Chip]:
        """The chips in their order."""
        return self._chips

    def show_value(self, value: object) -> None:
        """Show a chip for each, faint where only some of the records have it; those that stay are not made anew."""
        self._shared = value if isinstance(value, Shared) else None
        some = self._shared.some if self._shared is not None else ()
        whole = self._shared.all if self._shared is not None else value
        self._value = tuple(whole) if isinstance(whole, tuple) else ()
        faces = [(each, self._face_of(each)) for each in self._value]
        faces += [(each, self._face_of(each)._replace(is_faded=True)) for each in some]
        if faces == [(chip.value, chip.face) for chip in self._chips]:
            return
        had_focus = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
            chip.hide()
        self._chips = [self._chip(each, face) for each, face in faces]
        if had_focus is not None:
            stays = self._chips[min(had_focus, len(self._chips) - 1)] if self._chips else self.add_button
            stays.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def settle(self) -> None:
        """End the step of undoing."""
        self.left.emit()

    def _chip(self, value: Hashable, face: ChipFace) -> Chip:
        chip = Chip(value, face, self._theme, self._reordering if self._can_move else None)
        chip.removed.connect(self._remove)
        chip.gone_to.connect(self.gone_to)
        self._flow.insert(self._flow.count() - 1, chip)
        before = self._chips[-1] if self._chips else None
        if before is not None:
            QWidget.setTabOrder(before, chip)
        return chip

    def _move(self, held: int, place: int) -> None:
        value = list(self._value)
        value.insert(place, value.pop(held))
        self._try(tuple(value) if self._shared is None else SharedEdit(order=tuple(map(str, value))))
        if self._value == tuple(value):
            self._chips[place].show()  # it is new, and what is hidden takes no focus
            self._chips[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, value: Hashable) -> None:
        if self._shared is not None:
            self._try(SharedEdit(remove=(str(value),)))
        else:
            self._try(tuple(each for each in self._value if each != value))

    def add(self, value: Hashable) -> None:
        """Take one more as the person's choice."""
        if value in self._value:
            return
        self._try((*self._value, value) if self._shared is None else SharedEdit(add=(str(value),)))

    def _try(self, value: tuple[Hashable, ...] | SharedEdit) -> None:
        self.came.emit()
        self.tried.emit(value)
        self.left.emit()

    def _offer(self) -> None:
        menu = LetterMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, face in self._options():
            if value in self._value:
                continue
            action = menu.addAction(face.words.replace("&", "&&"))
            if face.sign is not None:
                action.setIcon(face.sign)
            action.triggered.connect(lambda _=False, value=value: self.add(value))
        if menu.isEmpty():
            menu.addAction(tr("There is nothing more to add.")).setEnabled(False)
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))
