"""Drawings of small worlds are what they were; `make golden` approves them as they are now."""

from __future__ import annotations

import difflib

import pytest

from app.drawing.text import as_text
from tests.golden.cases import CASES, FOLDER, golden_file


@pytest.mark.parametrize("name", CASES)
def test_a_drawing_is_as_it_was(name: str) -> None:
    was, now = golden_file(name).read_text("utf-8"), as_text(CASES[name]())
    difference = list(
        difflib.unified_diff(was.splitlines(), now.splitlines(), "was", "now", n=0, lineterm="")
    )
    assert not difference, "\n".join(difference[:60])


def test_no_golden_is_left_over() -> None:
    assert {file.name.removesuffix(".drawing.txt") for file in FOLDER.glob("*.drawing.txt")} == set(CASES)
