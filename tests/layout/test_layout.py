import random
from itertools import product

import pytest
from msgspec.structs import fields, replace

from app.files.native import load
from app.layout.font import measure
from app.layout.lanes import initials
from app.layout.layout import layout
from app.layout.measure import fixed_measure
from app.layout.result import Block, Layout
from app.model.change import Change
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Record, replaced
from app.model.records import Insight, Link, Role, Touchpoint
from app.model.view import CardPlace, View
from app.places import resource
from tests.layout.geometry import faults, laid
from tests.world import days, id_of, insight, journey, large_journey, link, party, phase, role, touch

SAMPLES = ("service-platform", "running-shoes", "major-incident", "onboarding-to-renewal")
LOOKS = list(product(("proportional", "even"), ("compact", "standard", "full")))


def sample(name: str) -> Journey:
    return load((resource("samples") / f"{name}.journey").read_bytes(), name)


def same(one: Layout, other: Layout) -> list[str]:
    """Return the names of what differs, memory left out."""
    return [
        f.name for f in fields(one) if f.name != "memory" and getattr(one, f.name) != getattr(other, f.name)
    ]


@pytest.mark.parametrize(("spacing", "detail"), LOOKS)
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_overlaps_in_a_sample(name: str, spacing: str, detail: str) -> None:
    assert faults(laid(sample(name), measure, spacing=spacing, detail=detail)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_touchpoint_of_a_sample_has_its_label_on_the_map(name: str) -> None:
    placed = laid(sample(name), measure)
    assert placed.callouts == ()
    shown = {card.touchpoint for block in placed.blocks for card in block.cards}
    assert shown == {touchpoint.id for touchpoint in sample(name).all(Touchpoint)}


@pytest.mark.parametrize(("spacing", "detail"), LOOKS)
def test_nothing_overlaps_in_a_crowded_map(spacing: str, detail: str) -> None:
    placed = laid(large_journey(60, 6), spacing=spacing, detail=detail)
    assert faults(placed) == []


def test_nothing_overlaps_in_a_large_map() -> None:
    placed = laid(large_journey(700, 20))
    assert faults(placed) == []
    assert len(placed.callouts) < 0.06 * 700


def test_ends_of_broken_links_that_stand_out_of_their_lane_keep_labels_off() -> None:
    placed = laid(large_journey(1000, 50), measure, spacing="even", detail="compact")
    assert faults(placed) == []


@pytest.mark.parametrize("spacing", ["proportional", "even"])
def test_touchpoints_of_one_moment_never_stand_on_each_other(spacing: str) -> None:
    crowd = [touch(f"Mail {n}", "Buyer", at=3) for n in range(12)]
    placed = laid(journey(*crowd, touch("Call", "Seller", at=3)), spacing=spacing)
    assert faults(placed) == []


@pytest.mark.parametrize(("spacing", "detail"), LOOKS)
def test_odd_timelines_are_legal(spacing: str, detail: str) -> None:
    for times in ([0], [-5, -1], [0, 1_000_000], [7, 7], [-1e7, 1e7], [0.001, 0.002]):
        points = [touch(f"Talk {n}", "Buyer", at=at) for n, at in enumerate(times)]
        placed = laid(journey(*points, phase("Buy", 2, 3)), spacing=spacing, detail=detail)
        assert faults(placed) == []
        assert placed.width < 20_000


@pytest.mark.parametrize("unit", ["step", "hour", "day", "week", "month"])
@pytest.mark.parametrize("date", ["", "2026-02-27"])
def test_rulers_of_all_units_stand_clear(unit: str, date: str) -> None:
    for span in (1, 9, 80, 700):
        points = [touch("First", "Buyer", at=0), touch("Last", "Buyer", at=span)]
        placed = laid(journey(*points, unit=unit, start_date=date))
        assert faults(placed) == []
        assert any(tick.label for tick in placed.ruler)


def test_an_empty_journey_says_so() -> None:
    placed = laid(journey())
    assert [row.text for row in placed.note] == ["This journey has no roles yet."]
    assert faults(placed) == []
    waiting = laid(journey(role("Buyer")))
    assert [row.text for row in waiting.note] == ["No touchpoints here yet."]
    assert faults(waiting) == []


WORDS = (
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde " * 2,
    "製品の見積もりを依頼してから三週間待った後にようやく返事が来たという話",
    "مراجعة العقد مع فريق المشتريات",
    "👩‍👩‍👧‍👦" * 30,
    "x" * 300,
    "a " * 150,
)


@pytest.mark.parametrize("words", WORDS)
def test_ugly_words_stay_inside_their_cards_headers_and_phases(words: str) -> None:
    words = words[:300]
    points = [touch(f"{n}", "R", at=n) for n in range(4)]
    records = [replaced(point, title=words) for point in points]
    world = journey(
        replaced(role("R", words[:80]), name=words, remit=words), party(words[:80]), phase(words, 0, 2), *records,
        insight("pain", words * 3, "1"), title=words, subject=words, goal=words * 3,
    )  # fmt: skip
    for detail in ("compact", "standard", "full"):
        assert faults(laid(world, detail=detail)) == []


def test_lanes_stand_customers_first_and_suppliers_last() -> None:
    world = journey(
        party("Shop", "supplier"), party("Firm"), party("Helper", "partner"), role("Seller", "Shop"),
        role("Buyer", "Firm"), role("Advisor", "Helper"), touch("Talk", "Seller", "Buyer", "Advisor", at=1),
    )  # fmt: skip
    placed = laid(world)
    assert [lane.header.rows[0].text for lane in placed.lanes] == ["Buyer", "Advisor", "Seller"]
    buyer, advisor, seller = placed.lanes
    assert advisor.y - (buyer.y + buyer.height) == seller.y - (advisor.y + advisor.height) == 18
    assert {bracket.side for bracket in placed.brackets} == {"customer", "partner", "supplier"}


def test_a_roles_index_stays_when_others_are_hidden() -> None:
    world = journey(*(touch(f"T{n}", f"Role {n}", at=n) for n in range(3)))
    solo = laid(world, solo_role=id_of("role", "Role 2"))
    hidden = laid(world, hidden_roles=(id_of("role", "Role 0"),))
    assert [lane.index for lane in solo.lanes] == [2]
    assert [lane.index for lane in hidden.lanes] == [1, 2]


def test_a_shared_touchpoint_has_one_card_one_rod_and_a_marker_on_each_line() -> None:
    placed = laid(journey(role("A"), role("B"), role("C"), touch("Meet", "A", "C", at=2)))
    (block,) = placed.blocks
    assert len(block.cards) == len(block.rods) == 1
    assert len({marker.x for marker in block.markers}) == 1
    assert len(block.markers) == 2
    middle = placed.lanes[1]
    assert block.rods[0].dots == ((middle.y, middle.y + middle.height),)


def test_a_folded_lane_is_low_and_holds_no_card() -> None:
    world = journey(touch("Meet", "A", "B", at=2), touch("Call", "B", at=5))
    placed = laid(world, folded_roles=(id_of("role", "B"),))
    folded = placed.lanes[1]
    assert folded.folded
    assert folded.height == 44
    assert all(card.role != folded.role for block in placed.blocks for card in block.cards)


def test_a_card_placed_by_hand_stays_there() -> None:
    world = journey(touch("Meet", "A", at=2), touch("Call", "A", at=5))
    spot = CardPlace(touchpoint=id_of("touch", "Meet"), role=id_of("role", "A"), dx=60, dy=10)
    placed = laid(world, card_places=(spot,))
    (card,) = [c for c in placed.blocks[0].cards if c.touchpoint == spot.touchpoint]
    (marker,) = [m for m in placed.blocks[0].markers if m.touchpoint == spot.touchpoint]
    assert (card.box.x - marker.x, card.box.y - marker.y) == (60, 10)


def test_numbers_of_insights_stand_on_cards_and_in_their_rows() -> None:
    world = journey(
        touch("Late", "A", at=9), touch("Early", "A", at=1), insight("pain", "Second", "Late"),
        insight("pain", "First", "Early"), insight("opportunity", "Help", "Late"), insight("idea", "General"),
    )  # fmt: skip
    placed = laid(world)
    pins = {(c.rows[0].text, p.kind, p.number) for b in placed.blocks for c in b.cards for p in c.pins}
    assert pins == {("Early", "pain", 1), ("Late", "pain", 2), ("Late", "opportunity", 1)}
    assert [row.kind for row in placed.bottom_rows] == ["pain", "opportunity", "idea"]
    boxes = {(box.full_title, box.number) for block in placed.blocks for box in block.insights}
    assert boxes == {("First", 1), ("Second", 2), ("Help", 1), ("General", 1)}


def test_a_long_wait_is_over_its_limit_and_worth_a_headline() -> None:
    world = journey(
        touch("Ask", "A", at=0),
        touch("Answer", "B", at=4),
        link("Ask", "Answer"),
        wait_limit=days(7),
        unit="week",
    )
    placed = laid(world)
    (arrow,) = placed.blocks[0].arrows
    assert arrow.is_over_limit
    assert arrow.pill is not None
    assert (arrow.pill.text.text, arrow.pill.tone) == ("4 weeks", "over")
    assert any(figure.value.text == "4 weeks" and figure.is_alert for figure in placed.title.figures)


def test_the_label_of_a_link_stands_behind_its_wait() -> None:
    found = journey(
        touch("Ask", "A", at=1), touch("Answer", "B", at=9), link("Ask", "Answer", label="by mail")
    )
    arrow = next(arrow for block in laid(found).blocks for arrow in block.arrows)
    assert arrow.pill is not None
    assert arrow.pill.text.text == "8 weeks · by mail"


def test_links_over_many_lanes_are_broken_in_a_thicket_only() -> None:
    world = large_journey(300, 30)
    arrows = [arrow for block in laid(world).blocks for arrow in block.arrows]
    assert any(sum(segment[0] == "M" for segment in arrow.segments) == 2 for arrow in arrows)
    few = [arrow for block in laid(sample("service-platform")).blocks for arrow in block.arrows]
    assert all(sum(segment[0] == "M" for segment in arrow.segments) == 1 for arrow in few)


def test_the_scale_leads_from_time_to_x_and_back() -> None:
    for spacing in ("proportional", "even"):
        scale = laid(sample("service-platform"), spacing=spacing).scale
        for time in (0.0, 1.3, 17.0, 39.9, 55.0):
            assert scale.time(scale.x(time)) == pytest.approx(time)


def test_a_moment_stands_where_the_scale_says() -> None:
    for spacing in ("proportional", "even"):
        world = sample("service-platform")
        placed = laid(world, measure, spacing=spacing)
        for block in placed.blocks:
            for marker in block.markers:
                start = world.the(Touchpoint, marker.touchpoint).start
                assert marker.x + block.x == pytest.approx(placed.scale.x(start), abs=0.1)


def test_blocks_tile_the_timeline() -> None:
    placed = laid(large_journey(400, 10))
    for one, following in zip(placed.blocks, placed.blocks[1:], strict=False):
        assert one.x + one.width == pytest.approx(following.x)
        assert one.last == following.first


def test_two_layouts_are_equal() -> None:
    world = large_journey(120, 8)
    assert same(laid(world), laid(world)) == []


def test_an_unchanged_layout_hands_on_its_blocks() -> None:
    world = large_journey(400, 10)
    first = laid(world)
    again = layout(world, first.view, fixed_measure, first)
    assert all(one is other for one, other in zip(first.blocks, again.blocks, strict=True))


def test_a_new_title_makes_few_blocks_new() -> None:
    world = large_journey(1000, 20)
    first = laid(world)
    point = world.all(Touchpoint)[500]
    world.apply(Change(put=(replaced(point, title="Quite another title"),)))
    again = layout(world, first.view, fixed_measure, first)
    assert same(again, laid(world)) == []
    new = sum(one is not other for one, other in zip(first.blocks, again.blocks, strict=True))
    assert 1 <= new <= 4


def _edit(world: Journey, dice: random.Random) -> Change:
    point, other = dice.choice(world.all(Touchpoint)), dice.choice(world.all(Touchpoint))
    first = point.participations[0]
    felt = replaced(first, feeling=dice.choice((None, -2, 0, 2)))
    name = f"n{dice.randrange(10**9)}"
    choices: list[Record] = [
        replaced(point, title=dice.choice(("A", "A longer title of something", "Call"))),
        replaced(point, start=max(0.0, point.start + dice.choice((-3, -0.4, 0.4, 2, 9)))),
        replaced(point, participations=(felt, *point.participations[1:])),
        replaced(point, moment_of_truth=not point.moment_of_truth),
        Touchpoint(id=name, title="New", start=point.start + 0.3, participations=(first,)),
        replaced(dice.choice(world.all(Insight)), text="Other words"),
        replaced(dice.choice(world.all(Role)), name=dice.choice(("X", "Chief of everything under the sun"))),
    ]
    if point.id != other.id:
        choices.append(Link(id=name, source=point.id, target=other.id))
    if dice.random() < 0.15:
        return Change(remove=(dice.choice(world.all(Link)).id,))
    return Change(put=(dice.choice(choices),))


@pytest.mark.parametrize("seed", range(8))
def test_layout_after_edits_equals_layout_from_scratch(seed: int) -> None:
    dice = random.Random(seed)
    world = large_journey(dice.choice((30, 90, 260)), dice.choice((3, 8, 20)), seed=seed)
    view = View(spacing=("even", "proportional")[seed % 2], detail=("compact", "standard", "full")[seed % 3])
    placed = layout(world, view, fixed_measure)
    for _ in range(5):
        try:
            world.apply(_edit(world, dice))
        except JourneyError:
            continue
        if dice.random() < 0.2:
            view = replaced(view, hidden_roles=(dice.choice(world.all(Role)).id,))
        placed = layout(world, view, fixed_measure, placed)
        assert same(placed, layout(world, view, fixed_measure)) == []


def test_the_checks_of_this_suite_see_faults() -> None:
    placed = laid(sample("service-platform"), measure)
    (block,) = placed.blocks
    card = block.cards[0]
    lowered = replace(card, box=card.box._replace(y=card.box.y + 90))
    broken = replace(placed, blocks=(replace(block, cards=(lowered, *block.cards[1:])),))
    assert faults(broken) != []
    heaped = replace(block, cards=tuple(replace(c, box=card.box) for c in block.cards))
    assert any("stands on" in fault for fault in faults(replace(placed, blocks=(heaped,))))
    assert isinstance(block, Block)


def test_a_card_says_how_many_pins_have_no_room_on_it() -> None:
    pains = [insight("pain", f"Pain {number}", at="Call") for number in range(9)]
    placed = laid(journey(touch("Call", "IT", at=1), *pains))
    (card,) = placed.blocks[0].cards
    assert [(pin.kind, pin.number) for pin in card.pins] == [
        ("pain", 1),
        ("pain", 2),
        ("pain", 3),
        ("more", 6),
    ]


def test_a_title_without_spaces_stands_on_as_few_lines_as_it_needs() -> None:
    placed = laid(journey(touch("契約終了前に旧システムを置き換える" * 2, "IT", at=1)))
    (card,) = placed.blocks[0].cards
    assert len([row for row in card.rows if row.style == "card_title"]) == 2


@pytest.mark.parametrize(
    ("name", "letters"),
    [("المدير المالي", "مم"), ("مدير العمليات", "مع"), ("الله", "له"), ("Head of Operations", "HO")],
)
def test_initials_are_not_those_of_the_article_and_do_not_join(name: str, letters: str) -> None:
    said = initials(name)
    assert said.replace("\u200c", "") == letters
    assert ("\u200c" in said) == (" " in name and not name.isascii())


def test_a_card_says_how_long_its_touchpoint_lasts() -> None:
    lasting = touch("Workshop", "IT", "Legal", at=1, channel="Video", duration=days(2))
    placed = laid(journey(lasting, touch("Call", "IT", at=8, channel="Phone")), detail="full")
    metas = {c.rows[0].text: c.rows[1].text for b in placed.blocks for c in b.cards if len(c.rows) > 1}
    assert metas == {"Workshop": "Video · 2 days · 2 roles", "Call": "Phone"}
