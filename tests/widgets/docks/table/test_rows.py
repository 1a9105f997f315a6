from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from app.model.change import Change
from app.model.edits import touchpoints
from app.model.edits.roles import remove_roles, rename_role
from app.model.errors import JourneyError
from app.model.record import replaced
from app.model.records import Touchpoint
from app.model.sheet.columns import columns
from app.model.view import Filter
from app.widgets.docks.table.filters import Filtered, Wish, offered, way_of
from app.widgets.docks.table.model import SheetModel
from app.widgets.docks.table.rows import Rows, Wanted
from app.widgets.document import Document
from tests.model.hands import DrawnHand, small_world
from tests.model.verbs import VERBS
from tests.world import journey, large_journey, role, touch


def named(rows: Rows) -> list[str]:
    return [record_id.removeprefix("touch-") for record_id in rows.ids]


def wanted(j: object, key: str, **more: object) -> Wanted:
    column = next(each for each in columns(j) if each.key == key)  # type: ignore[arg-type]
    return Wanted(column=column, **more)  # type: ignore[arg-type]


def test_rows_stand_in_time_unless_sorted() -> None:
    rows = Rows(journey(touch("b", "IT", at=1), touch("A", "IT", at=2), touch("", "IT", at=0)))
    assert named(rows) == ["00000000", "b", "a"]


def test_empty_cells_stand_last_in_both_directions() -> None:
    j = journey(touch("b", "IT", at=1), touch("A", "IT", at=2), touch("", "IT", at=0))
    rows = Rows(j)
    rows.want(wanted(j, "title"))
    assert named(rows) == ["a", "b", "00000000"]
    rows.want(wanted(j, "title", is_descending=True))
    assert named(rows) == ["b", "a", "00000000"]


def test_numbers_in_words_are_sorted_as_numbers() -> None:
    j = journey(*(touch(f"Step {n}", "IT", at=-n) for n in (1, 2, 10)))
    rows = Rows(j)
    rows.want(wanted(j, "title"))
    assert named(rows) == ["step-1", "step-2", "step-10"]


def test_a_held_row_stays_until_it_is_let_go() -> None:
    j = journey(touch("a", "IT", at=0), touch("b", "IT", at=1), touch("c", "IT", at=2))
    rows = Rows(j)
    rows.held = "touch-a"
    touched = j.apply(touchpoints.move_touchpoints(j, ["touch-a"], 9)).touched
    rows.become(rows.after(touched))
    assert named(rows) == ["a", "b", "c"]
    rows.held = ""
    assert rows.after(("touch-a",)) == ["touch-b", "touch-c", "touch-a"]


def test_words_are_looked_for_in_roles_channels_and_phases_too() -> None:
    j = small_world()
    rows = Rows(j)
    for words, found in (
        ("legal", ["kick-off", "sign", "renew"]), ("EMAIL it", ["kick-off"]), ("use", ["renew"]), ("nothing", []),
    ):  # fmt: skip
        rows.want(Wanted(words))
        assert named(rows) == found


def test_ten_thousand_rows_are_sorted_and_one_change_is_followed() -> None:
    j = large_journey(10_000)
    rows = Rows(j)
    rows.want(wanted(j, "roles"))
    last = rows.ids[-1]
    touched = j.apply(touchpoints.retitle(j, last, "New")).touched
    assert rows.after(touched) == rows.ids
    assert len(rows.ids) == 10_000


COLUMN_KEYS = ("title", "start", "roles", "feeling role-it", "channel", "duration", "phase")


