"""The legend: every sign that layout may name has a sample of its own."""

from __future__ import annotations

from app.drawing.bounds import bounds_of
from app.drawing.look import look_at
from app.drawing.parts.legend import legend, sample
from app.drawing.tokens import LIGHT
from app.layout.legend import Signs, entries
from tests.drawing.layouts import a_journey, a_layout
from tests.drawing.shapes_in import texts

LOOK = look_at(a_journey(), a_layout(), LIGHT)
ALL_FLAGS = frozenset({
    "active", "idle", "shared", "passes", "over", "breach", "moment", "supplier", "person", "hollow", "feeling", "votes",
})  # fmt: skip
ALL = Signs(
    (("email", "Email"), ("web", "Web")), ALL_FLAGS, ("handoff", "escalation", "information", "dependency", "alternative"),
    ("pain", "gain", "opportunity", "idea", "question"),
)  # fmt: skip


def test_every_sign_has_a_sample_of_its_own() -> None:
    signs = [sign for sign, _ in entries(ALL) if sign]
    samples = [sample(sign, LOOK) for sign in signs]
    unknown = sample("no such sign", LOOK)
    for sign, drawn in zip(signs, samples, strict=True):
        assert drawn, sign
        assert drawn != unknown, sign
    assert len(set(samples)) == len(samples)


def test_samples_fit_into_their_row() -> None:
    for sign, _ in entries(ALL):
        box = bounds_of(sample(sign, LOOK)) if sign else None
        assert box is None or (box.height <= 32 and box.width <= 40), sign


def test_the_legend_is_written() -> None:
    assert texts(legend(a_layout().legend, LOOK)) == ["Web", "pain"]


def test_a_kind_of_link_that_nobody_knows_looks_like_a_handoff() -> None:
    assert sample("link:gossip", LOOK) == sample("handoff", LOOK)
