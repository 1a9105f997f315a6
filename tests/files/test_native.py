from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.files import limits, native
from app.files.catalogue import unknown_to_this_version
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import JourneyInfo, Role, Touchpoint, UnknownRecord
from tests.files.everything import everything
from tests.world import journey, large_journey, role, touch

OLD_FILES = sorted((Path(__file__).parent.parent / "old_files").glob("*.journey"))


def file_of(*records: dict[str, Any], version: Any = 1, **top: Any) -> bytes:
    info = {"record": "journey", "id": "j"}
    lines = ",\n".join(json.dumps(record) for record in (info, *records))
    head = json.dumps({"format": "journeylines", "version": version, **top})[:-1]
    return f'{head}, "records": [\n{lines}\n]}}\n'.encode()


IT = {"record": "role", "id": "it", "name": "IT"}


def kick_off(**fields: Any) -> dict[str, Any]:
    start = {"record": "touchpoint", "id": "t", "title": "Kick-off", "start": 1}
    return {**start, "participations": [{"role": "it"}], **fields}


def complaint_about(data: bytes) -> str:
    with pytest.raises(JourneyError) as caught:
        native.load(data, "map.journey")
    sentence = str(caught.value)
    assert sentence.startswith("map.journey")
    assert "\n" not in sentence
    assert len(sentence) < 400
    return sentence


def test_every_field_of_every_record_comes_back() -> None:
    again = native.load(native.dump(everything()), "x")
    assert again == everything()
    assert again.records() == everything().records()


def test_saving_what_was_loaded_gives_the_same_bytes() -> None:
    data = native.dump(everything())
    assert native.dump(native.load(data, "x")) == data


def test_a_large_journey_comes_back() -> None:
    large = large_journey(touchpoints=300, roles=12)
    assert native.load(native.dump(large), "x") == large


def test_a_file_has_one_record_a_line_and_leaves_defaults_out() -> None:
    lines = native.dump(journey(role("IT"), touch("Grüße", "IT", at=1))).decode().split("\n")
    assert lines[0] == '{"format":"journeylines","version":1,"minor":0,"records":['
    assert lines[1] == '{"record":"journey","id":"journey","title":"Test journey"},'
    assert (
        '"title":"Grüße","start":1.0,"participations":[{"role":"role-it","involvement":"leads"}]}' in lines[3]
    )
    assert lines[-2:] == ["]}", ""]
    for line in lines[1:-2]:
        assert "record" in json.loads(line.rstrip(","))


def test_an_edited_title_is_one_changed_line() -> None:
    before = native.dump(journey(touch("A", "IT", at=1), touch("B", "IT", at=2))).splitlines()
    after = native.dump(journey(touch("A", "IT", at=1), touch("B", "IT", at=2, description="!"))).splitlines()
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_any_layout_of_the_json_is_read_and_written_back_in_ours() -> None:
    data = native.dump(everything())
    pretty = json.dumps(json.loads(data), indent=3).encode("utf-8-sig")
    assert native.dump(native.load(pretty, "x")) == data


