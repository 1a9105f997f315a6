"""What a tool sees of the map: the journey, where everything stands, and what is selected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter

from msgspec import Struct

from app.drawing.hit import Hit
from app.layout.places import Places, Spot
from app.layout.result import Box, Lane, Layout, PhaseBox
from app.layout.type_scale import FONTS
from app.model.edits.placing import MOST_FEELING
from app.model.journey import Journey
from app.model.view import View

TITLE_FIELDS = ("title", "subject", "goal")
DESCENT = 0.3  # of a font's size


class Ground(Struct, frozen=True):
    """The map at one moment; all in map units. Every question costs O(log n) or less."""

    journey: Journey
    view: View
    layout: Layout
    places: Places
    selection: frozenset[str]
    seen: Box  # what is in sight
    touched: Callable[[float, float, float], Hit | None]  # x, y, zoom; none on empty ground
    lift: float = 0.0  # of the title, by headers that are larger than the map

    def hit(self, x: float, y: float, zoom: float) -> Hit | None:
        """Return what stands at a point, none on empty ground."""
        return self.touched(x, y, zoom)

    def lane_at(self, y: float) -> Lane | None:
        """Return the lane at a height, none above, below and between."""
        lanes = self.layout.lanes
        place = bisect_right(lanes, y, key=attrgetter("y")) - 1
        return lanes[place] if place >= 0 and y < lanes[place].y + lanes[place].height else None

    def lane_nearest(self, y: float) -> Lane | None:
        """Return the lane at a height or next to it, none where no lane is shown."""
        lanes = self.layout.lanes
        place = bisect_right(lanes, y, key=attrgetter("y"))
        around = lanes[max(place - 1, 0) : place + 1]
        return min(around, key=lambda lane: max(lane.y - y, y - lane.y - lane.height), default=None)

    def lane(self, role: str) -> Lane | None:
        """Return the lane of a role, none where the view hides it."""
        return next((lane for lane in self.layout.lanes if lane.role == role), None)

    def is_on_lanes(self, x: float, y: float) -> bool:
        """Tell whether a point is on the lanes, where touchpoints stand, and not on headers, ruler or rows below."""
        box = self.layout.map_box
        return box.x <= x and self.lane_at(y) is not None

    def time_at(self, x: float) -> float:
        """Return the time at a place."""
        return self.layout.scale.time(x)

    def x_of(self, time: float) -> float:
        """Return the place of a time."""
        return self.layout.scale.x(time)

    def feeling_at(self, lane: Lane, y: float) -> int:
        """Return the feeling that a height of the lane stands for."""
        if lane.step <= 0:
            return 0
        return min(max(round((lane.neutral_y - y) / lane.step), -MOST_FEELING), MOST_FEELING)

    def y_of(self, lane: Lane, feeling: int | None) -> float:
        """Return the height of a feeling; no feeling is drawn at neutral."""
        return lane.neutral_y - (feeling or 0) * lane.step

    def spot(self, touchpoint: str, role: str = "") -> Spot | None:
        """Return the touchpoint's marker on the role's line, or else its uppermost."""
        spots = self.places.spots(touchpoint)
        return next((spot for spot in spots if spot.role == role), spots[0] if spots else None)

    def neighbours(self, role: str, x: float, without: str = "") -> tuple[Spot | None, Spot | None]:
        """Return the markers before and after a place on the role's line, one touchpoint left out."""
        line = self.places.line(role)
        place = bisect_right(line, x, key=attrgetter("x"))
        before = [spot for spot in line[max(place - 2, 0) : place] if spot.touchpoint != without]
        after = [spot for spot in line[place : place + 2] if spot.touchpoint != without]
        return before[-1] if before else None, after[0] if after else None

    def spots_near(self, role: str, x: float, reach: float) -> Sequence[Spot]:
        """Return the markers on the role's line that are so near to a place. O(log n)."""
        line = self.places.line(role)
        first = bisect_left(line, x - reach, key=attrgetter("x"))
        return line[first : bisect_right(line, x + reach, key=attrgetter("x"))]

    def spots_in(self, box: Box) -> list[Spot]:
        """Return the markers in a box, lane by lane. O(log n) a lane and the number found."""
        found: list[Spot] = []
        for lane in self.layout.lanes:
            if lane.y > box.bottom or lane.y + lane.height < box.y:
                continue
            near = self.spots_near(lane.role, box.x + box.width / 2, box.width / 2)
            found += [spot for spot in near if box.y <= spot.y <= box.bottom]
        return found

    def role_header_at(self, x: float, y: float) -> Lane | None:
        """Return the lane whose header is at a point."""
        left = self.layout.sizes.header_x
        return self.lane_at(y) if left <= x < left + self.layout.sizes.header else None

    def phase_at(self, x: float, y: float) -> PhaseBox | None:
        """Return the phase whose arrow is at a point."""
        if not self.is_on_band(y):
            return None
        return next((phase for phase in self.layout.phases if phase.x <= x < phase.x + phase.width), None)

    def is_on_band(self, y: float) -> bool:
        """Tell whether a height is that of the phases' arrows; a journey without phases has none."""
        bottom = min(self.layout.phase_y + self.layout.sizes.phase, self.layout.ruler_y)
        return self.layout.phase_y <= y < bottom

    def title_field_at(self, x: float, y: float) -> str:
        """Return which words of the title are at a point: title, subject or goal; "" is none of them."""
        for row in self.layout.title.rows:
            size, baseline = FONTS[row.style].size, row.y - self.lift
            if row.x <= x <= row.x + row.width and baseline - size <= y <= baseline + size * DESCENT:
                field = row.style.removesuffix("_word")
                return field if field in TITLE_FIELDS else ""
        return ""

    def is_on_ruler(self, x: float, y: float) -> bool:
        """Tell whether a point is on the ruler of the timeline."""
        return self.layout.ruler_y <= y < self.layout.map_box.y and x >= self.layout.map_box.x

    @property
    def lanes_box(self) -> Box:
        """The lanes without their headers."""
        box, lanes = self.layout.map_box, self.layout.lanes
        if not lanes:
            return box
        return Box(box.x, lanes[0].y, box.width, lanes[-1].y + lanes[-1].height - lanes[0].y)
