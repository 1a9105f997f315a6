"""What stays the same while lanes grow, and what is filled into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.analysis.service_levels import Breach
from app.layout.asking import Said
from app.layout.context import Seen
from app.layout.crossings import Drawn, Owned, Web
from app.layout.cut import Cut
from app.layout.lanes import LaneShape
from app.layout.memory import Memory, Row
from app.layout.shown import Shown
from app.layout.sizes import Sizes
from app.layout.skeleton import Skeleton
from app.layout.spacing import Spacing
from app.layout.writing import Kept, Pills, Written
from app.model.journey import Journey
from app.model.view import View


@dataclass(slots=True)
class Scene:
    """What stays the same while lanes grow: the journey as shown, its x, its links."""

    journey: Journey
    view: View
    shown: Shown
    sizes: Sizes
    cut: Cut
    spacing: Spacing
    seen: Row[Seen]
    late: tuple[bool, ...]
    web: Web
    owned: Row[tuple[Owned, ...]]
    breached: Mapping[str, Breach]
    asking: Row[Said]
    bounds: tuple[float, float]  # the lanes' content, absolute
    memory: Memory
    at_once: bool = False  # lanes and labels stay as they were where they may
    makes_room: bool = False  # cards go farther off for others that find no place
    kept: Mapping[str, Kept] | None = None  # where labels stood, by touchpoint, if they are to stay there


@dataclass(slots=True)
class Content:
    """The leaves' content in one geometry."""

    shapes: tuple[LaneShape, ...]
    skeletons: Row[Skeleton]
    links: Row[tuple[Drawn, ...]]
    pills: Row[Pills]
    written: Row[Written]
    round_number: int  # of the rows
