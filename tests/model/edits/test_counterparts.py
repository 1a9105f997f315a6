from __future__ import annotations

from app.model.edits.counterparts import Counterparts, renewed
from app.model.records import Attachment, Channel, IssueThread, Metric, Role
from tests.world import journey, link, role, touch


def test_an_id_wins_over_a_name_and_a_choice_over_both() -> None:
    j = journey(role("IT"), role("Legal"))
    moved = Role(id="role-it", name="Legal")
    assert Counterparts(j, {}).known(moved) == "role-it"
    assert Counterparts(j, {"role-it": "role-legal"}).known(moved) == "role-legal"
    assert Counterparts(j, {}).known(Role(id="x", name=" legal ")) == "role-legal"
    assert Counterparts(j, {}).known(Channel(id="x", name="Legal")) == ""


def test_records_without_a_name_are_never_the_same() -> None:
    j = journey(Attachment(id="a", media_type="image/png"), IssueThread(id="t", title=""))
    counterparts = Counterparts(j, {})
    assert counterparts.known(Attachment(id="b", media_type="image/png")) == ""
    assert counterparts.known(IssueThread(id="u", title="")) == ""


def test_a_metric_in_another_unit_is_another_metric() -> None:
    counterparts = Counterparts(journey(Metric(id="m", name="Time", unit="h")), {})
    assert counterparts.known(Metric(id="x", name="time", unit="H")) == "m"
    assert counterparts.known(Metric(id="x", name="Time", unit="days")) == ""


def test_added_records_stand_last_in_the_order_they_had() -> None:
    j = journey(role("IT"))
    counterparts = Counterparts(j, {})
    counterparts.match([Role(id="x", name="X", rank="b"), Role(id="y", name="Y", rank="a")])
    added = counterparts.added()
    assert [record.origin for record in added] == ["x", "y"]
    ranks = [record.rank for record in (j.all(Role)[0], *added) if isinstance(record, Role)]
    assert ranks == sorted(ranks)


def test_a_renewed_record_names_others_by_their_new_ids_and_keeps_all_else() -> None:
    ids = {"touch-a": "new-a", "touch-b": "new-b", "role-it": "new-it", "link-a-handoff-b": "new-link"}
    point = renewed(touch("role-it", "IT", at=1, id="touch-a", tags=("role-it",)), ids)
    assert (point.id, point.origin, point.title, point.tags) == ("new-a", "touch-a", "role-it", ("role-it",))  # type: ignore[attr-defined]
    assert point.roles == ("new-it",)  # type: ignore[attr-defined]
    joined = renewed(link("A", "B", source_role="role-it"), ids)
    assert (joined.source, joined.target, joined.source_role) == ("new-a", "new-b", "new-it")  # type: ignore[attr-defined]
