from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.files import preferences
from app.model.errors import JourneyError
from app.settings import Settings


def test_without_a_file_all_is_as_by_default() -> None:
    assert preferences.load() == Settings()
    assert not preferences.path().exists()


def test_settings_are_remembered() -> None:
    settings = Settings(theme="dark", recent_files=("/a/b.journey", "/ä.journey"))
    preferences.save(settings)
    assert preferences.load() == settings


def test_no_window_waits_for_a_slow_disk_to_keep_its_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    preferences.save(Settings(theme="dark"))
    assert not flushed


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff", b'{"theme":"pink"}', b'{"recent_files":7}', b" " * 2_000_000]
)
def test_a_broken_file_is_moved_aside(data: bytes) -> None:
    preferences.folder().mkdir(parents=True)
    preferences.path().write_bytes(data)
    assert preferences.load() == Settings()
    assert not preferences.path().exists()
    assert preferences.path().with_suffix(".broken.json").read_bytes() == data
    preferences.save(Settings(theme="light"))
    assert preferences.load().theme == "light"


def test_a_setting_of_a_newer_version_does_no_harm() -> None:
    preferences.folder().mkdir(parents=True)
    preferences.path().write_bytes(b'{"theme":"dark","sound":true}')
    assert preferences.load() == Settings(theme="dark")


def test_a_folder_that_cannot_be_made_is_a_sentence() -> None:
    preferences.folder().parent.mkdir(parents=True, exist_ok=True)
    preferences.folder().write_bytes(b"a file in the way")
    with pytest.raises(JourneyError):
        preferences.save(Settings())
    assert preferences.load() == Settings()


def test_every_system_has_its_own_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "x"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert preferences.folder() == tmp_path / "x" / "journeylines"
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")  # the specification: ignored
    assert preferences.folder() == tmp_path / ".config" / "journeylines"
    monkeypatch.setattr(sys, "platform", "win32")
    assert preferences.folder() == tmp_path / "Roaming" / "Journeylines"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert preferences.folder() == tmp_path / "Library" / "Application Support" / "Journeylines"
