from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.edits import links
from app.model.journey import Journey
from app.model.records import Link, Phase, Role, Touchpoint
from app.tools.pointer import Modifiers
from tests.model.consistency import assert_consistent
from tests.tools.table import Table
from tests.world import journey, party, phase, role, touch

HELD = st.builds(Modifiers, st.booleans(), st.booleans(), st.booleans())
PLACES = st.tuples(st.floats(0, 1), st.floats(0, 1))


def busy() -> Journey:
    found = journey(
        party("Northwind"), party("Servio", "supplier"), phase("Need", 0, 8), phase("Buy", 8, 16), phase("Use", 20, 28),
        role("IT", "Northwind"), role("CFO", "Northwind"), role("Sales", "Servio"),
        touch("Ask", "IT", at=2, feeling=1), touch("Sign", "CFO", at=10), touch("Kick-off", "IT", "Sales", at=18),
    )  # fmt: skip
    found.apply(links.link(found, "touch-ask", "touch-sign"))
    return found


def spots(table: Table) -> list[tuple[float, float]]:
    """Return all places at which something of this map may be grasped."""
    marks = [
        table.marker(found.title, name)
        for found in table.journey.all(Touchpoint)
        for name in _names(table, found)
    ]
    handles = [(x + 18, y + 18) for x, y in marks]
    bands = [
        table.band(time)
        for found in table.journey.all(Phase)
        for time in (found.start, (found.start + found.end) / 2)
    ]
    heads = [table.header(found.name) for found in table.journey.all(Role)]
    return [*marks, *handles, *bands, *heads, table.ruler(5), table.ruler(19), table.band(18)]


def _names(table: Table, touchpoint: Touchpoint) -> list[str]:
    return [table.journey.the(Role, found).name for found in touchpoint.roles]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_the_hand_does_the_journey_stays_sound_and_esc_leaves_it_as_it_was(
    data: st.DataObject,
) -> None:
    table = Table(busy())
    for _ in range(data.draw(st.integers(1, 4))):
        grasped = data.draw(st.sampled_from(spots(table)))
        ground = table.ground()
        way = [
            (x * ground.layout.width, y * ground.layout.height)
            for x, y in data.draw(st.lists(PLACES, min_size=1, max_size=3))
        ]
        if data.draw(st.booleans()):
            way.append(data.draw(st.sampled_from(spots(table))))
        table.selection |= {found.id for found in data.draw(st.sampled_from([(), table.journey.all(Link)]))}
        held = data.draw(HELD)
        before = table.journey.records()
        if data.draw(st.booleans()):
            table.hold(grasped, *way, held=held)
            table.key("Esc")
            assert table.journey.records() == before
            assert not table.tool.is_busy
        else:
            table.drag(grasped, *way, held=held)
        assert_consistent(table.journey)
