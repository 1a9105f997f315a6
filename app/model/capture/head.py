"""The head of a captured line: `CFO +1, IT manager w12:` says who takes part, and may say how it feels and when."""

from __future__ import annotations

import re
from typing import NamedTuple

from app.model.capture.feelings import read_feeling
from app.model.capture.known import Known
from app.model.capture.parts import CapturedRole, Piece
from app.model.capture.times import When, read_day, read_length, read_place, read_time
from app.model.capture.words import Word, after_space, is_space, one_line, read_quoted, words_between
from app.model.record import Duration
from app.model.same_names import name_key

MOST_WORDS = 5  # in a new role's name; what is longer is a sentence
MOST_LETTERS = 60
_MARKS = "@!?*+"
_JOINT = re.compile(r"\s*[&/;]\s*|\s+(?:\+|and|und|et)\s+", re.IGNORECASE)
_NO_SEPARATOR = "/)(|D-"  # behind a colon: addresses and smileys


class Head(NamedTuple):
    """What stands before the colon, and where that ends."""

    roles: tuple[CapturedRole, ...]
    when: When | None
    duration: Duration | None
    pieces: tuple[Piece, ...]
    end: int


class _Item(NamedTuple):
    """One name of the head."""

    role: CapturedRole | None
    when: When | None
    duration: Duration | None
    pieces: tuple[Piece, ...]


def read_head(line: str, known: Known, start: int = 0) -> Head | None:
    """Return the head that begins at `start`, or none where the line begins with something else."""
    items: list[_Item] = []
    at = start
    while (at := after_space(line, at)) < len(line):
        letter = line[at]
        if letter == ",":
            at += 1
            continue
        if letter == ":" and items:
            return _head(items, at + 1)
        if letter in _MARKS or letter in "\\:":
            return None
        read = _read_items(line, at, known)
        if read is None:
            return None
        found, at = read
        items += found
        if line[at] == ":":
            return _head(items, at + 1)
    return None


def _head(items: list[_Item], end: int) -> Head | None:
    roles: dict[str, CapturedRole] = {}
    for item in items:
        if item.role is not None:
            roles.setdefault(item.role.id or name_key(item.role.name), item.role)
    when = next((item.when for item in items if item.when is not None), None)
    duration = next((item.duration for item in items if item.duration is not None), None)
    pieces = tuple(piece for item in items for piece in item.pieces)
    return Head(tuple(roles.values()), when, duration, pieces, end)


def _read_items(line: str, at: int, known: Known) -> tuple[list[_Item], int] | None:
    """Return the item, or those that "and" joins, and the place of the comma or colon behind."""
    in_quotes = read_quoted(line, at)
    if in_quotes is not None:
        text, close = in_quotes
        return _named(line, at, close, known.exact_role(text) or CapturedRole(text), known)
    for name in known.awkward_roles:
        end = _end_of(line, at, name.folded)
        if end and (read := _named(line, at, end, name.of, known)) is not None:
            return read
    separator = _separator(line, at, known)
    if separator is None:
        return None
    item = _plain_item(line, at, separator, known)
    if item is None or (item.role is not None and not item.role.id):
        joined = _joined_items(line, at, separator, known)
        if joined:
            return joined, separator
    return ([item], separator) if item is not None else None


def _joined_items(line: str, at: int, end: int, known: Known) -> list[_Item]:
    """Return the items of `CFO and IT manager` or `CFO & IT`, where all of them are roles of the journey; else none."""
    joints = list(_JOINT.finditer(line, at, end))
    starts, ends = [at, *(joint.end() for joint in joints)], [*(joint.start() for joint in joints), end]
    items = [_plain_item(line, first, last, known) for first, last in zip(starts, ends, strict=True)]
    roles = [item for item in items if item is not None and item.role is not None and item.role.id]
    return roles if joints and len(roles) == len(items) else []


def _named(line: str, at: int, end: int, role: CapturedRole, known: Known) -> tuple[list[_Item], int] | None:
    """Return the item of a role whose name ends at `end`, where nothing but its feeling and a time stand behind it."""
    separator = _separator(line, end, known)
    if separator is None:
        return None
    words = words_between(line, end, separator)
    feeling, when, duration, pieces = _tail(words, known)
    if words:
        return None
    piece = Piece("role" if role.id else "new_role", at, end)
    return [_Item(role._replace(feeling=feeling), when, duration, (piece, *pieces))], separator


def _plain_item(line: str, at: int, end: int, known: Known) -> _Item | None:
    whole = one_line(line[at:end])
    when = read_place(whole, known.info) or _days(whole, known)
    if when is not None and known.exact_role(whole) is None:
        return _Item(None, when, None, (Piece("time", at, at + len(line[at:end].rstrip())),))
    words = words_between(line, at, end)
    feeling, when, duration, pieces = _tail(words, known)
    if not words:
        return _Item(None, when, duration, pieces)
    name = " ".join(word.text for word in words)
    role = known.role(name)
    if role is None:
        if not _may_be_a_name(words, name):
            return None
        role = CapturedRole(name)
    piece = Piece("role" if role.id else "new_role", words[0].start, words[-1].end)
    return _Item(role._replace(feeling=feeling), when, duration, (piece, *pieces))


def _days(whole: str, known: Known) -> When | None:
    words = whole.split(" ")
    found = read_day(words, known.info)
    return found[0] if found is not None and found[1] == len(words) else None


def _may_be_a_name(words: list[Word], name: str) -> bool:
    if len(words) > MOST_WORDS or len(name) > MOST_LETTERS or all(letter in "-–—.;/" for letter in name):
        return False
    return "//" not in name and not any(word.text[0] in _MARKS or word.text[0] == "\\" for word in words)


def _tail(
    words: list[Word], known: Known
) -> tuple[int | None, When | None, Duration | None, tuple[Piece, ...]]:
    """Take feeling, time and length off the end of the words."""
    feeling: int | None = None
    when: When | None = None
    duration: Duration | None = None
    pieces: list[Piece] = []
    while words:
        word = words[-1]
        felt = read_feeling(word.text)
        at = read_time(word.text, known.info)
        length = read_length(word.text, known.info.unit)
        if felt is not None and feeling is None:
            feeling = felt
            pieces.insert(0, Piece("feeling", word.start, word.end))
        elif at is not None and when is None:
            when = at
            pieces.insert(0, Piece("time", word.start, word.end))
        elif length is not None and duration is None:
            duration = length
            pieces.insert(0, Piece("length", word.start, word.end))
        else:
            break
        words.pop()
    return feeling, when, duration, tuple(pieces)


def _separator(line: str, start: int, known: Known) -> int | None:
    """Return the place of the next comma or colon that parts names."""
    for at in range(start, len(line)):
        letter = line[at]
        after = line[at + 1 : at + 2]
        if letter == "," and not (after.isdigit() and line[at - 1].isdigit()):
            return at
        if letter != ":":
            continue
        if not after or is_space(after):
            return at
        if after not in _NO_SEPARATOR and known.role(line[start:at]) is not None:
            return at
    return None


def _end_of(line: str, at: int, name: str) -> int:
    """Return where the name ends that begins at `at`, letters and accents being alike, or 0 where another one begins."""
    end = at + len(name)
    for length in (0, -1, 1, -2, 2, 3):  # accents may be letters of their own
        if name_key(line[at : end + length]) == name:
            return end + length
    return 0
