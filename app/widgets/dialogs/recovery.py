"""Journeys that were not saved when their program ended: give them back, discard them, or decide later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.i18n import quoted, tr, trn
from app.model.time_vocabulary import day_words
from app.widgets.dialogs.frame import Dialog, label
from app.widgets.fonts import write_in
from app.widgets.keeping import Lost

WIDTH_PX = 560
MOST_HEIGHT_PX = 420
AROUND_PX = 300  # what the dialog has above and below the list, and the screen around it
MOST_SHOWN = 60  # characters of what was being typed
_INDENT_PX = 28


class RecoveryDialog(Dialog):
    """Lists what can be given back. Closing it means later."""

    decided = Signal(list, list, list)  # to recover, to discard, to leave for another time; all of Lost

    def __init__(self, lost: Sequence[Lost], parent: QWidget) -> None:
        super().__init__(tr("Recover Unsaved Journeys"), parent)
        self.setMinimumWidth(WIDTH_PX)
        self._lost = list(lost)
        self.boxes: list[QCheckBox] = []
        heading = trn(
            "A journey was not saved when Journeylines ended",
            "{count} journeys were not saved when Journeylines ended",
            len(lost),
        )
        self.column.addWidget(label(heading, 16, 700))
        words = tr("What is recovered opens as an unsaved journey; the file it came from stays as it is.")
        self.column.addWidget(label(words, 14, 400, "muted"))
        self.column.addWidget(self._list(lost))
        self.recover_button, row = self.add_foot(tr("&Recover"), can_cancel=False)
        self.later_button = QPushButton(tr("&Later"))
        self.discard_button = QPushButton(tr("&Discard"))
        for place, button in enumerate((self.discard_button, self.later_button)):
            button.setAutoDefault(False)
            write_in(button, 14, 500)
            row.insertWidget(2 * place, button)  # discarding stands apart, on the other side of the room
        self.recover_button.clicked.connect(lambda: self._decide(self._chosen(), []))
        self.discard_button.clicked.connect(lambda: self._decide([], self._chosen()))
        self.later_button.clicked.connect(lambda: self._decide([], []))
        self.recover_button.setFocus()

    def _list(self, lost: Iterable[Lost]) -> QScrollArea:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in lost:
            box = QCheckBox(title_of(each).replace("&", "&&"))
            box.setChecked(True)
            write_in(box, 14, 600)
            box.setAccessibleDescription(about(each))
            box.toggled.connect(self._refresh)
            self.boxes.append(box)
            detail = label(about(each), 12, 400, "muted")
            detail.setContentsMargins(_INDENT_PX, 0, 0, 10)
            column.addWidget(box)
            column.addWidget(detail)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        room = max(self.screen().availableGeometry().height() - AROUND_PX, 60)
        area.setMinimumHeight(min(MOST_HEIGHT_PX, room, content.heightForWidth(WIDTH_PX - 60) + 4))
        return area

    def _chosen(self) -> list[Lost]:
        return [each for each, box in zip(self._lost, self.boxes, strict=True) if box.isChecked()]

    def _refresh(self) -> None:
        is_any = bool(self._chosen())
        self.recover_button.setEnabled(is_any)
        self.discard_button.setEnabled(is_any)

    def reject(self) -> None:
        self._decide([], [])

    def _decide(self, recovered: list[Lost], discarded: list[Lost]) -> None:
        left = [each for each in self._lost if each not in recovered and each not in discarded]
        self.decided.emit(recovered, discarded, left)
        self.accept()


def title_of(lost: Lost) -> str:
    """Return what the journey is called."""
    return lost.replayed.journey.info.title or lost.replayed.header.title or tr("Untitled")


def about(lost: Lost) -> str:
    """Say where it is from, when it was changed last, and how much of it was not saved."""
    found, path = lost.replayed, lost.replayed.header.path
    where = (
        tr("{name} in {folder}", name=Path(path).name, folder=Path(path).parent)
        if path
        else tr("had no file yet")
    )
    at = lost.orphan.when.astimezone()
    when = tr("{day}, {clock}", day=day_words(at.day, at.month, at.year), clock=f"{at:%H:%M}")
    count = found.history.place  # none: its file went
    steps = trn("{count} step not saved", "{count} steps not saved", count) if count else ""
    lines = [" · ".join(filter(None, (where, when, steps)))]
    if found.history.undo_label:
        lines.append(tr("The last one: {step}", step=found.history.undo_label))
    if found.drafts:
        typed = ", ".join(quoted(draft.shown(MOST_SHOWN)) for draft in found.drafts)
        lines.append(tr("Being typed: {words}", words=typed))
    return "\n".join(lines)
