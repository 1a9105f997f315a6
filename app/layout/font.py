"""Inter as HarfBuzz sees it: widths, glyphs, outlines and subsets, without Qt and the same on every machine.

The variable font stands at fixed axes (`wght` as asked, `opsz` 14). What Inter lacks (CJK, Arabic, emoji ...) becomes
*foreign* runs: their width comes from a table by script, and painters fit a system font into it.
"""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import uharfbuzz as hb

from app.layout.measure import Font

OPTICAL_SIZE = 14
UNITS = 2048  # a font unit is size / UNITS
_FEATURES = {"calt": False}  # its signs have no character of their own: PDF could not be searched for "(A)"
_APART = {**_FEATURES, "liga": False, "clig": False}

# ("M", x, y) ("L", x, y) ("C", x1, y1, x2, y2, x, y) ("Z",), as in app.drawing.shapes
Segment: TypeAlias = (
    tuple[str] | tuple[str, float, float] | tuple[str, float, float, float, float, float, float]
)
Segments: TypeAlias = tuple[Segment, ...]

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_BLANK = re.compile("[\t-\r\u2028\u2029]")

_RARE_TWINS = (0x02BC, 0x02EE, 0x0269)  # of ’ ” ι

# first character, last character, width in em; later rows win
_WIDTHS_EM = (
    (0x0530, 0x058F, 0.60),  # Armenian
    (0x0590, 0x05FF, 0.58),  # Hebrew
    (0x0600, 0x08FF, 0.50),  # Arabic, Syriac, Thaana
    (0x0900, 0x0DFF, 0.62),  # Devanagari to Sinhala
    (0x0E00, 0x0EFF, 0.60),  # Thai, Lao
    (0x0F00, 0x109F, 0.65),  # Tibetan, Myanmar
    (0x1100, 0x11FF, 1.00),  # Hangul jamo
    (0x1200, 0x139F, 0.80),  # Ethiopic
    (0x1780, 0x17FF, 0.70),  # Khmer
    (0x2600, 0x27BF, 1.00),  # signs
    (0xFB1D, 0xFB4F, 0.58),
    (0xFB50, 0xFDFF, 0.60),
    (0xFE70, 0xFEFE, 0.50),
    (0x1F000, 0x1FAFF, 1.25),  # emoji
)
_OTHER_EM = 0.62


class Run(NamedTuple):
    """A piece of a text in the order seen: `x` from the text's left end, all in map units; blanks at its ends are left out."""

    text: str
    x: float
    width: float
    foreign: bool
    rtl: bool


class _Cluster(NamedTuple):
    text: str
    foreign: bool
    rtl: bool
    letter: bool


def font_file() -> Path:
    """Return the path of the Inter variable font of the package fontpkg-inter."""
    found = importlib.util.find_spec("fontpkg_inter")
    if found is None or found.origin is None:
        raise FileNotFoundError("The font Inter is missing: install the package fontpkg-inter.")
    return Path(found.origin).with_name("files") / "Inter[opsz,wght].ttf"


@cache
def _face() -> Any:
    return hb.Face(hb.Blob.from_file_path(str(font_file())))


@cache
def _font(weight: int) -> Any:
    font = hb.Font(_face())
    font.set_variations({"wght": weight, "opsz": OPTICAL_SIZE})
    return font


@cache
def _known() -> frozenset[str]:
    has = "".join(map(chr, _face().unicodes))
    return frozenset(_BLANK.sub("", _UNSEEN.sub("", has)))


def clean(text: str) -> str:
    """Return the text without what cannot be seen or written: controls, overrides of direction, lone surrogates."""
    if _known().issuperset(text):
        return text
    return _BLANK.sub(" ", _UNSEEN.sub("", text))


def missing(text: str) -> str:
    """Return the characters of the text that Inter lacks, each once, in order."""
    return "".join(dict.fromkeys(character for character in clean(text) if character not in _known()))


def measure(text: str, font: Font) -> float:
    """Return the width of one line of text in map units."""
    width = _advance(text, font.weight) * font.size / UNITS
    return width + len(text) * font.tracking if font.tracking else width


@lru_cache(maxsize=1 << 16)
def _advance(text: str, weight: int) -> float:
    if _known().issuperset(text):
        return _shaped_advance(text, weight)
    return sum(_width(piece, foreign, weight) for piece, foreign, _ in _pieces(clean(text)))


def _shaped_advance(text: str, weight: int) -> float:
    return float(sum([place.x_advance for place in _shape(text, weight).glyph_positions or ()]))


