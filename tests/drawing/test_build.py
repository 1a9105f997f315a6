"""The whole picture: layers, tags, words, and what is taken over from the drawing before."""

from __future__ import annotations

import gc
import random
import weakref

import pytest
from msgspec.structs import replace

from app.drawing.build import build
from app.drawing.memory import Memory
from app.drawing.shapes import Drawing, Group, Text
from app.drawing.tokens import DARK, LIGHT, PRINT, THEMES, Theme
from app.drawing.words import Words
from app.i18n import speaking
from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.model.change import Change
from app.model.edits.touchpoints import move_touchpoints
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Insight, Role, Touchpoint
from app.model.view import View
from tests.drawing.layouts import a_journey, a_layout, moved
from tests.drawing.shapes_in import layer, of_record, texts, walk
from tests.large_world import large_journey


def drawn(theme: Theme = LIGHT) -> Drawing:
    return build(a_journey(), a_layout(), theme)


def cells(drawing: Drawing) -> dict[str, list[Group]]:
    return {one.name: list(one.cells) for one in drawing.layers}


def test_layers_come_in_paint_order() -> None:
    names = [one.name for one in drawn().layers]
    assert names == [
        "lanes", "areas", "rods", "lines", "links", "markers", "cards", "link-labels", "captions", "insights",
        "phases", "ruler", "headers", "corner", "title", "callouts", "legend",
    ]  # fmt: skip


def test_what_stays_in_sight_is_pinned() -> None:
    pinned = {one.name: one.pinned for one in drawn().layers if one.pinned}
    assert pinned == {"phases": "top", "ruler": "top", "headers": "left", "corner": "corner"}


def test_every_record_of_the_layout_has_its_group() -> None:
    drawing = drawn()
    for name, records in {
        "markers": ["touch-search", "touch-demo", "touch-budget"],
        "cards": ["touch-search", "touch-demo", "insight-pain-nobody-answers"],
        "links": ["link-search-handoff-budget"],
        "link-labels": ["link-search-handoff-budget"],
        "insights": ["insight-pain-nobody-answers"],
        "headers": ["role-it", "role-cfo", "role-seller"],
        "lines": ["role-it"],
        "phases": ["phase-need", "phase-buy"],
        "callouts": ["touch-budget"],
    }.items():
        for record in records:
            assert of_record(drawing, name, record), (name, record)


def test_a_shared_touchpoint_has_a_marker_for_each_role() -> None:
    assert {group.role for group in of_record(drawn(), "markers", "touch-demo")} == {"role-it", "role-seller"}


def test_a_card_says_the_whole_in_its_title() -> None:
    (card,) = of_record(drawn(), "cards", "touch-demo")
    assert str(card.title).splitlines() == [
        "Demo",
        "Week 5 · Video · moment of truth",
        "IT: very happy",
        "Seller: happy",
    ]


def test_a_title_is_in_the_language_of_its_drawing_whenever_it_is_read() -> None:
    journey = a_journey()
    journey.apply(Change(put=(replaced(journey.info, language="de"),)))
    (card,) = of_record(build(journey, a_layout(), LIGHT), "cards", "touch-demo")
    with speaking("fr"):
        assert str(card.title).splitlines()[2] == "IT: sehr zufrieden"


def test_an_edit_of_a_large_map_draws_what_it_touches_and_writes_no_titles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: list[str] = []
    title = Words.title
    monkeypatch.setattr(
        Words, "title", lambda self, *facts: written.append(facts[0].id) or title(self, *facts)
    )
    journey = large_journey(600, 12, seed=1)
    laid_out = layout(journey, View(), fixed_measure)
    drawing = build(journey, laid_out, LIGHT)
    for point in journey.all(Touchpoint)[100:500:100]:
        known = {id(shape) for one in drawing.layers for cell in one.cells for shape in cell.children}
        journey.apply(move_touchpoints(journey, [point.id], 1.3))
        laid_out = layout(journey, View(), fixed_measure, laid_out)
        after = build(journey, laid_out, LIGHT, previous=drawing)
        come = [
            shape
            for one in after.layers
            for cell in one.cells
            for shape in cell.children
            if id(shape) not in known
        ]
        assert come
        assert len(come) < len(known) / 10
        drawing = after
    assert not written
    (card,) = of_record(drawing, "cards", point.id)
    assert point.title in str(card.title)
    assert written == [point.id]


