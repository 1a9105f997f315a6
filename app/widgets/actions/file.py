"""Actions on files and on the program."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from app.i18n import tr
from app.widgets.actions.action import Action, always

Keys = QKeySequence.StandardKey

ROWS: tuple[Action, ...] = (
    Action("new", lambda: tr("&New…"), lambda host: host.files.new_journey(), Keys.New, "new", always, short=lambda: tr("New")),
    Action("open", lambda: tr("&Open…"), lambda host: host.files.open_file(), Keys.Open, "open", always, short=lambda: tr("Open")),
    Action("close", lambda: tr("&Close"), lambda host: host.files.close_window(), Keys.Close, enabled=always),
    Action("save_copy", lambda: tr("Save a Cop&y…"), lambda host: host.files.save_copy(), "Ctrl+Shift+S", "save"),
    Action("export", lambda: tr("&Export…"), lambda host: host.files.export_picture(), "Ctrl+E", "export", short=lambda: tr("Export")),
    Action("print", lambda: tr("&Print…"), lambda host: host.files.print_picture(), Keys.Print, "print"),
    Action("settings", lambda: tr("Se&ttings…"), lambda host: host.files.show_settings(), "Ctrl+,", "settings", always),
    Action("quit", lambda: tr("&Quit"), lambda host: host.files.quit(), "Ctrl+Q", enabled=always),
)  # fmt: skip
