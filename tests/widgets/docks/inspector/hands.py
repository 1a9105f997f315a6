"""What hands do to the controls of an inspector."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

from app.model.edits.records import add_record, set_fields
from app.model.record import Record
from app.model.records import Touchpoint
from app.widgets.docks.inspector.rows import Piece
from app.widgets.fields.naming import ChoiceOrNew
from tests.widgets.docks.inspector.conftest import Desk

KICK_OFF, INTRO, BUDGET = "touch-kick-off", "touch-intro-call", "touch-budget-request"
LINK, SLA = "link-intro-call-handoff-budget-request", "sla-kick-off"
LEFT = Qt.MouseButton.LeftButton
SomePiece = TypeVar("SomePiece", bound=Piece)


def touchpoint(desk: Desk, record_id: str = KICK_OFF) -> Touchpoint:
    return desk.journey.the(Touchpoint, record_id)


def piece(desk: Desk, kind: type[SomePiece], place: int = 0) -> SomePiece:
    """Return a part of the page that is more than a control."""
    return [each for each in desk.form.pieces if isinstance(each, kind)][place]


def give(desk: Desk, record_id: str, **fields: object) -> None:
    """Set fields of a record, as a step of its own."""
    desk.document.do(set_fields(desk.journey, (record_id,), **fields))
    desk.document.end_merging()


def add(desk: Desk, kind: type[Record], **fields: str) -> str:
    """Add a record; return its id."""
    change = add_record(desk.journey, kind, **fields)
    desk.document.do(change)
    return change.put[0].id


def text_of(widget: QWidget) -> str:
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


def paste(widget: QWidget, text: str) -> None:
    """Put text in the place of all that is written."""
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    widget.selectAll()
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.Paste))


def choose(widget: QWidget, words: str) -> None:
    """Choose from a list with the keys, as somebody does who types the first letters."""
    box = widget.choice if isinstance(widget, ChoiceOrNew) else widget
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClicks(box, words)


def choose_below(widget: QWidget, words: str) -> None:
    """Choose from the list that drops down."""
    box = widget.choice if isinstance(widget, ChoiceOrNew) else widget
    assert isinstance(box, QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box.view(), words)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)


def click(widget: QWidget) -> None:
    """Click into the middle of a widget, when all stands where it belongs."""
    QApplication.processEvents()
    assert widget.isVisible()
    QTest.mouseClick(widget, LEFT)


def menu_item(words: str, press: QWidget) -> None:
    """Press a button and choose from the menu that it opens."""
    click(press)
    menu = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()
    )
    action = next(each for each in menu.actions() if each.text().replace("&", "") == words)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
