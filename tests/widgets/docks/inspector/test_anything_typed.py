"""Whatever is typed into whatever field: nothing raises, and the journey is valid."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.files import native
from app.model.edits.records import add_record
from app.model.journey import Journey
from app.model.records import Attachment, IssueThread, Metric, SavedView
from app.widgets.fields.part_list import PartList
from app.widgets.fields.tab_order import in_order
from tests.widgets.docks.inspector.conftest import Desk, world
from tests.widgets.docks.inspector.hands import paste

KINDS = (
    "", "touch-kick-off", "touch-budget-request", "role-cfo", "phase-need", "link-intro-call-handoff-budget-request",
    "insight-pain-nobody-told-the-cfo", "evidence-interview-4", "party-servio", "person-ingrid", "channel-email",
    "sla-kick-off", "metric", "thread", "attachment", "view", "touch-kick-off touch-intro-call",
)  # fmt: skip
NEARLY = (
    "3 days", "-1 h", "1e400", "99999999999", "12 May", "31.2.2026", "week 12.5", "week", "#12345", "#GGGGGG", "50 %",
    "101 %", "0,5", "−3", "1:30", "2026-02-30", "9999-12-31", "0001-01-01", "https://", "javascript:alert(1)", "NaN",
    "inf", "\x00", "\u202e\u2066", "a\x1fb", "\ufffe", "👩‍👩‍👧‍👦", "שלום", "1" * 400, "x" * 21_000, " ", "\n\n", "٣",
    "¹²", "１２", "12 Ⅻ", "m", "1 m", "1/1/0", "1 h 61 min", "−0",
)  # fmt: skip
texts = st.one_of(
    st.sampled_from(NEARLY),
    st.text(max_size=40),
    st.from_regex(r"-?\d{1,9}[.,]?\d{0,4} ?[a-z]{0,6}", fullmatch=True),
)
keys = st.sampled_from(
    [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Backspace]
)


def whole_world() -> Journey:
    journey = world()
    for kind, fields in (
        (Metric, {"id": "metric", "name": "CSAT"}),
        (IssueThread, {"id": "thread", "title": "Ticket 7"}),
        (Attachment, {"id": "attachment", "name": "a.txt", "media_type": "text/plain", "link": "a.txt"}),
        (SavedView, {"id": "view", "name": "Board"}),
    ):
        journey.apply(add_record(journey, kind, **fields))
    return journey


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_nothing_that_is_typed_makes_an_invalid_journey_or_raises(
    qtbot: QtBot, qapp: QApplication, data: st.DataObject
) -> None:
    desk = Desk(whole_world())
    desk.inspector.resize(324, 900)
    desk.inspector.show()
    desk.inspector.activateWindow()
    qtbot.waitActive(desk.inspector)
    try:
        type_here_and_there(desk, data)
    finally:
        desk.inspector.close()
        desk.inspector.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def type_here_and_there(desk: Desk, data: st.DataObject) -> None:
    before = Journey.of(desk.journey.records())
    for _ in range(data.draw(st.integers(1, 4), label="fields")):
        desk.document.select(data.draw(st.sampled_from(KINDS), label="record").split())
        desk.unfold()
        begin_a_part(desk, data)
        fields = [each for each in in_order(desk.form) if is_text(each)]
        field = fields[data.draw(st.integers(0, len(fields) - 1), label="field")]
        paste(field, data.draw(texts, label="text"))
        QTest.keyClick(field, data.draw(keys, label="key"))
    desk.document.select(())  # what is half typed is tried now
    assert Journey.of(desk.journey.records()) == desk.journey
    assert native.load(native.dump(desk.journey), "typed") == desk.journey
    while desk.document.history.can_undo:
        desk.document.undo()
    assert set(desk.journey.records()) == set(before.records())


def begin_a_part(desk: Desk, data: st.DataObject) -> None:
    """Begin a custom field, a reading or the like, where there are any."""
    lists = [each for each in desk.form.findChildren(PartList) if each.isVisible()]
    if lists and data.draw(st.booleans(), label="new part"):
        lists[data.draw(st.integers(0, len(lists) - 1), label="list")].add_row()


def is_text(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isVisible() and widget.isEnabled()
