from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.drawing.tokens import DARK
from app.model.edits.participations import set_feeling
from app.model.edits.records import remove_records, set_fields
from app.model.edits.touchpoints import retitle
from app.model.records import (
    RECORD_TYPES,
    Channel,
    Evidence,
    Insight,
    JourneyInfo,
    Link,
    Party,
    Person,
    Phase,
    Role,
    ServiceLevel,
    Touchpoint,
)
from app.widgets.docks.inspector.form import Form
from app.widgets.docks.inspector.gathered import Gathered
from app.widgets.docks.inspector.people import PeopleOfRole
from app.widgets.docks.inspector.pinned import PinnedList
from app.widgets.docks.inspector.promises import ServiceLevels
from app.widgets.docks.inspector.references import References
from app.widgets.docks.inspector.several import SeveralKinds
from app.widgets.fields.lines import LinesField
from app.widgets.fields.scale import Scale
from tests.widgets.docks.inspector.conftest import Desk
from tests.widgets.docks.inspector.hands import INTRO, KICK_OFF, piece, text_of


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_no_part_of_a_form_is_ever_a_window(desk: Desk, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    try:
        for kind in RECORD_TYPES:
            for record in desk.journey.all(kind)[:1]:
                desk.document.select((record.id,) if kind is not JourneyInfo else ())
                desk.unfold()
        desk.document.select((KICK_OFF, "role-cfo"))
    finally:
        qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_a_record_that_goes_while_it_is_typed_in_is_no_longer_shown(desk: Desk) -> None:
    desk.select(KICK_OFF)
    desk.type_into(desk.control("title"), "Start")
    desk.document.do(remove_records(desk.journey, (KICK_OFF,)))
    assert desk.form.records[0] == desk.journey.info


def test_going_to_another_record_by_the_inspector_puts_the_focus_into_its_first_field(desk: Desk) -> None:
    desk.select(KICK_OFF)
    desk.control("description").setFocus()
    desk.document.select(("role-cfo",))
    assert desk.inspector.focusWidget() is desk.control("name")


def test_the_focus_stays_elsewhere_when_something_is_selected_elsewhere(desk: Desk) -> None:
    other = QWidget(desk.inspector.parentWidget())
    desk.select(KICK_OFF)
    focused = desk.inspector.focusWidget()
    if focused is not None:
        focused.clearFocus()
    desk.document.select(("role-cfo",))
    assert not desk.control("name").hasFocus()
    other.deleteLater()


def test_a_form_is_made_once_for_each_kind(desk: Desk) -> None:
    first = desk.select(KICK_OFF)
    desk.select("role-cfo")
    assert desk.select(INTRO) is first


def test_a_new_theme_keeps_what_is_selected_and_folded(desk: Desk) -> None:
    desk.select(KICK_OFF)
    folded = [section.is_folded for section in desk.form.sections]
    header = desk.form.sections[2].header
    QTest.mouseClick(header, Qt.MouseButton.LeftButton)
    desk.inspector.wear(DARK)
    title = desk.control("title")
    assert isinstance(title, LinesField)
    assert title.toPlainText() == "Kick-off"
    folded[2] = not folded[2]
    assert [section.is_folded for section in desk.form.sections] == folded


def test_a_change_of_another_record_leaves_the_cursor_where_it_is(desk: Desk) -> None:
    desk.select(KICK_OFF)
    title = desk.control("title")
    assert isinstance(title, LinesField)
    desk.type_into(title, "Begin")
    cursor = title.textCursor()
    cursor.setPosition(2)
    title.setTextCursor(cursor)
    desk.document.do(set_fields(desk.journey, (INTRO,), title="Call"))
    assert title.textCursor().position() == 2


def test_names_of_other_records_are_followed(desk: Desk) -> None:
    desk.select(INTRO)
    desk.document.do(set_fields(desk.journey, ("channel-phone",), name="Telephone"))
    picker = desk.control("channel")
    assert picker.choice.currentText() == "Telephone"  # type: ignore[attr-defined]


def test_editing_can_be_asked_for_by_field(desk: Desk) -> None:
    desk.select(KICK_OFF)
    desk.inspector.edit("description")
    assert desk.control("description").hasFocus()
    desk.inspector.edit()
    assert desk.control("title").hasFocus()


def test_selecting_everything_says_what_there_is(desk: Desk) -> None:
    desk.document.select(record.id for record in desk.journey.records())
    several = desk.inspector.form
    assert isinstance(several, SeveralKinds)
    touchpoints = len(desk.journey.all(Touchpoint))
    assert f"{touchpoints} touchpoints" in [button.accessibleName() for button in several.buttons]


def test_the_head_of_a_role_says_its_mean_feeling(desk: Desk) -> None:
    heads = []
    for feeling in (1, 0, -1):
        parts = [("touch-intro-call", "role-account-manager"), ("touch-kick-off", "role-account-manager")]
        desk.document.do(set_feeling(desk.journey, parts, feeling))
        desk.select("role-account-manager")
        heads += [label.text() for label in desk.inspector.findChildren(QLabel) if "feeling" in label.text()]
    assert heads == [
        "2 touchpoints, feeling +1", "2 touchpoints, feeling 0", "2 touchpoints, feeling −1",
    ]  # fmt: skip


def test_escape_leads_back_to_the_map_when_there_is_nothing_to_take_back(desk: Desk) -> None:
    left: list[bool] = []
    desk.inspector.left.connect(lambda: left.append(True))
    desk.select(KICK_OFF)
    title = desk.control("title")
    desk.type_into(title, "Start")
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert left == []
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert left == [True]


def test_headings_count_what_is_folded_under_them(desk: Desk) -> None:
    headings = [section.header.text() for section in desk.form.sections if section.is_folded]
    assert {"Organisations  2", "People  2", "Channels  2", "Metrics"} <= set(headings)


def test_the_form_of_touchpoints_is_ready_before_the_first_is_selected(desk: Desk, qtbot: QtBot) -> None:
    shown = desk.form
    qtbot.waitUntil(lambda: len(desk.inspector.findChildren(Form)) == 2, timeout=5000)
    assert desk.form is shown
    (ready,) = (each for each in desk.inspector.findChildren(Form) if each is not shown)
    assert desk.select(INTRO) is ready
    assert text_of(desk.control("title")) == "Intro call"


def tops_of(desk: Desk) -> tuple[int, int]:
    """How far down phase and channel stand."""
    desk.select("touch-kick-off")
    QTest.qWait(30)
    phase, channel = desk.control("start", "Phase"), desk.control("channel")
    return phase.mapTo(desk.form, QPoint(0, 0)).y(), channel.mapTo(desk.form, QPoint(0, 0)).y()


def test_small_fields_stand_two_by_two_and_below_each_other_in_a_narrow_panel(desk: Desk) -> None:
    phase, channel = tops_of(desk)
    assert phase == channel
    desk.inspector.resize(250, 900)
    phase, channel = tops_of(desk)
    assert phase < channel
    assert desk.control("channel").width() > 180
    desk.inspector.resize(324, 900)
    phase, channel = tops_of(desk)
    assert phase == channel


def test_a_text_longer_than_its_field_is_cut_nowhere_at_its_side(desk: Desk) -> None:
    desk.document.do(retitle(desk.journey, "touch-kick-off", ("in any of our subsidiaries " * 30)[:296]))
    desk.inspector.resize(260, 900)
    desk.select("touch-kick-off")
    QTest.qWait(30)
    title = desk.control("title")
    assert isinstance(title, LinesField)
    bar = title.verticalScrollBar()
    assert bar.isVisible()
    lines = title.document().firstBlock().layout()
    widest = max(lines.lineAt(each).naturalTextWidth() for each in range(lines.lineCount()))
    assert widest + title.document().documentMargin() <= title.viewport().width()


def test_a_hidden_inspector_does_nothing_and_catches_up(desk: Desk) -> None:
    desk.select(KICK_OFF)
    title = desk.control("title")
    desk.inspector.hide()
    desk.document.select((INTRO,))
    assert title.toPlainText() == "Kick-off"  # type: ignore[attr-defined]
    desk.inspector.show()
    assert title.toPlainText() == "Intro call"  # type: ignore[attr-defined]


def test_every_control_has_a_name_for_screen_readers(desk: Desk) -> None:
    for kind in (
        JourneyInfo,
        Touchpoint,
        Role,
        Phase,
        Link,
        Insight,
        Evidence,
        Party,
        Person,
        Channel,
        ServiceLevel,
    ):
        record = desk.journey.all(kind)[0]
        desk.document.select((record.id,) if kind is not JourneyInfo else ())
        desk.unfold()
        for widget in desk.form.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, (kind.__name__, widget)


def test_a_line_edit_never_has_less_than_it_shows(desk: Desk) -> None:
    desk.inspector.resize(260, 700)
    desk.select(KICK_OFF)
    desk.unfold()
    QApplication.processEvents()
    for widget in desk.form.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QLineEdit | QComboBox | Scale):
            right = widget.mapTo(desk.form, QPoint(widget.width(), 0)).x()
            assert right <= desk.form.width(), widget.accessibleName()


@pytest.mark.parametrize("of", ["record", "tag", "name", "promise", "insight", "pin"])
def test_escape_empties_a_line_in_which_something_new_is_written_and_then_leads_back(
    desk: Desk, of: str
) -> None:
    left: list[bool] = []
    desk.inspector.left.connect(lambda: left.append(True))
    records = tuple(desk.journey.records())
    desk.document.select(
        {"record": (), "name": ("role-cfo",), "pin": ("insight-pain-nobody-told-the-cfo",)}.get(
            of, (KICK_OFF,)
        )
    )
    desk.unfold()
    line = {
        "record": lambda: piece(desk, Gathered).line,
        "tag": lambda: desk.control("tags").line,  # type: ignore[attr-defined]
        "name": lambda: piece(desk, PeopleOfRole).line,
        "promise": lambda: piece(desk, ServiceLevels).line,
        "insight": lambda: piece(desk, PinnedList).adding.line,
        "pin": lambda: piece(desk, References).line,
    }[of]()
    desk.type_into(line, "Words")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert (text_of(line), left) == ("", [])
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert left == [True]
    assert tuple(desk.journey.records()) == records
