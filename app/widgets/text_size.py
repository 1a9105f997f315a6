"""How large words and everything around them are in the windows: as the system wants it, or as the person chose.

Qt follows the scale of the screen by itself, and on X11 the size of text with it. What it does not follow is the size of
text alone on Windows (Settings > Accessibility) and under GNOME on Wayland.
"""

from __future__ import annotations

import os
import subprocess
import sys

if sys.platform == "win32":
    import winreg

SCALE_VARIABLE = "QT_SCALE_FACTOR"
LEAST, MOST = 1.0, 2.5
_GNOME = ("gsettings", "get", "org.gnome.desktop.interface", "text-scaling-factor")
_WAIT_SECONDS = 0.5


def use(text_size: str) -> None:
    """Make the windows of the application that is yet to begin as large as the settings say; "system" or a percentage.

    A factor that the environment states wins.
    """
    scale = system_scale() if text_size == "system" else int(text_size) / 100
    if SCALE_VARIABLE not in os.environ and scale != 1.0:
        os.environ[SCALE_VARIABLE] = f"{scale:g}"


def system_scale() -> float:
    """Return by how much the system's text is larger than usual, where Qt does not follow it by itself."""
    if sys.platform == "win32":
        return _within(_windows_scale())
    if os.environ.get("XDG_SESSION_TYPE") == "wayland" and "GNOME" in os.environ.get(
        "XDG_CURRENT_DESKTOP", ""
    ):
        return _within(_gnome_scale())
    return 1.0


def _within(scale: float) -> float:
    return min(max(scale, LEAST), MOST)


if sys.platform == "win32":

    def _windows_scale() -> float:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Software\Microsoft\Accessibility") as key:
                return float(winreg.QueryValueEx(key, "TextScaleFactor")[0]) / 100
        except (OSError, ValueError):
            return 1.0


def _gnome_scale() -> float:
    try:
        told = subprocess.run(_GNOME, capture_output=True, text=True, timeout=_WAIT_SECONDS, check=False)
        return float(told.stdout.strip() or 1.0)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return 1.0
