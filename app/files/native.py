"""The `.journey` file: one JSON object in UTF-8, one record a line, in canonical order, so that it diffs well.

Fields stand in the order in which the models declare them and are left out where they are as by default. The same
journey gives the same bytes. A *minor* version only adds: what it adds is kept and written back; a new *major* version
is refused by older programs and brought up by `migrations` in newer ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from pydantic import TypeAdapter, ValidationError

from app.collector import quiet_collector
from app.files import limits, migrations, unknown
from app.files.reading import Json, at_line, is_crowded, line_of_record, parse
from app.i18n import quoted, tr
from app.model import rules
from app.model.complaints import complaint
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Record
from app.model.records import RECORD_TYPES, UnknownRecord

FORMAT = "journeylines"
VERSION = migrations.VERSION
MINOR = 0
MEDIA_TYPE = "application/vnd.journeylines+json"

_KINDS = {kind.record_kind: kind for kind in RECORD_TYPES if kind is not UnknownRecord}
_MANY = 100  # from here on it pays to make a validator for the whole list
_AT_A_TIME = 500  # so that what is wrong in a large file is not listed all at once
_TOP = {"format", "version", "minor", "records"}


def dump(journey: Journey) -> bytes:
    """Return the bytes of the journey's file."""
    return dump_records(journey.records())


def dump_records(records: Iterable[Record]) -> bytes:
    """Return the bytes of a file with these records, which stand in canonical order."""
    lines = b",\n".join(_line(record) for record in records)
    head = f'{{"format":"{FORMAT}","version":{VERSION},"minor":{MINOR},"records":[\n'.encode()
    return head + lines + b"\n]}\n"


def file_of(records: Iterable[Record]) -> bytes:
    """Return `dump_records`; raises JourneyError where the file would be too big to be opened again."""
    data = dump_records(records)
    if len(data) > limits.FILE_BYTES or is_crowded(data.decode()):
        raise JourneyError(
            tr("The journey is too big to be saved: the file could not be opened again."),
            do=tr("Take large attachments out of it, or split it into several journeys."),
        )
    return data


def load(data: bytes, name: str) -> Journey:
    """Return the journey in a file's bytes; `name` is what a person calls the file.

    Raises JourneyError naming the line or the record where the bytes are not a journey that this version can read.
    """
    with quiet_collector():
        document, text = parse(data, name)
        _check_head(document, name)
        raws = migrations.current(document, name).get("records")
        is_as_written = document["version"] == VERSION
        return _Reader(raws, text if is_as_written else "", name).journey()


def raw_of(record: Record) -> Json:
    """Return the record as it stands in the file."""
    raw: Json = json.loads(_line(record))
    return raw


def records_of(raws: list[Json], name: str) -> list[Record]:
    """Return the records of which these are the raw fields, as validated as those of a file; raises JourneyError."""
    with quiet_collector():
        return _Reader(raws, "", name).records()


def _line(record: Record) -> bytes:
    if isinstance(record, UnknownRecord):
        fields = json.loads(record.json_text)
        return _text({"record": record.kind, "id": record.id, **fields})
    line = record.__pydantic_serializer__.to_json(record, exclude_defaults=True)
    if b'"unknown":' in line:
        line = _text(unknown.lower(json.loads(line)))
    return b'{"record":"%s",%s' % (record.record_kind.encode(), line[1:])


