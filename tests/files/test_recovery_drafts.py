from __future__ import annotations

import errno
import json
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.files import recovery, recovery_log, recovery_writer
from app.files.recovery_log import Header, Replayed, Unsaid, drafts_line, replay, step_line, step_of, unsaid
from app.files.recovery_writer import Log, Writer
from app.model.change import Change
from app.model.draft import Draft
from app.model.edits.records import remove_records
from app.model.edits.roles import add_role, rename_role
from app.model.errors import JourneyError
from app.model.history import History
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Role
from tests.world import journey, role, touch

LINE = Draft("CFO: budget rev", "Capture bar", is_line=True)


class Typist:
    """A document in which somebody types while its log is written."""

    def __init__(self, writer: Writer) -> None:
        self.journey = journey(role("CFO"), touch("Call", "CFO", at=2))
        self.history = History()
        self.log: Log = writer.new_log(lambda: Header(title=self.journey.info.title))

    def do(self, change: Change) -> None:
        applied = self.history.do(self.journey, change)
        self.log.take(step_of("do", applied, self.journey, is_joined=False), self.journey.snapshot)

    def title(self, words: str) -> None:
        self.do(titled(self.journey, words))

    def draft(self, *drafts: Draft) -> None:
        found = (unsaid(each, self.journey) for each in drafts)
        self.log.draft(tuple(each for each in found if each is not None), self.journey.snapshot)

    def type(self, words: str) -> None:
        """Type a title and do not confirm it."""
        self.draft(Draft(words, "Title", titled(self.journey, words)))

    def found(self) -> Replayed:
        return replay(self.log.path)

    def found_words(self) -> list[str]:
        return [each.words for each in self.found().drafts]


def titled(found: Journey, words: str) -> Change:
    return Change(
        put=(replaced(found.info, title=words),), label=f"Rename journey {words}", merge_key="title"
    )


