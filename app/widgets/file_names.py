"""Names of files that the program proposes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from app.i18n import tr
from app.widgets.document import Document

_LONGEST = 80


def file_name(document: Document) -> str:
    """Return a name without extension for a file made of the document, allowed on every system."""
    if document.path is not None:
        return document.path.stem
    if document.is_recovered and document.origin is not None:
        return tr("{name} (recovered)", name=document.origin.stem)
    if document.origin is not None:
        return document.origin.stem
    info = document.journey.info
    words = " ".join(part for part in (info.title, info.subject) if part)
    name = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", words)
    return " ".join(name.split())[:_LONGEST].strip(". ") or tr("Journey")


def free_name(folder: Path, name: str, extension: str) -> str:
    """Return the name, with a number behind it where the folder has such a file."""
    number, found = 2, f"{name}.{extension}"
    while os.path.exists(folder / found):  # noqa: PTH110  also where the name is too long
        number, found = number + 1, f"{name} {number}.{extension}"
    return found


def distinct(paths: Sequence[Path], name: Callable[[Path], str]) -> list[str]:
    """Return the files' names; where two are alike, with as many of their folders as tell them apart."""
    return [
        _told_apart(path, [other for other in paths if other != path and name(other) == name(path)], name)
        for path in paths
    ]


def _told_apart(path: Path, alike: Sequence[Path], name: Callable[[Path], str]) -> str:
    if not alike:
        return name(path)
    folders, count = path.parent.parts, 1
    while count < len(folders) and any(other.parent.parts[-count:] == folders[-count:] for other in alike):
        count += 1
    return tr("{name} in {folder}", name=name(path), folder=Path(*folders[-count:]))


def with_extension(path: Path, extension: str) -> Path:
    """Return the path with the extension, unless it has it."""
    return path if path.suffix.lower() == f".{extension}" else path.with_name(f"{path.name}.{extension}")