def _text(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _check_head(document: Json, name: str) -> None:
    if document.get("format") != FORMAT:
        raise JourneyError(tr("This is JSON, but not a journey."), name)
    version, minor = document.get("version"), document.get("minor", 0)
    if type(version) is not int or version < 0 or type(minor) is not int or minor < 0:
        raise JourneyError(tr("Its version is not a whole number."), at_line(name, 1))
    if version > VERSION:
        raise JourneyError(
            tr("It was written by a newer version of Journeylines (format {version}, this one reads up to {known}).",
               version=str(version)[:20], known=VERSION),
            name, tr("Update Journeylines to open it."),
        )  # fmt: skip
    strange = set(document) - _TOP if version == VERSION else set()
    if strange:
        words = tr("“{field}” cannot stand at the top of the file.", field=min(strange)[:80])
        raise JourneyError(words, at_line(name, 1))


class _Reader:
    """Raw records on their way to a journey: all at once, and one by one where something is unknown or wrong."""

    def __init__(self, raws: object, text: str, name: str) -> None:
        if not isinstance(raws, list):
            raise JourneyError(tr("Its “records” are not a list."), name)
        self._raws = raws
        self._text = text  # "" where records do not stand in the file as they are here
        self._name = name

    def records(self) -> list[Record]:
        rules.is_bounded({UnknownRecord: len(self._raws)})  # before they become a hundred times as big
        try:
            return list(self._records())
        except RecursionError:
            raise JourneyError(tr("The file is nested too deeply to be a journey."), self._name) from None

    def journey(self) -> Journey:
        try:
            return Journey.of(self.records())
        except JourneyError as error:
            if error.where.startswith(self._name):
                raise
            raise self._placed(error) from None

    def _records(self) -> Iterator[Record]:
        kinds = [self._kind_of(index) for index in range(len(self._raws))]
        for kind, run in groupby(range(len(kinds)), key=kinds.__getitem__):
            indexes = list(run)
            if kind in _KINDS:
                yield from self._known(kind, indexes)
            else:
                yield from (self._unknown(kind, index) for index in indexes)

    def _kind_of(self, index: int) -> str:
        raw = self._raws[index]
        if not isinstance(raw, dict):
            raise self._wrong(index, tr("A record must be an object."))
        kind = raw.get("record")
        if not isinstance(kind, str) or not kind or len(kind) > 80:
            raise self._wrong(index, tr("“record” does not say what kind of record this is."))
        if not kind.isascii() and any("\ud800" <= letter <= "\udfff" for letter in kind):
            raise self._wrong(index, _half_a_character())
        return kind

    def _known(self, kind: str, indexes: list[int]) -> Iterator[Record]:
        if len(indexes) < _MANY:
            yield from (self._carefully(kind, index) for index in indexes)
            return
        for start in range(0, len(indexes), _AT_A_TIME):
            yield from self._together(kind, indexes[start : start + _AT_A_TIME])

    def _together(self, kind: str, indexes: list[int]) -> list[Record]:
        raws = [_without_kind(self._raws[index]) for index in indexes]
        fields = _KINDS[kind].model_fields.keys() - {"unknown"}
        try:
            if all(raw.keys() <= fields and not _has_too_long_a_list(raw) for raw in raws):
                text = _text_of_all(raws)
                if b'"unknown"' not in text:
                    return _list_of(kind).validate_json(text, strict=True)
        except (ValidationError, UnicodeEncodeError):
            pass
        return [self._carefully(kind, index) for index in indexes]

    def _carefully(self, kind: str, index: int) -> Record:
        try:
            raw = unknown.lift(_without_kind(self._raws[index]), _KINDS[kind])
            if _has_too_long_a_list(raw):
                raise ValueError(tr("A list in it has more than {most} entries.", most=rules.MOST_PARTS))
            return _KINDS[kind].model_validate_json(_text(raw), strict=True)
        except ValueError as error:
            raise self._wrong(index, _reason(error)) from None

    def _unknown(self, kind: str, index: int) -> Record:
        raw = _without_kind(self._raws[index])
        try:
            return UnknownRecord.model_validate(
                {"id": raw.get("id"), "kind": kind, "json_text": unknown.canonical(raw)}
            )
        except ValueError as error:
            raise self._wrong(index, _reason(error)) from None

    def _wrong(self, index: int, what: str) -> JourneyError:
        raw = self._raws[index]
        called: list[str] = []
        if isinstance(raw, dict):
            called = [
                str(raw[key]) for key in ("record", "title", "name", "id") if isinstance(raw.get(key), str)
            ]
        line = line_of_record(self._text, index) if self._text else index + 1
        place = at_line(self._name, line) if self._text else self._name
        words = " ".join(called[:1] + [quoted(word[:60]) for word in called[1:2]])
        return JourneyError(what, f"{place} ({words.strip()})" if words.strip() else place)

    def _placed(self, error: JourneyError) -> JourneyError:
        """Return the journey's own complaint with the file, and the line where the record begins."""
        place = self._name
        named = [i for i, raw in enumerate(self._raws) if error.record and raw.get("id") == error.record]
        index = named[-1] if named else -1  # where an id stands twice, the second is the one too many
        if index >= 0 and self._text:
            place = at_line(self._name, line_of_record(self._text, index))
        where = f"{place} ({error.where})" if error.where else place
        return JourneyError(error.what, where, error.do, error.record)


def _reason(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        return complaint(error)
    return _half_a_character() if isinstance(error, UnicodeEncodeError) else str(error)


def _half_a_character() -> str:
    return tr("It has half a character (a lone surrogate).")


def _without_kind(raw: Json) -> Json:
    return {name: value for name, value in raw.items() if name != "record"}


def _has_too_long_a_list(raw: Json) -> bool:
    return any(type(value) is list and len(value) > rules.MOST_PARTS for value in raw.values())


def _text_of_all(raws: list[Json]) -> bytes:
    return json.dumps(raws, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def _list_of(kind: str) -> TypeAdapter[list[Record]]:
    return TypeAdapter(list[_KINDS[kind]])  # type: ignore[valid-type]
