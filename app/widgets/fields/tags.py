"""Tags as chips, with a line to write more of them; of several records those that only some have are faint."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QSizePolicy

from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.draft import Draft
from app.widgets.fields.chip import ChipFace
from app.widgets.fields.chips import ChipRow
from app.widgets.fields.control import mark_wrong
from app.widgets.fields.line import Line
from app.widgets.fields.shared import Shared, SharedEdit
from app.widgets.fonts import write_in

_LONGEST = 80  # as in `record.Word`


class TagsField(ChipRow):
    """Chips and a line: Enter or a comma adds, Backspace in the empty line takes the last one away.

    It is shown a `Shared` and tries a `SharedEdit`.
    """

    def __init__(self, known: Callable[[], Iterable[str]], theme: Theme, hint: str = "") -> None:
        super().__init__(theme)
        self._value = Shared()
        self.line = _TagLine(known, hint or tr("Add a tag"))
        self.end_with(self.line)
        self.setFocusProxy(self.line)
        self.line.named.connect(self._add)
        self.line.emptied.connect(self._remove_last)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_value(self, value: object) -> None:
        """Show a chip for each tag."""
        self._value = value if isinstance(value, Shared) else Shared()
        faces = [(tag, ChipFace(tag)) for tag in self._value.all]
        faces += [(tag, ChipFace(tag, is_faded=True)) for tag in self._value.some]
        self.show_faces(faces, len(self._value.all))

    def settle(self) -> None:
        """Add what is still in the line."""
        self.line.take()

    def refuse(self, sentence: str) -> None:
        """Say why a tag cannot be."""
        mark_wrong(self.line, bool(sentence))
        self.refused.emit(sentence)

    def remove(self, value: Hashable) -> None:
        """Take a tag away as the person's choice."""
        self.try_step(SharedEdit(remove=(str(value),)))

    def reorder(self, values: tuple[Hashable, ...]) -> None:
        """Put the tags into this order as the person's choice."""
        self.try_step(SharedEdit(order=tuple(map(str, values))))

    def _add(self, words: str) -> None:
        tags = tuple(dict.fromkeys(" ".join(tag.split()) for tag in words.split(",") if tag.strip()))
        long = next((tag for tag in tags if len(tag) > _LONGEST), "")
        if long:
            self.line.setText(words)
            self.refuse(tr("A tag can have {most} characters at most.", most=_LONGEST))
            return
        new = tuple(tag for tag in tags if tag not in self._value.all)
        if new:
            self.try_step(SharedEdit(add=new))

    def _remove_last(self) -> None:
        if self.chips:
            self.remove(self.chips[-1].value)


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

    def unsaid(self) -> Draft | None:
        """Return the tag that is being written."""
        return Draft(self.text(), self.accessibleName()) if self.text().strip() else None

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
