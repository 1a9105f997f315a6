"""The table of everything a person can do: menus, toolbar, shortcuts, the help page and the tests read it.

An action runs against a `Host` and knows no dialog; what it may do and whether it is on is asked, never stored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtGui import QKeySequence

from app.i18n import tr
from app.model.view import Detail, Spacing
from app.widgets.document import Document

Panel = Literal["outline", "inspector", "status_bar"]
Keys = QKeySequence.StandardKey


class Host(Protocol):
    """The window an action runs in."""

    @property
    def document(self) -> Document | None: ...

    def new_journey(self) -> None: ...
    def open_file(self) -> None: ...
    def close_window(self) -> None: ...
    def save_copy(self) -> None: ...
    def export_picture(self) -> None: ...
    def print_picture(self) -> None: ...
    def copy_picture(self) -> None: ...
    def show_settings(self) -> None: ...
    def quit(self) -> None: ...
    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def zoom_to(self, zoom: float) -> None: ...
    def fit_map(self) -> None: ...
    def fit_selection(self) -> None: ...
    def go(self, kind: Literal["touchpoint", "phase", "finding"], step: int) -> None: ...
    def is_panel_shown(self, panel: Panel) -> bool: ...
    def show_panel(self, panel: Panel, is_shown: bool) -> None: ...
    def is_full_screen(self) -> bool: ...
    def show_full_screen(self, is_on: bool) -> None: ...
    def wanted_theme(self) -> str: ...
    def want_theme(self, theme: str) -> None: ...
    def show_shortcuts(self) -> None: ...
    def show_about(self) -> None: ...
    def show_log(self) -> None: ...


Run = Callable[[Host], None]
Ask = Callable[[Host], bool]


def _always(_host: Host) -> bool:
    return True


def _has_journey(host: Host) -> bool:
    return host.document is not None


def _has_selection(host: Host) -> bool:
    return host.document is not None and bool(host.document.selection)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do. `shortcut` is a standard key, or a sequence as Qt writes it in English."""

    id: str
    text: Callable[[], str]  # with a mnemonic
    run: Run
    shortcut: QKeySequence.StandardKey | str = ""
    icon: str = ""
    enabled: Ask = _has_journey
    checked: Ask | None = None  # none: nothing that is on or off
    short: Callable[[], str] | None = None  # for the toolbar
    more_shortcuts: Sequence[str] = ()

    def shortcuts(self) -> list[QKeySequence]:
        """Return the key sequences that run it, the one to show first."""
        if isinstance(self.shortcut, QKeySequence.StandardKey):
            found = QKeySequence.keyBindings(self.shortcut)[:1]
        else:
            found = [QKeySequence(self.shortcut)] if self.shortcut else []
        return [*found, *(QKeySequence(more) for more in self.more_shortcuts)]


def _spacing(spacing: Spacing) -> tuple[Run, Ask]:
    def run(host: Host) -> None:
        if host.document is not None:
            host.document.view_state.set_spacing(spacing)

    return run, lambda host: host.document is not None and host.document.view_state.view.spacing == spacing


def _detail(detail: Detail) -> tuple[Run, Ask]:
    def run(host: Host) -> None:
        if host.document is not None:
            host.document.view_state.set_detail(detail)

    return run, lambda host: host.document is not None and host.document.view_state.view.detail == detail


def _has_channel_row(host: Host) -> bool:
    return host.document is not None and host.document.view_state.view.has_channel_row


def _switch_channel_row(host: Host) -> None:
    if host.document is not None:
        host.document.view_state.show_channel_row(not _has_channel_row(host))


def _show_all_roles(host: Host) -> None:
    if host.document is not None:
        host.document.view_state.show_all_roles()


def _hides_roles(host: Host) -> bool:
    return host.document is not None and len(host.document.shown_roles()) < host.document.role_count


def _select_nothing(host: Host) -> None:
    if host.document is not None:
        host.document.select(())


def _panel(panel: Panel) -> tuple[Run, Ask]:
    return lambda host: host.show_panel(
        panel, not host.is_panel_shown(panel)
    ), lambda host: host.is_panel_shown(panel)


def _theme(theme: str) -> tuple[Run, Ask]:
    return lambda host: host.want_theme(theme), lambda host: host.wanted_theme() == theme


def _toggle(
    action_id: str, text: Callable[[], str], both: tuple[Run, Ask], shortcut: str = "", **more: object
) -> Action:
    return Action(action_id, text, both[0], shortcut, checked=both[1], **more)  # type: ignore[arg-type]


