from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.files import claims, preferences


def test_the_second_to_open_a_file_gets_no_claim(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    first = claims.claim(path)
    assert first is not None
    assert claims.claim(path) is None
    other = claims.claim(tmp_path / "b.journey")
    assert other is not None
    first.release()
    again = claims.claim(path)
    assert again is not None
    for held in (again, other):
        held.release()


def test_nothing_is_put_beside_the_document(tmp_path: Path) -> None:
    held = claims.claim(tmp_path / "a.journey")
    assert held is not None
    assert list(tmp_path.iterdir()) == []
    assert held.path.is_relative_to(preferences.folder())
    held.release()
    assert list((preferences.folder() / "open").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_file_has_one_claim_by_whatever_way_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.journey").write_bytes(b"")
    (tmp_path / "link.journey").symlink_to(tmp_path / "a.journey")
    ways = [tmp_path / "a.journey", tmp_path / "link.journey", tmp_path / "x" / ".." / "a.journey"]
    assert len({claims.key_of(way) for way in ways}) == 1
    monkeypatch.chdir(tmp_path)
    assert claims.key_of(Path("a.journey")) == claims.key_of(ways[0])


def test_claims_of_killed_programs_are_removed_and_those_of_living_ones_are_not(tmp_path: Path) -> None:
    held = claims.claim(tmp_path / "a.journey")
    assert held is not None
    (held.path.parent / "left-behind.lock").write_bytes(b"")
    claims.forget_old()
    assert list(held.path.parent.iterdir()) == [held.path]
    held.release()
