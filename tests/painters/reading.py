"""Pictures read back with other people's programs."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image, ImageChops

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"


def tree(data: bytes) -> etree._Element:
    """The SVG, strictly parsed."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))


def words_in(data: bytes) -> list[str]:
    """The contents of the SVG's text elements."""
    return ["".join(element.itertext()) for element in tree(data).iter(f"{SVG}text")]


def picture(data: bytes) -> Image.Image:
    """The PNG on white."""
    with Image.open(io.BytesIO(data)) as image:
        flat = Image.new("RGB", image.size, "white")
        flat.paste(image.convert("RGB"), mask=image.getchannel("A") if "A" in image.getbands() else None)
        return flat


def share_different(one: Image.Image, other: Image.Image, tolerance: int = 96) -> float:
    """The share of pixels that differ by more than `tolerance` in a channel."""
    assert one.size == other.size
    worst = ImageChops.difference(one, other).convert("RGB").split()
    lightest = ImageChops.lighter(ImageChops.lighter(worst[0], worst[1]), worst[2])
    return sum(lightest.histogram()[tolerance:]) / (one.width * one.height)


def chromium_shot(svg: bytes, width: int, height: int, folder: Path) -> Image.Image:
    """The SVG as Chromium shows it; skips where there is none."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    page, shot = folder / "page.svg", folder / "shot.png"
    page.write_bytes(svg)
    subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}",
         f"--window-size={width},{height}", f"--screenshot={shot}", page.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return picture(shot.read_bytes()).crop((0, 0, width, height))
