"""Dates in cells: written and read as the language does, copied as every spreadsheet reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt

from app.i18n import use_language
from app.model.edits.records import set_fields
from app.model.journey import Journey
from tests.widgets.docks.table.conftest import Desk, clipboard, put_on_clipboard
from tests.world import journey, role, touch

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NAMES = ("January", "February", "October")
WORDS = {
    "en": ("6 Jan, 12:00", "3 Feb 2026", "2 Oct 2026"),
    "de": ("6. Jan., 12:00", "3. Feb. 2026", "2. Okt. 2026"),
    "fr": ("6 janv., 12:00", "3 févr. 2026", "2 oct. 2026"),
}


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = QLocale()
    yield
    use_language("en")
    QLocale.setDefault(before)


def dated() -> Journey:
    points = (touch(name, "IT", at=at) for name, at in zip(NAMES, (1.5, 29, 270), strict=True))
    return journey(role("IT"), *points, unit="day", start_date="2026-01-05")


def starts(desk: Desk) -> tuple[str, ...]:
    """What is read in the cells of starts, from above."""
    model = desk.table.model
    return tuple(model.index(row, model.place_of("start")).data() for row in range(len(model.rows.ids)))


@pytest.mark.parametrize("language", WORDS)
def test_dates_are_written_as_the_language_does(desk_of: Callable[[Journey], Desk], language: str) -> None:
    desk = desk_of(dated())
    use_language(language)
    assert starts(desk) == WORDS[language]


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("written", ["2026-03-01", "1.3.2026", "1 March 2026", "1. März", "1er mars"])
def test_a_date_is_typed_in_any_way(desk_of: Callable[[Journey], Desk], language: str, written: str) -> None:
    desk = desk_of(dated())
    use_language(language)
    desk.at("January", "start")
    desk.keys(written, Key.Key_Return)
    assert desk.touchpoint("January").start == 55


@pytest.mark.parametrize(("place", "start"), [("en_US", 27), ("en_GB", 28)])
def test_a_date_of_both_readings_is_read_as_where_the_person_lives(
    desk_of: Callable[[Journey], Desk], place: str, start: float
) -> None:
    desk = desk_of(dated())
    QLocale.setDefault(QLocale(place))
    desk.at("January", "start")
    desk.keys("2/1/2026" if start == 27 else "2/2/2026", Key.Key_Return)
    assert desk.touchpoint("January").start == start


@pytest.mark.parametrize("language", WORDS)
def test_copied_dates_are_numbers_of_a_calendar_that_spreadsheets_read(
    desk_of: Callable[[Journey], Desk], language: str
) -> None:
    desk = desk_of(dated())
    use_language(language)
    desk.at("January", "start")
    desk.press(Key.Key_Down, Modifier.ShiftModifier)
    desk.press(Key.Key_C, Modifier.ControlModifier)
    assert clipboard() == "2026-01-06 12:00\r\n2026-02-03\r\n"


def test_a_date_that_is_left_as_it_stands_changes_nothing(desk_of: Callable[[Journey], Desk]) -> None:
    """Else to look into a cell would round a time between two minutes."""
    third = journey(role("IT"), touch("A", "IT", at=1 / 3 + 1e-7), unit="day", start_date="2026-01-05")
    desk = desk_of(third)
    desk.at("A", "start")
    desk.keys(Key.Key_F2, Key.Key_Return)
    assert desk.touchpoint("A").start == 1 / 3 + 1e-7
    assert not desk.document.history.can_undo


def test_dates_are_sorted_by_time_and_not_by_their_words(desk_of: Callable[[Journey], Desk]) -> None:
    desk = desk_of(dated())
    header, place = desk.view.horizontalHeader(), desk.table.model.place_of("start")
    at = QPoint(header.sectionViewportPosition(place) + 20, 10)
    desk.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.titles() == list(NAMES)  # by their words 2 October were the first
    desk.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.titles() == list(reversed(NAMES))


def test_pasted_dates_of_a_spreadsheet_are_read(desk_of: Callable[[Journey], Desk]) -> None:
    desk = desk_of(dated())
    desk.at("January", "start")
    put_on_clipboard("01.03.2026\n2026-03-02 18:00\n3 March 2026\n")
    desk.press(Key.Key_V, Modifier.ControlModifier)
    assert [desk.touchpoint(name).start for name in NAMES] == [55, 56.75, 57]


def test_a_start_date_makes_room_for_dates_in_a_table_that_is_open(desk: Desk) -> None:
    place = desk.table.model.place_of("start")
    narrow = desk.view.columnWidth(place)
    desk.document.do(set_fields(desk.journey, (desk.journey.info.id,), start_date="2026-09-01"))
    assert desk.view.columnWidth(place) > narrow
    words = max((str(desk.table.model.index(row, place).data()) for row in range(5)), key=len)
    assert desk.view.fontMetrics().horizontalAdvance(words) + 16 <= desk.view.columnWidth(place)
