from __future__ import annotations

from app.model.edits import links
from app.model.journey import Journey
from app.model.records import Link
from app.seeing.walk import walked
from app.tools.ghost import GhostCurve
from app.tools.hand import Hand
from app.tools.link_walk import LinkWalk
from app.tools.pointer import Pointer
from app.tools.tool import Outcome, Typing
from tests.tools.table import Table
from tests.world import journey, role, touch


def three() -> Journey:
    return journey(
        role("IT"), role("CFO"), touch("Ask", "IT", at=2), touch("Meet", "IT", "CFO", at=6), touch("Sign", "IT", at=12)
    )  # fmt: skip


def walking(source: str, of: Journey | None = None) -> tuple[Table, LinkWalk, Outcome]:
    """A walk that begins at the touchpoint's marker in IT's lane."""
    table = Table(of or three())
    spot = table.ground().spot(f"touch-{source}", "role-it")
    assert spot is not None
    walk = LinkWalk(spot, walked)
    table.tool = walk
    return table, walk, walk.begin(table.ground())


def words(outcome: Outcome | None) -> str:
    assert outcome is not None
    assert outcome.ghost is not None
    return outcome.ghost.words


def test_the_touchpoint_that_follows_is_offered_first_and_enter_links_to_it() -> None:
    table, walk, begun = walking("ask")
    assert words(begun) == "Link to Meet: Enter, or Esc"
    assert begun.shown == "touch-meet"
    assert begun.ghost is not None
    assert any(isinstance(shape, GhostCurve) for shape in begun.ghost.shapes)
    assert walk.is_busy
    table.key("Return")
    (made,) = table.journey.all(Link)
    assert (made.source, made.target, made.target_role) == ("touch-ask", "touch-meet", "role-it")
    assert table.last.typing == Typing(made.id, "kind")
    assert table.selection == {made.id}
    assert isinstance(table.tool, Hand)


def test_arrow_keys_walk_on_and_over_the_source_never_onto_it() -> None:
    table, walk, begun = walking("meet")
    assert words(begun) == "Link to Sign: Enter, or Esc"
    assert words(table.key("Left")) == "Link to Ask: Enter, or Esc"
    assert words(table.key("Right")) == "Link to Sign: Enter, or Esc"
    assert words(table.key("Right")) == "Link to Sign: Enter, or Esc"  # the last one
    assert walk.target is not None
    assert walk.target.touchpoint == "touch-sign"


def test_another_key_is_not_for_the_walk_and_esc_ends_it() -> None:
    table, _, _ = walking("ask")
    before = table.journey.records()
    assert table.key("P") is None
    table.key("Esc")
    assert table.journey.records() == before
    assert isinstance(table.tool, Hand)


def test_a_click_links_to_what_is_clicked_and_elsewhere_ends_the_walk() -> None:
    for at, count in (("Sign", 1), ("", 0)):
        table, walk, _ = walking("ask")
        x, y = table.marker(at) if at else (table.marker("Meet")[0] + 120, 5.0)
        moved = walk.move(table.ground(), Pointer(x, y))
        assert words(moved) == f"Link to {at or 'Meet'}: Enter, or Esc"
        done = walk.press(table.ground(), Pointer(x, y, button="left", is_down=True))
        assert (done.change is not None) == bool(count)
        assert isinstance(done.tool, Hand)


def test_a_link_that_is_there_already_is_refused_and_the_walk_goes_on() -> None:
    found = three()
    found.apply(links.link(found, "touch-ask", "touch-meet", target_role="role-it"))
    table, walk, _ = walking("ask", found)
    table.key("Return")
    assert table.last.refusal is not None
    assert table.tool is walk
    assert len(found.all(Link)) == 1
    table.key("Right")
    table.key("Enter")
    assert {link.target for link in found.all(Link)} == {"touch-meet", "touch-sign"}


def test_alone_on_the_map_there_is_nothing_to_link_to() -> None:
    _, _, begun = walking("ask", journey(role("IT"), touch("Ask", "IT", at=2)))
    assert begun.refusal is not None
    assert "no other touchpoint" in begun.refusal.what
    assert isinstance(begun.tool, Hand)
