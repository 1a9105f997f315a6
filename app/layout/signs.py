"""Which signs occur in a picture: what its legend explains."""

from __future__ import annotations

from collections.abc import Sequence

from app.layout.bottom import Numbered, kinds_in_order
from app.layout.legend import Signs
from app.layout.scene import Content
from app.layout.shown import Shown
from app.layout.skeleton import Skeleton
from app.model.vocabulary import link_kinds


def signs(shown: Shown, made: Content, insights: Sequence[Numbered]) -> Signs:
    """Return what occurs."""
    used = {touchpoint.channel for touchpoint in shown.touchpoints}
    channels = tuple((c.glyph, c.name) for c in shown.channels.values() if c.id in used)
    flags: set[str] = set()
    if any(touchpoint.moment_of_truth for touchpoint in shown.touchpoints):
        flags.add("moment")
    if shown.touchpoints:
        flags.add("feeling")
    for skeleton in made.skeletons:
        _note_skeleton(skeleton, flags)
    kinds: set[str] = set()
    for group in made.links:
        for link in group:
            kinds.add(link.curve.link.kind)
            if link.is_over:
                flags.add("over")
            if link.is_breached:
                flags.add("breach")
    known = list(link_kinds())
    links = [kind for kind in known if kind in kinds] + sorted(kinds.difference(known))
    return Signs(
        channels, frozenset(flags), tuple(links), tuple(kinds_in_order({e.insight.kind for e in insights}))
    )


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
