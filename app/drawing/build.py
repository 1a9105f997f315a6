"""The picture of a journey: the parts called in paint order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from app.collector import quiet_collector
from app.drawing.cells import Drafter, Titles
from app.drawing.look import Look, look_at
from app.drawing.memory import Cells, Memory
from app.drawing.parts.backing import corner_backing, left_backing, top_backing
from app.drawing.parts.callouts import callouts, callouts_reach
from app.drawing.parts.headers import bottom_header, bracket, gaps, header
from app.drawing.parts.lanes import lanes
from app.drawing.parts.legend import legend
from app.drawing.parts.note import note
from app.drawing.parts.phases import phases, ruler
from app.drawing.parts.title import title
from app.drawing.shapes import Drawing, Layer, Shape, Title, Unwritten
from app.drawing.tokens import Theme
from app.drawing.words import Words, role_titles
from app.i18n import speaking, spoken, tr
from app.layout.result import Box, Layout
from app.layout.sizes import Sizes
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


class _Context(NamedTuple):
    """What all cells are drawn with."""

    theme: Theme
    sizes: Sizes
    look: Look
    words: Words
    spoken: object


class _Builder:
    """Draws one picture, layer by layer."""

    def __init__(
        self, journey: Journey, layout: Layout, theme: Theme, previous: Drawing | None,
        progress: Callable[[float], None] | None,
    ) -> None:  # fmt: skip
        self._journey = journey
        self._progress = progress
        self._layout = layout
        context = _Context(theme, layout.sizes, look_at(journey, layout, theme), Words(journey), spoken())
        self._memory = Memory(journey, context, previous.memory if previous else None)
        self._look, self._words = self._memory.context.look, self._memory.context.words

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
        memory = self._memory
        drafter = Drafter(self._look, Titles(self._name, self._title, memory.changed))
        stale, names = self._stale_blocks(), drafter.names
        rows: list[Cells] = []
        for place, block in enumerate(self._layout.blocks):
            if self._progress is not None:
                self._progress(place / len(self._layout.blocks))
            is_stale = place in stale
            rows.append(memory.cells(block, is_stale, partial(drafter.cells, block, is_stale)))
        columns = zip(*rows, strict=True) if rows else ((),) * len(names)
        return [
            Layer(name, label, tuple([cell for cell in cells if cell is not None]))
            for (name, label), cells in zip(names, columns, strict=True)
        ]

    def _title(self, touchpoint: str) -> Title:
        """Return the touchpoint in words."""
        record = self._journey.get(touchpoint)
        if not isinstance(record, Touchpoint):
            return ""
        pinned = self._journey.pinned_to(touchpoint)
        return Unwritten(self._words, (record, tuple([one for one in pinned if isinstance(one, Insight)])))

    def _name(self, touchpoint: str) -> str:
        """Return the touchpoint's name: of its words the first line."""
        record = self._journey.get(touchpoint)
        title = record.title if isinstance(record, Touchpoint) else ""
        return (title or str(self._title(touchpoint))).partition("\n")[0]

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
                lambda: callouts(layout.callouts, look, self._title), reach=lambda: callouts_reach(layout),
            ),
            self._fixed("legend", tr("Legend"), layout.legend, lambda: legend(layout.legend, look)),
            self._fixed("note", tr("Note"), layout.note, lambda: note(layout.note, look)),
        )  # fmt: skip

    def _fixed(
        self, name: str, label: str, inputs: Any, draw: Callable[[], Sequence[Shape]], pinned: Any = "",
        reach: Callable[[], Box | None] = lambda: None,
    ) -> Layer:  # fmt: skip
        cell = self._memory.fixed_cell(name, inputs, draw, reach)
        return Layer(name, label, (cell,) if cell.children else (), pinned)