def test_every_text_of_the_layout_is_written_once() -> None:
    words = texts(one for each in drawn().layers for one in each.cells)
    for said in ("Buying", "18 days", "Need", "Week 0", "IT", "CUSTOMER", "Search", "SLA breached", "Nobody",
                 "waits 18 days", "Not involved for 5 weeks", "Channels", "Budget", "Web"):  # fmt: skip
        assert words.count(said) >= 1, said
    assert words.count("Demo") == 1


def test_text_stands_where_layout_put_it() -> None:
    layout = a_layout()
    found = {
        (shape.text, round(shape.x + dx, 2), round(shape.y + dy, 2), shape.width)
        for one in drawn().layers
        for shape, dx, dy in walk(one.cells)
        if isinstance(shape, Text)
    }
    (block,) = layout.blocks
    for row in [row for card in block.cards for row in card.rows]:
        assert (row.text, round(row.x + block.x, 2), round(row.y, 2), row.width) in found
    for row in [row for lane in layout.lanes for row in lane.header.rows]:
        assert (row.text, row.x, row.y, row.width) in found


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_no_text_is_smaller_than_twelve(theme: Theme) -> None:
    for one in drawn(theme).layers:
        for shape, _, _ in walk(one.cells):
            assert not isinstance(shape, Text) or shape.font.size >= 12


def test_print_has_no_transparency_and_no_bands() -> None:
    drawing = drawn(PRINT)
    for one in drawing.layers:
        for shape, _, _ in walk(one.cells):
            assert getattr(shape, "opacity", 1.0) == 1.0
            assert getattr(shape, "fill_opacity", 1.0) == 1.0
            assert getattr(getattr(shape, "stroke", None), "opacity", 1.0) == 1.0
    assert drawing.background == "#FFFFFF"


def test_print_says_red_waits_in_grey_too() -> None:
    assert "!" in texts(layer(drawn(PRINT), "link-labels").cells)
    assert "!" not in texts(layer(drawn(LIGHT), "link-labels").cells)


def test_an_equal_layout_gives_the_same_cells() -> None:
    journey, layout = a_journey(), a_layout()
    first = build(journey, layout, LIGHT)
    second = build(journey, layout, LIGHT, previous=first)
    for one, other in zip(first.layers, second.layers, strict=True):
        for cell, again in zip(one.cells, other.cells, strict=True):
            assert cell is again, one.name


def test_a_moved_block_keeps_what_is_in_it() -> None:
    journey, layout = a_journey(), a_layout()
    first = build(journey, layout, LIGHT)
    second = build(journey, moved(layout, 50), LIGHT, previous=first)
    for name in ("markers", "cards", "lines", "rods", "links", "insights"):
        (before,), (after,) = layer(first, name).cells, layer(second, name).cells
        assert after.children is before.children
        assert after.dx == before.dx + 50


def test_another_theme_draws_everything_anew() -> None:
    journey, layout = a_journey(), a_layout()
    first = build(journey, layout, LIGHT)
    second = build(journey, layout, DARK, previous=first)
    assert cells(second)["cards"][0].children is not cells(first)["cards"][0].children
    assert second == build(journey, layout, DARK)


def test_a_changed_thought_shows_in_the_title_though_the_layout_is_the_same() -> None:
    journey, layout = a_journey(), a_layout()
    first = build(journey, layout, LIGHT)
    demo = journey.the(Touchpoint, "touch-demo")
    parts = tuple(replaced(part, thought="Finally") for part in demo.participations)
    journey.apply(Change(put=(replaced(demo, participations=parts),)))
    second = build(journey, layout, LIGHT, previous=first)
    assert "“Finally”" in str(of_record(second, "cards", "touch-demo")[0].title)
    assert layer(second, "lines").cells[0] is layer(first, "lines").cells[0]
    assert second == build(journey, layout, LIGHT)


