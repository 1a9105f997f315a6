from __future__ import annotations

from app.model.edits.phases import split_phase
from app.model.history import History
from app.model.journey import Journey
from app.model.records import Link, Touchpoint
from app.tools.newcomer import new_touchpoint, new_touchpoint_after
from app.tools.phases import new_phase
from app.tools.tool import Typing
from app.tools.words import WORDS, onwards, retyped, typing_of, words_of
from tests.world import insight, journey, link, phase, role, touch


def small() -> Journey:
    return journey(
        phase("Need", 0, 8), phase("Buy", 8, 16), role("IT"), role("CFO"), touch("Ask", "IT", at=2),
        touch("Meet", "IT", "CFO", at=5), touch("Sign", "CFO", at=10), link("Ask", "Sign", label="asks"),
        insight("pain", "Slow", "Ask"),
    )  # fmt: skip


def test_every_kind_of_record_with_words_on_the_map_is_typed_and_read_back() -> None:
    found = small()
    for record in found.records():
        typing = typing_of(found, record.id)
        if typing is None:
            continue
        words = words_of(found, typing)
        assert words is not None
        assert retyped(found, typing, words.read(record)) is None  # nothing typed, nothing changed
        change = retyped(found, typing, "Other words")
        assert change is not None
        found.apply(change)
        now = found.get(record.id)
        assert now is not None
        assert words.read(now) == "Other words"
    assert {kind.record_kind for kind, _ in WORDS} == {
        "touchpoint",
        "role",
        "phase",
        "link",
        "insight",
        "journey",
    }


def test_the_words_of_a_link_are_its_label_and_its_wait() -> None:
    found = small()
    change = retyped(found, Typing(found.all(Link)[0].id, "words"), "sends offer 3 days")
    assert change is not None
    found.apply(change)
    changed = found.all(Link)[0]
    assert changed.label == "sends offer"
    assert changed.wait is not None
    assert (changed.wait.value, changed.wait.unit) == (3.0, "day")


def test_tab_goes_along_the_line_of_the_role_that_is_typed_for() -> None:
    found = small()
    for role_id, way in (
        ("role-it", ["touch-ask", "touch-meet"]),
        ("role-cfo", ["touch-meet", "touch-sign"]),
    ):
        there = onwards(found, Typing(way[0], "title", role_id), 1)
        assert there.typing == Typing(way[1], "title", role_id)
        assert there.selection == {way[1]}
        back = onwards(found, Typing(way[1], "title", role_id), -1)
        assert back.typing == Typing(way[0], "title", role_id)
    assert onwards(found, Typing("touch-ask", "title", "role-it"), -1).typing is None


def test_tab_after_the_last_makes_a_new_touchpoint_a_unit_later() -> None:
    new = onwards(small(), Typing("touch-sign", "title", "role-cfo"), 1)
    assert new.change is not None
    made = new.change.put[0]
    assert isinstance(made, Touchpoint)
    assert (made.start, made.roles) == (11.0, ("role-cfo",))
    assert new.typing is not None
    assert new.typing.is_new


def test_tab_goes_from_role_to_role_and_from_phase_to_phase() -> None:
    found = small()
    assert onwards(found, Typing("role-it", "name"), 1).typing == Typing("role-cfo", "name")
    assert onwards(found, Typing("phase-buy", "name"), -1).typing == Typing("phase-need", "name")
    assert onwards(found, Typing("phase-buy", "name"), 1).typing is None


def test_made_and_typed_is_one_step_and_made_and_left_empty_is_none() -> None:
    for text, steps in (("Ask again", 1), ("", 0)):
        found, history = small(), History()
        before = found.records()
        made = new_touchpoint(found, 7.0, "role-it")
        assert made.change is not None
        assert made.typing is not None
        history.do(found, made.change)
        change = retyped(found, made.typing, text, history.undo_change)
        assert change is not None
        history.do(found, change)
        assert history.place == steps
        assert history.labels == ("Add touchpoint Ask again",) * steps
        if steps:
            history.undo(found)
        assert found.records() == before


def test_typed_after_another_step_it_is_a_step_of_its_own() -> None:
    found = small()
    made = new_touchpoint(found, 7.0, "role-it")
    assert made.change is not None
    assert made.typing is not None
    found.apply(made.change)
    renaming, removing = (retyped(found, made.typing, text) for text in ("Ask again", ""))
    assert renaming is not None
    assert renaming.label == "Rename touchpoint Ask again"
    assert removing is not None
    assert removing.remove == (made.typing.record,)


def test_a_phase_split_off_takes_back_the_split_where_nothing_is_typed() -> None:
    found, history = small(), History()
    before = found.records()
    made = new_phase(split_phase(found, "phase-need", 3))
    assert made.change is not None
    assert made.typing is not None
    history.do(found, made.change)
    change = retyped(found, made.typing, "", history.undo_change)
    assert change is not None
    history.do(found, change)
    assert found.records() == before
    assert history.place == 0


def test_a_new_one_stands_between_its_neighbours_or_a_unit_later() -> None:
    found = journey(role("IT"), touch("A", "IT", at=2), touch("B", "IT", at=3), touch("C", "IT", at=9))
    starts = []
    for touchpoint in ("touch-a", "touch-b", "touch-c"):
        change = new_touchpoint_after(found, touchpoint, "role-it").change
        assert change is not None
        starts.append(change.put[0].start)
    assert starts == [2.5, 4.0, 10.0]


def test_tab_goes_from_the_title_to_whose_journey_it_is_and_to_its_goal() -> None:
    found = journey(title="Buying")
    fields, typing = ["title"], typing_of(found, found.info.id)
    while typing is not None:
        typing = onwards(found, typing, 1).typing
        fields += [typing.field] if typing is not None else []
    assert fields == ["title", "subject", "goal"]
    assert onwards(found, Typing(found.info.id, "title"), -1).typing is None
