"""A layout made by hand with one of everything in it, so that the drawing is tested without the layout's code."""

from __future__ import annotations

from msgspec.structs import replace

from app.layout.measure import fixed_measure
from app.layout.result import (
    Arrow,
    Block,
    BottomRow,
    Box,
    Callout,
    Caption,
    Card,
    ChannelMark,
    InsightBox,
    KeyFigure,
    Lane,
    LaneHeader,
    Layout,
    LegendItem,
    LinePiece,
    Marker,
    PhaseBox,
    Pill,
    Pin,
    Point,
    Rod,
    RulerTick,
    SideBracket,
    TextRow,
    TitleBlock,
)  # fmt: skip
from app.layout.sizes import SIZES
from app.layout.timeline import Scale
from app.layout.type_scale import FONTS
from app.model.journey import Journey
from app.model.view import View
from tests import world

X, TOP = 348.0, 232.0
LANES = ((TOP, "customer"), (TOP + 152, "customer"), (TOP + 322, "supplier"))
ROLES = ("role-it", "role-cfo", "role-seller")


def a_journey() -> Journey:
    """Return the journey that the layout shows."""
    return world.journey(
        world.party("Northwind"),
        world.party("Servio", "supplier"),
        world.role("IT", "Northwind"),
        world.role("CFO", "Northwind"),
        world.role("Seller", "Servio"),
        world.phase("Need", 0, 6),
        world.phase("Buy", 6, 12),
        world.touch("Search", "IT", at=2, feeling=1, channel="Web"),
        world.touch("Demo", "IT", "Seller", at=5, feelings={"IT": 2, "Seller": 1}, channel="Video", moment_of_truth=True),
        world.touch("Budget", "CFO", at=9, channel="Email"),
        world.link("Search", "Budget"),
        world.insight("pain", "Nobody answers", at="Budget"),
    )  # fmt: skip


def row(text: str, x: float, y: float, style: str, role: str = "") -> TextRow:
    """Return a row of text, measured with half an em a letter."""
    return TextRow(text, x, y, fixed_measure(text, FONTS[style]), style, role)


def lane(place: int) -> Lane:
    """Return the lane of one of the three roles."""
    y, side = LANES[place]
    name = ("IT", "CFO", "Seller")[place]
    rows = (
        row(name, 142, y + 62, "role"),
        row("Northwind", 142, y + 83, "organisation"),
        row("Decider", 142, y + 103, "remit"),
    )
    header = LaneHeader(name[:2].upper(), y + 76, rows)
    return Lane(ROLES[place], place, y, 152, y + 76, 23, side, place % 2 == 1, False, header, False)  # type: ignore[arg-type]


