"""The formats of a picture."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.painters.catalogue import PAINTERS
from app.painters.options import PictureOptions
from tests.painters.pictures import small

STARTS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}


@pytest.mark.parametrize("name", PAINTERS)
def test_every_format_paints(name: str) -> None:
    told: list[float] = []
    assert PAINTERS[name].paint(small(), PictureOptions(), told.append).startswith(STARTS[name])
    assert told
    assert PAINTERS[name].suffix == f".{name}"


def test_the_table_itself_imports_no_painter() -> None:
    code = (
        "import sys; import app.painters.catalogue;"
        "sys.exit(1 if {'PySide6', 'app.painters.svg', 'uharfbuzz'} & set(sys.modules) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
