"""What a filter leaves out is faint in a drawing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.drawing.faded import faded
from app.drawing.opaque import opaque
from app.drawing.shapes import Drawing, Group, Image, Layer, Rect, Shape, Text
from app.drawing.tokens import FAINT
from app.export import draw, draw_rows
from app.files import native
from app.layout.measure import Font
from app.model.change import Change
from app.model.record import replaced
from app.model.records import Insight, Link, Role, Touchpoint
from app.model.view import Filter, View
from app.places import resource

SAMPLE = native.load((resource("samples") / "service-platform.journey").read_bytes(), "sample")
PAINS = View(filter=Filter(insight_kinds=("pain",)))


def groups(shapes: tuple[Shape, ...] | list[Shape], above: float = 1.0) -> Iterator[tuple[str, float]]:
    """Each record that is shown, with its opacity."""
    for shape in shapes:
        if isinstance(shape, Group):
            opacity = above * shape.opacity
            if shape.record:
                yield shape.record, opacity
            yield from groups(shape.children, opacity)


def opacities(drawing: Drawing, *names: str) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    for layer in drawing.layers:
        if not names or layer.name in names:
            for record, opacity in groups(list(layer.cells)):
                found.setdefault(record, set()).add(opacity)
    return found


def layer(drawing: Drawing, name: str) -> Layer:
    return next(each for each in drawing.layers if each.name == name)


@pytest.fixture(params=["one row", "rows"])
def drawing(request: pytest.FixtureRequest) -> Drawing:
    if request.param == "rows":
        return draw_rows(SAMPLE, PAINS, "light", "a4")
    return draw(SAMPLE, PAINS, "light")


def test_touchpoints_that_are_asked_for_stay_as_they_are_and_all_others_are_faint(drawing: Drawing) -> None:
    pinned = {ref.id for each in SAMPLE.all(Insight) if each.kind == "pain" for ref in each.refs}
    for record, found in opacities(drawing, "markers", "cards", "rods").items():
        if isinstance(SAMPLE.get(record), Touchpoint):
            assert found == {1.0 if record in pinned else FAINT}, record


def test_insights_and_headers_go_with_their_touchpoints(drawing: Drawing) -> None:
    shown = opacities(drawing, "insights")
    pains = {each.id for each in SAMPLE.all(Insight) if each.kind == "pain"}
    assert all(shown[record] == {1.0} for record in pains & set(shown))
    lit = {role for each in SAMPLE.all(Touchpoint) for role in each.roles
           if any(ref.id == each.id for pain in pains for ref in SAMPLE.the(Insight, pain).refs)}  # fmt: skip
    for record, found in opacities(drawing, "headers").items():
        if SAMPLE.get(record) in SAMPLE.all(Role):
            assert found == {1.0 if record in lit else FAINT}


def test_links_stay_lit_where_both_ends_do() -> None:
    link = SAMPLE.all(Link)[0]
    titles = [SAMPLE.the(Touchpoint, end).title for end in (link.source, link.target)]
    one = draw(SAMPLE, View(filter=Filter(text=titles[0])), "light")
    assert opacities(one, "links")[link.id] == {FAINT}
    roles = SAMPLE.the(Touchpoint, link.source).roles + SAMPLE.the(Touchpoint, link.target).roles
    both = draw(SAMPLE, View(filter=Filter(roles=roles)), "light")
    assert opacities(both, "links")[link.id] == {1.0}


def test_title_phases_and_legend_are_about_all_and_stay() -> None:
    before, after = draw(SAMPLE, PAINS.unfiltered, "light"), draw(SAMPLE, PAINS, "light")
    for name in ("title", "legend", "phases", "ruler", "corner"):
        assert layer(after, name) == layer(before, name)


def test_without_a_filter_nothing_is_touched() -> None:
    before = draw(SAMPLE, View(), "light")
    assert faded(before, SAMPLE, Filter()) is before


def test_a_hidden_role_cannot_be_asked_for_its_words() -> None:
    """A picture must not tell by what is lit in it what a hidden role said."""
    secret = next(each for each in SAMPLE.all(Touchpoint) if len(each.roles) > 1)
    role = secret.roles[0]
    parts = tuple(
        replaced(part, thought="Xyzzy") if part.role == role else part for part in secret.participations
    )
    j = native.load(native.dump(SAMPLE), "copy")
    j.apply(Change((replaced(secret, participations=parts),)))
    seen = View(filter=Filter(text="xyzzy"))
    assert opacities(draw(j, seen, "light"), "cards")[secret.id] == {1.0}
    hidden = replaced(seen, hidden_roles=(role,))
    assert opacities(draw(j, hidden, "light"), "cards")[secret.id] == {FAINT}


class TestOnPaper:
    GROUND = "#FFFFFF"

    def shown(self, *shapes: Shape) -> tuple[Shape, ...]:
        cell = Group((Group(shapes, opacity=0.5),))
        drawing = Drawing(10, 10, self.GROUND, (Layer("cards", "Cards", (cell,)),), (0, 0, 10, 10))
        (inner,) = opaque(drawing).layers[0].cells[0].children
        assert isinstance(inner, Group)
        assert inner.opacity == 1.0
        return inner.children

    def test_colours_are_mixed_with_the_ground(self) -> None:
        rect, text, nested = self.shown(
            Rect(0, 0, 5, 5, fill="#000000"),
            Text(0, 0, "a", Font(12, 400), "#FF0000", 6.0),
            Group((Rect(0, 0, 1, 1, fill="#000000"),), opacity=0.5),
        )
        assert isinstance(rect, Rect)
        assert isinstance(text, Text)
        assert isinstance(nested, Group)
        assert (rect.fill, text.fill) == ("#808080", "#FF8080")
        assert nested.children == (Rect(0, 0, 1, 1, fill="#BFBFBF"),)

    def test_pictures_stay_faint(self) -> None:
        (one,) = self.shown(Image(0, 0, 5, 5, "image/png", b""))
        assert isinstance(one, Group)
        assert one.opacity == 0.5

    def test_what_is_not_faint_is_the_same_object(self) -> None:
        before = draw(SAMPLE, View(), "print")
        after = opaque(before)
        for old, new in zip(before.layers, after.layers, strict=True):
            for cell, other in zip(old.cells, new.cells, strict=True):
                assert cell is other
