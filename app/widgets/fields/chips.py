"""Chips in a row that goes on in the next line: words of a sequence, and a button with a menu of what can be added."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.fields.chip import Chip, ChipFace
from app.widgets.fields.control import Input
from app.widgets.fields.flow import Flow
from app.widgets.fields.reordering import Reordering
from app.widgets.fields.shared import Shared, SharedEdit
from app.widgets.fields.wrapping import QuietButton
from app.widgets.letter_menu import LetterMenu


class ChipRow(Input, QWidget):
    """Chips, and behind them perhaps a widget that makes more; the first `movable` of them can change places."""

    gone_to = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.movable = 0
        self._theme = theme
        self._chips: list[Chip] = []
        self._last: QWidget | None = None
        self._flow = Flow(self)
        self._reordering = Reordering(self, lambda: self._chips[: self.movable], flows=True)
        self._reordering.moved.connect(self._on_move)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> Sequence[Chip]:
        """The chips in their order."""
        return self._chips

    def end_with(self, widget: QWidget) -> None:
        """Put a widget behind the chips."""
        self._last = widget
        self._flow.addWidget(widget)

    def show_faces(self, faces: Sequence[tuple[Hashable, ChipFace]], movable: int) -> None:
        """Show a chip for each value; where nothing is different none is made anew, else the focus stays in its place."""
        self.movable = movable
        if list(faces) == [(chip.value, chip.face) for chip in self._chips]:
            return
        had_focus = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
            chip.hide()
        self._chips = []
        for value, face in faces:
            chip = Chip(value, face, self._theme, self._reordering if len(self._chips) < movable else None)
            chip.removed.connect(self.remove)
            chip.gone_to.connect(self.gone_to)
            self._flow.insert(len(self._chips), chip)
            self._chips.append(chip)
        if had_focus is not None:
            stays = self._chips[min(had_focus, len(self._chips) - 1)] if self._chips else self._last
            self._put_focus(stays)
        self.updateGeometry()

    def remove(self, value: Hashable) -> None:
        """Take a value away as the person's choice."""
        raise NotImplementedError

    def reorder(self, values: tuple[Hashable, ...]) -> None:
        """Put those that can be moved into this order as the person's choice."""
        raise NotImplementedError

    def try_step(self, value: object) -> None:
        """Try a value as a step of its own."""
        self.came.emit()
        self.tried.emit(value)
        self.left.emit()

    def _on_move(self, held: int, place: int) -> None:
        values = [chip.value for chip in self._chips[: self.movable]]
        values.insert(place, values.pop(held))
        self.reorder(tuple(values))
        if [chip.value for chip in self._chips[: self.movable]] == values:
            self._put_focus(self._chips[place])

    def _put_focus(self, widget: QWidget | None) -> None:
        if widget is not None:
            widget.show()  # a new one is hidden yet, and what is hidden takes no focus
            widget.setFocus(Qt.FocusReason.OtherFocusReason)


class Chips(ChipRow):
    """The chips of a value that is a sequence; of several records those that only some have are faint.

    With `add_words` there is a button with a menu of what can be added.
    """

    def __init__(
        self,
        face_of: Callable[[Hashable], ChipFace],
        theme: Theme,
        options: Callable[[], Iterable[tuple[Hashable, ChipFace]]] = tuple,
        add_words: str = "",
        *,
        can_move: bool = False,
    ) -> None:
        super().__init__(theme)
        self._face_of = face_of
        self._can_move = can_move  # their order says something
        self._options = options
        self._value: tuple[Hashable, ...] = ()
        self._is_shared = False  # the value is what several records have
        self.add_button = QuietButton(add_words, theme, wraps=False)
        self.add_button.clicked.connect(self._offer)
        if add_words:
            self.end_with(self.add_button)

    def show_value(self, value: object) -> None:
        """Show a chip for each, faint where only some of the records have it."""
        self._is_shared = isinstance(value, Shared)
        whole = value.all if isinstance(value, Shared) else value
        some = value.some if isinstance(value, Shared) else ()
        self._value = tuple(whole) if isinstance(whole, tuple) else ()
        faces = [(each, self._face_of(each)) for each in self._value]
        faces += [(each, self._face_of(each)._replace(is_faded=True)) for each in some]
        self.show_faces(faces, len(self._value) if self._can_move else 0)

    def settle(self) -> None:
        """End the step of undoing."""
        self.left.emit()

    def add(self, value: Hashable) -> None:
        """Take one more as the person's choice."""
        if value not in self._value:
            self.try_step(SharedEdit(add=(str(value),)) if self._is_shared else (*self._value, value))

    def remove(self, value: Hashable) -> None:
        """Take one away as the person's choice."""
        kept = tuple(each for each in self._value if each != value)
        self.try_step(SharedEdit(remove=(str(value),)) if self._is_shared else kept)

    def reorder(self, values: tuple[Hashable, ...]) -> None:
        """Put them into this order as the person's choice."""
        self.try_step(SharedEdit(order=tuple(map(str, values))) if self._is_shared else values)

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
