"""The rows under the lanes: pain points, opportunities and other insights, each under its touchpoint's moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.i18n import tr
from app.layout.cards import PinMark
from app.layout.result import BottomRow, Box, InsightBox, TextRow
from app.layout.shown import Shown
from app.layout.sizes import Sizes
from app.layout.typeset import Typesetter
from app.model.records import Insight
from app.model.vocabulary import name_in

_KNOWN = ("pain", "opportunity", "gain", "idea", "question")
_PIN_X = 23.0  # of the number's centre in its box
_TEXT_X = 44.0
_TEXT_WIDTH = 200.0
_PAD = 9.0
_GAP = 8.0
_SHIFT = 90.0  # that a box moves to the right at most rather than open a row


class Numbered(NamedTuple):
    """An insight with its number; the touchpoint it stands under, "" for none."""

    insight: Insight
    number: int
    touchpoint: str


class Rows(NamedTuple):
    """Finished rows, the boxes (x absolute) beside their touchpoint's id, and where the rows end."""

    rows: tuple[BottomRow, ...]
    boxes: tuple[tuple[str, InsightBox], ...]
    bottom: float


def kinds_in_order(kinds: set[str]) -> list[str]:
    """Return kinds of insight in the order of their rows."""
    return [kind for kind in _KNOWN if kind in kinds] + sorted(kinds.difference(_KNOWN))


def numbered(
    insights: tuple[Insight, ...], shown: Shown, whole: Mapping[str, int], place: Mapping[str, int]
) -> tuple[Numbered, ...]:
    """Number the insights of the shown roles, by kind in time order; those without a moment come first.

    `whole` is the order of all touchpoints, `place` of those in the window: in it insights keep the numbers they have
    in the whole map.
    """
    found: list[tuple[str, int, int, Insight, str]] = []
    for order, insight in enumerate(insights):
        here = [ref.id for ref in insight.refs if ref.kind == "touchpoint" and ref.id in whole]
        if here:
            first = min(here, key=whole.__getitem__)
            found.append((insight.kind, whole[first], order, insight, first))
        elif _is_general(insight, shown):
            found.append((insight.kind, -1, order, insight, ""))
    found.sort(key=lambda entry: entry[:3])
    counts: dict[str, int] = {}
    result: list[Numbered] = []
    for kind, _, _, insight, touchpoint in found:
        counts[kind] = counts.get(kind, 0) + 1
        here = [ref.id for ref in insight.refs if ref.id in place]
        if touchpoint and here:
            result.append(Numbered(insight, counts[kind], min(here, key=place.__getitem__)))
        elif not touchpoint and shown.first <= shown.whole_first:
            result.append(Numbered(insight, counts[kind], ""))
    return tuple(result)


def _is_general(insight: Insight, shown: Shown) -> bool:
    if not insight.refs:
        return True
    if any(ref.kind == "touchpoint" for ref in insight.refs):
        return False
    return any(
        ref.kind == "journey" or (ref.kind == "role" and ref.id in shown.lane) for ref in insight.refs
    ) or any(ref.kind not in ("journey", "role") for ref in insight.refs)


def votes_of(insight: Insight) -> int:
    """Return how many votes an insight was given in all rounds."""
    return sum(vote.count for vote in insight.votes)


def pins_by_touchpoint(
    entries: Sequence[Numbered], place: Mapping[str, int]
) -> dict[str, tuple[PinMark, ...]]:
    """Return the numbers that stand on each touchpoint's card."""
    found: dict[str, list[PinMark]] = {}
    for insight, number, _ in entries:
        for ref in insight.refs:
            if ref.kind == "touchpoint" and ref.id in place:
                marks = found.setdefault(ref.id, [])
                if all(mark.insight != insight.id for mark in marks):
                    marks.append(PinMark(insight.id, insight.kind, number, votes_of(insight)))
    order = {
        kind: rank for rank, kind in enumerate(kinds_in_order({entry.insight.kind for entry in entries}))
    }
    return {
        touchpoint: tuple(sorted(marks, key=lambda mark: (order[mark.kind], mark.number)))
        for touchpoint, marks in found.items()
    }