@settings(max_examples=60)
@given(data=st.data())
def test_the_model_follows_any_edits_as_if_it_were_made_anew(data: st.DataObject) -> None:
    """Qt's own tester watches that rows are announced as they come, go and move."""
    document = Document(small_world())
    model = SheetModel(document, lambda *_: False)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    want = wanted(
        document.journey, data.draw(st.sampled_from(COLUMN_KEYS)), is_descending=data.draw(st.booleans())
    )
    if data.draw(st.booleans()):
        want = want._replace(filter=Filter(roles=("role-legal",)))
    model.want(want)
    document.changed.connect(model.take)
    for _ in range(data.draw(st.integers(1, 6))):
        j = document.journey
        points = [each.id for each in j.all(Touchpoint)]
        chosen = data.draw(st.lists(st.sampled_from(points), min_size=1, max_size=3)) if points else []
        verb = data.draw(
            st.sampled_from(("move", "retitle", "add", "remove", "undo", "role", "hold", "release"))
        )
        if verb == "move" and chosen:
            document.do(touchpoints.move_touchpoints(j, chosen, data.draw(st.integers(-9, 9))))
        elif verb == "retitle" and chosen:
            document.do(
                touchpoints.retitle(j, chosen[0], data.draw(st.sampled_from(["", "a", "Z", "m 10", "m 9"])))
            )
        elif verb == "add":
            document.do(touchpoints.add_touchpoint(j, ["role-legal"], data.draw(st.integers(0, 20)), "n"))
        elif verb == "remove" and chosen:
            document.do(touchpoints.remove_touchpoints(j, chosen))
        elif verb == "undo":
            document.undo()
        elif verb == "role" and j.get("role-it") is not None:
            document.do(remove_roles(j, ["role-it"]))
        elif verb == "hold" and chosen:
            model.rows.held = chosen[0]
        else:
            model.release()
    model.release()
    fresh = SheetModel(document, lambda *_: False)
    column = model.rows.wanted.column
    place = fresh.place_of(column.key) if column is not None else -1
    fresh.want(model.rows.wanted._replace(column=fresh.columns[place] if place >= 0 else None))
    assert model.rows.ids == fresh.rows.ids
    del tester


def test_a_renamed_role_is_another_title_and_no_new_table() -> None:
    document = Document(journey(role("IT"), touch("A", "IT", at=0)))
    model = SheetModel(document, lambda *_: False)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    document.changed.connect(model.take)
    document.do(rename_role(document.journey, "role-it", "Tech"))
    assert model.columns[model.place_of("feeling role-it")].title == "Tech"
    assert model.text(0, model.place_of("roles")) == "Tech"
    assert not resets


def test_several_rows_move_at_once() -> None:
    document = Document(journey(*(touch(name, "IT", at=at) for at, name in enumerate("abcd"))))
    model = SheetModel(document, lambda *_: False)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    document.changed.connect(model.take)
    turned = tuple(replaced(each, start=-each.start) for each in document.journey.all(Touchpoint))
    document.do(Change(turned))
    assert named(model.rows) == ["d", "c", "b", "a"]
    document.undo()
    assert named(model.rows) == ["a", "b", "c", "d"]
    del tester


def test_a_role_is_no_column_any_more_when_it_is_gone() -> None:
    document = Document(journey(role("IT"), touch("A", "Legal", at=0)))
    model = SheetModel(document, lambda *_: False)
    document.changed.connect(model.take)
    document.do(remove_roles(document.journey, ["role-it"]))
    assert model.place_of("feeling role-it") == -1


@given(data=st.data())
@settings(deadline=None, max_examples=30)
def test_filtered_rows_that_follow_edits_are_those_that_are_worked_out_anew(data: st.DataObject) -> None:
    """Whatever is done, by whichever column is filtered: following the changes is as good as beginning again."""
    document = Document(small_world())
    model = SheetModel(document, lambda *_: False)
    keys = [column.key for column in model.columns]
    key = data.draw(
        st.sampled_from([each for each in keys if each in ("phase", "insights", "waits", "title", "tags")])
    )
    column = model.columns[model.place_of(key)]
    values = [each.value for each in offered(document.journey, column)] if way_of(column) == "choices" else []
    wish = {
        "choices": lambda: Wish(among=frozenset(data.draw(st.lists(st.sampled_from(values or [""]))))),
        "span": lambda: Wish(least=data.draw(st.sampled_from([0.0, 1.0, 3.0]))),
        "words": lambda: Wish(words="e"),
    }[way_of(column)]()
    model.want(Wanted(filtered=(Filtered(column, wish),)))
    for _ in range(data.draw(st.integers(1, 6))):
        verb = data.draw(st.sampled_from(sorted(VERBS)))
        try:
            touched = document.journey.apply(VERBS[verb](document.journey, DrawnHand(data))).touched
        except JourneyError:
            continue
        model.take(touched)
        anew = Rows(document.journey)
        anew.want(model.rows.wanted)
        assert model.rows.ids == anew.ids, verb
