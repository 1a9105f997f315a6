"""How big and how deep a file may be: what a person means never comes near, what attacks does."""

from __future__ import annotations

FILE_BYTES = 64 * 1024 * 1024
EMBEDDED_BYTES = 32 * 1024 * 1024  # a journey unpacked from a picture
PACKED_BYTES = (
    6 * 1024 * 1024
)  # a bigger one is not put into a picture: other programs would refuse the picture
JSON_PARTS = 1_000_000  # objects and lists: each becomes a thousand bytes
XML_PARTS = 2_000_000  # tags, and as many attributes: a map of ten thousand touchpoints has half as many
PIPE_SECONDS = 10.0  # for which somebody who writes into a pipe may be silent
UNKNOWN_DEPTH = 40  # nesting of what a newer version wrote
