"""The lanes' content of one geometry: every leaf from its skeleton to its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from app.analysis.service_levels import Breach
from app.i18n import tr, trn
from app.layout.cards import CardWords, Form, PinMark, card_words, forms
from app.layout.context import Seen
from app.layout.crossings import Drawn, Owned, Passing, Web, drawn, home_of, owned, passing, ports_of
from app.layout.field import REACH, Field, Solid
from app.layout.lanes import LaneShape
from app.layout.links import Port
from app.layout.memory import Memory
from app.layout.result import Point
from app.layout.shown import Leaf, Shown, Stop
from app.layout.sizes import Sizes
from app.layout.skeleton import Skeleton, skeleton
from app.layout.spacing import Spacing
from app.layout.typeset import Typesetter
from app.layout.writing import Asking, Homed, Pills, Wish, Written, pills, write
from app.model.journey import Journey
from app.model.records import Evidence, Touchpoint
from app.model.view import Detail, View

_AROUND = 400  # touchpoints up to which links go around markers
_THOROUGH = 60  # touchpoints up to which labels are searched thoroughly


@dataclass(slots=True)
class Scene:
    """What stays the same while lanes grow: the journey as shown, its x, its links."""

    journey: Journey
    view: View
    shown: Shown
    sizes: Sizes
    cut: list[Leaf]
    groups: list[tuple[Stop, ...]]
    spacing: Spacing
    seen: list[Seen]
    late: tuple[bool, ...]
    web: Web
    breached: Mapping[str, Breach]
    asking: Sequence[tuple[tuple[CardWords, tuple[Form, ...]], ...]]  # words and forms by leaf, by stop
    bounds: tuple[float, float]  # the lanes' content, absolute
    longest: int  # lanes over which a link is drawn whole
    memory: Memory


@dataclass(slots=True)
class Content:
    """The leaves' content in one geometry."""

    shapes: tuple[LaneShape, ...]
    skeletons: list[Skeleton]
    links: list[tuple[Drawn, ...]]
    pills: list[Pills]
    written: list[Written]


def words_and_forms(
    journey: Journey, view: View, shown: Shown, sizes: Sizes, cut: Sequence[Leaf], groups: Sequence[tuple[Stop, ...]],
    pins: Mapping[str, tuple[PinMark, ...]], alerts: Mapping[str, str], memory: Memory,
) -> list[tuple[tuple[CardWords, tuple[Form, ...]], ...]]:  # fmt: skip
    """Return what each card says and the ways to write it."""
    found = []
    channels = tuple(shown.channels.values())
    for leaf, group in zip(cut, groups, strict=True):
        marks = tuple(pins.get(stop.touchpoint.id, ()) for stop in group)
        alarms = tuple(alerts.get(stop.touchpoint.id, "") for stop in group)
        quotes = (
            tuple(_quotes(journey, stop) for stop in group) if view.detail == "full" else ((),) * len(group)
        )
        inputs = (group, marks, alarms, quotes, channels, tuple(shown.lane), sizes)

        compute = partial(_said, group, (marks, alarms, quotes), shown, sizes, view.detail, memory.typesetter)
        found.append(memory.recall(("forms", leaf.key), inputs, compute))
    return found


def _said(
    group: tuple[Stop, ...], extras: tuple[tuple[Any, ...], ...], shown: Shown, sizes: Sizes, detail: Detail,
    setter: Typesetter,
) -> tuple[tuple[CardWords, tuple[Form, ...]], ...]:  # fmt: skip
    """Return words and forms of a leaf's cards; `extras` are pins, alerts and quotes beside the stops."""
    said = [
        card_words(stop, shown, detail, marks, alarm, quotes)
        for stop, marks, alarm, quotes in zip(group, *extras, strict=True)
    ]
    return tuple((words, forms(words, sizes, detail, setter)) for words in said)


def _quotes(journey: Journey, stop: Stop) -> tuple[str, ...]:
    pinned = journey.pinned_to(stop.touchpoint.id)
    return tuple(record.quote for record in pinned if isinstance(record, Evidence) and record.quote)[:1]


