from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.files import native
from app.model.edits.touchpoints import retitle
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.widgets import preparing
from app.widgets.document import Document
from app.widgets.picture import Picture
from tests.widgets.conftest import Program
from tests.world import large_journey


@pytest.fixture(autouse=True)
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preparing, "LARGE", 1)


def test_another_view_of_a_large_journey_is_drawn_by_the_worker(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert window.document is not None
    assert window.canvas is not None
    state = window.document.view_state
    window.action_set["compact"].trigger()
    assert state.view.detail == "standard"
    qtbot.waitUntil(lambda: state.view.detail == "compact")
    assert window.canvas.picture.made is not None
    assert window.canvas.picture.drawing is window.canvas.picture.made.drawing
    assert window.action_set["compact"].isChecked()


def test_several_wishes_in_a_row_are_all_granted(program: Program, small_file: Path, qtbot: QtBot) -> None:
    window = program.open(small_file)
    assert window.document is not None
    state = window.document.view_state
    window.action_set["compact"].trigger()
    window.action_set["even"].trigger()
    state.show_role("role-cfo", is_shown=False)
    window.action_set["theme_dark"].trigger()
    qtbot.waitUntil(lambda: state.theme == "dark")
    assert (state.view.detail, state.view.spacing, state.view.hidden_roles) == (
        "compact",
        "even",
        ("role-cfo",),
    )


def test_a_cancelled_wish_leaves_the_view_and_can_be_wished_again(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    assert window.document is not None
    state = window.document.view_state
    window.action_set["full"].trigger()
    for job in tuple(window.session.jobs._open):
        job.cancel()
    qtbot.waitUntil(lambda: not window.session.jobs.is_busy)
    assert state.view.detail == "standard"
    window.action_set["full"].trigger()
    qtbot.waitUntil(lambda: state.view.detail == "full")


def test_a_large_file_is_shown_with_the_picture_that_its_job_made(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "large.journey"
    path.write_bytes(native.dump(large_journey(800)))
    window = program.open()
    window.opening.open([path])
    qtbot.waitUntil(lambda: not window.is_empty)
    assert window.canvas is not None
    made = window.canvas.picture.made
    assert made is not None
    assert window.canvas.picture.drawing is made.drawing
    assert made.view == window.session.first_view()


def test_editing_goes_on_while_another_view_is_drawn(
    program: Program, small_file: Path, qtbot: QtBot
) -> None:
    window = program.open(small_file)
    document, canvas = window.document, window.canvas
    assert document is not None
    assert canvas is not None
    window.action_set["compact"].trigger()
    assert window.session.jobs.is_busy
    touchpoint = document.journey.all(Touchpoint)[0]
    document.do(retitle(document.journey, touchpoint.id, "Changed meanwhile"))
    assert "Changed meanwhile" in str(canvas.picture.layout.blocks)
    qtbot.waitUntil(lambda: document.view_state.view.detail == "compact")
    assert "Changed meanwhile" in str(canvas.picture.layout.blocks)
    fresh = Picture(Document(Journey.of(document.journey.snapshot())), document.view_state)
    assert canvas.picture.drawing == fresh.drawing
