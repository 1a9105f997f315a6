from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.edits.records import remove_records
from app.model.edits.touchpoints import retitle
from app.model.records import Touchpoint
from app.widgets.document import Document
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.inline_editor import InlineEditor
from app.widgets.map.inline_places import words_place
from app.widgets.map.rehearsal import settled
from tests.widgets.map.conftest import Shown, buying
from tests.widgets.map.hands import LEFT, look, place
from tests.world import journey, role


def editor(canvas: MapCanvas) -> InlineEditor:
    """What is typed in now."""
    found = canvas.typing.editor
    assert found is not None
    return found


def touchpoints(canvas: MapCanvas) -> list[tuple[str, float]]:
    return [(each.title, each.start) for each in canvas.document.journey.all(Touchpoint)]


def empty_place(canvas: MapCanvas, role_id: str, time: float) -> QPoint:
    """A place of a lane where nothing stands."""
    lane = next(lane for lane in canvas.stage.layout.lanes if lane.role == role_id)
    x, y = canvas.stage.x_of(time), lane.y + 8
    assert canvas.stage.hit(x, y, canvas.camera.zoom) is None
    return QPointF(*canvas.camera.to_view(x, y)).toPoint()


def double_click(canvas: MapCanvas, at: QPoint, qtbot: QtBot) -> None:
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(canvas.viewport(), LEFT, pos=at)
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=at)


