"""A filter in a person's words: for each kind of thing the names that stay lit, between commas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from app.i18n import LANGUAGES, speaking, tr
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.listed_names import in_quotes, listed
from app.model.records import Channel, Insight, Phase, Role, Touchpoint
from app.model.view import Filter
from app.model.vocabulary import insight_kinds, involvements

Called = Iterable[tuple[str, str]]  # a name, and what it stands for; one thing may have several names


def filter_of(journey: Journey, said: Mapping[str, str]) -> Filter:
    """Return the filter that these words ask for, by its fields; things are named as in the journey or by their ids.

    Raises JourneyError where something is not there, with what there is.
    """
    fields: dict[str, object] = {"text": said.get("text", "")}
    for name, words in said.items():
        if name != "text":
            fields[name] = _values(_ASKED[name], journey, words)
    return Filter.model_validate(fields)


class _Asked(Struct, frozen=True):
    called: Callable[[Journey], Called]
    names: Callable[[Journey], Iterable[str]]
    refusal: Callable[[str], str]
    known: Callable[[str], str]


def _values(asked: _Asked, journey: Journey, words: str) -> tuple[str, ...]:
    found, unknown = listed(words, asked.called(journey))
    if unknown:
        names = in_quotes(asked.names(journey))
        raise JourneyError(asked.refusal(unknown[:80]), do=asked.known(names) if names else "")
    if not found:
        raise JourneyError(tr("A filter is asked for, but it names nothing."))
    return tuple(sorted(found))


def _records(
    kind: type[Role | Channel | Phase],
) -> tuple[Callable[[Journey], Called], Callable[[Journey], Iterable[str]]]:
    def called(journey: Journey) -> Called:
        return ((name, each.id) for each in journey.all(kind) for name in (each.id, each.name))

    return called, lambda journey: (each.name for each in journey.all(kind))


def _tags(journey: Journey) -> list[str]:
    return sorted({tag for touchpoint in journey.all(Touchpoint) for tag in touchpoint.tags})


def _in_every_language(words: Callable[[], Mapping[str, str]]) -> list[tuple[str, str]]:
    called = [(word, word) for word in words()]
    for language in LANGUAGES:
        with speaking(language):
            called += [(name, word) for word, name in words().items()]
    return called


def _kinds(journey: Journey) -> Called:
    return (*_in_every_language(insight_kinds), *((each.kind, each.kind) for each in journey.all(Insight)))


_ASKED = {
    "roles": _Asked(
        *_records(Role),
        lambda name: tr("There is no role “{name}”.", name=name),
        lambda names: tr("The roles are {names}.", names=names),
    ),
    "channels": _Asked(
        *_records(Channel),
        lambda name: tr("There is no channel “{name}”.", name=name),
        lambda names: tr("The channels are {names}.", names=names),
    ),
    "phases": _Asked(
        *_records(Phase),
        lambda name: tr("There is no phase “{name}”.", name=name),
        lambda names: tr("The phases are {names}.", names=names),
    ),
    "tags": _Asked(
        lambda journey: ((tag, tag) for tag in _tags(journey)),
        _tags,
        lambda name: tr("No touchpoint has the tag “{name}”.", name=name),
        lambda names: tr("The tags are {names}.", names=names),
    ),
    "insight_kinds": _Asked(
        _kinds,
        lambda _: insight_kinds().values(),
        lambda name: tr("There is no kind of insight “{name}”.", name=name),
        lambda names: tr("The kinds are {names}.", names=names),
    ),
    "involvements": _Asked(
        lambda _: _in_every_language(involvements),
        lambda _: involvements().values(),
        lambda name: tr("“{name}” is no way to take part.", name=name),
        lambda names: tr("The ways are {names}.", names=names),
    ),
}  # fmt: skip
