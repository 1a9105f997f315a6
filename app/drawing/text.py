"""A drawing as stable text, for tests that compare pictures exactly and say what moved."""

from __future__ import annotations

from hashlib import sha256

from app.drawing.shapes import Circle, Drawing, Group, Image, Layer, Path, Rect, Segment, Shape, Stroke, Text

_FAR_AWAY = float("inf")


def as_text(drawing: Drawing) -> str:
    """Return the drawing, a shape a line, numbers to a hundredth.

    >>> print(as_text(Drawing(10, 20, "#FFFFFF", (), (0, 0, 10, 20), title="A map")), end="")
    drawing 10 x 20 on #FFFFFF, map 0 0 10 20
    title A map
    """
    box = " ".join(map(_number, drawing.map_box))
    size = f"{_number(drawing.width)} x {_number(drawing.height)}"
    lines = [f"drawing {size} on {drawing.background}, map {box}"]
    for name in ("title", "description", "language"):
        if getattr(drawing, name):
            lines.append(f"{name} {_line(getattr(drawing, name))}")
    for layer in drawing.layers:
        lines.extend(_layer(layer))
    return "\n".join(lines) + "\n"


def _layer(layer: Layer) -> list[str]:
    lines = ["", f"layer {layer.name} ({layer.label})" + (f" pinned {layer.pinned}" if layer.pinned else "")]
    for cell in layer.cells:
        lines.extend(_shape(cell, 1))
    return lines


def _shape(shape: Shape, depth: int) -> list[str]:
    indent = "  " * depth
    if isinstance(shape, Group):
        return [
            indent + _group(shape),
            *(line for child in shape.children for line in _shape(child, depth + 1)),
        ]
    return [indent + _single(shape)]


def _group(group: Group) -> str:
    words = ["group"]
    if group.dx or group.dy:
        words.append(f"at {_number(group.dx)} {_number(group.dy)}")
    words += [f"{name} {getattr(group, name)}" for name in ("record", "role") if getattr(group, name)]
    if group.min_zoom:
        words.append(f"from {group.min_zoom:g}")
    if group.max_zoom != _FAR_AWAY:
        words.append(f"below {group.max_zoom:g}")
    if group.opacity != 1:
        words.append(f"opacity {group.opacity:g}")
    if group.title:
        words.append(f'"{_line(str(group.title))}"')
    return " ".join(words)


def _single(shape: Rect | Circle | Path | Text | Image) -> str:
    if isinstance(shape, Text):
        return _text(shape)
    if isinstance(shape, Path):
        return f"path {' '.join(map(_segment, shape.segments))}{_paint(shape.fill, shape.fill_opacity, shape.stroke)}"
    if isinstance(shape, Circle):
        place = f"{_number(shape.x)} {_number(shape.y)} r {_number(shape.radius)}"
        return f"circle {place}{_paint(shape.fill, shape.fill_opacity, shape.stroke)}"
    place = " ".join(map(_number, (shape.x, shape.y, shape.width, shape.height)))
    if isinstance(shape, Image):
        return (
            f"image {place} {shape.media_type} {len(shape.data)} bytes {sha256(shape.data).hexdigest()[:12]}"
        )
    corners = f" radius {_number(shape.radius)}" if shape.radius else ""
    return f"rect {place}{corners}{_paint(shape.fill, shape.fill_opacity, shape.stroke)}"


def _text(text: Text) -> str:
    font = f"{_number(text.font.size)}/{text.font.weight}"
    if text.font.tracking:
        font += f"/{_number(text.font.tracking)}"
    words = [f"text {_number(text.x)} {_number(text.y)} {font} {text.fill} wide {_number(text.width)}"]
    if text.anchor != "start":
        words.append(text.anchor)
    if text.angle:
        words.append(f"turned {_number(text.angle)}")
    if text.smallest:
        words.append(f"smallest {_number(text.smallest)}")
    return " ".join([*words, f'"{_line(text.text)}"'])


def _paint(fill: str, opacity: float, stroke: Stroke | None) -> str:
    words = ""
    if fill:
        words += f" fill {fill}" + (f" {_number(opacity)}" if opacity != 1 else "")
    if stroke:
        words += f" stroke {stroke.colour} {_number(stroke.width)}"
        if stroke.dash:
            words += " dash " + ",".join(map(_number, stroke.dash))
        if stroke.cap != "round" or stroke.join != "round":
            words += f" {stroke.cap} {stroke.join}"
        if stroke.opacity != 1:
            words += f" {_number(stroke.opacity)}"
    return words


def _segment(segment: Segment) -> str:
    return segment[0] + ",".join(_number(value) for value in segment[1:])


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"')
