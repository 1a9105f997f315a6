"""The whole picture put together: what is shown, the lanes' content, and what stands above and below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from app.analysis.service_levels import breaches
from app.i18n import tr
from app.layout import bottom, frame, legend, ruler
from app.layout.blocks import Homeless, blocks
from app.layout.cards import CardWords, Form
from app.layout.channels import channel_row
from app.layout.context import late_lanes, seen
from app.layout.crossings import web
from app.layout.density import Density
from app.layout.even import even
from app.layout.figures import crossed_lanes, key_figures
from app.layout.growth import grown
from app.layout.lanes import Words, brackets, header_words, lanes
from app.layout.memory import Memory
from app.layout.newcomers import newcomers
from app.layout.result import Box, Callout, Layout, RulerTick, TextRow, TitleBlock
from app.layout.scene import Content, Scene, words_and_forms
from app.layout.shown import Leaf, Shown, Stop, leaves, shown, stops
from app.layout.signs import signs
from app.layout.sizes import SIZES
from app.layout.spacing import Spacing, idle_time, proportional, unit_width
from app.layout.title import title_block
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Link, Party, Phase, Role
from app.model.view import View

_NARROWEST = 1100.0
_RIGHT = 25.0  # map to the picture's right edge
_THICKET = 0.4  # crossings of a lane by links in 100 map units, from which on long links are broken
_LONGEST = 2  # lanes over which a link is drawn whole in a thicket

Asking = Sequence[tuple[tuple[CardWords, tuple[Form, ...]], ...]]


class Levels(NamedTuple):
    """Heights of the picture's parts, from the title down to the lanes, and its right edges."""

    phase: float
    ruler: float
    lanes: float
    right: float
    width: float


