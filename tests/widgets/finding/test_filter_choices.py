from __future__ import annotations

from app.analysis.filtering import facets
from app.model.journey import Journey
from app.model.view import Filter
from app.widgets.finding.filter_choices import choices, chosen, toggled
from tests.world import channel, id_of, insight, journey, phase, role, touch

EMAIL = id_of("channel", "Email")


def small() -> Journey:
    return journey(
        role("CFO"), role("IT"), channel("Email"), channel("Fax"), phase("Need", 0, 10),
        touch("Review", "CFO", at=3, channel="Email", tags=("money", "Audit")), touch("Check", "IT", "CFO", at=5),
        insight("risk", "late", "Review"),
    )  # fmt: skip


def offered(wanted: Filter = Filter()) -> list[tuple[str, int]]:  # noqa: B008
    there = small()
    return [(choice.words, choice.count) for choice in choices(there, wanted, facets(there))]


def test_everything_touchpoints_have_is_offered_under_headings_with_counts() -> None:
    assert offered() == [
        ("Role", 0), ("CFO", 2), ("IT", 1), ("Involvement", 0), ("Leads", 2), ("Takes part", 1), ("Channel", 0),
        ("Email", 1), ("Phase", 0), ("Need", 2), ("Tag", 0), ("Audit", 1), ("money", 1), ("Insight", 0), ("risk", 1),
    ]  # fmt: skip


def test_what_is_chosen_is_offered_though_nobody_has_it_any_more() -> None:
    assert ("Fax", 0) in offered(Filter(channels=(id_of("channel", "Fax"),)))
    assert ("Removed", 0) in offered(Filter(channels=("channel-gone",)))


def test_a_choice_is_taken_and_taken_back() -> None:
    wanted = toggled(Filter(), "channels", EMAIL)
    assert wanted == Filter(channels=(EMAIL,))
    assert toggled(wanted, "channels", EMAIL) == Filter()


def test_what_is_chosen_is_said() -> None:
    wanted = Filter(text=" late ", channels=(EMAIL,), involvements=("leads",))
    assert [words for _, _, words in chosen(small(), wanted)] == [
        "Words: late", "Involvement: Leads", "Channel: Email",
    ]  # fmt: skip
