"""Cold starts: an export as a whole process, and the first painted window."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.figure import Figure, medians, process, python
from bench.worlds import B2B_SAMPLE


def figures() -> Iterator[Figure]:
    """Measure whole processes against bare imports."""
    with tempfile.TemporaryDirectory() as folder:
        export = [
            sys.executable,
            "-m",
            "app",
            "export",
            B2B_SAMPLE,
            "--force",
            "-o",
            str(Path(folder) / "map.svg"),
        ]
        bare, ours = medians(
            python("import networkx, pydantic, lxml.etree, uharfbuzz"), process(export), times=9
        )
    yield Figure(
        "export of the B2B sample to SVG / importing its libraries", ours / bare, 2, detail=f"{ours:.2f} s"
    )
    with tempfile.TemporaryDirectory() as folder:  # the settings of somebody who has just come
        bare, ours = medians(
            python("import PySide6.QtWidgets, networkx, pydantic"),
            process([sys.executable, "-m", "bench.first_paint", B2B_SAMPLE], XDG_CONFIG_HOME=folder),
            times=15,
        )
    yield Figure(
        "first painted window of the B2B sample / importing", ours / bare, 1.8, detail=f"{ours:.2f} s"
    )