def rows(
    entries: Sequence[Numbered], xs: Mapping[str, float], bounds: tuple[float, float], top: float,
    sizes: Sizes, setter: Typesetter,
) -> Rows:  # fmt: skip
    """Pack the boxes of each kind into as few sub-rows as they need; `xs` are absolute."""
    made: list[BottomRow] = []
    boxes: list[tuple[str, InsightBox]] = []
    y = top
    by_kind: dict[str, list[Numbered]] = {}
    for entry in entries:
        by_kind.setdefault(entry.insight.kind, []).append(entry)
    for kind in kinds_in_order(set(by_kind)):
        packed, height = _pack(by_kind[kind], xs, bounds, y, setter)
        height = max(height, sizes.bottom_row)
        made.append(BottomRow(kind, y, height, heading(kind, y + height / 2, sizes, setter)))
        boxes += packed
        y += height + sizes.bottom_gap
    return Rows(tuple(made), tuple(boxes), y - sizes.bottom_gap if made else top)


def _pack(
    entries: Sequence[Numbered],
    xs: Mapping[str, float],
    bounds: tuple[float, float],
    top: float,
    setter: Typesetter,
) -> tuple[list[tuple[str, InsightBox]], float]:
    room = max(min(_TEXT_WIDTH, (bounds[1] - bounds[0] - _TEXT_X - 24.0) / 1.15), 60.0)
    ends: list[float] = []
    heights: list[float] = []
    placed: list[tuple[Numbered, int, float, float, list[tuple[str, float]]]] = []
    for entry in entries:
        text = entry.insight.text or "–"
        is_short = setter.width(text, "insight") < room * 0.6
        setting = setter.balance(text, "insight", room, 1 if is_short else 2)
        if not setting.is_whole:
            setting = setter.set(text, "insight", room * 1.15, 3)
        lines = [(line.text, line.width) for line in setting.lines]
        width = _TEXT_X + setting.width + 12.0
        wish = xs[entry.touchpoint] - _PIN_X if entry.touchpoint else bounds[0] + 6.0
        wish = max(min(wish, bounds[1] - width - 6.0), bounds[0] + 6.0)
        row = _row_for(wish, width, ends, bounds[1])
        if row == len(ends):
            ends.append(float("-inf"))
            heights.append(0.0)
        x = max(wish, ends[row] + _GAP)
        ends[row] = x + width
        heights[row] = max(heights[row], 18.0 + 19.0 * len(lines))
        placed.append((entry, row, x, width, lines))
    tops: list[float] = []
    y = top + max(_PAD, (74.0 - sum(heights) - _GAP * (len(heights) - 1)) / 2)
    for height in heights:
        tops.append(y)
        y += height + _GAP
    boxes = [
        _box(entry, x, tops[row] + (heights[row] - 18.0 - 19.0 * len(lines)) / 2, width, lines)
        for entry, row, x, width, lines in placed
    ]
    return boxes, y - _GAP + _PAD - top


def _row_for(wish: float, width: float, ends: list[float], right: float) -> int:
    for row, end in enumerate(ends):
        if end + _GAP <= wish:
            return row
    for row, end in enumerate(ends):
        if end + _GAP - wish <= _SHIFT and end + _GAP + width <= right - 6.0:
            return row
    return len(ends)


def _box(
    entry: Numbered, x: float, y: float, width: float, lines: list[tuple[str, float]]
) -> tuple[str, InsightBox]:
    insight = entry.insight
    box = Box(x, y, width, 18.0 + 19.0 * len(lines))
    texts = tuple(
        TextRow(text, x + _TEXT_X, y + 24.0 + 19.0 * place, length, "insight")
        for place, (text, length) in enumerate(lines)
    )
    return entry.touchpoint, InsightBox(
        insight.id, insight.kind, entry.number, box, texts, insight.text, votes_of(insight)
    )


def heading(kind: str, middle: float, sizes: Sizes, setter: Typesetter) -> tuple[TextRow, ...]:
    """Write a row's name and what it means beside it, about `middle`."""
    names = {
        "channels": tr("Channels"),
        "pain": tr("Pain points"),
        "opportunity": tr("Opportunities"),
        "gain": tr("Gains"),
        "idea": tr("Ideas"),
        "question": tr("Questions"),
    }
    hints = {
        "channels": tr("how it happens"),
        "pain": tr("what hurts"),
        "opportunity": tr("what would help"),
        "gain": tr("what works well"),
        "idea": tr("what to try"),
        "question": tr("what to find out"),
    }
    x = sizes.header_x + 84.0
    room = sizes.header - 84.0 - 12.0
    name = setter.elide(name_in(names, kind), "row_name", room)
    hint = setter.elide(hints.get(kind, ""), "row_hint", room)
    found = [TextRow(name.text, x, middle - 2.0 if hint.text else middle + 6.0, name.width, "row_name")]
    if hint.text:
        found.append(TextRow(hint.text, x, middle + 18.0, hint.width, "row_hint"))
    return tuple(found)
