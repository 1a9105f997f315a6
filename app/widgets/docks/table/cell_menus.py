"""Menus of cells: what one can say, and what can be done with those that are selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from app.i18n import number_text, tr
from app.model.sheet.column import Column
from app.model.vocabulary import feelings
from app.widgets.letter_menu import LetterMenu


class Words(NamedTuple):
    """One thing that a cell can say: what is written, and how it is called."""

    text: str
    name: str


def choices_menu(
    parent: QWidget,
    column: Column,
    names: Sequence[str],
    text: str,
    write: Callable[[str], object],
    sign: Callable[[str], QPixmap | None],
) -> QMenu | None:
    """Return a menu of what the cell can say, none where that is no list of single words."""
    words = _feelings() if column.kind == "feeling" else [Words(name, name) for name in names]
    if not words or column.key in ("roles", "tags", "involvements"):
        return None
    menu = LetterMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for each in words:
        action = menu.addAction(each.name.replace("&", "&&"))
        picture = sign(each.text)
        if picture is not None:
            action.setIcon(QIcon(picture))
        else:
            action.setCheckable(True)
            action.setChecked(each.text == text)
        action.triggered.connect(lambda _=False, text=each.text: write(text))
    if column.can_be_empty and text:
        menu.addSeparator()
        menu.addAction(tr("Leave Empty")).triggered.connect(lambda: write(""))
    return menu


def selection_menu(
    parent: QWidget, actions: Sequence[QAction], clear: Callable[[], None], remove: Callable[[], None]
) -> QMenu:
    """Return a menu of what can be done with the selected cells."""
    menu = LetterMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addActions(list(actions))
    menu.addSeparator()
    menu.addAction(tr("C&lear Cells")).triggered.connect(clear)
    menu.addAction(tr("&Remove Touchpoints")).triggered.connect(remove)
    return menu


def _feelings() -> list[Words]:
    return [
        Words(str(value), f"{number_text(value, has_sign=True)}  {name}")
        for value, name in feelings().items()
    ]
