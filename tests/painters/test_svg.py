"""A drawing as SVG."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run

import pytest
import resvg_py
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.shapes import Drawing, Group, Layer, Rect, Text
from app.layout.font import measure
from app.layout.measure import Font
from app.painters import qt_raster
from app.painters.options import PictureOptions
from app.painters.svg import number, paint
from tests.painters.pictures import one_text, small
from tests.painters.reading import INKSCAPE, SVG, chromium_shot, picture, share_different, tree, words_in

LIVE = PictureOptions(embed_font=False)


def drawing_of(*groups: Group, layer: str = "cards") -> Drawing:
    return Drawing(100, 100, "#ffffff", (Layer(layer, "Cards", groups),), (0, 0, 100, 100))


def box(x: float = 0, fill: str = "#123456") -> Rect:
    return Rect(x, 0, 10, 10, fill=fill)


def test_layers_are_inkscape_layers_in_paint_order() -> None:
    layers = [g for g in tree(paint(small())) if g.tag == f"{SVG}g"]
    assert [g.get("id") for g in layers] == ["lanes", "lines", "cards", "captions"]
    assert all(g.get(f"{INKSCAPE}groupmode") == "layer" for g in layers)
    assert [g.get(f"{INKSCAPE}label") for g in layers] == ["Lanes", "Journey lines", "Cards", "Captions"]


def test_records_stand_in_their_roles_with_id_and_title() -> None:
    cards = tree(paint(small())).find(f"{SVG}g[@id='cards']")
    assert cards is not None
    role = cards.find(f"{SVG}g[@id='cards-it']")
    assert role is not None
    assert role.get(f"{INKSCAPE}label") == "IT manager"
    record = role.find(f"{SVG}g[@id='cards-t1']")
    assert record is not None
    assert record.findtext(f"{SVG}title") == "Kick-off meeting, week 3"
    assert cards.find(f"{SVG}g[@id='cards-t3']") is not None  # shared: in no role's group


def test_ids_are_unique_even_where_a_record_is_drawn_twice() -> None:
    twice = Group((box(),), record="t1")
    inside = Group((Group((box(),), record="t1"),), title="around")
    root = tree(paint(drawing_of(twice, twice, Group((twice, twice), 5), inside)))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert ids[:4] == ["background", "cards", "cards-t1", "cards-t1-2"]


def test_what_lies_above_the_roles_stays_above() -> None:
    cell = Group((box(1), Group((box(2),), role="it"), box(3)))
    places = [rect.get("x") for rect in tree(paint(drawing_of(cell, cell))).iter(f"{SVG}rect")][1:]
    assert places == ["1", "1", "2", "2", "3", "3"]


def test_only_presentation_attributes_are_used() -> None:
    root = tree(paint(small()))
    names = {str(element.tag).removeprefix(SVG) for element in root.iter()}
    assert names <= {"svg", "title", "desc", "style", "g", "rect", "circle", "path", "text", "image"}
    assert not [element for element in root.iter() if element.get("class") or element.get("style")]
    style = root.findtext(f"{SVG}style") or ""
    assert style.count("@font-face") == style.count("{") == 4


def test_screen_only_groups_are_left_out() -> None:
    assert "only far out" not in words_in(paint(small()))
    assert "Fridge handbook → B2B" in words_in(paint(small()))


def test_numbers_have_two_decimals_at_most() -> None:
    assert [number(value) for value in (1.005, 2.50, -0.001, 3, 1e6, 0.1 + 0.2)] == [
        "1", "2.5", "0", "3", "1000000", "0.3",
    ]  # fmt: skip


def test_language_title_and_description_are_said() -> None:
    root = tree(paint(small(language="de")))
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert root.findtext(f"{SVG}title") == "A small journey"
    assert root.findtext(f"{SVG}desc") == "Two roles, three touchpoints."
    assert root.get("viewBox") == "0 0 640 360"


def test_transparent_has_no_background() -> None:
    assert b'id="background"' in paint(small())
    assert b'id="background"' not in paint(small(), PictureOptions(transparent=True))


def test_outlines_hold_no_text_and_no_font() -> None:
    data = paint(small(), PictureOptions(text="outlines"))
    assert not words_in(data)
    assert b"@font-face" not in data
    assert b"Inter" not in data


def test_foreign_script_is_fitted_but_not_from_right_to_left_where_inkscape_smears_it() -> None:
    root = tree(paint(one_text("Kickoff שלום 你好"), LIVE))
    texts = {element.text: element for element in root.iter(f"{SVG}text")}
    assert list(texts) == ["Kickoff", "שלום", "你好"]
    assert texts["Kickoff"].get("textLength") is None
    assert texts["שלום"].get("textLength") is None
    assert float(texts["你好"].get("textLength") or 0) == pytest.approx(40)


def test_text_from_right_to_left_stands_where_it_begins_to_be_seen_with_its_signs_in_order() -> None:
    (text,) = tree(paint(one_text("(שלום!"), LIVE)).iter(f"{SVG}text")
    assert text.get("text-anchor") is None
    assert text.text == "\u200f(שלום!\u200f"


def test_double_blanks_are_kept() -> None:
    assert b'xml:space="preserve"' in paint(one_text("two  blanks"), LIVE)


def test_shared_shapes_are_written_at_every_place() -> None:
    star = Group((box(),))
    places = [Group((star,), x, 0, record=f"r{x}") for x in (10, 20)]
    assert len(tree(paint(drawing_of(*places))).findall(f".//{SVG}rect")) == 3


def test_progress_runs_and_may_stop() -> None:
    told: list[float] = []
    paint(small(), progress=told.append)
    assert told == sorted(told)
    assert told[0] == 0

    def stop(_: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        paint(small(), progress=stop)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.sampled_from(["live", "outlines"]))
def test_any_text_gives_well_formed_svg(text: str, kind: str) -> None:
    options = PictureOptions.model_validate({"text": kind})
    root = tree(paint(one_text(text), options))
    if kind == "live" and text.isascii() and text.isprintable() and text:
        assert [element.text for element in root.iter(f"{SVG}text")] == [text]


def test_lone_surrogates_do_no_harm() -> None:
    assert words_in(paint(one_text("a\ud800b"))) == ["ab"]


def test_angle_brackets_in_names_are_words() -> None:
    group = Group((Text(0, 0, 'a<b>&"', Font(13), "#000000", 10.0),), record="t1", title='<script>"&')
    root = tree(paint(drawing_of(group)))
    assert words_in(paint(drawing_of(group))) == ['a<b>&"']
    assert root.find(f".//{SVG}script") is None


def test_chromium_shows_what_the_png_shows(tmp_path: Path) -> None:
    png = picture(qt_raster.paint(small(), PictureOptions(scale=1)))
    assert share_different(chromium_shot(paint(small()), 640, 360, tmp_path), png) < 0.004


def test_outlines_in_chromium_are_what_the_png_shows(tmp_path: Path) -> None:
    png = picture(qt_raster.paint(small(), PictureOptions(scale=1)))
    outlines = paint(small(), PictureOptions(text="outlines"))
    assert share_different(chromium_shot(outlines, 640, 360, tmp_path), png) < 0.004


def test_resvg_shows_what_the_png_shows() -> None:
    png = picture(qt_raster.paint(small(), PictureOptions(scale=1)))
    outlines = paint(small(), PictureOptions(text="outlines")).decode()
    assert share_different(picture(bytes(resvg_py.svg_to_bytes(svg_string=outlines))), png) < 0.004


def test_svg_needs_no_qt() -> None:
    code = (
        "import sys; from tests.painters.pictures import small; from app.painters import svg; svg.paint(small());"
        "bad = {'PySide6', 'numpy', 'fontTools', 'lxml'} & set(sys.modules); sys.exit(str(bad) if bad else 0)"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_headline_is_fitted_so_that_its_neighbour_is_not_touched_where_inter_is_missing() -> None:
    (headline,) = tree(paint(one_text("Buying a platform", 38, 700), LIVE)).iter(f"{SVG}text")
    width = measure("Buying a platform", Font(38, 700))
    assert float(headline.get("textLength") or 0) == pytest.approx(width, abs=0.01)
