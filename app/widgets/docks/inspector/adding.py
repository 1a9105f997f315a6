"""A dashed box in which one more insight or piece of evidence is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.i18n import tr
from app.widgets.docks.inspector.dashed import DashedFrame
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.kinds import KindButton, Kinds
from app.widgets.fields.lines import LinesField


class AddingBox(DashedFrame):
    """What is written in it and confirmed becomes one more; `add` tells whether it did."""

    def __init__(self, desk: Desk, kinds: Kinds, hint: str, add: Callable[[str, str], bool]) -> None:
        super().__init__(desk.theme)
        self._kinds = kinds
        self._add = add
        self._is_taking = False
        self._drafts = desk.document.drafts
        self.kind = ""
        self.kind_button = KindButton(desk, kinds, self._choose)
        self.line = LinesField(is_line=True, size_px=13)
        self.line.setProperty("kind", "slim")
        self.line.is_loose = True
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
        self._become(next(iter(kinds.names())))

    def take(self) -> None:
        """Make one more of what is written, if anything is."""
        words = " ".join(self.line.toPlainText().split())
        if not words or self._is_taking:
            return
        self._is_taking = True
        try:
            if self._add(self.kind, words):
                self.line.show_value("")
                self._drafts.look_again()
        finally:
            self._is_taking = False

    def _choose(self, kind: str) -> None:
        self._become(kind)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _become(self, kind: str) -> None:
        self.kind = kind
        spoken = tr("Kind of the new one: {name}", name=self._kinds.called(kind))
        self.kind_button.show_kind(kind, spoken)
        self.set_tone(self._kinds.tone(kind))
