"""How lanes grow: a step at a time where cards lack words, and back to the least step that helped as much."""

from __future__ import annotations

from collections.abc import Sequence

from app.layout.lanes import GROWTH

_WORTH = 0.45  # cards that a step must help


class Growth:
    """The growth of all lanes over several rounds. `steps` is what the next round takes."""

    def __init__(self, lanes: int, folded: Sequence[bool], is_small: bool) -> None:
        self.steps = [0] * lanes
        self.rounds = len(GROWTH) if is_small else 1
        self._folded = folded
        self._is_small = is_small
        self._seen: list[dict[int, int]] = [{} for _ in range(lanes)]  # cards that lack words, by step
        self._is_last = False

    def learn(self, cramped: Sequence[Sequence[int]]) -> bool:
        """Take in the lanes of cards that lack words; tell whether another round is worth it."""
        if self._is_last:
            return False
        counts = [0] * len(self.steps)
        for lanes in cramped:
            for lane in lanes:
                counts[lane] += 1
        before = list(self.steps)
        for lane, count in enumerate(counts):
            seen = self._seen[lane]
            seen[self.steps[lane]] = min(count, seen.get(self.steps[lane], count))
            if self._grows(lane, count):
                self.steps[lane] += 1 if self._is_small else 2
        if self.steps != before and all(step < len(GROWTH) for step in self.steps):
            return True
        self.steps = [min(seen, key=lambda step: (seen[step] + _WORTH * step, step)) for seen in self._seen]
        self._is_last = True
        return self.steps != before

    def _grows(self, lane: int, count: int) -> bool:
        step = self.steps[lane]
        if not count or self._folded[lane] or step + 1 >= len(GROWTH):
            return False
        if not self._is_small:
            return count > 3 and step == 0
        seen = self._seen[lane]
        return step < 3 or count < seen.get(step - 3, count + 1)
