"""Print the table of figures, or a JSON list with --json; names after the options choose rooms."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
from collections.abc import Iterator

from bench.figure import Figure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # for the processes that are measured, too

ROOMS = (
    "start",
    "files",
    "picture",
    "window",
    "editing",
    "painters",
)  # a window needs to be the first to start Qt


def measured(rooms: list[str]) -> Iterator[Figure]:
    """Measure room by room."""
    for room in rooms:
        yield from importlib.import_module(f"bench.{room}").figures()


def main() -> int:
    """Measure and print; exit 1 where a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="a list of {name, figure, bar, ok}")
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"some of: {', '.join(ROOMS)}")
    asked = parser.parse_args()
    figures = []
    for figure in measured(asked.rooms or list(ROOMS)):
        figures.append(figure)
        if not asked.json:
            print(_row(figure), flush=True)
    if asked.json:
        print(json.dumps([figure.as_json() for figure in figures], indent=1))
    return 0 if all(figure.ok for figure in figures) else 1


def _row(figure: Figure) -> str:
    bar = "" if figure.bar is None else f"<= {figure.bar:g}"
    verdict = "" if figure.bar is None else ("ok" if figure.ok else "MISSED")
    return f"{figure.name:<78} {figure.figure:>9.2f} {figure.unit:<3} {bar:>8} {verdict:<6} {figure.detail}"


if __name__ == "__main__":
    sys.exit(main())
