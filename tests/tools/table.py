"""A journey laid out on a table without a window, and a hand that drags on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from app.drawing.build import build
from app.drawing.hit import Hit, Index
from app.drawing.tokens import LIGHT
from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.layout.places import Places
from app.layout.result import Box, Layout
from app.model.journey import Journey
from app.model.view import View
from app.tools.ground import Ground
from app.tools.hand import Hand
from app.tools.pointer import Modifiers, Pointer
from app.tools.tool import Outcome, Tool
from app.widgets.map.stage import GROUND_LAYERS
from tests.world import id_of

FREE = Modifiers(alt=True)


@dataclass
class Table:
    """What the hand sees and does. Outcomes are carried out as the canvas does it."""

    journey: Journey
    selection: frozenset[str] = frozenset()
    tool: Tool = field(default_factory=Hand)
    last: Outcome = field(default_factory=Outcome)
    view: View = field(default_factory=View)
    _layout: Layout | None = None

    def ground(self) -> Ground:
        self._layout = layout(self.journey, self.view, fixed_measure, self._layout)
        index = Index(build(self.journey, self._layout, LIGHT))

        def touched(x: float, y: float, zoom: float) -> Hit | None:
            found = index.at(x, y, 4 / zoom, zoom)
            return None if found is None or found.layer in GROUND_LAYERS else found

        seen = Box(0, 0, self._layout.width, self._layout.height)
        return Ground(
            self.journey, self.view, self._layout, Places(self._layout), self.selection, seen, touched
        )

    def marker(self, title: str, role: str = "") -> tuple[float, float]:
        spot = self.ground().spot(id_of("touch", title), id_of("role", role) if role else "")
        assert spot is not None
        return spot.x, spot.y

    def handle(self, title: str, role: str = "") -> tuple[float, float]:
        x, y = self.marker(title, role)
        return x + 18, y + 18

    def header(self, role: str) -> tuple[float, float]:
        box = self.ground().places.header(id_of("role", role))
        assert box is not None
        return box.x + box.width / 2, box.y + box.height / 2

    def band(self, time: float) -> tuple[float, float]:
        ground = self.ground()
        return ground.x_of(time), ground.layout.phase_y + ground.layout.sizes.phase / 2

    def ruler(self, time: float) -> tuple[float, float]:
        ground = self.ground()
        return ground.x_of(time), ground.layout.phase_y + ground.layout.sizes.phase + 8

    def drag(
        self, start: tuple[float, float], *to: tuple[float, float], held: Modifiers | None = None
    ) -> Outcome:
        """Drag along these places and let go; return the last thing seen before."""
        seen = self.hold(start, *to, held=held)
        self._carry_out(self.tool.release(self.ground(), _pointer(to[-1], "left", False, held)))
        return seen

    def hold(
        self, start: tuple[float, float], *to: tuple[float, float], held: Modifiers | None = None
    ) -> Outcome:
        """Drag along these places and go on holding."""
        self._carry_out(self.tool.press(self.ground(), _pointer(start, "left", True, held)))
        outcome = Outcome()
        for place in to:
            outcome = self.tool.move(self.ground(), _pointer(place, "", True, held))
        return outcome

    def double_click(self, at: tuple[float, float]) -> None:
        pointer = replace(_pointer(at, "left", True, None), clicks=2)
        self._carry_out(self.tool.press(self.ground(), pointer))
        if self.tool.is_busy:
            self._carry_out(self.tool.release(self.ground(), pointer))

    def key(self, key: str) -> Outcome | None:
        outcome = self.tool.key(self.ground(), key, Modifiers())
        if outcome is not None:
            self._carry_out(outcome)
        return outcome

    def _carry_out(self, outcome: Outcome) -> None:
        self.last = outcome
        if outcome.tool is not None:
            self.tool = outcome.tool
        if outcome.change is not None:
            self.journey.apply(outcome.change)
        if outcome.selection is not None:
            self.selection = outcome.selection


def _pointer(at: tuple[float, float], button: str, is_down: bool, held: Modifiers | None) -> Pointer:
    pointer = Pointer(*at, is_down=is_down, modifiers=held or Modifiers())
    return replace(pointer, button="left") if button == "left" else pointer
