from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.files import limits, native, recovery_log
from app.files.recovery_log import Header, Replayed, Step, before, head_lines, replay, step_line, step_of
from app.model.change import Applied, Change
from app.model.edits.records import remove_records
from app.model.edits.roles import add_role, rename_role
from app.model.errors import JourneyError
from app.model.history import History
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import JourneyInfo, Role, Touchpoint
from tests.files.everything import everything
from tests.world import journey, role, touch


class Editor:
    """A journey that is edited while its log is written, without a worker."""

    def __init__(self, start: Journey, path: Path) -> None:
        self.journey = start
        self.history = History()
        self.path = path
        self.number = 0
        self.path.write_bytes(head_lines(Header(title=start.info.title), start.records()))

    def do(self, change: Change) -> None:
        place = self.history.place
        applied = self.history.do(self.journey, change)
        self._log("do", applied, bool(applied.touched) and self.history.place == place)

    def undo(self) -> None:
        self._log("undo", self.history.undo(self.journey))

    def redo(self) -> None:
        self._log("redo", self.history.redo(self.journey))

    def _log(self, op: recovery_log.Op, applied: Applied, is_joined: bool = False) -> None:
        if applied.touched:
            self.number += 1
            self.append(step_line(self.number, step_of(op, applied, self.journey, is_joined)))

    def append(self, data: bytes) -> None:
        with self.path.open("ab") as file:
            file.write(data)

    def title(self, text: str, merge_key: str = "") -> None:
        self.do(Change(put=(replaced(self.journey.info, title=text),), label="Title", merge_key=merge_key))


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    return Editor(journey(role("CFO"), touch("Call", "CFO", "IT", at=2)), tmp_path / "a.log")


def resigned(line: bytes, change: dict[str, object]) -> bytes:
    """A line that was altered by somebody who knows how checksums are made."""
    return recovery_log._line(json.dumps(json.loads(line[9:-1]) | change).encode())


def everything_again(path: Path) -> Replayed:
    found = replay(path)
    assert found.is_whole
    assert found.good_bytes == path.stat().st_size
    return found


def test_a_log_gives_back_the_journey_and_its_history(editor: Editor) -> None:
    editor.do(add_role(editor.journey, "Legal"))
    editor.do(rename_role(editor.journey, "role-cfo", "Finance"))
    editor.do(remove_records(editor.journey, ["touch-call"]))
    editor.undo()
    found = everything_again(editor.path)
    assert found.journey == editor.journey
    assert found.history.labels == editor.history.labels
    assert found.history.place == editor.history.place == 2
    found.history.redo(found.journey)
    editor.redo()
    assert found.journey == editor.journey


def test_what_was_undone_beyond_the_beginning_of_the_log_is_a_step_there(tmp_path: Path) -> None:
    start = journey(role("CFO"))
    history = History()
    history.do(start, rename_role(start, "role-cfo", "Finance"))
    editor = Editor(start, tmp_path / "a.log")
    editor.history = history
    editor.undo()
    editor.redo()
    found = everything_again(editor.path)
    assert found.journey == start
    assert found.history.place == 2


def test_typing_is_one_step_after_recovery_too(editor: Editor) -> None:
    for end in range(1, 6):
        editor.title("Lunch"[:end], merge_key="title")
    editor.history.end_merging()
    editor.title("Dinner", merge_key="title")
    found = everything_again(editor.path)
    assert found.journey.info.title == "Dinner"
    assert found.history.place == editor.history.place == 2
    found.history.undo(found.journey)
    assert found.journey.info.title == "Lunch"


def test_only_the_fields_that_differ_are_written(editor: Editor) -> None:
    info = editor.journey.info
    editor.do(Change(put=(replaced(info, description="long " * 500),)))
    size = editor.path.stat().st_size
    editor.title("x")
    assert editor.path.stat().st_size - size < 200
    assert everything_again(editor.path).journey == editor.journey


