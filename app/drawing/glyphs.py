"""Small pictures drawn with one pen: channels, insights, waits; in the hand of VISUAL.md "Glyphs"."""

from __future__ import annotations

from functools import lru_cache

from app.drawing.path_data import parsed
from app.drawing.shapes import Path, Segment, Stroke
from app.model.glyph_words import ALIKE

BOX = 24.0  # side of the square that all glyphs are written in

GLYPHS: dict[str, str] = {
    # channels of VISUAL.md
    "email": "M3.5 6h17v12h-17z M4 6.8l8 6.4 8-6.4",
    "phone": "M6.2 3.8l3 0 1.5 4-2 1.6c1.1 2.4 2.6 3.9 5 5l1.6-2 4 1.5v3c0 1.6-1.2 2.6-2.8 2.4"
             "C9.7 18.5 5.5 14.3 3.8 6.6 3.5 5 4.6 3.8 6.2 3.8z",
    "video": "M3 7h11.5v10H3z M14.5 10.8l6-3.3v9l-6-3.3z",
    "site": "M8.2 5.2a2.7 2.7 0 1 0 .1 0z M16.2 7a2.2 2.2 0 1 0 .1 0z M3.2 19c0-4 2-6 5-6s5 2 5 6"
            " M14.5 13.6c3.5-1 6.3.9 6.3 4.9",
    "web": "M3.5 4.5h17v15h-17z M3.5 8.8h17 M11 12l5.8 2.2-2.5 1-1 2.5z",
    "chat": "M4 5h16v11h-8l-4.5 3.8V16H4z M8 9.2h8 M8 12.2h5",
    "comm": "M12 3.2a2.3 2.3 0 1 0 .1 0z M5.5 15.2a2.3 2.3 0 1 0 .1 0z M18.5 15.2a2.3 2.3 0 1 0 .1 0z"
            " M10.9 7.6l-4.2 7.8 M13.1 7.6l4.2 7.8 M7.9 17.5h8.2",
    # more channels in the same hand
    "mobile": "M7 3h10v18H7z M10.8 18h2.4",
    "sms": "M4 5h16v11h-8l-4.5 3.8V16H4z M8.3 10.5h.1 M12 10.5h.1 M15.7 10.5h.1",
    "letter": "M5.5 3.5h8.5l4.5 4.5v12.5h-13z M14 3.5V8h4.5 M8.5 12.2h7 M8.5 15.8h7",
    "document": "M5.5 3.5h8.5l4.5 4.5v12.5h-13z M14 3.5V8h4.5",
    "contract": "M5.5 3.5h13v17h-13z M8.5 8h7 M8.5 11.2h7 M8.3 16.8c1.2-2.4 2.2-2.4 2.6-.6s1.2 1.6 2 .2 1.7-.6 2.6.4",
    "survey": "M4.5 4.5h15v15h-15z M8 12.2l2.8 2.8L16 9.2",
    "form": "M5 3.5h14v17H5z M8.2 8h7.6 M8.2 12h7.6 M8.2 16h4",
    "social": "M12 19.8C5.8 15.6 3.4 12.6 3.4 9.3c0-2.6 2-4.6 4.4-4.6 1.8 0 3.3 1 4.2 2.6.9-1.6 2.4-2.6 4.2-2.6"
              " 2.4 0 4.4 2 4.4 4.6 0 3.3-2.4 6.3-8.6 10.5z",
    "store": "M4.2 10v10h15.6V10 M3 9.5l1.8-5.5h14.4L21 9.5c0 1.4-1.3 2.2-3 2.2s-3-1-3-2.2c0 1.2-1.3 2.2-3 2.2"
             "s-3-1-3-2.2c0 1.2-1.3 2.2-3 2.2S3 10.9 3 9.5z M9.8 20v-5h4.4v5",
    "event": "M4 5.5h16v14.5H4z M4 9.8h16 M8.3 3.2v4 M15.7 3.2v4 M8 13.2h.1 M12 13.2h.1 M16 13.2h.1"
             " M8 16.5h.1 M12 16.5h.1",
    "presentation": "M3.5 4.5h17 M5 4.5v10.5h14V4.5 M12 15v2.5 M8.5 20.5l3.5-3 3.5 3 M8.5 11.5l2.5-2.5 2 1.6 2.8-2.6",
    "delivery": "M2.8 6.5h11v10h-11z M13.8 10h4l3.4 3.4v3.1h-7.4 M7 15.2a2 2 0 1 0 .1 0z M17 15.2a2 2 0 1 0 .1 0z",
    "parcel": "M4 7.8L12 3.5l8 4.3v8.4l-8 4.3-8-4.3z M4 7.8l8 4.3 8-4.3 M12 12.1v8.4",
    "ticket": "M3.5 7h17v3.4a1.7 1.7 0 0 0 0 3.3V17h-17v-3.3a1.7 1.7 0 0 0 0-3.3z M14.5 7.2v2 M14.5 11.2v1.8 M14.5 15v1.8",
    "advert": "M4 10v4.5h3.5L18 19V5.5L7.5 10z M7.8 14.7l1.5 5 M20.3 10.5v3.5",
    "bot": "M5 8h14v11H5z M12 8V4.5 M12 4.4h.1 M9 12.3v1.4 M15 12.3v1.4 M2.8 12.2v2.8 M21.2 12.2v2.8",
    "search": "M10.5 4a6.5 6.5 0 1 0 .1 0z M15.4 15.4l5 5",
    "screen": "M3.5 4.5h17v11.5h-17z M9 20h6 M12 16v4",
    "system": "M4 4h16v6.5H4z M4 13.5h16V20H4z M7.5 7.3h.1 M7.5 16.8h.1",
    "coffee": "M4.5 8.5h12v6.5a4.5 4.5 0 0 1-4.5 4.5h-3a4.5 4.5 0 0 1-4.5-4.5z M16.5 10h1.7a2.6 2.6 0 0 1 0 5.2h-1.7"
              " M8.5 3.5v2 M12.5 3.5v2",
    "handshake": "M3 8.5l3.5-2.5 5 1.2 2-1.2h4L21 8.5 M3.5 15.5l2.3-1.5 4.5 4.3 6.2-.8 2.2-3.3 1.8-1"
                 " M11.5 7.2l-3 4.3c1.6 1.3 3.4.8 4.7-.9l5.5 3.8",
    "other": "M12 3.8a8.2 8.2 0 1 0 .1 0z M8.3 12h.1 M12 12h.1 M15.7 12h.1",
    # signs
    "pain": "M12 3.5L22 20.5H2z M12 10v4.8 M12 17.5h.1",
    "opp": "M8.8 16.5c0-2-3-3.5-3-7.2a6.2 6.2 0 0 1 12.4 0c0 3.7-3 5.2-3 7.2z M9.3 19h5.4 M10.3 21.3h3.4",
    "star": "M12 2.5l2.9 6.2 6.8.8-5 4.7 1.3 6.7-6-3.4-6 3.4 1.3-6.7-5-4.7 6.8-.8z",
    "wait": "M7 3.5h10 M7 20.5h10 M8 3.5c0 5 8 5 8 8.5s-8 3.5-8 8.5 M16 3.5c0 5-8 5-8 8.5s8 3.5 8 8.5",
    "sla": "M12 4.5a8 8 0 1 0 .1 0z M12 8v4.8l3.2 2",
    "swap": "M4 9h15l-4-4 M20 15H5l4 4",
    "goal": "M12 3.5a8.5 8.5 0 1 0 .1 0z M12 7.8a4.2 4.2 0 1 0 .1 0z M12 11.9h.1",
    "gain": "M12 5v14 M5 12h14",
    "idea": "M12 2.8l2.3 6.9 6.9 2.3-6.9 2.3-2.3 6.9-2.3-6.9-6.9-2.3 6.9-2.3z",
    "question": "M8.3 8.8c.2-2.3 1.8-3.6 3.9-3.6s3.7 1.4 3.7 3.4c0 2.8-3.7 3-3.7 6 M12.2 18.6h.1",
}  # fmt: skip

