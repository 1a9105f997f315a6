from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.files import preferences
from app.widgets.panels import PanelKind, Panels
from tests.widgets.conftest import Program


def some_panels(qtbot: QtBot, made: list[str]) -> Panels:
    def make(name: str) -> QWidget:
        made.append(name)
        return QLabel(name)

    panels = Panels(
        (
            PanelKind("one", "left", lambda: make("one"), is_usual=True),
            PanelKind("two", "below", lambda: make("two")),
            PanelKind("bar", "over", lambda: make("bar"), is_kept=False),
            PanelKind("foot", "foot", lambda: make("foot"), is_usual=True),
        ),
        kept={"two": True, "bar": True},
        sizes={"left": 300, "below": 200},
    )
    qtbot.addWidget(panels)
    panels.resize(1200, 800)
    panels.set_centre(QLabel("map"), has_journey=True)
    panels.show()
    return panels


def test_panels_are_built_after_the_first_painting_and_bars_that_come_and_go_only_when_asked(
    qtbot: QtBot,
) -> None:
    made: list[str] = []
    panels = some_panels(qtbot, made)
    panels.refresh()
    assert made == ["foot"]
    panels.furnish()
    assert made == ["foot", "one", "two"]
    panels.show_panel("bar", True)
    assert made[-1] == "bar"
    panels.show_panel("bar", False)
    panels.show_panel("bar", True)
    assert made.count("bar") == 1
    assert panels.shown() == {"one": True, "two": True, "foot": True}


def test_the_map_has_its_place_before_the_panels_are_built(qtbot: QtBot) -> None:
    panels = some_panels(qtbot, [])
    panels.refresh()
    panels.restore_sizes()
    before = panels.centre.geometry()
    panels.furnish()
    qtbot.waitExposed(panels)
    assert panels.centre.geometry() == before
    assert panels.sizes()["left"] == 300


def test_a_panel_is_as_wide_in_the_next_window_as_it_was_left(program: Program, small_file: Path) -> None:
    window = program.open(small_file)
    window.resize(1100, 700)
    window.panels._across.setSizes([310, 500, 280])
    wide = window.panels.sizes()["left"]
    assert wide > 250
    window.keep_state()
    assert preferences.load().window.sizes["left"] == wide
