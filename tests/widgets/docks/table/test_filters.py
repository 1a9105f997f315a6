"""Filters of columns: by words, choices and spans; said clearly, cleared by one click, no business of Undo."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit

from app.model.edits import insights, roles
from app.model.edits.records import set_fields
from app.model.edits.touchpoints import retitle
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.widgets.docks.table.filter_popup import FilterPopup
from app.widgets.docks.table.filters import NONE, Filtered, Wish, judge, offered, way_of
from app.widgets.docks.table.model import SheetModel
from app.widgets.document import Document
from tests.widgets.conftest import small
from tests.widgets.docks.table.conftest import Desk
from tests.world import channel, days, journey, role, touch

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


def left(there: Journey, key: str, wish: Wish) -> list[str]:
    """The titles that a filter leaves."""
    columns = SheetModel(Document(there), lambda *_: False).columns
    column = next(each for each in columns if each.key == key)
    is_wanted = judge(there, Filtered(column, wish))
    return [each.title for each in there.all(Touchpoint) if is_wanted(each)]


def mixed() -> Journey:
    return journey(
        role("CFO"), role("IT"), channel("Email"),
        touch("Über Größe", "CFO", at=0, channel="Email", tags=("late", "risk"), feeling=-1),
        touch("Second", "IT", "CFO", at=1, duration=days(2), moment_of_truth=True, feeling=2),
        touch("Third", "IT", at=2, tags=("late",)),
    )  # fmt: skip


def test_words_are_found_whatever_their_accents_and_case() -> None:
    assert left(mixed(), "title", Wish(words="GROSSE uber")) == ["Über Größe"]


def test_choices_leave_what_says_one_of_them_and_empty_cells_are_a_choice() -> None:
    there = mixed()
    assert left(there, "channel", Wish(among=frozenset(("channel-email",)))) == ["Über Größe"]
    assert left(there, "channel", Wish(among=frozenset((NONE,)))) == ["Second", "Third"]
    assert left(there, "roles", Wish(among=frozenset(("role-it",)))) == ["Second", "Third"]
    assert left(there, "tags", Wish(among=frozenset(("late", NONE)))) == ["Über Größe", "Second", "Third"]
    assert left(there, "tags", Wish(among=frozenset(("risk",)))) == ["Über Größe"]
    assert left(there, "moment_of_truth", Wish(among=frozenset(("yes",)))) == ["Second"]
    assert left(there, "feeling role-cfo", Wish(among=frozenset(("-1", "2")))) == ["Über Größe", "Second"]
    assert left(there, "feeling role-cfo", Wish(among=frozenset(("absent",)))) == ["Third"]
    assert left(there, "deviation", Wish(among=frozenset(("as_planned",)))) == [
        "Über Größe",
        "Second",
        "Third",
    ]


def test_spans_take_their_ends_in_and_leave_empty_cells_out() -> None:
    there = mixed()
    assert left(there, "start", Wish(least=1)) == ["Second", "Third"]
    assert left(there, "start", Wish(least=0, most=1)) == ["Über Größe", "Second"]
    assert left(there, "duration", Wish(least=0)) == ["Second"]


def test_a_day_as_the_end_of_a_span_takes_in_all_of_that_day() -> None:
    there = journey(
        touch("Morning", "IT", at=1 / 7 + 0.3 / 7), touch("Next day", "IT", at=2 / 7), start_date="2026-01-05",
    )  # fmt: skip
    assert left(there, "start", Wish(most=1 / 7)) == ["Morning"]


def test_every_column_has_a_way_and_what_it_offers_is_said_somewhere_or_nowhere() -> None:
    there = mixed()
    for column in SheetModel(Document(there), lambda *_: False).columns:
        if way_of(column) == "choices":
            everything = Wish(among=frozenset(each.value for each in offered(there, column)))
            assert left(there, column.key, everything) == ["Über Größe", "Second", "Third"], column.key


def popup() -> FilterPopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, FilterPopup)
    return found


def choice(name: str) -> QCheckBox:
    return next(box for box in popup().boxes if box.accessibleName() == name)


def test_a_funnel_in_a_heading_opens_the_choices_and_ticking_filters_at_once(desk: Desk) -> None:
    heading, place = desk.view.heading, desk.table.model.place_of("roles")
    desk.view.scrollTo(desk.table.model.index(0, place))
    QTest.mouseClick(heading.viewport(), LEFT, pos=heading.funnel(place).center())
    box = choice("CFO")
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert desk.titles() == ["Request lands", "Kick-off"]
    QTest.keyClick(popup(), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert heading.sortIndicatorSection() == -1  # the press sorted nothing


def test_by_keys_alone_a_column_is_filtered_and_the_filter_is_cleared(desk: Desk) -> None:
    desk.at("Kick-off", "title")
    desk.press(Qt.Key.Key_Up, ALT)
    line = popup().findChild(QLineEdit)
    assert line is not None
    assert line.hasFocus()
    QTest.keyClicks(line, "request")
    desk.qtbot.waitUntil(lambda: desk.titles() == ["Budget request", "Request lands"])
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert desk.view.hasFocus()
    desk.press(Qt.Key.Key_Up, ALT)
    QTest.keyClick(popup().clear_button, Qt.Key.Key_Space)
    assert len(desk.titles()) == 5


def test_a_span_of_time_is_typed_as_any_time(desk: Desk) -> None:
    desk.at("Kick-off", "start")
    desk.press(Qt.Key.Key_Up, ALT)
    first = popup().first
    QTest.keyClicks(first, "week 10")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert desk.titles() == ["Budget request", "Request lands", "Kick-off"]
    QTest.keyClick(popup(), Qt.Key.Key_Escape)


def test_the_bar_says_what_hides_rows_and_one_click_shows_them_all_again(desk: Desk) -> None:
    bar, model = desk.table.bar, desk.table.model
    column = model.columns[model.place_of("roles")]
    desk.table.filtering.want(column, Wish(among=frozenset(("role-cfo",))))
    assert bar.count.text() == "2 of 5 touchpoints"
    assert bar.why.words == "3 hidden by Roles"
    assert bar.all_button.isVisible()
    steps = desk.document.history.place
    QTest.mouseClick(bar.all_button, LEFT)
    assert len(desk.titles()) == 5
    assert not bar.all_button.isVisible()
    assert not bar.why.isVisible()
    assert desk.document.history.place == steps


def test_the_quick_filter_and_those_of_columns_are_cleared_together(desk: Desk) -> None:
    model = desk.table.model
    desk.table.bar.filter.setText("request")
    desk.table.filtering.want(model.columns[model.place_of("roles")], Wish(among=frozenset(("role-cfo",))))
    desk.qtbot.waitUntil(lambda: desk.titles() == ["Request lands"])
    QTest.mouseClick(desk.table.bar.all_button, LEFT)
    assert len(desk.titles()) == 5
    assert desk.table.bar.filter.text() == ""


def test_rows_come_and_go_as_their_touchpoints_change(desk: Desk) -> None:
    model = desk.table.model
    desk.table.filtering.want(model.columns[model.place_of("title")], Wish(words="request"))
    desk.document.do(retitle(desk.journey, desk.touchpoint("Kick-off").id, "Last request"))
    assert desk.titles() == ["Budget request", "Request lands", "Last request"]
    desk.document.undo()
    assert desk.titles() == ["Budget request", "Request lands"]


def test_rows_follow_what_is_pinned_to_them_and_the_phases_they_are_in(desk: Desk) -> None:
    model = desk.table.model
    desk.table.filtering.want(model.columns[model.place_of("insights")], Wish(among=frozenset(("pain",))))
    assert desk.titles() == ["Request lands"]
    desk.document.do(insights.pin_insight(desk.journey, "pain", desk.touchpoint("Kick-off").id))
    assert desk.titles() == ["Request lands", "Kick-off"]
    desk.document.undo()
    assert desk.titles() == ["Request lands"]
    QTest.mouseClick(desk.table.bar.all_button, LEFT)
    phase = model.columns[model.place_of("phase")]
    desk.table.filtering.want(phase, Wish(among=frozenset(("phase-purchase",))))
    desk.document.do(set_fields(desk.journey, ("phase-purchase",), start=12))
    assert desk.titles() == ["Request lands", "Kick-off"]


def test_a_filter_goes_with_the_column_it_is_of(desk: Desk) -> None:
    model = desk.table.model
    column = model.columns[model.place_of("feeling role-cfo")]
    desk.table.filtering.want(column, Wish(among=frozenset(("2",))))
    assert desk.titles() == ["Kick-off"]
    desk.document.do(roles.remove_roles(desk.journey, ("role-cfo",)))
    assert len(desk.titles()) == 4
    assert not desk.table.bar.all_button.isVisible()


def test_hidden_rows_keep_their_words_when_all_that_is_seen_is_cleared(desk: Desk) -> None:
    """What a filter hides is touched by nothing that is done to what is seen."""
    model = desk.table.model
    before = small()
    desk.table.filtering.want(model.columns[model.place_of("roles")], Wish(among=frozenset(("role-cfo",))))
    desk.at("Kick-off", "title")
    desk.view.selectAll()
    desk.keys(Qt.Key.Key_Delete)
    kept = {each.title for each in desk.journey.all(Touchpoint)}
    assert kept >= {each.title for each in before.all(Touchpoint)} - {"Request lands", "Kick-off"}


def test_a_screen_reader_is_told_what_cells_show_by_signs_and_which_columns_are_filtered(desk: Desk) -> None:
    model = desk.table.model
    row = desk.titles().index("Kick-off")

    def spoken(row: int, key: str) -> str:
        return str(model.index(row, model.place_of(key)).data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken(row, "feeling role-cfo") == "CFO: 2, Very good"
    assert spoken(0, "feeling role-cfo") == "CFO: takes no part"
    assert spoken(row, "duration") == "Duration: empty"
    assert spoken(len(desk.titles()), "title") == "Title: new touchpoint"
    place = model.place_of("roles")
    desk.table.filtering.want(model.columns[place], Wish(among=frozenset(("role-cfo",))))
    heading = model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert heading == "Roles, filtered"
