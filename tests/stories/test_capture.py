"""A workshop: from a blank journey to the 28 touchpoints of the sample, as fast as people talk, by the capture bar alone."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.files import native
from app.model.capture.known import Known
from app.model.capture.parts import Captured, CapturedChannel, CapturedInsight, CapturedRole
from app.model.capture.written import written
from app.model.journey import Journey
from app.model.records import Channel, Insight, Role, Touchpoint
from app.places import resource
from app.widgets.capture.bar import CaptureBar
from tests.robot import Robot
from tests.widgets.conftest import Program
from tests.world import journey

SAMPLE = resource("samples") / "service-platform.journey"
KINDS = ("pain", "opportunity", "question")


def test_the_sample_is_captured_line_by_line_from_a_blank_journey(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "blank.journey"
    path.write_bytes(native.dump(journey(title="")))
    robot = Robot(program.open(path), qtbot)
    sample = native.load(SAMPLE.read_bytes(), SAMPLE.name)
    robot.canvas.setFocus()
    robot.press("Ctrl+K")
    bar = robot.window.panels.widget("capture")
    assert isinstance(bar, CaptureBar)
    lines = _lines(sample)
    assert len(lines) == 28
    for line in lines:
        robot.type(line)
        robot.press("Return")
        assert bar.field.line == "", f"not taken: {line} - {robot.window.messages.text}"
    assert _told(robot.document.journey) == _told(sample)
    for _ in lines:
        robot.press("Ctrl+Z")  # the line is empty: the journey's steps are meant
    assert not robot.document.journey.all(Touchpoint)
    assert not robot.document.journey.all(Role)


def _lines(sample: Journey) -> list[str]:
    """Return the sample's touchpoints as a person would write them into a blank journey."""
    known = Known(journey(unit=sample.info.unit))
    return [written(_captured(sample, point), known) for point in sample.all(Touchpoint)]


def _captured(sample: Journey, point: Touchpoint) -> Captured:
    roles = tuple(
        CapturedRole(sample.the(Role, part.role).name, "", part.feeling) for part in point.participations
    )
    channel = CapturedChannel(sample.the(Channel, point.channel).name) if point.channel else None
    insights = tuple(
        CapturedInsight(each.kind, " ".join(each.text.split())) for each in _insights(sample, point)
    )
    return Captured(
        roles, point.title, channel, point.start, point.duration, None, point.moment_of_truth, insights
    )


def _insights(of: Journey, point: Touchpoint) -> list[Insight]:
    found = [each for each in of.pinned_to(point.id) if isinstance(each, Insight)]
    return sorted((each for each in found if each.kind in KINDS), key=lambda each: each.text)


def _told(of: Journey) -> list[tuple[object, ...]]:
    """Return what can be captured of a journey, by names."""
    return [
        (
            point.title,
            round(point.start, 6),
            point.duration,
            [(of.the(Role, part.role).name, part.feeling) for part in point.participations],
            of.the(Channel, point.channel).name if point.channel else "",
            point.moment_of_truth,
            [(each.kind, " ".join(each.text.split())) for each in _insights(of, point)],
        )
        for point in sorted(of.all(Touchpoint), key=lambda each: (each.start, each.title))
    ]
