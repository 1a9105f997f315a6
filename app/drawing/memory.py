"""What one drawing leaves for the next, so that unchanged cells are the same objects again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.drawing.shapes import Group, Shape
from app.layout.result import Block
from app.model.journey import Journey
from app.model.records import Insight, Touchpoint

BlockPart = tuple[Any, ...]


class Memory:
    """Cells of one drawing by what they were made of. It holds nothing that this drawing does not show."""

    def __init__(self, journey: Journey, context: tuple[Any, ...], former: object) -> None:
        self.context = context
        self.touchpoints = journey.all(Touchpoint)
        self.insights = journey.all(Insight)
        self._former = former if isinstance(former, Memory) and former.context == context else None
        self.blocks: dict[tuple[str, str], tuple[BlockPart, Group]] = {}
        self.fixed: dict[str, tuple[Any, Group]] = {}
        self.changed = self._changed_touchpoints(journey)

    def close(self) -> None:
        """Let go of the former drawing."""
        self._former = None

    def block_cell(
        self,
        layer: str,
        block: Block,
        parts: BlockPart,
        is_stale: bool,
        draw: Callable[[], tuple[Shape, ...]],
    ) -> Group | None:
        """Return the block's cell in a layer: the former one where its parts are the same objects, or a new one."""
        if not any(parts):
            return None
        key = (layer, block.key)
        known = self._former.blocks.get(key) if self._former and not is_stale else None
        if known and all(one is other for one, other in zip(known[0], parts, strict=True)):
            cell = known[1]
            cell = cell if cell.dx == block.x else Group(cell.children, block.x)
        else:
            cell = Group(draw(), block.x)
        self.blocks[key] = (parts, cell)
        return cell if cell.children else None

    def fixed_cell(self, layer: str, inputs: Any, draw: Callable[[], Iterable[Shape]]) -> Group:
        """Return the one cell of a layer where nothing moves: the former one where its inputs are equal."""
        known = self._former.fixed.get(layer) if self._former else None
        cell = known[1] if known and known[0] == inputs else Group(tuple(draw()))
        self.fixed[layer] = (inputs, cell)
        return cell

    def _changed_touchpoints(self, journey: Journey) -> frozenset[str]:
        """Return the touchpoints whose words are not what they were."""
        former = self._former
        if former is None:
            return frozenset()
        changed: set[str] = set()
        if former.touchpoints is not self.touchpoints:
            known = {id(touchpoint) for touchpoint in former.touchpoints}
            changed.update(one.id for one in self.touchpoints if id(one) not in known)
        if former.insights is not self.insights:
            for insight in _only_one_has(former.insights, self.insights):
                changed.update(ref.id for ref in insight.refs)
        return frozenset(changed)


def _only_one_has(some: tuple[Insight, ...], others: tuple[Insight, ...]) -> list[Insight]:
    mine, theirs = {id(insight) for insight in some}, {id(insight) for insight in others}
    return [one for one in some if id(one) not in theirs] + [one for one in others if id(one) not in mine]
