from __future__ import annotations

import base64
import io
import random
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from app.files import embed, limits, native
from app.model.errors import JourneyError
from tests.files.everything import everything

ROOT = Path(__file__).resolve().parents[2]
SOURCE = native.dump(everything())
SVG = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" '
    b'viewBox="0 0 40 20"><title>Map</title><g id="lines"><path d="M0 0 L40 20" stroke="#000000"/></g></svg>\n'
)


def png(**options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (6, 4), "#0072b2").save(out, "PNG", **options)
    return out.getvalue()


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def refusal(picture: bytes) -> str:
    with pytest.raises(JourneyError) as caught:
        embed.out_of(picture, "map")
    assert str(caught.value).startswith("map: ")
    return str(caught.value)


def kinds(picture: bytes) -> list[bytes]:
    return [kind for kind, _, _ in embed._chunks(picture)]


class TestPng:
    def test_what_went_in_comes_out(self) -> None:
        assert embed.out_of(embed.into_png(png(), SOURCE)) == SOURCE

    def test_the_picture_is_the_same_to_others(self) -> None:
        before, after = (Image.open(io.BytesIO(data)) for data in (png(), embed.into_png(png(), SOURCE)))
        assert before.tobytes() == after.tobytes()
        assert isinstance(after.text["application/vnd.journeylines+json"], str)

    def test_the_text_stands_before_the_pixels_and_behind_the_resolution(self) -> None:
        assert kinds(embed.into_png(png(dpi=(300, 300)), SOURCE)) == [
            b"IHDR",
            b"pHYs",
            b"tEXt",
            b"IDAT",
            b"IEND",
        ]

    def test_a_second_journey_takes_the_place_of_the_first(self) -> None:
        twice = embed.into_png(embed.into_png(png(), b"old"), SOURCE)
        assert embed.out_of(twice) == SOURCE
        assert kinds(twice).count(b"tEXt") == 1

    def test_a_picture_without_a_journey_carries_none(self) -> None:
        assert embed.out_of(png()) is None
        stranger = chunk(b"tEXt", b"Comment\0hello")
        assert embed.out_of(png()[:33] + stranger + png()[33:]) is None

    def test_a_truncated_picture_is_damaged(self) -> None:
        whole = embed.into_png(png(), SOURCE)
        place = whole.index(b"tEXt") + 50
        assert "damaged" in refusal(whole[:place])
        assert "damaged" in refusal(whole[:40])
        assert "damaged" in refusal(whole[:8])

    def test_a_flipped_bit_is_noticed_by_the_sum(self) -> None:
        whole = bytearray(embed.into_png(png(), SOURCE))
        whole[whole.index(b"tEXt") + 60] ^= 1
        assert "damaged" in refusal(bytes(whole))

    def test_a_chunk_that_says_it_is_huge(self) -> None:
        assert "damaged" in refusal(embed.PNG + struct.pack(">I", 2**32 - 1) + b"tEXt" + b"x" * 100)

    @pytest.mark.parametrize(
        "text", [b"", b"!!!", base64.b64encode(b"no zlib"), base64.b64encode(zlib.compress(b"x")[:-1])]
    )
    def test_a_text_that_is_no_journey(self, text: bytes) -> None:
        carrying = chunk(b"tEXt", embed.KEYWORD + b"\0" + text)
        assert "damaged" in refusal(png()[:33] + carrying + png()[33:])

    def test_a_bomb_is_not_unpacked(self) -> None:
        bomb = base64.b64encode(zlib.compress(b" " * (limits.EMBEDDED_BYTES + 1), 9))
        carrying = chunk(b"tEXt", embed.KEYWORD + b"\0" + bomb)
        assert "too big" in refusal(png()[:33] + carrying + png()[33:])

    def test_what_is_no_png_cannot_take_a_journey(self) -> None:
        with pytest.raises(JourneyError):
            embed.into_png(b"GIF89a", SOURCE)


