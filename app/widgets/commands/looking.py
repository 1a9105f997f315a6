"""Commands on how a window looks at its journey."""

from __future__ import annotations

from app.widgets.window import JourneyWindow


class Looking:
    """Zooms, fits, shows and hides for one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    def zoom_in(self) -> None:
        if self._window.canvas is not None:
            self._window.canvas.zoom_in()

    def zoom_out(self) -> None:
        if self._window.canvas is not None:
            self._window.canvas.zoom_out()

    def zoom_to(self, zoom: float) -> None:
        if self._window.canvas is not None:
            self._window.canvas.zoom_to(zoom)

    def fit_map(self) -> None:
        if self._window.canvas is not None:
            self._window.canvas.fit_map()

    def fit_selection(self) -> None:
        if self._window.canvas is not None:
            self._window.canvas.fit_selection()

    def is_panel_shown(self, panel: str) -> bool:
        return self._window.panels[panel]

    def show_panel(self, panel: str, is_shown: bool) -> None:
        self._window.panels.show_panel(panel, is_shown)
        self._window.refresh()

    def switch_panel(self, panel: str) -> None:
        self.show_panel(panel, not self.is_panel_shown(panel))

    def switch_table(self) -> None:
        """Show the table with the keyboard in it, or hide it and go back to the map."""
        self.switch_panel("table")
        made = self._window.panels.widget("table") if self.is_panel_shown("table") else self._window.canvas
        if made is not None:
            made.setFocus()

    def is_full_screen(self) -> bool:
        return self._window.isFullScreen()

    def switch_full_screen(self) -> None:
        if self.is_full_screen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def wanted_theme(self) -> str:
        return self._window.session.settings.theme

    def want_theme(self, theme: str) -> None:
        self._window.session.change_settings(theme=theme)
