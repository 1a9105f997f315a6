"""The line at the foot of a window: what there is, and how it is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.i18n import tr, trn
from app.layout.time_words import stretch
from app.model.records import Touchpoint
from app.widgets.document import Document
from app.widgets.fields.shortened import Shortened
from app.widgets.fonts import write_in

HEIGHT_PX = 28
_SEPARATOR = " · "


class StatusBar(QFrame):
    """Three texts: the journey's size and whether it is saved, its title, and zoom, detail and time in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT_PX)
        self.left, self.middle, self.right = QLabel(), Shortened(""), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 1)
        row.setSpacing(48)
        for label in (self.left, self.middle, self.right):
            label.setTextFormat(Qt.TextFormat.PlainText)
            write_in(label, 12, 500)
        self.middle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.left)
        row.addWidget(self.middle, 1)
        row.addWidget(self.right)

    def tell(self, document: Document | None, filtered: str = "") -> None:
        """Say how the document is now, and what a filter leaves lit."""
        if document is None:
            self.left.clear()
            self.middle.say("")
            self.right.clear()
            return
        self.middle.say(_middle(document))
        for label, text in ((self.left, _left(document, filtered)), (self.right, _right(document))):
            if label.text() != text:
                label.setText(text)


def _left(document: Document, filtered: str) -> str:
    touchpoints = len(document.journey.all(Touchpoint))
    roles = document.role_count
    shown = len(document.shown_roles())
    parts = [filtered or trn("{count} touchpoint", "{count} touchpoints", touchpoints)]
    if shown < roles:
        parts.append(tr("{shown} of {count} roles shown", shown=shown, count=roles))
    else:
        parts.append(trn("{count} role", "{count} roles", roles))
    parts.append(_saved(document))
    return _SEPARATOR.join(parts)


def _saved(document: Document) -> str:
    if document.history.is_saving:
        return tr("saving…")
    return tr("saved") if document.is_clean else tr("not saved")


def _middle(document: Document) -> str:
    info = document.journey.info
    return ": ".join(part for part in (info.title, info.subject) if part)


def _right(document: Document) -> str:
    state = document.view_state
    detail = {"compact": tr("Compact detail"), "standard": tr("Standard detail"), "full": tr("Full detail")}[
        state.view.detail
    ]
    parts = [tr("Zoom {percent} %", percent=round(state.zoom * 100)), detail]
    if state.last > state.first:
        parts.append(_in_sight(document))
    return _SEPARATOR.join(parts)


def _in_sight(document: Document) -> str:
    info, state = document.journey.info, document.view_state
    first, last = state.first, state.last
    if not info.start_date:
        return stretch(info, round(first), round(last))
    return stretch(info, first, last)
