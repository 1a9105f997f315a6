"""The panels around the map: which are shown, on which side, how large; each is built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.drawing.tokens import Theme

# "over" and "under" are bars across the map; "foot" is a bar across the window, there from the first painting on.
Side = Literal["left", "right", "below", "over", "under", "foot"]
LEAST_PX: Mapping[str, int] = {"left": 190, "right": 260, "below": 140}
USUAL_PX: Mapping[str, int] = {"left": 236, "right": 324, "below": 260}
MAP_LEAST_PX = 200


class PanelKind(Struct, frozen=True):
    """One panel: its place, how it is made, and whether a new window has it."""

    id: str
    side: Side
    make: Callable[[], QWidget]  # a panel that draws icons itself has `wear(theme)`
    is_usual: bool = False  # shown in a new window
    is_kept: bool = True  # a window opens with it when the last one had it


class Panels(QWidget):
    """The body of a window: the map or the welcome page in the middle, and panels around it.

    A panel that is shown is built at `furnish` or, after that, at once; until then its side holds its place, so that
    the map does not move when it comes.
    """

    def __init__(
        self, kinds: Iterable[PanelKind], kept: Mapping[str, bool], sizes: Mapping[str, int]
    ) -> None:
        super().__init__()
        self.kinds = {kind.id: kind for kind in kinds}
        self._shown = {
            kind.id: kept.get(kind.id, kind.is_usual) if kind.is_kept else kind.is_usual
            for kind in self.kinds.values()
        }
        self._sizes = {**USUAL_PX, **{side: px for side, px in sizes.items() if px > 0 and side in USUAL_PX}}
        self._made: dict[str, QWidget] = {}
        self._came_from: dict[str, QWidget] = {}  # where the keyboard was when a panel was asked for
        self._is_furnished = False
        self._has_journey = False
        self._theme: Theme | None = None
        self.centre: QWidget = QFrame()
        self._sides: dict[str, _Side] = {
            "left": _Side("right", LEAST_PX["left"]),
            "right": _Side("left", LEAST_PX["right"]),
        }
        self._bars = {"over": _column(), "under": _column(), "foot": _column()}
        self._sides["below"] = _Side("top", 0, LEAST_PX["below"])
        self._compose()

    def _compose(self) -> None:
        self._middle = _splitter(Qt.Orientation.Vertical, self.centre, self._sides["below"])
        self._middle.setStretchFactor(0, 1)
        column = QWidget()
        around = QVBoxLayout(column)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addLayout(self._bars["over"])
        around.addWidget(self._middle, 1)
        around.addLayout(self._bars["under"])
        self._across = _splitter(Qt.Orientation.Horizontal, self._sides["left"], column, self._sides["right"])
        self._across.setStretchFactor(1, 1)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._across, 1)
        row.addLayout(self._bars["foot"])

    def __getitem__(self, panel: str) -> bool:
        return self._shown[panel]

    def widget(self, panel: str) -> QWidget | None:
        """Return a panel that has been built, or none."""
        return self._made.get(panel)

    def show_panel(self, panel: str, is_shown: bool) -> QWidget | None:
        """Show or hide a panel; return it where it stands now."""
        focused = self.window().focusWidget()
        if is_shown and focused is not None and not _holds(self._made.get(panel), focused):
            self._came_from[panel] = focused
        self._shown[panel] = is_shown
        self.refresh()
        return self._made.get(panel) if is_shown else None

    def set_centre(self, widget: QWidget, *, has_journey: bool) -> None:
        """Put the map, or what stands in its place, into the middle."""
        self._middle.replaceWidget(0, widget)
        self.centre.deleteLater()
        self.centre = widget
        self._has_journey = has_journey
        self._is_furnished = False

    def furnish(self) -> None:
        """Build the panels that are shown; from now on others are built as they are shown."""
        self._is_furnished = True
        self.refresh()

    def refresh(self) -> None:
        """Show what is to be shown, and build what is missing."""
        for kind in self.kinds.values():
            is_shown = self._has_journey and self._shown[kind.id]
            if is_shown and (self._is_furnished or kind.side == "foot") and kind.id not in self._made:
                self._build(kind)
            made = self._made.get(kind.id)
            if made is not None and made.isHidden() == is_shown:
                if not is_shown:
                    self._give_back_keyboard(kind.id, made)
                made.setVisible(is_shown)
        for side, place in self._sides.items():
            is_open = self._has_journey and any(
                self._shown[kind.id] for kind in self.kinds.values() if kind.side == side
            )
            if place.isVisibleTo(self) != is_open:
                place.setVisible(is_open)
                self._restore_sizes()

    def wear(self, theme: Theme) -> None:
        """Let panels that draw for themselves do so in this theme."""
        self._theme = theme
        for made in (self.centre, *self._made.values()):
            _dress(made, theme)

    def shown(self) -> dict[str, bool]:
        """Return which of the panels that a new window takes over are shown."""
        return {kind.id: self._shown[kind.id] for kind in self.kinds.values() if kind.is_kept}

    def sizes(self) -> dict[str, int]:
        """Return how wide the sides are, and how high what is below the map."""
        if self._has_journey:
            across, middle = self._across.sizes(), self._middle.sizes()
            for side, px in (("left", across[0]), ("right", across[2]), ("below", middle[1])):
                if self._sides[side].isVisibleTo(self) and px > 0:
                    self._sizes[side] = px
        return dict(self._sizes)

    def restore_sizes(self) -> None:
        """Give each side the size it had."""
        self._restore_sizes()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing in a panel wants gives the keyboard back to the map."""
        if event.key() == Qt.Key.Key_Escape and not _holds(self.centre, self.window().focusWidget()):
            self.centre.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _give_back_keyboard(self, panel: str, made: QWidget) -> None:
        """Let the keyboard be where it was before the panel had it, else at the map."""
        if not _holds(made, self.window().focusWidget()):
            return
        before = self._came_from.pop(panel, None)
        is_there = before is not None and isValid(before) and before.isVisible() and before.isEnabled()
        target = before if before is not None and is_there and self.isAncestorOf(before) else self.centre
        is_map = target is self.centre  # it shows where the keyboard is; a line would select all its words
        target.setFocus(Qt.FocusReason.ShortcutFocusReason if is_map else Qt.FocusReason.OtherFocusReason)

    def _restore_sizes(self) -> None:
        sizes = {
            side: self._sizes[side] if place.isVisibleTo(self) else 0 for side, place in self._sides.items()
        }
        middle = max(MAP_LEAST_PX, self.width() - sizes["left"] - sizes["right"])
        self._across.setSizes([sizes["left"], middle, sizes["right"]])
        self._middle.setSizes([max(MAP_LEAST_PX, self.height() - sizes["below"]), sizes["below"]])

    def _build(self, kind: PanelKind) -> None:
        made = self._made[kind.id] = kind.make()
        if kind.side in self._bars:
            self._bars[kind.side].addWidget(made)
        else:
            self._sides[kind.side].add(made)
        if self._theme is not None:
            _dress(made, self._theme)


def _holds(panel: QWidget | None, focused: QWidget | None) -> bool:
    """Tell whether the keyboard is in a panel."""
    return panel is not None and focused is not None and (panel is focused or panel.isAncestorOf(focused))


def _dress(panel: QWidget, theme: Theme) -> None:
    wear = getattr(panel, "wear", None)
    if wear is not None:
        wear(theme)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter


class _Side(QFrame):
    """The place of the panels of one side, as wide from the first painting on as with panels in it."""

    def __init__(self, edge: str, least_width: int, least_height: int = 0) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setProperty("edge", edge)
        self.setMinimumSize(least_width, least_height)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = _splitter(Qt.Orientation.Vertical)
        column.addWidget(self._stack)
        self.hide()

    def add(self, panel: QWidget) -> None:
        self._stack.addWidget(panel)
