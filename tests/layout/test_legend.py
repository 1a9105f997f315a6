from app.layout.legend import legend
from app.layout.measure import fixed_measure
from app.layout.result import LegendItem
from app.layout.typeset import Typesetter

CHANNELS = [("", "Channel"), *((f"channel:{n}", f"Way {n}") for n in range(5)), ("separator", "")]
SIGNS = [
    (sign, f"what {sign} means") for sign in ("active", "idle", "shared", "moment", "supplier", "person")
]
SETTER = Typesetter(fixed_measure)


def rows_of(items: list[tuple[str, str]], room: float) -> list[list[LegendItem]]:
    """Set a legend in a room and return its items by row."""
    rows: dict[float, list[LegendItem]] = {}
    for item in legend(items, 100.0, 100.0 + room, 0.0, SETTER)[0]:
        rows.setdefault(item.y, []).append(item)
    return list(rows.values())


def end_of(row: list[LegendItem]) -> float:
    """Return where a row's last word ends."""
    assert row[-1].row is not None
    return row[-1].row.x + row[-1].row.width


def test_a_legend_that_has_room_stands_in_one_row_with_channels_parted_from_signs() -> None:
    (row,) = rows_of(CHANNELS + SIGNS, 4000.0)
    assert [item.sign for item in row].count("separator") == 1


def test_channels_have_a_row_of_their_own_where_one_row_is_too_short() -> None:
    first, second = rows_of(CHANNELS + SIGNS, 1100.0)
    assert [item.sign for item in first] == [sign for sign, _ in CHANNELS[:-1]]
    assert [item.sign for item in second] == [sign for sign, _ in SIGNS]


def test_rows_of_a_legend_are_about_as_long_and_stay_in_their_room() -> None:
    for room in (500.0, 640.0, 800.0):
        rows = rows_of(SIGNS * 3, room)
        ends = [end_of(row) for row in rows]
        assert max(ends) <= 100.0 + room
        assert min(ends) - 100.0 >= (max(ends) - 100.0) / 2
        assert not [row for row in rows if row[0].sign == "separator" or row[-1].sign == "separator"]


def test_words_stand_as_far_from_narrow_signs_as_from_wide_ones() -> None:
    (row,) = rows_of(SIGNS, 4000.0)
    halves = {"active": 17.0, "shared": 5.0, "moment": 12.0}
    gaps = {item.row.x - item.x - halves[item.sign] for item in row if item.row and item.sign in halves}
    assert gaps == {8.0}