ACTIONS: tuple[Action, ...] = (
    Action("new", lambda: tr("&New…"), lambda host: host.new_journey(), Keys.New, "new", _always, short=lambda: tr("New")),
    Action("open", lambda: tr("&Open…"), lambda host: host.open_file(), Keys.Open, "open", _always, short=lambda: tr("Open")),
    Action("close", lambda: tr("&Close"), lambda host: host.close_window(), Keys.Close, enabled=_always),
    Action("save_copy", lambda: tr("Save a Cop&y…"), lambda host: host.save_copy(), "Ctrl+Shift+S", "save"),
    Action("export", lambda: tr("&Export…"), lambda host: host.export_picture(), "Ctrl+E", "export", short=lambda: tr("Export")),
    Action("print", lambda: tr("&Print…"), lambda host: host.print_picture(), Keys.Print, "print"),
    Action(
        "copy_picture", lambda: tr("Copy as P&icture"), lambda host: host.copy_picture(), "Ctrl+Shift+C", "copy",
        short=lambda: tr("Copy"),
    ),
    Action("settings", lambda: tr("Se&ttings…"), lambda host: host.show_settings(), "Ctrl+,", "settings", _always),
    Action("quit", lambda: tr("&Quit"), lambda host: host.quit(), "Ctrl+Q", enabled=_always),
    Action("select_nothing", lambda: tr("Select N&othing"), _select_nothing, "Ctrl+Shift+A", enabled=_has_selection),
    _toggle("proportional", lambda: tr("&Proportional to Time"), _spacing("proportional"), "Alt+1", icon="proportional",
            short=lambda: tr("Time")),
    _toggle("even", lambda: tr("&Even"), _spacing("even"), "Alt+2", icon="even", short=lambda: tr("Even")),
    _toggle("compact", lambda: tr("&Compact"), _detail("compact"), "Alt+3", icon="compact", short=lambda: tr("Compact")),
    _toggle("standard", lambda: tr("&Standard"), _detail("standard"), "Alt+4", icon="standard", short=lambda: tr("Standard")),
    _toggle("full", lambda: tr("&Full"), _detail("full"), "Alt+5", icon="full", short=lambda: tr("Full")),
    _toggle("channel_row", lambda: tr("&Channels Row"), (_switch_channel_row, _has_channel_row)),
    _toggle("theme_system", lambda: tr("As the &System"), _theme("system"), enabled=_always),
    _toggle("theme_light", lambda: tr("&Light"), _theme("light"), enabled=_always),
    _toggle("theme_dark", lambda: tr("&Dark"), _theme("dark"), enabled=_always),
    Action("show_all_roles", lambda: tr("Show &All Roles"), _show_all_roles, "Ctrl+Shift+H", "eye", _hides_roles),
    Action("zoom_in", lambda: tr("Zoom &In"), lambda host: host.zoom_in(), Keys.ZoomIn, "plus", more_shortcuts=("Ctrl+=",)),
    Action("zoom_out", lambda: tr("Zoom &Out"), lambda host: host.zoom_out(), Keys.ZoomOut, "minus"),
    Action("zoom_100", lambda: tr("&100 %"), lambda host: host.zoom_to(1.0), "Ctrl+0"),
    Action("fit_map", lambda: tr("Fit &Map"), lambda host: host.fit_map(), "Ctrl+1", "fit", short=lambda: tr("Fit")),
    Action("fit_selection", lambda: tr("Fit Se&lection"), lambda host: host.fit_selection(), "Ctrl+2", enabled=_has_selection),
    _toggle("outline", lambda: tr("Outli&ne"), _panel("outline"), "Ctrl+Shift+O", icon="outline"),
    _toggle("inspector", lambda: tr("Ins&pector"), _panel("inspector"), "Ctrl+Shift+I", icon="inspector"),
    _toggle("status_bar", lambda: tr("Status &Bar"), _panel("status_bar")),
    Action(
        "full_screen", lambda: tr("F&ull Screen"), lambda host: host.show_full_screen(not host.is_full_screen()), "F11",
        enabled=_always, checked=lambda host: host.is_full_screen(),
    ),
    Action("next_touchpoint", lambda: tr("&Next Touchpoint"), lambda host: host.go("touchpoint", 1), "Ctrl+Right"),
    Action("previous_touchpoint", lambda: tr("&Previous Touchpoint"), lambda host: host.go("touchpoint", -1), "Ctrl+Left"),
    Action("next_phase", lambda: tr("Next P&hase"), lambda host: host.go("phase", 1), "Ctrl+Shift+Right"),
    Action("previous_phase", lambda: tr("Previous Ph&ase"), lambda host: host.go("phase", -1), "Ctrl+Shift+Left"),
    Action("next_finding", lambda: tr("Next &Finding"), lambda host: host.go("finding", 1), "F8"),
    Action("previous_finding", lambda: tr("Previous Fin&ding"), lambda host: host.go("finding", -1), "Shift+F8"),
    Action(
        "shortcuts", lambda: tr("&Keyboard Shortcuts"), lambda host: host.show_shortcuts(), "Ctrl+/", enabled=_always,
        more_shortcuts=("F1",),
    ),
    Action("about", lambda: tr("&About Journeylines"), lambda host: host.show_about(), enabled=_always),
    Action("log", lambda: tr("Show &Log File"), lambda host: host.show_log(), enabled=_always),
)  # fmt: skip

ACTION_BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}
