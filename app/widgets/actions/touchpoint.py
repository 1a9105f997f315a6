"""Actions on touchpoints: links, insights, moments of truth."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from app.i18n import tr
from app.widgets.actions.action import Action, Ask
from app.widgets.commands.commands import Commands


def _count(kinds: tuple[str, ...], least: int = 1, most: int | None = None) -> Ask:
    def ask(host: Commands) -> bool:
        count = sum(host.selected(kind) for kind in kinds)
        return least <= count and (most is None or count <= most)

    ask.__name__ = f"has_{'_or_'.join(kinds)}"  # the palette says by it what is missing
    return ask


has_touchpoint = _count(("touchpoint",))
has_pinnable = _count(("touchpoint", "role"))
has_link = _count(("link",))


def _pin(kind: str, text: Callable[[], str], key: str) -> Action:
    return Action(f"pin_{kind}", text, partial(_run_pin, kind), key, enabled=has_pinnable, on_map=True)


def _run_pin(kind: str, host: Commands) -> None:
    host.pinning.pin(kind)


ROWS: tuple[Action, ...] = (
    Action("moment_of_truth", lambda: tr("&Moment of Truth"), lambda host: host.pinning.switch_moment_of_truth(), "M",
           enabled=has_touchpoint, checked=lambda host: host.has_only_moments(), on_map=True),
    Action("link", lambda: tr("&Link"), lambda host: host.linking.link_selected(), "Ctrl+L", "link", has_touchpoint,
           short=lambda: tr("Link")),
    Action("link_to", lambda: tr("Link &to…"), lambda host: host.linking.link_to(), "Ctrl+Shift+L",
           "link", short=lambda: tr("Link"), enabled=_count(("touchpoint",), 1, 1)),
    Action("reverse_link", lambda: tr("&Reverse Link"), lambda host: host.linking.reverse(), enabled=has_link),
    _pin("pain", lambda: tr("&Pain Point"), "P"),
    _pin("gain", lambda: tr("&Gain"), "G"),
    _pin("opportunity", lambda: tr("&Opportunity"), "O"),
    _pin("idea", lambda: tr("&Idea"), "I"),
    _pin("question", lambda: tr("&Question"), "Q"),
)  # fmt: skip
