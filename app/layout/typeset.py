"""Text into lines of a given width: wrapped, balanced, and only where it must be, elided."""

from __future__ import annotations

from typing import NamedTuple

from app.layout.clusters import clusters, one_spaced, words
from app.layout.measure import Font, Measure
from app.layout.type_scale import FONTS

ELLIPSIS = "…"
_JOINTS = "-‐–/"  # behind which a word that is too long is broken rather than anywhere: Account-Manager
_UNSURE = 3.0  # a sum of words' widths may be wrong by less


class Line(NamedTuple):
    """One line of text and its width."""

    text: str
    width: float


class Setting(NamedTuple):
    """Lines of a text and whether all of it is there."""

    lines: tuple[Line, ...]
    is_whole: bool

    @property
    def width(self) -> float:
        """The widest line."""
        return max((line.width for line in self.lines), default=0.0)


class Typesetter:
    """Wraps text in the fonts of the type scale and remembers what it measured."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self._widths: dict[tuple[str, str], float] = {}
        self._settings: dict[tuple[str, str, float, int], Setting] = {}
        self._balanced: dict[tuple[str, str, float, int], Setting] = {}

    def width(self, text: str, style: str) -> float:
        """Return the width of a text in a font of the type scale."""
        key = (text, style)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) > 400_000:
                self._widths.clear()
            width = self._widths[key] = round(self.measure(text, FONTS[style]) if text else 0.0, 3)
        return width

    def font(self, style: str) -> Font:
        """Return the font of a style."""
        return FONTS[style]

    def set(self, text: str, style: str, width: float, most: int) -> Setting:
        """Wrap a text to at most `most` lines; what does not fit is elided."""
        key = (text, style, width, most)
        setting = self._settings.get(key)
        if setting is None:
            if len(self._settings) > 200_000:
                self._settings.clear()
            setting = self._settings[key] = self._set(text, style, width, most)
        return setting

    def balance(self, text: str, style: str, width: float, count: int) -> Setting:
        """Wrap to `count` lines as narrow as they come, at most `width` wide."""
        key = (text, style, width, count)
        setting = self._balanced.get(key)
        if setting is None:
            if len(self._balanced) > 200_000:
                self._balanced.clear()
            setting = self._balanced[key] = self._balance(text, style, width, count)
        return setting

    def _balance(self, text: str, style: str, width: float, count: int) -> Setting:
        best = self.set(text, style, width, count)
        if not best.is_whole or len(best.lines) > count:
            return best
        gap = self.width(" ", style)
        pieces = [(self.width(word, style), gap if is_spaced else 0.0) for word, is_spaced in words(text)]
        low = max(*(length for length, _ in pieces), sum(length for length, _ in pieces) / count)
        high = width
        if low >= high:
            return best
        for _ in range(7):
            middle = (low + high) / 2
            if _lines_needed(pieces, middle) <= count:
                high = middle
            else:
                low = middle
        tried = self.set(text, style, round(high + 1.0, 1), count)
        return tried if tried.is_whole else best

    def elide(self, text: str, style: str, width: float) -> Line:
        """Return the text, cut at a whole character with an ellipsis if it is wider than `width`."""
        text = one_spaced(text)
        full = self.width(text, style)
        if full <= width:
            return Line(text, full)
        parts = clusters(text[: int(width / 2) + 8])
        low, high = 0, len(parts)
        while low < high:
            middle = (low + high + 1) // 2
            if self.measure("".join(parts[:middle]).rstrip() + ELLIPSIS, FONTS[style]) <= width:
                low = middle
            else:
                high = middle - 1
        cut = "".join(parts[:low]).rstrip(" ,.;:-–·") + ELLIPSIS
        return Line(cut, self.width(cut, style))

    def _set(self, text: str, style: str, width: float, most: int) -> Setting:
        text = text if len(text) < 4000 else text[:4000]
        if "\n" in text:
            text = one_spaced(text)
        full = self.width(text, style)
        if full <= width and text.strip():
            return Setting((Line(text, full),), True)
        lines: list[str] = []
        current, length, gap = "", 0.0, self.width(" ", style)
        rest = list(words(text))
        position = 0
        while position < len(rest):
            word, is_spaced = rest[position]
            joined = f"{current} {word}" if current and is_spaced else current + word
            guess = length + (gap if current and is_spaced else 0.0) + self.width(word, style)
            if abs(guess - width) < _UNSURE:
                guess = self.width(joined, style)
            if guess <= width:
                current, length, position = joined, guess, position + 1
            elif current:
                lines.append(current)
                current, length = "", 0.0
            else:
                head, tail = self._break(word, style, width)
                lines.append(head)
                rest[position] = (tail, False)
            if len(lines) >= most:
                break
        if current and len(lines) < most:
            lines.append(current)
            current = ""
        if position >= len(rest) and not current:
            return Setting(tuple(Line(line, self.width(line, style)) for line in lines), True)
        tail = _joined(rest[position:])
        last = self.elide(f"{lines[-1]} {tail}" if lines else tail, style, width)
        if not last.text.endswith(ELLIPSIS):
            last = self.elide(last.text + ELLIPSIS, style, width)
        shown = [Line(line, self.width(line, style)) for line in lines[:-1]]
        return Setting((*shown, last), False)

    def _break(self, word: str, style: str, width: float) -> tuple[str, str]:
        parts = clusters(word)
        low, high = 1, max(len(parts) - 1, 1)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width("".join(parts[:middle]), style) <= width:
                low = middle
            else:
                high = middle - 1
        joints = [place for place in range(2, low) if parts[place - 1] in _JOINTS]
        low = joints[-1] if joints else low
        return "".join(parts[:low]), "".join(parts[low:])


def _joined(pieces: list[tuple[str, bool]]) -> str:
    return "".join(f" {word}" if is_spaced else word for word, is_spaced in pieces).strip()


def _lines_needed(pieces: list[tuple[float, float]], width: float) -> int:
    """Return how many lines words of these widths, with gaps before them, take."""
    count, length = 1, 0.0
    for word, gap in pieces:
        if length and length + gap + word > width:
            count, length = count + 1, word
        else:
            length += (gap if length else 0.0) + word
    return count
