"""Which signs occur in a picture: what its legend explains."""

from __future__ import annotations

from collections.abc import Sequence

from app.layout.bottom import Numbered, kinds_in_order
from app.layout.crossings import Drawn
from app.layout.cut import Cut
from app.layout.legend import Signs
from app.layout.memory import Memory, Row
from app.layout.scene import Content
from app.layout.shown import Shown
from app.layout.skeleton import Skeleton
from app.model.records import Touchpoint
from app.model.vocabulary import link_kinds


def signs(shown: Shown, made: Content, insights: Sequence[Numbered], cut: Cut, memory: Memory) -> Signs:
    """Return what occurs."""
    traits: Row[tuple[frozenset[str], bool]] = memory.row(
        "traits", (), cut.touchpoints.fresh, None, lambda place, _notes: _traits(cut.touchpoints[place])
    )
    used = frozenset().union(*(channels for channels, _ in traits))
    channels = tuple((c.glyph, c.name) for c in shown.channels.values() if c.id in used)
    flags: set[str] = {"moment"} if any(has_moment for _, has_moment in traits) else set()
    if shown.touchpoints:
        flags.add("feeling")
    marks: Row[tuple[frozenset[str], frozenset[str]]] = memory.row(
        "signs", (made.round_number,), made.skeletons.fresh | made.links.fresh,
        lambda place: (made.skeletons[place], made.links[place]),
        lambda place, _notes: _in_leaf(made.skeletons[place], made.links[place]),
    )  # fmt: skip
    flags = flags.union(*(some for some, _ in marks))
    kinds: frozenset[str] = frozenset().union(*(some for _, some in marks))
    known = list(link_kinds())
    linked = [kind for kind in known if kind in kinds] + sorted(kinds.difference(known))
    if any(entry.insight.votes for entry in insights):
        flags.add("votes")
    return Signs(
        channels, frozenset(flags), tuple(linked), tuple(kinds_in_order({e.insight.kind for e in insights}))
    )


def _traits(touchpoints: tuple[Touchpoint, ...]) -> tuple[frozenset[str], bool]:
    """Return the channels that touchpoints use, and whether a moment of truth is among them."""
    return frozenset(t.channel for t in touchpoints), any(t.moment_of_truth for t in touchpoints)


def _in_leaf(skeleton: Skeleton, links: Sequence[Drawn]) -> tuple[frozenset[str], frozenset[str]]:
    flags: set[str] = set()
    _note_skeleton(skeleton, flags)
    if any(link.is_over for link in links):
        flags.add("over")
    if any(link.is_breached for link in links):
        flags.add("breach")
    return frozenset(flags), frozenset(link.curve.link.kind for link in links)


def _note_skeleton(skeleton: Skeleton, flags: set[str]) -> None:
    if skeleton.rods:
        flags.add("shared")
        if any(rod.dots for rod in skeleton.rods):
            flags.add("passes")
    for piece in skeleton.lines:
        flags.add("idle" if piece.is_idle else "active")
    if not {"supplier", "hollow", "person"} <= flags:
        for marker in skeleton.markers:
            if marker.is_supplier:
                flags.add("supplier")
            if marker.is_hollow:
                flags.add("hollow")
            if marker.is_changed_person:
                flags.add("person")