def content(scene: Scene, shapes: tuple[LaneShape, ...], round_number: int) -> Content:
    """Fill all leaves for these lanes."""
    skeletons = [_skeleton(scene, shapes, place, round_number) for place in range(len(scene.cut))]
    links = _links(scene, shapes, skeletons, round_number)
    around = passing(scene.cut, links, scene.spacing.lefts, scene.memory, round_number)
    near = [_near(scene, place) for place in range(len(scene.cut))]
    placed = _pills(scene, shapes, skeletons, links, around, near, round_number)
    written = _written(scene, shapes, skeletons, around, near, placed, round_number)
    return Content(shapes, skeletons, links, placed, written)


def _skeleton(scene: Scene, shapes: tuple[LaneShape, ...], place: int, round_number: int) -> Skeleton:
    leaf, group, xs = scene.cut[place], scene.groups[place], scene.spacing.xs[place]
    seen, right = scene.seen[place], scene.spacing.widths[place]
    if place == len(scene.cut) - 1:
        right = max(right, scene.spacing.right - scene.spacing.lefts[place])
    channels = tuple(scene.shown.channels.values())
    roles = tuple(scene.shown.lane)
    inputs = (
        group,
        xs,
        seen.key,
        right,
        shapes,
        channels,
        roles,
        scene.shown.sides,
        scene.spacing.idle,
        scene.late,
    )
    return scene.memory.recall(
        ("skeleton", leaf.key, round_number),
        inputs,
        lambda: skeleton(
            group, xs, shapes, scene.shown, seen.contexts(scene.late), 0.0, right, scene.spacing.idle
        ),
    )


def _near(scene: Scene, place: int) -> list[int]:
    """Return the leaves whose content may stand within reach."""
    lefts, widths = scene.spacing.lefts, scene.spacing.widths
    left, right = lefts[place] - REACH, lefts[place] + widths[place] + REACH
    first = last = place
    while first > 0 and lefts[first - 1] + widths[first - 1] > left:
        first -= 1
    while last + 1 < len(lefts) and lefts[last + 1] < right:
        last += 1
    return list(range(first, last + 1))


def _links(
    scene: Scene, shapes: tuple[LaneShape, ...], skeletons: list[Skeleton], round_number: int
) -> list[tuple[Drawn, ...]]:
    lane, spacing = scene.shown.lane, scene.spacing
    port_maps = [
        ports_of(leaf, group, ends, lane, scene.memory)
        for leaf, group, ends in zip(scene.cut, scene.groups, scene.web.ends, strict=True)
    ]
    found: list[tuple[Drawn, ...]] = []
    place_of = {leaf.key: place for place, leaf in enumerate(scene.cut)}
    limits = (scene.journey.info.wait_limit, scene.journey.info.unit)
    for place, leaf in enumerate(scene.cut):
        mine = _owned(scene, place, port_maps, place_of)
        reach = max((max(entry.source_x, entry.target_x) for entry in mine), default=0.0)
        met: list[tuple[float, Skeleton]] = []
        for other in range(max(place - 1, 0), len(scene.cut)):
            dx = spacing.lefts[other] - spacing.lefts[place]
            if dx > reach + 40 or not mine or len(scene.shown.touchpoints) > _AROUND:
                break
            met.append((dx, skeletons[other]))
        inputs = (mine, shapes, limits, tuple((dx, other.spots) for dx, other in met))

        compute = partial(drawn, scene.journey, mine, shapes, scene.sizes.marker, met)
        found.append(scene.memory.recall(("links", leaf.key, round_number), inputs, compute))
    return found


def _owned(
    scene: Scene, place: int, port_maps: list[dict[tuple[str, bool], Port]], place_of: Mapping[str, int]
) -> tuple[Owned, ...]:
    """Return the links that a leaf owns; they depend on their other ends' leaves."""
    spacing, leaf_of, ends = scene.spacing, scene.web.leaf_of, scene.web.ends[place]
    group, left, lane = scene.groups[place], spacing.lefts[place], scene.shown.lane

    def follow(trail: tuple[str, ...]) -> tuple[object, ...]:
        places = [place_of.get(key, -1) for key in trail]
        return tuple(
            (spacing.lefts[far] - left, scene.groups[far], spacing.xs[far], port_maps[far])
            if far >= 0
            else None
            for far in places
        )

    def compute() -> tuple[tuple[str, ...] | None, tuple[Owned, ...]]:
        mine = owned(
            place, group, scene.web, spacing.xs, spacing.lefts, port_maps, scene.breached, lane, scene.longest
        )
        far = {other.touchpoint.id for own in ends for _, other, _ in own}
        if not far.issubset(leaf_of):
            return None, mine
        return tuple(sorted({scene.cut[leaf_of[touchpoint]].key for touchpoint in far})), mine

    inputs = (ends, group, spacing.xs[place], port_maps[place], scene.breached, tuple(lane), scene.longest)
    return scene.memory.recall_trail(("owned", scene.cut[place].key), inputs, follow, compute)