class TestSvg:
    def test_what_went_in_comes_out(self) -> None:
        assert embed.out_of(embed.into_svg(SVG, SOURCE)) == SOURCE

    def test_the_picture_is_valid_and_its_title_stays_first(self) -> None:
        root = etree.fromstring(embed.into_svg(SVG, SOURCE))
        assert [etree.QName(child).localname for child in root] == ["title", "g", "metadata"]
        assert root[2].get("id") == "journey-document"

    def test_no_line_is_too_long_for_an_editor(self) -> None:
        assert max(map(len, embed.into_svg(SVG, SOURCE * 50).split(b"\n"))) < 400

    def test_a_picture_without_a_journey_carries_none(self) -> None:
        assert embed.out_of(SVG) is None
        assert embed.out_of(SVG.replace(b"<g ", b"<metadata>hello</metadata><g ")) is None

    def test_it_survives_another_program(self) -> None:
        tree = etree.fromstring(embed.into_svg(SVG, SOURCE))
        assert embed.out_of(etree.tostring(tree, encoding="utf-16")) == SOURCE
        assert embed.out_of(etree.tostring(tree, pretty_print=True, encoding="us-ascii")) == SOURCE

    def test_a_prefix_for_the_names_is_understood(self) -> None:
        packed = embed.pack(SOURCE)
        picture = b'<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:metadata id="journey-document">%s</s:metadata></s:svg>'
        assert embed.out_of(picture % packed) == SOURCE

    @pytest.mark.skipif(shutil.which("inkscape") is None, reason="Inkscape is not installed")
    @pytest.mark.slow
    @pytest.mark.parametrize("options", [[], ["--export-plain-svg"]])
    def test_it_survives_inkscape(self, tmp_path: Path, options: list[str]) -> None:
        (tmp_path / "in.svg").write_bytes(embed.into_svg(SVG, SOURCE * 20))
        out = tmp_path / "out.svg"
        run = ["inkscape", *options, f"--export-filename={out}", str(tmp_path / "in.svg")]
        subprocess.run(run, check=True, capture_output=True)
        assert b"inkscape" in out.read_bytes() or options
        assert embed.out_of(out.read_bytes()) == SOURCE * 20

    @pytest.mark.parametrize(
        "data", [b"<svg", SVG[:-10], b"<svg></sgv>", b"<a>" * 100_000, b"", b"text", b"<svg>\0</svg>"]
    )
    def test_what_is_no_svg(self, data: bytes) -> None:
        assert "is no SVG" in refusal(data)

    def test_entities_are_not_resolved(self, tmp_path: Path) -> None:
        (tmp_path / "secret").write_text("secret")
        head = b'<!DOCTYPE svg [<!ENTITY e SYSTEM "file://%s/secret"><!ENTITY a "aaaaaaaaaa">%s]>'
        more = b"".join(
            b'<!ENTITY a%d "&a%s;&a%s;">' % (n, m, m) for n, m in [(1, b""), (2, b"1"), (3, b"2")]
        )
        body = b'<svg xmlns="http://www.w3.org/2000/svg"><metadata id="journey-document">&e;&a3;</metadata></svg>'
        try:
            found = embed.out_of(head % (str(tmp_path).encode(), more) + body)
        except JourneyError:
            return
        assert not found

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the unit of ru_maxrss is the system's")
    def test_very_many_elements_do_not_pile_up_in_memory(self) -> None:
        said = (
            "import resource, sys; from app.files import embed;"
            "data = b'<svg xmlns=\"http://www.w3.org/2000/svg\">' + b'<g/>' * 1_000_000 + b'</svg>';"
            "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; embed.out_of(data);"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
        )
        done = subprocess.run([sys.executable, "-c", said], capture_output=True, check=True, cwd=ROOT)
        assert int(done.stdout) < 30_000  # kB; all elements at once take 130,000

    def test_a_bomb_is_not_unpacked(self) -> None:
        bomb = base64.b64encode(zlib.compress(b" " * (limits.EMBEDDED_BYTES + 1), 9))
        head = b'<svg xmlns="http://www.w3.org/2000/svg"><metadata id="journey-document">'
        assert "too big" in refusal(head + bomb + b"</metadata></svg>")

    def test_what_is_no_svg_cannot_take_a_journey(self) -> None:
        with pytest.raises(JourneyError):
            embed.into_svg(b"<html>", SOURCE)


def test_a_journey_that_is_too_big_for_a_picture_is_refused() -> None:
    noise = random.Random(1).randbytes(limits.PACKED_BYTES + 100_000)
    with pytest.raises(JourneyError) as caught:
        embed.into_png(png(), noise)
    assert "too big" in str(caught.value)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", embed.PNG, b"<svg ", embed.PNG + chunk(b"IHDR", bytes(13))]),
)
def test_any_bytes_are_nothing_or_a_sentence(data: bytes, start: bytes) -> None:
    try:
        assert embed.out_of(start + data) is None
    except JourneyError:
        return


@given(st.data())
def test_a_damaged_picture_gives_the_journey_or_a_sentence(data: st.DataObject) -> None:
    good = data.draw(st.sampled_from([embed.into_png(png(), SOURCE), embed.into_svg(SVG, SOURCE)]))
    place, gone = data.draw(st.integers(8, len(good))), data.draw(st.integers(0, 9))
    bad = good[:place] + data.draw(st.binary(max_size=4)) + good[place + gone :]
    try:
        found = embed.out_of(bad)
    except JourneyError:
        return
    assert found is None or found == SOURCE
