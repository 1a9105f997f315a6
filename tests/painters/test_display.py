"""Whether a display answers."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.painters.display import has_display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is one")


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[str]:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        yield "wayland-7"


def test_without_any_name_there_is_none() -> None:
    assert not has_display()


@pytest.mark.parametrize("name", [":4242", "unix:4242.0", "localhost:55000", "nonsense", ":", "[::1]:99999"])
def test_a_display_that_does_not_answer_is_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", name)
    assert not has_display()


def test_a_wayland_socket_that_answers_is_one(wayland: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    assert has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-8")
    assert not has_display()


def test_a_display_reached_over_the_network_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("DISPLAY", f"127.0.0.1:{server.getsockname()[1] - 6000}.0")
        assert has_display()


@pytest.mark.parametrize(
    ("platform", "is_one"), [("offscreen", True), ("xcb", False), ("wayland-egl", False)]
)
def test_a_platform_without_screen_needs_no_display(
    platform: str, is_one: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert has_display() is is_one
