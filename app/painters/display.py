"""Whether there is a display for a window: asked before Qt is, which aborts the program where none answers."""

from __future__ import annotations

import os
import re
import socket
import sys
from pathlib import Path

_PATIENCE_SECONDS = 2.0
_X_PORT = 6000


def has_display() -> bool:
    """Tell whether a window can be opened: on Linux the display that the environment names must answer."""
    if not sys.platform.startswith("linux"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform and not platform.startswith(("xcb", "wayland")):
        return True  # asked for by name: offscreen, vnc, eglfs ...
    return _wayland_answers(os.environ.get("WAYLAND_DISPLAY", "")) or _x_answers(
        os.environ.get("DISPLAY", "")
    )


def _wayland_answers(name: str) -> bool:
    return bool(name) and _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name)))


def _x_answers(name: str) -> bool:
    """Tell whether an X display such as ":0", "unix:1.0" or "host:10.0" answers."""
    found = re.fullmatch(r"(.*):(\d{1,5})(?:\.\d+)?", name)
    if found is None:
        return False
    host, number = found[1], int(found[2])
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _answers(path) or _answers(f"\0{path}")
    return _answers((host.strip("[]"), _X_PORT + number))


def _answers(address: str | tuple[str, int]) -> bool:
    try:
        if isinstance(address, tuple):
            with socket.create_connection(address, timeout=_PATIENCE_SECONDS):
                return True
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
            asking.settimeout(_PATIENCE_SECONDS)
            asking.connect(address)
            return True
    except (OSError, OverflowError):
        return False
