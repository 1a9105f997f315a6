"""The bar over the table: how many rows there are and why not all, lines and menus to filter them, and columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr, trn
from app.widgets.close_button import CloseButton
from app.widgets.docks.table.filtering import Filtering
from app.widgets.docks.table.heads import Heads
from app.widgets.fields.clearing import offer_to_clear
from app.widgets.fields.line import Line
from app.widgets.fields.shortened import Shortened
from app.widgets.fonts import write_in
from app.widgets.icons import icon
from app.widgets.letter_menu import LetterMenu

_TITLED_PX = 960  # from this width on a bar with filters has its title too


class Bar(QWidget):
    """Title, number of rows, filters, columns, and a button that hides the table."""

    closed = Signal()
    all_wanted = Signal()  # no filter of the table's own shall be on

    def __init__(self, heads: Heads, filtering: Filtering, theme: Theme) -> None:
        super().__init__()
        self._title, self.count = QLabel(tr("Table")), QLabel()
        write_in(self._title, 14, 700)
        self.count.setProperty("tone", "muted")
        write_in(self.count, 12, 500)
        self.why = Shortened("")
        self.why.setProperty("tone", "second")
        write_in(self.why, 12, 500)
        self.all_button = QPushButton(tr("Show &All Rows"))
        self.all_button.setProperty("kind", "link")
        self.all_button.clicked.connect(self.all_wanted)
        self.all_button.hide()
        write_in(self.all_button, 12, 600)
        self.filter = Line()
        self.filter.setProperty("kind", "small")
        self.filter.setPlaceholderText(tr("Filter the rows"))
        self.filter.setAccessibleName(tr("Filter the rows"))
        offer_to_clear(self.filter)
        self.filter.setMaximumWidth(240)
        write_in(self.filter, 13, 400)
        self.filters_button = _menu_button(tr("Filters"), filtering.fill)
        self.filters_button.setToolTip(tr("Filter by a column; in the table Alt+Up"))
        self.columns_button = _menu_button(tr("Columns"), heads.fill)
        self.close_button = CloseButton(tr("Hide the table"), theme)
        self.close_button.clicked.connect(self.closed)
        self._theme, self._is_on = theme, False
        self._compose()

    def _compose(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        left: tuple[QWidget, ...] = (self._title, self.count, self.why, self.all_button)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.filter, self.filters_button, self.columns_button, self.close_button):
            row.addWidget(widget)

    def wear(self, theme: Theme) -> None:
        """Draw the icons in this theme."""
        self._theme = theme
        self.columns_button.setIcon(icon("columns", theme.ink2, size=16))
        self.close_button.wear(theme)
        self._show_funnel()

    def tell_count(self, shown: int, every: int, filters: Sequence[str] = ()) -> None:
        """Say how many rows there are, and what hides the others: filters by their names, else the map's own."""
        if shown == every:
            self.count.setText(trn("{count} touchpoint", "{count} touchpoints", every))
        else:
            self.count.setText(
                trn("{shown} of {count} touchpoint", "{shown} of {count} touchpoints", every, shown=shown)
            )
        hidden = every - shown
        said = ""
        if filters:
            said = tr("{count} hidden by {filters}", count=hidden, filters=", ".join(filters))
        elif hidden:
            said = tr("{count} hidden as on the map", count=hidden)
        self.why.say(said)
        self.why.setToolTip(said)
        self.why.setVisible(bool(said))
        self.all_button.setVisible(bool(filters))
        self._is_on = bool(filters)
        self._make_room()
        self._show_funnel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the title out where the words about filters need its place."""
        self._title.setVisible(not self._is_on or self.width() >= _TITLED_PX)

    def _show_funnel(self) -> None:
        theme = self._theme
        name, colour = ("filter-on", theme.accent) if self._is_on else ("filter", theme.ink2)
        self.filters_button.setIcon(icon(name, colour, size=16))


def _menu_button(words: str, fill: Callable[[LetterMenu], None]) -> QToolButton:
    """Return a button with a menu that is filled when it opens."""
    button = QToolButton()
    menu = LetterMenu(button)
    menu.fill_with(lambda: fill(menu))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setText(words)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setAccessibleName(words)
    button.setIconSize(QSize(16, 16))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    write_in(button, 13, 500)
    return button
