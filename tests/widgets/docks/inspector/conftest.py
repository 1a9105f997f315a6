"""An inspector in a window of its own, with real journeys and a real document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.drawing.tokens import LIGHT
from app.model.journey import Journey
from app.model.record import Record
from app.widgets.docks.inspector.binding import Binding
from app.widgets.docks.inspector.form import Form
from app.widgets.docks.inspector.panel import Inspector
from app.widgets.document import Document
from app.widgets.fields.part_list import PartList
from tests.world import (
    channel,
    evidence,
    hours,
    insight,
    journey,
    link,
    party,
    person,
    phase,
    role,
    service_level,
    touch,
    weeks,
)


def world() -> Journey:
    """One of everything that a person would name."""
    return journey(
        party("Northwind"),
        party("Servio", "supplier"),
        role("CFO", "Northwind"),
        role("IT manager", "Northwind"),
        role("Account manager", "Servio"),
        person("Ingrid", "CFO"),
        person("Priya"),
        phase("Need", 0, 8),
        phase("Purchase", 8, 16),
        channel("Email"),
        channel("Phone"),
        touch("Intro call", "IT manager", "Account manager", at=5, feeling=1, channel="Phone"),
        touch("Budget request", "IT manager", at=10, feeling=0),
        touch("Kick-off", "CFO", "IT manager", "Account manager", at=15, feeling=2),
        link("Intro call", "Budget request", wait_limit=weeks(2)),
        insight("pain", "Nobody told the CFO", "Kick-off"),
        evidence("Interview 4", at="Kick-off"),
        service_level("Kick-off", hours(4)),
        title="Buying a platform",
    )


class Desk:
    """The hands at an inspector."""

    def __init__(self, of: Journey) -> None:
        self.document = Document(of)
        self.inspector = Inspector(self.document, LIGHT)
        self.inspector.gone_to.connect(lambda record_id: self.document.select((record_id,)))

    @property
    def journey(self) -> Journey:
        return self.document.journey

    @property
    def form(self) -> Form:
        form = self.inspector.form
        assert isinstance(form, Form)
        return form

    @property
    def steps(self) -> tuple[str, ...]:
        return self.document.history.labels[: self.document.history.place]

    def select(self, *ids: str) -> Form:
        self.document.select(ids)
        return self.form

    def record(self, record_id: str) -> Record:
        found = self.journey.get(record_id)
        assert found is not None
        return found

    def binding(self, field: str, label: str = "") -> Binding:
        """What edits a field; by its label where several do."""
        for binding in self.form.bindings:
            if field in binding.row.fields and label in ("", binding.row.label):
                return binding
        raise AssertionError(f"no control for {field}")

    def control(self, field: str, label: str = "") -> QWidget:
        return self.binding(field, label).control.widget()

    def unfold(self) -> None:
        """Unfold all sections of the form."""
        for section in self.form.sections:
            if section.body.isHidden() and not section.isHidden():
                section.header.click()

    def wrong(self, field: str, label: str = "") -> str:
        """The sentence beside a field, as it can be read."""
        parent = self.control(field, label).parentWidget()
        complaint = getattr(parent, "complaint", None)
        return complaint.text() if complaint is not None and not complaint.isHidden() else ""

    def type_into(self, widget: QWidget, text: str) -> None:
        """Click into a text, select all of it and type."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert isinstance(widget, QLineEdit | QPlainTextEdit)
        widget.selectAll()
        if text:
            QTest.keyClicks(widget, text)
        else:
            QTest.keyClick(widget, Qt.Key.Key_Delete)

    def add_part(self, field: str) -> PartList:
        """Begin a new part in a list."""
        parts = self.control(field)
        assert isinstance(parts, PartList)
        QTest.mouseClick(parts.add_button, Qt.MouseButton.LeftButton)
        return parts


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    """An inspector on the world, shown and active."""
    made = Desk(world())
    made.inspector.resize(324, 900)
    made.inspector.show()
    made.inspector.activateWindow()
    qtbot.waitActive(made.inspector)
    yield made
    made.inspector.close()
    made.inspector.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def no_menu_left() -> Iterator[None]:
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QMenu):
            widget.close()