def taken_over(found: Replayed) -> Journey:
    """The journey with all drafts in it that are changes."""
    for draft in found.drafts:
        if draft.change is not None:
            found.journey.apply(draft.change)
    return found.journey


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def writer(told: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    monkeypatch.setattr(recovery_writer, "GATHER_S", 0.001)
    monkeypatch.setattr(recovery_writer, "AGAIN_S", 0.01)
    made = Writer(recovery.folder(), lambda refusal: told.append(str(refusal) if refusal else "fine"))
    yield made
    made.close()


@pytest.fixture
def typist(writer: Writer) -> Typist:
    return Typist(writer)


def logs() -> list[Path]:
    return sorted(recovery.folder().glob("*.log"))


def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(1000):
        if condition():
            return
        threading.Event().wait(0.005)
    raise AssertionError("it never came")


def test_what_is_typed_is_given_back_as_the_change_that_confirming_it_would_make(
    writer: Writer, typist: Typist
) -> None:
    typist.title("Logged")
    typist.type("Lunch")
    typist.type("Lunch with the board")
    assert writer.flush()
    found = typist.found()
    (draft,) = found.drafts
    assert (draft.words, draft.where) == ("Lunch with the board", "Title")
    assert found.journey.info.title == "Logged"
    assert (found.entries, found.is_whole) == (1, True)
    assert found.good_bytes == typist.log.path.stat().st_size
    assert draft.change is not None
    assert draft.change.label == "Rename journey Lunch with the board"
    assert taken_over(found).info.title == "Lunch with the board"


def test_what_is_typed_first_begins_a_log_without_a_step(writer: Writer, typist: Typist) -> None:
    typist.type("Lunch")
    assert writer.flush()
    found = typist.found()
    assert (found.entries, found.is_empty) == (0, False)
    assert found.journey == typist.journey
    assert taken_over(found).info.title == "Lunch"


def test_confirming_voids_a_draft(writer: Writer, typist: Typist) -> None:
    typist.type("Lunch")
    typist.title("Lunch")
    typist.draft()
    assert writer.flush()
    found = typist.found()
    assert found.drafts == ()
    assert found.journey.info.title == "Lunch"


def test_a_kill_between_the_step_and_its_draft_s_end_does_not_do_it_twice(
    writer: Writer, typist: Typist
) -> None:
    typist.type("Lunch")
    typist.title("Lunch")
    assert writer.flush()
    assert typist.found().drafts == ()


def test_taking_back_what_was_typed_first_leaves_nothing_to_recover(writer: Writer, typist: Typist) -> None:
    typist.type("Lunch")
    writer.flush()
    assert logs()
    typist.draft()
    assert writer.flush()
    assert logs() == []
    typist.type("Dinner")
    assert writer.flush()
    assert typist.found_words() == ["Dinner"]


def test_taking_back_what_was_typed_after_a_step_leaves_the_step(writer: Writer, typist: Typist) -> None:
    typist.title("Logged")
    typist.type("Lunch")
    writer.flush()
    typist.draft()
    assert writer.flush()
    assert typist.found().drafts == ()
    assert typist.found().journey.info.title == "Logged"


def test_other_steps_leave_what_is_being_typed(writer: Writer, typist: Typist) -> None:
    typist.draft(LINE)
    typist.title("One")
    writer.flush()
    typist.do(rename_role(typist.journey, "role-cfo", "Finance"))
    assert writer.flush()
    (draft,) = typist.found().drafts
    assert draft == LINE


def test_a_draft_changes_only_the_fields_that_were_typed(writer: Writer, typist: Typist) -> None:
    typist.type("Lunch")
    info = typist.journey.info
    typist.do(Change(put=(replaced(info, goal="Decide"),)))
    assert writer.flush()
    after = taken_over(typist.found()).info
    assert (after.title, after.goal) == ("Lunch", "Decide")


def test_words_whose_record_is_gone_are_kept_without_a_change(writer: Writer, typist: Typist) -> None:
    typist.draft(Draft("Finance", "Name", rename_role(typist.journey, "role-cfo", "Finance")))
    typist.do(remove_records(typist.journey, ["role-cfo"]))
    assert writer.flush()
    (draft,) = typist.found().drafts
    assert (draft.words, draft.where, draft.change) == ("Finance", "Name", None)


def test_a_new_record_and_what_is_joined_are_given_back(writer: Writer, typist: Typist) -> None:
    typist.draft(Draft("Legal", "Name", add_role(typist.journey, "Legal"), is_joined=True))
    assert writer.flush()
    found = typist.found()
    assert found.drafts[0].is_joined
    assert "Legal" in [each.name for each in taken_over(found).all(Role)]


def test_after_saving_what_is_still_being_typed_is_kept_alone(writer: Writer, typist: Typist) -> None:
    typist.title("Saved")
    typist.draft(LINE)
    writer.flush()
    typist.log.clear()
    typist.draft(LINE)
    assert writer.flush()
    found = typist.found()
    assert (found.entries, found.journey.info.title) == (0, "Saved")
    assert found.drafts == (LINE,)


def test_a_log_that_is_begun_anew_keeps_what_is_being_typed_and_that_it_is_unsaved(
    writer: Writer, typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery_writer, "COMPACT_BYTES", 2_000)
    typist.title("Unsaved")
    for end in range(1, 200):
        typist.type("x" * end)
        if end % 10 == 0:
            writer.flush()
            assert typist.found_words() == ["x" * end]
    assert typist.log.path.stat().st_size < 8_000
    typist.draft()
    assert writer.flush()
    found = typist.found()
    assert not found.is_empty
    assert found.journey.info.title == "Unsaved"
    typist.draft(LINE)
    for number in range(60):
        typist.title(f"{number}" + "y" * 100)
        writer.flush()
        assert typist.found().drafts == (LINE,)


def test_a_full_disk_keeps_the_last_draft_alone_and_writes_it_when_there_is_room(
    writer: Writer, typist: Typist, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typist.title("Before")
    writer.flush()

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", refuse)
        for end in range(1, 40):
            typist.type("x" * end)
            wait_until(lambda: not typist.log._commands)
        wait_until(lambda: bool(told))
        assert len(typist.log._held.waiting) <= 1
        assert typist.found().journey.info.title == "Before"
    wait_until(lambda: writer.flush(0.05))
    assert typist.found_words() == ["x" * 39]
    assert typist.found().is_whole


def test_halves_of_characters_do_not_stop_the_worker(writer: Writer, typist: Typist) -> None:
    typist.title("Logged")
    typist.draft(Draft("smile \ud83d", "Title", is_line=True))
    assert writer.flush()
    assert typist.found_words() == ["smile ?"]
    typist.title("Later")
    assert writer.flush()
    assert typist.found().journey.info.title == "Later"


def test_a_recovered_log_goes_on_and_its_drafts_can_be_voided(writer: Writer, typist: Typist) -> None:
    typist.draft(LINE)
    typist.log.leave()
    writer.close()
    (orphan,) = recovery.orphans()
    found = orphan.replay()
    assert found.drafts == (LINE,)
    log = writer.continued_log(orphan.path, orphan.lock, found.entries, found.good_bytes, Header)
    log.draft((), found.journey.snapshot)
    assert writer.flush()
    assert replay(orphan.path).drafts == ()
    log.close()


@pytest.mark.parametrize(
    "change",
    [
        {"drafts": {}}, {"drafts": [1]}, {"drafts": [{"words": 1}]}, {"drafts": [{"words": "x" * 200_000}]}, {"number": 7},
        {"drafts": [{"words": "x", "run": "y"}]}, {"drafts": [{"words": "x", "step": {"op": "run"}}]}, {"exec": "import os"},
    ],
)  # fmt: skip
def test_a_hostile_draft_is_refused_and_what_came_before_stands(
    writer: Writer, typist: Typist, change: dict[str, object]
) -> None:
    typist.title("Good")
    typist.draft(LINE)
    assert writer.flush()
    *before, line = typist.log.path.read_bytes().splitlines(keepends=True)
    typist.log.path.write_bytes(
        b"".join([*before, recovery_log._line(json.dumps(json.loads(line[9:-1]) | change).encode())])
    )
    found = typist.found()
    assert (found.journey.info.title, found.drafts, found.is_whole) == ("Good", (), False)


@pytest.mark.parametrize(
    "step",
    [
        {"op": "do", "put": [{"record": "role"}]},
        {"op": "do", "change": [{"id": "nobody", "fields": {}}]},
        {"op": "do", "change": [{"id": "journey", "fields": {"unit": "eon"}}]},
    ],
)  # fmt: skip
def test_a_draft_whose_change_is_none_gives_back_its_words(
    writer: Writer, typist: Typist, step: dict[str, object]
) -> None:
    typist.title("Good")
    assert writer.flush()
    with typist.log.path.open("ab") as file:
        content = {"number": 1, "drafts": [{"words": "Lunch", "step": step}]}
        file.write(recovery_log._line(json.dumps(content).encode()))
    found = typist.found()
    (draft,) = found.drafts
    assert (draft.words, found.is_whole) == ("Lunch", True)
    if draft.change is not None:
        with pytest.raises(JourneyError):
            found.journey.apply(draft.change)


@given(data=st.data())
def test_wherever_a_log_is_torn_the_last_draft_before_is_given_back(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made, history = journey(role("CFO")), History()
    content = recovery_log.head_lines(Header(), made.records())
    number, typed = 0, list[str]()
    ends = [(len(content), 0, made.info.title, typed)]
    for what in data.draw(st.lists(st.sampled_from(("step", "draft", "void")), max_size=12)):
        if what == "step":
            number += 1
            applied = history.do(made, titled(made, f"Step {number}"))
            content += step_line(number, step_of("do", applied, made, is_joined=False))
        else:
            typed = [f"Line {len(ends)}"] if what == "draft" else []
            content += drafts_line(number, [Unsaid(Draft(each, is_line=True)) for each in typed])
        ends.append((len(content), number, made.info.title, typed))
    cut = data.draw(st.integers(ends[0][0], len(content)))
    path = tmp_path_factory.mktemp("torn") / "a.log"
    path.write_bytes(content[:cut])
    found = replay(path)
    end = max((each for each in ends if each[0] <= cut), key=lambda each: each[0])
    assert (found.good_bytes, found.entries, found.journey.info.title) == end[:3]
    assert [each.words for each in found.drafts] == end[3]
    assert found.is_whole
