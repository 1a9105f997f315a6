"""Copying, cutting and duplicating what is selected on the map."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from app.analysis.searching import text_of
from app.i18n import tr, trn
from app.model.change import Change
from app.model.edits import clipboard
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.widgets.document import Document
from app.widgets.transfer import mime
from app.widgets.window import JourneyWindow


def selected_touchpoints(document: Document) -> list[str]:
    """Return the ids of the selected touchpoints, in time."""
    if not document.selection:
        return []
    return [each.id for each in document.journey.all(Touchpoint) if each.id in document.selection]


def copy(window: JourneyWindow, document: Document, *, is_cutting: bool = False) -> None:
    """Copy the selected touchpoints, with links among them and what is pinned to them; of other records their words."""
    ids = selected_touchpoints(document)
    if not ids:
        if not is_cutting:
            _copy_words(window, document)
        else:
            window.messages.say("info", tr("Select touchpoints to cut."))
        return
    data = mime.touchpoints(clipboard.copied(document.journey, ids), document.view_state.theme)
    if is_cutting and not window.do(lambda journey: clipboard.cut(journey, ids)):
        return
    mime.put(data)
    if is_cutting:
        words = trn("{count} touchpoint was cut.", "{count} touchpoints were cut.", len(ids))
    else:
        words = trn("{count} touchpoint was copied.", "{count} touchpoints were copied.", len(ids))
    window.messages.say("info", words)


def duplicate(window: JourneyWindow, document: Document) -> None:
    """Put copies of the selected touchpoints beside them, and select these."""
    ids = selected_touchpoints(document)
    if not ids:
        window.messages.say("info", tr("Select touchpoints to duplicate."))
        return
    made: list[str] = []

    def plan(journey: Journey) -> Change:
        change = clipboard.duplicate(journey, ids)
        made.extend(record.id for record in change.put if isinstance(record, Touchpoint))
        return change

    if window.do(plan):
        document.select(made)
        if window.canvas is not None:
            window.canvas.reveal(made[0])


def _copy_words(window: JourneyWindow, document: Document) -> None:
    records = [record for record in document.journey.records() if record.id in document.selection]
    words = "\n".join(filter(None, map(text_of, records)))
    if not words:
        window.messages.say("info", tr("Select touchpoints to copy."))
        return
    data = QMimeData()
    data.setText(words)
    mime.put(data)
    window.messages.say("info", tr("The words of what is selected were copied."))
