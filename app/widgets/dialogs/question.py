"""A question in the way: what would be lost or overwritten, and two or three answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QPushButton, QWidget

from app.i18n import quoted, tr, trn
from app.model.draft import Draft
from app.widgets.dialogs.frame import Dialog, label
from app.widgets.document import Document
from app.widgets.fonts import write_in

WIDTH_PX = 480
MOST_SHOWN = 160  # characters of what is being typed


class Answer(NamedTuple):
    """What a button says, and the word for it in the code."""

    id: str
    words: str


class Question(Dialog):
    """Asks; `answer` is the word of the button that was pressed, "" for Cancel and Esc."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        question: str,
        detail: str,
        answers: Sequence[Answer],
        usual: str = "",
        *,
        can_cancel: bool = True,
    ) -> None:
        """The first answer is the one that goes on; `usual` is the one that Enter gives."""
        super().__init__(title, parent)
        self.answer = ""
        self.setMinimumWidth(WIDTH_PX)
        self.column.addWidget(label(question, 16, 700))
        if detail:
            self.column.addWidget(label(detail, 14, 400))
        first, *others = answers
        button, row = self.add_foot(first.words, can_cancel=can_cancel)
        self.buttons = {first.id: button}
        for other in others:
            self.buttons[other.id] = QPushButton(other.words)
            self.buttons[other.id].setAutoDefault(False)
            write_in(self.buttons[other.id], 14, 500)
            row.insertWidget(0, self.buttons[other.id])  # far from the one that goes on
        for answer, each in self.buttons.items():
            each.clicked.connect(lambda _=False, answer=answer: self._end(answer))
        self.setAccessibleName(question)
        self.setAccessibleDescription(detail)
        usual_button = self.buttons.get(usual, button)
        usual_button.setDefault(True)
        usual_button.setFocus()

    def _end(self, answer: str) -> None:
        self.answer = answer
        self.accept()


def about_closing(document: Document, parent: QWidget) -> Question:
    """Ask whether to save before closing."""
    count = document.history.unsaved_count
    name = document.caption or tr("Untitled")
    question = tr("Save the changes to “{name}” before closing?", name=name)
    detail = (
        trn("{count} step was not saved.", "{count} steps were not saved.", count)
        if count
        else tr("Without saving, the changes are lost.")
    )
    answers = (Answer("save", tr("&Save")), Answer("discard", tr("&Don’t Save")))
    return Question(parent, tr("Close"), question, detail, answers)


def about_forgetting(typed: Sequence[Draft], parent: QWidget) -> Question:
    """Ask whether to close though something was typed that is in no journey."""
    question = tr("Close without what is being typed?")
    words = ", ".join(quoted(draft.shown(MOST_SHOWN)) for draft in typed)
    detail = trn(
        "{words} is not in the journey yet.", "{words} are not in the journey yet.", len(typed), words=words
    )
    answers = (Answer("stay", tr("&Go On Typing")), Answer("forget", tr("&Close")))
    return Question(parent, tr("Close"), question, detail, answers, can_cancel=False)


def about_overwriting(path: Path, parent: QWidget) -> Question:
    """Ask whether to replace what somebody else has saved."""
    question = tr("Replace “{name}”?", name=path.name)
    detail = tr("The file holds something that was not opened here. It would be lost.")
    answers = (Answer("replace", tr("&Replace")), Answer("elsewhere", tr("Save &As…")))
    return Question(parent, tr("Save"), question, detail, answers, usual="elsewhere")


def about_recovered(path: Path, parent: QWidget) -> Question:
    """Ask whether what was recovered takes the place of the file."""
    question = tr("Replace “{name}” with the recovered journey?", name=path.name)
    detail = tr(
        "The file holds the journey as it was saved last. Save the recovered one beside it to compare them."
    )
    answers = (Answer("replace", tr("&Replace")), Answer("elsewhere", tr("Save &As…")))
    return Question(parent, tr("Save"), question, detail, answers, usual="elsewhere")


def about_reverting(document: Document, parent: QWidget) -> Question:
    """Ask whether to go back to the file."""
    count = document.history.unsaved_count
    name = document.path.name if document.path is not None else ""
    question = tr("Go back to “{name}” as it was saved last?", name=name)
    detail = (
        trn(
            "{count} step was not saved. Undo brings it back.",
            "{count} steps were not saved. Undo brings them back.",
            count,
        )
        if count
        else tr("Undo brings back what there is now.")
    )
    return Question(parent, tr("Revert to Saved"), question, detail, (Answer("revert", tr("&Revert")),))


def about_end_of_session(names: Sequence[str], parent: QWidget) -> Question:
    """Ask whether to save before the computer shuts down."""
    question = tr("Save before the session ends?")
    detail = tr("What is not saved, and what has no file yet, is offered when Journeylines starts again: {names}.",
                names=", ".join(names))  # fmt: skip
    answers = (Answer("save", tr("&Save")), Answer("later", tr("&Don’t Save")))
    return Question(parent, tr("Close"), question, detail, answers)
