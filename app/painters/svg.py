"""A drawing as SVG, the way a designer would make it: layers, in them groups per role, in them records.

Presentation attributes only; text stays text; no filters, classes, clip paths or foreignObject, so that Figma, Illustrator
and Inkscape read it as it is meant. Written as strings: an element tree takes three times as long.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import lru_cache
from unicodedata import bidirectional

from app.drawing.shapes import Circle, Drawing, Group, Image, Layer, Path, Rect, Segment, Shape, Stroke, Text
from app.layout import font as inter
from app.layout.measure import Font
from app.painters.options import PictureOptions
from app.painters.woff import woff

FAMILY = "Inter, 'Segoe UI', Arial, sans-serif"
# Inkscape takes an installed variable Inter at its largest optical size unless told; browsers use the embedded font
_FAMILY = f' font-family="{FAMILY}" font-variation-settings="\'opsz\' {inter.OPTICAL_SIZE}"'
_HEADLINE = 30.0  # type of this size is fitted into its width: title and subject stand side by side
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"'
    ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
)
_TO_THE_LEFT = frozenset({"R", "AL"})  # letters that say by themselves which way their text runs
_MARK = "\u200f"  # an unseen one
_XLINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"'

Progress = Callable[[float], None]


def paint(drawing: Drawing, options: PictureOptions | None = None, progress: Progress | None = None) -> bytes:
    """Return the drawing as an SVG file; `progress` gets 0 to 1 and may raise to stop."""
    return _Writer(drawing, options or PictureOptions(), progress).file()


@lru_cache(maxsize=1 << 16)
def number(value: float) -> str:
    """Write a number with at most two decimals."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _attribute(text: str) -> str:
    return _escaped(inter.clean(text)).replace('"', "&quot;")


