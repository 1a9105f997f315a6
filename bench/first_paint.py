"""Open a journey's window and leave once its map stands on the screen: run as a process and timed from outside."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

gc.disable()  # as the command does before it imports the window

from app.files import preferences  # noqa: E402
from app.widgets import application  # noqa: E402


def main() -> None:
    """Open the file named first; leave with 0 after the map's first whole frame, 1 if none comes."""
    settings = preferences.load()
    program = application.make_application()
    application.speak(program, settings.language)
    session = application.start(program, settings, [Path(sys.argv[1])])
    window = session.windows[0]
    for _ in range(10_000):
        program.processEvents()
        if window.canvas is not None and window.canvas.is_complete():
            window.canvas.viewport().repaint()
            os._exit(0)  # what it takes to leave is not measured
    os._exit(1)


if __name__ == "__main__":
    main()
