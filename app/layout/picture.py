"""The whole picture put together: what is shown, the lanes' content, and what stands above and below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from app.analysis.service_levels import Breach, breaches
from app.i18n import tr
from app.layout import bottom, frame, legend, ruler
from app.layout.asking import Said, asking
from app.layout.blocks import Homeless, blocks
from app.layout.channels import channel_row
from app.layout.context import late_lanes, seen
from app.layout.crossings import owned, web
from app.layout.cut import Cut
from app.layout.density import Density
from app.layout.even import even
from app.layout.figures import crossed_lanes, key_figures
from app.layout.growth import grown
from app.layout.lanes import Words, brackets, header_words, lanes
from app.layout.memory import Memory, Row
from app.layout.numbering import numbering, x_of
from app.layout.result import Box, Callout, Layout, RulerTick, TextRow, TitleBlock
from app.layout.scene import Content, Scene
from app.layout.shown import Shown, Stop, shown, stops
from app.layout.signs import signs
from app.layout.sizes import SIZES
from app.layout.spacing import Spacing, idle_time, proportional, unit_width
from app.layout.title import title_block
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Link, Party, Phase, Role, ServiceLevel
from app.model.view import View

_NARROWEST = 1100.0
_RIGHT = 25.0  # map to the picture's right edge
_THICKET = 0.4  # crossings of a lane by links in 100 map units, from which on long links are broken
_LONGEST = 2  # lanes over which a link is drawn whole in a thicket


class Levels(NamedTuple):
    """Heights of the picture's parts, from the title down to the lanes, and its right edges."""

    phase: float
    ruler: float
    lanes: float
    right: float
    width: float


