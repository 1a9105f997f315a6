from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.files import migrations, native
from app.model.errors import JourneyError
from app.model.record import Duration
from app.model.records import Channel, Link, Phase, Role, Touchpoint

OLDEST = Path(__file__).parent.parent / "old_files" / "v0.journey"


def test_version_0_becomes_a_journey() -> None:
    read = native.load(OLDEST.read_bytes(), "v0.journey")
    assert read.info.title == "Buying a label printer"
    assert [role.name for role in read.all(Role)] == ["Buyer", "IT manager"]
    assert [(phase.name, phase.start, phase.end) for phase in read.all(Phase)] == [
        ("Search", 0, 3),
        ("Buy", 3, 6),
    ]
    assert sorted(channel.name for channel in read.all(Channel)) == ["E-Mail", "Web shop"]
    asks = read.the(Touchpoint, "s2")
    assert (asks.start, asks.roles) == (2.5, ("buyer", "it"))
    assert [part.feeling for part in asks.participations] == [-2, -2]
    assert read.the(Touchpoint, "s4").participations[0].feeling is None
    assert read.the(Channel, asks.channel).name == "E-Mail"
    waits = {(link.source, link.target): link.wait for link in read.all(Link)}
    assert waits == {("s1", "s2"): Duration(value=9, unit="day"), ("s3", "s4"): None}


def test_migrating_twice_gives_the_same_ids() -> None:
    assert native.dump(native.load(OLDEST.read_bytes(), "a")) == native.dump(
        native.load(OLDEST.read_bytes(), "b")
    )


def test_there_is_a_step_from_every_older_version() -> None:
    assert sorted(migrations.STEPS) == list(range(migrations.VERSION))


def test_there_is_a_file_of_every_older_version() -> None:
    versions = {json.loads(path.read_bytes())["version"] for path in OLDEST.parent.glob("*.journey")}
    assert versions >= set(range(migrations.VERSION))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": None}, "“title” must be text"),
        ({"roles": 7}, "old format 0"),
        ({"roles": [{"id": "buyer"}]}, "“title” is missing"),
        ({"steps": [{"id": "s", "title": "t", "at": 0, "roles": ["nobody"]}], "handoffs": []}, "nobody"),
        ({"steps": [{"id": "s", "title": "t", "at": 0, "roles": ["it"], "emotion": "good"}]}, "old format 0"),
        ({"steps": [{"id": "s", "title": "t", "at": 0, "roles": ["it"], "emotion": 9}]}, "at most 2"),
        ({"steps": [{"id": "s", "title": "t", "at": 0, "roles": ["it"], "channel": ["x"]}]}, "old format 0"),
    ],
)
def test_a_broken_old_file_is_refused_with_a_sentence(change: dict[str, Any], words: str) -> None:
    document = json.loads(OLDEST.read_bytes()) | change
    with pytest.raises(JourneyError) as caught:
        native.load(json.dumps(document).encode(), "old.journey")
    assert words in str(caught.value)
    assert str(caught.value).startswith("old.journey")


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "title", "at", "roles", "from", "to", "channel"]), inner)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["title", "roles", "steps", "stages", "handoffs", "unit"]), JSON))
def test_any_old_document_is_a_journey_or_a_sentence(fields: dict[str, Any]) -> None:
    data = json.dumps(json.loads(OLDEST.read_bytes()) | fields).encode()
    try:
        read = native.load(data, "x")
    except JourneyError:
        return
    assert native.load(native.dump(read), "x") == read
