"""Bytes of a file as one JSON object, or a sentence that names the line."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from select import select
from typing import Any

from app.files import limits
from app.files.reasons import reason_of, reason_of_syntax
from app.i18n import tr
from app.model.errors import JourneyError

Json = dict[str, Any]

_STRING_OR_SIGNS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[,\[{]+', re.DOTALL)
_MOST_LINES = 200_000  # among which one looks for what is refused

_LONGEST_PATH = 200  # in a sentence


def read_bytes(path: Path, limit: int = limits.FILE_BYTES) -> bytes:
    """Return what is in the file; raises JourneyError where it is missing, unreadable or bigger than `limit`."""
    try:
        found = path.stat()
        if found.st_size > limit:
            raise too_big(str(path), limit)
        if stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode) or os.name == "nt":
            with open(path, "rb", opener=_without_waiting) as file:
                data = file.read(limit + 1) or b""  # a growing file says no size
        else:
            data = _drawn_from(path, limit + 1)
    except FileNotFoundError:
        raise JourneyError(
            tr("There is no such file."), str(path), tr("Check the name and the folder.")
        ) from None
    except IsADirectoryError:
        raise JourneyError(tr("This is a folder, not a file."), str(path)) from None
    except PermissionError:
        raise JourneyError(tr("You may not read this file."), str(path)) from None
    except (OSError, ValueError) as error:
        words = tr("The file cannot be read: {reason}.", reason=reason_of(error))
        raise JourneyError(words, str(path)[:_LONGEST_PATH]) from None
    if len(data) > limit:
        raise too_big(str(path), limit)
    return data


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _drawn_from(path: Path, most: int) -> bytes:
    """Return what comes out of a pipe or a device, which may be silent for ever, or never end."""
    with open(path, "rb", buffering=0, opener=_without_waiting) as source:
        pieces: list[bytes] = []
        size = 0
        while size < most:
            if not select([source], [], [], limits.PIPE_SECONDS)[0]:
                raise JourneyError(tr("This is a pipe or a device, and nothing comes out of it."), str(path))
            piece = source.read(most - size)
            if piece == b"":
                break
            pieces.append(piece or b"")
            size += len(pieces[-1])
    return b"".join(pieces)


def refuse_crowds(data: bytes, name: str, most: int = 0) -> None:
    """Raise JourneyError where an XML text has so many parts that reading it would take all of the memory.

    So many are, where nothing is said, those of a picture, of which most are forgotten again.
    """
    if max(data.count(b"<"), data.count(b'="') + data.count(b"='")) > (most or limits.XML_PARTS):
        raise crowded(name)


def crowded(name: str) -> JourneyError:
    """Return the complaint about a file with too many parts."""
    return JourneyError(tr("The file has too many parts to be a journey."), name)


def too_big(name: str, limit: int) -> JourneyError:
    """Return the complaint about a file over the limit."""
    return JourneyError(
        tr("The file is too big to be a journey: the limit is {limit} MB.", limit=limit // (1024 * 1024)),
        name,
    )


def parse(data: bytes, name: str) -> tuple[Json, str]:
    """Return the JSON object and its text.

    Raises JourneyError where bytes are not UTF-8, not JSON, nested too deeply, or name a field twice.
    """
    if len(data) > limits.FILE_BYTES:
        raise too_big(name, limits.FILE_BYTES)
    _refuse_other_files(data, name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise JourneyError(
            tr("The text is not UTF-8."), at_line(name, line), tr("Save it as UTF-8.")
        ) from None
    if is_crowded(text):
        raise crowded(name)
    document = _parsed(text, name)
    if not isinstance(document, dict):
        raise JourneyError(tr("This is not a journey: it must be one JSON object."), name)
    return document, text


def is_crowded(text: str) -> bool:
    """Tell whether a JSON text has more values than are read."""
    if sum(map(text.count, "{[,")) <= limits.JSON_VALUES:
        return False
    values = 0
    for found in _STRING_OR_SIGNS.finditer(text):  # commas in strings do not count
        if text[found.start()] != '"':
            values += found.end() - found.start()
            if values > limits.JSON_VALUES:
                return True
    return False


def at_line(name: str, line: int) -> str:
    """Name a place in a file."""
    return tr("{name}, line {line}", name=name, line=line)


def line_of_record(text: str, index: int) -> int:
    """Return the line (from 1) on which the record with this index begins, or 0; the text has been parsed before."""
    decoder, skip = json.JSONDecoder(), _after_blanks
    place = skip(text, text.index("{") + 1)
    while text[place] != "}":
        key, place = decoder.raw_decode(text, place)
        place = skip(text, skip(text, place) + 1)  # the colon
        if key == "records" and text[place] == "[":
            place = skip(text, place + 1)
            for _ in range(index):
                place = decoder.raw_decode(text, place)[1]
                place = skip(text, skip(text, place) + 1)  # the comma
            return text.count("\n", 0, place) + 1
        place = skip(text, decoder.raw_decode(text, place)[1])
        place = skip(text, place + 1) if text[place] == "," else place
    return 0


def _after_blanks(text: str, place: int) -> int:
    while text[place] in " \t\r\n":
        place += 1
    return place


def _refuse_other_files(data: bytes, name: str) -> None:
    if not data.strip():
        raise JourneyError(tr("The file is empty."), name)
    for signature, sentence in _other_files():
        if data.startswith(signature):
            raise JourneyError(sentence, name)


def _other_files() -> tuple[tuple[bytes, str], ...]:
    """Return how files of other kinds begin, and what is said of each."""
    return (
        (b"PK\x03\x04", tr("This is a zip archive, not a journey.")),
        (b"\x89PNG", tr("This is a PNG picture, not a journey.")),
        (b"\xff\xd8\xff", tr("This is a JPEG picture, not a journey.")),
        (b"GIF8", tr("This is a GIF picture, not a journey.")),
        (b"%PDF", tr("This is a PDF document, not a journey.")),
        (b"\x1f\x8b", tr("This is a gzip archive, not a journey.")),
        (b"\xd0\xcf\x11\xe0", tr("This is an old Office document, not a journey.")),
        (b"SQLite format 3", tr("This is a database, not a journey.")),
        (b"<", tr("This is an XML or HTML text, not a journey.")),
    )


class _Refused(ValueError):
    """Something that JSON allows or Python's reader lets pass, and a journey does not."""


