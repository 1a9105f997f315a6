from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.analysis.searching import SearchIndex, lit_by, text_of
from app.model.change import Change
from app.model.edits import roles, touchpoints
from app.model.folding import folded
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Evidence, Participation, Touchpoint
from tests.world import evidence, id_of, insight, journey, link, party, person, phase, role, touch


def small() -> Journey:
    return journey(
        party("Northwind"),
        role("CFO", "Northwind", quote="Show me the numbers"),
        role("IT manager", "Northwind"),
        person("Zoë Ångström", "CFO"),
        phase("Need", 0, 10),
        phase("Purchase", 10, 20),
        touch("Kick-off", "CFO", "IT manager", at=12, description="Großer Raum"),
        touch("Budget review", "CFO", at=3, tags=("money",)),
        touch("Server check", "IT manager", at=5),
        link("Budget review", "Kick-off", label="the budget"),
        insight("pain", "Budget came late", "Kick-off"),
        evidence("Interview 4", "Server check", quote="we never saw a budget"),
    )


def found(query: str, where: Journey | None = None) -> list[str]:
    there = where or small()
    records = [there.get(each) for each in SearchIndex(there).find(query)]
    return [getattr(each, "title", "") or getattr(each, "name", "") or getattr(each, "text", "")
            or getattr(each, "label", "") for each in records]  # fmt: skip


def test_capitals_and_accents_make_no_difference() -> None:
    assert found("zoe angstrom") == ["Zoë Ångström"]
    assert found("GROSSER") == ["Kick-off"]
    assert folded("Łódź, Ærø") == "lodz, aero"


def test_all_words_must_be_there_in_any_order() -> None:
    assert found("review budget") == ["Budget review"]
    assert found("review server") == []


def test_no_word_finds_nothing() -> None:
    assert found("   ") == []


def test_what_is_found_stands_in_the_order_of_the_map() -> None:
    assert found("budget") == ["Budget review", "the budget", "Interview 4", "Budget came late"]


def test_titles_notes_quotes_tags_and_thoughts_are_searched() -> None:
    assert found("numbers") == ["CFO"]
    assert found("money") == ["Budget review"]
    there = small()
    kick_off = there.the(Touchpoint, id_of("touch", "Kick-off"))
    part = replaced(kick_off.participations[0], thought="Too dear", action="Nods")
    there.apply(Change((replaced(kick_off, participations=(part, *kick_off.participations[1:])),)))
    assert found("dear nods", there) == ["Kick-off"]


def test_a_person_lights_the_touchpoints_they_take_part_in() -> None:
    there = small()
    zoe = id_of("person", "Zoë Ångström")
    assert lit_by(there, [zoe]) == {zoe, id_of("touch", "Kick-off"), id_of("touch", "Budget review")}


def test_a_role_that_somebody_else_takes_at_a_touchpoint_is_not_lit_for_the_person_of_the_role() -> None:
    there = small()
    review = there.the(Touchpoint, id_of("touch", "Budget review"))
    other = person("Bob")
    part = Participation(role=id_of("role", "CFO"), person=other.id)
    there.apply(Change((other, replaced(review, participations=(part,)))))
    assert id_of("touch", "Budget review") not in lit_by(there, [id_of("person", "Zoë Ångström")])
    assert id_of("touch", "Budget review") in lit_by(there, [other.id])


def test_insights_and_evidence_light_what_they_are_about_and_an_organisation_its_roles() -> None:
    there = small()
    interview = there.all(Evidence)[0].id
    assert id_of("touch", "Server check") in lit_by(there, [interview])
    assert id_of("role", "CFO") in lit_by(there, [id_of("party", "Northwind")])


def test_the_index_follows_every_change() -> None:
    there = small()
    index = SearchIndex(there)
    assert index.find("budget")  # all is read
    steps = (
        lambda: touchpoints.move_touchpoints(there, [id_of("touch", "Budget review")], 12.0),
        lambda: touchpoints.move_touchpoints(there, [id_of("touch", "Kick-off")], -11.0),
        lambda: roles.rename_role(there, id_of("role", "CFO"), "Head of budget"),
        lambda: roles.remove_roles(there, [id_of("role", "IT manager")]),
        lambda: roles.remove_roles(there, [id_of("role", "CFO")]),
    )
    for step in steps:
        index.update(there.apply(step()).touched)
        assert index.find("budget") == SearchIndex(there).find("budget")
        assert index.find("e") == SearchIndex(there).find("e")


@given(st.text(max_size=30))
def test_folded_text_stays_as_it_is_when_folded_again(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_the_words_of_a_record_are_what_people_wrote() -> None:
    assert text_of(role("CFO", goals="Save", remit="signs")) == "CFO\nsigns\nSave"


def test_what_is_read_little_by_little_is_found_as_well() -> None:
    there = small()
    index = SearchIndex(there)
    assert not index.read(3)
    index.update(there.apply(roles.rename_role(there, id_of("role", "CFO"), "Head of budget")).touched)
    assert not index.read(2)
    assert index.find("budget") == SearchIndex(there).find("budget")
    assert id_of("role", "CFO") in index.find("budget")
    while not index.read(2):
        pass
    assert index.read(1)
