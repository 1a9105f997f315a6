"""What a PDF file says of itself: when it was made, and an id that is the same for the same pages.

Qt writes the present time and a random id. So that the same journey gives the same file, the id is made of the pages
here, and the time is that of SOURCE_DATE_EPOCH (reproducible-builds.org) where somebody set it.
"""

from __future__ import annotations

import hashlib
import os
import re
import uuid
from datetime import UTC, datetime
from itertools import islice

_DATE = re.compile(rb"/(?:Creation|Mod)Date (\(D:[^)]{14,22}\))")
_IN_UTC = len("(D:20260131120000Z)")
_ROW = re.compile(rb"(\d{10})( \d{5} n)")  # of the table of places
_START = re.compile(rb"startxref\s+(\d+)")
_XMP_DATE = re.compile(rb' xmp:(?:Create|Modify|Metadata)Date="([0-9T:+-]{25})"')
_ID = re.compile(rb'xmpMM:DocumentID="uuid:([0-9a-f-]{36})"')


def made_at() -> datetime:
    """Return the time that a picture says it was made at."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(said), UTC) if said else datetime.now().astimezone()
    except (ValueError, OverflowError, OSError):  # no number, or beyond the calendar
        return datetime.now().astimezone()


def stamped(data: bytes, made: datetime) -> bytes:
    """Return the file with this time, and with an id that follows from all else in it."""
    in_utc = made.astimezone(UTC)
    short, long = in_utc.strftime("(D:%Y%m%d%H%M%SZ)"), in_utc.isoformat(timespec="seconds")
    data = _in_short(data)
    dates = {found.span(1): short for found in _first(_DATE, data, 2)}
    dates |= {found.span(1): long for found in _first(_XMP_DATE, data, 3)}
    ids = _ids(data)
    parts = bytearray(data)
    for start, end in (*dates, *ids):
        parts[start:end] = b" " * (end - start)
    name = str(uuid.UUID(bytes=hashlib.sha256(parts).digest()[:16], version=4)).encode()
    for (start, end), text in dates.items():
        parts[start:end] = text.encode()
    for start, end in ids:
        parts[start:end] = name if end - start == len(name) else name.hex().encode()
    return bytes(parts)


def _in_short(data: bytes) -> bytes:
    """Return the file with dates as long as they are in UTC, whatever the zone here, and with places to match."""
    cuts = [(found.end(1), found.end(1) - found.start(1) - _IN_UTC) for found in _first(_DATE, data, 2)]
    table = data.rfind(b"\nxref\n")
    if table < 0 or not any(length for _, length in cuts):
        return data

    def place(digits: bytes) -> int:
        return int(digits) - sum(length for end, length in cuts if end <= int(digits))

    rows = _ROW.sub(lambda row: b"%010d%s" % (place(row[1]), row[2]), data[table:])
    rows = _START.sub(lambda start: b"startxref\n%d" % place(start[1]), rows)
    pieces, begin = [], 0
    for end, length in cuts:
        pieces += [data[begin : end - length - 1], b")"]
        begin = end
    return b"".join((*pieces, data[begin:table], rows))


def _first(pattern: re.Pattern[bytes], data: bytes, count: int) -> list[re.Match[bytes]]:
    return list(islice(pattern.finditer(data), count))


def _ids(data: bytes) -> list[tuple[int, int]]:
    """Return where the id stands: in the metadata, and twice in hexadecimal in the trailer, which ends the file."""
    known = _ID.search(data)
    if known is None:
        return []
    written, at = known[1].hex().encode(), data.rfind(b"/ID [")
    places = [known.span(1)]
    while at >= 0 and (at := data.find(written, at)) >= 0:
        places.append((at, at + len(written)))
        at += len(written)
    return places
