from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import LANGUAGES, speaking
from app.model.errors import JourneyError
from app.model.history import History
from app.model.journey import Journey
from app.model.records import Phase, Role, Touchpoint
from app.model.sheet.block import Block, read_tabbed, write_tabbed
from app.model.sheet.column import Column
from app.model.sheet.columns import columns
from app.model.sheet.filling import Pasted, add_row, clear_cells, paste_block, set_cell, unknown_roles
from app.model.sheet.headers import heading
from app.model.sheet.names import Names
from tests.model.consistency import assert_consistent
from tests.model.hands import small_world
from tests.world import journey, link, phase, role, touch


def named(j: Journey, *keys: str) -> list[Column]:
    by_key = {each.key: each for each in columns(j)}
    return [by_key[key] for key in keys]


def paste(
    j: Journey, text: str, rows: list[str], keys: list[str], roles: dict[str, str] | None = None
) -> Pasted:
    pasted = paste_block(j, read_tabbed(text), rows, named(j, *keys), Names(j, roles))
    j.apply(pasted.change)
    assert_consistent(j)
    return pasted


def titles(j: Journey) -> list[str]:
    return [point.title for point in j.all(Touchpoint)]


def test_rows_of_a_block_change_touchpoints_and_further_ones_become_new() -> None:
    j = journey(touch("A", "IT", at=0), touch("B", "IT", at=1))
    pasted = paste(j, "A2\t3\nB2\t5\nC\t4\n", ["touch-a", "touch-b"], ["title", "start"])
    assert [(point.title, point.start) for point in j.all(Touchpoint)] == [("A2", 3), ("C", 4), ("B2", 5)]
    assert (len(pasted.changed), len(pasted.added)) == (2, 1)
    assert pasted.change.label == "Paste 3 rows"


def test_missing_cells_of_a_ragged_row_stay_and_empty_ones_are_emptied() -> None:
    j = journey(touch("A", "IT", at=0, tags=("old",)), touch("B", "IT", at=1, tags=("old",)))
    paste(j, "A2\nB2\t", ["touch-a", "touch-b"], ["title", "tags"])
    assert [(point.title, point.tags) for point in j.all(Touchpoint)] == [("A2", ("old",)), ("B2", ())]


def test_an_empty_cell_leaves_what_cannot_be_empty() -> None:
    j = journey(touch("A", "IT", at=4))
    paste(j, "A2\t\t", ["touch-a"], ["title", "start", "roles"])
    assert (j.all(Touchpoint)[0].start, j.all(Touchpoint)[0].roles) == (4, ("role-it",))


def test_new_rows_without_a_start_follow_one_unit_apart() -> None:
    j = journey(touch("A", "IT", at=7))
    paste(j, "B\nC", [], ["title"])
    assert [(point.title, point.start, point.roles) for point in j.all(Touchpoint)][1:] == [
        ("B", 8, ("role-it",)), ("C", 9, ("role-it",)),
    ]  # fmt: skip


def test_a_list_pasted_into_an_empty_journey_makes_one_role_for_all() -> None:
    j = journey()
    paste(j, "Aware\nBuy\n\nUse\n", [], ["title"])
    assert titles(j) == ["Aware", "Buy", "Use"]
    assert [each.name for each in j.all(Role)] == ["Unassigned"]


def test_phases_of_new_rows_are_added_and_hold_them() -> None:
    j = journey(role("IT"), phase("Need", 0, 4))
    paste(j, "A\tBuy\nB\tBuy\nC\tneed\nD\tUse", [], ["title", "phase"])
    assert [each.name for each in j.all(Phase)] == ["Need", "Buy", "Use"]
    found = {point.title: j.phase_at(point.start) for point in j.all(Touchpoint)}
    assert {title: each.name for title, each in found.items() if each} == {
        "A": "Buy",
        "B": "Buy",
        "C": "Need",
        "D": "Use",
    }


