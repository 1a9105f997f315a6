from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.model.journey import Journey
from app.widgets.document import Document
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.rehearsal import settled
from tests import world
from tests.world import phase, touch, weeks

Shown = Callable[..., MapCanvas]


def buying() -> Journey:
    """Three roles, two of them meet twice; 24 weeks."""
    review = touch("Review", "CFO", "Account manager", at=23, feeling=1)
    return world.buying(phase("Use", 16, 24), review, wait={"wait": weeks(3)})


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """A canvas in a window, painted whole; `zoom` and place are set at once."""

    def show(of: Journey | None = None, width: int = 900, height: int = 600) -> MapCanvas:
        canvas = MapCanvas(Document(of or buying()))
        qtbot.addWidget(canvas)
        canvas.resize(width, height)
        canvas.show()
        qtbot.waitExposed(canvas)
        assert settled(canvas)
        return canvas

    return show
