"""How big and how deep a file may be: what a person means never comes near, what attacks does."""

from __future__ import annotations

FILE_BYTES = 64 * 1024 * 1024
EMBEDDED_BYTES = 32 * 1024 * 1024  # a journey unpacked from a picture
PACKED_BYTES = (
    6 * 1024 * 1024
)  # a bigger one is not put into a picture: other programs would refuse the picture
UNKNOWN_DEPTH = 40  # nesting of what a newer version wrote