class Picture:
    """One layout in the making."""

    def __init__(self, journey: Journey, view: View, memory: Memory) -> None:
        self.journey, self.view, self.memory = journey, view, memory
        self.setter = memory.typesetter
        self.sizes = SIZES[view.detail]
        self.left = self.sizes.header_x + self.sizes.header
        self.shown = shown(journey, view)
        breached = dict(breaches(journey))
        self.breached = memory.recall(("breaches",), (breached,), lambda: breached)
        self.cut = leaves(self.shown.touchpoints, self.shown.first, self.shown.last)
        self.groups = self._groups()
        self.place = {
            stop.touchpoint.id: n for n, stop in enumerate(s for group in self.groups for s in group)
        }
        self.insights = bottom.numbered(journey, self.shown, self.place)

    def _groups(self) -> list[tuple[Stop, ...]]:
        lane_key = tuple(self.shown.lane)
        new = newcomers(self.journey, self.shown.roles, self.memory)
        found: list[tuple[Stop, ...]] = []
        for leaf in self.cut:
            touchpoints = self.shown.touchpoints[leaf.low : leaf.high]
            here = {t.id: new[t.id] for t in touchpoints if t.id in new} if new else {}
            inputs = (touchpoints, lane_key, here)
            compute = partial(stops, touchpoints, self.shown, here)
            found.append(self.memory.recall(("stops", leaf.key), inputs, compute))
        return found

    def layout(self) -> Layout:
        """Return the finished layout."""
        asking = self._asking()
        spacing = self._spacing(asking)
        rights = [left + xs[-1] for left, xs in zip(spacing.lefts, spacing.xs, strict=True) if xs]
        right = max(spacing.right + self.sizes.map_gap, max(rights, default=0.0) + 30.0)
        if not self.shown.is_windowed:
            right = max(right, _NARROWEST - _RIGHT)
        found = web(self.journey, self.shown, self.cut, self.groups, self.memory)
        crossed = crossed_lanes(self.cut, self.groups, found, self.shown, self.memory)
        is_thicket = crossed * 100.0 > _THICKET * (right - self.left) * max(len(self.shown.roles), 1)
        scene = Scene(
            self.journey, self.view, self.shown, self.sizes, self.cut, self.groups, spacing,
            seen(self.journey, self.shown, self.view, self.cut, self.groups, spacing, self.memory),
            late_lanes(self.journey, self.shown), found, self.breached, asking, (self.left + 4.0, right - 4.0),
            _LONGEST if is_thicket else len(self.shown.roles), self.memory,
        )  # fmt: skip
        figures = key_figures(self.journey, scene)
        title = title_block(self.journey.info, figures, right + _RIGHT, self.sizes, self.setter)
        phase_y = max(title.height, 112.0)
        ruler_y = phase_y + (self.sizes.phase + 6.0 if self.shown.phases else 0.0)
        levels = Levels(phase_y, ruler_y, ruler_y + 42.0, right, right + _RIGHT)
        words = self._header_words()
        return self._composed(scene, grown(scene, words, levels.lanes), words, levels, title)

    def _asking(self) -> Asking:
        pins = bottom.pins_by_touchpoint(self.insights, self.place)
        return words_and_forms(
            self.journey, self.view, self.shown, self.sizes, self.cut, self.groups, pins, self._alerts(), self.memory
        )  # fmt: skip

    def _alerts(self) -> Mapping[str, str]:
        """Return what cards of broken service levels say: the numbers stand on the link that arrives, if any."""
        if not self.breached:
            return {}
        targets = {link.target for link in self.journey.all(Link) if link.source in self.place}
        return {
            touchpoint: tr("SLA breached") if touchpoint in targets else breach.text
            for touchpoint, breach in self.breached.items()
        }

    def _spacing(self, asking: Asking) -> Spacing:
        start = self.left + self.sizes.map_gap
        unit = self.journey.info.unit
        whole, groups, cut, memory = self._whole()
        idle = idle_time(whole, unit)
        if self.view.spacing == "even":
            needs = [tuple(forms[0].width for _, forms in entries) for entries in asking]
            names = self._name_widths(self.shown)
            return even(self.shown, self.cut, self.groups, needs, names, start, self.sizes.marker, idle)
        density = Density(self.journey, whole, cut, groups, memory)
        unit_px = unit_width(whole, unit, self.sizes, self._name_widths(whole), density)
        marker = self.sizes.marker
        return proportional(self.shown, self.cut, self.groups, unit_px, start, marker, idle, self.memory)

    def _name_widths(self, part: Shown) -> list[float]:
        return [self.setter.width(phase.name, "phase") + 46.0 for phase in part.phases]

    def _whole(self) -> tuple[Shown, list[tuple[Stop, ...]], list[Leaf], Memory]:
        """Return what a window is a part of: rows of one timeline have one scale."""
        if not self.shown.is_windowed:
            return self.shown, self.groups, self.cut, self.memory
        whole = shown(self.journey, replaced(self.view, first=None, last=None))
        count = len(whole.touchpoints)
        return (
            whole,
            [stops(whole.touchpoints, whole, {})],
            [Leaf("", 0.0, 0.0, 0, count)],
            Memory(self.setter),
        )

    def _header_words(self) -> tuple[Words, ...]:
        parties = {party.id: party for party in self.journey.all(Party)}
        folded = self.view.folded_roles
        return tuple(
            header_words(role, parties.get(role.party), self.view.detail, role.id in folded, self.setter)
            for role in self.shown.roles
        )

    def _composed(
        self, scene: Scene, made: Content, words: tuple[Words, ...], levels: Levels, title: TitleBlock
    ) -> Layout:
        sizes, spacing, info = self.sizes, scene.spacing, self.journey.info
        lanes_end = made.shapes[-1].bottom if made.shapes else levels.lanes + sizes.lane
        channels = channel_row(scene, lanes_end + sizes.bottom_gap + 4.0)
        rows = self._insight_rows(spacing, (self.left, levels.right), channels.bottom)
        made_blocks, homeless = blocks(scene, made, rows.boxes, channels.marks)
        bottom_rows = channels.rows + rows.rows
        end = bottom_rows[-1].y + bottom_rows[-1].height if bottom_rows else lanes_end
        listed, end = self._callouts(homeless, levels.right, end)
        items = legend.entries(signs(self.shown, made, self.insights, self.cut, self.memory))
        legend_top = end + sizes.legend_gap - 12.0
        legend_items, end = legend.legend(items, sizes.header_x, levels.right, legend_top, self.setter)
        numbers = {phase.id: n for n, phase in enumerate(self.journey.all(Phase), 1)}
        window = (self.shown.first, self.shown.last)
        busy = frozenset(n for n, role in enumerate(self.shown.roles) if self.journey.touchpoints_of(role.id))
        scale = spacing.scale
        return Layout(
            view=self.view,
            sizes=sizes,
            width=levels.width,
            height=end + 24.0,
            scale=scale,
            map_box=Box(self.left, levels.lanes, levels.right - self.left, lanes_end - levels.lanes),
            title=title,
            phases=frame.phase_boxes(
                self.shown.phases, numbers, scale, window, levels.phase, sizes, self.setter
            ),
            phase_y=levels.phase,
            ruler_y=levels.ruler,
            ruler=self._ruler(spacing, levels),
            corner=frame.corner(
                info, bool(self.shown.phases), levels.phase, levels.ruler, sizes, self.setter
            ),
            lanes=lanes(self.shown, made.shapes, words, busy, sizes),
            brackets=brackets(self.shown, made.shapes, self.setter),
            bottom_rows=bottom_rows,
            blocks=made_blocks,
            callouts=listed,
            legend=legend_items,
            note=self._note((self.left + levels.right) / 2, (levels.lanes + lanes_end) / 2),
            memory=self.memory,
        )

    def _callouts(self, homeless: Sequence[Homeless], right: float, top: float) -> tuple[tuple[Callout, ...], float]:  # fmt: skip
        entries = []
        for number, stop, title in homeless:
            role = self.shown.roles[stop.lead]
            entries.append((number, stop.touchpoint.id, role.id, title, role.name))
        return frame.callouts(entries, self.left, right, top + 16.0 if entries else top, self.setter)

    def _ruler(self, spacing: Spacing, levels: Levels) -> tuple[RulerTick, ...]:
        info, seen_part = self.journey.info, self.shown
        if self.view.spacing == "even":
            starts = {phase.start for phase in seen_part.phases if phase.start >= seen_part.first}
            times = sorted({touchpoint.start for touchpoint in seen_part.touchpoints} | starts)
            ticks = ruler.moment_ticks(info, times)
        else:
            ticks = ruler.ticks(info, spacing.scale, seen_part.first, seen_part.last)
        bounds = (self.left - 26.0, levels.right + 20.0)
        inputs = (tuple(ticks), spacing.scale, levels.ruler, bounds)
        return self.memory.recall(("ruler",), inputs, partial(frame.ruler, *inputs, self.setter))

    def _note(self, x: float, y: float) -> tuple[TextRow, ...]:
        if self.shown.everything:
            return ()
        if not self.journey.all(Role):
            text = tr("This journey has no roles yet.")
        elif not self.shown.roles:
            text = tr("All roles are hidden.")
        else:
            text = tr("No touchpoints here yet.")
        length = self.setter.width(text, "note")
        return (TextRow(text, x - length / 2, y, length, "note"),)

    def _insight_rows(self, spacing: Spacing, bounds: tuple[float, float], top: float) -> bottom.Rows:
        wanted = {entry.touchpoint for entry in self.insights if entry.touchpoint}
        xs = {
            stop.touchpoint.id: left + x
            for left, group, row in zip(spacing.lefts, self.groups, spacing.xs, strict=True)
            for stop, x in zip(group, row, strict=True)
            if stop.touchpoint.id in wanted
        }
        inputs = (self.insights, xs, bounds, top, self.sizes)
        return self.memory.recall(
            ("insights",),
            inputs,
            lambda: bottom.rows(self.insights, xs, bounds, top, self.sizes, self.setter),
        )
