"""Small drawings made by hand, with every kind of shape in them."""

from __future__ import annotations

import base64

from app.drawing.shapes import Circle, Drawing, Group, Image, Layer, Path, Rect, Stroke, Text
from app.layout.font import measure
from app.layout.measure import Font

INK, RED, BLUE, CARD = "#1d2329", "#c62f2f", "#1b50c9", "#ffffff"
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR42mP4z8DAAMIM////ZwAAHu8E/HMcU8wAAAAASUVORK5CYII="
)
STAR = Path(
    (("M", 0.0, -12.0), ("L", 4.0, -4.0), ("L", 12.0, 0.0), ("C", 8.0, 8.0, 4.0, 12.0, 0.0, 12.0), ("Z",)),
    fill="#f0a202",
    fill_opacity=0.8,
    stroke=Stroke(INK, 1.5, join="miter"),
)


def words(x: float, y: float, text: str, size: float = 16.5, weight: int = 600, **more: object) -> Text:
    """A text with the width Inter gives it."""
    font = Font(size, weight, float(more.pop("tracking", 0.0)))  # type: ignore[arg-type]
    return Text(x, y, text, font, str(more.pop("fill", INK)), measure(text, font), **more)  # type: ignore[arg-type]


def card(record: str, title: str, x: float, y: float, role: str = "") -> Group:
    """A touchpoint's card with its star, which is one shape in every card."""
    frame = Rect(0, 0, 190, 64, 6, CARD, stroke=Stroke("#d9d5cc", 1))
    texts = (words(12, 27, title), words(12, 48, "Week 3 · 2 people", 12.5, 400, fill="#666e77"))
    return Group(
        (frame, *texts, Group((STAR,), 172, 18)), x, y, record=record, role=role, title=f"{title}, week 3"
    )


def small(title: str = "Kick-off meeting", language: str = "en") -> Drawing:
    """A drawing of two roles and three touchpoints, 640 by 360."""
    bands = tuple(
        Group((Rect(0, y, 640, 150, fill=fill),), record=role, role=role, title=name)
        for role, name, y, fill in (
            ("it", "IT manager", 40, "#f6f4ef"),
            ("cfo", "Finance director", 195, "#fbfaf7"),
        )
    )
    line = Path(
        (("M", 20.0, 120.0), ("C", 120.0, 60.0, 200.0, 180.0, 300.0, 120.0), ("L", 620.0, 90.0)),
        stroke=Stroke(BLUE, 4.4),
    )
    idle = Path((("M", 20.0, 300.0), ("L", 620.0, 280.0)), stroke=Stroke(RED, 2, (1, 8), opacity=0.55))
    markers = Group((Circle(300, 120, 13, CARD, stroke=Stroke(BLUE, 3.2)), Circle(320, 290, 9, RED, 0.5)))
    cells = (
        Group((card("t1", title, 20, 50, "it"), card("t2", "Sign the contract", 20, 210, "cfo")), 10, 0),
        Group((card("t3", "Plan <the> “roll-out” & more", 0, 130),), 400, 0),
    )
    far = Group((words(5, 5, "only far out"),), max_zoom=0.4)
    captions = Group(
        (
            words(320, 25, "Fridge handbook → B2B", 20, 700, anchor="middle", tracking=-0.3),
            words(630, 350, "18 days", 13, 500, anchor="end"),
            words(635, 200, "turned", 12.5, 500, angle=-90.0, anchor="middle"),
            Image(590, 10, 30, 20, "image/png", DOT),
            Group((Rect(330, 20, 60, 60, 4, RED), Circle(390, 80, 30, BLUE)), opacity=0.4),
        )
    )
    return Drawing(
        640, 360, "#faf8f4",
        (
            Layer("lanes", "Lanes", bands),
            Layer("lines", "Journey lines", (Group((line,), role="it"), Group((idle,), role="cfo"), markers)),
            Layer("cards", "Cards", cells),
            Layer("captions", "Captions", (captions, far)),
        ),
        (0, 40, 640, 320), "A small journey", "Two roles, three touchpoints.", language,
    )  # fmt: skip


def one_text(text: str, size: float = 20, weight: int = 400) -> Drawing:
    """A drawing that holds one text."""
    layer = Layer("words", "Words", (Group((words(20, 40, text, size, weight),), record="t1", title=text),))
    return Drawing(600, 80, "#ffffff", (layer,), (0, 0, 600, 80), text)


def large(touchpoints: int, roles: int = 8) -> Drawing:
    """A drawing as big as asked, for time and memory: eight shapes a touchpoint, in cells of ten."""
    height = 200.0 + roles * 152
    cells, markers, lines = [], [], []
    for first in range(0, touchpoints, 10):
        inside = range(first, min(first + 10, touchpoints))
        cells.append(
            Group(
                tuple(
                    card(
                        f"t{n}",
                        f"Touchpoint number {n}",
                        (n - first) * 50,
                        200 + n % roles * 152,
                        f"role{n % roles}",
                    )
                    for n in inside
                ),
                first * 50,
            )
        )
        markers.append(
            Group(
                tuple(
                    Group((Circle(0, 0, 13, CARD, stroke=Stroke(BLUE, 3.2)), STAR), (n - first) * 50, 180 + n % roles * 152,
                          record=f"t{n}", role=f"role{n % roles}", title=f"Touchpoint number {n}")
                    for n in inside
                ),
                first * 50,
            )
        )  # fmt: skip
        lines.append(
            Group(
                tuple(
                    Path(
                        (("M", 0.0, y), ("C", 100.0, y - 40, 400.0, y + 40, 500.0, y)),
                        stroke=Stroke(BLUE, 4.4),
                    )
                    for y in (180.0 + r * 152 for r in range(roles))
                ),
                first * 50,
            )
        )
    layers = (
        Layer("lines", "Journey lines", tuple(lines)), Layer("markers", "Markers", tuple(markers)),
        Layer("cards", "Cards", tuple(cells)),
    )  # fmt: skip
    width = touchpoints * 50.0 + 200
    return Drawing(width, height, "#faf8f4", layers, (0, 0, width, height), "A large journey")
