"""The toolbar: what is used all the time, one click away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.action_set import ActionSet
from app.widgets.fonts import write_in
from app.widgets.icons import icon
from app.widgets.menus import INSIGHTS
from app.widgets.theme import faded

HEIGHT_PX = 58
LEAST_PX = 480
CAPTIONED_PX, BARE_PX = 52, 40  # the least width of a button with words under its icon, and without
AIR_PX = 12  # of the words of a switch, more than of its icons
Fold = Callable[[bool], None]  # makes a part of the toolbar narrower, or as wide as it was
_WORDS_UNDER, _NO_WORDS = Qt.ToolButtonStyle.ToolButtonTextUnderIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


class Toolbar(QFrame):
    """Buttons of the window's actions, as one wide row."""

    def __init__(self, actions: ActionSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setFixedHeight(HEIGHT_PX)
        self._actions = actions
        self._theme = theme
        self._shown: list[str] = []  # the actions that stand here with their icons
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 14, 0)
        self._row.setSpacing(4)
        files = [self._add_captioned(action_id) for action_id in ("new", "open", "save")]
        self._add_separator()
        steps = [self._add_captioned(action_id) for action_id in ("undo", "redo")]
        making_rule = self._add_separator()
        making = [
            self._add_captioned(action_id) for action_id in ("insert_role", "insert_touchpoint", "link_to")
        ]
        making.append(self._add_insight())
        looks = self._add_separator()
        zoom = self._add_zoom()
        fit = self._add_captioned("fit_map")
        details = self._add_separator()
        detail = self._add_segments(("compact", "standard", "full"), tr("Detail"))
        self._row.addSpacing(8)
        spacing = self._add_segments(("proportional", "even"), tr("Spacing"))
        self._row.addSpacing(8)
        self._row.addStretch(1)
        self._present = self._add_button("present", "quiet")
        self._row.addSpacing(4)
        self._export = self._add_button("export", "primary")
        self._words = [partial(_fold_words, buttons) for buttons in (steps, [*files, fit], making)]
        # first words whose icons say the same, then what is also in a menu
        self._folds: tuple[Fold, ...] = (
            self._words[0], partial(self._fold_segments, spacing), self._words[1],
            partial(self._fold_segments, detail), self._words[2],
            partial(_fold_button, self._present), partial(_hide, [spacing]), partial(_hide, [fit]),
            partial(_hide, [detail, details]), partial(_fold_button, self._export), partial(_hide, [*zoom, looks]),
            partial(_hide, making[2:]), partial(_hide, [*making[:2], making_rule]),
        )  # fmt: skip
        self.wear(theme)

    def wear(self, theme: Theme) -> None:
        """Draw the icons in this theme."""
        self._theme = theme
        self._actions.wear(theme, self._shown)
        on_primary = theme.bg if theme.is_dark else "#FFFFFF"
        self._export.setIcon(icon("export", on_primary, faded(theme), 18))
        self._present.setIcon(icon("present", theme.ink, faded(theme), 18))
        self._insight.setIcon(icon("insight", theme.ink, faded(theme)))

    def show_zoom(self, zoom: float) -> None:
        """Say the zoom of the map."""
        self._zoom.setText(tr("{percent} %", percent=round(zoom * 100)))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_PX, HEIGHT_PX)

    def sizeHint(self) -> QSize:
        return QSize(LEAST_PX, HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible() and event.size().width() != event.oldSize().width():
            self._fit(event.size().width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit(self.width())  # only now everything is as wide as it will be

    def _fit(self, width: int) -> None:
        """Fold as little as makes everything fit into this width."""
        for fold in self._folds:
            fold(False)
        folded: list[Fold] = []
        for fold in self._folds:
            if self._row.minimumSize().width() <= width:
                break
            fold(True)
            folded.append(fold)
        is_bare = bool(folded) and folded[-1] in self._words
        for fold in reversed(folded[:-1]):  # the last one may have made room for one before it
            has_words = fold in self._words
            if has_words and is_bare:
                continue  # words under a few icons among others without look like a fault
            fold(False)
            if self._row.minimumSize().width() > width:
                fold(True)
                is_bare = is_bare or has_words

    def _fold_segments(self, frame: QFrame, is_folded: bool) -> None:
        """Show the icons of segments in place of their words; before they are needed they have none."""
        style = _NO_WORDS if is_folded else Qt.ToolButtonStyle.ToolButtonTextOnly
        for button in frame.findChildren(QToolButton):
            action = button.defaultAction().objectName()
            if is_folded and action not in self._shown:
                self._shown.append(action)
                self._actions.wear(self._theme, (action,))
            button.setToolButtonStyle(style)
        frame.updateGeometry()  # its own layout has not told the toolbar's yet

    def _add_captioned(self, action_id: str) -> QToolButton:
        self._shown.append(action_id)
        return self._add_wide(_Captioned(), self._actions[action_id])

    def _add_insight(self) -> QToolButton:
        """Add a button that asks for the kind of insight; the menu is made when it is wanted."""
        self._insight = self._add_wide(_Captioned(), None)
        self._insight.setText(tr("Insight"))
        self._insight.setToolTip(tr("Pin an insight to what is selected"))
        one = self._actions["pin_pain"]
        one.changed.connect(lambda: self._insight.setEnabled(one.isEnabled()))
        self._insight.setEnabled(one.isEnabled())
        self._insight.clicked.connect(self.ask_for_insight)
        return self._insight

    def ask_for_insight(self) -> QMenu:
        """Open the menu of kinds of insight under its button."""
        menu = self._actions.menu(INSIGHTS, {}, self._insight)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._insight.mapToGlobal(self._insight.rect().bottomLeft()))
        return menu

    def _add_wide(self, button: QToolButton, action: QAction | None) -> QToolButton:
        if action is not None:
            button.setDefaultAction(action)
        button.setIconSize(QSize(20, 20))
        button.setMinimumHeight(48)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        write_in(button, 12, 500)
        button.setToolButtonStyle(_WORDS_UNDER)
        self._row.addWidget(button)
        return button

    def _add_icon(self, action_id: str, row: QHBoxLayout) -> QToolButton:
        self._shown.append(action_id)
        button = QToolButton()
        button.setDefaultAction(self._actions[action_id])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(34, 34)
        button.setAccessibleName(self._actions[action_id].text().replace("&", ""))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(button)
        return button

    def _add_zoom(self) -> list[QToolButton]:
        less = self._add_icon("zoom_out", self._row)
        self._zoom = QToolButton()
        self._zoom.setObjectName("zoom")
        self._zoom.setFixedHeight(32)
        self._zoom.setMinimumWidth(64)
        self._zoom.setToolTip(self._actions["zoom_100"].toolTip())
        self._zoom.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._zoom.clicked.connect(self._actions["zoom_100"].trigger)
        write_in(self._zoom, 14, 500)
        self._row.addWidget(self._zoom)
        self.show_zoom(1.0)
        return [less, self._zoom, self._add_icon("zoom_in", self._row)]

    def _add_segments(self, action_ids: tuple[str, ...], name: str) -> QFrame:
        frame = QFrame()
        frame.setObjectName("segments")
        frame.setAccessibleName(name)
        frame.setFixedHeight(34)
        frame.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for action_id in action_ids:
            button = _Segment()
            button.setDefaultAction(self._actions[action_id])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setIconSize(QSize(18, 18))
            button.setFixedHeight(34)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            write_in(button, 14, 500)
            row.addWidget(button)
        self._row.addWidget(frame)
        return frame

    def _add_button(self, action_id: str, kind: str) -> QPushButton:
        action = self._actions[action_id]
        button = QPushButton(action.iconText())
        button.setAccessibleName(action.iconText())
        button.setProperty("kind", kind)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        write_in(button, 14, 600)
        self._row.addWidget(button)
        return button

    def _add_separator(self) -> QWidget:
        around = QWidget()
        row = QHBoxLayout(around)
        row.setContentsMargins(8, 0, 8, 0)
        rule = QFrame()
        rule.setObjectName("separator")
        rule.setFixedSize(1, 30)
        row.addWidget(rule)
        self._row.addWidget(around)
        return around


class _Captioned(QToolButton):
    """A button with words under its icon, never narrower than those."""

    def sizeHint(self) -> QSize:
        has_words = self.toolButtonStyle() == _WORDS_UNDER
        return super().sizeHint().expandedTo(QSize(CAPTIONED_PX if has_words else BARE_PX, 0))


class _Segment(QToolButton):
    """A part of a switch: words have more air beside them than an icon."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(
            "slim", True
        )  # said once: to read its sheet anew a button needs its style, which costs a start 5 ms

    def sizeHint(self) -> QSize:
        has_words = self.toolButtonStyle() != _NO_WORDS
        return super().sizeHint() + QSize(AIR_PX if has_words else 0, 0)


def _fold_words(buttons: Sequence[QToolButton], is_folded: bool) -> None:
    for button in buttons:
        button.setToolButtonStyle(_NO_WORDS if is_folded else _WORDS_UNDER)


def _fold_button(button: QPushButton, is_folded: bool) -> None:
    button.setText("" if is_folded else button.accessibleName())


def _hide(widgets: Sequence[QWidget], is_hidden: bool) -> None:
    for widget in widgets:
        widget.setHidden(is_hidden)
