from app.layout.measure import fixed_measure
from tests.layout.geometry import faults, laid
from tests.world import insight, journey, link, touch

WORLD = journey(
    touch("First", "A", at=0), touch("Second", "A", at=10), touch("Third", "A", at=20), touch("Late", "B", at=28),
    link("First", "Second"), link("Second", "Third"), insight("pain", "One", "First"), insight("pain", "Two", "Third"),
    unit="week",
)  # fmt: skip


def test_a_window_shows_only_its_touchpoints() -> None:
    placed = laid(WORLD, first=5.0, last=15.0)
    assert [marker.touchpoint for block in placed.blocks for marker in block.markers] == ["touch-second"]
    assert faults(placed) == []


def test_lines_run_to_the_edges_of_a_window() -> None:
    placed = laid(WORLD, first=5.0, last=15.0)
    (block,) = placed.blocks
    pieces = [piece for piece in block.lines if piece.role == "role-a"]
    assert pieces[0].segments[0][1] == 0
    assert abs(pieces[-1].segments[-1][5] - block.width) < 0.1


def test_links_that_leave_a_window_end_in_words() -> None:
    arrows = [arrow for block in laid(WORLD, first=5.0, last=15.0).blocks for arrow in block.arrows]
    assert sorted(arrow.pill.text.text for arrow in arrows if arrow.pill) == ["First →", "→ Third"]


def test_insights_keep_their_numbers_in_a_window() -> None:
    boxes = [box for block in laid(WORLD, first=15.0).blocks for box in block.insights]
    assert [(box.full_title, box.number) for box in boxes] == [("Two", 2)]


def test_a_role_that_comes_late_is_said_to_with_the_whole_span() -> None:
    for part in ({}, {"first": 5.0, "last": 15.0}):
        captions = [c.row.text for block in laid(WORLD, fixed_measure, **part).blocks for c in block.captions]
        assert captions == ["Not involved for 28 weeks"]


def test_a_window_has_the_scale_of_the_whole_map() -> None:
    def unit_px(**part: float) -> float:
        scale = laid(WORLD, **part).scale
        return scale.x(11.0) - scale.x(10.0)

    assert abs(unit_px(first=8.0, last=12.0) - unit_px()) < 1e-6