def _local(scene: Scene, place: int) -> tuple[float, float]:
    left = scene.spacing.lefts[place]
    return scene.bounds[0] - left, scene.bounds[1] - left


def _pills(
    scene: Scene, shapes: tuple[LaneShape, ...], skeletons: list[Skeleton], links: list[tuple[Drawn, ...]],
    around: list[Passing], near: list[list[int]], round_number: int,
) -> list[Pills]:  # fmt: skip
    lefts, widths = scene.spacing.lefts, scene.spacing.widths
    homed: list[list[Homed]] = [[] for _ in scene.cut]
    for owner, group in enumerate(links):
        for link in group:
            if link.words is not None:
                home = home_of(link, lefts[owner], lefts)
                homed[home].append((lefts[owner] - lefts[home], link.words, link.curve))
    found: list[Pills] = []
    overhangs: list[Overhang] = []
    for place, leaf in enumerate(scene.cut):
        carried = _carried(overhangs, lefts[place])
        standing = tuple((lefts[other] - lefts[place], skeletons[other]) for other in near[place])
        bounds = _local(scene, place)
        inputs = (tuple(homed[place]), standing, tuple(around[place]), carried, bounds, widths[place], shapes)

        def compute(place: int = place, carried: Carried = carried, standing: Standing = standing) -> Pills:
            field = _field(scene, shapes, place, standing, skeletons[place], around[place], carried)
            return pills(homed[place], field, scene.memory.typesetter, widths[place])

        result = Pills((), ())
        if homed[place]:
            result = scene.memory.recall(("pills", leaf.key, round_number), inputs, compute)
        found.append(result)
        _carry_on(overhangs, Overhang(lefts[place], result.solids, ()), lefts[place] + widths[place])
    return found


class Overhang(NamedTuple):
    """Texts and leaders of a leaf that may reach into later ones; x counts from `left`."""

    left: float
    solids: tuple[Solid, ...]
    leaders: tuple[tuple[int, tuple[Point, Point]], ...]


Carried = tuple[Overhang, ...]
Standing = tuple[tuple[float, Skeleton], ...]


def _carried(overhangs: Sequence[Overhang], left: float) -> Carried:
    """Return overhangs with their x counting from a leaf: equal whenever they stand equally to it."""
    return tuple([Overhang(x - left, solids, leaders) for x, solids, leaders in overhangs])


def _carry_on(overhangs: list[Overhang], new: Overhang, border: float) -> None:
    """Add what a leaf leaves behind and drop what no longer reaches beyond the border."""
    if new.solids or new.leaders:
        overhangs.append(new)
    overhangs[:] = [old for old in overhangs if old.left + _rightmost(old) > border - REACH]


def _rightmost(overhang: Overhang) -> float:
    ends = [max(start.x, end.x) for _, (start, end) in overhang.leaders]
    return max([*ends, *(solid.right for solid in overhang.solids)])


def _field(
    scene: Scene, shapes: tuple[LaneShape, ...], place: int, standing: Standing, own: Skeleton,
    around: Passing, carried: Carried,
) -> Field:  # fmt: skip
    """Return the field of a leaf with all that stands in and near it."""
    left, right = -REACH, scene.spacing.widths[place] + REACH
    bounds = _local(scene, place)
    field = Field(shapes, bounds[0], bounds[1], scene.sizes.marker, left, right)
    for dx, other in standing:
        field.add_skeleton(other, dx, left, right)
    field.stretches = own.stretches
    for dx, strips in around:
        field.add_link(strips, dx)
    for dx, solids, leaders in carried:
        for solid in solids:
            if left < solid.right + dx and solid.left + dx < right:
                field.add_solid(Solid(solid.left + dx, solid.top, solid.right + dx, solid.bottom))
        for lane, (start, end) in leaders:
            field.add_leader(lane, (Point(start.x + dx, start.y), Point(end.x + dx, end.y)))
    return field


