"""The context menus of the outline's lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from msgspec import Struct
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr, trn
from app.model.vocabulary import insight_kinds
from app.widgets import signs
from app.widgets.docks.outline.entries import SECTION_BY_ID, Entry
from app.widgets.letter_menu import LetterMenu

Run = Callable[[], object]
PARTS: Mapping[str, Mapping[str, Callable[[], str]]] = {  # submenus that the journey fills, by section
    "roles": {
        "role_colours": lambda: tr("&Colour"),
        "role_parties": lambda: tr("Or&ganisation"),
        "buying_roles": lambda: tr("&Buying Role"),
    },
    "insights": {"insight_kinds": lambda: tr("&Kind of Insight")},
}


class Offer(Struct, frozen=True):
    """What a menu is made for: the line under the pointer, and all that are selected."""

    entry: Entry
    chosen: list[Entry]
    is_shown: bool  # the role's lane
    is_solo: bool
    can_move: bool


class Offered(Protocol):
    """What the menus ask for."""

    @property
    def theme(self) -> Theme: ...
    def rename(self, entry: Entry) -> None: ...
    def step(self, entries: list[Entry], step: int) -> None: ...
    def toggle(self, entries: list[Entry]) -> None: ...
    def solo(self, entry: Entry) -> None: ...
    def select_touchpoints(self, entries: list[Entry]) -> None: ...
    def activate(self, entry: Entry) -> None: ...
    def update_view(self, entry: Entry) -> None: ...
    def add(self, entry: Entry) -> None: ...
    def add_kind(self, entry: Entry, kind: str) -> None: ...
    def fill(self, part: str, menu: QMenu) -> None: ...
    def fold(self, entry: Entry) -> None: ...
    def remove(self, entries: list[Entry]) -> None: ...


def menu_of(offer: Offer, does: Offered, parent: QWidget) -> QMenu:
    """Return the menu of a line."""
    menu = LetterMenu(parent)
    entry, chosen = offer.entry, offer.chosen
    if entry.kind != "record":
        _offer_heading(menu, entry, does)
        return menu
    count = len(chosen)
    if entry.section == "roles":
        _add(menu, tr("&Hide") if offer.is_shown else tr("&Show"), lambda: does.toggle(chosen), "Space")
        words = tr("Show &All") if offer.is_solo else tr("Show &Only This")
        _add(menu, words, lambda: does.solo(entry))
        menu.addSeparator()
    parts = PARTS.get(entry.section, {})
    for part, title in parts.items():
        does.fill(part, menu.add_part(title()))
    if parts:
        menu.addSeparator()
    if entry.section in ("roles", "phases", "people"):
        _add(menu, tr("Select Its &Touchpoints"), lambda: does.select_touchpoints(chosen))
        menu.addSeparator()
    if entry.section == "views":
        _add(menu, tr("&Apply"), lambda: does.activate(entry), "Return")
        _add(menu, tr("Update with &How It Looks Now"), lambda: does.update_view(entry))
        menu.addSeparator()
    if entry.section != "levels":
        _add(menu, tr("&Rename"), lambda: does.rename(entry), "F2", count == 1)
    _add(menu, tr("Move &Up"), lambda: does.step(chosen, -1), "Ctrl+Up", offer.can_move)
    _add(menu, tr("Move &Down"), lambda: does.step(chosen, 1), "Ctrl+Down", offer.can_move)
    menu.addSeparator()
    _offer_adding(menu, entry, does)
    words = trn("&Delete", "&Delete {count} Entries", count)
    _add(menu, words, lambda: does.remove(chosen), "Del")
    return menu


def _offer_heading(menu: LetterMenu, entry: Entry, does: Offered) -> None:
    _offer_adding(menu, entry, does)
    if entry.can_fold:
        _add(menu, tr("&Fold or Unfold"), lambda: does.fold(entry), "Space")


def _offer_adding(menu: LetterMenu, entry: Entry, does: Offered) -> None:
    words = SECTION_BY_ID[entry.section].adding()
    if entry.section == "insights" and entry.kind == "section":
        fill_with_kinds(menu.add_part(words), lambda kind: does.add_kind(entry, kind), does.theme)
    else:
        _add(menu, words, lambda: does.add(entry), "Ins")


def fill_with_kinds(menu: QMenu, add: Callable[[str], object], theme: Theme) -> None:
    """Fill a menu with the kinds of insight, each with its pin."""
    for kind, name in insight_kinds().items():
        action = menu.addAction(QIcon(signs.picture(signs.insight_pin(kind, theme), 22, 2.0)), name)
        action.triggered.connect(lambda _=False, kind=kind: add(kind))


def _add(menu: QMenu, words: str, run: Run, keys: str = "", is_on: bool = True) -> None:
    action = menu.addAction(words, run)
    action.setEnabled(is_on)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
