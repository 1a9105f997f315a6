"""Figures of a journey that its picture needs: the longest wait, the worst service level, how dense the links are."""

from __future__ import annotations

from app.layout.crossings import LongestWait, Web, longest_wait
from app.layout.cut import Cut
from app.layout.links import lanes_of
from app.layout.memory import Memory, Row
from app.layout.scene import Scene
from app.layout.shown import Shown
from app.layout.title import Headline, Longest, headlines
from app.model.duration_text import duration_text
from app.model.journey import Journey
from app.model.records import ServiceLevel


def crossed_lanes(cut: Cut, found: Web, shown: Shown, memory: Memory) -> int:
    """Return how many lanes all links cross together."""
    lane, groups = shown.lane, cut.groups

    def count(place: int) -> int:
        crossed = 0
        for stop, own in zip(groups[place], found.ends[place], strict=True):
            for link, other, starts_here in own:
                if starts_here:
                    source, target = lanes_of(link, stop, other, lane)
                    crossed += abs(source - target)
        return crossed

    row = memory.row(
        "crossed", (tuple(lane),), groups.fresh | found.ends.fresh, None, lambda place, _notes: count(place)
    )
    return sum(row)


def key_figures(journey: Journey, scene: Scene) -> list[Headline]:
    """Return the figures worth a headline."""
    worst: tuple[str, str, bool] | None = None
    here = [
        breach for touchpoint, breach in scene.breached.items() if scene.cut.place_of(touchpoint) is not None
    ]
    if here:
        breach = max(here, key=lambda entry: entry.ratio)
        level = journey.the(ServiceLevel, breach.service_level)
        worst = duration_text(breach.measured), duration_text(breach.promised), level.kind == "response"
    return headlines(journey.info, scene.shown, _longest(journey, scene), worst)


def _longest(journey: Journey, scene: Scene) -> Longest | None:
    cut, ends, lane = scene.cut, scene.web.ends, scene.shown.lane
    waits: Row[LongestWait | None] = scene.memory.row(
        "wait", (journey.info.wait_limit, journey.info.unit, tuple(lane)),
        cut.groups.fresh | ends.fresh | cut.linked_to(cut.changed), None,
        lambda place, _notes: longest_wait(journey, cut.groups[place], ends[place], lane),
    )  # fmt: skip
    found = [worst for worst in waits if worst is not None]
    if not found:
        return None
    _, _, _, wait, source, target = max(found, key=lambda entry: entry[:3])
    roles = scene.shown.roles
    return Longest(wait.span, wait.text, wait.is_over, roles[source].name, roles[target].name)
