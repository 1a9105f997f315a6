"""The bar over the table: how many rows there are, a line to filter them by, and which columns are shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr, trn
from app.widgets.docks.table.heads import Heads
from app.widgets.fields.clearing import offer_to_clear
from app.widgets.fonts import write_in
from app.widgets.icons import icon
from app.widgets.letter_menu import LetterMenu


class Bar(QWidget):
    """Title, number of rows, filter, columns, and a button that hides the table."""

    closed = Signal()

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self._title, self.count = QLabel(tr("Table")), QLabel()
        write_in(self._title, 14, 700)
        self.count.setProperty("tone", "muted")
        write_in(self.count, 12, 500)
        self.filter = QLineEdit()
        self.filter.setProperty("kind", "small")
        self.filter.setPlaceholderText(tr("Filter the rows"))
        self.filter.setAccessibleName(tr("Filter the rows"))
        offer_to_clear(self.filter)
        self.filter.setMaximumWidth(240)
        write_in(self.filter, 13, 400)
        self.columns_button = QToolButton()
        menu = LetterMenu(self.columns_button)
        menu.fill_with(lambda: heads.fill(menu))
        self.columns_button.setMenu(menu)
        self.columns_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.columns_button.setText(tr("Columns"))
        self.columns_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.columns_button.setAccessibleName(tr("Columns"))
        write_in(self.columns_button, 13, 500)
        self.close_button = QToolButton()
        self.close_button.setToolTip(tr("Hide the table"))
        self.close_button.setAccessibleName(tr("Hide the table"))
        self.close_button.clicked.connect(self.closed)
        for button in (self.columns_button, self.close_button):
            button.setIconSize(QSize(16, 16))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._compose()

    def _compose(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self.count)
        row.addStretch(1)
        for widget in (self.filter, self.columns_button, self.close_button):
            row.addWidget(widget)

    def wear(self, theme: Theme) -> None:
        """Draw the icons in this theme."""
        self.columns_button.setIcon(icon("columns", theme.ink2, size=16))
        self.close_button.setIcon(icon("close", theme.muted, size=16))

    def tell_count(self, shown: int, every: int) -> None:
        """Say how many rows there are."""
        if shown == every:
            self.count.setText(trn("{count} touchpoint", "{count} touchpoints", every))
        else:
            self.count.setText(
                trn("{shown} of {count} touchpoint", "{shown} of {count} touchpoints", every, shown=shown)
            )
