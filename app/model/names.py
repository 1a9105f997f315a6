"""How a record is called in a sentence."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n import tr, trc, trn
from app.model.record import Record

_LONGEST = 60
_LONGEST_IN_LABEL = 32


def kind_name(kind: str) -> str:
    """Return the word for a kind of record, as it stands inside a sentence."""
    words = {
        "journey": tr("journey"),
        "party": tr("organisation"),
        "person": tr("person"),
        "role": tr("role"),
        "phase": tr("phase"),
        "channel": tr("channel"),
        "metric": tr("metric"),
        "attachment": tr("attachment"),
        "thread": tr("issue thread"),
        "touchpoint": tr("touchpoint"),
        "link": tr("link"),
        "insight": tr("insight"),
        "evidence": tr("evidence"),
        "service_level": tr("service level"),
        "view": tr("saved view"),
        "unknown": tr("record"),
    }
    return words.get(kind, kind)


def as_object(kind: str) -> str:
    """Return the word for a kind of record behind a verb, as in "Remove role"; French has its article there."""
    words = {
        "party": trc("behind a verb", "organisation"),
        "person": trc("behind a verb", "person"),
        "role": trc("behind a verb", "role"),
        "phase": trc("behind a verb", "phase"),
        "channel": trc("behind a verb", "channel"),
        "metric": trc("behind a verb", "metric"),
        "attachment": trc("behind a verb", "attachment"),
        "thread": trc("behind a verb", "issue thread"),
        "touchpoint": trc("behind a verb", "touchpoint"),
        "link": trc("behind a verb", "link"),
        "insight": trc("behind a verb", "insight"),
        "evidence": trc("behind a verb", "evidence"),
        "service_level": trc("behind a verb", "service level"),
        "view": trc("behind a verb", "saved view"),
        "journey": trc("behind a verb", "journey"),
    }
    return words.get(kind) or kind_name(kind)


def counted(kind: str, count: int) -> str:
    """Say how many records of a kind there are: "3 roles"."""
    words = _COUNTED.get(kind)
    return words(count) if words is not None else trn("{count} record", "{count} records", count)


_COUNTED: dict[str, Callable[[int], str]] = {
    "party": lambda count: trn("{count} organisation", "{count} organisations", count),
    "person": lambda count: trn("{count} person", "{count} people", count),
    "role": lambda count: trn("{count} role", "{count} roles", count),
    "phase": lambda count: trn("{count} phase", "{count} phases", count),
    "channel": lambda count: trn("{count} channel", "{count} channels", count),
    "metric": lambda count: trn("{count} metric", "{count} metrics", count),
    "attachment": lambda count: trn("{count} file", "{count} files", count),
    "thread": lambda count: trn("{count} issue thread", "{count} issue threads", count),
    "touchpoint": lambda count: trn("{count} touchpoint", "{count} touchpoints", count),
    "link": lambda count: trn("{count} link", "{count} links", count),
    "insight": lambda count: trn("{count} insight", "{count} insights", count),
    "evidence": lambda count: trn("{count} piece of evidence", "{count} pieces of evidence", count),
    "service_level": lambda count: trn("{count} service level", "{count} service levels", count),
    "view": lambda count: trn("{count} saved view", "{count} saved views", count),
}


def title_of(record: Record) -> str:
    """Return what a person wrote as the record's title, name or text, in one shortened line; it may be empty."""
    return _line_of(record, _LONGEST)


def called(record: Record) -> str:
    """Return how the record is called in the label of a change: its title in short, else its kind."""
    return _line_of(record, _LONGEST_IN_LABEL) or kind_name(record.record_kind)


def _line_of(record: Record, longest: int) -> str:
    for field in ("title", "name", "label", "text"):
        line = in_one_line(getattr(record, field, ""), longest)
        if line:
            return line
    return ""


def in_one_line(text: str, longest: int) -> str:
    """Return a text in one line of at most so many characters, shortened at its end."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def described(record: Record) -> str:
    """Return the record's kind, title and id, to be found again by a person."""
    kind, title = kind_name(record.record_kind), title_of(record)
    if not title:
        return tr("{kind} ({id})", kind=kind, id=record.id)
    return tr("{kind} “{title}” ({id})", kind=kind, title=title, id=record.id)