def test_feelings_in_the_columns_of_roles_say_who_takes_part() -> None:
    j = journey(role("IT"), role("Legal"))
    paste(j, "A\t\t2\nB\t1\t-1", [], ["title", "feeling role-it", "feeling role-legal"])
    assert [point.roles for point in j.all(Touchpoint)] == [("role-legal",), ("role-it", "role-legal")]
    assert j.all(Touchpoint)[0].participations[0].involvement == "leads"


def test_the_columns_may_stand_in_any_order() -> None:
    j = journey(role("IT"))
    paste(j, "Thinks\tGoes\tIT\t5", [], ["thought", "title", "roles", "start"])
    (point,) = j.all(Touchpoint)
    assert (point.title, point.start, point.participations[0].thought) == ("Goes", 5, "Thinks")


def test_one_bad_cell_refuses_the_block_and_is_named() -> None:
    j = journey(touch("A", "IT", at=0))
    with pytest.raises(JourneyError) as caught:
        paste_block(j, (("X", "1"), ("Y", "soon")), ["touch-a"], named(j, "title", "start"))
    assert str(caught.value).startswith("Row 2, Start: “soon” is no place on the timeline.")
    assert titles(j) == ["A"]


def test_a_block_wider_than_the_table_is_refused() -> None:
    j = journey(touch("A", "IT", at=0))
    with pytest.raises(JourneyError, match="room for 1 column from here, but the block has 2"):
        paste_block(j, (("X", "1"),), [], named(j, "title"))


def test_unknown_roles_are_found_before_anything_is_asked_of_them() -> None:
    j = journey(role("IT"))
    block = read_tabbed("A\tit, Fiona\nB\tBen; FIONA\nC")
    assert unknown_roles(Names(j), block, named(j, "title", "roles")) == ("Fiona", "Ben")
    paste(j, "A\tit, Fiona\nB\tBen; FIONA", [], ["title", "roles"], {"fiona": "role-it", "Ben": ""})
    assert [point.roles for point in j.all(Touchpoint)] == [("role-it",), (j.all(Role)[1].id, "role-it")]


def test_a_row_of_titles_names_the_columns() -> None:
    j = journey(role("IT"))
    block = read_tabbed("When\tTouchpoint\tIT\tCost\t\n3\tKick-off\t-1\t40 k\t\n")
    found = heading(block, columns(j))
    assert found is not None
    assert found.new == ("Cost",)
    j.apply(paste_block(j, found.block, [], found.columns).change)
    (point,) = j.all(Touchpoint)
    assert (point.title, point.start, point.participations[0].feeling) == ("Kick-off", 3, -1)
    assert (point.custom[0].name, point.custom[0].value) == ("Cost", "40 k")


@pytest.mark.parametrize(
    "text",
    [
        "Start\nMiddle\nEnd",
        "Title\tRoles",
        "A\tB\nC\tD",
        "Kick-off\tIT\nSign\tLegal",
        "Title\ta\tb\tc\nA\t1\t2\t3",
    ],
)
def test_a_row_that_names_too_little_is_no_header(text: str) -> None:
    assert heading(read_tabbed(text), columns(journey(role("IT")))) is None


def test_a_column_named_twice_is_read_once() -> None:
    found = heading(read_tabbed("Title\tRoles\ttitle\nA\tIT\tB"), columns(journey(role("IT"))))
    assert found is not None
    assert [each.key if each else "" for each in found.columns] == ["title", "roles", ""]


def test_clearing_skips_what_cannot_be_empty_unless_it_is_all() -> None:
    j = small_world()
    title, start, channel = named(j, "title", "start", "channel")
    change = clear_cells(
        j, [("touch-kick-off", title), ("touch-kick-off", start), ("touch-kick-off", channel)]
    )
    assert change.label == "Clear 2 cells"
    j.apply(change)
    point = j.the(Touchpoint, "touch-kick-off")
    assert (point.title, point.channel, point.start) == ("", "", 3)
    with pytest.raises(JourneyError, match="“Start” cannot be empty"):
        clear_cells(j, [("touch-kick-off", start)])


