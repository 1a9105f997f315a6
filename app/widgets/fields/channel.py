"""The channel picker and the glyph picker: words with the signs that the map draws."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from PySide6.QtGui import QIcon

from app.drawing.glyphs import known_glyph
from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.glyph_words import glyph_names
from app.model.journey import Journey
from app.model.names import title_of
from app.model.records import Channel
from app.widgets import signs
from app.widgets.fields.choice import Choice, Option
from app.widgets.fields.naming import ChoiceOrNew


class ChannelPicker(ChoiceOrNew):
    """The journey's channels with their glyphs, and none; `named` has the name of a channel that is to be made."""

    def __init__(self, journey: Callable[[], Journey], theme: Theme) -> None:
        super().__init__(
            lambda: channel_options(journey(), theme),
            tr("New channel…"),
            lambda channel_id: _name(journey(), str(channel_id)),
        )


class GlyphPicker(Choice):
    """The glyphs a channel can have."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(lambda: glyph_options(theme), lambda glyph: str(glyph) or tr("No sign"))


def channel_options(journey: Journey, theme: Theme) -> Iterable[Option]:
    """Return all channels with their glyphs, and before them none."""
    yield Option("", tr("No channel"))
    for channel in journey.all(Channel):
        yield Option(channel.id, channel.name, glyph_icon(channel.glyph, theme.ink2))


def glyph_options(theme: Theme) -> Iterable[Option]:
    """Return all glyphs that look different."""
    yield Option("", tr("No sign"), glyph_icon("", theme.ink2))
    for glyph, name in glyph_names().items():
        yield Option(glyph, name, glyph_icon(glyph, theme.ink2))


@lru_cache(maxsize=256)
def glyph_icon(glyph: str, colour: str) -> QIcon:
    """Return a channel's glyph; an unknown word gives the neutral one."""
    return QIcon(signs.picture(signs.channel_glyph(known_glyph(glyph), colour), 20, 2.0))


def _name(journey: Journey, channel_id: str) -> str:
    channel = journey.get(channel_id)
    return title_of(channel) if channel is not None else channel_id