class TestWhatANewerVersionWrote:
    def test_unknown_fields_are_kept_in_records_and_in_their_parts(self) -> None:
        parts = [{"role": "it", "energy": [1.5, {"ä": None}]}]
        data = file_of(IT | {"zeal": 1}, kick_off(mood={"b": 1, "a": "ü"}, participations=parts), minor=7)
        read = native.load(data, "x")
        touchpoint = read.the(Touchpoint, "t")
        assert touchpoint.unknown == '{"mood":{"a":"ü","b":1}}'
        assert touchpoint.participations[0].unknown == '{"energy":[1.5,{"ä":null}]}'
        written = native.dump(read)
        lines = [json.loads(line.rstrip(b",")) for line in written.splitlines()[1:-1]]
        assert lines[1] == IT | {"zeal": 1}
        assert lines[2] == kick_off(mood={"b": 1, "a": "ü"}, participations=parts)
        assert native.dump(native.load(written, "x")) == written

    def test_a_sentence_names_few_of_many_and_none_at_length(self) -> None:
        fields = {f"{number:03d}{'k' * 1000}": 1 for number in range(500)}
        (_, sentence), *_ = unknown_to_this_version(native.load(file_of(IT | fields), "x"))
        assert "and 495 more" in sentence
        assert len(sentence) < 500

    def test_unknown_kinds_of_record_are_kept(self) -> None:
        poll = {"record": "poll", "id": "p", "zzz": [True], "answers": {"b": 1, "a": 2}}
        read = native.load(file_of(poll), "x")
        assert read.all(UnknownRecord)[0].kind == "poll"
        written = native.dump(read)
        assert json.loads(written.splitlines()[2]) == poll
        assert native.dump(native.load(written, "x")) == written

    @pytest.mark.parametrize("value", ["text", {"a": 1}, 7])
    def test_a_field_that_is_called_unknown_is_unknown_itself(self, value: Any) -> None:
        read = native.load(file_of(IT | {"unknown": value}), "x")
        assert json.loads(read.the(Role, "it").unknown) == {"unknown": value}
        assert json.loads(native.dump(read).splitlines()[2]) == IT | {"unknown": value}

    def test_a_record_may_even_be_of_the_kind_unknown(self) -> None:
        strange = {"record": "unknown", "id": "u", "kind": "x", "json_text": "{"}
        written = native.dump(native.load(file_of(strange), "x"))
        assert json.loads(written.splitlines()[2]) == strange

    def test_a_newer_minor_version_is_read(self) -> None:
        assert native.load(file_of(IT, minor=99), "x").the(Role, "it").name == "IT"

    def test_a_newer_major_version_is_refused(self) -> None:
        sentence = complaint_about(file_of(IT, version=2))
        assert "newer version" in sentence
        assert "Update" in sentence

    def test_what_is_nested_too_deeply_in_unknown_fields_is_refused(self) -> None:
        deep: Any = 1
        for _ in range(60):
            deep = [deep]
        assert "line 4" in complaint_about(file_of(IT, kick_off(mood=deep)))


