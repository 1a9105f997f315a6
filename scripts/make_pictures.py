"""Draw the pictures of the templates (File > New shows them) and of the README anew."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtWidgets import QApplication

from app.export import export
from app.files import native
from app.model.records import Touchpoint
from app.model.view import Detail, View
from app.painters.options import PictureOptions
from app.places import resource
from app.settings import Settings
from app.widgets.application import make_application, start
from app.widgets.main_window import MainWindow

TEMPLATE_WIDTH_PX = 900
README_WIDTH_PX = 2000
WINDOW_PX = (1600, 1000)
SELECTED = "Kick-off"


def main() -> int:
    application = make_application()  # before any other that pictures would make for themselves
    for template in sorted(resource("templates").glob("*.journey")):
        draw(template, template.with_suffix(".png"), TEMPLATE_WIDTH_PX, "compact")
    sample = resource("samples/service-platform.journey")
    draw(sample, resource("pictures") / "service-platform.png", README_WIDTH_PX, "standard")
    show(application, sample, resource("pictures") / "window.png")
    return 0


def draw(journey: Path, picture: Path, width_px: int, detail: Detail) -> None:
    picture.parent.mkdir(exist_ok=True)
    told = native.load(journey.read_bytes(), str(journey))
    options = PictureOptions(width_px=width_px)
    picture.write_bytes(export(told, View(detail=detail), "png", options, with_source=False))
    print(f"{picture.name}  {picture.stat().st_size // 1024} kB")


def show(application: QApplication, journey: Path, picture: Path) -> None:
    """Photograph the window with a touchpoint selected."""
    window = start(application, Settings(theme="light"), [journey]).windows[0]
    assert isinstance(window, MainWindow)
    window.panels.show_panel("inspector", True)
    window.resize(*WINDOW_PX)
    wait(application, lambda: window.canvas is not None and window.panels.widget("inspector") is not None)
    assert window.canvas is not None
    assert window.document is not None
    touchpoints = window.document.journey.all(Touchpoint)
    window.document.select([next(each.id for each in touchpoints if each.title == SELECTED)])
    window.canvas.fit_selection()
    wait(application, lambda: not window.canvas.eye.is_flying)
    window.canvas.zoom_to(0.8)
    wait(application, window.canvas.is_complete)
    window.grab().save(str(picture))
    print(f"{picture.name}  {picture.stat().st_size // 1024} kB")
    window.close()


def wait(application: QApplication, is_done: Callable[[], bool]) -> None:
    """Let the window work until it is done, and a moment more."""
    end = monotonic() + 20
    while monotonic() < end and not is_done():
        application.processEvents()
    settled = monotonic() + 1.5
    while monotonic() < settled:
        application.processEvents()


if __name__ == "__main__":
    sys.exit(main())
