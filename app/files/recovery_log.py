"""The recovery log of one open document: a header, the journey it began with, and one line for each step since.

A line is a checksum, a blank and a JSON object; one that was torn by a kill or a power cut is recognised and dropped,
with what follows it. Steps are written as differences field by field. Between them stand lines of drafts, all that is
being typed at that moment; the last one holds. Reading validates as reading a journey does: a line can name nothing
but records.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.files import limits, native, reading
from app.files.reading import Json
from app.files.reasons import reason_of
from app.files.stamp import Stamp
from app.i18n import tr
from app.model.change import Applied, Change
from app.model.draft import Draft
from app.model.errors import JourneyError
from app.model.history import History
from app.model.journey import Journey
from app.model.record import Record

FORMAT = "journeylines-recovery"
VERSION = 1
MOST_BYTES = 3 * limits.FILE_BYTES  # what the journey began with, as much again in steps, and the last step
MOST_STEPS = 50_000
MOST_WORDS = 100_000  # of a draft: more than any field takes
_LONGEST_LABEL = 300
_CHECKSUM = 8  # hexadecimal digits

Op = Literal["do", "undo", "redo"]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Header(_Strict):
    """Which document the log is of."""

    format: Literal["journeylines-recovery"] = "journeylines-recovery"
    version: Literal[1] = 1
    title: str = Field(default="", max_length=1000)
    path: str = Field(
        default="", max_length=8000
    )  # the file it was opened from or saved to, "" where there is none
    size: int = Field(
        default=-1, ge=-1
    )  # of that file, as it was read or written last; -1 where there is none
    mtime_ns: int = 0
    digest: str = Field(default="", max_length=80)

    @property
    def stamp(self) -> Stamp | None:
        """The file as it was read or written last."""
        return Stamp(self.size, self.mtime_ns, self.digest) if self.size >= 0 else None


class Step(NamedTuple):
    """What was done to a journey: the records that came, the ids that went, and the records as they were before."""

    op: Op
    put: tuple[Record, ...]
    remove: tuple[str, ...]
    before: tuple[Record, ...]
    label: str = ""
    merge_key: str = ""
    is_joined: bool = False  # one undo step with the step before


NO_STEP = Step("do", (), (), ())  # it says of a log's beginning that no file holds it


class Unsaid(NamedTuple):
    """What is being typed, with the step that taking it over would be, if it would be one."""

    draft: Draft
    step: Step | None = None


class _Fields(_Strict):
    id: str = Field(max_length=80)
    fields: dict[str, Any] = {}
    unset: tuple[str, ...] = ()


class _Plan(_Strict):
    op: Op
    label: str = Field(default="", max_length=_LONGEST_LABEL)
    merge: str = Field(default="", max_length=80)
    joined: bool = False
    put: list[dict[str, Any]] = []
    change: list[_Fields] = []
    remove: list[str] = []


class _Entry(_Plan):
    number: int


class _Draft(_Strict):
    words: str = Field(max_length=MOST_WORDS)
    where: str = Field(default="", max_length=_LONGEST_LABEL)
    line: bool = False
    step: _Plan | None = None


class _Drafts(_Strict):
    number: int  # of the step before
    drafts: list[_Draft]


class Replayed(NamedTuple):
    """What a log gives back."""

    header: Header
    journey: Journey
    history: History
    entries: int  # how many lines of steps were read
    good_bytes: int  # how far the log can be read
    is_whole: bool  # False: more than one torn line at the end could not be read
    drafts: tuple[
        Draft, ...
    ] = ()  # what was being typed, with changes of the journey as it was at the last step

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to give back: what was being typed first was not taken over."""
        return self.is_whole and not self.entries and not self.drafts


def step_of(op: Op, applied: Applied, journey: Journey, is_joined: bool) -> Step:
    """Return the step that was just applied to the journey. Costs as much as the step touched."""
    found = [(record_id, journey.get(record_id)) for record_id in sorted(applied.touched)]
    put = tuple(record for _, record in found if record is not None)
    remove = tuple(record_id for record_id, record in found if record is None)
    inverse = applied.inverse
    return Step(op, put, remove, inverse.put, inverse.label, inverse.merge_key, is_joined)


