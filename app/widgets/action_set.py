"""The actions of one window as Qt knows them, kept up to date, and the menus made of them."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.drawing.tokens import Theme
from app.widgets.actions.action import Action
from app.widgets.actions.table import ACTION_BY_ID, ACTIONS
from app.widgets.commands.commands import Commands
from app.widgets.icons import icon
from app.widgets.letter_menu import LetterMenu
from app.widgets.menus import MENUS, Menu
from app.widgets.theme import faded

Fill = Callable[[QMenu], None]


class ActionSet(QObject):
    """One QAction for each row of the table; `refresh` asks the table what may be done now and what is on."""

    def __init__(self, window: QWidget, host: Commands) -> None:
        super().__init__(window)
        self._window = window
        self._host = host
        self._made: dict[str, QAction] = {}
        for action in ACTIONS:
            self._made[action.id] = self._make(action)
        window.addActions([self._made[action.id] for action in ACTIONS if not action.on_map])
        for together in _one_of():
            group = QActionGroup(self)
            for action_id in together:
                group.addAction(self._made[action_id])

    @property
    def made(self) -> Mapping[str, QAction]:
        """All of them, by id."""
        return self._made

    def __getitem__(self, action_id: str) -> QAction:
        return self._made[action_id]

    def refresh(self) -> None:
        """Enable and check every action as the table says."""
        for action in ACTIONS:
            made = self._made[action.id]
            made.setEnabled(action.enabled(self._host))
            if action.checked is not None:
                made.setChecked(action.checked(self._host))
            if action.says is not None:
                made.setText(action.says(self._host))

    def wear(self, theme: Theme, ids: Container[str] = ACTION_BY_ID) -> None:
        """Draw the icons of these actions in this theme."""
        for action in ACTIONS:
            if action.icon and action.id in ids:
                self._made[action.id].setIcon(icon(action.icon, theme.ink, faded(theme)))

    def attach(self, canvas: QWidget) -> None:
        """Let the map hear the shortcuts that are for it alone."""
        canvas.addActions([self._made[action.id] for action in ACTIONS if action.on_map])

    def menu(self, table: Menu, parts: Mapping[str, Fill], parent: QWidget) -> LetterMenu:
        """Make a menu that is no part of the menu bar."""
        made = LetterMenu(parent)
        made.setAccessibleName(table.title())
        self._add(made, table, parts)
        return made

    def fill_menu_bar(self, bar: QMenuBar, parts: Mapping[str, Fill]) -> None:
        """Make all menus; `parts` fill what the table leaves to the window, anew each time a menu opens."""
        for menu in MENUS:
            made = LetterMenu(bar, menu.title())
            bar.addMenu(made)
            self._fill(made, menu, parts)

    def _make(self, action: Action) -> QAction:
        made = QAction(action.text(), self)
        made.setObjectName(action.id)
        made.setProperty("needs", getattr(action.enabled, "__name__", ""))  # the palette says why it is off
        if action.says is not None:
            made.setProperty(
                "name", action.text()
            )  # the page of shortcuts calls it so, whatever it would do now
        made.setIconVisibleInMenu(False)
        made.setShortcuts(action.shortcuts())
        if action.on_map:
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if action.checked is not None:
            made.setCheckable(True)
        if action.short is not None:
            made.setIconText(action.short())
        if action.id == "quit":
            made.setMenuRole(QAction.MenuRole.QuitRole)
        words = action.text().replace("&", "").rstrip(" …")
        keys = made.shortcut().toString(made.shortcut().SequenceFormat.NativeText)
        made.setToolTip(f"{words}  {keys}" if keys else words)
        made.triggered.connect(lambda _checked=False: self._run(action))
        return made

    def _run(self, action: Action) -> None:
        if action.enabled(self._host):
            action.run(self._host)
        self.refresh()

    def _fill(self, made: LetterMenu, menu: Menu, parts: Mapping[str, Fill]) -> None:
        dynamic = [entry[1:] for entry in menu.entries if isinstance(entry, str) and entry.startswith("*")]
        if dynamic:
            made.fill_with(lambda: self._fill_anew(made, menu, parts))
            return
        self._add(made, menu, parts)

    def _fill_anew(self, made: LetterMenu, menu: Menu, parts: Mapping[str, Fill]) -> None:
        for child in made.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.deleteLater()
        made.clear()
        self._add(made, menu, parts)

    def _add(self, made: LetterMenu, menu: Menu, parts: Mapping[str, Fill]) -> None:
        for entry in menu.entries:
            if isinstance(entry, Menu):
                self._fill(made.add_part(entry.title()), entry, parts)
            elif entry == "-":
                made.addSeparator()
            elif entry.startswith("*"):
                parts[entry[1:]](made)
            else:
                made.addAction(self._made[entry])


def _one_of() -> tuple[tuple[str, ...], ...]:
    return (
        ("proportional", "even"),
        ("compact", "standard", "full"),
        ("theme_system", "theme_light", "theme_dark"),
    )