def _shape(text: str, weight: int, *, apart: bool = False) -> Any:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    hb.shape(_font(weight), buffer, _APART if apart else _FEATURES)
    return buffer


@lru_cache(maxsize=1 << 14)
def glyphs(text: str, font: Font) -> tuple[tuple[int, float, float], ...]:
    """Return (glyph id in the font, x, y) of a text Inter has, in map units from its left end and baseline, y down."""
    buffer = _shape(text, font.weight, apart=bool(font.tracking))
    scale, x, placed, cluster = font.size / UNITS, 0.0, [], 0
    for info, place in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True):
        x += (info.cluster - cluster) * font.tracking
        cluster = info.cluster
        placed.append((info.codepoint, x + place.x_offset * scale, -place.y_offset * scale))
        x += place.x_advance * scale
    return tuple(placed)


@lru_cache(maxsize=1 << 14)
def runs(text: str, font: Font) -> tuple[Run, ...]:
    """Return the text's pieces from left to right; a text which Inter has whole is one run."""
    text = clean(text)
    if _known().issuperset(text):
        return (Run(text, 0.0, measure(text, font), foreign=False, rtl=False),) if text else ()
    is_rtl = _is_rtl(text)
    pieces = _pieces(text)[::-1] if is_rtl else _pieces(text)
    x, placed, scale = 0.0, [], font.size / UNITS
    for piece, foreign, rtl in pieces:
        width = _width(piece, foreign, font.weight) * scale + len(piece) * font.tracking
        core = piece.strip()
        if core:
            blank = piece[len(piece.rstrip()) :] if is_rtl else piece[: len(piece) - len(piece.lstrip())]
            inside = _width(core, foreign, font.weight) * scale + len(core) * font.tracking
            left = _width(blank, foreign, font.weight) * scale + len(blank) * font.tracking if blank else 0.0
            placed.append(Run(core, x + left, inside, foreign, rtl))
        x += width
    return tuple(placed)


def _is_rtl(text: str) -> bool:
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


@lru_cache(maxsize=1 << 12)
def _pieces(text: str) -> tuple[tuple[str, bool, bool], ...]:
    """Cut a text where script changes between Inter, foreign and right to left; (text, foreign, rtl) in logical order."""
    clusters = _clusters(text)
    kinds: list[tuple[bool, bool] | None] = [
        (cluster.foreign, cluster.rtl) if cluster.letter or cluster.foreign else None for cluster in clusters
    ]
    _settle_between(kinds, clusters, base_rtl=_is_rtl(text))
    joined: list[tuple[str, bool, bool]] = []
    for cluster, kind in zip(clusters, kinds, strict=True):
        foreign, rtl = kind or (False, False)
        if joined and joined[-1][1:] == (foreign, rtl):
            joined[-1] = (joined[-1][0] + cluster.text, foreign, rtl)
        else:
            joined.append((cluster.text, foreign, rtl))
    return tuple(joined)


def _settle_between(
    kinds: list[tuple[bool, bool] | None], clusters: list[_Cluster], *, base_rtl: bool
) -> None:
    """Give blanks, marks and figures the kind of what stands around them."""
    index = 0
    while index < len(kinds):
        if kinds[index] is not None:
            index += 1
            continue
        end = index
        while end < len(kinds) and kinds[end] is None:
            end += 1
        before = kinds[index - 1] if index else None
        after = kinds[end] if end < len(kinds) else None
        around = [kind for kind in (before, after) if kind is not None]
        has_figure = any(cluster.text[0].isdigit() for cluster in clusters[index:end])
        kind = (False, False)
        if len(around) == 2 and around[0] == around[1]:
            kind = around[0]
        elif base_rtl and not has_figure and (True, True) in around:
            kind = (True, True)
        kinds[index:end] = [kind] * (end - index)
        index = end


def _clusters(text: str) -> list[_Cluster]:
    parts: list[str] = []
    for character in text:
        if parts and _continues(parts[-1], character):
            parts[-1] += character
        else:
            parts.append(character)
    known = _known()
    found = []
    for part in parts:
        foreign = not known.issuperset(part)
        direction = unicodedata.bidirectional(part[0])
        found.append(_Cluster(part, foreign, foreign and direction in {"R", "AL", "AN"}, direction == "L"))
    return found


