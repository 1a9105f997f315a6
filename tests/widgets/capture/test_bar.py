from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.change import Change
from app.model.record import replaced
from app.model.records import Channel, Insight, Role, Touchpoint
from app.widgets.capture.bar import CaptureBar
from app.widgets.capture.many import CaptureMany
from app.widgets.document import Document
from app.widgets.main_window import MainWindow
from app.widgets.map.rehearsal import settled


def document(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


def bar(window: MainWindow) -> CaptureBar:
    """Open the bar by its key, as a person does."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    made = window.panels.widget("capture")
    assert isinstance(made, CaptureBar)
    assert made.field.hasFocus()
    return made


def newest(window: MainWindow) -> Touchpoint:
    (selected,) = document(window).selection
    return document(window).journey.the(Touchpoint, selected)


def press(
    widget: CaptureBar, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(widget.field, key, held)


def write(widget: CaptureBar, text: str) -> None:
    QTest.keyClicks(widget.field, text)


def test_a_typed_line_becomes_a_touchpoint_that_is_selected_and_can_be_undone_in_one_step(
    window: MainWindow,
) -> None:
    capture = bar(window)
    before = document(window).journey.snapshot()
    write(capture, "CFO, IT manager: budget review @email w12-13 +1 !late numbers")
    press(capture, Qt.Key.Key_Return)
    made = newest(window)
    assert (made.title, made.start, made.roles) == ("budget review", 12, ("role-cfo", "role-it-manager"))
    assert made.channel == "channel-email"
    assert [part.feeling for part in made.participations] == [1, 1]
    assert capture.field.line == ""
    assert capture.field.hasFocus()
    document(window).undo()
    assert document(window).journey.snapshot() == before


def test_typing_a_letter_on_the_map_opens_the_bar_with_it(window: MainWindow) -> None:
    assert window.canvas is not None
    window.canvas.setFocus()
    QTest.keyClicks(window.canvas, "C")
    made = window.panels.widget("capture")
    assert isinstance(made, CaptureBar)
    assert made.isVisible()
    assert made.field.line == "C"
    assert made.field.hasFocus()


@pytest.mark.parametrize("letter", ["P", "g", "m", "o", "q", "@"])
def test_with_nothing_selected_any_letter_begins_a_line(window: MainWindow, letter: str) -> None:
    assert window.canvas is not None
    window.canvas.setFocus()
    QTest.keyClicks(window.canvas, letter)
    made = window.panels.widget("capture")
    assert isinstance(made, CaptureBar)
    assert made.field.line == letter


def test_lines_without_time_and_roles_follow_what_was_captured_last(window: MainWindow) -> None:
    capture = bar(window)
    for line in ("CFO: a w12", "b", "c"):
        write(capture, line)
        press(capture, Qt.Key.Key_Return)
    assert (newest(window).title, newest(window).start, newest(window).roles) == ("c", 14, ("role-cfo",))


def test_tab_completes_roles_and_channels_and_a_comma_goes_before_the_colon(window: MainWindow) -> None:
    capture = bar(window)
    write(capture, "cf")
    press(capture, Qt.Key.Key_Tab)
    assert capture.field.line == "CFO: "
    write(capture, ",acc")
    press(capture, Qt.Key.Key_Tab)
    assert capture.field.line == "CFO, Account manager: "
    write(capture, "call @em")
    press(capture, Qt.Key.Key_Tab)
    assert capture.field.line == "CFO, Account manager: call @Email "
    assert capture.field.hasFocus()


def test_arrows_choose_an_offer_and_enter_takes_it(window: MainWindow) -> None:
    capture = bar(window)
    write(capture, "m")  # Account manager, IT manager
    press(capture, Qt.Key.Key_Down)
    press(capture, Qt.Key.Key_Down)
    press(capture, Qt.Key.Key_Return)
    assert capture.field.line in ("Account manager: ", "IT manager: ")
    assert len(document(window).journey.all(Touchpoint)) == 5


def test_without_an_offer_tab_goes_on_to_the_button(window: MainWindow) -> None:
    capture = bar(window)
    write(capture, "zzz")
    press(capture, Qt.Key.Key_Tab)
    assert capture.add_button.hasFocus()


def test_the_buttons_of_the_bar_leave_keys_to_it(window: MainWindow) -> None:
    capture = bar(window)
    write(capture, "CFO: a")
    QTest.mouseClick(capture.add_button, Qt.MouseButton.LeftButton)
    assert newest(window).title == "a"
    assert capture.field.hasFocus()
    capture.close_button.setFocus()
    QTest.keyClicks(capture.close_button, "b")
    assert capture.field.line == "b"
    capture.add_button.setFocus()
    QTest.keyClick(capture.add_button, Qt.Key.Key_Escape)
    assert not capture.isVisible()
    assert window.canvas is not None
    assert window.canvas.hasFocus()


def test_escape_takes_the_offers_away_then_closes_and_the_line_is_still_there_later(
    window: MainWindow,
) -> None:
    capture = bar(window)
    write(capture, "cf")
    press(capture, Qt.Key.Key_Escape)
    assert capture.isVisible()
    press(capture, Qt.Key.Key_Escape)
    assert not capture.isVisible()
    assert window.canvas is not None
    assert window.canvas.hasFocus()
    assert bar(window).field.line == "cf"


def test_up_recalls_former_lines_and_down_comes_back_to_the_one_begun(window: MainWindow) -> None:
    capture = bar(window)
    for line in ("CFO: a", "CFO: b"):
        write(capture, line)
        press(capture, Qt.Key.Key_Return)
    write(capture, "zz")
    lines = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(capture, key)
        lines.append(capture.field.line)
    assert lines == ["CFO: b", "CFO: a", "CFO: a", "CFO: b", "zz"]


def test_with_an_empty_line_undo_takes_the_last_touchpoint_back(window: MainWindow) -> None:
    capture = bar(window)
    write(capture, "CFO: a")
    press(capture, Qt.Key.Key_Return)
    assert len(document(window).journey.all(Touchpoint)) == 6
    keys = QKeySequence(QKeySequence.StandardKey.Undo)[0]
    press(capture, keys.key(), keys.keyboardModifiers())
    assert len(document(window).journey.all(Touchpoint)) == 5


def test_the_preview_says_how_the_line_is_understood(window: MainWindow) -> None:
    capture = bar(window)
    write(capture, "Auditor, CFO -1: looks @fax w3 * ?why")
    said = [(part.words, part.tone) for part in capture.preview.parts]
    assert said == [
        ("New role: Auditor", "new"),
        ("CFO (Bad)", "said"),
        ("looks", "said"),
        ("Week 3", "said"),
        ("New channel: fax", "new"),
        ("Moment of truth", "said"),
        ("Question: why", "said"),
    ]
    press(capture, Qt.Key.Key_Return)
    journey = document(window).journey
    assert "Auditor" in [role.name for role in journey.all(Role)]
    assert "fax" in [channel.name for channel in journey.all(Channel)]


def test_the_map_shows_where_the_touchpoint_would_stand_until_the_bar_is_closed(
    window: MainWindow, qtbot: QtBot
) -> None:
    canvas = window.canvas
    assert canvas is not None
    capture = bar(window)
    assert settled(canvas)
    before = canvas.grab().toImage()
    write(capture, "CFO, IT manager: talk w3 +1")
    assert canvas.grab().toImage() != before
    press(capture, Qt.Key.Key_Escape)
    capture.field.write("")
    assert bar(window) is capture  # with the keyboard in it again
    assert settled(canvas)
    qtbot.waitUntil(lambda: canvas.grab().toImage() == before)


def test_what_cannot_be_is_said_and_the_line_stays(window: MainWindow) -> None:
    capture = bar(window)
    before = document(window).journey.snapshot()
    line = "CFO: " + "long " * 70
    capture.field.write(line)
    press(capture, Qt.Key.Key_Return)
    assert "300" in window.messages.text
    assert capture.field.line == line
    assert document(window).journey.snapshot() == before


def test_a_text_of_several_lines_is_shown_before_it_is_added_in_one_step(
    window: MainWindow, qtbot: QtBot
) -> None:
    capture = bar(window)
    before = document(window).journey.snapshot()
    QGuiApplication.clipboard().setText("- CFO: a w3\n- Auditor: b\n   !slow\n- c +9\n")
    keys = QKeySequence(QKeySequence.StandardKey.Paste)[0]
    press(capture, keys.key(), keys.keyboardModifiers())
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CaptureMany)
    assert document(window).journey.snapshot() == before
    assert len(dialog.model.wanted) == 3
    assert dialog.model.new_names() == (("Auditor",), ())
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    journey = document(window).journey
    new = sorted(
        (journey.the(Touchpoint, each) for each in document(window).selection), key=lambda each: each.start
    )
    assert [(each.title, each.start) for each in new] == [("a", 3), ("b", 4), ("c +9", 5)]
    assert [insight.text for insight in journey.all(Insight)][-1] == "slow"
    document(window).undo()
    assert journey.snapshot() == before


def test_one_pasted_line_is_typed(window: MainWindow) -> None:
    capture = bar(window)
    QGuiApplication.clipboard().setText("  CFO:\t a \n\n")
    keys = QKeySequence(QKeySequence.StandardKey.Paste)[0]
    press(capture, keys.key(), keys.keyboardModifiers())
    assert capture.field.line == "CFO: a"


def test_one_pasted_point_of_a_list_is_typed_without_its_bullet(window: MainWindow) -> None:
    capture = bar(window)
    QGuiApplication.clipboard().setText("• CFO: a\n")
    keys = QKeySequence(QKeySequence.StandardKey.Paste)[0]
    press(capture, keys.key(), keys.keyboardModifiers())
    assert capture.field.line == "CFO: a"
    QGuiApplication.clipboard().setText("- b")
    press(capture, keys.key(), keys.keyboardModifiers())
    assert capture.field.line == "CFO: a- b"


def test_letters_beyond_the_basic_plane_do_not_shift_what_is_completed(window: MainWindow) -> None:
    capture = bar(window)
    capture.field.write("🙂🙂 @em")
    press(capture, Qt.Key.Key_Tab)
    assert capture.field.line == "🙂🙂 @Email "


def test_the_example_counts_in_the_unit_of_the_journey_and_is_cut_where_there_is_no_room(
    window: MainWindow,
) -> None:
    capture = bar(window)
    field = capture.field
    field.resize(900, field.height())
    assert field.placeholderText().endswith("w12-13 +1 !late numbers")
    info = document(window).journey.info
    document(window).do(Change((replaced(info, unit="day"),), (), "Unit"))
    assert "d12-13 +1" in field.placeholderText()
    field.resize(200, field.height())
    assert field.placeholderText().endswith("…")