# A word -> the one whose glyph is drawn for it.
SAME_GLYPH: dict[str, str] = {
    **ALIKE, "opportunity": "opp", "breach": "sla", "clock": "sla", "moment_of_truth": "star"
}  # fmt: skip


@lru_cache(maxsize=1024)
def glyph_path(name: str, size: float, colour: str, width: float, fill: str = "") -> Path:
    """Return a glyph about (0, 0), `size` map units a side of its square; an unknown name gives the neutral glyph."""
    return Path(_scaled(known_glyph(name), size / BOX), fill=fill, stroke=Stroke(colour, width))


def known_glyph(name: str) -> str:
    """Return the name of the glyph that is drawn for a word.

    >>> known_glyph("Live chat"), known_glyph("telepathy")
    ('chat', 'other')
    """
    word = name.strip().lower().replace(" ", "_")
    word = SAME_GLYPH.get(word, word)
    return word if word in GLYPHS else "other"


@lru_cache(maxsize=512)
def _scaled(name: str, factor: float) -> tuple[Segment, ...]:
    segments = parsed(GLYPHS[name])
    points = [pair for segment in segments for pair in zip(segment[1::2], segment[2::2], strict=True)]
    # Optical centre: the middle of what is drawn; a triangle and a star by their weight instead.
    x = _CENTRES.get(name, (_middle([x for x, _ in points]), 0.0))[0]
    y = _CENTRES[name][1] if name in _CENTRES else _middle([y for _, y in points])
    return tuple(moved(segment, -x, -y, factor) for segment in segments)


_CENTRES = {"pain": (12.0, 14.0), "star": (12.0, 12.0), "chat": (12.0, 11.6), "sms": (12.0, 11.6)}


def _middle(values: list[float]) -> float:
    return (min(values) + max(values)) / 2


def moved(segment: Segment, dx: float, dy: float, factor: float = 1.0) -> Segment:
    """Return the segment moved, then scaled about (0, 0)."""
    numbers = [
        round((value + (dx if index % 2 == 0 else dy)) * factor, 3) for index, value in enumerate(segment[1:])
    ]
    return (segment[0], *numbers)  # type: ignore[return-value]
