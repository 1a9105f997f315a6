"""Actions on how the journey is looked at."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from app.i18n import tr
from app.model.view import Detail, Spacing
from app.widgets.actions.action import Action, Ask, Run, always, has_selection, toggle
from app.widgets.commands.commands import Commands

Keys = QKeySequence.StandardKey


def _spacing(spacing: Spacing) -> tuple[Run, Ask]:
    def run(host: Commands) -> None:
        if host.document is not None:
            host.document.view_state.set_spacing(spacing)

    return run, lambda host: host.document is not None and host.document.view_state.view.spacing == spacing


def _detail(detail: Detail) -> tuple[Run, Ask]:
    def run(host: Commands) -> None:
        if host.document is not None:
            host.document.view_state.set_detail(detail)

    return run, lambda host: host.document is not None and host.document.view_state.view.detail == detail


def _has_channel_row(host: Commands) -> bool:
    return host.document is not None and host.document.view_state.view.has_channel_row


def _switch_channel_row(host: Commands) -> None:
    if host.document is not None:
        host.document.view_state.show_channel_row(not _has_channel_row(host))


def _show_all_roles(host: Commands) -> None:
    if host.document is not None:
        host.document.view_state.show_all_roles()


def _hides_roles(host: Commands) -> bool:
    return host.document is not None and len(host.document.shown_roles()) < host.document.role_count


def _panel(panel: str) -> tuple[Run, Ask]:
    return lambda host: host.looking.switch_panel(panel), lambda host: host.looking.is_panel_shown(panel)


def _theme(theme: str) -> tuple[Run, Ask]:
    return lambda host: host.looking.want_theme(theme), lambda host: host.looking.wanted_theme() == theme


ROWS: tuple[Action, ...] = (
    toggle("proportional", lambda: tr("&Proportional to Time"), _spacing("proportional"), "Alt+1", "proportional",
           short=lambda: tr("Time")),
    toggle("even", lambda: tr("&Even"), _spacing("even"), "Alt+2", "even", short=lambda: tr("Even")),
    toggle("compact", lambda: tr("&Compact"), _detail("compact"), "Alt+3", "compact", short=lambda: tr("Compact")),
    toggle("standard", lambda: tr("&Standard"), _detail("standard"), "Alt+4", "standard", short=lambda: tr("Standard")),
    toggle("full", lambda: tr("&Full"), _detail("full"), "Alt+5", "full", short=lambda: tr("Full")),
    toggle("channel_row", lambda: tr("&Channels Row"), (_switch_channel_row, _has_channel_row)),
    toggle("theme_system", lambda: tr("As the &System"), _theme("system"), enabled=always),
    toggle("theme_light", lambda: tr("&Light"), _theme("light"), enabled=always),
    toggle("theme_dark", lambda: tr("&Dark"), _theme("dark"), enabled=always),
    Action("show_all_roles", lambda: tr("Show &All Roles"), _show_all_roles, "Ctrl+Shift+H", "eye", _hides_roles),
    Action("zoom_in", lambda: tr("Zoom &In"), lambda host: host.looking.zoom_in(), Keys.ZoomIn, "plus", more_shortcuts=("Ctrl+=",)),
    Action("zoom_out", lambda: tr("Zoom &Out"), lambda host: host.looking.zoom_out(), Keys.ZoomOut, "minus"),
    Action("zoom_100", lambda: tr("&100 %"), lambda host: host.looking.zoom_to(1.0), "Ctrl+0"),
    Action("fit_map", lambda: tr("Fit &Map"), lambda host: host.looking.fit_map(), "Ctrl+1", "fit", short=lambda: tr("Fit")),
    Action("fit_selection", lambda: tr("Fit Se&lection"), lambda host: host.looking.fit_selection(), "Ctrl+2",
           enabled=has_selection),
    Action("save_view", lambda: tr("Sa&ve This View…"), lambda host: host.finding.save_view(), icon="view"),
    toggle("outline", lambda: tr("Outli&ne"), _panel("outline"), "Ctrl+Shift+O", "outline"),
    toggle("inspector", lambda: tr("Ins&pector"), _panel("inspector"), "Ctrl+Shift+I", "inspector"),
    toggle("table", lambda: tr("T&able"),
           (lambda host: host.looking.switch_table(), lambda host: host.looking.is_panel_shown("table")), "Ctrl+Shift+T", "table"),
    toggle("history", lambda: tr("Histor&y"), _panel("history"), "Ctrl+Shift+Y", "history"),
    toggle("status_bar", lambda: tr("Status &Bar"), _panel("status_bar")),
    Action(
        "full_screen", lambda: tr("F&ull Screen"), lambda host: host.looking.switch_full_screen(), "F11",
        enabled=always, checked=lambda host: host.looking.is_full_screen(),
    ),
)  # fmt: skip
