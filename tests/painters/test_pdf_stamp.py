"""What a PDF file says of itself."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import pypdfium2 as pdfium
import pytest

from app.i18n import speaking
from app.painters.options import PictureOptions
from app.painters.pdf_stamp import made_at, stamped
from app.painters.qt_pdf import paint
from tests.painters.pictures import large, small

NOON = datetime(2026, 1, 31, 12, 0, 5, tzinfo=UTC)
PRINTED = f"""
import sys
sys.path.insert(0, {sys.path[0]!r})
from tests.painters.pictures import small
from app.painters.qt_pdf import paint
sys.stdout.buffer.write(paint(small()))
"""


def metadata(data: bytes) -> dict[str, str]:
    document = pdfium.PdfDocument(data)
    try:
        assert len(document) >= 1
        return dict(document.get_metadata_dict())
    finally:
        document.close()


def text_of(data: bytes) -> str:
    document = pdfium.PdfDocument(data)
    try:
        return "".join(str(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def ids(data: bytes) -> bytes:
    return data[data.rfind(b"/ID [") :].split(b"]")[0]


def test_the_same_pages_at_the_same_time_are_the_same_file() -> None:
    assert stamped(paint(small()), NOON) == stamped(paint(small()), NOON)


def test_the_id_follows_from_the_pages_and_not_from_the_time() -> None:
    one, later = stamped(paint(small()), NOON), stamped(paint(small()), NOON + timedelta(days=400))
    assert ids(one) == ids(later)
    assert one != later
    assert ids(one) != ids(stamped(paint(large(40)), NOON))
    assert ids(one).count(b"<") == 2


def test_the_time_is_written_in_utc_whatever_the_place() -> None:
    east = NOON.astimezone(timezone(timedelta(hours=5, minutes=45)))
    assert metadata(stamped(paint(small()), east))["CreationDate"] == "D:20260131120005Z"
    assert b'xmp:CreateDate="2026-01-31T12:00:05+00:00"' in stamped(paint(small()), east)


def test_a_set_epoch_is_the_time_of_making_and_a_wrong_one_is_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOON.timestamp())))
    assert made_at() == NOON
    sheets = paint(large(40), PictureOptions(page="a4"))
    assert sheets == paint(large(40), PictureOptions(page="a4"))
    assert metadata(sheets)["ModDate"] == "D:20260131120005Z"
    assert "31 Jan 2026" in text_of(sheets)
    with speaking("de"):
        assert "31. Jan. 2026" in text_of(paint(large(40), PictureOptions(page="a4")))
    for wrong in ("soon", "9" * 30, "-" + "9" * 30, ""):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        assert abs(made_at() - datetime.now(UTC)) < timedelta(hours=1)


def test_other_processes_in_other_zones_write_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    files = set()
    for zone in ("UTC0", "EAST-05:45"):
        monkeypatch.setenv("TZ", zone)
        files.add(subprocess.run([sys.executable, "-c", PRINTED], capture_output=True, check=True).stdout)
    (file,) = files
    assert metadata(file)["CreationDate"] == "D:20231114221320Z"
    assert text_of(file) == text_of(paint(small()))
