from __future__ import annotations

import pytest

from app.model.edits import roles, touchpoints
from app.model.edits.records import add_record, set_fields
from app.model.edits.role_order import move_roles
from app.model.journey import Journey
from app.model.records import Person, Role
from app.widgets.docks.outline.gaps import gap_at, next_gap
from app.widgets.docks.outline.listing import Listing
from app.widgets.fields.folds import Folds
from tests.world import (
    channel,
    evidence,
    id_of,
    insight,
    journey,
    party,
    person,
    phase,
    role,
    service_level,
    touch,
    weeks,
)


def small() -> Journey:
    return journey(
        party("Northwind"), party("Servio", "supplier"), party("Helpers", "partner"),
        role("CFO", "Northwind", quote="Show me the numbers"), role("IT", "Northwind"), role("Seller", "Servio"),
        person("Zoë", "CFO"), channel("Email"),
        phase("Need", 0, 8), phase("Purchase", 8, 16),
        touch("Review", "CFO", at=3, channel="Email"), touch("Check", "IT", "Seller", at=9),
        insight("pain", "Too late", "Review"), insight("idea", "Earlier", "Review"), insight("pain", "", "Check"),
        evidence("Interview 4"), service_level("Check", weeks(2)),
    )  # fmt: skip


def lines(listing: Listing) -> list[str]:
    return [entry.text for entry in listing.rows()]


def listing_of(there: Journey) -> Listing:
    return Listing(there, Folds())


def unfolded(there: Journey) -> Listing:
    listing = listing_of(there)
    for entry in listing.rows():
        if entry.can_fold:
            listing.fold(entry.key, False)
    for entry in listing.rows():
        if entry.can_fold:
            listing.fold(entry.key, False)
    return listing


def test_it_lists_everything_in_sections() -> None:
    assert lines(unfolded(small())) == [
        "Roles", "Northwind", "CFO", "IT", "Servio, supplier", "Seller", "Helpers, partner",
        "Phases", "Need", "Purchase",
        "Insights", "2 pain points", "Too late", "Without words", "1 idea", "Earlier",
        "People", "Zoë", "Organisations", "Northwind", "Servio", "Helpers", "Channels", "Email",
        "Evidence", "Interview 4", "Metrics", "Service levels", "Response time within 2 weeks", "Issue threads",
        "Saved views",
    ]  # fmt: skip


def test_headings_count_and_begin_folded_but_for_roles_phases_insights_and_views() -> None:
    listing = listing_of(small())
    assert lines(listing) == [
        "Roles", "Northwind", "CFO", "IT", "Servio, supplier", "Seller", "Helpers, partner", "Phases", "Need",
        "Purchase", "Insights", "2 pain points", "1 idea", "People", "Organisations", "Channels", "Evidence", "Metrics",
        "Service levels", "Issue threads", "Saved views",
    ]  # fmt: skip
    counts = {entry.text: entry.aside for entry in listing.rows() if entry.kind == "section"}
    assert counts["Roles"] == "3"
    assert counts["Organisations"] == "3"
    assert counts["Metrics"] == "0"


def test_without_organisations_roles_stand_alone() -> None:
    assert lines(listing_of(journey(role("A"), role("B"), touch("x", "A", at=1))))[:3] == ["Roles", "A", "B"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("zoe", ["People", "Zoë"]),
        ("NUMBERS", ["Roles", "Northwind", "CFO"]),
        ("late", ["Insights", "2 pain points", "Too late"]),
        ("within", ["Service levels", "Response time within 2 weeks"]),
        ("seller", ["Roles", "Servio, supplier", "Seller"]),
        ("cfo", ["Roles", "Northwind", "CFO", "People", "Zoë"]),
        ("nothing like it", []),
    ],
)
def test_a_search_leaves_what_has_all_words_with_its_headings(query: str, expected: list[str]) -> None:
    listing = listing_of(small())
    listing.search(query)
    assert lines(listing) == expected
    listing.search("")
    assert len(lines(listing)) == 21


