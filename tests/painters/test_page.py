"""Cutting a drawing into sheets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from app.drawing.bounds import bounds
from app.drawing.shapes import Drawing, Group, Layer, Rect, Text
from app.painters.fold import legend_box
from app.painters.page import LONGEST_MM, MARGIN_MM, OVERLAP_MM, SHEETS_MM, Sheet, on_paper, poster, sheets
from tests.painters.pictures import words

HEADERS_END, PHASES_END = 330.0, 220.0


def a_map(width: float, height: float, phases: tuple[float, ...] = (), size: float = 12.5) -> Drawing:
    """A map with headers at the left, phases that end as said, and one text."""
    starts = (HEADERS_END, *phases[:-1])
    layers = (
        Layer("words", "Words", (Group((words(400, 400, "week", size),)),)),
        Layer(
            "phases", "Phases",
            (Group(tuple(Rect(a, 134, b - a, 50) for a, b in zip(starts, phases, strict=False))),), "top",
        ),
        Layer("headers", "Roles", (Group((Rect(58, PHASES_END, 272, height - 300),)),), "left"),
    )  # fmt: skip
    box = (HEADERS_END, PHASES_END, width - HEADERS_END - 25, height - PHASES_END - 60)
    return Drawing(width, height, "#ffffff", layers, box)


def body(sheet: Sheet) -> tuple[float, float]:
    return sheet.columns[-1].start, sheet.columns[-1].end


def test_a_poster_has_the_drawings_size() -> None:
    sheet = poster(Drawing(960, 480, "#ffffff", (), (0, 0, 1, 1)))
    assert (sheet.width, sheet.height) == (pytest.approx(254), pytest.approx(127))


def test_a_poster_is_never_longer_than_pdf_allows() -> None:
    sheet = poster(Drawing(500_000, 1000, "#ffffff", (), (0, 0, 1, 1)))
    assert sheet.width == pytest.approx(LONGEST_MM)
    assert sheet.height == pytest.approx(LONGEST_MM / 500)


def test_what_fits_is_one_sheet_no_larger_than_life() -> None:
    (sheet,) = sheets(a_map(900, 600), "a3")
    assert sheet.scale == pytest.approx(25.4 / 96)
    assert not any((*sheet.has_before, *sheet.has_after))


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("size", [(2400, 1370), (6000, 900), (1200, 5000), (90_000, 1500)])
def test_sheets_cover_the_map_overlap_and_stay_inside_their_margins(
    paper: str, size: tuple[int, int]
) -> None:
    cut = sheets(a_map(*size), paper)
    firsts = [sheet for sheet in cut if not sheet.has_before[1]]
    assert body(firsts[0])[0] == 0
    assert body(firsts[-1])[1] == size[0]
    for one, two in pairwise(firsts):
        assert (body(one)[1] - body(two)[0]) * one.scale >= OVERLAP_MM - 0.01
        assert one.own[0].end == two.own[0].start
    room_x, room_y = (length - 2 * MARGIN_MM + 0.01 for length in SHEETS_MM[paper])
    for sheet in cut:
        assert sum(span.length for span in sheet.columns) * sheet.scale <= room_x
        assert sum(span.length for span in sheet.rows) * sheet.scale <= room_y


@pytest.mark.parametrize("size", [12.0, 12.5, 16.0])
def test_type_stays_readable(size: float) -> None:
    for sheet in sheets(a_map(8000, 3000, size=size), "a4"):
        assert size * sheet.scale / 25.4 * 72 >= 6.4 - 0.01


def test_a_little_smaller_type_is_better_than_twice_the_sheets() -> None:
    (sheet,) = sheets(a_map(2000, 900), "a3")  # at 7 pt a sheet holds 1,954 units
    assert 12.5 * sheet.scale / 25.4 * 72 >= 6.4
    assert sum(span.length for span in sheet.columns) * sheet.scale > 0.98 * (420 - 2 * MARGIN_MM)


def test_sheets_are_filled() -> None:
    cut = sheets(a_map(2400, 700), "a4")
    high = max(sum(span.length for span in sheet.rows) for sheet in cut) * cut[0].scale
    wide = max(sum(span.length for span in sheet.columns) for sheet in cut) * cut[0].scale
    assert high > 0.9 * (210 - 2 * MARGIN_MM - 6) or wide > 0.9 * (297 - 2 * MARGIN_MM)


def test_later_sheets_repeat_headers_and_phases() -> None:
    cut = sheets(a_map(3000, 2500, (1200, 2000, 2975)), "a4")
    later = next(sheet for sheet in cut if all(sheet.has_before))
    assert later.columns[0] == (58, HEADERS_END)
    assert later.rows[0] == (134, PHASES_END)
    assert len(cut[0].columns) == len(cut[0].rows) == 1


def test_cuts_fall_on_phase_borders_where_they_are_near() -> None:
    cut = sheets(a_map(2400, 800, (800, 1330, 1700, 2375)), "a4")
    assert cut[0].own[0].end in (800, 1330)


def test_a_label_at_a_cut_is_whole_on_a_sheet_that_has_room() -> None:
    first, second = sheets(a_map(2400, 1370), "a3")[:2]
    cut, label = first.own[0].end, 190
    for left in range(int(cut - label), int(cut) + 1, 10):
        assert left + label <= body(first)[1] or left >= body(second)[0]


def test_every_place_belongs_to_one_sheet() -> None:
    cut = [sheet for sheet in sheets(a_map(5000, 700), "a4") if not sheet.has_before[1]]
    for x in range(0, 5000, 37):
        assert sum(sheet.owns(x, 10) for sheet in cut) == 1


def with_legend(width: float, height: float, entries: int) -> Drawing:
    """A map whose legend has entries of 100 units side by side, a rule after each third."""
    parts: list[Group] = []
    for place in range(entries):
        x = 58.0 + place * 120
        parts.append(Group((words(x, height - 20, f"sign {place}"), Rect(x, height - 40, 100, 30))))
        if place % 3 == 2 and place < entries - 1:
            parts.append(Group((Rect(x + 109, height - 40, 2, 30),)))
    drawing = a_map(width, height)
    return replace(drawing, layers=(*drawing.layers, Layer("legend", "Legend", (Group(tuple(parts)),))))


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("size", [(2400, 700, 18), (2400, 1500, 18), (6000, 1290, 45), (3000, 2900, 24)])
def test_a_legend_stands_whole_on_one_sheet(paper: str, size: tuple[int, int, int]) -> None:
    given = with_legend(*size)
    drawing, cut = on_paper(given, paper)
    legend, before = legend_box(drawing), legend_box(given)
    assert legend is not None
    assert before is not None
    owners = [
        sheet for sheet in cut
        if sheet.owns(legend.x, legend.y + 1) and sheet.owns(legend.right - 1, legend.bottom - 1)
    ]  # fmt: skip
    assert len(owners) == 1
    assert legend.y == before.y
    assert drawing.height - legend.bottom == pytest.approx(given.height - before.bottom)
    shown = {part.children[0] for part in _entries(drawing)}
    assert {entry for entry in _entries(given) if isinstance(entry.children[0], Text)} <= shown


def test_a_legend_on_one_sheet_is_left_alone() -> None:
    given = with_legend(900, 600, 5)
    assert on_paper(given, "a3")[0] is given


def test_a_folded_legend_overlaps_nowhere_and_no_line_begins_or_ends_with_a_rule() -> None:
    drawing, _ = on_paper(with_legend(6000, 700, 45), "a4")
    boxes = [box for entry in _entries(drawing) if (box := bounds(entry))]
    lines = [[box for box in boxes if box.y == y] for y in sorted({box.y for box in boxes})]
    assert len(lines) > 2
    for line in lines:
        assert line[0].x == 58
        assert line[0].width == line[-1].width == 100
        assert all(one.right + 5 <= two.x for one, two in pairwise(line))
    assert all(one[0].bottom <= two[0].y for one, two in pairwise(lines))


def _entries(drawing: Drawing) -> list[Group]:
    (cell,) = drawing.layers[-1].cells
    return [child for child in cell.children if isinstance(child, Group)]
