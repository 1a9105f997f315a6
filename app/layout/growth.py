"""How lanes grow: a step at a time where cards lack words, and back to the least step that helped as much."""

from __future__ import annotations

from collections.abc import Sequence

_WORTH = 0.45  # cards that a step must help


class Growth:
    """The growth of all lanes over several rounds. `steps` is what the next round takes."""

    def __init__(self, loads: Sequence[float], folded: Sequence[bool], most: int, is_small: bool) -> None:
        """Begin with small lanes; in a large map with what the load of each lane (the share of it that cards take) asks."""
        lanes = len(loads)
        self.steps = [0] * lanes
        if not is_small:
            self.steps = [
                0 if is_folded else _step(load) for load, is_folded in zip(loads, folded, strict=True)
            ]
        self._most = most
        self.rounds = most if is_small else 0
        self._folded = folded
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
                self.steps[lane] += 1
        if self.steps != before and all(step < self._most for step in self.steps):
            return True
        self.steps = [min(seen, key=lambda step: (seen[step] + _WORTH * step, step)) for seen in self._seen]
        self._is_last = True
        return self.steps != before

    def _grows(self, lane: int, count: int) -> bool:
        step = self.steps[lane]
        if not count or self._folded[lane] or step + 1 >= self._most:
            return False
        seen = self._seen[lane]
        return step < 3 or count < seen.get(step - 3, count + 1)


def _step(load: float) -> int:
    return 0 if load < 0.05 else 2 if load < 0.25 else 3 if load < 0.5 else 5