def test_every_field_of_every_record_is_given_back(tmp_path: Path) -> None:
    everything_there = everything()
    editor = Editor(Journey.of([JourneyInfo(id="journey")]), tmp_path / "a.log")
    editor.do(Change(put=everything_there.records()))
    editor.do(
        Change(put=tuple(replaced(each, origin="elsewhere") for each in editor.journey.all(Touchpoint)))
    )
    assert everything_again(editor.path).journey == editor.journey
    editor.undo()
    assert everything_again(editor.path).journey == everything_there


def test_values_that_are_equal_in_python_but_not_in_json_are_told_apart(tmp_path: Path) -> None:
    start = native.load(
        native.dump(journey(role("CFO"))).replace(b'"name":"CFO"', b'"name":"CFO","new":[1]'), "a"
    )
    editor = Editor(start, tmp_path / "a.log")
    (cfo,) = start.all(Role)
    editor.do(Change(put=(replaced(cfo, unknown='{"new":[true]}'),)))
    assert everything_again(editor.path).journey.all(Role)[0].unknown == '{"new":[true]}'


def test_the_journey_before_a_step_is_known_from_the_one_after_it(editor: Editor) -> None:
    start = Journey.of(editor.journey.records())
    applied = editor.history.do(editor.journey, remove_records(editor.journey, ["role-cfo"]))
    step = step_of("do", applied, editor.journey, is_joined=False)
    assert Journey.of(before(editor.journey.records(), step)) == start


@given(data=st.data())
def test_wherever_a_log_is_torn_what_was_written_before_is_given_back(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    editor = Editor(journey(role("CFO")), tmp_path_factory.mktemp("torn") / "a.log")
    states, ends = [Journey.of(editor.journey.records())], [editor.path.stat().st_size]
    for title in ("One", "Two", "Three"):
        editor.title(title)
        states.append(Journey.of(editor.journey.records()))
        ends.append(editor.path.stat().st_size)
    cut = data.draw(st.integers(ends[0], ends[-1]))
    noise = data.draw(st.binary(max_size=40).filter(lambda found: b"\n" not in found))
    editor.path.write_bytes(editor.path.read_bytes()[:cut] + noise)
    found = replay(editor.path)
    expected = max(i for i, end in enumerate(ends) if end <= cut)
    assert found.journey == states[expected]
    assert found.good_bytes == ends[expected]
    assert found.is_whole


def test_a_line_that_was_altered_in_the_middle_ends_what_is_given_back_and_is_told(editor: Editor) -> None:
    editor.title("One")
    editor.title("Two")
    editor.title("Three")
    editor.path.write_bytes(editor.path.read_bytes().replace(b"Two", b"Twi"))
    found = replay(editor.path)
    assert found.journey.info.title == "One"
    assert not found.is_whole


def test_a_line_that_is_missing_or_stands_twice_is_noticed(editor: Editor) -> None:
    for title in ("One", "Two", "Three"):
        editor.title(title)
    lines = editor.path.read_bytes().splitlines(keepends=True)
    for broken in ([*lines[:3], lines[4]], [*lines[:4], lines[3], lines[4]]):
        editor.path.write_bytes(b"".join(broken))
        assert not replay(editor.path).is_whole


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"not a log", b"\x00" * 500, b"00000000 {}\n", recovery_log._line(b"{}"), recovery_log._line(b"[" * 9999)],
)  # fmt: skip
def test_what_is_no_log_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.log").write_bytes(content)
    with pytest.raises(JourneyError):
        replay(tmp_path / "a.log")
    with pytest.raises(JourneyError):
        recovery_log.read_header(tmp_path / "a.log")


def test_a_log_of_another_version_is_refused(editor: Editor) -> None:
    head, rest = editor.path.read_bytes().split(b"\n", 1)
    for change in ({"version": 2}, {"format": "other"}, {"more": 1}, {"title": "x" * 2000}, {"size": "1"}):
        editor.path.write_bytes(resigned(head + b"\n", change) + rest)
        with pytest.raises(JourneyError):
            replay(editor.path)


