"""Where the program's own files lie, in a checkout and in an installed copy."""

from __future__ import annotations

from pathlib import Path

_APP = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the path of a file or folder in `resources/`; it need not exist."""
    inside = _APP / "resources"  # an installed wheel
    return (inside if inside.is_dir() else _APP.parent / "resources") / name