def _continues(cluster: str, character: str) -> bool:
    if unicodedata.category(character) in {"Mn", "Me", "Mc"} or character in "\u200d\ufe0e\ufe0f":
        return True
    if cluster[-1] == "\u200d" or "\U0001f3fb" <= character <= "\U0001f3ff":
        return True
    return len(cluster) == 1 and _is_flag_half(cluster) and _is_flag_half(character)


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _width(piece: str, foreign: bool, weight: int) -> float:
    """The width of a piece in font units."""
    if not foreign:
        return _shaped_advance(piece, weight)
    bold = 1.06 if weight >= 600 else 1.0
    return sum(_cluster_em(cluster.text, weight) for cluster in _clusters(piece)) * UNITS * bold


def _cluster_em(cluster: str, weight: int) -> float:
    first = _character_em(cluster[0], weight)
    if len(cluster) == 1 or "\u200d" in cluster or _is_flag_half(cluster[0]):
        return first
    if "\ufe0f" in cluster:
        return 1.25
    return first + sum(0.3 for character in cluster[1:] if unicodedata.category(character) == "Mc")


@lru_cache(maxsize=1 << 12)
def _character_em(character: str, weight: int) -> float:
    if character in _known():
        return _shaped_advance(character, weight) / UNITS
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    code = ord(character)
    for first, last, width in reversed(_WIDTHS_EM):
        if first <= code <= last:
            return width
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else _OTHER_EM


def outline(text: str, font: Font) -> Segments:
    """Return the outlines of a text Inter has, from its left end and baseline, y down, in map units."""
    scale = font.size / UNITS
    segments: list[Any] = []
    for glyph, x, y in glyphs(text, font):
        end = (0.0, 0.0)
        for kind, *numbers in glyph_outline(glyph, font.weight):
            if kind == "Q":
                numbers = _raised(end, *numbers)
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            segments.append(
                ("C" if kind == "Q" else kind, *(n for a, b in pairs for n in (x + a * scale, y - b * scale)))
            )
            end = (numbers[-2], numbers[-1]) if numbers else end
    return tuple(segments)


def _raised(start: tuple[float, float], x1: float, y1: float, x: float, y: float) -> list[float]:
    """A quadratic curve as a cubic one."""
    x0, y0 = start
    return [(x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3, (x + 2 * x1) / 3, (y + 2 * y1) / 3, x, y]


@lru_cache(maxsize=4096)
def glyph_outline(glyph: int, weight: int) -> tuple[Any, ...]:
    """Return one glyph's outline in font units, y up: segments as elsewhere, and ("Q", x1, y1, x, y)."""
    pen: list[Any] = []
    _font(weight).draw_glyph(glyph, _pen(), pen)
    return tuple(pen)


@cache
def _pen() -> Any:
    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, to: to.append(("M", x, y)))
    functions.set_line_to_func(lambda x, y, to: to.append(("L", x, y)))
    functions.set_quadratic_to_func(lambda *given: given[-1].append(("Q", *given[:-1])))
    functions.set_cubic_to_func(lambda *given: given[-1].append(("C", *given[:-1])))
    functions.set_close_path_func(lambda to: to.append(("Z",)))
    return functions


def subset(texts: Mapping[int, Iterable[str]]) -> dict[int, bytes]:
    """Return, for each weight, Inter cut down to the characters of its texts, its axes pinned (TrueType)."""
    return {weight: _subset(frozenset("".join(words)) & _known(), weight) for weight, words in texts.items()}


@lru_cache(maxsize=32)
def _subset(characters: frozenset[str], weight: int) -> bytes:
    cut = hb.SubsetInput()
    cut.unicode_set.update(map(ord, characters | {" "}))
    cut.layout_feature_tag_set.discard(int.from_bytes(b"calt", "big"))
    cut.pin_axis_location(_face(), "wght", weight)
    cut.pin_axis_location(_face(), "opsz", OPTICAL_SIZE)
    return bytes(hb.subset(_face(), cut).blob.data)


def searchable() -> bytes:
    """Return the variable font, its glyph ids unchanged, without rare characters that share a glyph with a common one.

    Who reads a glyph back takes its first character: a PDF would hold "clientʼs" and no Greek iota.
    """
    cut = hb.SubsetInput()
    cut.keep_everything()
    cut.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    cut.glyph_set.clear()
    for rare in _RARE_TWINS:
        cut.unicode_set.discard(rare)
    for tag in _face().table_tags:
        if tag != "cmap":
            cut.no_subset_table_tag_set.add(int.from_bytes(tag.encode(), "big"))
    return bytes(hb.subset(_face(), cut).blob.data)