def _unique(pairs: list[tuple[str, Any]]) -> Json:
    if len(pairs) > limits.JSON_FIELDS:
        raise _Refused(tr("An object in it has more than {most} fields.", most=limits.JSON_FIELDS))
    fields = dict(pairs)
    if len(fields) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        twice = next(key for key, count in counts.items() if count > 1)
        raise _Refused(tr("The field “{field}” stands twice in one object.", field=twice[:80]))
    return fields


def _refuse_constant(constant: str) -> Any:
    raise _Refused(tr("{constant} is not a number that JSON knows.", constant=constant))


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise _syntax_error(text, name, error) from None
    except _Refused as refused:
        what = str(refused)
    except RecursionError:
        raise JourneyError(tr("The file is nested too deeply to be a journey."), name) from None
    except ValueError:  # an integer beyond sys.get_int_max_str_digits()
        what = tr("A number in it has more than {digits} digits.", digits=sys.get_int_max_str_digits())
    raise JourneyError(what, _place_of_refusal(text, name))  # what was read by then is forgotten


def _syntax_error(text: str, name: str, error: json.JSONDecodeError) -> JourneyError:
    starts_late = error.msg.startswith("Unterminated string")
    if error.pos >= len(text.rstrip()) or (starts_late and "\n" not in text[error.pos :].rstrip()):
        return JourneyError(
            tr("The file ends in the middle; a part of it is missing."), at_line(name, error.lineno),
            tr("Look for a complete copy."),
        )  # fmt: skip
    return JourneyError(
        tr("This is not valid JSON ({reason}).", reason=reason_of_syntax(error)), at_line(name, error.lineno)
    )


def _place_of_refusal(text: str, name: str) -> str:
    """Find the first line that is refused by itself; our own files have one record a line."""
    for number, line in enumerate(islice(_lines(text), _MOST_LINES), 1):
        try:
            json.loads(line.strip().rstrip(","), object_pairs_hook=_unique, parse_constant=_refuse_constant)
        except json.JSONDecodeError:
            continue
        except (ValueError, RecursionError):
            return at_line(name, number)
    return name


def _lines(text: str) -> Iterator[str]:
    """Yield the lines one by one: there may be tens of millions."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]
