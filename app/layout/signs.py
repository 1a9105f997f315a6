"""Which signs occur in a picture: what its legend explains."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.layout.bottom import Numbered, kinds_in_order
from app.layout.crossings import Drawn
from app.layout.legend import Signs
from app.layout.memory import Memory
from app.layout.scene import Content
from app.layout.shown import Leaf, Shown
from app.layout.skeleton import Skeleton
from app.model.vocabulary import link_kinds


def signs(
    shown: Shown, made: Content, insights: Sequence[Numbered], cut: Sequence[Leaf], memory: Memory
) -> Signs:
    """Return what occurs."""
    used = {touchpoint.channel for touchpoint in shown.touchpoints}
    channels = tuple((c.glyph, c.name) for c in shown.channels.values() if c.id in used)
    flags: set[str] = set()
    if any(touchpoint.moment_of_truth for touchpoint in shown.touchpoints):
        flags.add("moment")
    if shown.touchpoints:
        flags.add("feeling")
    kinds: set[str] = set()
    for leaf, skeleton, links in zip(cut, made.skeletons, made.links, strict=True):
        compute = partial(_in_leaf, skeleton, links)
        some_flags, some_kinds = memory.recall(("signs", leaf.key), (skeleton, links), compute)
        flags |= some_flags
        kinds |= some_kinds
    known = list(link_kinds())
    linked = [kind for kind in known if kind in kinds] + sorted(kinds.difference(known))
    return Signs(
        channels, frozenset(flags), tuple(linked), tuple(kinds_in_order({e.insight.kind for e in insights}))
    )


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
