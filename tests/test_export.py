from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from app.export import draw, export, hidden_roles, picture_options, source_of
from app.files import embed, limits, native
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import JourneyInfo, Role, Touchpoint
from app.model.view import View
from app.painters.options import PictureOptions
from app.places import resource
from tests.files.everything import everything
from tests.world import journey, large_journey, role, touch

SAMPLE = native.load((resource("samples") / "service-platform.journey").read_bytes(), "sample")
SVG = "{http://www.w3.org/2000/svg}"


def texts(picture: bytes) -> str:
    """Everything that a person or a screen reader could read in a picture, without the journey inside."""
    root = etree.fromstring(picture)
    return "\n".join(
        text for one in root.iter(f"{SVG}text", f"{SVG}title", f"{SVG}desc") for text in one.itertext()
    )


def test_a_picture_shows_and_carries_the_journey() -> None:
    picture = export(SAMPLE)
    assert "CFO" in texts(picture)
    assert native.load(embed.out_of(picture) or b"", "x") == SAMPLE


def test_a_picture_can_be_made_without_the_journey() -> None:
    assert embed.out_of(export(SAMPLE, with_source=False)) is None


def test_the_picture_is_the_same_with_and_without_the_journey() -> None:
    bare, whole = export(SAMPLE, with_source=False), export(SAMPLE)
    assert re.sub(rb"<metadata.*</metadata>\n", b"", whole, flags=re.S) == bare


class TestOfSomeRoles:
    VIEW = View(hidden_roles=("secret",))

    @pytest.mark.parametrize("detail", ["compact", "standard", "full"])
    @pytest.mark.parametrize("view", [VIEW, View(solo_role="it"), View(solo_role="legal")])
    @pytest.mark.parametrize("page", ["poster", "a4"])
    def test_nothing_hidden_is_to_be_read_in_it(self, view: View, detail: str, page: str) -> None:
        picture = export(everything(), replaced(view, detail=detail), options=picture_options({}, page=page))
        inside = (embed.out_of(picture) or b"").decode()
        for word in ("secret", "spy", "plot", "hidden ltd", "be seen", "paper"):
            assert word not in inside.lower(), word
            assert word not in texts(picture).lower(), word

    def test_the_slice_can_be_opened(self) -> None:
        inside = native.load(embed.out_of(export(everything(), self.VIEW)) or b"", "x")
        assert [one.id for one in inside.all(Role)] == ["it", "legal"]
        assert [one.id for one in inside.all(Touchpoint)] == ["shared", "later"]

    def test_roles_keep_their_colours_in_the_slice(self) -> None:
        four = journey(*(role(name) for name in "ABCD"), touch("T", *"ABCD", at=0), touch("U", "D", at=1))
        view = View(hidden_roles=("role-a", "role-b"))
        colours = {one.name: one.colour for one in source_of(four, view).all(Role)}
        for name, colour in colours.items():
            assert colour in export(four, with_source=False).decode(), name
            assert colour in export(four, view, with_source=False).decode(), name
        assert len(set(colours.values())) == 2

    def test_the_picture_of_all_roles_is_drawn_from_the_journey_itself(self) -> None:
        assert source_of(SAMPLE, View()) is SAMPLE

    def test_a_large_journey_can_be_cut_to_any_role(self) -> None:
        large = large_journey(touchpoints=60, roles=6)
        for one in large.all(Role):
            drawing = draw(large, View(solo_role=one.id), "light")
            assert drawing.width > 100

    def test_names_choose_roles(self) -> None:
        names = journey(role("A"), role("B, C"), role("B"), touch("T", "A", at=0))
        assert hidden_roles(names, None) == ()
        assert hidden_roles(names, "a") == ("role-b-c", "role-b")
        assert hidden_roles(names, "B,C") == ("role-a", "role-b")
        assert hidden_roles(names, "b,role-a") == ("role-b-c",)
        with pytest.raises(JourneyError):
            hidden_roles(names, "A,X")

    def test_a_name_of_several_roles_means_all_of_them(self) -> None:
        both = Journey.of(
            [
                JourneyInfo(id="j"),
                Role(id="ours", name="IT"),
                Role(id="theirs", name="IT"),
                Role(id="x", name="X"),
            ]
        )
        assert hidden_roles(both, "it") == ("x",)

    def test_a_name_may_be_written_with_loose_accents_and_blanks(self) -> None:
        one = journey(role("Caf\u00e9  manager"), role("IT"))
        assert hidden_roles(one, "CAFE\u0301 Manager") == hidden_roles(one, one.all(Role)[0].id)
        with pytest.raises(JourneyError, match="no role “Bar”"):
            hidden_roles(one, "it, Bar")


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_every_theme_is_drawn(theme: str) -> None:
    assert export(SAMPLE, theme=theme).startswith(b"<?xml")


@pytest.mark.parametrize("wrong", [{"format": "bmp"}, {"theme": "pink"}])
def test_what_is_not_there_is_refused_with_what_is(wrong: dict[str, str]) -> None:
    with pytest.raises(JourneyError) as caught:
        export(SAMPLE, **wrong)  # type: ignore[arg-type]
    assert "Known are" in str(caught.value)


def test_options_out_of_bounds_are_called_by_their_flags() -> None:
    assert picture_options({}, width_px=640) == PictureOptions(width_px=640)
    with pytest.raises(JourneyError) as caught:
        picture_options({"width_px": "--width"}, width_px=1)
    assert "“--width” must be at least 16" in str(caught.value)


def test_progress_goes_from_0_to_1_and_can_stop_it() -> None:
    told: list[float] = []
    export(SAMPLE, progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, pytest.approx(1.0))

    class Cancelled(Exception):
        pass

    def stop(part: float) -> None:
        if part > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(SAMPLE, progress=stop)


def test_a_journey_too_big_for_a_picture_is_left_out_and_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "PACKED_BYTES", 100)
    said: list[str] = []
    picture = export(SAMPLE, say=said.append)
    assert embed.out_of(picture) is None
    assert said == ["The journey is too big to be put into the picture. Keep its .journey file beside it."]


@pytest.mark.parametrize("path", sorted(resource("samples").glob("*.journey")), ids=lambda path: path.stem)
def test_every_sample_is_drawn_and_comes_back(path: Path) -> None:
    some = native.load(path.read_bytes(), path.name)
    for detail in ("compact", "standard", "full"):
        picture = export(some, View.model_validate({"detail": detail, "spacing": "even"}))
        assert native.load(embed.out_of(picture) or b"", "x") == some


def test_a_pdf_is_for_paper_where_nobody_says_a_theme() -> None:
    small = journey(role("IT"), touch("Kick-off", "IT", at=1))
    page = pypdfium2.PdfDocument(export(small, format="pdf"))[0].render().to_pil()
    assert page.getpixel((2, 2)) == (255, 255, 255)
    page = pypdfium2.PdfDocument(export(small, format="pdf", theme="light"))[0].render().to_pil()
    assert page.getpixel((2, 2)) != (255, 255, 255)
