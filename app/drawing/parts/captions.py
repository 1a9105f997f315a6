"""Words on a line itself."""

from __future__ import annotations

from app.drawing.look import FAR, Look, written
from app.drawing.shapes import Group
from app.layout.result import Block
from app.layout.type_scale import FONTS


def captions(block: Block, look: Look) -> tuple[Group, ...]:
    """Draw the block's captions."""
    return tuple(
        Group(
            (written(caption.row, look.text_colour(caption.role, FONTS[caption.row.style])),),
            record=caption.role,
            role=caption.role,
            min_zoom=FAR,
        )
        for caption in block.captions
    )
