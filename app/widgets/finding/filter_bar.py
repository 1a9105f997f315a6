"""The bar over the map that says what is filtered by, as long as a filter is on; here one chooses and clears."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.analysis.filtering import NO_FILTER, facets
from app.drawing.tokens import Theme
from app.i18n import tr, trn
from app.model.record import replaced
from app.model.view import Filter
from app.widgets.document import Document
from app.widgets.fields.chip import Chip, ChipFace
from app.widgets.fields.clearing import offer_to_clear
from app.widgets.fields.flow import Flow
from app.widgets.fields.line import Line
from app.widgets.finding.filter_choices import Choice, Facet, choices, chosen, toggled
from app.widgets.finding.filter_popup import FilterPopup
from app.widgets.finding.searchlight import Searchlight
from app.widgets.fonts import write_in
from app.widgets.icons import icon, pixmap
from app.widgets.squeezing import squeeze

WORDS_PX = 170
NARROW_PX, CHIPS_AT = 780, 3
TYPING_MS = 120  # a pause in typing, after which the words count


class FilterBar(QFrame):
    """Chips of what the filter asks for, a field for words, and how many touchpoints stay lit."""

    ended = Signal()

    def __init__(self, document: Document, light: Searchlight, theme: Theme) -> None:
        super().__init__()
        self._document = document
        self._light = light
        self._theme = theme
        self._shown: Filter | None = None
        self._chips: list[Chip] = []
        self._popup: FilterPopup | None = None
        self._is_narrow = False
        self.setObjectName("bar")
        self.setAccessibleName(tr("Filter"))
        self._sign = QLabel()
        self.words = _Words(self.end)
        self.choose_button = QPushButton(tr("Filter &by"))
        self.choose_button.clicked.connect(self.choose)
        self.label = QLabel()
        self.clear_button = QPushButton(tr("&Clear"))
        self.clear_button.clicked.connect(self.clear)
        self.close_button = QToolButton()
        self.close_button.setToolTip(tr("Clear the filter and close"))
        self.close_button.setAccessibleName(tr("Clear the filter and close"))
        self.close_button.setIconSize(QSize(18, 18))
        self.close_button.setFixedSize(30, 30)
        self.close_button.clicked.connect(self.end)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._take_words)
        self.words.textChanged.connect(self._on_typing)
        self._compose()
        self.wear(theme)
        document.view_state.changed.connect(self.refresh)
        document.changed.connect(self._on_change)
        light.counted.connect(self._tell)
        self.refresh()

    def wear(self, theme: Theme) -> None:
        """Draw the icons in this theme."""
        self._theme = theme
        self._sign.setPixmap(pixmap("filter", theme.ink2, 18, self.devicePixelRatioF()))
        self.choose_button.setIcon(icon("plus", theme.ink2, size=16))
        self.close_button.setIcon(icon("close", theme.ink2, size=18))
        self._shown = None
        self.refresh()

    @property
    def chips(self) -> list[str]:
        """What the chips say."""
        return [chip.face.words for chip in self._chips]

    @property
    def popup(self) -> FilterPopup | None:
        """The list that has fallen from the bar, none while it is closed."""
        return self._popup if self._popup is not None and self._popup.isVisible() else None

    def begin(self) -> None:
        """Let something be chosen."""
        self.choose()

    def choose(self) -> None:
        """Let the list of all that one can filter by fall from the bar."""
        if self._popup is not None:
            self._popup.deleteLater()
        self._popup = FilterPopup(self._toggle, self._theme, self)
        at = self.choose_button.mapToGlobal(QPoint(0, self.choose_button.height() + 4))
        self._popup.open_at(at, self._choices())

    def clear(self) -> None:
        """Filter by nothing."""
        self._typing.stop()
        self._document.view_state.set_filter(NO_FILTER)

    def end(self) -> None:
        """Filter by nothing and go."""
        self.clear()
        self.ended.emit()

    def refresh(self) -> None:
        """Say what the filter asks for now."""
        wanted = self._document.view_state.view.filter
        if wanted is self._shown:
            return
        self._shown = wanted
        if self.words.text().strip() != wanted.text.strip():
            self.words.setText(wanted.text)
            self._typing.stop()
        self._make_chips(wanted)
        self._tell()

    def _squeeze(self) -> None:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        squeeze(self._row, room, (self.label, self.clear_button, self.words))

    def _tell(self) -> None:
        words = lit_words(self._light)
        if self.label.text() != words:
            self.label.setText(words)
            if self.isVisible():
                self._squeeze()
        self.clear_button.setEnabled(self._light.is_filtering)

    def _compose(self) -> None:
        self._flow = Flow()
        self._holder = QWidget()
        self._holder.setLayout(self._flow)
        self._holder.setContentsMargins(0, 3, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 6, 10, 6)
        self._column.setSpacing(0)
        row = self._row = QHBoxLayout()
        row.setSpacing(8)
        self._column.addLayout(row)
        top = Qt.AlignmentFlag.AlignTop
        for control in (self.choose_button, self.words, self.clear_button):
            control.setFixedHeight(32)
            write_in(control, 14, 500 if control is not self.words else 400)
        self.label.setMinimumHeight(32)
        self._sign.setFixedHeight(32)
        write_in(self.label, 14, 500)
        before: tuple[QWidget, ...] = (self._sign, self.choose_button, self.words)
        after: tuple[QWidget, ...] = (self.label, self.clear_button, self.close_button)
        for widget in before:
            row.addWidget(widget, 0, top)
        row.addWidget(self._holder, 1)
        for widget in after:
            row.addWidget(widget, 0, top)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW_PX
        if is_narrow != self._is_narrow:  # then chips have a row of their own
            self._is_narrow = is_narrow
            if is_narrow:
                self._column.addWidget(self._holder)
                self._row.insertStretch(CHIPS_AT, 1)
            else:
                self._row.takeAt(CHIPS_AT)
                self._row.insertWidget(CHIPS_AT, self._holder, 1)
        self._squeeze()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._squeeze()

    def _make_chips(self, wanted: Filter) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for facet, value, words in chosen(self._document.journey, wanted):
            if facet == "text":
                continue  # stands in the field
            chip = Chip((facet, value), ChipFace(words), self._theme)
            chip.removed.connect(self._remove)
            self._chips.append(chip)
            self._flow.addWidget(chip)

    def _choices(self) -> list[Choice]:
        journey = self._document.journey
        return list(choices(journey, self._document.view_state.view.filter, facets(journey)))

    def _toggle(self, facet: Facet, value: str) -> None:
        state = self._document.view_state
        state.set_filter(toggled(state.view.filter, facet, value))
        if self._popup is not None:
            self._popup.model.offer(self._choices())

    def _remove(self, facet_and_value: tuple[Facet, str]) -> None:
        facet, value = facet_and_value
        if value in getattr(self._document.view_state.view.filter, facet):
            self._toggle(facet, value)

    def _on_typing(self, _text: str) -> None:
        self._typing.start()

    def _take_words(self) -> None:
        state = self._document.view_state
        state.set_filter(replaced(state.view.filter, text=self.words.text()))

    def _on_change(self, ids: frozenset[str]) -> None:
        wanted = self._document.view_state.view.filter
        if self.isVisible() and not ids.isdisjoint({*wanted.roles, *wanted.channels, *wanted.phases}):
            self._make_chips(wanted)  # their names


class _Words(Line):
    def __init__(self, end: Callable[[], None]) -> None:
        super().__init__()
        self._end = end
        self.setPlaceholderText(tr("Words"))
        self.setAccessibleName(tr("Filter by words"))
        offer_to_clear(self)
        self.setMinimumWidth(WORDS_PX // 2)
        self.setMaximumWidth(WORDS_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)


def lit_words(light: Searchlight) -> str:
    """Say how many touchpoints the filter lets stay lit."""
    if not light.is_filtering:
        return trn("{count} touchpoint", "{count} touchpoints", light.count)
    return trn(
        "{lit} of {count} touchpoint", "{lit} of {count} touchpoints", light.count, lit=light.lit_count
    )
