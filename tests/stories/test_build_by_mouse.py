"""A workshop builds its map by mouse alone: from the Empty map, with no key but those of the words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.model.journey import Journey
from app.model.records import Insight, Link, Phase, Role, Touchpoint
from tests.mouse import Mouse
from tests.widgets.conftest import Program
from tests.world import weeks

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

WANTED_TOUCHPOINTS = [
    ("Tickets get lost", 1.0, None, [("IT manager", -1)], False),
    ("Intro call", 3.0, None, [("Account manager", None), ("IT manager", 1)], False),
    ("Request lands", 9.5, None, [("CFO", -2)], False),
    ("Contract", 12.0, weeks(2), [("Legal", 1), ("Account manager", 0)], True),
]


def told(journey: Journey) -> list[tuple[object, ...]]:
    """Touchpoints in words."""
    return [
        (
            point.title,
            point.start,
            point.duration,
            [(journey.the(Role, part.role).name, part.feeling) for part in point.participations],
            point.moment_of_truth,
        )
        for point in journey.all(Touchpoint)
    ]


def phases(journey: Journey) -> list[tuple[str, float, float]]:
    return [(phase.name, phase.start, phase.end) for phase in journey.all(Phase)]


def test_a_map_is_built_by_mouse_undone_to_nothing_and_redone(program: Program, qtbot: QtBot) -> None:
    window = program.open()
    window.resize(1700, 1100)
    mouse = Mouse(window, qtbot)
    mouse.press_button("Empty map")
    journey, history = mouse.document.journey, mouse.document.history
    blank = journey.records()

    _roles(mouse)
    _phases(mouse)
    _touchpoints(mouse)
    _shared(mouse)
    _linked(mouse)
    _shaped(mouse)
    _noted(mouse)
    _tidied(mouse)

    assert [role.name for role in journey.all(Role)] == ["Legal", "CFO", "IT manager", "Account manager"]
    assert told(journey) == WANTED_TOUCHPOINTS
    steps, built = history.place, journey.records()
    assert all(label and label[0].isupper() for label in history.labels)
    for _ in range(steps):
        mouse.press_button("Undo")
    assert journey.records() == blank
    assert not history.can_undo
    for _ in range(steps):
        mouse.press_button("Redo")
    assert journey.records() == built
    assert not history.can_redo


def _roles(mouse: Mouse) -> None:
    size = mouse.canvas.size_px()
    mouse.double(QPoint(size[0] // 2, size[1] // 2))
    mouse.write("CFO")
    for name in ("IT manager", "Legal", "Account manager"):
        mouse.press_button("New role")
        mouse.write(name)
    mouse.right(mouse.header_of("CFO"), "Colour", "Berry")
    assert mouse.role("CFO").colour == "#902559"
    words = mouse.pull(mouse.header_of("Legal"), mouse.header_of("CFO", 0.1))
    assert words == "Legal to the top"


def _phases(mouse: Mouse) -> None:
    journey = mouse.document.journey
    mouse.press_button("New phase")
    mouse.write("Need")
    mouse.press_button("Fit")
    for _ in range(5):  # so that there is room behind it
        mouse.press_button("Zoom Out")
    mouse.pull(mouse.band_at(5), mouse.band_at(8))
    mouse.write("Buy")
    mouse.press_button("New phase")
    mouse.write("Use")
    mouse.press_button("Fit")
    mouse.pull(mouse.band_at(4), mouse.band_at(5))
    assert phases(journey) == [("Need", 0, 5), ("Buy", 5, 8), ("Use", 8, 12)]


def _touchpoints(mouse: Mouse) -> None:
    mouse.double(mouse.at_time("IT manager", 1))
    mouse.write("Tickets get lost", end="Tab")
    mouse.write("Ask around")
    for title, role, time in (
        ("Request lands", "CFO", 6.5),
        ("Intro call", "Account manager", 3),
        ("Contract", "Legal", 9),
    ):
        mouse.double(mouse.at_time(role, time))
        mouse.write(title)
    for title, role, time, feeling in (
        ("Tickets get lost", "IT manager", 1, -1),
        ("Request lands", "CFO", 6.5, -2),
        ("Contract", "Legal", 9, 1),
    ):
        mouse.pull(mouse.marker_of(title), mouse.at_time(role, time, feeling))
        assert mouse.touchpoint(title).participations[0].feeling == feeling
    mouse.pull(mouse.marker_of("Ask around"), mouse.at_time("IT manager", 4))
    assert mouse.touchpoint("Ask around").start == 4


def _shared(mouse: Mouse) -> None:
    mouse.pull(mouse.marker_of("Intro call"), mouse.at_time("IT manager", 3, 1), CONTROL)
    mouse.pull(mouse.handle_of("Contract"), mouse.at_time("Account manager", 9))
    assert [len(mouse.touchpoint(title).participations) for title in ("Intro call", "Contract")] == [2, 2]


def _linked(mouse: Mouse) -> None:
    words = mouse.pull(mouse.handle_of("Tickets get lost"), mouse.marker_of("Request lands"))
    assert words == "Handoff to Request lands"
    mouse.entry("Escalation")
    mouse.pull(mouse.handle_of("Request lands"), mouse.marker_of("Intro call"))
    mouse.entry("Handoff")
    (second,) = mouse.document.selection
    mouse.pull(mouse.end_of(mouse.document.journey.the(Link, second)), mouse.marker_of("Contract", "Legal"))
    found = [(link.kind, link.source, link.target) for link in mouse.document.journey.all(Link)]
    lost, lands, contract = (
        mouse.touchpoint(title).id for title in ("Tickets get lost", "Request lands", "Contract")
    )
    assert sorted(found) == sorted([("escalation", lost, lands), ("handoff", lands, contract)])


def _shaped(mouse: Mouse) -> None:
    mouse.click_at(mouse.marker_of("Contract"))
    edge = mouse.edge_of("Contract")
    assert mouse.pull(edge, QPoint(mouse.at_time("Legal", 11).x(), edge.y())) == "Lasts 2 weeks"
    assert mouse.touchpoint("Contract").duration == weeks(2)
    words = mouse.pull(mouse.ruler_at(5.5), mouse.ruler_at(7.5))
    assert words.startswith("Insert 2 weeks at ")
    assert mouse.touchpoint("Request lands").start == 8.5
    assert phases(mouse.document.journey) == [("Need", 0, 5), ("Buy", 5, 10), ("Use", 10, 14)]


def _noted(mouse: Mouse) -> None:
    mouse.right(mouse.marker_of("Request lands"), "Pin Insight", "Pain Point")
    mouse.write("Nobody told her")
    mouse.right(mouse.header_of("IT manager"), "Pin Insight", "Opportunity")
    mouse.write("One place to ask")
    mouse.right(mouse.marker_of("Contract"), "Moment of Truth")
    found = [(each.kind, each.text) for each in mouse.document.journey.all(Insight)]
    assert sorted(found) == [("opportunity", "One place to ask"), ("pain", "Nobody told her")]


def _tidied(mouse: Mouse) -> None:
    mouse.right(mouse.marker_of("Ask around"), "Delete")
    assert len(mouse.document.journey.all(Touchpoint)) == 4
    mouse.click_at(mouse.at_time("CFO", 1, 2))
    corner, other = mouse.at_time("Legal", 10.5, 2), mouse.at_time("CFO", 11.6, -2)
    mouse.pull(corner, other)
    assert mouse.document.selection == {mouse.touchpoint("Contract").id}
    mouse.click_at(mouse.marker_of("Request lands"), SHIFT)
    assert len(mouse.document.selection) == 2
    mouse.pull(mouse.marker_of("Contract"), mouse.at_time("Legal", 12, 1))