def _written(
    scene: Scene, shapes: tuple[LaneShape, ...], skeletons: list[Skeleton], around: list[Passing],
    near: list[list[int]], placed: list[Pills], round_number: int,
) -> list[Written]:  # fmt: skip
    lefts, widths = scene.spacing.lefts, scene.spacing.widths
    wishes = _wishes(scene)
    seed = "map" if len(scene.shown.touchpoints) <= _THOROUGH else ""
    places = {place.touchpoint: place for place in scene.view.card_places}
    found: list[Written] = []
    overhangs: list[Overhang] = []
    for place, leaf in enumerate(scene.cut):
        left, group, xs, said = (
            lefts[place],
            scene.groups[place],
            scene.spacing.xs[place],
            scene.asking[place],
        )
        texts = [
            Overhang(lefts[other], placed[other].solids, ()) for other in near[place] if placed[other].solids
        ]
        carried = _carried([*overhangs, *texts], left)
        standing = tuple((lefts[other] - left, skeletons[other]) for other in near[place])
        own_places = (
            tuple(places[s.touchpoint.id] for s in group if s.touchpoint.id in places) if places else ()
        )
        inputs = (
            group, xs, said, tuple(wishes.get(place, ())), standing, tuple(around[place]), carried,
            _local(scene, place), widths[place], shapes, own_places, seed,
        )  # fmt: skip

        def compute(place: int = place, carried: Carried = carried, standing: Standing = standing) -> Written:
            field = _field(scene, shapes, place, standing, skeletons[place], around[place], carried)
            entries = zip(scene.groups[place], scene.spacing.xs[place], scene.asking[place], strict=True)
            asking = [Asking(stop, x, words, ways) for stop, x, (words, ways) in entries]
            setter = scene.memory.typesetter
            return write(
                asking, wishes.get(place, ()), field, scene.shown, setter, places, seed, widths[place]
            )

        result = scene.memory.recall(("written", leaf.key, round_number), inputs, compute)
        found.append(result)
        _carry_on(overhangs, Overhang(left, result.solids, result.leaders), left + widths[place])
    return found


def _wishes(scene: Scene) -> dict[int, list[Wish]]:
    """Return the captions of roles without contact until late, or without any."""
    found: dict[int, list[Wish]] = {}
    lefts, shown = scene.spacing.lefts, scene.shown
    if not scene.journey.all(Touchpoint):
        return found
    for lane, role in enumerate(shown.roles):
        line = scene.journey.touchpoints_of(role.id)
        begin, end = lefts[0], 0.0
        border = lefts[-1] + scene.spacing.widths[-1]
        if scene.late[lane]:
            end = min(scene.spacing.scale.x(line[0].start) - 60.0, border)
            text = not_involved(scene, line[0].start - shown.whole_first)
        elif not line:
            end, text = border, tr("Not involved")
        if end - begin < 120:
            continue
        middle = (begin + end) / 2
        home = max(place for place, left in enumerate(lefts) if left <= middle)
        low = max(begin, lefts[home] - REACH / 2) - lefts[home]
        high = min(end, lefts[home] + scene.spacing.widths[home] + REACH / 2) - lefts[home]
        found.setdefault(home, []).append(Wish(text, lane, low, high))
    return found


def not_involved(scene: Scene, span: float) -> str:
    """Say for how long a role had no contact."""
    count = int(span)
    unit = scene.journey.info.unit
    if unit == "step":
        return trn("Not involved for {count} step", "Not involved for {count} steps", count)
    if unit == "hour":
        return trn("Not involved for {count} hour", "Not involved for {count} hours", count)
    if unit == "day":
        return trn("Not involved for {count} day", "Not involved for {count} days", count)
    if unit == "week":
        return trn("Not involved for {count} week", "Not involved for {count} weeks", count)
    return trn("Not involved for {count} month", "Not involved for {count} months", count)
