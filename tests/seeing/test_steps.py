from __future__ import annotations

from app.model.journey import Journey
from app.model.records import Role
from app.seeing.captions import Note, Somebody, caption_of
from app.seeing.steps import WHOLE, Way, place_of, steps_of
from tests.world import insight, journey, party, phase, role, touch, weeks


def buying() -> Journey:
    return journey(
        party("Northwind"),
        role("CFO", "Northwind", quote="Show me the numbers", buying_roles=("decider",)),
        role("IT"),
        phase("Need", 0, 5, goal="Know why"),
        phase("Buy", 5, 10),
        touch("Tickets", "IT", at=1, feeling=-1),
        touch(
            "Kick-off", "CFO", "IT", at=6, feelings={"CFO": 1, "IT": 2}, channel="Email", duration=weeks(1)
        ),
        insight("pain", "Late", "Kick-off"),
        title="A platform",
        goal="Fewer tickets",
        subject="Northwind",
    )


def records(way: Way, of: Journey, *shown: str) -> list[str]:
    roles = [each for each in of.all(Role) if not shown or each.id in shown]
    return [step.record for step in steps_of(of, way, roles)]


def test_the_whole_map_comes_first_and_then_each_record_in_its_order() -> None:
    of = buying()
    assert records("touchpoint", of) == ["", "touch-tickets", "touch-kick-off"]
    assert records("phase", of) == ["", "phase-need", "phase-buy"]
    assert records("role", of) == ["", "role-cfo", "role-it"]


def test_what_belongs_to_no_shown_role_is_passed_over() -> None:
    of = buying()
    assert records("touchpoint", of, "role-cfo") == ["", "touch-kick-off"]
    assert records("role", of, "role-cfo") == ["", "role-cfo"]


def test_what_a_filter_has_not_left_is_passed_over_and_faded() -> None:
    of, left = buying(), frozenset({"touch-kick-off"})
    whole, only = steps_of(of, "touchpoint", of.all(Role), left)
    assert (whole.lit, only.record) == (left, "touch-kick-off")
    _, need, buy = steps_of(of, "phase", of.all(Role), left)
    assert (need.lit, buy.lit) == ({"phase-need"}, {"phase-buy", "touch-kick-off"})


def test_a_step_lights_what_belongs_to_it() -> None:
    of = buying()
    _, need, buy = steps_of(of, "phase", of.all(Role))
    assert need.lit == {"phase-need", "touch-tickets"}
    assert buy.roles == {"role-cfo", "role-it"}
    _, cfo, _ = steps_of(of, "role", of.all(Role))
    assert (cfo.lit, cfo.roles) == ({"role-cfo", "touch-kick-off"}, {"role-cfo"})


def test_when_a_step_is_gone_the_nearest_one_comes_in_its_place() -> None:
    of = buying()
    steps = steps_of(of, "touchpoint", of.all(Role))
    assert place_of(steps, "touch-kick-off", 0) == 2
    assert place_of(steps, "gone", 7) == 2
    assert place_of(steps, "gone", 1) == 1


def test_the_caption_of_a_touchpoint_says_when_how_who_and_what_hurts() -> None:
    of = buying()
    step = steps_of(of, "touchpoint", of.all(Role))[2]
    caption = caption_of(of, step, of.all(Role))
    assert caption.title == "Kick-off"
    assert caption.above == "Weeks 6 to 7  ·  Buy  ·  Email"
    assert caption.people == (Somebody("role-cfo", "CFO", 1), Somebody("role-it", "IT", 2))
    assert caption.notes == (Note("pain", "Late", 0, "insight-pain-late"),)


def test_a_hidden_role_is_not_in_the_caption() -> None:
    of = buying()
    shown = [each for each in of.all(Role) if each.id == "role-it"]
    step = steps_of(of, "touchpoint", shown)[2]
    assert [each.name for each in caption_of(of, step, shown).people] == ["IT"]


def test_captions_of_the_whole_a_phase_and_a_role() -> None:
    of = buying()
    whole = caption_of(of, WHOLE, of.all(Role))
    assert (whole.title, whole.text) == ("A platform", "Fewer tickets")
    need = caption_of(of, steps_of(of, "phase", of.all(Role))[1], of.all(Role))
    assert (need.above, need.text) == ("Phase 1 of 2  ·  Weeks 0 to 5  ·  1 touchpoint", "Know why")
    cfo = caption_of(of, steps_of(of, "role", of.all(Role))[1], of.all(Role))
    assert (cfo.title, cfo.text) == ("CFO", "“Show me the numbers”")
    assert cfo.above == "Northwind  ·  Decider  ·  1 touchpoint"
