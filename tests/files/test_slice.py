from __future__ import annotations

from app.files import native
from app.files.slice import shown_roles, slice_of
from app.model.journey import Journey
from app.model.records import (
    Evidence,
    Insight,
    IssueThread,
    Link,
    Party,
    Person,
    Role,
    SavedView,
    ServiceLevel,
    Touchpoint,
    UnknownRecord,
)
from app.model.view import View
from tests.files.everything import everything
from tests.world import journey, large_journey, role, touch


def without_the_spy() -> Journey:
    return slice_of(everything(), {"it", "legal"})


def ids(some: Journey, kind: type) -> list[str]:
    return [record.id for record in some.all(kind)]


def test_nothing_about_the_hidden_role_leaks() -> None:
    text = native.dump(without_the_spy()).decode().lower()
    for word in ("secret", "spy", "hidden", "plot", "seen", "paper", "dead", "poll"):
        assert word not in text, word


def test_what_the_others_do_is_all_there() -> None:
    part = without_the_spy()
    assert ids(part, Role) == ["it", "legal"]
    assert ids(part, Touchpoint) == ["shared", "later"]
    shared = part.the(Touchpoint, "shared")
    assert shared.roles == ("it", "legal")
    assert shared.participations == everything().the(Touchpoint, "shared").participations[:2]
    assert [reading.evidence for reading in shared.readings] == ["e-it", ""]
    assert ids(part, Link) == ["l1"]
    assert ids(part, Insight) == ["i3", "i1"]
    assert [ref.role for ref in part.the(Insight, "i1").refs] == ["it"]
    assert ids(part, Evidence) == ["e-it"]
    assert part.the(Evidence, "e-it").contact_owner == ""
    assert ids(part, ServiceLevel) == ["sla"]
    assert ids(part, Party) == ["acme"]
    assert ids(part, Person) == ["ann", "bob"]
    assert [tenure.role for tenure in part.the(Person, "ann").tenures] == ["it"]
    assert [guard.person for guard in part.the(Person, "ann").guards] == ["bob"]
    assert [ref.id for ref in part.the(IssueThread, "ticket").refs] == ["shared"]
    assert [one.name for one in part.the(Role, "it").relations] == ["the shop floor"]
    assert part.info == everything().info


def test_saved_views_and_unknown_records_are_left_out() -> None:
    assert without_the_spy().all(SavedView) == ()
    assert without_the_spy().all(UnknownRecord) == ()


def test_fields_of_a_newer_version_are_left_out_everywhere() -> None:
    line = b'{"record":"touchpoint","id":"t","start":1,"seen_by":["secret"],"participations":[{"role":"it","x":"secret"}]}'
    head = b'{"format":"journeylines","version":1,"records":[{"record":"journey","id":"j"},'
    whole = native.load(head + b'{"record":"role","id":"it","name":"IT"},' + line + b"]}", "x")
    part = slice_of(whole, {"it"})
    assert b"secret" in native.dump(whole)
    assert b"secret" not in native.dump(part)
    assert ids(part, Touchpoint) == ["t"]


def test_a_slice_of_all_roles_has_all_their_touchpoints() -> None:
    whole = everything()
    part = slice_of(whole, {"it", "legal", "secret"})
    assert part.all(Touchpoint) == whole.all(Touchpoint)
    assert part.all(Link) == whole.all(Link)
    assert part.all(Person) == whole.all(Person)


def test_a_slice_of_no_role_is_an_empty_map() -> None:
    assert ids(slice_of(everything(), set()), Touchpoint) == []


def test_a_slice_of_a_slice_is_the_slice() -> None:
    large = large_journey(touchpoints=400, roles=10)
    some = {role.id for role in large.all(Role)[::3]}
    part = slice_of(large, some)
    assert 0 < len(part.all(Touchpoint)) < 400
    assert slice_of(part, some) == part
    for touchpoint in part.all(Touchpoint):
        assert set(touchpoint.roles) <= some


def test_a_view_says_which_roles_are_shown() -> None:
    three = journey(role("A"), role("B"), role("C"), touch("T", "A", at=0))
    assert shown_roles(three, View()) == {"role-a", "role-b", "role-c"}
    assert shown_roles(three, View(hidden_roles=("role-a", "gone"))) == {"role-b", "role-c"}
    assert shown_roles(three, View(solo_role="role-b", hidden_roles=("role-b",))) == {"role-b"}
    assert shown_roles(three, View(solo_role="gone")) == {"role-a", "role-b", "role-c"}
