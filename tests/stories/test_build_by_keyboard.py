"""A facilitator without a mouse: from the empty window to the sample's 28 touchpoints, saved and opened again, by keys alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from app.files import native
from app.i18n import number_text
from app.model.capture.known import Known
from app.model.capture.parts import Captured, CapturedChannel, CapturedRole
from app.model.capture.written import written
from app.model.duration_text import exact_duration_text
from app.model.journey import Journey
from app.model.parts import Participation
from app.model.records import Channel, Insight, Link, Party, Phase, Role, Touchpoint
from app.model.vocabulary import link_kinds
from tests.robot import Robot, spoken
from tests.stories.told import SAMPLE, told, typed
from tests.widgets.conftest import Program

BY_HAND = (
    8  # touchpoints typed on the map and described by menus and the inspector; the others by the capture bar
)
IN_TEN_MINUTES = 3300  # keys at 330 a minute, about 60 words: who types at work types so fast
PINS = {"pain": "P", "opportunity": "O"}


def test_the_sample_is_built_from_blank_by_keyboard_alone(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    sample = native.load(SAMPLE.read_bytes(), SAMPLE.name)
    program.open()
    robot = Robot(program.window, qtbot)
    begin(robot, sample)
    make_roles(robot, sample)
    make_phases(robot, sample)
    touchpoints = sample.all(Touchpoint)
    capture(robot, sample, touchpoints[:-BY_HAND])
    for point in touchpoints[-BY_HAND:]:
        make_touchpoint(robot, sample, point)
    for link in sample.all(Link):
        make_link(robot, sample, link)
    for insight in sample.all(Insight):
        pin(robot, sample, insight)
    built, wanted = told(robot.document.journey), told(sample)
    for part in wanted:
        assert built[part] == wanted[part]
    assert [each.start for each in robot.document.journey.all(Touchpoint)] == [
        each.start for each in touchpoints
    ]

    path = tmp_path / "built.journey"
    robot.press("Ctrl+S")
    assert isinstance(QApplication.activeModalWidget(), QFileDialog)
    robot.type(str(path))
    robot.press("Return")
    if isinstance(QApplication.activeModalWidget(), QFileDialog):
        robot.press("Return")  # Qt's own dialog may first open the folder that was typed
    qtbot.waitUntil(lambda: path.exists() and not robot.document.is_modified)
    assert native.load(path.read_bytes(), path.name).snapshot() == robot.document.journey.snapshot()
    assert robot.keys_pressed < IN_TEN_MINUTES, robot.keys_pressed
    print(f"{robot.keys_pressed} keys")


def begin(robot: Robot, sample: Journey) -> None:
    """Begin with the empty map, and say what it is about."""
    robot.press("Ctrl+N")
    robot.type("E")
    assert spoken(robot.focus()) == "Empty map"
    robot.press("Return")
    robot.qtbot.waitUntil(lambda: robot.window.panels.widget("outline") is not None)  # the window stands
    robot.press("Ctrl+Shift+J")
    robot.tab_to("Title")
    for words in (sample.info.title, sample.info.subject, sample.info.goal):
        robot.press("Ctrl+A")
        robot.type(words)
        robot.press("Tab")
    robot.press("Esc")


def make_roles(robot: Robot, sample: Journey) -> None:
    """Add the roles, each with its organisation."""
    for role in sample.all(Role):
        robot.press("Ctrl+Shift+R")
        robot.type(role.name)
        robot.press("Return", "Alt+Return")
        party = sample.the(Party, role.party)
        box = robot.tab_to("Organisation")
        assert isinstance(box, QComboBox)
        is_new = box.findText(party.name) < 0
        if is_new:
            robot.pick("New organisation…")
            robot.type(party.name)
            robot.press("Return")
        elif box.currentText() != party.name:
            robot.pick(party.name)
        robot.tab_to("Remit")
        robot.type(typed(role.remit))
        robot.press("Return")
        if is_new and party.side == "supplier":
            robot.tab_to("Show this: Organisation", "Shift+Tab")
            robot.press("Space")
            robot.tab_to("Side")
            robot.pick("Supplier")
        robot.press("Esc")
        assert robot.canvas.hasFocus()


def make_phases(robot: Robot, sample: Journey) -> None:
    """Add the phases, one behind the other."""
    for phase in sample.all(Phase):
        robot.press("Ctrl+Shift+E")
        robot.type(phase.name)
        robot.press("Return", "Alt+Return")
        robot.tab_to("To")
        robot.press("Ctrl+A")
        robot.type(number_text(phase.end))
        robot.press("Return", "Esc")


def make_touchpoint(robot: Robot, sample: Journey, point: Touchpoint) -> None:
    """Make a touchpoint on the map behind the one before it in its lane, and say when and how it is."""
    first, *others = point.participations
    line = sample.touchpoints_of(first.role)
    name = sample.the(Role, first.role).name
    stand(robot, line[line.index(point) - 1].title, name)
    robot.press("Ctrl+Return")
    robot.type(point.title)
    robot.press("Return")
    feel(robot, first)
    if point.channel:
        robot.menu("T", "c" + sample.the(Channel, point.channel).name[0])
    for part in others:
        robot.menu("T", "w" + sample.the(Role, part.role).name[0])
    for part in others:
        stand(robot, point.title, sample.the(Role, part.role).name)
        feel(robot, part)
    if point.moment_of_truth:
        robot.press("M")
    robot.press("Alt+Return")
    robot.tab_to("Start")
    robot.press("Ctrl+A")
    robot.type(number_text(point.start))
    robot.press("Return", "Esc")


def feel(robot: Robot, part: Participation) -> None:
    """Say how it is for the role in whose lane the keyboard is."""
    robot.press("0" if part.feeling is None else str(part.feeling + 3))


def capture(robot: Robot, sample: Journey, points: tuple[Touchpoint, ...]) -> None:
    """Write touchpoints as lines."""
    known = Known(robot.document.journey)
    robot.press("Ctrl+K")
    for point in points:
        robot.type(written(_captured(sample, point), known))
        robot.press("Return")
    robot.press("Esc")


def make_link(robot: Robot, sample: Journey, link: Link) -> None:
    """Walk from one touchpoint to the other, and say what kind of link it is and how long it took."""
    source, target = sample.the(Touchpoint, link.source), sample.the(Touchpoint, link.target)
    stand(robot, source.title, sample.the(Role, link.source_role).name)
    robot.press("Ctrl+Shift+L")
    robot.walk_to(robot.touchpoint(target.title).id, robot.role(sample.the(Role, link.target_role).name).id)
    robot.press("Return")
    robot.type(link_kinds()[link.kind][0])
    if link.wait is not None:
        robot.press("Return")
        robot.type(exact_duration_text(link.wait))
        robot.press("Return")


def pin(robot: Robot, sample: Journey, insight: Insight) -> None:
    """Pin an insight to its touchpoint."""
    stand(robot, sample.the(Touchpoint, insight.refs[0].id).title)
    robot.press(PINS[insight.kind])
    robot.type(insight.text)
    robot.press("Return")


def stand(robot: Robot, title: str, role: str = "") -> None:
    """Find a touchpoint, and go to its marker in the lane of a role."""
    robot.press("Ctrl+F", "Ctrl+A")
    robot.type(title)
    robot.press("Return", "Esc")
    assert robot.canvas.hasFocus()
    spots = robot.canvas.stage.places.spots(robot.touchpoint(title).id)
    if role and len(spots) > 1:
        lanes = [spot.role for spot in spots]
        here = robot.canvas.keyboard_spot()
        way = lanes.index(robot.role(role).id) - (lanes.index(here.role) if here is not None else 0)
        around = (
            [] if here is not None else ["Down", "Up"]
        )  # found is the uppermost, and the keyboard not yet there
        robot.press(*(["Down"] * way or ["Up"] * -way or around))


def _captured(sample: Journey, point: Touchpoint) -> Captured:
    roles = tuple(
        CapturedRole(sample.the(Role, part.role).name, "", part.feeling) for part in point.participations
    )
    channel = CapturedChannel(sample.the(Channel, point.channel).name) if point.channel else None
    return Captured(roles, point.title, channel, point.start, point.duration, None, point.moment_of_truth)
