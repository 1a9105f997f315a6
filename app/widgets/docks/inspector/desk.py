"""What all parts of the inspector share: the document, the theme, and the one way to change something."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.change import Change
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.widgets.close_button import CloseButton
from app.widgets.document import Document
from app.widgets.fields.control import sentence_of
from app.widgets.fields.folds import Folds
from app.widgets.fields.typed import WrongWords

MOST_DRAFTS = 100
Plan = Callable[[Journey], Change]


class Desk(QObject):
    """The place where the records of one window are edited; `gone_to` asks to show another record, `closed` to hide it all."""

    gone_to = Signal(str)
    closed = Signal()

    def __init__(self, document: Document, theme: Theme, folds: Folds, parent: QObject) -> None:
        super().__init__(parent)
        self.document = document
        self.theme = theme
        self.folds = folds  # by the section's key
        self._drafts: dict[Hashable, tuple[object, WrongWords]] = {}  # of records that were left, by field

    def close_button(self) -> CloseButton:
        """Make a cross for a head; the keyboard has a shortcut for it, and begins at the first field."""
        made = CloseButton(tr("Hide the inspector"), self.theme)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(self.closed)
        return made

    @property
    def journey(self) -> Journey:
        """The journey as it is now."""
        return self.document.journey

    @property
    def ratio(self) -> float:
        """How many pixels the densest screen has for one of ours."""
        return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)

    def do(self, plan: Plan) -> str:
        """Change the journey; return the sentence that says why it cannot be, or ""."""
        try:
            self.document.do(plan(self.journey))
        except JourneyError as error:
            return sentence_of(error)
        return ""

    def do_step(self, plan: Plan) -> str:
        """Change the journey in a step of its own."""
        self.end_step()
        refusal = self.do(plan)
        self.end_step()
        return refusal

    def keep_draft(self, key: Hashable, value: object, draft: WrongWords) -> None:
        """Keep what was wrong in a field of records that are left, and what the field had: they may come back to it."""
        self._drafts[key] = (value, draft)
        while len(self._drafts) > MOST_DRAFTS:
            del self._drafts[next(iter(self._drafts))]

    def take_draft(self, key: Hashable, value: object) -> WrongWords | None:
        """Return what was wrong in a field, and forget it; none where the field has another value now."""
        before, draft = self._drafts.pop(key, (None, None))
        return draft if before == value else None

    def end_step(self) -> None:
        """Let the next change be a step of its own."""
        self.document.end_merging()

    def go_to(self, record_id: object) -> None:
        """Show another record."""
        if isinstance(record_id, str) and self.journey.get(record_id) is not None:
            self.gone_to.emit(record_id)
