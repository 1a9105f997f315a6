"""Tags as chips, with a line to write more of them; of several records those that only some have are faint."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QSizePolicy, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.fields.chips import Chip, ChipFace
from app.widgets.fields.control import Input, mark_wrong
from app.widgets.fields.flow import Flow
from app.widgets.fields.line import Line
from app.widgets.fields.reordering import Reordering
from app.widgets.fields.shared import Shared, SharedEdit
from app.widgets.fonts import write_in

_LONGEST = 80  # as in `record.Word`


class TagsField(Input, QWidget):
    """Chips and a line: Enter or a comma adds, Backspace in the empty line takes the last one away.

    It is shown a `Shared` and tries a `SharedEdit`.
    """

    def __init__(self, known: Callable[[], Iterable[str]], theme: Theme, hint: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._value = Shared()
        self.chips: list[Chip] = []
        self._flow = Flow(self)
        self._reordering = Reordering(self, lambda: self.chips[: len(self._value.all)], flows=True)
        self._reordering.moved.connect(self._move)
        self.line = _TagLine(known, hint or tr("Add a tag"))
        self._flow.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.named.connect(self._add)
        self.line.emptied.connect(self._remove_last)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        """Show a chip for each tag."""
        self._value = value if isinstance(value, Shared) else Shared()
        faces = [ChipFace(str(tag)) for tag in self._value.all]
        faces += [ChipFace(str(tag), is_faded=True) for tag in self._value.some]
        if faces == [chip.face for chip in self.chips]:
            return
        for chip in self.chips:
            if chip.hasFocus():
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for face in faces:
            chip = Chip(face.words, face, self._theme, None if face.is_faded else self._reordering)
            chip.removed.connect(self._remove)
            self._flow.insert(len(self.chips), chip)
            self.chips.append(chip)
        self.updateGeometry()

    def settle(self) -> None:
        """Add what is still in the line."""
        self.line.take()

    def refuse(self, sentence: str) -> None:
        """Say why a tag cannot be."""
        mark_wrong(self.line, bool(sentence))
        self.refused.emit(sentence)

    def _add(self, words: str) -> None:
        tags = tuple(dict.fromkeys(" ".join(tag.split()) for tag in words.split(",") if tag.strip()))
        long = next((tag for tag in tags if len(tag) > _LONGEST), "")
        if long:
            self.line.setText(words)
            self.refuse(tr("A tag can have {most} characters at most.", most=_LONGEST))
            return
        new = tuple(tag for tag in tags if tag not in self._value.all)
        if new:
            self._try(SharedEdit(add=new))

    def _move(self, held: int, place: int) -> None:
        order = list(self._value.all)
        order.insert(place, order.pop(held))
        self._try(SharedEdit(order=tuple(order)))
        if self._value.all == tuple(order):
            self.chips[place].show()  # it is new, and what is hidden takes no focus
            self.chips[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, tag: object) -> None:
        self._try(SharedEdit(remove=(str(tag),)))

    def _remove_last(self) -> None:
        if self.chips:
            self._remove(self.chips[-1].value)

    def _try(self, edit: SharedEdit) -> None:
        self.came.emit()
        self.tried.emit(edit)
        self.left.emit()


class _TagLine(Line):
    """The line in which tags are written; it knows those that are on the map already."""

    named = Signal(str)
    emptied = Signal()

    def __init__(self, known: Callable[[], Iterable[str]], hint: str) -> None:
        super().__init__()
        self._known = known
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _words: self.take())
        self.setCompleter(completer)
        self.setPlaceholderText(hint)
        self.setMinimumWidth(96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        write_in(self, 13, 400)
        self.setProperty("kind", "slim")

    def as_one_line(self, text: str) -> str:
        """Return lines as a list: each is a tag."""
        return ", ".join(line.strip() for line in text.replace("\t", "\n").splitlines() if line.strip())

    def take(self) -> None:
        """Add what is written."""
        words = self.text().strip(" ,")
        self.clear()
        if words:
            self.named.emit(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._model.setStringList(sorted(set(self._known()), key=str.casefold))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text() == ",":
            self.take()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
