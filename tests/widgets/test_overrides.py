from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from app.widgets import overrides

PROGRAM = """
import sys
import app.widgets
from PySide6.QtCore import QAbstractTableModel, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTableView

application = QApplication([])
sys.excepthook = lambda kind, error, trace: print(kind.__name__, flush=True)

class Area(QAbstractScrollArea):
    def viewportEvent(self, event):
        return super().viewportEvent(event)
    def mousePressEvent(self, event):
        1 / 0
    def resizeEvent(self, event):
        if self.width() == 77:
            [][1]
    def keyPressEvent(self, event):
        int("x")

class Model(QAbstractTableModel):
    def rowCount(self, parent=None):
        return 3
    def columnCount(self, parent=None):
        return 3
    def data(self, index, role):
        return "x" + 1

area = Area()
area.show()
view = QTableView()
view.setModel(Model())
acts = [
    lambda: QTest.mouseClick(area.viewport(), Qt.MouseButton.LeftButton),
    lambda: QTest.keyClick(area, Qt.Key.Key_A),
    lambda: area.resize(77, 77),
    lambda: view.grab(),
    lambda: (print("alive", flush=True), application.quit()),
]
timers = []
for number, act in enumerate(acts):
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    timer.start(50 + 50 * number)
    timers.append(timer)
application.exec()
"""


def test_no_exception_in_what_qt_calls_ends_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120, check=False,
        cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    said = done.stdout.split()
    assert {"ZeroDivisionError", "ValueError", "IndexError", "TypeError"} <= set(said)
    assert said[-1] == "alive"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="Python finishes its exceptions itself")
def test_slots_keep_their_arguments_countable() -> None:
    class Asks(QDialog):
        def reject(self) -> None:
            return None

        def paintEvent(self, event: object) -> None:
            return None

    assert "reject" in overrides._slots(QDialog)
    assert not hasattr(Asks.reject, "__wrapped__")
    assert hasattr(Asks.paintEvent, "__wrapped__")
