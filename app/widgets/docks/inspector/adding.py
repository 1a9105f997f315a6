"""A dashed box in which one more insight or piece of evidence is written, and the choice of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.i18n import tr
from app.model import vocabulary
from app.model.vocabulary import name_in
from app.widgets import signs
from app.widgets.docks.inspector.dashed import DashedFrame
from app.widgets.docks.inspector.desk import Desk
from app.widgets.fields.lines import LinesField
from app.widgets.icons import pixmap
from app.widgets.letter_menu import LetterMenu


class AddingBox(DashedFrame):
    """A dashed box with a line: what is written in it and confirmed becomes one more."""

    def __init__(
        self, desk: Desk, kinds: Callable[[], Mapping[str, str]], hint: str, add: Callable[[str, str], bool]
    ) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._kinds = kinds
        self._add = add
        self._is_taking = False
        self._is_insight = kinds is vocabulary.insight_kinds
        self.kind = next(iter(kinds()))
        self.kind_button = kind_button()
        self.kind_button.clicked.connect(self._offer_kinds)
        self.line = LinesField(is_line=True, size_px=13)
        self.line.setProperty("kind", "slim")
        self.line.hint(hint)
        self.line.setAccessibleName(hint)
        self.line.tried.connect(self.line.show_value)
        self.line.restored.connect(lambda: self.line.show_value(""))
        self.line.left.connect(self.take)
        self.line.show_value("")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(2)
        row.addWidget(self.kind_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.line, 1)
        self._show_kind()

    def take(self) -> None:
        """Make one more of what is written, if anything is."""
        words = " ".join(self.line.toPlainText().split())
        if not words or self._is_taking:
            return
        self._is_taking = True
        try:
            if self._add(self.kind, words):
                self.line.show_value("")
        finally:
            self._is_taking = False

    def _offer_kinds(self) -> None:
        offer_kinds(self._desk, self.kind_button, self._kinds(), self._is_insight, self._choose)

    def _choose(self, kind: str) -> None:
        self.kind = kind
        self._show_kind()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kind(self) -> None:
        name = name_in(self._kinds(), self.kind)
        self.kind_button.setIcon(QIcon(kind_picture(self._desk, self._is_insight, self.kind)))
        self.kind_button.setToolTip(name)
        self.kind_button.setAccessibleName(tr("Kind of the new one: {name}", name=name))
        self.set_tone(tone_of(self.kind) if self._is_insight else "")


def tone_of(kind: str) -> str:
    """Return the tone in which a kind of insight is framed."""
    return "pain" if kind == "pain" else "opp" if kind in ("opportunity", "gain") else ""


def kind_button() -> QToolButton:
    """Return the button that shows and chooses a kind."""
    button = QToolButton()
    button.setObjectName("small")
    button.setIconSize(QSize(24, 24))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def kind_picture(desk: Desk, is_insight: bool, kind: str) -> QPixmap:
    """Return the sign of a kind."""
    if is_insight:
        return signs.picture(signs.insight_pin(kind, desk.theme), 28, desk.ratio)
    return pixmap("evidence", desk.theme.ink2, 20, desk.ratio)


def offer_kinds(
    desk: Desk, at: QWidget, kinds: Mapping[str, str], is_insight: bool, choose: Callable[[str], None]
) -> None:
    """Open the menu of kinds below a button."""
    menu = LetterMenu(at)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for kind, name in kinds.items():
        action = menu.addAction(QIcon(kind_picture(desk, is_insight, kind)), name)
        action.triggered.connect(lambda _=False, kind=kind: choose(kind))
    menu.popup(at.mapToGlobal(at.rect().bottomLeft()))
