"""A story: somebody edits, the program is killed, and at the next start everything is there again."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.files import native
from app.files.stamp import digest_of
from app.widgets.dialogs.recovery import RecoveryDialog
from tests.model.hands import small_world
from tests.stories.test_kill import driver as driver
from tests.stories.test_kill import killed
from tests.widgets.conftest import Program
from tests.widgets.conftest import program as program

EDITS_ALONE = "edit edit type"  # so that there is always something unsaved, and a step to take back

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork and kill")


def test_somebody_goes_on_where_the_program_was_killed(
    driver: subprocess.Popen[bytes],
    program: Program,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, settings = tmp_path / "workshop.journey", tmp_path / "settings"
    path.write_bytes(native.dump(small_world()))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(settings))
    said, died_at = killed(driver, 4, path, settings, 0.8, 0.0, EDITS_ALONE)
    in_file = path.read_bytes()

    window = program.open()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(RecoveryDialog)))
    dialog = next(iter(window.findChildren(RecoveryDialog)))
    assert "workshop.journey" in dialog.boxes[0].accessibleDescription()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.document is not None)
    assert window.document is not None
    assert path.read_bytes() == in_file
    recovered = digest_of(native.dump(window.document.journey))
    known = [place for place, (digest, _) in enumerate(said.steps) if digest == recovered]
    assert known
    lost = said.steps[known[-1] + 1 :]
    assert not lost or died_at - lost[0][1] < 1.0

    window.offered["undo"].trigger()
    window.offered["redo"].trigger()
    assert digest_of(native.dump(window.document.journey)) == recovered
    window.commands.files.saving._save_to(str(tmp_path / "again.journey"), lambda: None)
    assert digest_of((tmp_path / "again.journey").read_bytes()) == recovered
    assert not window.isWindowModified()
