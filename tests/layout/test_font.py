"""Inter as HarfBuzz sees it."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from app.layout.font import clean, glyphs, measure, missing, outline, runs, subset
from app.layout.measure import Font

AT_100 = Font(100, 600)


def test_widths_follow_the_weight_axis() -> None:
    wide = [measure("Kick-off meeting with IT", Font(100, weight)) for weight in (400, 500, 600, 700)]
    assert wide == sorted(set(wide))
    assert wide[0] == pytest.approx(1131.74, abs=0.5)
    assert wide[3] == pytest.approx(1171.04, abs=0.5)


def test_width_scales_with_size() -> None:
    assert measure("Budget", Font(12.5, 500)) * 8 == pytest.approx(measure("Budget", Font(100, 500)))


def test_tracking_widens_every_letter() -> None:
    assert measure("CUSTOMER", Font(12, 600, 1.5)) == pytest.approx(measure("CUSTOMER", Font(12, 600)) + 12)


def test_pairs_are_kerned() -> None:
    assert measure("AV", AT_100) < measure("A", AT_100) + measure("V", AT_100) - 2


def test_brackets_keep_their_own_character() -> None:
    plain = {glyph for glyph, _, _ in glyphs("()", AT_100)}
    assert plain <= {glyph for glyph, _, _ in glyphs("(A)", AT_100)}


def test_foreign_characters_get_a_width_by_script() -> None:
    assert measure("你好", Font(10)) == pytest.approx(20)
    assert measure("👩\u200d👩\u200d👧", Font(10)) == pytest.approx(12.5)
    assert measure("🇩🇪", Font(10)) == pytest.approx(12.5)
    assert measure("ก็", Font(10)) == measure("ก", Font(10))
    assert 0 < measure("שלום", Font(10)) < 40


def test_missing_names_what_inter_lacks() -> None:
    assert missing("Käufer → 你好你") == "你好"
    assert missing("Käufer Ελλάδα Привет ½ €") == ""


def test_text_is_cut_into_runs_from_left_to_right() -> None:
    found = runs("IT: 你好 世界 ok", Font(10))
    assert [(run.text, run.foreign) for run in found] == [("IT:", False), ("你好 世界", True), ("ok", False)]
    assert all(one.x + one.width <= two.x + 0.01 for one, two in pairwise(found))
    assert found[-1].x + found[-1].width == pytest.approx(measure("IT: 你好 世界 ok", Font(10)), abs=0.1)


def test_text_that_begins_right_to_left_runs_so() -> None:
    found = runs("שלום עולם 123 abc", Font(10))
    assert [(run.text, run.rtl) for run in found] == [("123 abc", False), ("שלום עולם", True)]
    assert found[1].x > found[0].x + found[0].width + 1


def test_hebrew_in_english_takes_its_numbers_along() -> None:
    assert [run.text for run in runs("abc שלום 123 עולם def", Font(10))] == ["abc", "שלום 123 עולם", "def"]


def test_controls_and_overrides_are_dropped() -> None:
    assert clean("a\x00b\tc\u202ed\ud800e") == "ab cde"
    assert measure("a\x00b", Font(10)) == measure("ab", Font(10))


@given(st.text(max_size=40))
def test_any_text_has_a_width_that_holds_its_runs(text: str) -> None:
    font = Font(16.5, 600)
    wide = measure(text, font)
    assert wide >= 0
    for run in runs(text, font):
        assert run.x >= -0.01
        assert run.x + run.width <= wide + 0.3 * len(text) + 0.5  # kerning across the cut


def test_outline_is_as_wide_as_measured() -> None:
    segments = outline("Hamburg", Font(50, 400))
    xs = [number for segment in segments for number in segment[1::2]]
    assert {segment[0] for segment in segments} == {"M", "L", "C", "Z"}
    assert 0 <= min(xs) < 6
    assert max(xs) == pytest.approx(measure("Hamburg", Font(50, 400)), abs=6)


def test_outlines_stand_on_the_baseline() -> None:
    ys = [number for segment in outline("H", Font(100)) for number in segment[2::2]]
    assert max(ys) == pytest.approx(0)
    assert -75 < min(ys) < -70


def test_subset_measures_as_the_whole_font() -> None:
    cut = subset({600: ["Kick-off AV"]})[600]
    assert len(cut) < 20_000
    face = hb.Face(cut)
    assert not face.axis_infos
    font, buffer = hb.Font(face), hb.Buffer()
    buffer.add_str("Kick-off AV")
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    wide = sum(place.x_advance for place in buffer.glyph_positions or ())
    assert wide / face.upem * 100 == pytest.approx(measure("Kick-off AV", AT_100), rel=0.002)


def test_import_stays_light() -> None:
    code = (
        "import sys; import app.layout.font as f; from app.layout.measure import Font; f.measure('a', Font(12));"
        "bad = {'numpy', 'fontTools', 'PySide6', 'fontpkg'} & set(sys.modules); sys.exit(str(bad) if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
