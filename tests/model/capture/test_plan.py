from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.capture.known import Known
from app.model.capture.line import read_line
from app.model.capture.plan import Place, after, captured_change
from app.model.capture.text import MOST_LINES, lines_of
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Duration
from app.model.records import Channel, Insight, Role, Touchpoint
from tests.model.capture.test_line import TYPED
from tests.world import channel, days, journey, role, touch

HERE = Place(5)


def plant() -> Journey:
    return journey(
        role("CFO"), role("IT manager"), channel("Video call", "video"), touch("Start", "CFO", at=3)
    )


def add(of: Journey, *lines: str, place: Place = HERE) -> tuple[Touchpoint, ...]:
    """Apply what the lines say; return the new touchpoints."""
    known = Known(of)
    change = captured_change(of, [read_line(line, known) for line in lines], place)
    of.apply(change)
    return tuple(record for record in change.put if isinstance(record, Touchpoint))


def test_a_line_makes_a_touchpoint_with_all_that_it_says() -> None:
    of = plant()
    (made,) = add(of, "CFO +2, IT manager: Budget review @video w12-13 -1 * !late numbers")
    cfo, it = made.participations
    assert (made.title, made.start, made.duration) == ("Budget review", 12, Duration(value=1, unit="week"))
    assert (cfo.role, cfo.involvement, cfo.feeling) == ("role-cfo", "leads", 2)
    assert (it.role, it.involvement, it.feeling) == ("role-it-manager", "takes_part", -1)
    assert made.channel == "channel-video-call"
    assert made.moment_of_truth
    (pain,) = of.all(Insight)
    assert (pain.kind, pain.text, [ref.id for ref in pain.refs]) == ("pain", "late numbers", [made.id])


def test_new_roles_and_channels_come_behind_the_others_and_once_for_all_lines() -> None:
    of = plant()
    first, second = add(of, "Auditor, CFO: Look @fax", "auditor, Judge: Look again @FAX")
    assert [each.name for each in of.all(Role)] == ["CFO", "IT manager", "Auditor", "Judge"]
    assert [each.name for each in of.all(Channel)] == ["Video call", "fax"]
    assert first.channel == second.channel
    assert first.roles[0] == second.roles[0]


def test_a_usual_channel_brings_its_glyph() -> None:
    of = plant()
    add(of, "CFO: Talk @phone")
    (phone,) = [each for each in of.all(Channel) if each.name == "Phone"]
    assert (phone.glyph, phone.mode) == ("phone", "human")


def test_without_a_time_a_line_comes_behind_the_one_before_it() -> None:
    of = plant()
    made = add(of, "CFO: a", "b", "c w20-25", "d", "e w1", "f")
    assert [each.start for each in made] == [5, 6, 20, 25, 1, 2]


def test_without_roles_a_line_goes_to_the_same_roles_as_the_one_before_it() -> None:
    of = plant()
    made = add(of, "a", "IT manager, Ann: b", "c", place=Place(5, ("role-cfo",)))
    names = {each.id: each.name for each in of.all(Role)}
    assert [[names[each] for each in point.roles] for point in made] == [
        ["CFO"],
        ["IT manager", "Ann"],
        ["IT manager", "Ann"],
    ]


def test_a_journey_without_roles_gets_one() -> None:
    of = journey()
    (made,) = add(of, "Kick-off")
    assert [(each.id, each.name) for each in of.all(Role)] == [(made.roles[0], "Unassigned")]


def test_where_nobody_is_meant_it_is_asked_who_takes_part() -> None:
    with pytest.raises(JourneyError, match="Begin with a role and a colon"):
        add(plant(), "Kick-off")


def test_an_empty_line_and_a_title_that_is_too_long_are_refused() -> None:
    with pytest.raises(JourneyError, match="nothing to add"):
        add(plant(), "  ")
    with pytest.raises(JourneyError, match="300"):
        add(plant(), "CFO: " + "long " * 80)


def test_the_undo_menu_names_what_was_added() -> None:
    of = plant()
    known = Known(of)
    one, other = read_line("CFO: Talk", known), read_line("CFO: !late", known)
    assert captured_change(of, [one], Place(1)).label == "Add touchpoint “Talk”"
    assert captured_change(of, [other], Place(1)).label == "Add touchpoint"
    assert captured_change(of, [one, other], Place(1)).label == "Add 2 touchpoints"


def test_behind_a_touchpoint_is_a_step_later_or_at_its_end_for_the_same_roles() -> None:
    of = journey(touch("a", "CFO", at=3), touch("b", "CFO", "IT", at=4, duration=days(21)))
    assert after(of, "touch-a") == Place(4, ("role-cfo",))
    assert after(of, "touch-b") == Place(7, ("role-cfo", "role-it"))


def test_roles_that_are_gone_meanwhile_are_made_anew() -> None:
    of = plant()
    line = read_line("IT manager: x @video", Known(of))
    other = journey(role("Someone"))
    other.apply(captured_change(other, [line], Place(0)))
    assert [each.name for each in other.all(Role)] == ["Someone", "IT manager"]


def test_lists_lose_their_bullets_and_insights_stay_with_their_line() -> None:
    text = "- CFO: a\n\n  !late\n2. b w3\n• c\n   ?why\n+more\n[ ] d\n"
    assert lines_of(text) == ("CFO: a !late", "b w3", "c ?why +more", "d")


def test_a_star_is_a_bullet_only_in_a_list_of_them() -> None:
    assert lines_of("* a\n* b\n") == ("a", "b")
    assert lines_of("* a\nb\n") == ("* a", "b")
    assert lines_of("* a") == ("* a",)


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(JourneyError, match=str(MOST_LINES)):
        lines_of("x\n" * (MOST_LINES + 1))


@given(st.lists(TYPED, max_size=6).map("\n".join), st.booleans())
def test_any_text_gives_a_change_that_can_be_undone_or_a_sentence(text: str, has_roles: bool) -> None:
    of = plant() if has_roles else journey()
    before = of.records()
    known = Known(of)
    try:
        lines = [line for line in (read_line(line, known) for line in lines_of(text)) if not line.is_empty]
        change = captured_change(of, lines, Place(0, ("role-cfo",)))
        applied = of.apply(change)
    except JourneyError:
        assert of.records() == before
        return
    assert len(of.all(Touchpoint)) == len(lines) + has_roles
    of.apply(applied.inverse)
    assert of.records() == before
