"""The window's looks: one theme's colours as a palette and a style sheet, live; and the system's choice of light or dark."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.drawing.tokens import THEMES, Theme
from app.widgets.document import ThemeName
from app.widgets.style_sheet import style_sheet

Wanted = str  # "system", "light" or "dark", as in the settings


class Looks(QObject):
    """The theme all windows are drawn in; `changed` is emitted after palette and style sheet were replaced."""

    changed = Signal()

    def __init__(self, application: QApplication, wanted: Wanted = "system") -> None:
        super().__init__(application)
        self._application = application
        self._wanted = wanted
        self.theme: Theme = THEMES[self.name]
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def name(self) -> ThemeName:
        """The theme that is wanted now."""
        if self._wanted == "dark":
            return "dark"
        if self._wanted == "light":
            return "light"
        return "dark" if is_system_dark() else "light"

    def want(self, wanted: Wanted) -> None:
        """Draw in this theme, or as the system does."""
        self._wanted = wanted
        if self.name != self.theme.name:
            self.theme = THEMES[self.name]
            self._dress()
            self.changed.emit()

    def _follow_system(self) -> None:
        self.want(self._wanted)

    def _dress(self) -> None:
        self._application.setPalette(palette(self.theme))
        self._application.setStyleSheet(style_sheet(self.theme))


def is_system_dark() -> bool:
    """Tell whether the person's system is set to dark, as far as Qt can know."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def palette(theme: Theme) -> QPalette:
    """Return the theme as a palette for widgets that the style sheet does not reach."""
    role = QPalette.ColorRole
    made = QPalette()
    for place, colour in (
        (role.Window, theme.panel), (role.WindowText, theme.ink), (role.Base, theme.card),
        (role.AlternateBase, theme.lane), (role.Text, theme.ink), (role.Button, theme.lane),
        (role.ButtonText, theme.ink), (role.BrightText, theme.on_colour), (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.ink), (role.PlaceholderText, theme.muted), (role.Link, theme.ink),
        (role.LinkVisited, theme.ink2), (role.Light, theme.card), (role.Midlight, theme.lane2),
        (role.Mid, theme.line), (role.Dark, theme.line), (role.Shadow, theme.grid), (role.Accent, theme.accent),
        (role.Highlight, selection_colour(theme)), (role.HighlightedText, theme.ink),
    ):  # fmt: skip
        made.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, place, QColor(faded(theme)))
    return made


def selection_colour(theme: Theme) -> str:
    """Return the ground of selected text and of the row under the pointer in a menu."""
    return "#5A430F" if theme.is_dark else "#FBE3B4"


def faded(theme: Theme) -> str:
    """Return the colour of words that cannot be chosen now."""
    return "#5D656E" if theme.is_dark else "#A5A9AD"
