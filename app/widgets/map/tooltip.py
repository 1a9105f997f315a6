"""A group's words as a tooltip: the first line strong, everything escaped."""

from __future__ import annotations

from html import escape

MOST_LINES = 24


def tooltip(title: str) -> str:
    """Return rich text that wraps at a readable width; "" where there is nothing to say."""
    lines = [escape(line) for line in title.strip().splitlines()]
    if not lines:
        return ""
    if len(lines) > MOST_LINES:
        lines = [*lines[:MOST_LINES], "…"]
    words = "<br>".join([f"<b>{lines[0]}</b>", *lines[1:]])
    return f'<qt><div dir="auto" style="max-width: 420px">{words}</div></qt>'