def test_a_search_follows_changes_of_words() -> None:
    there = small()
    listing = listing_of(there)
    listing.search("treasurer")
    assert lines(listing) == []
    listing.update(there.apply(roles.rename_role(there, id_of("role", "CFO"), "Treasurer")).touched)
    assert "Treasurer" in lines(listing)


def test_only_sections_in_which_something_is_different_are_listed_anew() -> None:
    there = small()
    listing = listing_of(there)
    before = {entry.key: entry for entry in listing.rows()}
    assert not listing.update(
        there.apply(touchpoints.move_touchpoints(there, [id_of("touch", "Review")], 1.0)).touched
    )
    assert listing.update(there.apply(add_record(there, Person, name="Bob")).touched)
    after = {entry.key: entry for entry in listing.rows()}
    assert after["role-cfo"] is before["role-cfo"]


def test_a_line_follows_the_words_of_other_records_that_it_uses() -> None:
    there = small()
    listing = unfolded(there)
    listing.update(there.apply(set_fields(there, [id_of("touch", "Check")], title="Audit")).touched)
    assert "Audit" in [entry.aside for entry in listing.rows()]
    listing.update(there.apply(roles.rename_role(there, id_of("role", "CFO"), "Treasurer")).touched)
    assert "Treasurer" in [entry.aside for entry in listing.rows()]
    listing.update(there.apply(set_fields(there, [there.info.id], start_date="2026-05-04")).touched)
    assert not any(entry.aside == "0 to 8" for entry in listing.rows())


def test_what_is_added_can_be_brought_into_sight() -> None:
    there = small()
    listing = listing_of(there)
    assert listing.unfold_to(id_of("insight", "idea Earlier"))
    assert "Earlier" in lines(listing)
    assert not listing.unfold_to("nobody")


def test_all_gaps_of_roles_are_places_a_role_can_go_to() -> None:
    """Wherever the line is drawn, the role lands right there when it is let go."""
    for row in range(len(listing_of(small()).rows()) + 2):
        there = small()
        rows = listing_of(there).rows()
        moved = next(entry for entry in rows if entry.text == "IT")
        gap = gap_at(rows, row, moved)
        inside = 1 <= row <= 7
        assert (gap is not None) == inside
        if gap is None:
            continue
        there.apply(move_roles(there, [moved.record], gap.after, gap.party))
        texts = [entry.text for entry in rows[: gap.row] if entry.key != moved.key]
        now = lines(listing_of(there))
        landed = now.index("IT")
        assert now[landed - 1] == texts[-1]


def test_a_role_goes_up_and_down_through_the_organisations() -> None:
    there = small()
    seen = []
    for step in (-1, -1, 1, 1, 1):
        rows = listing_of(there).rows()
        moved = [entry for entry in rows if entry.text == "Seller"]
        gap = next_gap(rows, moved, step)
        if gap is not None:
            there.apply(move_roles(there, [moved[0].record], gap.after, gap.party))
        seller = there.the(Role, id_of("role", "Seller"))
        seen.append((there.all(Role).index(seller), seller.party.removeprefix("party-")))
    assert seen == [(2, "northwind"), (1, "northwind"), (2, "northwind"), (2, "servio"), (2, "helpers")]


def test_other_lines_stay_in_their_section_and_group() -> None:
    rows = unfolded(small()).rows()
    need = next(entry for entry in rows if entry.text == "Need")
    late = next(entry for entry in rows if entry.text == "Too late")
    places = [row for row in range(len(rows) + 1) if gap_at(rows, row, need) is not None]
    assert [rows[row - 1].text for row in places] == ["Phases", "Need", "Purchase"]
    places = [row for row in range(len(rows) + 1) if gap_at(rows, row, late) is not None]
    assert [rows[row - 1].text for row in places] == ["2 pain points", "Too late", "Without words"]
