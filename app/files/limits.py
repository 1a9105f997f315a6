"""How big and how deep a file may be: what a person means never comes near, what attacks does."""

from __future__ import annotations

FILE_BYTES = 64 * 1024 * 1024
EMBEDDED_BYTES = 32 * 1024 * 1024  # a journey unpacked from a picture
PACKED_BYTES = 6 * 1024 * 1024  # with more inside other programs would refuse the picture
JSON_VALUES = 1_000_000  # objects, lists, texts, numbers: ten thousand touchpoints have a quarter as many
JSON_FIELDS = 5_000  # of one object
XML_PARTS = 2_000_000  # tags, and as many attributes: a picture of ten thousand touchpoints has half
GRAPH_PARTS = 1_000_000  # the same of GraphML, which is held in memory: ten thousand touchpoints have half
GRAPH_RECORDS = 60_000  # its nodes and edges, each of which becomes five thousand bytes
PIPE_SECONDS = 10.0  # for which somebody who writes into a pipe may be silent
UNKNOWN_DEPTH = 40  # nesting of what a newer version wrote