class TestWhatIsWrongIsNamedWithItsPlace:
    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"start": "3"}, ["“start” must be a number"]),
            ({"start": True}, ["“start” must be a number"]),
            ({"start": None}, ["“start” must be a number"]),
            ({"start": 1e8}, ["at most 10,000,000"]),
            ({"title": 3}, ["“title” must be text, not 3"]),
            ({"title": "x" * 1_000_000}, ["“title” is too long: 1,000,000 characters, where 300 are allowed"]),
            ({"title": "a\u0007"}, ["“title” cannot be", "a\\x07"]),
            ({"title": "\ud800"}, ["half a character"]),
            ({"mood": "\ud800"}, ["half a character"]),
            ({"participations": [{"role": "it", "feeling": 3}]}, ["participations 1, feeling", "at most 2, not 3"]),
            ({"participations": [{"role": "it", "feeling": 1.0}]}, ["must be a whole number"]),
            ({"participations": {"role": "it"}}, ["“participations” must be a list"]),
            ({"participations": ["it"]}, ["“participations 1” must be an object"]),
            ({"deviation": "late"}, ["as_planned", "not “late”"]),
            ({"id": "a b"}, ["“id” cannot be"]),
            ({"participations": [{"role": "legal"}]}, ["legal", "not in the journey"]),
            ({"channel": "it"}, ["channel"]),
            ({"id": "it"}, ["twice"]),
        ],
    )  # fmt: skip
    def test_a_field(self, fields: dict[str, Any], words: list[str]) -> None:
        sentence = complaint_about(file_of(IT, kick_off(**fields)))
        assert "line 4" in sentence
        for word in words:
            assert word in sentence

    def test_the_line_is_right_in_any_layout(self) -> None:
        document = json.loads(file_of(IT, kick_off(start="soon")))
        pretty = json.dumps({"records": document.pop("records"), **document}, indent=1)
        line = pretty.split("\n").index('   "record": "touchpoint",')
        assert f"line {line}" in complaint_about(pretty.encode())

    def test_a_missing_field(self) -> None:
        data = file_of(IT, {"record": "touchpoint", "id": "t", "title": "Kick-off"})
        assert complaint_about(data) == "map.journey, line 4 (touchpoint “Kick-off”): “start” is missing."

    @pytest.mark.parametrize(
        ("record", "words"),
        [
            (17, "A record must be an object"),
            ([], "A record must be an object"),
            ({"id": "a"}, "does not say what kind"),
            ({"record": 5}, "does not say what kind"),
            ({"record": "poll"}, "“id” must be text"),
            ({"record": "poll", "id": "a b"}, "“id” cannot be"),
        ],
    )
    def test_a_record_that_is_none(self, record: Any, words: str) -> None:
        sentence = complaint_about(file_of(record))
        assert words in sentence
        assert "line 3" in sentence

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "empty"),
            (b" \n", "empty"),
            (b"[]", "one JSON object"),
            (b"7", "one JSON object"),
            (b'{"a": 1}', "not a journey"),
            (b'{"format":"journeylines"}', "version is not a whole number"),
            (b'{"format":"journeylines","version":1.0}', "version is not a whole number"),
            (b'{"format":"journeylines","version":true}', "version is not a whole number"),
            (b'{"format":"journeylines","version":-1}', "version is not a whole number"),
            (b'{"format":"journeylines","version":1}', "not a list"),
            (b'{"format":"journeylines","version":1,"records":{}}', "not a list"),
            (b'{"format":"journeylines","version":1,"records":[]}', "missing"),
            (b'{"format":"journeylines","version":1,"records":[],"extra":1}', "“extra” cannot stand at the top"),
            (b'{"format":"journeylines",\n"version":1,\n"version":1}', "“version” stands twice"),
            (b'{"format":"journeylines","version":1,\n"records":[nope]}', "line 2: This is not valid JSON"),
            (b'{"format":\n"journeylines","records":[\n{"record":"ro', "line 3: The file ends in the middle"),
            (b'{"format":\n"journeylines","records":[', "line 2: The file ends in the middle"),
            (b'{"format":"\xff"}', "line 1: The text is not UTF-8"),
            ('{"format":"journeylines"}'.encode("utf-16"), "not UTF-8"),
            (b"PK\x03\x04abc", "zip archive"),
            (b"\x89PNG\r\n\x1a\n", "PNG picture"),
            (b"<html>", "XML or HTML"),
            (b"[" * 1_000_000, "nested too deeply"),
            (b'{"a":' * 100_000, "nested too deeply"),
            (b'{"format":"journeylines","version":' + b"9" * 1_000_000 + b"}", "more than 4300 digits"),
            (b'{"format":"journeylines","version":1' + b"0" * 4000 + b"}", "newer version"),
        ],
    )  # fmt: skip
    def test_a_whole_file(self, data: bytes, words: str) -> None:
        assert words in complaint_about(data)

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 400, "9" * 5000])
    def test_a_number_that_is_none(self, number: str) -> None:
        data = file_of(IT, kick_off(start="HERE")).replace(b'"HERE"', number.encode())
        assert "line 4" in complaint_about(data)

    def test_a_number_that_is_none_in_an_unknown_field(self) -> None:
        data = file_of(IT, kick_off(mood="HERE")).replace(b'"HERE"', b"1e999")
        assert "line 4" in complaint_about(data)

    def test_a_field_that_stands_twice_in_a_record(self) -> None:
        data = file_of(IT, kick_off()).replace(b'"start": 1', b'"start": 1, "start": 2')
        assert "line 4: The field “start” stands twice" in complaint_about(data)

    def test_a_field_that_stands_twice_among_very_many(self) -> None:
        fields = ",".join(f'"f{number}":1' for number in range(4_999))
        data = f'{{"format":"journeylines","version":1,"records":[\n{{{fields},"f4998":2}}]}}'
        assert "line 2: The field “f4998” stands twice" in complaint_about(data.encode())

    def test_nesting_below_what_the_json_reader_refuses(self) -> None:
        for depth in (100, 300, 500, 700, 900, 990):
            deep = (b"[" * depth) + (b"]" * depth)
            complaint_about(file_of(IT, kick_off(title="HERE")).replace(b'"HERE"', deep))
            complaint_about(file_of(IT, kick_off(mood="HERE")).replace(b'"HERE"', deep))

    def test_every_truncation_is_refused(self) -> None:
        data = native.dump(everything()).rstrip()
        for length in range(0, len(data), 37):
            complaint_about(data[:length])

    def test_a_file_over_the_limit(self) -> None:
        assert "too big" in complaint_about(b" " * (64 * 1024 * 1024 + 1))


@pytest.mark.parametrize("path", OLD_FILES, ids=lambda path: path.name)
def test_every_old_file_opens_and_is_saved_as_the_present_version(path: Path) -> None:
    read = native.load(path.read_bytes(), path.name)
    assert read.all(Touchpoint)
    data = native.dump(read)
    assert data.startswith(b'{"format":"journeylines","version":1,')
    assert native.load(data, "x") == read


@given(st.binary(max_size=400))
def test_any_bytes_are_a_journey_or_a_sentence(data: bytes) -> None:
    loads_or_complains(data)


