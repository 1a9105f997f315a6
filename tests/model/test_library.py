from __future__ import annotations

from itertools import pairwise

from app.model import library
from app.model.glyph_words import glyph_names
from app.model.journey import Journey
from app.model.records import Channel, JourneyInfo, Phase, Role
from app.model.vocabulary import buying_roles
from tests.world import party


def test_starter_channels_have_a_glyph_each_and_stand_in_their_order() -> None:
    channels = library.starter_channels()
    glyphs = [channel.glyph for channel in channels]
    assert len(set(glyphs)) == len(glyphs)
    assert set(glyphs) <= set(glyph_names())
    assert Journey.of((JourneyInfo(id="j"), *reversed(channels))).all(Channel) == channels


def test_starting_twice_gives_new_ids() -> None:
    first, second = library.starter_channels(), library.starter_channels()
    assert not {channel.id for channel in first} & {channel.id for channel in second}


def test_phase_sets_follow_each_other_without_gaps() -> None:
    for phase_set in library.phase_sets().values():
        phases = library.phases_of(phase_set, start=2)
        assert Journey.of((JourneyInfo(id="j"), *phases)).all(Phase) == phases
        assert phases[0].start == 2
        assert all(one.end == other.start for one, other in pairwise(phases))


def test_role_sets_make_roles_in_their_organisations() -> None:
    acme, seller = party("Acme"), party("Seller", "supplier")
    for role_set in library.role_sets().values():
        roles = library.roles_of(role_set, {"customer": acme, "supplier": seller})
        assert Journey.of((JourneyInfo(id="j"), acme, seller, *roles)).all(Role) == roles
        assert all(word in buying_roles() for role in roles for word in role.buying_roles)
        assert [role.party for role in roles if role.buying_roles] == [acme.id] * sum(
            bool(r.buying_roles) for r in roles
        )


def test_a_new_channel_looks_as_its_name_says_in_the_words_of_people_and_of_files() -> None:
    for name, glyph in (
        ("e-mail", "email"),
        (" EMAIL", "email"),
        ("Chatbot", "bot"),
        ("Meeting", "site"),
        ("Fax", ""),
    ):
        assert library.channel_looks(name)["glyph"] == glyph
