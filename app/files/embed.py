"""A journey inside a picture: in a PNG as one `tEXt` chunk, in an SVG as a `<metadata>` element, and out again.

Both hold base64(zlib(the bytes of the .journey file)). Qt's and Pillow's own text chunks are not used: compressed text
of more than 1 MB makes some programs refuse the picture.
"""

from __future__ import annotations

import base64
import binascii
import io
import struct
import zlib
from collections.abc import Iterator
from typing import cast

from lxml import etree

from app.files import limits
from app.files.native import MEDIA_TYPE
from app.files.reading import refuse_crowds
from app.i18n import tr
from app.model.errors import JourneyError

KEYWORD = MEDIA_TYPE.encode()
ELEMENT_ID = "journey-document"
PNG = b"\x89PNG\r\n\x1a\n"

_SVG = "{http://www.w3.org/2000/svg}"
_BEFORE_TEXT = {b"IHDR", b"pHYs", b"sRGB", b"gAMA", b"cHRM", b"iCCP", b"sBIT", b"cICP"}
_LINE = 120


def pack(source: bytes) -> bytes:
    """Return the bytes of a .journey file as they stand in a picture.

    Raises JourneyError where they are so many that other programs would refuse the picture.
    """
    packed = zlib.compress(source)
    if len(packed) > limits.PACKED_BYTES or len(source) > limits.EMBEDDED_BYTES:
        raise JourneyError(
            tr("The journey is too big to be put into the picture."),
            do=tr("Keep its .journey file beside it."),
        )
    return base64.b64encode(packed)


def into_png(picture: bytes, source: bytes) -> bytes:
    """Return the picture with the .journey file inside, in the place of one that was there."""
    text = KEYWORD + b"\0" + pack(source)
    out, is_in = [PNG], False
    for kind, content, raw in _chunks(picture):
        if kind == b"tEXt" and content.startswith(KEYWORD + b"\0"):
            continue
        if not is_in and kind not in _BEFORE_TEXT:
            out.append(_chunk(b"tEXt", text))
            is_in = True
        out.append(raw)
    return b"".join(out)


def into_svg(picture: bytes, source: bytes) -> bytes:
    """Return the picture with the .journey file inside: the last child of the root, behind what is drawn."""
    packed = pack(source)
    lines = b"\n".join(packed[at : at + _LINE] for at in range(0, len(packed), _LINE))
    before, end, after = picture.rpartition(b"</svg>")
    if not end:
        raise JourneyError(tr("This is not an SVG picture."))
    head = b'<metadata id="%s" data-type="%s">\n' % (ELEMENT_ID.encode(), KEYWORD)
    return before + head + lines + b"\n</metadata>\n" + end + after


def out_of(picture: bytes, name: str = "") -> bytes | None:
    """Return the .journey file inside a PNG or SVG, or none where it carries none.

    Raises JourneyError where the picture is damaged or what it carries is not what it says.
    """
    try:
        if picture.startswith(PNG):
            packed = _text_in_png(picture)
        else:
            refuse_crowds(picture, name)
            packed = _text_in_svg(picture)
        return None if packed is None else _unpacked(packed)
    except JourneyError as error:
        raise JourneyError(error.what, name, error.do) from None


def _text_in_png(picture: bytes) -> bytes | None:
    for kind, content, _ in _chunks(picture):
        if kind == b"tEXt" and content.startswith(KEYWORD + b"\0"):
            return content[len(KEYWORD) + 1 :]
    return None


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Yield kind, content and raw bytes of each chunk of a PNG, its sum checked."""
    at = len(PNG)
    if not picture.startswith(PNG):
        raise _damaged()
    while at < len(picture):
        if at + 12 > len(picture):
            raise _damaged()
        length, kind = cast("tuple[int, bytes]", struct.unpack_from(">I4s", picture, at))
        raw = picture[at : at + 12 + length]
        if len(raw) < 12 + length or zlib.crc32(raw[4:-4]) != int.from_bytes(raw[-4:], "big"):
            raise _damaged()
        yield kind, raw[8:-4], raw
        if kind == b"IEND":
            return
        at += 12 + length
    raise _damaged()


def _chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def _text_in_svg(picture: bytes) -> bytes | None:
    found: bytes | None = None
    options = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
    try:
        for _, element in etree.iterparse(io.BytesIO(picture), events=("end",), **options):
            if element.tag == f"{_SVG}metadata" and _is_ours(element):
                found = "".join(element.itertext()).encode()
            elif element.getparent() is not None and element.getparent().tag != f"{_SVG}metadata":
                element.clear(keep_tail=False)
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        words = tr(
            "The picture is damaged, or is no SVG: line {line} cannot be read.", line=error.lineno or 1
        )
        raise JourneyError(words) from None
    return found


def _is_ours(element: etree._Element) -> bool:
    return element.get("id") == ELEMENT_ID or element.get("data-type") == KEYWORD.decode()


def _unpacked(packed: bytes) -> bytes:
    try:
        stream = zlib.decompressobj()
        source = stream.decompress(
            base64.b64decode(b"".join(packed.split()), validate=True), limits.EMBEDDED_BYTES
        )
        if stream.unconsumed_tail:
            raise JourneyError(tr("The journey inside the picture is too big."))
        if not stream.eof:
            raise _damaged()
        return source
    except (binascii.Error, zlib.error, ValueError):
        raise _damaged() from None


def _damaged() -> JourneyError:
    return JourneyError(
        tr("The picture is damaged, or a part of it is missing."),
        do=tr("Look for the file as it was exported."),
    )
