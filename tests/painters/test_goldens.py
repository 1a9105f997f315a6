"""The files of a small drawing are what they were; `make golden` approves them as they are now."""

from __future__ import annotations

import pytest

from tests.golden.pictures import FILES, FOLDER
from tests.painters.reading import picture, share_different


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".svg")])
def test_svg_is_as_it_was(name: str) -> None:
    was, now = (FOLDER / name).read_text("utf-8"), FILES[name]().decode()
    assert now.splitlines() == was.splitlines()


def test_png_looks_as_it_did() -> None:
    was, now = (FOLDER / "small.png").read_bytes(), FILES["small.png"]()
    assert share_different(picture(was), picture(now), tolerance=24) < 0.002
