"""Which journey files are open on this computer, so that the second window or program is told.

A claim is a lock in the settings folder, keyed by the file's path; nothing is put beside documents. Two computers that
share a folder do not see each other's claims: what the other one saved is noticed when it is on the disk.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from app.files import lock, preferences


def claim(path: Path) -> lock.Lock | None:
    """Return the claim on this file, none where another window or program has it. Raises OSError where none can be had."""
    return lock.acquire(_folder() / f"{key_of(path)}.lock")


def forget_old() -> None:
    """Remove the claims of programs that were killed."""
    with suppress(OSError):
        for entry in os.scandir(_folder()):
            with suppress(OSError):
                held = lock.acquire(Path(entry.path))
                if held is not None:
                    held.release()


def key_of(path: Path) -> str:
    """Return what is the same for all ways to write the path of one file."""
    name = os.path.normcase(os.path.realpath(path))
    if sys.platform == "darwin":  # its folders ignore case and how accents are composed
        name = unicodedata.normalize("NFC", name).casefold()
    return blake2b(name.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _folder() -> Path:
    return preferences.folder() / "open"