def block() -> Block:
    """Return a block with one of everything."""
    it, cfo, seller = (y + 76 for y, _ in LANES)
    return Block(
        key="0", x=X, width=620, first=0, last=12,
        markers=(
            Marker("touch-search", "role-it", 100, it - 23, "web", False, False, False, False),
            Marker("touch-demo", "role-it", 260, it - 46, "video", True, False, False, False),
            Marker("touch-demo", "role-seller", 260, seller - 23, "video", True, True, False, True),
            Marker("touch-budget", "role-cfo", 450, cfo, "email", False, False, True, False, callout=3),
        ),
        rods=(Rod("touch-demo", 260, ((it - 46, TOP + 152), (TOP + 322, seller - 23)), ((TOP + 152, TOP + 322),)),),
        lines=(
            LinePiece("role-it", False, (("M", 60, it), ("C", 75, it, 85, it - 23, 100, it - 23), ("C", 150, it - 23, 200, it - 46, 260, it - 46)),
                      (("M", 60, it), ("C", 75, it, 85, it - 23, 100, it - 23), ("C", 150, it - 23, 200, it - 46, 260, it - 46), ("L", 260, it))),
            LinePiece("role-it", True, (("M", 260, it - 46), ("C", 360, it - 46, 500, it, 600, it)), ()),
        ),
        arrows=(
            Arrow("link-search-handoff-budget", "handoff", "role-it", "role-cfo",
                  (("M", 100, it - 8), ("C", 100, it + 70, 450, it + 40, 450, cfo - 21)), Point(450, cfo - 21), Point(0, 1), True, False,
                  Pill(Box(220, it + 34, 116, 24), row("waits 18 days", 245, it + 50.5, "pill"), "wait", "over"), "Handoff\nSearch to Budget"),
        ),
        cards=(
            Card("touch-search", "role-it", Box(20, it + 20, 130, 48), (row("Search", 32, it + 40.5, "card_title"), row("Web", 32, it + 58.5, "card_meta")),
                 "Search\nWeb", False, False, False, None, (Pin("insight-pain-nobody-answers", "pain", 1, 130, it + 44),), (Point(100, it - 5), Point(100, it + 20))),
            Card("touch-demo", "role-it", Box(280, it - 60, 150, 48), (row("Demo", 292, it - 39.5, "card_title_shared"), row("SLA breached", 292, it - 21.5, "card_alert")),
                 "Demo", True, True, True, Point(410, it - 36), (), None),
        ),
        captions=(Caption("role-seller", row("Not involved for 5 weeks", 20, seller - 10, "caption")),),
        insights=(InsightBox("insight-pain-nobody-answers", "pain", 1, Box(300, 735, 200, 56),
                             (row("Nobody", 344, 759, "insight"), row("answers", 344, 778, "insight")), "Nobody answers"),),
        channels=(ChannelMark("touch-search", "web", 100, 840),),
    )  # fmt: skip


def a_layout() -> Layout:
    """Return a whole layout."""
    return Layout(
        view=View(), sizes=SIZES["full"], width=1010, height=980, scale=Scale((0, 12), (X, X + 602)), map_box=Box(X, TOP, 640, 640),
        title=TitleBlock(
            (row("Buying", 40, 66, "title"), row("Northwind", 190, 66, "subject"), row("Goal:", 70, 100, "goal_word"), row("Peace", 120, 100, "goal")),
            Point(51, 94), (KeyFigure(row("18 days", 860, 64, "figure"), row("longest wait", 860, 90, "figure_label"), True, 836),), 120,
        ),
        phases=(
            PhaseBox("phase-need", 1, X, 301, row("Need", X + 120, 165, "phase"), row("1", X + 105, 165, "phase_number"), "Need"),
            PhaseBox("phase-buy", 2, X + 301, 301, row("Buy", X + 420, 165, "phase"), None, "Buy"),
        ),
        phase_y=134, ruler_y=189,
        ruler=(RulerTick(X, row("Week 0", X - 20, 208, "ruler"), True), RulerTick(X + 50, None, False)),
        corner=(row("Phase", 58, 166, "corner"),),
        lanes=(lane(0), lane(1), lane(2)),
        brackets=(SideBracket("CUSTOMER", "customer", TOP, 304), SideBracket("SUPPLIER", "supplier", TOP + 322, 152)),
        bottom_rows=(BottomRow("pain", 728, 74, (row("Pain points", 142, 763, "insight"), row("what hurts", 142, 783, "legend"))),
                     BottomRow("channels", 810, 60, (row("Channels", 142, 845, "insight"),))),
        blocks=(block(),),
        callouts=(Callout(3, "touch-budget", "role-cfo", Point(70, 900), (row("Budget", 90, 905, "callout"),), "Budget"),),
        legend=(LegendItem("channel:web", 70, 940, row("Web", 90, 945, "legend")), LegendItem("pain", 160, 940, row("pain", 180, 945, "legend"))),
    )  # fmt: skip


def moved(layout: Layout, by: float) -> Layout:
    """Return the layout with its blocks moved, as when something is inserted before them."""
    return replace(layout, blocks=tuple(replace(one, x=one.x + by) for one in layout.blocks))