def test_a_row_is_begun_in_any_cell() -> None:
    j = journey(touch("A", "IT", at=2))
    change = add_row(j, named(j, "channel")[0], "Email")
    assert change.label == "Add touchpoint"
    j.apply(change)
    point = j.all(Touchpoint)[1]
    assert (point.start, point.roles, bool(point.channel)) == (3, ("role-it",), True)


def test_a_whole_table_copied_out_comes_back_the_same() -> None:
    j = journey(
        role("IT"),
        role("Legal"),
        phase("Need", 0, 4),
        phase("Buy", 4, 10),
        touch("Kick-off", "IT", "Legal", at=3, channel="Email", feelings={"IT": 1, "Legal": -2}),
        touch("Sign", "Legal", at=9.25, feeling=-1, moment_of_truth=True, tags=("a", "b")),
        link("Kick-off", "Sign"),
    )
    shown = columns(j)
    rows = [[column.text(j, point) for column in shown] for point in j.all(Touchpoint)]
    other = Journey.of(record for record in j.records() if record.record_kind not in ("touchpoint", "link"))
    text = write_tabbed([[column.title for column in shown], *rows])
    found = heading(read_tabbed(text), columns(other))
    assert found is not None
    other.apply(paste_block(other, found.block, [], found.columns).change)
    again = [[column.text(other, point) for column in shown] for point in other.all(Touchpoint)]
    assert again == rows


WORDS = st.sampled_from(
    ["", " ", "A", "3", "-2", "2026-01-09", "IT, Legal", "Fiona", "3 days", "yes", "Leads", "two\nlines", "x" * 301, "Need",
     "Email", "Fax", "Ad hoc", "\u200b", "9e99", "R"]
) | st.text(max_size=8)  # fmt: skip


@given(data=st.data())
def test_any_block_is_written_as_a_whole_or_refused_and_one_undo_takes_it_back(data: st.DataObject) -> None:
    j, history = small_world(), History()
    before = j.records()
    every = columns(j)
    chosen = data.draw(
        st.lists(st.sampled_from(every), min_size=1, max_size=6, unique_by=lambda each: each.key)
    )
    block: Block = tuple(
        tuple(row)
        for row in data.draw(st.lists(st.lists(WORDS, max_size=len(chosen)), min_size=1, max_size=5))
    )
    rows = [point.id for point in j.all(Touchpoint)][: data.draw(st.integers(0, 4))]
    with suppress(JourneyError):
        pasted = paste_block(j, block, rows, chosen, Names(j, {"fiona": ""}))
        history.do(j, pasted.change)
        assert_consistent(j)
        history.undo(j)
    assert j.records() == before


@given(data=st.data(), text=WORDS)
def test_any_words_in_any_cell_are_written_or_refused(data: st.DataObject, text: str) -> None:
    j = small_world()
    column = data.draw(st.sampled_from(columns(j)))
    point = data.draw(st.sampled_from(j.all(Touchpoint)))
    with suppress(JourneyError):
        j.apply(set_cell(j, point.id, column, text))
        assert_consistent(j)
        now = column.text(j, j.the(Touchpoint, point.id))
        assert set_cell(j, point.id, column, now).is_empty


@pytest.mark.parametrize(
    "text", ["Titel\tWer\tWann\nA\tIT\t3", "Titre\tRôle\tQuand\nA\tIT\t3", "Was\tBeteiligte\tWoche\nA\tIT\t3"]
)
def test_columns_are_known_by_german_and_french_words_too(text: str) -> None:
    found = heading(read_tabbed(text), columns(journey(role("IT"))))
    assert found is not None
    assert [column.key for column in found.columns if column] == ["title", "roles", "start"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", LANGUAGES)
def test_titles_of_columns_are_known_in_every_language(language: str, reader: str) -> None:
    own = journey(role("IT"))
    with speaking(language):
        titles = {column.title: column.key for column in columns(own) if not column.role}
    with speaking(reader):
        found = heading(read_tabbed("\t".join(titles) + "\nx"), columns(own))
    assert found is not None
    assert [column.key if column else "" for column in found.columns] == list(titles.values())