def unsaid(draft: Draft, journey: Journey) -> Unsaid | None:
    """Return a draft with the step that it would be in this journey; none where it would change nothing."""
    change = draft.change
    if change is None:
        return Unsaid(draft)
    put = tuple(record for record in change.put if journey.get(record.id) != record)
    remove = tuple(each for each in change.remove if journey.get(each) is not None)
    if not put and not remove:
        return None
    former = (journey.get(each) for each in (*(record.id for record in put), *remove))
    there = tuple(record for record in former if record is not None)
    return Unsaid(draft, Step("do", put, remove, there, change.label, change.merge_key, draft.is_joined))


def before(records: Iterable[Record], step: Step) -> Iterator[Record]:
    """Return the records as they were before the step."""
    changed = {record.id for record in step.put}
    yield from (record for record in records if record.id not in changed)
    yield from step.before


def head_lines(header: Header, records: Iterable[Record]) -> bytes:
    """Return the first two lines of a log: whose it is, and the journey it begins with."""
    journey = native.dump_records(records).replace(b"\n", b"")  # inside strings line ends are escaped
    return _line(header.model_dump_json().encode()) + _line(journey)


def step_line(number: int, step: Step) -> bytes:
    """Return the line for the step, the `number`-th of its log, counted from 1."""
    return _line(_text({"number": number} | _plan(step)))


def drafts_line(number: int, drafts: Iterable[Unsaid]) -> bytes:
    """Return the line for all that is being typed behind the `number`-th step; nothing is, where there are none."""
    return _line(_text({"number": number, "drafts": [_written(each) for each in drafts]}))


def read_header(path: Path) -> Header:
    """Return the header of a log; raises JourneyError where it cannot be read."""
    with _opened(path) as file:
        return _header(_next_line(file), path)


def replay(path: Path) -> Replayed:
    """Return the journey of a log as it was at the last step that can be read, with its history.

    Raises JourneyError where not even the journey it began with can be read.
    """
    with _opened(path) as file:
        header = _header(_next_line(file), path)
        journey = native.load(_unpacked(_next_line(file), path), str(path))
        history, good, number, typed = History(), file.tell(), 0, _Drafts(number=0, drafts=[])
        is_whole = True
        while line := _next_line(file):
            try:
                entry = _entry(line, number, path)
                if isinstance(entry, _Drafts):
                    typed = entry
                else:
                    _do(entry, journey, history, str(path))
                    number += 1
            except JourneyError:
                is_whole = not line.endswith(b"\n") and not file.read(1)  # torn
                break
            good = file.tell()
    drafts = tuple(draft for each in typed.drafts if (draft := _read(each, journey, str(path))) is not None)
    return Replayed(header, journey, history, number, good, is_whole, drafts)


def _plan(step: Step) -> Json:
    old = {record.id: record for record in step.before}
    put: list[Json] = []
    change: list[Json] = []
    for record in step.put:
        former = old.get(record.id)
        if former is None or type(former) is not type(record):
            put.append(native.raw_of(record))
        else:
            change.append(_difference(native.raw_of(former), native.raw_of(record)))
    plan: Json = {"op": step.op, "label": step.label[:_LONGEST_LABEL]}
    if step.merge_key:
        plan["merge"] = blake2b(step.merge_key.encode(), digest_size=16).hexdigest()
    if step.is_joined:
        plan["joined"] = True
    lists = {"put": put, "change": change, "remove": list(step.remove)}
    return plan | {name: value for name, value in lists.items() if value}


def _written(typed: Unsaid) -> Json:
    draft = typed.draft
    written: Json = {"words": _writable(draft.words[:MOST_WORDS]), "where": draft.where[:_LONGEST_LABEL]}
    if draft.is_line:
        written["line"] = True
    return written if typed.step is None else written | {"step": _plan(typed.step)}


