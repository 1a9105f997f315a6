"""The person's settings in a small JSON file in the folder of their system; no Qt."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from app.files import atomic, reading
from app.model.errors import JourneyError
from app.settings import Settings

_MOST_BYTES = 1024 * 1024


def folder() -> Path:
    """Return the person's folder for our settings, by the custom of the system; it need not exist."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "Journeylines"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Journeylines"
    configured = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return (configured if configured.is_absolute() else home / ".config") / "journeylines"


def path() -> Path:
    """Return where the settings stand."""
    return folder() / "settings.json"


def load() -> Settings:
    """Return the person's settings; a file that cannot be read is moved aside, and all is as by default."""
    if not path().exists():
        return Settings()
    try:
        return Settings.model_validate_json(reading.read_bytes(path(), _MOST_BYTES))
    except (ValidationError, JourneyError):
        with suppress(OSError):
            path().replace(path().with_suffix(".broken.json"))
        return Settings()


def save(settings: Settings) -> None:
    """Keep the settings; raises JourneyError where they cannot be written."""
    with suppress(OSError):  # writing says what is wrong
        folder().mkdir(parents=True, exist_ok=True)
    atomic.write(path(), settings.model_dump_json(indent=2).encode() + b"\n", is_durable=False)
