"""The names that a captured line may say: the journey's roles and channels, by name, initials or beginning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from app.model.capture.parts import CapturedChannel, CapturedRole
from app.model.folding import folded
from app.model.journey import Journey
from app.model.library import starter_channels
from app.model.records import Channel, JourneyInfo, Role
from app.model.same_names import name_key, named

Named = TypeVar("Named", CapturedRole, CapturedChannel)
_LEAST_TYPED = 2  # letters of a beginning
_SEPARATORS = (",", ":")


class Name(NamedTuple, Generic[Named]):
    """A name as it is compared, and who has it."""

    folded: str
    initials: frozenset[str]
    of: Named


class Known:
    """The names of a journey; a new one must be made when its roles, channels or info are others.

    `initials` says the initials of a name as the map shows them, `is_month_first` what 5/12/2026 is.
    """

    def __init__(
        self, journey: Journey, initials: Callable[[str], str] | None = None, *, is_month_first: bool = False
    ) -> None:
        self.is_month_first = is_month_first
        self.info: JourneyInfo = journey.info
        self._made_of = _made_of(journey)
        self.roles: tuple[Name[CapturedRole], ...] = tuple(
            Name(name_key(role.name), _initials(role, initials), CapturedRole(role.name, role.id))
            for role in journey.all(Role)
            if name_key(role.name)
        )
        own = [
            Name(name_key(each.name), frozenset[str](), CapturedChannel(each.name, each.id))
            for each in journey.all(Channel)
            if name_key(each.name)
        ]
        there = {name.folded for name in own}
        usual = [
            Name(name_key(each.name), frozenset[str](), CapturedChannel(each.name))
            for each in starter_channels()
            if name_key(each.name) not in there
        ]
        self.channels: tuple[Name[CapturedChannel], ...] = (*own, *usual)

    def is_of(self, journey: Journey) -> bool:
        """Tell whether these are still the names of the journey."""
        return all(a is b for a, b in zip(self._made_of, _made_of(journey), strict=True))

    @property
    def awkward_roles(self) -> Iterable[Name[CapturedRole]]:
        """The roles whose names hold what else parts names, the longest first."""
        awkward = [name for name in self.roles if any(mark in name.of.name for mark in _SEPARATORS)]
        return sorted(awkward, key=lambda name: -len(name.of.name))

    def exact_role(self, text: str) -> CapturedRole | None:
        """Return the role with just this name, or none."""
        return _exact(self.roles, text)

    def role(self, text: str) -> CapturedRole | None:
        """Return the role of this name, these initials, or whose name breaks off like this; none where two would do."""
        found = _exact(self.roles, text)
        if found is not None:
            return found
        wanted = name_key(text)
        by_initials = [name.of for name in self.roles if wanted in name.initials]
        if by_initials:
            return by_initials[0] if len(by_initials) == 1 else None
        begun = [
            name for name in self.roles if len(wanted) >= _LEAST_TYPED and name.folded.startswith(wanted)
        ]
        breaks_off = len(begun) == 1 and begun[0].folded[len(wanted)] != " "
        return begun[0].of if breaks_off else None

    def channel(self, words: Sequence[str]) -> tuple[CapturedChannel, int] | None:
        """Return the channel that the first of these words name, or begin to name, and how many they are."""
        phrases = [(" ".join(words[:count]), count) for count in range(len(words), 0, -1)]
        for phrase, count in phrases:
            found = _exact(self.channels, phrase)
            if found is not None:
                return found, count
        for phrase, count in phrases:
            wanted = name_key(phrase)
            begun = [name.of for name in self.channels if name.folded.startswith(wanted)]
            own = [each for each in begun if each.id]
            if len(wanted) >= _LEAST_TYPED and (len(begun) == 1 or len(own) == 1):
                return (own or begun)[0], count
        return None

    def exact_channel(self, text: str) -> CapturedChannel | None:
        """Return the channel with just this name, or none."""
        return _exact(self.channels, text)


def _exact(names: Sequence[Name[Named]], text: str) -> Named | None:
    wanted = name_key(text)
    return named([name.of for name in names if name.folded == wanted], text, lambda each: each.name)


def _initials(role: Role, initials: Callable[[str], str] | None) -> frozenset[str]:
    words = [word for word in role.name.replace("-", " ").replace("/", " ").split() if word[0].isalnum()]
    found = {role.initials, initials(role.name) if initials is not None else ""}
    if len(words) > 1:
        found.add("".join(word[0] for word in words))
        found.add("".join(word[0] for word in words if word[0].isupper()))
    return frozenset(folded(each) for each in found if len(each) >= _LEAST_TYPED)


def _made_of(journey: Journey) -> tuple[object, ...]:
    return journey.info, journey.all(Role), journey.all(Channel)
