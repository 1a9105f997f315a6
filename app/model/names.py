"""How a record is called in a sentence."""

from __future__ import annotations

from app.i18n import tr
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


def title_of(record: Record) -> str:
    """Return what a person wrote as the record's title, name or text, in one shortened line; it may be empty."""
    return _line_of(record, _LONGEST)


def called(record: Record) -> str:
    """Return how the record is called in the label of a change: its title in short, else its kind."""
    return _line_of(record, _LONGEST_IN_LABEL) or kind_name(record.record_kind)


def _line_of(record: Record, longest: int) -> str:
    for field in ("title", "name", "label", "text"):
        line = " ".join(getattr(record, field, "").split())
        if line:
            return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
    return ""


def described(record: Record) -> str:
    """Return the record's kind, title and id, to be found again by a person."""
    kind, title = kind_name(record.record_kind), title_of(record)
    if not title:
        return f"{kind} ({record.id})"
    return tr("{kind} “{title}” ({id})", kind=kind, title=title, id=record.id)
