"""The program that the kill test kills: a real window in which somebody edits and saves without a pause.

Started once, it imports everything and then makes one child a run, so that a run costs no start of Python. It reads
lines `SEED FILE SETTINGS DEEDS` and answers with the child's number; a child reports on the standard output what it does:
`step N DIGEST TIME`, `saving DIGEST`, `saved DIGEST`, and after each key `typed WORDS TIME`. It never ends by itself.
"""

from __future__ import annotations

import os
import random
import sys
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.files import preferences
from app.files.native import dump
from app.files.stamp import digest_of
from app.model.change import Change
from app.model.errors import JourneyError
from app.model.record import replaced
from app.widgets import catalogue, keeping, recovering, watching
from app.widgets.application import make_application, start
from app.widgets.capture.bar import CaptureBar
from app.widgets.docks.inspector.panel import Inspector
from app.widgets.main_window import MainWindow
from tests.model.hands import RandomHand
from tests.model.verbs import VERBS

EVERY_MS = 4
KEY_MS = 25  # so that minutes of typing are seconds
DEEDS = "edit " * 8 + "type " * 4 + "undo redo save"
LOADED = (keeping, recovering, watching)  # so that children need not


def report(*words: object) -> None:
    """Say it in one piece: a line is there whole or not at all."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Hands:
    """Somebody who does these deeds at random: edits, undoes and saves."""

    def __init__(self, window: MainWindow, seed: int, deeds: str) -> None:
        self.window = window
        self.deeds = deeds.split()
        self.chance = random.Random(seed)
        self.hand = RandomHand(self.chance)
        self.number = 0
        saving = window.commands.files.saving
        start_writing = saving._start
        saved = saving._saved

        def tells_start(document, path, done, failed):  # type: ignore[no-untyped-def]
            report("saving", self.digest())
            self.saving = self.digest()
            start_writing(document, path, done, failed)

        def tells_saved(*args):  # type: ignore[no-untyped-def]
            saved(*args)
            report("saved", self.saving)

        saving._start = tells_start  # type: ignore[method-assign]
        saving._saved = tells_saved  # type: ignore[method-assign]

    def digest(self) -> str:
        assert self.window.document is not None
        return digest_of(dump(self.window.document.journey))

    def move(self) -> None:
        """Do one thing."""
        document = self.window.document
        if document is None:  # a large one is still being read
            return
        what = self.chance.choice(self.deeds)
        if what == "save":
            self.window.offered["save"].trigger()
            return
        if what == "undo":
            document.undo()
        elif what == "redo":
            document.redo()
        elif what == "type":
            info = document.journey.info
            document.do(Change((replaced(info, title=f"Step {self.number}"),), (), "Type", "title"))
        else:
            with suppress(JourneyError):
                document.do(VERBS[self.chance.choice(sorted(VERBS))](document.journey, self.hand))
        self.number += 1
        if self.number == 1:
            report("ready")
        report("step", self.number, self.digest(), time.monotonic())


class Typist:
    """Somebody who types with real keys, where the deeds say: a title in its place, a line of capture, or a note."""

    def __init__(self, window: MainWindow, seed: int, deeds: str) -> None:
        self.window = window
        self.place = deeds.removeprefix("type-")
        self.chance = random.Random(seed)
        self.field: QWidget | None = None
        self.number = 0

    def move(self) -> None:
        """Press a key; after many the words are confirmed, and others begun."""
        if self.window.document is None or not self.window.is_furnished:
            return
        if self.field is None:
            self.number += 1
            self.field = self._begun()
            if self.number == 1:
                report("ready")
            QTest.keyClicks(self.field, f"{self.number}n")
        QTest.keyClick(self.field, self.chance.choice("abcdefghij"))
        report("typed", self._words(), time.monotonic())
        if len(self._words()) > 150 and self.place != "note":
            QTest.keyClick(self.field, Qt.Key.Key_Return)
            self.field = None

    def _begun(self) -> QWidget:
        window, canvas = self.window, self.window.canvas
        assert window.document is not None
        assert canvas is not None
        found: QWidget | None
        if self.place == "title":
            canvas.type_in(window.document.journey.info.id, "title")
            found = canvas.typing.editor
        elif self.place == "line":
            window.commands.capturing.open()
            bar = window.panels.widget("capture")
            assert isinstance(bar, CaptureBar)
            found = bar.field
        else:
            window.panels.show_panel("inspector", True)
            inspector = window.panels.widget("inspector")
            assert isinstance(inspector, Inspector)
            inspector.edit("description")
            found = window.focusWidget()
        assert isinstance(found, QPlainTextEdit)
        return found

    def _words(self) -> str:
        assert isinstance(self.field, QPlainTextEdit)
        return self.field.toPlainText()


def run(seed: int, path: str, settings: str, deeds: str) -> None:
    """Edit until killed."""
    os.environ["XDG_CONFIG_HOME"] = settings
    application = make_application()
    session = start(application, preferences.load(), [Path(path)])
    window = session.windows[0]
    assert isinstance(window, MainWindow)
    catalogue.keeping(session)
    hands = Typist(window, seed, deeds) if deeds.startswith("type-") else Hands(window, seed, deeds)
    timer = QTimer()
    timer.timeout.connect(hands.move)
    timer.start(KEY_MS if isinstance(hands, Typist) else EVERY_MS)
    application.exec()


def main() -> None:
    """Make a child for each line."""
    for line in sys.stdin:
        seed, path, settings, deeds = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            run(int(seed), path, settings, deeds)
            os._exit(1)
        report("child", child)
        os.waitpid(child, 0)
        report("gone")


if __name__ == "__main__":
    main()