@pytest.mark.parametrize(
    "change",
    [
        {"op": "run"}, {"number": 7}, {"number": True}, {"put": [{"record": "role"}]}, {"put": [[1]]}, {"put": {}},
        {"put": [{"record": "touchpoint", "id": "t", "start": 1e300}]}, {"remove": ["nobody"]}, {"remove": ["journey"]},
        {"change": [{"id": "nobody", "fields": {}}]}, {"change": [{"id": "journey", "fields": {"unit": "eon"}}]},
        {"change": [{"id": "journey", "fields": {"title": 5}}]}, {"change": [{"id": "journey", "unset": ["id"]}]},
        {"label": "x" * 1000}, {"exec": "import os"},
        {"put": [{"record": "poll", "id": "p", "deep": json.loads("[" * 90 + "]" * 90)}]},
    ],
)  # fmt: skip
def test_a_hostile_step_is_refused_and_what_came_before_stands(
    editor: Editor, change: dict[str, object]
) -> None:
    editor.title("Good")
    editor.title("Bad")
    lines = editor.path.read_bytes().splitlines(keepends=True)
    editor.path.write_bytes(b"".join([*lines[:3], resigned(lines[3], change)]))
    found = replay(editor.path)
    assert found.journey.info.title == "Good"
    assert not found.is_whole
    assert found.entries == 1


@given(seed=st.integers(0, 2**32))
def test_whatever_bytes_are_altered_a_log_gives_back_a_journey_or_is_refused(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    editor = Editor(
        journey(role("CFO"), touch("Call", "CFO", at=1)), tmp_path_factory.mktemp("fuzz") / "a.log"
    )
    editor.title("One")
    editor.do(remove_records(editor.journey, ["role-cfo"]))
    chance = random.Random(seed)
    lines = [line[9:-1] for line in editor.path.read_bytes().splitlines(keepends=True)]
    place = chance.randrange(len(lines))
    altered = bytearray(lines[place])
    for _ in range(chance.randint(1, 4)):
        altered[chance.randrange(len(altered))] = chance.randrange(256)
    lines[place] = bytes(altered).replace(b"\n", b" ")
    editor.path.write_bytes(b"".join(map(recovery_log._line, lines)))
    try:
        found = replay(editor.path)
    except JourneyError:
        return
    assert Journey.of(found.journey.records()) == found.journey


def test_a_log_that_is_too_large_is_not_even_opened(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery_log, "MOST_BYTES", editor.path.stat().st_size - 1)
    with pytest.raises(JourneyError, match="too big"):
        replay(editor.path)


def test_a_line_of_many_megabytes_is_not_read_whole(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    editor.title("Good")
    monkeypatch.setattr(limits, "FILE_BYTES", editor.path.stat().st_size)
    editor.append(b"x" * 100_000)
    assert replay(editor.path).journey.info.title == "Good"


def test_what_the_log_is_of_stands_in_its_header(tmp_path: Path) -> None:
    header = Header(title="Größe", path="/x/a.journey", size=3, mtime_ns=5, digest="d")
    path = tmp_path / "a.log"
    path.write_bytes(head_lines(header, journey(role("CFO")).records()))
    assert recovery_log.read_header(path) == header
    assert header.stamp == (3, 5, "d")
    assert Header().stamp is None


def test_a_step_knows_what_came_and_what_went(editor: Editor) -> None:
    applied = editor.history.do(editor.journey, remove_records(editor.journey, ["role-cfo"]))
    step = step_of("do", applied, editor.journey, is_joined=False)
    assert isinstance(step, Step)
    assert step.remove == ("role-cfo",)
    assert {record.id for record in step.put} == {"touch-call", "role-it"}  # which keeps its colour
    assert {record.id for record in step.before} == {"role-cfo", "touch-call", "role-it"}
