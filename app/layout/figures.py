"""Figures of a journey that its picture needs: the longest wait, the worst service level, how dense the links are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.layout.crossings import LongestWait, Web, longest_wait
from app.layout.links import lanes_of
from app.layout.memory import Memory
from app.layout.scene import Scene
from app.layout.shown import Leaf, Shown, Stop
from app.layout.title import Headline, Longest, headlines
from app.model.duration_text import duration_text
from app.model.journey import Journey
from app.model.records import ServiceLevel


def crossed_lanes(
    cut: Sequence[Leaf], groups: Sequence[tuple[Stop, ...]], found: Web, shown: Shown, memory: Memory
) -> int:
    """Return how many lanes all links cross together."""
    lane, key = shown.lane, tuple(shown.lane)

    def count(leaf: int) -> int:
        crossed = 0
        for stop, own in zip(groups[leaf], found.ends[leaf], strict=True):
            for link, other, starts_here in own:
                if starts_here:
                    source, target = lanes_of(link, stop, other, lane)
                    crossed += abs(source - target)
        return crossed

    total = 0
    for n, leaf in enumerate(cut):
        total += memory.recall(("crossed", leaf.key), (groups[n], found.ends[n], key), partial(count, n))
    return total


def key_figures(journey: Journey, scene: Scene) -> list[Headline]:
    """Return the figures worth a headline."""
    worst: tuple[str, str, bool] | None = None
    here = [breach for touchpoint, breach in scene.breached.items() if touchpoint in scene.web.leaf_of]
    if here:
        breach = max(here, key=lambda entry: entry.ratio)
        level = journey.the(ServiceLevel, breach.service_level)
        worst = duration_text(breach.measured), duration_text(breach.promised), level.kind == "response"
    return headlines(journey.info, scene.shown, _longest(journey, scene), worst)


def _longest(journey: Journey, scene: Scene) -> Longest | None:
    key = (journey.info.wait_limit, journey.info.unit, tuple(scene.shown.lane))
    found: list[LongestWait] = []
    for leaf, group, ends in zip(scene.cut, scene.groups, scene.web.ends, strict=True):
        inputs = (group, ends, *key)
        compute = partial(longest_wait, journey, group, ends, scene.shown.lane)
        worst = scene.memory.recall(("wait", leaf.key), inputs, compute)
        found += [worst] if worst is not None else []
    if not found:
        return None
    _, _, _, wait, source, target = max(found, key=lambda entry: entry[:3])
    roles = scene.shown.roles
    return Longest(wait.span, wait.text, wait.is_over, roles[source].name, roles[target].name)
