"""The capture bar at the foot of the map: one line makes a touchpoint, shown before it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from app.drawing.palette import looks_of
from app.drawing.shapes import Shape
from app.drawing.tokens import Theme
from app.i18n import tr
from app.layout.lanes import initials
from app.model.capture.completing import Completion, Offer, completion
from app.model.capture.known import Known
from app.model.capture.line import read_line
from app.model.capture.parts import Captured
from app.model.capture.plan import Place, captured_change
from app.model.change import Change
from app.model.draft import Draft
from app.model.journey import Journey
from app.model.library import channel_looks
from app.model.records import Channel, Role
from app.model.time_vocabulary import letter_of
from app.widgets import signs
from app.widgets.capture.colouring import Colouring
from app.widgets.capture.field import CaptureField
from app.widgets.capture.grammar import Grammar
from app.widgets.capture.offers import Offers
from app.widgets.capture.preview import Preview
from app.widgets.capture.saying import said_of
from app.widgets.document import Document
from app.widgets.fields.times import is_month_first
from app.widgets.fonts import write_in
from app.widgets.icons import icon


class CaptureBar(QFrame):
    """Reads a line while it is typed, offers names, says what it would make, and asks for it to be made."""

    wanted = Signal(object)  # a plan: journey -> Change
    foretold = Signal(
        object, object
    )  # the line as it is understood, and the place it would go to; none when closed
    closed = Signal()
    pasted = Signal(str)

    def __init__(self, document: Document, theme: Theme, place: Callable[[], Place]) -> None:
        super().__init__()
        self.setObjectName("capture")
        self._document = document
        self._theme = theme
        self._place = place
        self._names = Known(document.journey, initials, is_month_first=is_month_first())
        self._completion: Completion | None = None
        self._is_role_fresh = False  # a role with its colon was just put in: a comma goes before the colon
        self._said = ""  # the line that the preview is about
        self._is_resumed = False
        self._dismissed = ""  # the line for which the offers were sent away
        self.field = CaptureField()
        self.preview = Preview(theme)
        self._grammar = Grammar()
        self._offers: Offers | None = None
        self._colouring = Colouring(self.field.document(), lambda text: read_line(text, self._known()), theme)
        self._compose()
        self._connect()
        self.wear(theme)

    def _compose(self) -> None:
        self.field.setAccessibleName(tr("Capture a touchpoint"))
        self.add_button = QPushButton(tr("Add"))
        self.add_button.setToolTip(tr("Add the touchpoint (Enter)"))
        write_in(self.add_button, 14, 500)
        self.close_button = QToolButton()
        self.close_button.setToolTip(tr("Close (Esc)"))
        self.close_button.setAccessibleName(tr("Close the capture bar"))
        self.close_button.setIconSize(QSize(18, 18))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.add_button)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 9)
        column.setSpacing(7)
        column.addLayout(row)
        column.addWidget(self.preview)
        column.addWidget(self._grammar)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.close_button.clicked.connect(self.closed)
        self.field.entered.connect(self._enter)
        self.field.completed.connect(self._take_first)
        self.field.escaped.connect(self._escape)
        self.field.stepped.connect(self._step)
        self.field.pasted.connect(self.pasted)
        self.field.moved.connect(self._follow)
        self.field.left.connect(self._withdraw)
        self.field.textChanged.connect(self._document.drafts.soon)
        self._document.drafts.ask(self._drafts, self)
        self._document.changed.connect(self._on_change)
        self._document.selection_changed.connect(self._on_change)

    @property
    def captured(self) -> Captured:
        """The line as it is understood."""
        return read_line(self.field.line, self._known())

    def type(self, text: str) -> None:
        """Begin with these letters, or go on where the line was left."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.field.textCursor().insertText(text)
        self._follow()

    def resume(self, line: str) -> None:
        """Go on with a line that was being typed, as soon as the bar is shown."""
        if line:
            self._is_resumed = True
            self.field.write(line)

    def added(self) -> None:
        """Take note that the line's touchpoint was made: the next line may come."""
        self._withdraw()
        self.preview.begin()
        self.field.remember()
        self._document.drafts.look_again()
        self.field.setFocus()
        self._follow()

    def wear(self, theme: Theme) -> None:
        """Draw in this theme."""
        self._theme = theme
        self._colouring.wear(theme)
        self.close_button.setIcon(icon("close", theme.muted, size=18))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the bar's buttons do not want: Esc closes, Enter adds, letters go into the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.text().isprintable() and event.text().strip():
            self.type(event.text())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._say()
        if self._is_resumed:
            self._is_resumed = False
            self.type("")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._withdraw()
        self.preview.begin()
        self.foretold.emit(None, None)
        self._document.drafts.look_again()

    def _drafts(self) -> Iterator[Draft]:
        """Tell the line as it stands: half a line is no touchpoint yet."""
        if not self.isHidden() and self.field.line.strip():
            yield Draft(self.field.line, self.field.accessibleName(), is_line=True)

    def _known(self) -> Known:
        if not self._names.is_of(self._document.journey):
            self._names = Known(self._document.journey, initials, is_month_first=is_month_first())
        return self._names

    def _on_change(self) -> None:
        if self.isVisible():
            self._say()

    def _say(self) -> None:
        journey, line = self._document.journey, self.captured
        self._said = self.field.line
        place = self._place()
        self.preview.say(said_of(line, journey, place, self._theme), self._theme)
        self.foretold.emit(line, place)
        self._grammar.tell(journey.info.unit, self._theme)
        example = tr("CFO, IT manager: budget review @video call w12-13 +1 !late numbers")
        letter, weeks = letter_of(journey.info.unit), f"{letter_of('week')}12"
        self.field.show_example(example.replace(weeks, f"{letter}12"))
        self.add_button.setEnabled(not line.is_empty)

    def _follow(self) -> None:
        """Say what the line means now, and offer what its cursor could mean."""
        line, cursor = self.field.line, self.field.cursor_place
        if line != self._said:
            self._say()
        if self._is_role_fresh and line[:cursor].endswith(": ,"):
            self._is_role_fresh = False
            self.field.write(f"{line[: cursor - 3]}, {line[cursor:].lstrip()}", cursor - 1)
            return
        if not line[:cursor].endswith(": "):
            self._is_role_fresh = False
        is_wanted = self.field.hasFocus() and line != self._dismissed
        self._completion = completion(line, cursor, self._known()) if is_wanted and line else None
        if self._completion is None:
            self._withdraw()
            return
        offers = self._completion.offers
        self._list().offer(offers, [self._sign(offer) for offer in offers], self._above_cursor())
        self.field.offers_something = True

    def _list(self) -> Offers:
        if self._offers is None:
            self._offers = Offers(self.window())
            self._offers.taken.connect(self._take)
        return self._offers

    def _above_cursor(self) -> QPoint:
        at = self.field.mapTo(self.window(), self.field.cursorRect().topLeft())
        top = self.mapTo(self.window(), QPoint(0, 0)).y()
        return QPoint(max(8, min(at.x() - 12, self.window().width() - 310)), top - 4)

    def _sign(self, offer: Offer) -> tuple[Shape, ...]:
        journey, theme = self._document.journey, self._theme
        record = journey.get(offer.id) if offer.id else None
        if isinstance(record, Role):
            return signs.marker(
                looks_of(journey, theme)[record.id], theme, signs.is_supplier(journey, record)
            )
        glyph = record.glyph if isinstance(record, Channel) else channel_looks(offer.name)["glyph"]
        return signs.channel_glyph(glyph, theme.ink2) if offer.kind == "channel" else ()

    def _withdraw(self) -> None:
        self.field.offers_something = False
        if self._offers is not None:
            self._offers.withdraw()

    def _enter(self) -> None:
        chosen = self._offers.chosen if self._offers is not None else None
        if chosen is not None:
            self._take(chosen)
        else:
            self._add()

    def _take_first(self) -> None:
        first = self._offers.first if self._offers is not None else None
        if first is not None:
            self._take(first)

    def _take(self, offer: Offer) -> None:
        """Put the offered name into the line."""
        if self._completion is None:
            return
        line, (start, end, _) = self.field.line, self._completion
        word, rest = offer.word, line[end:].lstrip()
        is_last_role = offer.kind != "channel" and not rest.startswith((",", ":"))
        behind = ": " if is_last_role else ("" if rest.startswith((",", ":")) else " ")
        lead = " " if start and not line[start - 1].isspace() else ""
        self._is_role_fresh = is_last_role
        self._dismissed = ""
        self.field.write(
            f"{line[:start]}{lead}{word}{behind}{rest}", start + len(lead) + len(word) + len(behind)
        )
        self._is_role_fresh = is_last_role

    def _step(self, by: int) -> None:
        if self._offers is not None and not self._offers.isHidden():
            self._offers.step(by)
        else:
            self.field.recall(by)

    def _escape(self) -> None:
        if self._offers is not None and not self._offers.isHidden():
            self._dismissed = self.field.line
            self._withdraw()
        else:
            self.closed.emit()

    def _add(self) -> None:
        line, place = self.captured, self._place()
        if line.is_empty:
            return

        def plan(journey: Journey) -> Change:
            return captured_change(journey, [line], place)

        self.wanted.emit(plan)
