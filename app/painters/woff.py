"""WOFF 1.0: a TrueType font with its tables compressed, half the size inside a picture."""

from __future__ import annotations

import struct
import zlib

_HEAD = struct.Struct(">4s4sIHHIHHIIIII")
_ENTRY = struct.Struct(">4sIIII")


def woff(font: bytes) -> bytes:
    """Return the TrueType font as WOFF."""
    flavour, count = font[:4], int.from_bytes(font[4:6], "big")
    start = _HEAD.size + _ENTRY.size * count
    entries, body, unpacked = [], bytearray(), 12 + 16 * count
    for index in range(count):
        tag, check, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        table = font[offset : offset + length]
        packed = zlib.compress(table, 9)
        if len(packed) >= length:
            packed = table
        entries.append(_ENTRY.pack(tag, start + len(body), len(packed), length, check))
        body += packed + bytes(-len(packed) % 4)
        unpacked += length + -length % 4
    head = _HEAD.pack(b"wOFF", flavour, start + len(body), count, 0, unpacked, 1, 0, 0, 0, 0, 0, 0)
    return head + b"".join(entries) + bytes(body)
