"""Actions on files and on the program."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from app.i18n import tr
from app.widgets.actions.action import Action, always
from app.widgets.commands.commands import Commands

Keys = QKeySequence.StandardKey


def _has_something_to_save(host: Commands) -> bool:
    return host.document is not None and not host.document.is_clean


def _can_revert(host: Commands) -> bool:
    return host.document is not None and host.document.path is not None and host.document.is_modified


ROWS: tuple[Action, ...] = (
    Action("new", lambda: tr("&New…"), lambda host: host.files.new_journey(), Keys.New, "new", always, short=lambda: tr("New")),
    Action("open", lambda: tr("&Open…"), lambda host: host.files.open_file(), Keys.Open, "open", always, short=lambda: tr("Open")),
    Action("close", lambda: tr("&Close"), lambda host: host.files.close_window(), Keys.Close, enabled=always),
    Action(
        "save", lambda: tr("&Save"), lambda host: host.files.save(), Keys.Save, "save", _has_something_to_save,
        short=lambda: tr("Save"),
    ),
    Action("save_as", lambda: tr("Save &As…"), lambda host: host.files.save_as(), "Ctrl+Shift+S"),
    Action("save_copy", lambda: tr("Save a Cop&y…"), lambda host: host.files.save_copy(), "Ctrl+Alt+S"),
    Action("revert", lambda: tr("Re&vert to Saved…"), lambda host: host.files.revert(), enabled=_can_revert),
    Action("recover", lambda: tr("Recover &Unsaved Journeys…"), lambda host: host.files.recover(), enabled=always),
    Action("export", lambda: tr("&Export…"), lambda host: host.files.export_picture(), "Ctrl+E", "export", short=lambda: tr("Export")),
    Action("print", lambda: tr("&Print…"), lambda host: host.files.print_picture(), Keys.Print, "print"),
    Action("settings", lambda: tr("Se&ttings…"), lambda host: host.files.show_settings(), "Ctrl+,", "settings", always),
    Action("quit", lambda: tr("&Quit"), lambda host: host.files.quit(), "Ctrl+Q", enabled=always),
)  # fmt: skip
