"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "app").rglob("*.py"))
LAZY_IMPORTS_MAY_STAND_IN = {"cli.py", "catalogue.py"}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_has_at_most_400_lines_and_its_functions_at_most_60(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno + 1 <= 60, f"{path.name}:{node.lineno} {node.name}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_inside_functions_stand_in_the_catalogues_only(path: Path) -> None:
    if path.name in LAZY_IMPORTS_MAY_STAND_IN:
        return
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inner = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
            assert not inner, f"{path.name}:{inner[0].lineno}"


@pytest.mark.parametrize(
    "banned",
    [r"model_copy\(", r"singleShot\(0", r"installEventFilter", r"\bQUndoStack\b", r"\bQSvgGenerator\b"],
)
def test_what_has_bitten_others_is_not_used(banned: str) -> None:
    users = [path.name for path in SOURCES if re.search(banned, _code(path))]
    assert users == []


def _code(path: Path) -> str:
    """The file without its strings, so that a docstring may name what is banned."""
    module = tree(path)
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.unparse(module)


def test_no_room_is_called_utils_or_the_like() -> None:
    banned = {"utils", "helpers", "common", "misc", "base", "manager", "handler", "controller"}
    assert [path for path in SOURCES if path.stem in banned] == []


@pytest.mark.slow
def test_an_installed_copy_works_outside_the_checkout(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(wheels),
        str(ROOT),
    ]
    subprocess.run(build, check=True)
    (wheel,) = wheels.glob("*.whl")
    site = tmp_path / "site"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(site),
        str(wheel),
    ]
    subprocess.run(install, check=True)
    probe = f"""
import app, pathlib
from app.places import resource
from app.cli import main
assert pathlib.Path(app.__file__).is_relative_to({str(site)!r}), app.__file__
sample = resource("samples/service-platform.journey")
raise SystemExit(main(["export", str(sample), "-o", "map.svg"]))
"""
    done = subprocess.run(
        [sys.executable, "-P", "-c", probe],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "map.svg").read_text(encoding="utf-8").startswith("<")
