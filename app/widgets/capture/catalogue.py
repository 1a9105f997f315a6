"""The capture bar and its dialog, imported on first use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.model.change import Change
from app.model.journey import Journey
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.model.capture.parts import Captured
    from app.model.capture.plan import Place
    from app.widgets.capture.many import CaptureMany

Add = Callable[[Callable[[Journey], Change]], bool]


def capture_bar(
    window: JourneyWindow, add: Add, preview: Callable[[str], None], close: Callable[[], None]
) -> QWidget:
    """Make the bar; what it wants is done by these."""
    from app.tools.foretold import foretold
    from app.widgets.capture.bar import CaptureBar
    from app.widgets.capture.placing import place_of

    document, canvas = window.document, window.canvas
    assert document is not None
    assert canvas is not None
    bar = CaptureBar(document, window.session.looks.theme, lambda: place_of(document, canvas))

    def wanted(plan: Callable[[Journey], Change]) -> None:
        if add(plan):
            bar.added()

    def foretell(captured: Captured | None, place: Place) -> None:
        if not isValid(canvas):
            return  # the window is going
        canvas.foretell(None if captured is None else foretold(canvas.tooling.ground(), captured, place))

    bar.foretold.connect(foretell)
    bar.wanted.connect(wanted)
    bar.pasted.connect(preview)
    bar.closed.connect(close)
    return bar


def type_in_bar(bar: QWidget, text: str) -> None:
    """Put the keyboard into the bar and begin with these letters."""
    from app.widgets.capture.bar import CaptureBar

    assert isinstance(bar, CaptureBar)
    bar.type(text)


def resume_in_bar(bar: QWidget, line: str) -> None:
    """Put a line that was being typed back into the bar; the keyboard goes there when the bar is shown."""
    from app.widgets.capture.bar import CaptureBar

    assert isinstance(bar, CaptureBar)
    bar.resume(line)


def capture_many(window: JourneyWindow, text: str, add: Add) -> CaptureMany:
    """Make the dialog that shows how each line of a text is understood; raises JourneyError where there are too many."""
    from app.model.capture.text import lines_of
    from app.widgets.capture.many import CaptureMany
    from app.widgets.capture.placing import place_of

    document, canvas = window.document, window.canvas
    assert document is not None
    assert canvas is not None
    lines = lines_of(text)
    return CaptureMany(document, lines, place_of(document, canvas), add, window.session.looks.theme, window)