def type_keys(canvas: MapCanvas, qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(editor(canvas), text)


def test_a_double_click_in_a_lane_makes_a_touchpoint_there_and_types_its_title(
    shown: Shown, qtbot: QtBot
) -> None:
    canvas = shown()
    look(canvas, 100, 100, 1.0)
    before = canvas.document.history.place
    double_click(canvas, empty_place(canvas, "role-cfo", 4), qtbot)
    type_keys(canvas, qtbot, "Asks for numbers")
    qtbot.keyClick(editor(canvas), Qt.Key.Key_Return)
    made = next(each for each in canvas.document.journey.all(Touchpoint) if each.title == "Asks for numbers")
    assert (made.start, made.roles) == (4.0, ("role-cfo",))
    assert (made.participations[0].feeling, made.participations[0].involvement) == (None, "leads")
    assert canvas.document.history.place == before + 1
    assert canvas.typing.editor is None
    assert canvas.hasFocus()
    canvas.document.undo()
    assert canvas.document.journey.get(made.id) is None


def test_a_new_touchpoint_without_a_title_is_gone_and_leaves_no_step(shown: Shown, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab):
        canvas = shown()
        look(canvas, 100, 100, 1.0)
        before = touchpoints(canvas)
        double_click(canvas, empty_place(canvas, "role-cfo", 4), qtbot)
        assert len(touchpoints(canvas)) == len(before) + 1
        qtbot.keyClick(editor(canvas), key)
        assert touchpoints(canvas) == before
        assert canvas.document.history.place == 0


def test_esc_leaves_a_title_as_it_was_and_enter_takes_the_new_one_as_one_step(
    shown: Shown, qtbot: QtBot
) -> None:
    canvas = shown()
    look(canvas, 700, 100, 1.0)
    for key, title in ((Qt.Key.Key_Escape, "Kick-off"), (Qt.Key.Key_Return, "Start")):
        double_click(canvas, place(canvas, "touch-kick-off"), qtbot)
        type_keys(canvas, qtbot, "Start")
        assert canvas.document.journey.the(Touchpoint, "touch-kick-off").title == "Kick-off"
        qtbot.keyClick(editor(canvas), key)
        assert canvas.document.journey.the(Touchpoint, "touch-kick-off").title == title
    assert canvas.document.history.place == 1


def test_tab_goes_along_the_lane_and_makes_a_new_touchpoint_after_the_last(
    shown: Shown, qtbot: QtBot
) -> None:
    canvas = shown()
    canvas.setFocus()
    canvas.type_in("touch-request-lands", "title", "role-cfo")
    type_keys(canvas, qtbot, "A")
    qtbot.keyClick(editor(canvas), Qt.Key.Key_Tab)
    assert editor(canvas).words == "Kick-off"
    qtbot.keyClick(editor(canvas), Qt.Key.Key_Tab)
    assert editor(canvas).words == "Review"
    qtbot.keyClick(editor(canvas), Qt.Key.Key_Tab)
    assert editor(canvas).words == ""
    type_keys(canvas, qtbot, "Renewal")
    qtbot.keyClick(editor(canvas), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert editor(canvas).words == "Review"
    qtbot.keyClick(editor(canvas), Qt.Key.Key_Return)
    assert touchpoints(canvas)[-1] == ("Renewal", 24.0)
    assert canvas.document.selection == {"touch-review"}
    assert [
        canvas.document.history.place,
        canvas.document.journey.the(Touchpoint, "touch-request-lands").title,
    ] == [2, "A"]


def test_the_editor_stands_where_the_title_stands_and_grows_with_the_words(
    shown: Shown, qtbot: QtBot
) -> None:
    canvas = shown()
    for zoom in (0.6, 1.0, 2.0):
        look(canvas, 700, 100, zoom)
        canvas.type_in("touch-kick-off", "title", "role-cfo")
        found = editor(canvas)
        qtbot.waitUntil(lambda: not canvas.eye.is_flying)
        stood = words_place(canvas.stage, canvas.camera, "touch-kick-off", "role-cfo")
        assert stood is not None
        assert abs(found.x() + 8 - stood.x) <= 1
        assert abs(found.y() + 5 - stood.y) <= 1
        assert abs(found.fontInfo().pixelSize() - stood.size) <= 1
        narrow = found.width(), found.height()
        type_keys(canvas, qtbot, "A much longer title than before, with many more words that need lines")
        assert found.width() > narrow[0]
        assert found.height() > narrow[1]
        qtbot.keyClick(found, Qt.Key.Key_Escape)


def test_the_map_keeps_still_while_words_are_typed(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    look(canvas, 700, 100, 1.0)
    canvas.type_in("touch-kick-off", "title")
    stage, camera = canvas.stage, canvas.camera
    type_keys(canvas, qtbot, "Something else entirely")
    assert (canvas.stage, canvas.camera) == (stage, camera)


def test_a_click_elsewhere_takes_over_what_was_typed(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    look(canvas, 100, 100, 1.0)
    canvas.type_in("touch-intro-call", "title")
    type_keys(canvas, qtbot, "First call")
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=empty_place(canvas, "role-cfo", 4))
    assert canvas.document.journey.the(Touchpoint, "touch-intro-call").title == "First call"
    assert canvas.typing.editor is None


def test_an_input_method_composes_in_the_editor(shown: Shown) -> None:
    canvas = shown()
    canvas.type_in("touch-kick-off", "title")
    composing = QInputMethodEvent("にほ", [])
    QApplication.sendEvent(editor(canvas), composing)
    assert editor(canvas).words == ""  # nothing is taken over yet
    done = QInputMethodEvent()
    done.setCommitString("日本")
    QApplication.sendEvent(editor(canvas), done)
    canvas.typing.confirm()
    assert canvas.document.journey.the(Touchpoint, "touch-kick-off").title == "日本"


def test_names_of_roles_and_phases_are_typed_where_they_stand(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    for record, field, before in (("role-cfo", "name", "CFO"), ("phase-need", "name", "Need")):
        canvas.type_in(record, field)
        assert editor(canvas).words == before
        assert canvas.viewport().rect().contains(editor(canvas).geometry())
        type_keys(canvas, qtbot, "Other")
        qtbot.keyClick(editor(canvas), Qt.Key.Key_Return)
        assert getattr(canvas.document.journey.get(record), field) == "Other"


def test_a_title_that_is_too_long_is_refused_and_typing_goes_on(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    canvas.type_in("touch-kick-off", "title")
    editor(canvas).setPlainText("x" * 301)
    with qtbot.waitSignal(canvas.refused):
        qtbot.keyClick(editor(canvas), Qt.Key.Key_Return)
    assert canvas.typing.editor is not None
    qtbot.keyClick(editor(canvas), Qt.Key.Key_Escape)
    assert canvas.document.history.place == 0


def test_what_is_typed_ends_when_its_record_is_gone(shown: Shown) -> None:
    canvas = shown()
    canvas.type_in("touch-kick-off", "title")
    canvas.document.do(remove_records(canvas.document.journey, ["touch-kick-off"]))
    assert canvas.typing.editor is None


def test_a_map_of_one_role_can_be_begun(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown(journey(role("CFO")))
    lane = canvas.stage.layout.lanes[0]
    at = QPointF(*canvas.camera.to_view(canvas.stage.x_of(1), lane.y + 10)).toPoint()
    double_click(canvas, at, qtbot)
    type_keys(canvas, qtbot, "First")
    qtbot.keyClick(editor(canvas), Qt.Key.Key_Return)
    assert touchpoints(canvas) == [("First", 1.0)]


def test_all_of_a_long_name_is_in_sight_while_it_is_typed(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    for record in ("role-cfo", "touch-kick-off", "phase-need"):
        canvas.type_in(record)
        found = editor(canvas)
        type_keys(
            canvas, qtbot, "Head of the department for words and their very long abbreviations, and others"
        )
        qtbot.waitUntil(lambda: not canvas.eye.is_flying)
        assert found.verticalScrollBar().value() == 0
        assert found.cursorRect().bottom() <= found.viewport().height()
        assert found.cursorRect().right() <= found.viewport().width()
        assert canvas.viewport().rect().contains(found.geometry())
        qtbot.keyClick(found, Qt.Key.Key_Escape)


def test_the_map_stays_where_it_is_when_the_words_are_in_sight(shown: Shown) -> None:
    canvas = shown()
    look(canvas, 300, 60, 0.8)
    before = canvas.eye.goal
    canvas.type_in("touch-request-lands")
    assert canvas.eye.goal == before


def test_a_shorter_title_covers_all_of_the_old_one_while_it_is_typed(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    canvas.document.do(
        retitle(canvas.document.journey, "touch-kick-off", "A kick-off that asks for several lines")
    )
    look(canvas, 700, 100, 1.0)
    canvas.type_in("touch-kick-off", "title")
    found = editor(canvas)
    qtbot.waitUntil(lambda: not canvas.eye.is_flying)
    block = canvas.stage.places.block("touch-kick-off")
    assert block is not None
    card = next(card for card in block.cards if card.touchpoint == "touch-kick-off")
    last = [row for row in card.rows if row.style.startswith("card_title")][-1]
    assert last.y > card.rows[0].y
    type_keys(canvas, qtbot, "Go")
    assert found.geometry().bottom() >= canvas.camera.to_view(0, last.y)[1]


def test_after_a_name_is_typed_the_map_wears_no_ring_unless_the_keyboard_is_at_a_marker(
    shown: Shown, qtbot: QtBot
) -> None:
    canvas = shown()
    for record, has_ring in (("role-cfo", False), ("touch-kick-off", True)):
        canvas.document.select({record})
        if has_ring:
            canvas.selecting.stand(record, "role-cfo")
        canvas.type_in(record)
        qtbot.keyClick(editor(canvas), Qt.Key.Key_Return)
        assert canvas.hasFocus()
        assert canvas.shows_keyboard() == has_ring


def test_the_title_whose_journey_and_the_goal_are_typed_where_they_stand(shown: Shown, qtbot: QtBot) -> None:
    canvas = shown()
    look(canvas, -20, -30, 0.8)
    row = next(row for row in canvas.stage.layout.title.rows if row.style == "title")
    lift = canvas.stage.pins.lift(canvas.camera.zoom)
    double_click(canvas, QPointF(*canvas.camera.to_view(row.x + 20, row.y - lift - 8)).toPoint(), qtbot)
    for words in ("Buying anew", "Northwind", "Nothing gets lost"):
        type_keys(canvas, qtbot, words)
        assert canvas.viewport().rect().contains(editor(canvas).geometry())
        key = Qt.Key.Key_Return if words == "Nothing gets lost" else Qt.Key.Key_Tab
        qtbot.keyClick(editor(canvas), key)
    info = canvas.document.journey.info
    assert (info.title, info.subject, info.goal) == ("Buying anew", "Northwind", "Nothing gets lost")
    assert (canvas.camera.x, canvas.camera.y) == (-20, -30)
    assert canvas.document.history.labels == (
        "Rename journey Buying anew", "Change whose journey it is", "Change goal of the journey",
    )  # fmt: skip


def test_a_map_that_went_away_while_words_were_typed_on_it_is_asked_nothing_more(qtbot: QtBot) -> None:
    document = Document(buying())
    canvas = MapCanvas(document)
    canvas.show()
    assert settled(canvas)
    canvas.type_in("touch-kick-off")
    type_keys(canvas, qtbot, "Start")
    assert [draft.words for draft in document.drafts.look()] == ["Start"]
    canvas.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert document.drafts.look() == ()