def _escaped(text: str) -> str:
    """Write text between tags; xml.sax.saxutils does the same and imports all of urllib, http and ssl."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(maxsize=1 << 12)
def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    written = f' stroke="{stroke.colour}" stroke-width="{number(stroke.width)}"'
    if stroke.dash:
        written += f' stroke-dasharray="{" ".join(map(number, stroke.dash))}"'
    if stroke.cap != "butt":
        written += f' stroke-linecap="{stroke.cap}"'
    if stroke.join != "miter":
        written += f' stroke-linejoin="{stroke.join}"'
    if stroke.opacity < 1:
        written += f' stroke-opacity="{number(stroke.opacity)}"'
    return written


@lru_cache(maxsize=1 << 12)
def _fill(colour: str, opacity: float) -> str:
    if not colour:
        return ' fill="none"'
    return f' fill="{colour}"' if opacity >= 1 else f' fill="{colour}" fill-opacity="{number(opacity)}"'


@lru_cache(maxsize=1 << 10)
def _font(font: Font) -> str:
    spacing = f' letter-spacing="{number(font.tracking)}"' if font.tracking else ""
    weight = f' font-weight="{font.weight}"' if font.weight != 400 else ""
    return f' font-size="{number(font.size)}"{weight}{spacing}'


def path_data(segments: tuple[Segment, ...]) -> str:
    """Write segments as the `d` of a path."""
    return "".join(
        [segment[0] + " ".join(map(number, segment[1:])).replace(" -", "-") for segment in segments]
    )


class _Parts:
    """What a layer holds, sorted by role; what belongs to no role stays below or above the roles, as in its cell."""

    def __init__(self) -> None:
        self.below: list[str] = []
        self.roles: dict[str, list[str]] = {}
        self.above: list[str] = []
        self._has_roles = False

    def add(self, role: str, written: str) -> None:
        if role:
            self._has_roles = True
            self.roles.setdefault(role, []).append(written)
        else:
            (self.above if self._has_roles else self.below).append(written)

    def next_cell(self) -> None:
        self._has_roles = False


class _Writer:
    def __init__(self, drawing: Drawing, options: PictureOptions, progress: Progress | None) -> None:
        self._drawing = drawing
        self._outlines = options.text == "outlines"
        self._embeds = options.embed_font and not self._outlines
        self._transparent = options.transparent
        self._progress = progress
        self._ids: dict[str, int] = {}
        self._remembered: dict[int, str] = {}  # by identity: the drawing keeps its shapes alive
        self._texts: dict[int, set[str]] = {}
        self._has_images = False
        self._layer_name = ""
        self._names = _names(drawing)
        self._kinds: dict[type, Callable[..., str]] = {
            Rect: self._rect, Circle: self._circle, Path: self._path, Text: self._text, Image: self._image,
            Group: self._group,
        }  # fmt: skip

    def file(self) -> bytes:
        drawing = self._drawing
        cells, done, layers = sum(len(layer.cells) for layer in drawing.layers) or 1, 0, []
        for layer in drawing.layers:
            layers.append(self._layer(layer, done, cells).encode())
            self._remembered.clear()  # a hundred thousand paths; what repeats, repeats within a layer
            done += len(layer.cells)
        width, height = number(drawing.width), number(drawing.height)
        out = [
            f'{_HEAD}{_XLINK if self._has_images else ""} width="{width}" height="{height}"',
            f' viewBox="0 0 {width} {height}"',
            f' xml:lang="{_attribute(drawing.language)}"' if drawing.language else "",
            ' text-rendering="geometricPrecision">\n',
            _element("title", drawing.title),
            _element("desc", drawing.description),
            self._style(),
        ]
        if not self._transparent:
            out.append(
                f'<rect id="background" width="{width}" height="{height}" fill="{drawing.background}"/>\n'
            )
        return b"".join(["".join(out).encode(), *layers, b"</svg>\n"])

    def _style(self) -> str:
        texts = {weight: words for weight, words in sorted(self._texts.items()) if words}
        if not self._embeds or not texts:
            return ""
        faces = [
            f"@font-face{{font-family:Inter;font-weight:{weight};"
            f"src:url(data:font/woff;base64,{base64.b64encode(woff(data)).decode()})}}"
            for weight, data in inter.subset(texts).items()
        ]
        return "<style>" + "\n".join(faces) + "</style>\n"

    def _id(self, wanted: str) -> str:
        count = self._ids[wanted] = self._ids.get(wanted, 0) + 1
        return wanted if count == 1 else self._id(f"{wanted}-{count}")

    def _layer(self, layer: Layer, done: int, cells: int) -> str:
        self._layer_name = layer.name
        sorted_parts = _Parts()
        for index, cell in enumerate(layer.cells):
            if self._progress:
                self._progress((done + index) / cells)
            self._collect(cell, "", 0.0, 0.0, sorted_parts)
            sorted_parts.next_cell()
        roles = [
            f'<g id="{self._id(f"{layer.name}-{role}")}"{_label(self._names.get(role, ""))}>\n{"".join(written)}</g>\n'
            for role, written in sorted_parts.roles.items()
        ]
        body = "".join([*sorted_parts.below, *roles, *sorted_parts.above])
        family = _FAMILY if "<text" in body else ""
        return f'<g id="{self._id(layer.name)}" inkscape:groupmode="layer"{_label(layer.label)}{family}>\n{body}</g>\n'

    def _collect(self, group: Group, role: str, dx: float, dy: float, parts: _Parts) -> None:
        """Sort a group's records by role; what carries no record stays loose, in its role's group."""
        if group.max_zoom != float("inf"):
            return
        role, dx, dy = group.role or role, dx + group.dx, dy + group.dy
        if group.record or group.opacity < 1 or group.title:
            title = str(group.title)
            name = "" if group.record == role else self._name(group, title)
            body = self._children(group)
            if body:
                parts.add(role, self._wrapped(group, body, name, title, dx, dy))
            return
        loose: list[Shape] = []
        for child in group.children:
            if type(child) is Group:
                self._flush(loose, role, dx, dy, parts)
                self._collect(child, role, dx, dy, parts)
            else:
                loose.append(child)
        self._flush(loose, role, dx, dy, parts)

    def _flush(self, loose: list[Shape], role: str, dx: float, dy: float, parts: _Parts) -> None:
        if loose:
            body = "".join([self._kinds[type(shape)](shape) for shape in loose])
            move = _move(dx, dy)
            parts.add(role, f"<g{move}>\n{body}</g>\n" if move else body)
            loose.clear()

    def _name(self, group: Group, title: str) -> str:
        if not group.record:
            return ""
        label = _label(title.partition("\n")[0])
        return f' id="{self._id(f"{self._layer_name}-{group.record}")}"{label}'

    def _wrapped(self, group: Group, body: str, name: str, title: str, dx: float, dy: float) -> str:
        opacity = f' opacity="{number(group.opacity)}"' if group.opacity < 1 else ""
        start = f"{name}{_move(dx, dy)}{opacity}"
        said = _element("title", title)
        return f"<g{start}>\n{said}{body}</g>\n" if start or said else body

    def _children(self, group: Group) -> str:
        kinds = self._kinds
        return "".join([kinds[type(child)](child) for child in group.children])

    def _group(self, group: Group) -> str:
        if group.max_zoom != float("inf"):
            return ""
        key, issued = id(group), len(self._ids)
        if key in self._remembered:
            return self._remembered[key]
        title = str(group.title)
        name = self._name(group, title)
        body = self._children(group)
        written = self._wrapped(group, body, name, title, group.dx, group.dy) if body else ""
        if len(self._ids) == issued:
            self._remembered[key] = written
        return written

    def _rect(self, rect: Rect) -> str:
        radius = f' rx="{number(rect.radius)}"' if rect.radius else ""
        return (
            f'<rect x="{number(rect.x)}" y="{number(rect.y)}" width="{number(rect.width)}"'
            f' height="{number(rect.height)}"{radius}{_fill(rect.fill, rect.fill_opacity)}{_stroke(rect.stroke)}/>\n'
        )

    def _circle(self, circle: Circle) -> str:
        return (
            f'<circle cx="{number(circle.x)}" cy="{number(circle.y)}" r="{number(circle.radius)}"'
            f"{_fill(circle.fill, circle.fill_opacity)}{_stroke(circle.stroke)}/>\n"
        )

    def _path(self, path: Path) -> str:
        key = id(path)
        if key not in self._remembered:
            self._remembered[key] = (
                f'<path d="{path_data(path.segments)}"'
                f"{_fill(path.fill, path.fill_opacity)}{_stroke(path.stroke)}/>\n"
            )
        return self._remembered[key]

    def _image(self, image: Image) -> str:
        self._has_images = True
        return (
            f'<image x="{number(image.x)}" y="{number(image.y)}" width="{number(image.width)}"'
            f' height="{number(image.height)}" xlink:href="data:{_attribute(image.media_type)};base64,'
            f'{base64.b64encode(image.data).decode()}"/>\n'
        )

    def _text(self, text: Text) -> str:
        pieces = inter.runs(text.text, text.font)
        if not pieces:
            return ""
        turn = ""
        if text.angle:
            turn = f"rotate({number(text.angle)} {number(text.x)} {number(text.y)}) "
        turned = f' transform="{turn[:-1]}"' if turn else ""
        look = f"{_font(text.font)}{_fill(text.fill, 1)}{turned}"
        if len(pieces) == 1 and not pieces[0].foreign and not self._outlines:
            anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
            fit = _fit(pieces[0]) if text.font.size >= _HEADLINE else ""  # where Inter is missing, too
            return self._live(
                pieces[0], f'x="{number(text.x)}" y="{number(text.y)}"{look}{anchor}{fit}', text.font
            )
        last = pieces[-1]
        left = text.x - (last.x + last.width) * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
        return "".join([self._piece(text, piece, left + piece.x, look, turn) for piece in pieces])

    def _piece(self, text: Text, piece: inter.Run, x: float, look: str, turn: str) -> str:
        if piece.rtl and text.anchor == "start":
            # no length to fit, with which Inkscape smears such text over the picture
            piece = piece._replace(text=_in_order(piece.text))
            return self._live(piece, f'x="{number(x)}" y="{number(text.y)}"{look}', text.font)
        if piece.foreign:
            # anchored in the middle: the same place whichever way a reader runs the text
            middle = f'x="{number(x + piece.width / 2)}" y="{number(text.y)}"{look} text-anchor="middle"'
            way = ' direction="rtl"' if piece.rtl else _fit(piece)
            return self._live(piece, f"{middle}{way}", text.font)
        if self._outlines:
            place = f' transform="{turn}translate({number(x)} {number(text.y)})"'
            data = _outline(piece.text, text.font)
            return f'<path{place} d="{data}" fill="{text.fill}"/>\n' if data else ""
        return self._live(piece, f'x="{number(x)}" y="{number(text.y)}"{look}', text.font)

    def _live(self, piece: inter.Run, attributes: str, font: Font) -> str:
        if not piece.foreign:
            self._texts.setdefault(font.weight, set()).add(piece.text)
        words = piece.text
        space = ' xml:space="preserve"' if "  " in words or words != words.strip() else ""
        return f"<text {attributes}{space}>{_escaped(words)}</text>\n"


def _fit(piece: inter.Run) -> str:
    return f' textLength="{number(piece.width)}" lengthAdjust="spacingAndGlyphs"' if piece.width else ""


def _in_order(words: str) -> str:
    """Return words from right to left with marks around them where digits and signs at their ends need one."""
    before = "" if bidirectional(words[0]) in _TO_THE_LEFT else _MARK
    return f"{before}{words}{'' if bidirectional(words[-1]) in _TO_THE_LEFT else _MARK}"


def _outline(text: str, font: Font) -> str:
    return "".join(
        [f"M{number(x)} {number(y)}{_glyph(glyph, font)}" for glyph, x, y in inter.glyphs(text, font)]
    )


@lru_cache(maxsize=1 << 12)
def _glyph(glyph: int, font: Font) -> str:
    """One glyph's outline in relative commands, from its origin; hundredths are kept in whole numbers: no drift."""
    scale = font.size / inter.UNITS * 100
    at = start = (0, 0)
    written = []
    for kind, *numbers in inter.glyph_outline(glyph, font.weight):
        if kind == "Z":
            written.append("z")
            at = start
            continue
        places = [round(n * scale if i % 2 == 0 else -n * scale) for i, n in enumerate(numbers)]
        steps = [number((place - at[i % 2]) / 100) for i, place in enumerate(places)]
        written.append(kind.lower() + " ".join(steps).replace(" -", "-"))
        at = (places[-2], places[-1])
        start = at if kind == "M" else start
    return "".join(written)


def _element(name: str, text: str) -> str:
    words = "\n".join([inter.clean(line) for line in text.splitlines()])
    return f"<{name}>{_escaped(words)}</{name}>\n" if words else ""


def _label(text: str) -> str:
    return f' inkscape:label="{_attribute(text)}"' if text else ""


def _move(dx: float, dy: float) -> str:
    return f' transform="translate({number(dx)} {number(dy)})"' if dx or dy else ""


def _names(drawing: Drawing) -> dict[str, str]:
    """The titles of the groups that show a role itself, by its id."""
    names: dict[str, str] = {}
    for layer in drawing.layers:
        pending = list(layer.cells)
        while pending:
            group = pending.pop()
            if group.record and group.record == group.role and group.title:
                names.setdefault(group.record, str(group.title).partition("\n")[0])
            pending += [child for child in group.children if type(child) is Group]
    return names
