"""The whole picture put together: scene, growth of lanes, what stands above and below, blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.analysis.service_levels import Breach, breaches
from app.i18n import tr
from app.layout import bottom, frame, legend, ruler
from app.layout.cards import CardWords
from app.layout.context import late_lanes, seen
from app.layout.crossings import LongestWait, longest_wait, web
from app.layout.even import even
from app.layout.growth import Growth
from app.layout.lanes import GROWTH, LaneShape, Words, brackets, header_words, lanes, shapes
from app.layout.links import lanes_of
from app.layout.memory import Memory
from app.layout.result import Arrow, Block, Box, InsightBox, Layout, Marker, Point, TextRow, TitleBlock
from app.layout.scene import Content, Scene, content, words_and_forms
from app.layout.shown import Stop, leaves, newcomers, shown, stops
from app.layout.signs import signs
from app.layout.sizes import SIZES
from app.layout.spacing import Spacing, idle_time, proportional, unit_width
from app.layout.title import Longest, headlines, title_block
from app.model.duration_text import duration_text
from app.model.journey import Journey
from app.model.records import Link, Party, Phase, Role, ServiceLevel
from app.model.view import View

_NARROWEST = 1100.0
_RIGHT = 25.0  # map to the picture's right edge
_THICKET = 0.4  # crossings of a lane by links in 100 map units
_FEW = 200  # touchpoints up to which lanes may grow in several rounds
_EMPTY_ALERTS: Mapping[str, str] = {}


class Picture:
    """One layout in the making."""

    def __init__(self, journey: Journey, view: View, memory: Memory) -> None:
        self.journey, self.view, self.memory = journey, view, memory
        self.setter = memory.typesetter
        self.sizes = SIZES[view.detail]
        self.shown = shown(journey, view)
        self.breached = breaches(journey)
        self.cut = leaves(self.shown.touchpoints, self.shown.first, self.shown.last)
        self.groups = self._groups()
        self.place = {
            stop.touchpoint.id: n for n, stop in enumerate(s for group in self.groups for s in group)
        }
        self.insights = bottom.numbered(journey, self.shown, self.place)

    def _groups(self) -> list[tuple[Stop, ...]]:
        lane_key = tuple(self.shown.lane)
        new = newcomers(self.journey, self.shown.roles)
        found = []
        for leaf in self.cut:
            touchpoints = self.shown.touchpoints[leaf.low : leaf.high]
            here = (
                frozenset(entry for entry in new if entry[0] in {t.id for t in touchpoints}) if new else new
            )
            found.append(
                self.memory.recall(
                    ("stops", leaf.key),
                    (touchpoints, lane_key, here),
                    lambda t=touchpoints, n=here: stops(t, self.shown, n),
                )
            )
        return found

    def layout(self) -> Layout:
        """Return the finished layout."""
        asking = self._asking()
        spacing = self._spacing(asking)
        right = max(
            spacing.right + self.sizes.map_gap, (spacing.xs and self._rightmost(spacing) + 30.0) or 0.0
        )
        right = max(right, _NARROWEST - _RIGHT)
        left = self.sizes.header_x + self.sizes.header
        width = right + _RIGHT
        scene = Scene(
            self.journey, self.view, self.shown, self.sizes, self.cut, self.groups, spacing,
            seen(self.journey, self.shown, self.view, self.cut, self.groups, spacing, self.memory),
            late_lanes(self.journey, self.shown), web(self.journey, self.groups, self.memory), self.breached, asking,
            (left + 4.0, right - 4.0), len(self.shown.roles), self.memory,
        )  # fmt: skip
        scene.longest = self._longest_link(scene, right - left)
        title = title_block(
            self.journey.info, self._headlines(self._longest(scene)), width, self.sizes, self.setter
        )
        phase_y = max(title.height, 112.0)
        has_phases = bool(self.shown.phases)
        ruler_y = phase_y + (self.sizes.phase + 6.0 if has_phases else 0.0)
        top = ruler_y + 42.0
        made, words = self._grown(scene, top)
        return self._composed(scene, made, words, (left, right, width), (phase_y, ruler_y, top), title)

    def _longest_link(self, scene: Scene, width: float) -> int:
        """Return over how many lanes a link is drawn whole: in a thicket, where no label would stand free, over two."""
        lane, count = self.shown.lane, len(self.shown.roles)
        crossed = 0
        for group, ends in zip(self.groups, scene.web.ends, strict=True):
            for stop, own in zip(group, ends, strict=True):
                for link, other, starts_here in own:
                    if starts_here:
                        source, target = lanes_of(link, stop, other, lane)
                        crossed += abs(source - target)
        return count if crossed * 100.0 < _THICKET * width * max(count, 1) else 2

    def _asking(self):  # type: ignore[no-untyped-def]
        pins = bottom.pins_by_touchpoint(self.insights, self.place)
        return words_and_forms(
            self.journey,
            self.view,
            self.shown,
            self.sizes,
            self.cut,
            self.groups,
            pins,
            self._alerts(),
            self.memory,
        )

    def _alerts(self) -> Mapping[str, str]:
        """Return what cards of broken service levels say: the numbers stand on the link that arrives, if any."""
        if not self.breached:
            return _EMPTY_ALERTS
        targets = {link.target for link in self.journey.all(Link) if link.source in self.place}
        return {
            touchpoint: tr("SLA breached") if touchpoint in targets else breach.text
            for touchpoint, breach in self.breached.items()
        }

    def _spacing(self, asking) -> Spacing:  # type: ignore[no-untyped-def]
        start = self.sizes.header_x + self.sizes.header + self.sizes.map_gap
        names = [self.setter.width(phase.name, "phase") + 46.0 for phase in self.shown.phases]
        idle = idle_time(self.shown, self.journey.info.unit)
        usual = unit_width(self.shown, self.journey.info.unit, self.sizes, names)
        if self.view.spacing == "even":
            needs = [tuple(forms[0].width for _, forms in entries) for entries in asking]
            return even(self.shown, self.cut, self.groups, needs, names, start, self.sizes.marker, idle)

        def recall(key, inputs, compute):  # type: ignore[no-untyped-def]
            return self.memory.recall(("xs", key), inputs, compute)

        return proportional(self.shown, self.cut, self.groups, usual, start, self.sizes.marker, idle, recall)

    @staticmethod
    def _rightmost(spacing: Spacing) -> float:
        return max(
            (left + xs[-1] for left, xs in zip(spacing.lefts, spacing.xs, strict=True) if xs), default=0.0
        )

    def _headlines(self, longest: Longest | None):  # type: ignore[no-untyped-def]
        worst: tuple[str, str, bool] | None = None
        here = [breach for touchpoint, breach in self.breached.items() if touchpoint in self.place]
        if here:
            breach: Breach = max(here, key=lambda entry: entry.ratio)
            level = self.journey.the(ServiceLevel, breach.service_level)
            worst = duration_text(breach.measured), duration_text(breach.promised), level.kind == "response"
        return headlines(self.journey.info, self.shown, longest, worst)

    def _grown(self, scene: Scene, top: float) -> tuple[Content, tuple[Words, ...]]:
        """Fill the lanes; those whose cards lack room grow and are filled again, a few times."""
        folded = tuple(role.id in self.view.folded_roles for role in self.shown.roles)
        parties = {party.id: party for party in self.journey.all(Party)}
        words = tuple(
            header_words(role, parties.get(role.party), self.view.detail, is_folded, self.setter)
            for role, is_folded in zip(self.shown.roles, folded, strict=True)
        )
        count = len(self.shown.touchpoints)
        factors = GROWTH[self.view.detail]
        tries = Growth(self._loads(scene), folded, len(factors), count <= _FEW)
        for round_number in range(tries.rounds + 1):
            placed = shapes(words, self.shown.sides, folded, tuple(tries.steps), top, self.sizes, factors)
            made = content(scene, placed, round_number)
            if round_number == tries.rounds or not tries.learn([written.cramped for written in made.written]):
                break
        return made, words

    def _loads(self, scene: Scene) -> list[float]:
        """Return the share of each lane that its cards would take, side by side."""
        width = scene.bounds[1] - scene.bounds[0]
        loads = [0.0] * len(self.shown.roles)
        for group in self.groups:
            for stop in group:
                loads[stop.lead] += (self.sizes.card_text + 40.0) / 2 / width
        return loads

    def _composed(
        self, scene: Scene, made: Content, words: tuple[Words, ...], xs: tuple[float, float, float],
        ys: tuple[float, float, float], title: TitleBlock,
    ) -> Layout:  # fmt: skip
        left, right, width = xs
        phase_y, ruler_y, top = ys
        sizes, spacing, info = self.sizes, scene.spacing, self.journey.info
        bottom_y = made.shapes[-1].bottom if made.shapes else top + sizes.lane
        insight_rows = self._insight_rows(spacing, (left, right), bottom_y + sizes.bottom_gap + 4.0)
        blocks, homeless = self._blocks(scene, made, insight_rows.boxes)
        end = insight_rows.bottom if insight_rows.rows else bottom_y
        names = {role.id: role.name for role in self.shown.roles}
        entries = [
            (
                number,
                stop.touchpoint.id,
                self.shown.roles[stop.lead].id,
                title,
                names[self.shown.roles[stop.lead].id],
            )
            for number, stop, title in homeless
        ]
        listed, end = frame.callouts(entries, left, right, end + 16.0 if entries else end, self.setter)
        items = legend.entries(signs(self.journey, self.shown, made, self.insights))
        legend_items, end = legend.legend(
            items, sizes.header_x, right, end + sizes.legend_gap - 12.0, self.setter
        )
        numbers = {phase.id: n for n, phase in enumerate(self.journey.all(Phase), 1)}
        window = (self.shown.first, self.shown.last)
        busy = frozenset(
            lane for lane, role in enumerate(self.shown.roles) if self.journey.touchpoints_of(role.id)
        )
        return Layout(
            view=self.view,
            sizes=sizes,
            width=width,
            height=end + 24.0,
            scale=spacing.scale,
            map_box=Box(left, top, right - left, bottom_y - top),
            title=title,
            phases=frame.phase_boxes(
                self.shown.phases, numbers, spacing.scale, window, phase_y, sizes, self.setter
            ),
            phase_y=phase_y,
            ruler_y=ruler_y,
            ruler=self._ruler(spacing, ruler_y, right),
            corner=frame.corner(info, bool(self.shown.phases), phase_y, ruler_y, sizes, self.setter),
            lanes=lanes(self.shown, made.shapes, words, busy, sizes),
            brackets=brackets(self.shown, made.shapes, self.setter),
            bottom_rows=insight_rows.rows,
            blocks=blocks,
            callouts=listed,
            legend=legend_items,
            note=self._note((left + right) / 2, (top + bottom_y) / 2),
            memory=self.memory,
        )

    def _ruler(self, spacing: Spacing, y: float, right: float):  # type: ignore[no-untyped-def]
        info, shown = self.journey.info, self.shown
        if self.view.spacing == "even":
            times = sorted(
                {t.start for t in shown.touchpoints}
                | {p.start for p in shown.phases if p.start >= shown.first}
            )
            ticks = ruler.moment_ticks(info, times)
        else:
            ticks = ruler.ticks(info, spacing.scale, shown.first, shown.last)
        bounds = (self.sizes.header_x + self.sizes.header - 26.0, right + 20.0)
        return frame.ruler(ticks, spacing.scale, y, bounds, self.setter)

    def _note(self, x: float, y: float) -> tuple[TextRow, ...]:
        if self.shown.touchpoints:
            return ()
        if not self.journey.all(Role):
            text = tr("This journey has no roles yet.")
        elif not self.shown.roles:
            text = tr("All roles are hidden.")
        else:
            text = tr("No touchpoints here yet.")
        length = self.setter.width(text, "note")
        return (TextRow(text, x - length / 2, y, length, "note"),)

    def _longest(self, scene: Scene) -> Longest | None:
        limits = (self.journey.info.wait_limit, self.journey.info.unit)
        found: list[LongestWait] = []
        for leaf, group, ends in zip(self.cut, self.groups, scene.web.ends, strict=True):
            worst = self.memory.recall(
                ("wait", leaf.key), (group, ends, limits, tuple(self.shown.lane)),
                lambda g=group, e=ends: longest_wait(self.journey, g, e, self.shown.lane),
            )  # fmt: skip
            found += [worst] if worst is not None else []
        if not found:
            return None
        _, _, _, wait, source, target = max(found, key=lambda entry: entry[:3])
        roles = self.shown.roles
        return Longest(wait.span, wait.text, wait.is_over, roles[source].name, roles[target].name)

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

    def _blocks(
        self, scene: Scene, made: Content, boxes: tuple[tuple[str, InsightBox], ...]
    ) -> tuple[tuple[Block, ...], list[tuple[int, Stop, str]]]:
        leaf_of = scene.web.leaf_of
        boxes_by_leaf: dict[int, list[InsightBox]] = {}
        for touchpoint, box in boxes:
            boxes_by_leaf.setdefault(leaf_of.get(touchpoint, 0), []).append(box)
        pills = {link: (place, pill) for place, own in enumerate(made.pills) for link, pill in own.placed}
        homeless: list[tuple[int, Stop, str]] = []
        blocks: list[Block] = []
        for place, leaf in enumerate(self.cut):
            first = len(homeless) + 1
            lost = set(made.written[place].homeless)
            for stop, (words, _) in zip(self.groups[place], scene.asking[place], strict=True):
                if stop.touchpoint.id in lost:
                    title = words.title if isinstance(words, CardWords) else ""
                    homeless.append((len(homeless) + 1, stop, title))
            left = scene.spacing.lefts[place]
            own_boxes = tuple(_moved_box(box, -left) for box in boxes_by_leaf.get(place, ()))
            own_pills = tuple(
                (pills[link.curve.link.id][1], scene.spacing.lefts[pills[link.curve.link.id][0]] - left)
                if link.curve.link.id in pills
                else None
                for link in made.links[place]
            )
            inputs = (
                made.skeletons[place], made.links[place], own_pills, made.written[place], own_boxes, left,
                scene.spacing.widths[place], leaf.first, leaf.last, first if lost else 0,
                tuple((s.touchpoint.id, s.lead) for s in self.groups[place] if s.touchpoint.id in lost), tuple(self.shown.lane),
            )  # fmt: skip
            blocks.append(
                self.memory.recall(
                    ("block", leaf.key), inputs, lambda i=inputs, k=leaf.key: self._block(k, *i[:11])
                )
            )
        return tuple(blocks), homeless

    def _block(self, key, skeleton, links, pills, written, boxes, left, width, first, last, number, leads):  # type: ignore[no-untyped-def]
        markers = skeleton.markers
        if number:
            numbers = {touchpoint: number + n for n, touchpoint in enumerate(written.homeless)}
            leads = {touchpoint: self.shown.roles[lane].id for touchpoint, lane in leads}
            markers = tuple(
                _numbered(marker, numbers, leads.get(marker.touchpoint, "")) for marker in markers
            )
        arrows = tuple(self._arrow(link, pill) for link, pill in zip(links, pills, strict=True))
        return Block(
            key, left, width, first, last, markers, skeleton.rods, skeleton.lines, arrows, written.cards,
            written.captions, boxes, (),
        )  # fmt: skip

    def _arrow(self, link, pill) -> Arrow:  # type: ignore[no-untyped-def]
        curve = link.curve
        before, tip = curve.controls[2], curve.controls[3]
        dx, dy = tip.x - before.x, tip.y - before.y
        length = (dx * dx + dy * dy) ** 0.5 or 1.0
        placed = None
        if pill is not None:
            placed = _moved_pill(*pill)
        return Arrow(
            curve.link.id, curve.link.kind, self.shown.roles[curve.source_lane].id,
            self.shown.roles[curve.target_lane].id, curve.segments(), tip, Point(dx / length, dy / length), link.is_over,
            link.is_breached, placed, link.full_title,
        )  # fmt: skip


def _numbered(marker: Marker, numbers: Mapping[str, int], lead: str) -> Marker:
    number = numbers.get(marker.touchpoint, 0)
    return replace(marker, callout=number) if number and marker.role == lead else marker


def _moved_box(entry: InsightBox, dx: float) -> InsightBox:
    rows = tuple(replace(row, x=row.x + dx) for row in entry.rows)
    return replace(entry, box=entry.box._replace(x=entry.box.x + dx), rows=rows)


def _moved_pill(pill, dx):  # type: ignore[no-untyped-def]
    return replace(
        pill, box=pill.box._replace(x=pill.box.x + dx), text=replace(pill.text, x=pill.text.x + dx)
    )


__all__ = ["LaneShape", "Picture"]