class Picture:
    """One layout in the making."""

    def __init__(self, journey: Journey, view: View, memory: Memory, at_once: bool = False) -> None:
        self.journey, self.view, self.memory = journey, view, memory
        self._at_once = at_once
        self.setter = memory.typesetter
        self.sizes = SIZES[view.detail]
        self.left = self.sizes.header_x + self.sizes.header
        self.shown = shown(journey, view)
        levels = journey.all(ServiceLevel)
        self.breached: Mapping[str, Breach] = memory.recall(
            ("breaches",), (levels,), lambda: dict(breaches(journey))
        )
        self.cut = Cut(journey, view, self.shown, memory)
        self.numbering = numbering(journey, view, self.shown, self.cut, memory)

    def layout(self) -> Layout:
        """Return the finished layout."""
        journey, shown_, cut, memory = self.journey, self.shown, self.cut, self.memory
        said = asking(
            journey, self.view, shown_, self.sizes, cut, self.numbering.pins, self._alerts(), memory
        )  # fmt: skip
        spacing = self._spacing(said)
        rights = [left + xs[-1] for left, xs in zip(spacing.lefts, spacing.xs, strict=True) if xs]
        right = max(spacing.right + self.sizes.map_gap, max(rights, default=0.0) + 30.0)
        if not shown_.is_windowed:
            right = max(right, _NARROWEST - _RIGHT)
        found = web(journey, shown_, cut, memory)
        crossed = crossed_lanes(cut, found, shown_, memory)
        is_thicket = crossed * 100.0 > _THICKET * (right - self.left) * max(len(shown_.roles), 1)
        longest = _LONGEST if is_thicket else len(shown_.roles)
        late = late_lanes(journey, shown_)
        scene = Scene(
            journey, self.view, shown_, self.sizes, cut, spacing,
            seen(journey, shown_, self.view, cut, spacing, late, memory), late, found,
            owned(shown_, cut, found, spacing, self.breached, longest, memory), self.breached, said,
            (self.left + 4.0, right - 4.0), memory, self._at_once,
        )  # fmt: skip
        figures = key_figures(journey, scene)
        title = title_block(journey.info, figures, right + _RIGHT, self.sizes, self.setter)
        phase_y = max(title.height, 112.0)
        ruler_y = phase_y + (self.sizes.phase + 6.0 if shown_.phases else 0.0)
        levels = Levels(phase_y, ruler_y, ruler_y + 42.0, right, right + _RIGHT)
        words = self._header_words()
        return self._composed(scene, grown(scene, words, levels.lanes), words, levels, title)

    def _alerts(self) -> Mapping[str, str]:
        """Return what cards of broken service levels say: the numbers stand on the link that arrives, if any."""
        journey, cut = self.journey, self.cut
        if not self.breached:
            return {}

        def is_reached(touchpoint: str) -> bool:
            links = journey.links_of(touchpoint)
            return any(link.target == touchpoint and cut.place_of(link.source) is not None for link in links)

        def alerts() -> dict[str, str]:
            return {
                touchpoint: tr("SLA breached") if is_reached(touchpoint) else breach.text
                for touchpoint, breach in self.breached.items()
            }

        # which touchpoints are shown may depend on anything where some are not
        is_all = not self.shown.is_windowed and len(self.shown.roles) == len(self.shown.index)
        on = journey.all(Link) if is_all else (self.shown.everything, self.view, journey.all(Link))
        return self.memory.recall(("alerts",), (self.breached, on, is_all), alerts)

    def _spacing(self, said: Row[Said]) -> Spacing:
        start = self.left + self.sizes.map_gap
        unit = self.journey.info.unit
        whole, groups, memory = self._whole()
        idle, marker = idle_time(whole, unit), self.sizes.marker
        if self.view.spacing == "even":
            needs = [tuple(forms[0].width for _, forms in entries) for entries in said]
            names = self._name_widths(self.shown)
            return even(self.shown, self.cut, needs, names, start, marker, idle, self.memory)
        density = Density(self.journey, whole, groups, memory)
        unit_px = unit_width(whole, unit, self.sizes, self._name_widths(whole), density)
        return proportional(self.shown, self.cut, unit_px, start, marker, idle, self.memory)

    def _name_widths(self, part: Shown) -> list[float]:
        return [self.setter.width(phase.name, "phase") + 46.0 for phase in part.phases]

    def _whole(self) -> tuple[Shown, Row[tuple[Stop, ...]], Memory]:
        """Return what a window is a part of: rows of one timeline have one scale."""
        if not self.shown.is_windowed:
            return self.shown, self.cut.groups, self.memory
        whole = shown(self.journey, replaced(self.view, first=None, last=None))
        memory = Memory(self.setter)
        memory.cut(("whole",))
        groups = memory.row(
            "stops", (), None, None, lambda _place, _notes: stops(whole.touchpoints, whole.lane, {})
        )
        return whole, groups, memory

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
        items = legend.entries(signs(self.shown, made, self.numbering.entries, self.cut, self.memory))
        legend_top = end + sizes.legend_gap - 12.0
        legend_items, end = legend.legend(items, sizes.header_x, levels.right, legend_top, self.setter)
        numbers = {phase.id: n for n, phase in enumerate(self.journey.all(Phase), 1)}
        window = (self.shown.first, self.shown.last)
        busy = frozenset(n for n, role in enumerate(self.shown.roles) if self.journey.touchpoints_of(role.id))
        scale = spacing.scale
        boxed = (self.shown.phases, numbers, scale, window, levels.phase, sizes)
        return Layout(
            view=self.view,
            sizes=sizes,
            width=levels.width,
            height=end + 24.0,
            scale=scale,
            map_box=Box(self.left, levels.lanes, levels.right - self.left, lanes_end - levels.lanes),
            title=title,
            phases=self.memory.recall(("phases",), boxed, lambda: frame.phase_boxes(*boxed, self.setter)),
            phase_y=levels.phase,
            ruler_y=levels.ruler,
            ruler=self._ruler(spacing, levels),
            corner=frame.corner(
                info, bool(self.shown.phases), levels.phase, levels.ruler, sizes, self.setter
            ),
            lanes=self.memory.recall(
                ("lanes",),
                (self.shown.roles, self.shown.index, self.shown.sides, made.shapes, words, busy, sizes),
                lambda: lanes(self.shown, made.shapes, words, busy, sizes),
            ),
            brackets=brackets(self.shown, made.shapes, self.setter),
            bottom_rows=bottom_rows,
            blocks=made_blocks,
            callouts=listed,
            legend=legend_items,
            note=self._note((self.left + levels.right) / 2, (levels.lanes + lanes_end) / 2),
            is_settled=not scene.at_once,
            memory=self.memory,
        )

    def _callouts(self, homeless: Sequence[Homeless], right: float, top: float) -> tuple[tuple[Callout, ...], float]:  # fmt: skip
        entries = []
        for number, stop, title in homeless:
            role = self.shown.roles[stop.lead]
            entries.append((number, stop.id, role.id, title, role.name))
        inputs = (entries, self.left, right, top + 16.0 if entries else top)
        return self.memory.recall(("callouts",), inputs, lambda: frame.callouts(*inputs, self.setter))

    def _ruler(self, spacing: Spacing, levels: Levels) -> tuple[RulerTick, ...]:
        info, seen_part, memory = self.journey.info, self.shown, self.memory
        if self.view.spacing == "even":
            starts = {phase.start for phase in seen_part.phases if phase.start >= seen_part.first}
            times = sorted({touchpoint.start for touchpoint in seen_part.touchpoints} | starts)
            ticks = ruler.moment_ticks(info, times)
        else:
            when = (
                info.unit,
                info.start_date,
                info.time_zone,
                spacing.scale,
                seen_part.first,
                seen_part.last,
            )
            ticks = memory.recall(
                ("ticks",), when, partial(ruler.ticks, info, spacing.scale, seen_part.first, seen_part.last)
            )
        bounds = (self.left - 26.0, levels.right + 20.0)
        inputs = (tuple(ticks), spacing.scale, levels.ruler, bounds)
        return memory.recall(("ruler",), inputs, partial(frame.ruler, *inputs, self.setter))

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
        entries = self.numbering.entries
        xs = x_of(self.numbering.wanted, self.cut, spacing, self.memory)
        inputs = (entries, xs, bounds, top, self.sizes)
        return self.memory.recall(
            ("insights",), inputs, lambda: bottom.rows(entries, xs, bounds, top, self.sizes, self.setter)
        )
