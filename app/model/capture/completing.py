"""What could be meant at the cursor of a captured line: names of roles before the colon, of channels behind the @."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.model.capture.head import read_head
from app.model.capture.known import Known, Name, Named
from app.model.capture.parts import CapturedChannel, CapturedRole
from app.model.capture.words import one_line
from app.model.capture.written import channel_word, role_word
from app.model.same_names import name_key

MOST_OFFERED = 8
LEAST_TYPED = 2  # letters of a name that could be a new role's
_CHANNEL = re.compile(r"(?:^|\s)@([^@!?*+]*)$")
_ROLE = re.compile(r"(?:^|,)\s*([^,:]*)$")


class Offer(NamedTuple):
    """A name that could be meant, how it is written, and whose it is."""

    name: str
    word: str
    id: str
    kind: str  # "role", "new_role" or "channel"


class Completion(NamedTuple):
    """The stretch of the line that an offer would replace."""

    start: int
    end: int
    offers: tuple[Offer, ...]


def completion(line: str, cursor: int, known: Known) -> Completion | None:
    """Return what could be meant by what is typed before the cursor, the likeliest first, or none."""
    before = line[:cursor]
    at_channel = _CHANNEL.search(before)
    if at_channel is not None:
        start = at_channel.start(1) - 1
        has_title = bool(before[:start].strip())
        channels = _likely(known.channels, at_channel[1], 0)
        return _offered(start, cursor, [_channel_offer(each, has_title, known) for each in channels])
    head = read_head(line, known)
    if head is not None and cursor >= head.end:
        return None
    at_role = _ROLE.search(before)
    if at_role is None or '"' in at_role[1]:
        return None
    others = read_head(f"{before[: at_role.start(1)].rstrip(', ')}:", known)
    there = {role.id for role in others.roles} if others is not None else set()
    roles = [role for role in _likely(known.roles, at_role[1], 1) if role.id not in there]
    typed = name_key(at_role[1])
    if roles and head is not None and name_key(roles[0].name) == typed:
        return None
    offers = [_role_offer(each, known) for each in roles]
    if len(typed) >= LEAST_TYPED and (roles or any(there)) and known.exact_role(typed) is None:
        name = one_line(at_role[1])
        offers = [
            *offers[: MOST_OFFERED - 1],
            Offer(name, role_word(CapturedRole(name), known), "", "new_role"),
        ]
    return _offered(at_role.start(1), cursor, offers)


def _likely(names: tuple[Name[Named], ...], text: str, least: int) -> list[Named]:
    typed = name_key(text)
    if len(typed) < least:
        return []
    ranked = [(place, name.of) for name in names if (place := _place(name, typed)) is not None]
    return [each for _, each in sorted(ranked, key=lambda pair: pair[0])]


def _place(name: Name[Named], typed: str) -> int | None:
    if name.folded == typed or typed in name.initials:
        return 0
    if name.folded.startswith(typed):
        return 1
    if (
        any(word.startswith(typed) for word in re.split(r"[\s/&-]+", name.folded))
        or f" {typed}" in name.folded
    ):
        return 2
    return None


def _offered(start: int, end: int, offers: list[Offer]) -> Completion | None:
    return Completion(start, end, tuple(offers[:MOST_OFFERED])) if offers else None


def _role_offer(role: CapturedRole, known: Known) -> Offer:
    return Offer(role.name, role_word(role, known), role.id, "role")


def _channel_offer(channel: CapturedChannel, has_title: bool, known: Known) -> Offer:
    return Offer(channel.name, channel_word(channel, has_title, known), channel.id, "channel")
