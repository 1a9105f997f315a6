"""Fonts made smaller."""

from __future__ import annotations

import struct
import zlib

from app.layout.font import subset
from app.painters.woff import woff


def tables(font: bytes) -> dict[bytes, bytes]:
    count = int.from_bytes(font[4:6], "big")
    entries = [struct.unpack_from(">4sIII", font, 12 + 16 * index) for index in range(count)]
    return {tag: font[offset : offset + length] for tag, _, offset, length in entries}


def unpacked(data: bytes) -> dict[bytes, bytes]:
    found = {}
    for index in range(int.from_bytes(data[12:14], "big")):
        tag, offset, packed, length, _ = struct.unpack_from(">4sIIII", data, 44 + 20 * index)
        body = data[offset : offset + packed]
        found[tag] = body if packed == length else zlib.decompress(body)
    return found


def test_every_table_comes_back() -> None:
    font = subset({600: ["Kick-off"]})[600]
    assert unpacked(woff(font)) == tables(font)


def test_it_is_smaller_and_says_its_length() -> None:
    font = subset({400: ["The quick brown fox jumps over the lazy dog 0123456789"]})[400]
    data = woff(font)
    assert len(data) < 0.7 * len(font)
    assert data[:4] == b"wOFF"
    assert int.from_bytes(data[8:12], "big") == len(data)