def _writable(words: str) -> str:
    """Return words without halves of characters, which can be typed and not written."""
    return words.encode("utf-8", "replace").decode()


def _line(content: bytes) -> bytes:
    return b"%08x %s\n" % (zlib.crc32(content), content)


def _text(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _difference(old: Json, new: Json) -> Json:
    fields = {
        name: value
        for name, value in new.items()
        if name not in old
        or _text({"": old[name]}) != _text({"": value})  # 1, 1.0 and true are equal in Python
    }
    unset = [name for name in old if name not in new]
    return {"id": new["id"], "fields": fields} | ({"unset": unset} if unset else {})


def _opened(path: Path) -> BinaryIO:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise reading.too_big(str(path), MOST_BYTES)
        return path.open("rb")
    except OSError as error:
        what = tr("The file cannot be read: {reason}.", reason=reason_of(error))
        raise JourneyError(what, str(path)) from None


def _next_line(file: BinaryIO) -> bytes:
    return file.readline(limits.FILE_BYTES + _CHECKSUM + 2)


def _unpacked(line: bytes, path: Path) -> bytes:
    """Return what the line says; raises JourneyError where it is not as it was written."""
    content = line[_CHECKSUM + 1 : -1]
    if line != _line(content):
        raise JourneyError(tr("The line is not as it was written."), str(path))
    return content


def _header(line: bytes, path: Path) -> Header:
    raw, _ = reading.parse(_unpacked(line, path), str(path))
    try:
        return Header.model_validate({"format": "", "version": 0} | raw)
    except ValidationError:
        raise JourneyError(tr("This is not a recovery log that this version can read."), str(path)) from None


def _entry(line: bytes, number: int, path: Path) -> _Entry | _Drafts:
    """Return what a line behind the `number`-th step says: another step, or what is being typed."""
    raw, text = reading.parse(_unpacked(line, path), str(path))
    is_typed = "drafts" in raw
    try:
        entry = (_Drafts if is_typed else _Entry).model_validate_json(text)
    except ValidationError:
        raise JourneyError(tr("The line is not a step."), str(path)) from None
    if entry.number != (number if is_typed else number + 1) or number >= MOST_STEPS:
        raise JourneyError(tr("A step is missing."), str(path))
    return entry


def _read(typed: _Draft, journey: Journey, name: str) -> Draft | None:
    """Return what was being typed; without its change where that is none any more, none where it is done already."""
    change: Change | None = None
    if typed.step is not None:
        with suppress(JourneyError):
            change = _change_of(typed.step, journey, name)
    is_joined = typed.step is not None and typed.step.joined
    draft = Draft(typed.words, typed.where, change, is_joined, typed.line)
    return draft if unsaid(draft, journey) is not None else None


def _do(entry: _Entry, journey: Journey, history: History, name: str) -> None:
    """Do the step; what was undone within the log is undone again, so that it can be redone."""
    change = _change_of(entry, journey, name)
    if change.is_empty:  # the log was begun because no file holds the journey any more
        return
    if entry.op == "undo" and _is_same(history.undo_change, change):
        history.undo(journey)
    elif entry.op == "redo" and _is_same(history.redo_change, change):
        history.redo(journey)
    else:
        if not entry.joined:
            history.end_merging()
        history.do(journey, change)


def _change_of(entry: _Plan, journey: Journey, name: str) -> Change:
    raws = list(entry.put)
    for changed in entry.change:
        record = journey.get(changed.id)
        if record is None:
            raise JourneyError(tr("There is no record with the id {id}.", id=changed.id), name)
        raw = native.raw_of(record) | changed.fields
        raws.append({field: value for field, value in raw.items() if field not in changed.unset})
    return Change(tuple(native.records_of(raws, name)), tuple(entry.remove), entry.label, entry.merge)


def _is_same(expected: Change | None, change: Change) -> bool:
    if expected is None or set(expected.remove) != set(change.remove):
        return False
    return {record.id: record for record in expected.put} == {record.id: record for record in change.put}
