"""The inspector: all fields of what is selected, to be edited; of the journey where nothing is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.edits.records import remove_records
from app.model.names import as_object
from app.model.record import Record
from app.model.records import JourneyInfo, Touchpoint
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.form import Form
from app.widgets.docks.inspector.pages.catalogue import page_of
from app.widgets.docks.inspector.rows import ids_of
from app.widgets.docks.inspector.several import SeveralKinds
from app.widgets.document import Document
from app.widgets.fields.folds import Folds
from app.widgets.fields.tab_order import go_on, in_order
from app.widgets.fields.wrapping import QuietButton

PREPARE_MS = 1000  # after the panel is shown


class Inspector(QWidget):
    """Shows the form of what is selected; `gone_to` asks to go to another record, `left` (Esc) to go back to the map.

    Each kind of record has one form, made when it is first needed. While the panel is hidden nothing is read.
    """

    gone_to = Signal(str)
    left = Signal()
    closed = Signal()

    def __init__(self, document: Document, theme: Theme, folds: Folds | None = None) -> None:
        super().__init__()
        self._document = document
        self._folds = folds if folds is not None else Folds()
        self._desk = Desk(document, theme, self._folds, self)
        self._desk.gone_to.connect(self.gone_to)
        self._desk.closed.connect(self.closed)
        self._forms: dict[type[Record] | None, _Page] = {}
        self._ids: tuple[str, ...] = ()
        self._is_stale = True
        self._is_settling = False
        self._preparing = QTimer(self)
        self._preparing.setSingleShot(True)
        self._preparing.timeout.connect(self.prepare)
        self._stack = QStackedWidget()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to hand it on
        self.setAccessibleName(tr("Inspector"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        document.changed.connect(self._refresh)
        document.selection_changed.connect(self._refresh)

    @property
    def form(self) -> Form | SeveralKinds:
        """What is shown now."""
        page = self._stack.currentWidget()
        assert isinstance(page, _Page)
        return page.form

    @property
    def remove_button(self) -> QuietButton:
        """The button that removes what is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, _Page)
        return page.remove_button

    def wear(self, theme: Theme) -> None:
        """Draw everything in this theme."""
        if theme == self._desk.theme:
            return
        self._desk.theme = theme
        pages, self._forms = self._forms, {}
        for page in pages.values():
            page.form.settle()
            self._stack.removeWidget(page)
            page.deleteLater()
        self._ids = ()
        self._refresh()

    def edit(self, field: str = "") -> None:
        """Put the focus into a field of what is selected, or into the first one."""
        form = self.form
        if not isinstance(form, Form) or not form.bindings:
            return
        binding = form.binding(field)
        widget = binding.control.widget() if binding is not None else next(in_order(form))
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        page = self._stack.currentWidget()
        if isinstance(page, _Page):
            page.ensureWidgetVisible(widget)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the first control, or to the last one if it comes from behind."""
        page = self._stack.currentWidget()
        if isinstance(page, _Page):
            page.take_focus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()  # no field had anything to take back
        else:
            super().keyPressEvent(event)

    def prepare(self) -> None:
        """Make the form that will be asked for most, so that the first touchpoint is shown as fast as the next."""
        touchpoints = self._document.journey.all(Touchpoint)
        if Touchpoint not in self._forms and touchpoints and self.isVisible():
            self._page(Touchpoint).show_records(touchpoints[:1], is_new=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()
        self._preparing.start(PREPARE_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._folds.keep_now()

    def _refresh(self) -> None:
        """Show what is selected as it is now; a hidden panel waits."""
        if not self.isVisible():
            self._is_stale = True
            return
        if self._is_settling:
            return  # who settles shows what there is then
        self._is_stale = False
        records = self._records()
        if self._ids and ids_of(records) != self._ids:
            self._is_settling = True
            try:
                self.form.settle()  # it may change the journey, and so what is selected
            finally:
                self._is_settling = False
            records = self._records()
        ids = ids_of(records)
        kinds = {type(record) for record in records}
        page = self._page(kinds.pop() if len(kinds) == 1 else None)
        is_new = ids != self._ids
        self._ids = ids
        page.show_records(records, is_new=is_new)
        if self._stack.currentWidget() is not page:
            focused = self.window().focusWidget()
            had_focus = focused is not None and self.isAncestorOf(focused)
            self._stack.setCurrentWidget(page)
            if had_focus:
                page.take_focus()
        if is_new:
            page.verticalScrollBar().setValue(0)

    def _records(self) -> tuple[Record, ...]:
        journey = self._document.journey
        found = (journey.get(record_id) for record_id in sorted(self._document.selection))
        records = tuple(record for record in found if record is not None)
        return records or (journey.info,)

    def _page(self, kind: type[Record] | None) -> _Page:
        page = self._forms.get(kind)
        if page is None:
            form: Form | SeveralKinds
            if kind is None:
                form = SeveralKinds(self._desk)
                form.chosen.connect(self._document.select)
            else:
                form = Form(self._desk, page_of(kind, self._desk))
            page = _Page(self._desk, form)
            self._forms[kind] = page
            self._stack.addWidget(page)
        return page


class _Page(QScrollArea):
    """A form that scrolls, and at its foot the button that removes what it shows."""

    def __init__(self, desk: Desk, form: Form | SeveralKinds) -> None:
        super().__init__()
        self.form = form
        self._desk = desk
        self._ids: tuple[str, ...] = ()
        self.remove_button = QuietButton("", desk.theme, "close")
        self.remove_button.clicked.connect(self._remove)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("content")
        content.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(0)
        column.addWidget(form, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 18, 0)
        foot.addWidget(self.remove_button)
        column.addLayout(foot)
        self.setWidget(content)

    def focusNextPrevChild(self, goes_on: bool) -> bool:
        content = self.widget()
        if content is not None and go_on(content, 1 if goes_on else -1):
            focused = QApplication.focusWidget()
            if focused is not None and content.isAncestorOf(focused):
                self.ensureWidgetVisible(focused)
            return True
        return super().focusNextPrevChild(goes_on)

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the focus into the first control, or into the last one if it comes from behind."""
        there = [each for each in in_order(self.form) if not each.isHidden()]
        if there:
            control = there[-1 if reason == Qt.FocusReason.BacktabFocusReason else 0]
            control.setFocus(reason)
            self.ensureWidgetVisible(control)

    def show_records(self, records: tuple[Record, ...], *, is_new: bool) -> None:
        """Show the records."""
        self.form.show_records(records, is_new=is_new)
        self._ids = ids_of(records)
        can_go = isinstance(self.form, Form) and not isinstance(records[0], JourneyInfo)
        self.remove_button.setVisible(can_go)
        if can_go and is_new:
            name = as_object(records[0].record_kind)
            words = tr("Remove {kind}", kind=name) if len(records) == 1 else tr("Remove all of these")
            self.remove_button.say(words)

    def _remove(self) -> None:
        self._desk.do_step(lambda journey: remove_records(journey, self._ids))
