"""Draw the pictures of the templates (File > New shows them) and of the README anew."""

from __future__ import annotations

import sys
from pathlib import Path

from app.export import export
from app.files import native
from app.model.view import Detail, View
from app.painters.options import PictureOptions
from app.places import resource

TEMPLATE_WIDTH_PX = 900
README_WIDTH_PX = 2000


def main() -> int:
    for template in sorted(resource("templates").glob("*.journey")):
        draw(template, template.with_suffix(".png"), TEMPLATE_WIDTH_PX, "compact")
    sample = resource("samples/service-platform.journey")
    draw(sample, resource("pictures") / "service-platform.png", README_WIDTH_PX, "standard")
    return 0


def draw(journey: Path, picture: Path, width_px: int, detail: Detail) -> None:
    picture.parent.mkdir(exist_ok=True)
    told = native.load(journey.read_bytes(), str(journey))
    options = PictureOptions(width_px=width_px)
    picture.write_bytes(export(told, View(detail=detail), "png", options, with_source=False))
    print(f"{picture.name}  {picture.stat().st_size // 1024} kB")


if __name__ == "__main__":
    sys.exit(main())
