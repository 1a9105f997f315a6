from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from app.files import embed, native
from app.model.edits import clipboard
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import Record
from app.model.records import Touchpoint
from app.widgets.transfer import mime, reading
from tests.model.hands import small_world
from tests.world import channel, journey, large_journey, link, role, touch


def copied() -> tuple[Record, ...]:
    return clipboard.copied(small_world(), ["touch-kick-off", "touch-sign"])


def test_copied_touchpoints_come_in_all_forms() -> None:
    data = mime.touchpoints(copied(), "light")
    assert data.formats() == [
        mime.MEDIA_TYPE,
        "text/html",
        "text/plain",
        "image/svg+xml",
        "image/png",
        mime.IMAGE,
    ]
    assert native.load(bytes(data.data(mime.MEDIA_TYPE).data()), "").records() == copied()
    assert data.text().split("\r\n")[0].startswith("Title\tPhase\tStart")
    assert "<td" in data.html()
    assert b"Kick-off" in data.data("image/svg+xml").data()
    assert not QImage.fromData(data.data("image/png")).isNull()
    assert isinstance(data.imageData(), QImage)


def test_nothing_is_made_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def draw(_records: object, form: str, _theme: str) -> bytes:
        drawn.append(form)
        return b"picture"

    monkeypatch.setattr(mime, "_picture", draw)
    data = mime.touchpoints(copied(), "light")
    assert data.hasImage()
    assert data.hasFormat("image/svg+xml")
    data.text()
    assert drawn == []
    assert bytes(data.data("image/svg+xml").data()) == b"picture"
    data.data("image/svg+xml")
    assert drawn == ["svg"]


def test_no_picture_is_offered_of_very_many() -> None:
    j = large_journey(150)
    data = mime.touchpoints(clipboard.copied(j, [each.id for each in j.all(Touchpoint)]), "light")
    assert not data.hasImage()
    assert data.hasFormat(mime.MEDIA_TYPE)


def test_the_table_leaves_out_columns_that_say_nothing() -> None:
    records = journey(role("IT"), touch("A", "IT", at=1, channel="Email"), touch("B", "IT", at=2)).records()
    assert mime.table_of(records) == (
        ("Title", "Start", "Channel", "Roles", "Involvement"),
        ("A", "1", "Email", "IT", "Leads"),
        ("B", "2", "", "IT", "Leads"),
    )
    assert mime.table_of(records, ("roles", "nonsense", "tags")) == (
        ("Roles", "Tags"),
        ("IT", ""),
        ("IT", ""),
    )


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def ours(payload: bytes) -> QMimeData:
    data = QMimeData()
    data.setData(mime.MEDIA_TYPE, payload)
    return data


def test_touchpoints_are_found_in_our_form_in_text_and_in_pictures() -> None:
    source = Journey.of(copied())
    dumped = native.dump(source)
    assert reading.touchpoints_in(ours(dumped)) == source.records()
    assert reading.touchpoints_in(text("  " + dumped.decode())) == source.records()
    picture = QMimeData()
    picture.setData(
        "image/svg+xml", embed.into_svg(b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', dumped)
    )
    assert reading.touchpoints_in(picture) == source.records()
    assert reading.touchpoints_in(text("Hello")) == ()
    assert reading.touchpoints_in(QMimeData()) == ()


@pytest.mark.parametrize(
    "payload",
    [
        b"", b"\x00\xff\xfe", b"[" * 100_000, b'{"format":"journeylines","version":99,"minor":0,"records":[]}',
        b'{"format":"other"}', native.dump(journey()), b"PK\x03\x04", b'{"format":"journeylines","version":1e999}',
        native.dump(journey(touch("A", "IT", at=0))).replace(b'"start":0', b'"start":1e99'),
        native.dump(journey(touch("A", "IT", at=0))).replace(b"role-it", b"role-no", 1),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_hostile_clipboard_gets_a_sentence(payload: bytes) -> None:
    with pytest.raises(JourneyError) as caught:
        reading.touchpoints_in(ours(payload))
    assert "clipboard" in str(caught.value)


def test_too_much_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.files.limits.FILE_BYTES", 100)
    with pytest.raises(JourneyError, match="too big"):
        reading.touchpoints_in(ours(b" " * 101))


def test_a_table_is_told_from_lines_of_text() -> None:
    table = QMimeData()
    table.setHtml("<table><tr><td>A<td>B</table>")
    assert reading.is_table(table)
    assert reading.block_in(table) == (("A", "B"),)
    assert reading.is_table(text("A\tB"))
    assert not reading.is_table(text("CFO: budget review"))
    both = text("A\nB")
    both.setHtml("<p>A</p>")
    assert not reading.is_table(both)
    assert reading.block_in(both) == (("A",), ("B",))


def test_cells_are_text_and_html() -> None:
    data = mime.cells((("a", "b"),))
    assert data.text() == "a\tb\r\n"
    assert reading.block_in(data) == (("a", "b"),)


def test_a_copy_of_linked_touchpoints_keeps_links_and_channels() -> None:
    j = journey(
        channel("Email"), touch("A", "IT", at=1, channel="Email"), touch("B", "IT", at=2), link("A", "B")
    )
    data = mime.touchpoints(clipboard.copied(j, ["touch-a", "touch-b"]), "dark")
    assert len([each for each in reading.touchpoints_in(data) if each.record_kind == "link"]) == 1


def test_rows_copied_in_the_table_are_a_table_and_no_picture_which_spreadsheets_would_take() -> None:
    data = mime.touchpoints(copied(), "light", ("title", "start"))
    assert data.formats() == [mime.MEDIA_TYPE, "text/html", "text/plain"]
    assert data.text().split("\r\n")[0] == "Title\tStart"


def test_lines_within_cells_are_read_where_only_the_table_has_them() -> None:
    data = QMimeData()
    data.setText("Title\tDescription\nOne two\tHe said no, twice and left\n")
    data.setHtml(
        "<table><tr><td>Title</td><td>Description</td></tr>"
        "<tr><td>One two</td><td>He said no, twice<br>and left</td></tr></table>"
    )
    assert reading.block_in(data) == (("Title", "Description"), ("One two", "He said no, twice\nand left"))


def test_text_is_read_where_the_table_beside_it_says_something_else() -> None:
    data = QMimeData()
    data.setText("1.5\tb\n")
    data.setHtml("<table><tr><td>1<br>50</td><td>b</td></tr></table>")
    assert reading.block_in(data) == (("1.5", "b"),)
