"""How lanes grow: a step at a time where cards lack words, back to the least step that helped, then to what is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from app.layout.cards import SHORTENED
from app.layout.filling import content
from app.layout.lanes import GROWTH, LaneShape, Room, Words, rooms, shapes
from app.layout.memory import Row
from app.layout.scene import Content, Scene

_FEW = 200  # touchpoints up to which lanes grow by trial
_WORTH = 0.45  # cards that a step must help
_SAVED = 0.15  # of all lanes' height that is worth one card's words
_SEEN = 0.03  # of all lanes' height: less is not worth filling them again
_STEP = 0.4  # of a lane's least height by which one grows at once
_AIR = 7.0  # kept above and below what stands in a lane that grew


class Growth:
    """The growth of all lanes over several rounds. `steps` is what the next round takes."""

    def __init__(self, lanes: int, folded: Sequence[bool], most: int) -> None:
        self.steps = [0] * lanes
        self._most = most
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
                self.steps[lane] = min(self.steps[lane] + 2, self._most - 1)
        if self.steps != before:
            return True
        self.steps = [min(seen, key=lambda step: (seen[step] + _WORTH * step, step)) for seen in self._seen]
        self._is_last = True
        return self.steps != before

    def _grows(self, lane: int, count: int) -> bool:
        step = self.steps[lane]
        if not count or self._folded[lane] or step + 1 >= self._most:
            return False
        seen = self._seen[lane]
        return step < self._most - 3 or count < seen.get(step - 2, count + 1)


def grown(scene: Scene, words: tuple[Words, ...], top: float) -> Content:
    """Fill the lanes; those whose cards lack room grow and are filled again."""
    folded = tuple(role.id in scene.view.folded_roles for role in scene.shown.roles)
    is_few = len(scene.shown.touchpoints) <= _FEW
    scene.at_once = scene.at_once and is_few
    if not is_few:
        return _by_load(scene, words, folded, top)
    key = (words, folded, top, scene.shown.sides, scene.sizes, tuple(scene.shown.lane))
    if scene.at_once:
        made = _as_before(scene, key)
        if made is not None:
            return made
    scene.at_once, scene.kept = False, None
    made, room = _tried(scene, words, folded, top)
    scene.memory.keep("room", (key, room, made.round_number, _homeless(made), tuple(made.written)))
    return made


def _as_before(scene: Scene, key: tuple[Any, ...]) -> Content | None:
    """Fill lanes as high as those of the layout before; none where other lanes are shown.

    Labels stay where they are; a lane in which one finds no place then grows by a step.
    """
    former = scene.memory.before("room")
    if former is None or former[0] != key:
        return None
    (_, folded, top, *_), room, number, homeless, written = former
    scene.kept = {kept.entry.stop.id: kept for leaf in written for kept in leaf.seats}
    made = _filled(scene, room, folded, top, number)
    if _homeless(made) > homeless:
        room = _roomier(scene, made, room, folded)
        made = _filled(scene, room, folded, top, number + 1)
    scene.memory.keep("room", (key, room, made.round_number, homeless, tuple(made.written)))
    return made


def _roomier(scene: Scene, made: Content, room: Sequence[Room], folded: Sequence[bool]) -> list[Room]:
    """Return the lanes with those a step higher that have no place for a card."""
    lost = {name for written in made.written for name in written.homeless}
    lanes = {stop.lead for group in scene.cut.groups for stop in group if stop.id in lost}
    more = _STEP * scene.sizes.lane / 2
    return [
        Room(here.above + more, here.below + more) if lane in lanes and not folded[lane] else here
        for lane, here in enumerate(room)
    ]


def _homeless(made: Content) -> int:
    return sum(len(written.homeless) for written in made.written)


def _by_load(scene: Scene, words: tuple[Words, ...], folded: tuple[bool, ...], top: float) -> Content:
    """Fill lanes that grew by what is to stand in them."""
    factors = GROWTH[scene.view.detail]
    steps = [0 if is_folded else _step(load) for load, is_folded in zip(_loads(scene), folded, strict=True)]
    return _filled(
        scene, rooms(words, folded, [factors[step] for step in steps], scene.sizes), folded, top, 0
    )


def _tried(
    scene: Scene, words: tuple[Words, ...], folded: tuple[bool, ...], top: float
) -> tuple[Content, list[Room]]:
    """Fill lanes that grow by trial."""
    factors = GROWTH[scene.view.detail]
    growth = Growth(len(words), folded, len(factors))
    tried: dict[tuple[int, ...], Content] = {}
    while True:
        steps = tuple(growth.steps)
        if steps not in tried:
            room = rooms(words, folded, [factors[step] for step in steps], scene.sizes)
            tried[steps] = _filled(scene, room, folded, top, len(tried))
        if not growth.learn([written.cramped for written in tried[steps].written]):
            break
    fewest = min(_lacking(made) for made in tried.values())
    if _lacking(tried[steps]) > fewest:
        steps = min((s for s, made in tried.items() if _lacking(made) == fewest), key=sum)
    made, number = tried[steps], len(tried)
    room = rooms(words, folded, [factors[step] for step in steps], scene.sizes)
    if _is_mangled(made):
        scene.makes_room = True
        again = _filled(scene, room, folded, top, number)
        made, number = again if _lacking(again) < _lacking(made) else made, number + 1
    tight = _tight(made, room, words, steps, scene)
    if tight == room:
        return made, room
    saved = 1.0 - _height(shapes(tight, scene.shown.sides, folded, top, scene.sizes)) / _height(made.shapes)
    if saved < _SEEN:
        return made, room
    closer = _filled(scene, tight, folded, top, number)
    return (closer, tight) if _lacking(closer) <= _lacking(made) + (saved > _SAVED) else (made, room)


def _height(lanes: Sequence[LaneShape]) -> float:
    return lanes[-1].bottom - lanes[0].y


def _filled(scene: Scene, room: Sequence[Room], folded: Sequence[bool], top: float, number: int) -> Content:
    return content(scene, shapes(room, scene.shown.sides, folded, top, scene.sizes), number)


def _is_mangled(made: Content) -> bool:
    """Tell whether a card found no place or lost words of its title."""
    return any(
        written.homeless or any(kept.seat.form.cost >= SHORTENED for kept in written.seats)
        for written in made.written
    )


def _lacking(made: Content) -> int:
    return sum(len(written.cramped) for written in made.written)


def _tight(
    made: Content, room: Sequence[Room], words: Sequence[Words], steps: Sequence[int], scene: Scene
) -> list[Room]:
    """Return the lanes that grew as high as what stands in them needs."""
    lane_of = scene.shown.lane
    needed = {lane: [0.0, 0.0] for lane, step in enumerate(steps) if step}

    def note(lane: int, top: float, bottom: float) -> None:
        if lane in needed:
            neutral = made.shapes[lane].neutral
            needed[lane][0] = max(needed[lane][0], neutral - top + _AIR)
            needed[lane][1] = max(needed[lane][1], bottom - neutral + _AIR)

    for written in made.written:
        for card in written.cards:
            note(lane_of[card.role], card.box.y, card.box.bottom)
    for links in made.links:
        for link in links:
            if link.curve.source_lane == link.curve.target_lane:
                ys = [y for _, y in link.curve.points]
                note(link.curve.source_lane, min(ys), max(ys))
    found = list(room)
    for lane, (above, below) in needed.items():
        least = max(scene.sizes.lane, words[lane].height + 22.0) / 2
        found[lane] = Room(min(room[lane].above, max(above, least)), min(room[lane].below, max(below, least)))
    return found


def _loads(scene: Scene) -> list[float]:
    """Return the share of each lane that its cards would take, side by side in two rows."""
    width = scene.bounds[1] - scene.bounds[0]
    groups = scene.cut.groups
    leads: Row[dict[int, int]] = scene.memory.row(
        "leads",
        (),
        groups.fresh,
        None,
        lambda place, _notes: dict(Counter(stop.lead for stop in groups[place])),
    )
    counts = scene.memory.totals("leads", leads)
    return [
        counts.get(lane, 0) * (scene.sizes.card_text + 40.0) / 2 / width
        for lane in range(len(scene.shown.roles))
    ]


def _step(load: float) -> int:
    return 0 if load < 0.05 else 2 if load < 0.15 else 3 if load < 0.3 else 5
