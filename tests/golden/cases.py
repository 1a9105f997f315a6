"""Small worlds whose drawings are kept as text, so that a change of the picture is seen and said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.drawing.build import build
from app.drawing.shapes import Drawing
from app.drawing.text import as_text
from app.drawing.tokens import THEMES
from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.model.journey import Journey
from app.model.view import View
from tests import world
from tests.drawing.layouts import a_journey, a_layout

FOLDER = Path(__file__).parent


def nothing() -> Journey:
    """Return a journey with nothing in it."""
    return world.journey(title="An empty map")


def one_touchpoint() -> Journey:
    """Return the smallest map that shows something."""
    return world.journey(
        world.touch("First call", "Buyer", at=1, feeling=1, channel="Phone"), title="One call"
    )


def buying() -> Journey:
    """Return two sides, shared touchpoints, a handoff that waits too long, insights, a broken service level."""
    return world.journey(
        world.party("Northwind"),
        world.party("Servio", "supplier"),
        world.role("IT", "Northwind", buying_roles=("influencer",), remit="implements"),
        world.role("CFO", "Northwind", remit="approves budget"),
        world.role("Seller", "Servio"),
        world.phase("Need", 0, 6),
        world.phase("Buy", 6, 14),
        world.touch("Tickets get lost", "IT", at=1, feeling=-2, channel="Web"),
        world.touch("Live demo", "IT", "Seller", at=5, feelings={"IT": 2, "Seller": 1}, channel="Video", moment_of_truth=True),
        world.touch("Budget request", "IT", at=7, feeling=0, channel="Email"),
        world.touch("Request lands", "CFO", at=10, feeling=-2, channel="Email"),
        world.touch("Signature", "CFO", "Seller", at=12, channel="Site"),
        world.link("Budget request", "Request lands", wait=world.days(18), wait_limit=world.days(5)),
        world.insight("pain", "The CFO hears of it last", at="Request lands"),
        world.insight("opportunity", "One page for the budget owner", at="Budget request"),
        world.service_level("Tickets get lost", world.hours(4), world.hours(31)),
        title="Buying", subject="Northwind", goal="Replace the ticketing system",
    )  # fmt: skip


def laid_out(journey: Journey, theme: str, **view: str) -> Drawing:
    """Return a journey's picture, every letter half an em wide."""
    return build(journey, layout(journey, View.model_validate(view), fixed_measure), THEMES[theme])


CASES: dict[str, Callable[[], Drawing]] = {
    "hand_made.light": lambda: build(a_journey(), a_layout(), THEMES["light"]),
    "hand_made.dark": lambda: build(a_journey(), a_layout(), THEMES["dark"]),
    "hand_made.print": lambda: build(a_journey(), a_layout(), THEMES["print"]),
    "nothing.light": lambda: laid_out(nothing(), "light"),
    "one_touchpoint.light": lambda: laid_out(one_touchpoint(), "light"),
    "buying.light.standard": lambda: laid_out(buying(), "light"),
    "buying.dark.compact.even": lambda: laid_out(buying(), "dark", detail="compact", spacing="even"),
    "buying.print.full": lambda: laid_out(buying(), "print", detail="full"),
}


def golden_file(name: str) -> Path:
    """Return where the text of a case is kept."""
    return FOLDER / f"{name}.drawing.txt"


def approve() -> list[str]:
    """Keep the drawings as they are now; return the names of the cases that are different."""
    different: list[str] = []
    for name, draw in CASES.items():
        file, text = golden_file(name), as_text(draw())
        if not file.exists() or file.read_text("utf-8") != text:
            different.append(name)
            file.write_text(text, "utf-8")
    for file in FOLDER.glob("*.drawing.txt"):
        if file.name.removesuffix(".drawing.txt") not in CASES:
            file.unlink()
    return different
