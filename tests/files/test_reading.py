from __future__ import annotations

import json
import os
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from app.files import limits, reading
from app.model.errors import JourneyError


def complaint(path: Path, **options: int) -> str:
    with pytest.raises(JourneyError) as caught:
        reading.read_bytes(path, **options)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"hello")
    assert reading.read_bytes(tmp_path / "a") == b"hello"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "no such file" in complaint(tmp_path / "nowhere" / "x.journey")


def test_a_folder(tmp_path: Path) -> None:
    assert "folder" in complaint(tmp_path)


def test_a_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert "cannot be read" in complaint(tmp_path / "a" / "b")


def test_a_name_that_no_file_can_have() -> None:
    assert "cannot be read" in complaint(Path("a\0b"))


def test_a_file_of_2_gb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.journey"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    assert "limit is 64 MB" in complaint(path)


def test_a_device_without_end_is_refused() -> None:
    path = Path("/dev/zero")
    if not path.exists():
        pytest.skip("no such device")
    assert "too big" in complaint(path, limit=1000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"through",))
    writer.start()
    assert reading.read_bytes(pipe) == b"through"
    writer.join()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_that_nobody_writes_into_does_not_make_us_wait_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PIPE_SECONDS", 0.05)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "nothing comes out of it" in complaint(pipe)
    writer = os.open(pipe, os.O_RDWR)
    os.write(writer, b"a beginning, and then silence")
    assert "nothing comes out of it" in complaint(pipe)
    os.close(writer)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_without_end_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=_pour, args=(pipe,))
    writer.start()
    assert "too big" in complaint(pipe, limit=100_000)
    writer.join()


def _pour(pipe: Path) -> None:
    with suppress(BrokenPipeError), pipe.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 10_000)


def test_links_that_go_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert "cannot be read" in complaint(tmp_path / "a")


@pytest.mark.parametrize(
    "text",
    [
        "[" + "[]," * 30 + "[]]", '{"a":[' + "{}," * 30 + "{}]}", "[" + "1," * 31 + "1]", '{"a":"x",' * 31,
        '{"\\"":' + '"\\"",' * 31, "[[[[" * 8,
    ],
)  # fmt: skip
def test_a_file_of_too_many_parts_is_refused_before_it_is_parsed(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "JSON_VALUES", 30)
    with pytest.raises(JourneyError, match="too many parts"):
        reading.parse(text.encode(), "x")


@pytest.mark.parametrize("prose", ["one, two, three, " * 30, "[1, {" * 30, r"\\ \", " * 30])
def test_signs_within_words_are_not_counted(prose: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "JSON_VALUES", 30)
    text = f'{{"a":"{prose}","b":["{prose}",1]}}'
    assert reading.parse(text.encode(), "x")[0] == json.loads(text)


def test_words_that_never_end_cost_no_more_than_their_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "JSON_VALUES", 3)
    assert not reading.is_crowded('{"a":"' + '\\",' * 500_000)


def test_an_object_of_too_many_fields_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "JSON_FIELDS", 3)
    assert reading.parse(b'{"a":1,"b":2,"c":3}', "x")[0] == {"a": 1, "b": 2, "c": 3}
    with pytest.raises(JourneyError, match="x, line 2: An object in it has more than 3 fields"):
        reading.parse(b'{"a":\n{"a":1,"b":2,"c":3,"d":4}}', "x")


def test_the_line_is_not_looked_for_among_millions() -> None:
    with pytest.raises(JourneyError, match=r"^x: NaN is not a number"):
        reading.parse(b'{"a":' + b"\n" * 300_000 + b"NaN}", "x")


@pytest.mark.parametrize("text", [b"<a/>" * 11, b'<a b="1" ' + b"c='1' " * 10 + b"/>"])
def test_an_xml_text_of_too_many_parts_is_refused(text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "XML_PARTS", 10)
    with pytest.raises(JourneyError, match="x: The file has too many parts"):
        reading.refuse_crowds(text, "x")


@pytest.mark.parametrize(
    "text", ['{"a":[1,{"records":[]}],"records":[\n 1,\n\n 2]}', '{"records" : [1,2\n\n]}']
)
def test_a_records_line_is_found(text: str) -> None:
    assert reading.line_of_record(text, 1) == (4 if "\n 1" in text else 1)


def test_without_records_there_is_no_line() -> None:
    assert reading.line_of_record('{"a": 1}', 0) == 0
