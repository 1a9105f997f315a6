"""What commands on records share: what is selected, and a change that is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.model.change import Change
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.ordered import sort_key
from app.model.record import Record
from app.model.records import Touchpoint
from app.tools.tool import Outcome
from app.widgets.window import JourneyWindow

SomeRecord = TypeVar("SomeRecord", bound=Record)


def selected(window: JourneyWindow, kind: type[SomeRecord]) -> list[SomeRecord]:
    """Return the selected records of a kind, in canonical order."""
    if window.document is None:
        return []
    found = (window.document.journey.get(record_id) for record_id in window.document.selection)
    return sorted((record for record in found if isinstance(record, kind)), key=sort_key)


def parts(window: JourneyWindow) -> list[tuple[str, str]]:
    """Return the (touchpoint, role)s that are meant: all of the selected, but of the one at the keyboard its role there."""
    spot = window.canvas.keyboard_spot() if window.canvas is not None else None
    found: list[tuple[str, str]] = []
    for touchpoint in selected(window, Touchpoint):
        is_there = spot is not None and spot.touchpoint == touchpoint.id
        found += [
            (touchpoint.id, role)
            for role in ((spot.role,) if spot is not None and is_there else touchpoint.roles)
        ]
    return found


def inspect(window: JourneyWindow) -> None:
    """Show the inspector, with the keyboard in it."""
    window.panels.show_panel("inspector", True)
    window.refresh()
    inspector = window.panels.widget("inspector")
    if inspector is not None:
        inspector.setFocus()


def here(window: JourneyWindow) -> tuple[float, str]:
    """Return the time and the role that "here" means."""
    return window.canvas.here if window.canvas is not None else (0.0, "")


def carry_out(window: JourneyWindow, plan: Callable[[Journey], Outcome]) -> None:
    """Do what is planned as a tool would: change, select, type in place; a refusal is said in the window."""
    if window.document is None or window.canvas is None:
        return
    try:
        outcome = plan(window.document.journey)
    except JourneyError as refusal:
        window.messages.tell(refusal)
        return
    window.canvas.carry_out(outcome)


def do_once(window: JourneyWindow, plan: Callable[[Journey], Change]) -> bool:
    """Do a change that is a step of its own, whatever was typed before."""
    if window.document is not None:
        window.document.history.end_merging()
    done = window.do(plan)
    if window.document is not None:
        window.document.history.end_merging()
    return done
