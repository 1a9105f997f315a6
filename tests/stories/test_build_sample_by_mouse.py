"""A facilitator with a mouse: from the empty window to the sample's 28 touchpoints, with no key but those of the words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.files import native
from app.model.journey import Journey
from app.model.parts import Participation
from app.model.records import Channel, Insight, Link, Party, Phase, Role, Touchpoint
from app.model.vocabulary import feelings, link_kinds
from tests.mouse import Mouse
from tests.stories.told import SAMPLE, told, typed
from tests.widgets.conftest import Program

PINS = {"pain": "Pain Point", "opportunity": "Opportunity"}
NEAR = 0.25  # weeks: half of what the hand snaps to at this zoom


def test_the_sample_is_built_from_blank_by_mouse(program: Program, qtbot: QtBot) -> None:
    sample = native.load(SAMPLE.read_bytes(), SAMPLE.name)
    window = program.open()
    window.resize(1700, 1100)
    mouse = Mouse(window, qtbot)
    mouse.press_button("Empty map")
    qtbot.waitUntil(lambda: window.is_furnished)
    mouse.rest()
    entitle(mouse, sample)
    make_roles(mouse, sample)
    make_phases(mouse, sample)
    for point in sample.all(Touchpoint):
        make_touchpoint(mouse, sample, point)
    for link in sample.all(Link):
        make_link(mouse, sample, link)
    for insight in sample.all(Insight):
        pin(mouse, sample, insight)
    built, wanted = told(mouse.document.journey), told(sample)
    starts = [[point.start for point in each.all(Touchpoint)] for each in (mouse.document.journey, sample)]
    assert starts[0] == pytest.approx(starts[1], abs=NEAR)
    for part in wanted:
        assert built[part] == wanted[part]


def entitle(mouse: Mouse, sample: Journey) -> None:
    mouse.fill("Title", sample.info.title)
    mouse.fill("Whose journey", sample.info.subject)
    mouse.fill("Goal", sample.info.goal, end="")  # of several lines: whatever is clicked next takes it


def make_roles(mouse: Mouse, sample: Journey) -> None:
    for role in sample.all(Role):
        if role.rank == "1":
            mouse.double(mouse.canvas.viewport().rect().center())  # there is nothing yet
        else:
            mouse.press_button("New role")
        mouse.write(role.name)
        mouse.fill("Remit", typed(role.remit))
        party = sample.the(Party, role.party)
        if party.name in [each.name for each in mouse.document.journey.all(Party)]:
            mouse.right(mouse.header_of(role.name), "Organisation", party.name)
            continue
        mouse.pick_from("Organisation", "New organisation…")
        mouse.qtbot.waitUntil(lambda: isinstance(mouse.focus(), QLineEdit))
        mouse.type(party.name)
        mouse.press("Return")
        if party.side != "customer":
            mouse.press_button("Show this: Organisation")
            mouse.pick_from("Side", party.side.capitalize())


def make_phases(mouse: Mouse, sample: Journey) -> None:
    for phase in sample.all(Phase):
        mouse.press_button("New phase")
        mouse.write(phase.name)
        drawn = mouse.phase(phase.name)
        if drawn.end != phase.end:
            mouse.scroll_to(max(drawn.end, phase.end))
            mouse.pull(mouse.band_at(drawn.end), mouse.band_at(phase.end))


def make_touchpoint(mouse: Mouse, sample: Journey, point: Touchpoint) -> None:
    first, *others = ((sample.the(Role, part.role).name, part) for part in point.participations)
    mouse.scroll_to(point.start)
    free = mouse.free_at(first[0], point.start, 0)
    assert free is not None, point.title
    mouse.double(free)
    mouse.write(point.title)
    feel(mouse, point.title, *first)
    for name, part in others:
        there = mouse.free_at(name, point.start, part.feeling or 0)
        if there is not None:
            words = mouse.pull(mouse.handle_of(point.title), there)
            assert words.startswith(f"Share with {name}"), words
        else:  # labels of others are in the way
            mouse.right(mouse.marker_of(point.title), "Who Takes Part", name)
        feel(mouse, point.title, name, part)
    mouse.right(mouse.marker_of(point.title), "Channel", sample.the(Channel, point.channel).name)
    if point.moment_of_truth:
        mouse.right(mouse.marker_of(point.title), "Moment of Truth")


def feel(mouse: Mouse, title: str, name: str, part: Participation) -> None:
    """Say how it is for a role: by the height of the marker, which is at neutral and hollow as long as nobody knows."""
    point = mouse.touchpoint(title)
    feeling = point.participation(mouse.role(name).id).feeling
    if part.feeling == feeling:
        return  # so it was let go
    if part.feeling == 0:
        mouse.right(mouse.marker_of(title, name), "Feeling", feelings()[0])
    else:
        mouse.pull(mouse.marker_of(title, name), mouse.at_time(name, point.start, part.feeling or 0))


def make_link(mouse: Mouse, sample: Journey, link: Link) -> None:
    source, target = sample.the(Touchpoint, link.source), sample.the(Touchpoint, link.target)
    mouse.scroll_to((source.start + target.start) / 2)
    start = mouse.handle_of(source.title, sample.the(Role, link.source_role).name)
    mouse.pull(start, mouse.marker_of(target.title, sample.the(Role, link.target_role).name))
    mouse.entry(link_kinds()[link.kind])
    if link.wait is not None:
        mouse.fill("Wait", "9 days")


def pin(mouse: Mouse, sample: Journey, insight: Insight) -> None:
    ref = insight.refs[0]
    point = sample.the(Touchpoint, ref.id)
    mouse.scroll_to(point.start)
    marker = mouse.marker_of(point.title, sample.the(Role, ref.role).name)
    mouse.right(marker, "Pin Insight", PINS[insight.kind])
    mouse.write(insight.text)