def test_a_new_title_shows_at_the_touchpoints_channel_though_the_layout_is_the_same() -> None:
    journey, layout = a_journey(), a_layout()
    first = build(journey, layout, LIGHT)
    search = journey.the(Touchpoint, "touch-search")
    journey.apply(Change(put=(replaced(search, title="Looks around"),)))
    second = build(journey, layout, LIGHT, previous=first)
    (mark,) = of_record(second, "insights", "touch-search")
    assert str(mark.title).startswith("Looks around\n")
    assert second == build(journey, layout, LIGHT)


def test_a_changed_insight_shows_in_the_title_of_its_touchpoint() -> None:
    journey, layout = a_journey(), a_layout()
    first = build(journey, layout, LIGHT)
    insight = journey.all(Insight)[0]
    journey.apply(Change(put=(replaced(insight, text="Too slow"),)))
    second = build(journey, layout, LIGHT, previous=first)
    assert "Pain point: Too slow" in str(of_record(second, "callouts", "touch-budget")[0].title)
    assert second == build(journey, layout, LIGHT)


def test_a_start_date_shows_in_the_title_of_every_touchpoint_though_the_layout_is_the_same() -> None:
    journey = a_journey()
    first = build(journey, a_layout(), LIGHT)
    journey.apply(Change(put=(replaced(journey.info, start_date="2026-03-02"),)))
    assert build(journey, a_layout(), LIGHT, previous=first) == build(journey, a_layout(), LIGHT)


def test_a_recoloured_role_is_drawn_anew() -> None:
    journey, layout = a_journey(), a_layout()
    first = build(journey, layout, LIGHT)
    journey.apply(Change(put=(replaced(journey.the(Role, "role-it"), colour="#AA2200"),)))
    second = build(journey, layout, LIGHT, previous=first)
    assert second == build(journey, layout, LIGHT)
    assert second != first


def test_drawings_in_a_row_do_not_hold_each_other() -> None:
    journey, layout = a_journey(), a_layout()
    first = build(journey, layout, LIGHT)
    former = weakref.ref(first.memory)  # type: ignore[arg-type]
    second = build(journey, moved(layout, 10), LIGHT, previous=first)
    assert isinstance(second.memory, Memory)
    del first
    gc.collect()
    assert former() is None


def test_an_empty_map_shows_its_note() -> None:
    from tests.drawing.layouts import row

    layout = replace(
        a_layout(), lanes=(), blocks=(), phases=(), ruler=(), brackets=(), bottom_rows=(), callouts=(), legend=(),
        note=(row("Nothing here yet", 400, 300, "note"),),
    )  # fmt: skip
    drawing = build(a_journey(), layout, LIGHT)
    assert "Nothing here yet" in texts(layer(drawing, "note").cells)


def test_the_drawing_is_named_for_those_who_cannot_see_it() -> None:
    drawing = drawn()
    assert drawing.title == "Test journey"
    for one in drawing.layers:
        assert one.label


def some_edit(journey: Journey, choice: random.Random) -> Change:
    touchpoint = choice.choice(journey.all(Touchpoint))
    role, insight = choice.choice(journey.all(Role)), choice.choice(journey.all(Insight))
    thoughts = tuple(replaced(part, thought="Really?") for part in touchpoint.participations)
    return choice.choice(
        [
            Change(put=(replaced(touchpoint, title=f"{touchpoint.title} once more"),)),
            Change(put=(replaced(touchpoint, start=touchpoint.start + 1.5),)),
            Change(put=(replaced(touchpoint, participations=thoughts),)),
            Change(put=(replaced(insight, text="Something else"),)),
            Change(put=(replaced(role, name=f"{role.name}!"),)),
        ]
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_edits_the_drawing_equals_one_made_anew(seed: int) -> None:
    choice = random.Random(seed)
    journey = large_journey(30, 6, seed=seed)
    laid_out, drawing = None, None
    for _ in range(8):
        journey.apply(some_edit(journey, choice))
        laid_out = layout(journey, View(channel_row="on"), fixed_measure, laid_out)
        drawing = build(journey, laid_out, LIGHT, previous=drawing)
        assert drawing == build(journey, laid_out, LIGHT)
