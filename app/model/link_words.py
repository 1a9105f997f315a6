"""What stands at a link on the map as one line that can be typed: "sends contract 3 days"."""

from __future__ import annotations

import re

from app.model.duration_text import exact_duration_text, read_duration
from app.model.errors import JourneyError
from app.model.record import Duration, TimeUnit
from app.model.records import Link

_AMOUNT = re.compile(r"(?:^|(?<=[\s(]))(?:\d+(?:[.,]\d+)?\s*[^\W\d_]|\d+(?:[.,]\d+)?$)")
_SEPARATORS = " \t,;:·-\u2013\u2014("


def link_words(link: Link) -> str:
    """Return a link's label and its stated wait in one line."""
    wait = "" if link.wait is None else exact_duration_text(link.wait)
    return " ".join(words for words in (link.label, wait) if words)


def read_link_words(text: str, unit: TimeUnit) -> tuple[str, Duration | None]:
    """Return label and wait of a line somebody typed; a length of time at its end is the wait.

    A bare number is a wait only where it stands alone: "Offer 2" is a label.

    >>> read_link_words("sends contract 3 days", "week")
    ('sends contract', Duration(value=3.0, unit='day'))
    >>> read_link_words("Offer 2", "week"), read_link_words("2", "week")
    (('Offer 2', None), ('', Duration(value=2.0, unit='week')))
    """
    text = " ".join(text.split())
    for found in _AMOUNT.finditer(text):
        label, end = text[: found.start()].rstrip(_SEPARATORS), text[found.start() :].rstrip(" .)")
        if label and end[-1:].isdigit():
            continue
        try:
            wait = read_duration(end, unit)
        except JourneyError:
            continue
        return label, wait
    return text, None
