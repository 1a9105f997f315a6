from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.model.journey import Journey
from app.widgets.document import Document
from app.widgets.map.canvas import MapCanvas
from app.widgets.map.rehearsal import settled
from tests.world import journey, link, party, phase, role, touch, weeks

Shown = Callable[..., MapCanvas]


def buying() -> Journey:
    """Three roles, two of them meet twice; 24 weeks."""
    return journey(
        party("Northwind"),
        party("Servio", "supplier"),
        role("CFO", "Northwind"),
        role("IT manager", "Northwind"),
        role("Account manager", "Servio"),
        phase("Need", 0, 8),
        phase("Purchase", 8, 16),
        phase("Use", 16, 24),
        touch("Tickets get lost", "IT manager", at=1, feeling=-1),
        touch("Intro call", "IT manager", "Account manager", at=5, feeling=1),
        touch("Budget request", "IT manager", at=10, feeling=0),
        touch("Request lands", "CFO", at=13, feeling=-1),
        touch("Kick-off", "CFO", "IT manager", "Account manager", at=18, feeling=2),
        touch("Review", "CFO", "Account manager", at=23, feeling=1),
        link("Budget request", "Request lands", wait=weeks(3)),
        title="Buying a platform",
        goal="Fewer lost tickets",
    )


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
