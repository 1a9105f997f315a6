"""What one drawing leaves for the next, so that unchanged cells are the same objects again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.drawing.shapes import Group, Shape
from app.layout.cut import difference
from app.layout.result import Block, Box
from app.model.journey import Journey
from app.model.records import Insight, Touchpoint

Cells = tuple[Group | None, ...]  # of one block, by layer


class Memory:
    """Cells of one drawing by what they were made of. It holds nothing that this drawing does not show."""

    def __init__(self, journey: Journey, context: tuple[Any, ...], former: object) -> None:
        self.touchpoints = journey.all(Touchpoint)
        self.insights = journey.all(Insight)
        self._former = former if isinstance(former, Memory) and former.context == context else None
        self.context: Any = (
            context if self._former is None else self._former.context
        )  # once, however many edits
        self.blocks: dict[str, tuple[Block, Cells]] = {}
        self.fixed: dict[str, tuple[Any, Group]] = {}
        self.changed = self._changed_touchpoints()

    def close(self) -> None:
        """Let go of the former drawing."""
        self._former = None

    def cells(self, block: Block, is_stale: bool, draw: Callable[[Block | None, Cells], Cells]) -> Cells:
        """Return the block's cells, the former ones where it is the same block and no words changed.

        `draw` gets the former block of this name and its cells.
        """
        known = self._former.blocks.get(block.key) if self._former is not None else None
        if known is not None and known[0] is block and not is_stale:
            self.blocks[block.key] = known
            return known[1]
        found = draw(*known) if known is not None else draw(None, ())
        self.blocks[block.key] = (block, found)
        return found

    def fixed_cell(
        self, layer: str, inputs: Any, draw: Callable[[], Iterable[Shape]],
        reach: Callable[[], Box | None] = lambda: None,
    ) -> Group:  # fmt: skip
        """Return the one cell of a layer where nothing moves: the former one where its inputs are equal."""
        known = self._former.fixed.get(layer) if self._former else None
        cell = known[1] if known and known[0] == inputs else Group(tuple(draw()), reach=reach())
        self.fixed[layer] = (inputs, cell)
        return cell

    def _changed_touchpoints(self) -> frozenset[str]:
        """Return the touchpoints whose words are not what they were."""
        former = self._former
        if former is None:
            return frozenset()
        changed = {touchpoint.id for touchpoint in difference(former.touchpoints, self.touchpoints)[1]}
        for insights in difference(former.insights, self.insights):
            for insight in insights:
                changed.update(ref.id for ref in insight.refs)
        return frozenset(changed)
