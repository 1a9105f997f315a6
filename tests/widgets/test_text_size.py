from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app.widgets.text_size import SCALE_VARIABLE, system_scale

RATIO = (
    "from app.widgets import text_size; from app.widgets.application import make_application\n"
    "import sys; text_size.use(sys.argv[1]); print(make_application().primaryScreen().devicePixelRatio())"
)


@pytest.mark.parametrize(
    ("chosen", "ratio"), [("system", "1.0"), ("100", "1.0"), ("130", "1.3"), ("200", "2.0")]
)
def test_windows_are_as_large_as_was_chosen(chosen: str, ratio: str) -> None:
    assert ratio_of(chosen, {}) == ratio


def test_a_factor_of_the_environment_wins() -> None:
    assert ratio_of("200", {SCALE_VARIABLE: "1.5"}) == "1.5"


def test_gnome_on_wayland_is_asked_for_the_size_of_its_text(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("bin")
    tool = folder / "gsettings"
    tool.write_text("#!/bin/sh\necho 1.25\n", encoding="utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    assert system_scale() == 1.0
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    assert system_scale() == 1.25
    tool.write_text("#!/bin/sh\necho nonsense\n", encoding="utf-8")
    assert system_scale() == 1.0
    tool.write_text("#!/bin/sh\necho 40\n", encoding="utf-8")
    assert system_scale() == 2.5


def ratio_of(chosen: str, extra: dict[str, str]) -> str:
    kept = {name: value for name, value in os.environ.items() if name != SCALE_VARIABLE}
    environment = {**kept, "QT_QPA_PLATFORM": "offscreen", **extra}
    done = subprocess.run(
        [sys.executable, "-c", RATIO, chosen],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.strip()
