"""The picture of a journey: the parts called in paint order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import is_
from typing import Any, NamedTuple

from app.collector import quiet_collector
from app.drawing.look import look_at
from app.drawing.memory import BlockPart, Cells, Memory, with_former
from app.drawing.parts.arrows import arrows, pills
from app.drawing.parts.backing import corner_backing, left_backing, top_backing
from app.drawing.parts.callouts import callouts
from app.drawing.parts.captions import captions
from app.drawing.parts.cards import cards
from app.drawing.parts.headers import bottom_header, bracket, gaps, header
from app.drawing.parts.insights import insights
from app.drawing.parts.lanes import lanes
from app.drawing.parts.legend import legend
from app.drawing.parts.lines import areas, lines
from app.drawing.parts.markers import markers
from app.drawing.parts.note import note
from app.drawing.parts.phases import phases, ruler
from app.drawing.parts.rods import rods
from app.drawing.parts.title import title
from app.drawing.shapes import Drawing, Group, Layer, Shape
from app.drawing.tokens import Theme
from app.drawing.words import Words, role_titles
from app.i18n import speaking, spoken, tr
from app.layout.result import Block, Layout
from app.model.journey import Journey
from app.model.records import Attachment, Insight, Phase, Role, Touchpoint


def build(
    journey: Journey,
    layout: Layout,
    theme: Theme,
    previous: Drawing | None = None,
    progress: Callable[[float], None] | None = None,
) -> Drawing:
    """Draw the layout; cells that are as they were in `previous` are the same objects again.

    `progress` is told from time to time what part (0 to 1) is done; what it raises ends the work.
    """
    with quiet_collector(), speaking(journey.info.language):
        return _Builder(journey, layout, theme, previous, progress).drawing()


class _BlockLayer(NamedTuple):
    name: str
    label: str
    parts: Callable[[Block], BlockPart]  # what of a block it is made of
    has_words: bool  # whether it carries words of touchpoints


def _block_layers() -> tuple[_BlockLayer, ...]:
    return (
        _BlockLayer("areas", tr("Areas"), lambda block: (block.lines,), False),
        _BlockLayer("rods", tr("Shared touchpoints"), lambda block: (block.rods,), False),
        _BlockLayer("lines", tr("Journey lines"), lambda block: (block.lines,), False),
        _BlockLayer("links", tr("Links"), lambda block: (block.arrows,), False),
        _BlockLayer("markers", tr("Touchpoints"), lambda block: (block.markers,), True),
        _BlockLayer("cards", tr("Labels"), lambda block: (block.cards,), True),
        _BlockLayer("link-labels", tr("Link labels"), lambda block: (block.arrows,), False),
        _BlockLayer("captions", tr("Captions"), lambda block: (block.captions,), False),
        _BlockLayer("insights", tr("Insights"), lambda block: (block.insights, block.channels), True),
    )


class _Builder:
    """Draws one picture, layer by layer."""

    def __init__(
        self, journey: Journey, layout: Layout, theme: Theme, previous: Drawing | None,
        progress: Callable[[float], None] | None,
    ) -> None:  # fmt: skip
        self._journey = journey
        self._progress = progress
        self._layout = layout
        self._words = Words(journey)
        self._look = look_at(journey, layout, theme)
        words = self._words
        context = (theme, layout.sizes, self._look, words.roles, words.channels, words.counted, spoken())
        self._memory = Memory(journey, context, previous.memory if previous else None)

    def drawing(self) -> Drawing:
        """Return the picture."""
        info, layout = self._journey.info, self._layout
        layers = (
            self._fixed("lanes", tr("Lanes"), self._lane_inputs(), lambda: lanes(layout, self._look)),
            *self._block_layers(),
            *self._frame_layers(),
            *self._foot_layers(),
        )
        memory, box = self._memory, layout.map_box
        memory.close()
        return Drawing(
            width=layout.width,
            height=layout.height,
            background=self._look.theme.bg,
            layers=tuple(layer for layer in layers if layer.cells),
            map_box=(box.x, box.y, box.width, box.height),
            title=" · ".join(part for part in (info.title, info.subject) if part),
            description=info.goal or info.description,
            language=info.language,
            memory=memory,
        )

    def _block_layers(self) -> list[Layer]:
        kinds, draws, stale = _block_layers(), self._draws(), self._stale_blocks()
        rows: list[Cells] = []
        for place, block in enumerate(self._layout.blocks):
            if self._progress is not None:
                self._progress(place / len(self._layout.blocks))
            is_stale = place in stale
            draw = partial(self._cells, kinds, draws, block, is_stale)
            rows.append(self._memory.cells(block, is_stale, draw))
        columns = zip(*rows, strict=True) if rows else ((),) * len(kinds)
        return [
            Layer(kind.name, kind.label, tuple([cell for cell in cells if cell is not None]))
            for kind, cells in zip(kinds, columns, strict=True)
        ]

    def _cells(
        self, kinds: Sequence[_BlockLayer], draws: Mapping[str, Callable[[Block, dict[str, str]], tuple[Shape, ...]]],
        block: Block, is_stale: bool, former: Block | None, old: Cells,
    ) -> Cells:  # fmt: skip
        """Draw a block: layers whose parts are the same objects as in the former block keep their cells."""
        words: dict[str, str] = {}
        found: list[Group | None] = []
        for place, kind in enumerate(kinds):
            parts, cell = kind.parts(block), old[place] if old else None
            is_same = former is not None and all(map(is_, parts, kind.parts(former)))
            if not any(parts):
                found.append(None)
            elif is_same and not (is_stale and kind.has_words):
                moved = cell is not None and cell.dx != block.x
                found.append(Group(cell.children, block.x) if cell is not None and moved else cell)
            else:
                shapes = with_former(
                    draws[kind.name](block, words), cell.children if cell is not None else ()
                )
                found.append(Group(shapes, block.x) if shapes else None)
        return tuple(found)

    def _draws(self) -> dict[str, Callable[[Block, dict[str, str]], tuple[Shape, ...]]]:
        look = self._look
        return {
            "areas": lambda block, _words: areas(block, look),
            "rods": lambda block, _words: rods(block, look),
            "lines": lambda block, _words: lines(block, look),
            "links": lambda block, _words: arrows(block, look),
            "markers": lambda block, words: markers(block, look, self._titles(block, words)),
            "cards": lambda block, words: cards(block, look, self._titles(block, words)),
            "link-labels": lambda block, _words: pills(block, look),
            "captions": lambda block, _words: captions(block, look),
            "insights": lambda block, words: insights(block, look, self._channel_titles(block, words)),
        }

    def _titles(self, block: Block, words: dict[str, str]) -> dict[str, str]:
        """Return the block's touchpoints in words, written when first asked for."""
        if not words:
            ids = {marker.touchpoint for marker in block.markers} | {card.touchpoint for card in block.cards}
            words.update((name, self._title(name)) for name in ids)
        return words

    def _channel_titles(self, block: Block, words: dict[str, str]) -> dict[str, str]:
        return self._titles(block, words) if block.channels else {}

    def _title(self, touchpoint: str) -> str:
        record = self._journey.get(touchpoint)
        if not isinstance(record, Touchpoint):
            return ""
        pinned = self._journey.pinned_to(touchpoint)
        return self._words.of(record, [one for one in pinned if isinstance(one, Insight)])

    def _stale_blocks(self) -> set[int]:
        """Return the blocks with touchpoints whose words changed."""
        firsts = [block.first for block in self._layout.blocks] if self._memory.changed else []
        records = [self._journey.get(name) for name in self._memory.changed] if firsts else []
        starts = [record.start for record in records if isinstance(record, Touchpoint)]
        return {max(bisect_right(firsts, start) - 1, 0) for start in starts}

    def _lane_inputs(self) -> tuple[Any, ...]:
        layout = self._layout
        return (layout.lanes, layout.bottom_rows, layout.map_box, layout.phases)

    def _frame_layers(self) -> tuple[Layer, ...]:
        layout, look = self._layout, self._look
        titles = role_titles(self._journey)
        colours = {phase.id: phase.colour for phase in self._journey.all(Phase) if phase.colour}
        edge = (layout.phase_y, layout.map_box, layout.width, layout.height)
        return (
            self._fixed(
                "phases", tr("Phases"), (layout.phases, edge, colours), pinned="top",
                draw=lambda: (*top_backing(layout, look), *phases(layout, look, colours)),
            ),
            self._fixed(
                "ruler", tr("Timeline"), (layout.ruler, layout.ruler_y), pinned="top",
                draw=lambda: ruler(layout.ruler, layout.ruler_y, look),
            ),
            self._fixed(
                "headers", tr("Roles"),
                (layout.lanes, layout.brackets, layout.bottom_rows, edge, titles, self._avatars()),
                pinned="left", draw=lambda: self._headers(titles),
            ),
            self._fixed(
                "corner", tr("Corner"), (layout.corner, edge), pinned="corner",
                draw=lambda: corner_backing(layout, look),
            ),
        )  # fmt: skip

    def _headers(self, titles: Mapping[str, str]) -> tuple[Shape, ...]:
        layout, look = self._layout, self._look
        avatars = self._avatars()
        return (
            *left_backing(layout, look),
            *(shape for side in layout.brackets for shape in bracket(side, layout, look)),
            *(
                header(lane, layout, look, titles.get(lane.role, ""), avatars.get(lane.role))
                for lane in layout.lanes
            ),
            *gaps(layout, look),
            *(bottom_header(row, layout, look) for row in layout.bottom_rows),
        )

    def _avatars(self) -> dict[str, Attachment]:
        found: dict[str, Attachment] = {}
        for role in self._journey.all(Role):
            picture = self._journey.get(role.avatar) if role.avatar else None
            if isinstance(picture, Attachment):
                found[role.id] = picture
        return found

    def _foot_layers(self) -> tuple[Layer, ...]:
        layout, look = self._layout, self._look
        is_stale = any(entry.touchpoint in self._memory.changed for entry in layout.callouts)
        return (
            self._fixed("title", tr("Title"), layout.title, lambda: title(layout.title, look)),
            self._fixed(
                "callouts", tr("Labels below the map"), (layout.callouts, object() if is_stale else None),
                lambda: callouts(layout.callouts, look, self._title),
            ),
            self._fixed("legend", tr("Legend"), layout.legend, lambda: legend(layout.legend, look)),
            self._fixed("note", tr("Note"), layout.note, lambda: note(layout.note, look)),
        )  # fmt: skip

    def _fixed(
        self, name: str, label: str, inputs: Any, draw: Callable[[], Sequence[Shape]], pinned: Any = ""
    ) -> Layer:
        cell = self._memory.fixed_cell(name, inputs, draw)
        return Layer(name, label, (cell,) if cell.children else (), pinned)
