"""Actions on what is there: undo, clipboard, selection."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from app.i18n import tr
from app.widgets.actions.action import Action, has_selection
from app.widgets.commands.commands import Commands

Keys = QKeySequence.StandardKey


def _can_undo(host: Commands) -> bool:
    return host.document is not None and host.document.history.can_undo


def _can_redo(host: Commands) -> bool:
    return host.document is not None and host.document.history.can_redo


def _undo_words(host: Commands) -> str:
    label = host.document.history.undo_label if host.document is not None else ""
    return tr("&Undo: {what}", what=label.replace("&", "&&")) if label else tr("&Undo")


def _redo_words(host: Commands) -> str:
    label = host.document.history.redo_label if host.document is not None else ""
    return tr("&Redo: {what}", what=label.replace("&", "&&")) if label else tr("&Redo")


def _is_one_named(host: Commands) -> bool:
    kinds = ("touchpoint", "role", "phase", "link", "insight")
    return host.document is not None and len(host.document.selection) == 1 == sum(map(host.selected, kinds))


ROWS: tuple[Action, ...] = (
    Action(
        "undo", lambda: tr("&Undo"), lambda host: host.editing.undo(), Keys.Undo, "undo", _can_undo,
        short=lambda: tr("Undo"), says=_undo_words,
    ),
    Action(
        "redo", lambda: tr("&Redo"), lambda host: host.editing.redo(), "Ctrl+Shift+Z", "redo", _can_redo,
        short=lambda: tr("Redo"), more_shortcuts=("Ctrl+Y",), says=_redo_words,
    ),
    Action("cut", lambda: tr("Cu&t"), lambda host: host.transfer.cut(), Keys.Cut),
    Action("copy", lambda: tr("&Copy"), lambda host: host.transfer.copy(), Keys.Copy, "copy"),
    Action("paste", lambda: tr("&Paste"), lambda host: host.transfer.paste(), Keys.Paste),
    Action("duplicate", lambda: tr("Dup&licate"), lambda host: host.transfer.duplicate(), "Ctrl+D", enabled=has_selection),
    Action(
        "copy_picture", lambda: tr("Copy as P&icture"), lambda host: host.transfer.copy_picture(), "Ctrl+Shift+C", "copy",
        short=lambda: tr("Copy"),
    ),
    Action("rename", lambda: tr("Re&name"), lambda host: host.describing.rename(), "F2", enabled=_is_one_named),
    Action("inspect", lambda: tr("Insp&ect"), lambda host: host.describing.inspect(), "Alt+Return", enabled=has_selection),
    Action(
        "select_nothing", lambda: tr("Select N&othing"), lambda host: host.editing.select_nothing(), "Ctrl+Shift+A",
        enabled=has_selection,
    ),
)  # fmt: skip
