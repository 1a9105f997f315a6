"""The words of all leaves: pills of links first, then captions and cards, each leaf told what reaches into it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any, NamedTuple

from app.i18n import tr, trn
from app.layout.field import REACH, Field, Solid
from app.layout.lanes import LaneShape
from app.layout.memory import Notes, Row
from app.layout.passing import Passing, Reach
from app.layout.result import Point
from app.layout.scene import Scene
from app.layout.skeleton import Obstacles, Skeleton
from app.layout.spacing import is_moved
from app.layout.writing import Asking, Homed, Pills, Wish, Written, pills, write
from app.model.records import Touchpoint

_THOROUGH = 60  # touchpoints up to which labels are searched thoroughly
_GROUNDS = 48  # fields without words that are kept for the next layout
_FAR = 3 * REACH  # beyond a leaf's content where no border of the map matters to it
_NOTHING = -1e12


class Overhang(NamedTuple):
    """Texts and leaders of a leaf that may reach into later ones; x counts from `left`."""

    left: float
    solids: tuple[Solid, ...]
    leaders: tuple[tuple[int, tuple[Point, Point]], ...]


Carried = tuple[Overhang, ...]
Standing = tuple[tuple[float, Obstacles], ...]


class Around:
    """What stands in and near each leaf before there are words."""

    def __init__(
        self, scene: Scene, shapes: tuple[LaneShape, ...], skeletons: Row[Skeleton], through: Reach,
        round_number: int,
    ) -> None:  # fmt: skip
        self.scene, self.shapes = scene, shapes
        self.skeletons, self.through = skeletons, through
        self._grounds: dict[Any, tuple[Any, Field]] = dict(scene.memory.before("grounds") or {})
        scene.memory.keep("grounds", self._grounds)
        self._former_ends: tuple[float, ...] = scene.memory.before("ends") or ()
        self.obstacles: Row[Obstacles] = scene.memory.row(
            ("obstacles", round_number),
            (),
            skeletons.fresh,
            None,
            lambda place, _notes: skeletons[place].obstacles,
        )

    @property
    def is_moved(self) -> bool:
        """Tell whether leaves stand elsewhere than before."""
        return is_moved(self.scene.spacing.frames, self.scene.memory)

    def near(self, place: int) -> range:
        """Return the leaves whose content may stand within reach."""
        lefts, ends = self.scene.spacing.lefts, self.scene.spacing.ends
        return range(
            bisect_right(ends, lefts[place] - REACH, 0, place),
            bisect_left(lefts, ends[place] + REACH, place + 1),
        )

    def near_any(self, places: set[int]) -> set[int]:
        """Return the leaves within reach of any of these."""
        lefts = self.scene.spacing.lefts
        found = {other for place in places for other in self.near(place)}
        if len(self._former_ends) == len(lefts):
            for place in places:
                found.update(range(place, bisect_left(lefts, self._former_ends[place] + REACH, place + 1)))
        return found

    def standing(self, place: int) -> Standing:
        """Return the markers and rods within reach by leaf, each with the shift of its x into this one."""
        lefts = self.scene.spacing.lefts
        return tuple((lefts[other] - lefts[place], self.obstacles[other]) for other in self.near(place))

    def passing(self, place: int) -> Passing:
        """Return the links that run through a leaf or near it."""
        lefts = self.scene.spacing.lefts
        reached = self.through.at(place, self.scene.cut.place_of_key)
        return [(lefts[owner] - lefts[place], strips) for owner, own in reached for strips in own]

    def bounds(self, place: int) -> tuple[float, float]:
        """Return where the map ends, x in the leaf; beyond what matters it is not told exactly."""
        spacing, (left, right) = self.scene.spacing, self.scene.bounds
        here, xs = spacing.lefts[place], spacing.xs[place]
        end = max(spacing.widths[place], xs[-1] if xs else 0.0)
        return max(left - here, -_FAR), min(right - here, end + _FAR)

    def field(self, place: int, standing: Standing, around: Passing, carried: Carried) -> Field:
        """Return the field of a leaf with all that stands in and near it."""
        spacing = self.scene.spacing
        xs = spacing.xs[place]
        left, right = -REACH, max(spacing.widths[place], xs[-1] if xs else 0.0) + REACH
        field = self._ground(place, (standing, around, self.bounds(place), left, right)).copy()
        field.stretches = self.skeletons[place].stretches
        for dx, solids, leaders in carried:
            for solid in solids:
                if left < solid.right + dx and solid.left + dx < right:
                    field.add_solid(Solid(solid.left + dx, solid.top, solid.right + dx, solid.bottom))
            for lane, (start, end) in leaders:
                field.add_leader(lane, (Point(start.x + dx, start.y), Point(end.x + dx, end.y)))
        return field

    def _ground(
        self, place: int, inputs: tuple[Standing, Passing, tuple[float, float], float, float]
    ) -> Field:
        """Return the field without words; those that were looked at last are kept."""
        key = (self.scene.cut.leaves[place].key, self.shapes, self.scene.sizes.marker)
        known = self._grounds.pop(key, None)
        if known is None or known[0] != inputs:
            standing, around, bounds, left, right = inputs
            field = Field(self.shapes, *bounds, self.scene.sizes.marker, left, right)
            for dx, other in standing:
                field.add_obstacles(other, dx, left, right)
            if known is not None and (known[0][1], *known[0][3:]) == (around, left, right):
                field.take_links_of(known[1])
            else:
                for dx, strips in around:
                    field.add_link(strips, dx)
            known = (inputs, field)
        self._grounds[key] = known
        if len(self._grounds) > _GROUNDS:
            del self._grounds[next(iter(self._grounds))]
        return known[1]


class _Trail:
    """What earlier leaves leave behind in later ones."""

    def __init__(self, around: Around, name: Any) -> None:
        self._lefts, self._around = around.scene.spacing.lefts, around
        self._widths = around.scene.spacing.widths
        self._memory, self._name = around.scene.memory, name
        former = self._memory.former_row(name)
        rows = (former(place) for place in range(len(self._lefts)))
        self._rights = [
            _NOTHING if row is None else left + row.right for left, row in zip(self._lefts, rows, strict=True)
        ]

    def into(self, place: int) -> list[Overhang]:
        """Return what reaches into a leaf, absolute."""
        limit, row = self._lefts[place] - REACH, self._memory.made(self._name)
        return [
            Overhang(self._lefts[q], row[q].solids, getattr(row[q], "leaders", ()))
            for q in range(place)
            if self._rights[q] > limit
        ]

    def spread(self, place: int, old: Any, new: Any) -> Iterable[int]:
        """Return the later leaves into which something else reaches now."""
        left = self._lefts[place]
        self._rights[place] = left + new.right
        if old is None:
            border = left + self._widths[place] + _FAR
        elif (old.solids, old.leaders) == (new.solids, new.leaders):
            return ()
        else:
            border = left + max(old.right, new.right)
        return range(place + 1, min(bisect_right(self._lefts, border + REACH), len(self._lefts)))


def _carried(overhangs: Iterable[Overhang], left: float) -> Carried:
    """Return overhangs with their x counting from a leaf: equal whenever they stand equally to it."""
    return tuple([Overhang(x - left, solids, leaders) for x, solids, leaders in overhangs])


def placed_pills(around: Around, homes: Reach, round_number: int) -> Row[Pills]:
    """Place the words of links."""
    scene, name = around.scene, ("pills", round_number)
    lefts, widths = scene.spacing.lefts, scene.spacing.widths
    trail = _Trail(around, name)

    def homed(place: int) -> list[Homed]:
        reached = homes.at(place, scene.cut.place_of_key)
        return [
            (lefts[owner] - lefts[place], link.words, link.curve)
            for owner, own in reached
            for link in own
            if link.words is not None
        ]

    def inputs(place: int) -> tuple[Any, ...]:
        own = tuple(homed(place))
        if not own:
            return ((),)
        carried = _carried(trail.into(place), lefts[place])
        return (
            own,
            around.standing(place),
            around.skeletons[place].stretches,
            around.passing(place),
            carried,
            around.bounds(place),
            widths[place],
        )

    def compute(place: int, _notes: Notes) -> Pills:
        own = homed(place)
        if not own:
            return Pills({}, (), (), _NOTHING)
        carried = _carried(trail.into(place), lefts[place])
        field = around.field(place, around.standing(place), around.passing(place), carried)
        return pills(own, field, scene.memory.typesetter, widths[place])

    dirty: set[int] | None = None
    if not around.is_moved:
        dirty = homes.fresh | around.through.fresh | around.skeletons.fresh
        dirty |= around.near_any(around.obstacles.fresh)
    common = (around.shapes, scene.sizes.marker)
    return scene.memory.row(name, common, dirty, inputs, compute, trail.spread)


def written_cards(around: Around, placed: Row[Pills], round_number: int) -> Row[Written]:
    """Place captions and cards."""
    scene, name = around.scene, ("written", round_number)
    cut, spacing, memory = scene.cut, scene.spacing, scene.memory
    trail = _Trail(around, name)
    wishes, other_wishes = _wishes(scene)
    seed = "map" if len(scene.shown.touchpoints) <= _THOROUGH else ""
    places = {place.touchpoint: place for place in scene.view.card_places}
    former_places = memory.before("card places") or {}
    memory.keep("card places", places)

    def carried(place: int) -> Carried:
        texts = [
            Overhang(spacing.lefts[other], placed[other].solids, ())
            for other in around.near(place)
            if placed[other].solids
        ]
        return _carried([*trail.into(place), *texts], spacing.lefts[place])

    def inputs(place: int) -> tuple[Any, ...]:
        group = cut.groups[place]
        own_places = tuple(places[s.id] for s in group if s.id in places) if places else ()
        return (
            group, spacing.xs[place], scene.asking[place], tuple(wishes.get(place, ())), around.standing(place),
            around.passing(place), carried(place), around.bounds(place), spacing.widths[place], own_places,
            around.skeletons[place].stretches,
        )  # fmt: skip

    def compute(place: int, notes: Notes) -> Written:
        field = around.field(place, around.standing(place), around.passing(place), carried(place))
        entries = zip(cut.groups[place], spacing.xs[place], scene.asking[place], strict=True)
        asked = [Asking(stop, x, words, ways) for stop, x, (words, ways) in entries]
        return write(
            asked, wishes.get(place, ()), field, scene.shown, memory.typesetter, places, seed,
            spacing.widths[place], notes, memory.recent, scene.kept, scene.makes_room,
        )  # fmt: skip

    dirty: set[int] | None = None
    if not around.is_moved:
        moved = [n for n in {*places, *former_places} if places.get(n) != former_places.get(n)]
        dirty = cut.groups.fresh | spacing.xs.fresh | scene.asking.fresh | around.through.fresh | other_wishes
        dirty |= around.near_any(around.obstacles.fresh | placed.fresh) | cut.places_of(moved)
        dirty |= around.skeletons.fresh
        dirty |= {0, len(cut) - 1}
    common = (around.shapes, scene.sizes.marker, seed, scene.makes_room)
    return memory.row(name, common, dirty, inputs, compute, trail.spread)


def _wishes(scene: Scene) -> tuple[dict[int, list[Wish]], set[int]]:
    """Return the captions of roles without contact until late, or without any; and the leaves where they are others."""
    found: dict[int, list[Wish]] = {}
    spacing, shown = scene.spacing, scene.shown
    lefts = spacing.lefts
    border = lefts[-1] + spacing.widths[-1]
    for lane, role in enumerate(shown.roles) if scene.journey.all(Touchpoint) else ():
        line = scene.journey.touchpoints_of(role.id)
        begin, end = lefts[0], 0.0
        if scene.late[lane]:
            end = min(spacing.scale.x(line[0].start) - 60.0, border)
            text = not_involved(scene, line[0].start - shown.whole_first)
        elif not line:
            end, text = border, tr("Not involved")
        if end - begin < 120:
            continue
        home = max(bisect_right(lefts, (begin + end) / 2) - 1, 0)
        low = max(begin, lefts[home] - REACH / 2) - lefts[home]
        high = min(end, lefts[home] + spacing.widths[home] + REACH / 2) - lefts[home]
        found.setdefault(home, []).append(Wish(text, lane, low, high))
    by_key = {scene.cut.leaves[place].key: wishes for place, wishes in found.items()}
    former = scene.memory.before("wishes") or {}
    scene.memory.keep("wishes", by_key)
    others = {key for key in {*by_key, *former} if by_key.get(key) != former.get(key)}
    return found, {scene.cut.place_of_key[key] for key in others if key in scene.cut.place_of_key}


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
