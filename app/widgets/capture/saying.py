"""What a captured line would make, in a few words with signs: the preview of the capture bar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from app.drawing.palette import RoleLook, looks_of
from app.drawing.parts.pins import pin
from app.drawing.shapes import Shape
from app.drawing.tokens import Theme
from app.i18n import headed, tr
from app.layout.time_words import moment, stretch
from app.model.capture.parts import Captured, CapturedRole
from app.model.capture.plan import Place
from app.model.duration_text import duration_text
from app.model.journey import Journey
from app.model.records import Channel, Role
from app.model.time_units import in_unit
from app.model.vocabulary import feelings, insight_kinds
from app.widgets import signs

Tone = Literal[
    "said", "new", "meant", "wrong"
]  # in the line; not there yet; what is taken for granted; missing


class Said(NamedTuple):
    """One part of what would be made."""

    words: str
    tone: Tone = "said"
    sign: tuple[Shape, ...] = ()


def said_of(captured: Captured, journey: Journey, place: Place, theme: Theme) -> tuple[Said, ...]:
    """Return the parts in the order in which they are read."""
    looks = looks_of(journey, theme)
    parts = list(_roles(captured, journey, place, theme, looks))
    if captured.title:
        parts.append(Said(captured.title))
    parts.append(_when(captured, journey, place))
    if captured.channel is not None:
        parts.append(_channel(captured, journey, theme))
    if captured.feeling is not None:
        parts.append(_feeling(captured.feeling, theme))
    if captured.is_moment_of_truth:
        parts.append(Said(tr("Moment of truth"), sign=signs.star(theme)))
    names = insight_kinds()
    for insight in captured.insights:
        words = headed(names[insight.kind], insight.text)
        parts.append(Said(words, sign=tuple(pin(insight.kind, "", 15, theme))))
    return tuple(parts)


def sentence_of(parts: tuple[Said, ...]) -> str:
    """Return the parts in one line."""
    return " · ".join(part.words for part in parts)


def _roles(
    captured: Captured, journey: Journey, place: Place, theme: Theme, looks: dict[str, RoleLook]
) -> Iterator[Said]:
    for role in captured.roles:
        yield _role(role, journey, theme, looks)
    if captured.roles:
        return
    meant = [record for role_id in place.roles if isinstance(record := journey.get(role_id), Role)]
    for record in meant:
        yield Said(record.name, "meant", _marker(record, journey, theme, looks))
    if not meant and journey.all(Role):
        yield Said(tr("Who? Begin with a role and a colon."), "meant" if captured.is_empty else "wrong")
    elif not meant:
        yield Said(tr("New role: {name}", name=tr("Unassigned")), "new")


def _role(role: CapturedRole, journey: Journey, theme: Theme, looks: dict[str, RoleLook]) -> Said:
    felt = "" if role.feeling is None else f" ({feelings()[role.feeling]})"
    record = journey.get(role.id) if role.id else None
    if not isinstance(record, Role):
        return Said(tr("New role: {name}", name=role.name) + felt, "new")
    return Said(role.name + felt, sign=_marker(record, journey, theme, looks))


def _marker(role: Role, journey: Journey, theme: Theme, looks: dict[str, RoleLook]) -> tuple[Shape, ...]:
    return signs.marker(looks[role.id], theme, signs.is_supplier(journey, role))


def _when(captured: Captured, journey: Journey, place: Place) -> Said:
    info = journey.info
    if captured.start is None:
        words = moment(info, place.time)
        if captured.duration is not None:
            return Said(tr("{when}, {length}", when=words, length=duration_text(captured.duration)))
        return Said(words, "meant")
    if captured.duration is None:
        return Said(moment(info, captured.start))
    length = in_unit(captured.duration, info.unit)
    if captured.duration.unit == info.unit and length:
        return Said(stretch(info, captured.start, captured.start + length))
    words = moment(info, captured.start)
    return Said(tr("{when}, {length}", when=words, length=duration_text(captured.duration)))


def _channel(captured: Captured, journey: Journey, theme: Theme) -> Said:
    assert captured.channel is not None
    record = journey.get(captured.channel.id) if captured.channel.id else None
    if isinstance(record, Channel):
        return Said(record.name, sign=signs.channel_glyph(record.glyph, theme.ink2))
    sign = signs.channel_glyph(captured.channel.name, theme.ink2)
    return Said(tr("New channel: {name}", name=captured.channel.name), "new", sign)


def _feeling(feeling: int, theme: Theme) -> Said:
    look = RoleLook(theme.ink2, "circle")
    return Said(feelings()[feeling], sign=signs.feeling_face(feeling, True, look, theme))
