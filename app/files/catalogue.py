"""The table of file formats: a new one is one row and one file. Formats are imported when they are used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath

from msgspec import Struct

from app.files import native, reading, unknown
from app.i18n import tr
from app.model.errors import JourneyError
from app.model.journey import Journey

Say = Callable[[str], None]  # is told, in sentences, what a format could not carry


class Format(Struct, frozen=True):
    """A kind of file that holds a journey."""

    name: str
    title: Callable[[], str]
    extensions: tuple[str, ...]
    read: Callable[[bytes, str, Say], Journey]
    write: Callable[[Journey, Say], bytes] | None = None  # none: pictures are made by `app.export`


def open_journey(source: Path | bytes, name: str = "", say: Say = lambda _: None) -> Journey:
    """Return the journey in a file or in bytes; the content decides on the format, not the extension.

    Raises JourneyError where there is none.
    """
    if isinstance(source, bytes):
        data, called = source, name or tr("the data")
    else:
        data, called = reading.read_bytes(source), name or str(source)
    return _format_of(data, called).read(data, called, say)


def write_journey(journey: Journey, name: str, say: Say = lambda _: None) -> bytes:
    """Return the journey's bytes in the format that the extension of the file's name asks for."""
    found = by_extension(name)
    if found is None or found.write is None:
        known = ", ".join(extension for row in FORMATS if row.write for extension in row.extensions)
        raise JourneyError(
            tr("A journey cannot be written as this."), name, tr("Known are {known}.", known=known)
        )
    return found.write(journey, say)


def put_into_picture(picture: bytes, format: str, journey: Journey) -> bytes:  # noqa: A002
    """Return the picture with the journey inside, where its format can carry one.

    Raises JourneyError where the journey is too big for that.
    """
    from app.files import embed

    into = {"png": embed.into_png, "svg": embed.into_svg}.get(format)
    return into(picture, native.dump(journey)) if into else picture


def unknown_to_this_version(journey: Journey) -> tuple[tuple[str, str], ...]:
    """Return what a newer version wrote that this one keeps but does not know: ids of records, each with a sentence."""
    return tuple(
        (record.id, sentence) for record in journey.records() if (sentence := unknown.sentence_about(record))
    )


def by_extension(name: str) -> Format | None:
    """Return the format of a file with this name, or none."""
    extension = PurePath(name).suffix.lower()
    return next((row for row in FORMATS if extension in row.extensions), None)


def _format_of(data: bytes, name: str) -> Format:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return _PNG
    if start.startswith(b"<"):
        if b"<svg" in start or b":svg" in start:
            return _SVG
        if b"<graphml" in start:
            return _GRAPHML
        found = by_extension(name)
        return found if found in (_SVG, _GRAPHML) and found is not None else _NATIVE
    return _NATIVE


def _read_native(data: bytes, name: str, _say: Say) -> Journey:
    return native.load(data, name)


def _read_picture(data: bytes, name: str, _say: Say) -> Journey:
    from app.files import embed

    source = embed.out_of(data, name)
    if source is None:
        raise JourneyError(
            tr("This picture carries no journey."), name,
            tr("Open the .journey file it was made of, or a picture that was exported with it."),
        )  # fmt: skip
    return native.load(source, name)


def _read_graphml(data: bytes, name: str, say: Say) -> Journey:
    from app.files import graphml

    return graphml.load(data, name, say)


def _write_native(journey: Journey, _say: Say) -> bytes:
    return native.file_of(journey.records())


def _write_graphml(journey: Journey, _say: Say) -> bytes:
    from app.files import graphml

    return graphml.dump(journey)


_NATIVE = Format("journey", lambda: tr("Journey"), (".journey", ".json"), _read_native, _write_native)
_SVG = Format("svg", lambda: tr("SVG picture with a journey inside"), (".svg",), _read_picture)
_PNG = Format("png", lambda: tr("PNG picture with a journey inside"), (".png",), _read_picture)
_GRAPHML = Format("graphml", lambda: tr("GraphML"), (".graphml",), _read_graphml, _write_graphml)

FORMATS: tuple[Format, ...] = (_NATIVE, _SVG, _PNG, _GRAPHML)
