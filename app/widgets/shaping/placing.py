"""Commands on where touchpoints stand: made, moved by steps, given to other lanes, felt better or worse, selected together, removed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from app.i18n import tr
from app.layout.places import Spot
from app.model.edits.participations import move_participation
from app.model.edits.placing import shift_feelings
from app.model.edits.records import remove_records
from app.model.edits.removed_words import what_went
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Phase, Role, Touchpoint
from app.tools.moving import lane_moves, nudged
from app.tools.newcomer import new_touchpoint, new_touchpoint_after
from app.tools.role_plans import new_role
from app.tools.snap import snapped
from app.tools.tool import Outcome
from app.widgets.map.canvas import MapCanvas
from app.widgets.shaping.doing import carry_out, do_once, here, parts, selected
from app.widgets.window import JourneyWindow


class Placing:
    """Places the touchpoints of one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    def insert(self) -> None:
        """Make a touchpoint "here": after the keyboard's marker, at the pointer of a context menu, or in the middle."""
        carry_out(self._window, self._newcomer)

    def remove(self) -> None:
        """Remove all that is selected; what else goes is said."""
        document, canvas = self._window.document, self._window.canvas
        if document is None or not document.selection:
            return
        ids = sorted(document.selection)
        try:
            change = remove_records(document.journey, ids)
        except JourneyError as refusal:
            self._window.messages.tell(refusal)
            return
        words = what_went(document.journey, change, ids)
        spot = self._spot()
        beside = self._beside(canvas, spot) if canvas is not None and spot is not None else None
        if do_once(self._window, lambda _journey: change):
            if words:
                self._window.messages.say("info", words, tr("Undo"), document.undoer())
            if canvas is not None and beside is not None:
                canvas.selecting.stand(beside.touchpoint, beside.role)

    def nudge(self, direction: Literal[-1, 1], *, is_little: bool = False) -> None:
        """Move the selected touchpoints earlier or later; going on so is one step."""
        ids, canvas = self._ids(), self._window.canvas
        if ids and canvas is not None:
            ground, zoom = canvas.tooling.ground(), canvas.camera.zoom
            self._window.do(lambda _journey: nudged(ground, ids, direction, zoom, is_little=is_little))
            self._keep_in_sight(canvas)

    def feel(self, by: Literal[-1, 1]) -> None:
        """Let the selected touchpoints feel better or worse by a step; going on so is one step."""
        meant = parts(self._window)
        if meant:
            self._window.do(lambda journey: shift_feelings(journey, meant, by))

    def to_next_lane(self, step: Literal[-1, 1]) -> None:
        """Give the selected parts to the role of the lane above or below, all of them or none."""
        document, canvas = self._window.document, self._window.canvas
        meant, spot = parts(self._window), self._spot()
        if document is None or canvas is None or not meant:
            return
        try:
            moves = lane_moves(meant, canvas.stage.places.lanes, step)
            for move in moves:
                move_participation(document.journey, *move)
        except JourneyError as refusal:
            self._window.messages.tell(refusal)
            return
        document.end_merging()
        key = " ".join(("lanes", *(f"{touchpoint}/{role}" for touchpoint, role in meant)))
        for move in moves:
            document.do(replace(move_participation(document.journey, *move), merge_key=key))
        document.end_merging()
        if spot is not None:
            gone_to = {(touchpoint, role): to_role for touchpoint, role, to_role in moves}
            canvas.selecting.stand(spot.touchpoint, gone_to.get((spot.touchpoint, spot.role), spot.role))
        self._keep_in_sight(canvas)

    def select_all(self) -> None:
        """Select every touchpoint that is shown."""
        document, canvas = self._window.document, self._window.canvas
        if document is not None and canvas is not None:
            lanes = canvas.stage.places.lanes
            self._select(touchpoint for role in lanes for touchpoint in document.journey.touchpoints_of(role))

    def select_role(self) -> None:
        """Select the touchpoints of the roles that are selected, or of what is selected, or of the lane "here"."""
        document = self._window.document
        if document is None:
            return
        roles = [role.id for role in selected(self._window, Role)] or [
            role for _, role in parts(self._window)
        ]
        roles = list(dict.fromkeys(roles)) or [here(self._window)[1]]
        self._select(touchpoint for role in roles for touchpoint in document.journey.touchpoints_of(role))

    def select_phase(self) -> None:
        """Select the touchpoints in the phases that are selected, or of what is selected, or in the one "here"."""
        document = self._window.document
        if document is None:
            return
        journey = document.journey
        times = [each.start for each in selected(self._window, Touchpoint)] or [here(self._window)[0]]
        around = {phase.id: phase for time in times if (phase := journey.phase_at(time)) is not None}
        phases = selected(self._window, Phase) or list(around.values())
        self._select(
            touchpoint
            for touchpoint in journey.all(Touchpoint)
            if any(phase.start <= touchpoint.start < phase.end for phase in phases)
        )

    def _newcomer(self, journey: Journey) -> Outcome:
        canvas = self._window.canvas
        assert canvas is not None
        if not journey.all(Role):
            return new_role(journey)
        spot = (self._spot() or self._chosen_spot(canvas)) if canvas.pointed is None else None
        if spot is not None:
            return new_touchpoint_after(journey, spot.touchpoint, spot.role)
        time, role = canvas.here
        chosen = self._chosen_role(canvas) if canvas.pointed is None else ""
        line = journey.touchpoints_of(chosen) if chosen else ()
        if line:
            return new_touchpoint_after(journey, line[-1].id, chosen)
        role = chosen or role or next(iter(canvas.stage.places.lanes), "")
        ground = canvas.tooling.ground()
        times = ground.layout.scale.times
        time = min(max(time, times[0]), times[-1])  # the middle of what is in sight may lie outside
        rested = snapped(ground, ground.x_of(time), canvas.camera.zoom)
        return new_touchpoint(journey, rested.time, role)

    def _chosen_role(self, canvas: MapCanvas) -> str:
        """Return the first of the selected roles whose lanes are shown, or ""."""
        lanes = canvas.stage.places.lanes
        return next((role.id for role in selected(self._window, Role) if role.id in lanes), "")

    def _select(self, touchpoints: Iterable[Touchpoint]) -> None:
        if self._window.document is not None:
            self._window.document.select(touchpoint.id for touchpoint in touchpoints)

    def _chosen_spot(self, canvas: MapCanvas) -> Spot | None:
        """Return the marker of the one touchpoint that is selected, by finding it or in a panel."""
        chosen = selected(self._window, Touchpoint)
        spots = canvas.stage.places.spots(chosen[0].id) if len(chosen) == 1 else ()
        return next(iter(spots), None)

    def _spot(self) -> Spot | None:
        return self._window.canvas.keyboard_spot() if self._window.canvas is not None else None

    def _beside(self, canvas: MapCanvas, spot: Spot) -> Spot | None:
        """Return the next marker on the line of one that goes, or the one before it."""
        line = canvas.stage.places.line(spot.role)
        gone = self._window.document.selection if self._window.document is not None else frozenset()
        later = [other for other in line if other.x > spot.x and other.touchpoint not in gone]
        before = [other for other in line if other.x < spot.x and other.touchpoint not in gone]
        return later[0] if later else before[-1] if before else None

    def _keep_in_sight(self, canvas: MapCanvas) -> None:
        spot = self._spot()
        ids = self._ids()
        if spot is not None and spot.touchpoint in ids:
            canvas.reveal(spot.touchpoint)
        elif len(ids) == 1:
            canvas.reveal(ids[0])

    def _ids(self) -> list[str]:
        return [touchpoint.id for touchpoint in selected(self._window, Touchpoint)]