@given(st.data())
def test_a_damaged_file_is_a_journey_or_a_sentence(data: st.DataObject) -> None:
    good = native.dump(everything())
    place = data.draw(st.integers(0, len(good)))
    gone = data.draw(st.integers(0, 30))
    loads_or_complains(good[:place] + data.draw(st.binary(max_size=6)) + good[place + gone :])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(
    [
        "id",
        "record",
        "title",
        "start",
        "participations",
        "role",
        "name",
        "rank",
        "unknown",
        "refs",
        "view",
        "ref",
    ]
)
KINDS = st.sampled_from(
    ["journey", "role", "touchpoint", "link", "insight", "view", "unknown", "poll", "party"]
)


@given(st.lists(st.dictionaries(NAMES, JSON, max_size=5).flatmap(
    lambda fields: KINDS.map(lambda kind: {"id": "a", **fields, "record": kind})), max_size=4))  # fmt: skip
def test_any_records_are_a_journey_or_a_sentence(records: list[dict[str, Any]]) -> None:
    document = {
        "format": "journeylines",
        "version": 1,
        "records": [{"record": "journey", "id": "j"}, *records],
    }
    loads_or_complains(json.dumps(document).encode())


def loads_or_complains(data: bytes) -> None:
    try:
        read = native.load(data, "x")
    except JourneyError:
        complaint_about(data)
        return
    assert isinstance(read, Journey)
    saved = native.dump(read)
    assert native.load(saved, "x") == read
    assert native.dump(native.load(saved, "x")) == saved


def test_loading_leaves_the_garbage_collector_as_it_was() -> None:
    import gc

    native.load(native.dump(journey(role("IT"))), "x")
    assert gc.isenabled()
    complaint_about(b"{")
    assert gc.isenabled()


def test_info_alone_is_a_journey() -> None:
    assert native.load(native.dump(Journey.of([JourneyInfo(id="j")])), "x").info.id == "j"


@pytest.mark.parametrize(
    "record",
    [
        r'{"record":"role","id":"x","name":"\ud800"}', r'{"record":"role","id":"\udc00","name":"x"}',
        r'{"record":"new","id":"x","a":"\udc00\ud800"}', r'{"record":"new","id":"x","\ud83d":1}',
        r'{"record":"role","id":"x","name":"x","a":["\ud800"]}', r'{"record":"\ud800","id":"x"}',
    ],
)  # fmt: skip
def test_half_a_character_anywhere_is_told_in_words(record: str) -> None:
    head = '{"format":"journeylines","version":1,"minor":0,"records":[\n{"record":"journey","id":"j","title":"T"},\n'
    said = complaint_about(f"{head}{record}\n]}}".encode())
    assert "half a character" in said
    assert "line 3" in said


@pytest.mark.parametrize("count", [1, 150])
def test_a_list_that_is_too_long_is_refused_before_each_of_its_entries_is(count: int) -> None:
    roles = [{"record": "role", "id": f"r{number}", "name": "IT"} for number in range(count)]
    bad = {"record": "role", "id": "bad", "name": "IT", "relations": [1] * 5_001}
    with pytest.raises(JourneyError, match=r"“IT”.: A list in it has more than 5000 entries"):
        native.load(file_of(*roles, bad), "x")


def test_a_number_that_no_number_holds_is_refused_where_it_is_not_known_either() -> None:
    data = file_of(IT).replace(b'"name"', b'"newer": 1e999, "name"')
    with pytest.raises(JourneyError, match=r"line 3 .role “IT”.: A number in it is too large"):
        native.load(data, "x")


def test_of_many_records_each_with_something_unknown_all_is_kept() -> None:
    roles = [{"record": "role", "id": f"r{number}", "name": "IT", "newer": number} for number in range(150)]
    read = native.load(file_of(*roles), "x")
    assert sorted(role.unknown for role in read.all(Role)) == sorted(f'{{"newer":{n}}}' for n in range(150))
    assert native.load(native.dump(read), "x") == read


def test_what_could_not_be_opened_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = journey(role("IT"), touch("A", "IT", at=1))
    assert native.file_of(whole.records()) == native.dump(whole)
    for limit in ("FILE_BYTES", "JSON_VALUES"):
        with monkeypatch.context() as context:
            context.setattr(limits, limit, 10)
            with pytest.raises(JourneyError, match="could not be opened again"):
                native.file_of(whole.records())
