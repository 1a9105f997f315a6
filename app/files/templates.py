"""Journeys to begin with: the files of `resources/templates`, in the person's language, each with a picture beside it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from app.files import native, reading
from app.files.fresh import with_new_ids
from app.files.template_words import in_own_words
from app.i18n import tr
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.places import resource

_PICTURES = (".svg", ".png")


class Template(Struct, frozen=True):
    """A journey to begin with."""

    name: str  # as one writes it on the command line
    title: str
    description: str
    path: Path
    picture: Path | None


def templates(folder: Path | None = None) -> tuple[Template, ...]:
    """Return all templates in the order of their names."""
    place = folder or resource("templates")
    return tuple(_template(path) for path in sorted(place.glob("*.journey")))


def begin(name: str, folder: Path | None = None) -> Journey:
    """Return a new journey made of the template; raises JourneyError where there is none of this name."""
    known = {path.stem: path for path in sorted((folder or resource("templates")).glob("*.journey"))}
    if name not in known:
        words = ", ".join(known)
        raise JourneyError(
            tr("There is no template “{name}”.", name=name), do=tr("Known are {names}.", names=words)
        )
    return with_new_ids(journey_at(known[name]))


def journey_at(path: Path) -> Journey:
    """Return the journey of a template, our own in the language spoken now."""
    data = reading.read_bytes(path)
    is_ours = path.parent == resource("templates")
    return native.load(in_own_words(data) if is_ours else data, str(path))


def _template(path: Path) -> Template:
    info = journey_at(path).info
    picture = next((p for p in (path.with_suffix(ending) for ending in _PICTURES) if p.exists()), None)
    return Template(path.stem, info.title, info.description, path, picture)
