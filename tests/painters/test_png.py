"""PNG files row by row."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from app.painters.png import PngWriter


@pytest.mark.parametrize("has_alpha", [False, True])
def test_rows_come_back(has_alpha: bool) -> None:
    samples = 4 if has_alpha else 3
    rows = [bytes(range(row * 10, row * 10 + 5 * samples)) for row in range(4)]
    writer = PngWriter(5, 4, has_alpha=has_alpha, dpi=192)
    writer.add(b"".join(b"\0" + row for row in rows[:3]))
    writer.add(b"\0" + rows[3])
    with Image.open(io.BytesIO(writer.file())) as image:
        image.load()
        assert image.size == (5, 4)
        assert image.mode == ("RGBA" if has_alpha else "RGB")
        assert image.tobytes() == b"".join(rows)
        assert image.info["dpi"] == pytest.approx((192, 192), abs=0.02)
