"""What README and ARCHITECTURE say is true: their commands run, the files they name exist."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.places import resource
from app.widgets.actions.table import ACTION_BY_ID
from app.widgets.menus import MENUS, Menu

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
COMMANDS = [
    command
    for command in re.findall(r"`(journeylines [a-z]+ [^`]*|journeylines templates)`", README)
    if command.split()[1] in ("export", "check", "convert", "templates", "new")
]
EXIT_CODES = {"check": 1}  # the sample has findings


def test_the_readme_shows_every_command() -> None:
    assert {command.split()[1] for command in COMMANDS} == {"export", "check", "convert", "templates", "new"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_runs(command: str, tmp_path: Path) -> None:
    words = shlex.split(command)[1:]
    if words[0] != "new":
        shutil.copy(resource("samples/service-platform.journey"), tmp_path / "map.journey")
    if "map.png" in words[1:2]:
        run(["export", "map.journey", "-o", "map.png", "--width", "800"], tmp_path)
        (tmp_path / "map.journey").unlink()
    done = run(words, tmp_path)
    assert done.returncode == EXIT_CODES.get(words[0], 0), done.stderr
    if words[0] in ("export", "new"):
        assert (tmp_path / words[words.index("-o") + 1]).stat().st_size > 1000


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-m", "app", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_menus_that_the_readme_names_are_there() -> None:
    titles = {plain(menu.title()): {plain(title_of(entry)) for entry in menu.entries} for menu in MENUS}
    named = re.findall(r"(File|Edit|Insert|View|Go|Workshop|Help) › ([^|,;.:]+)", README)
    assert len(named) >= 20
    named = [(menu, " ".join(rest.split())) for menu, rest in named]
    lost = [(menu, rest) for menu, rest in named if not rest.startswith(tuple(titles[menu] - {""}))]
    assert lost == []


def title_of(entry: str | Menu) -> str:
    if isinstance(entry, Menu):
        return entry.title()
    return ACTION_BY_ID[entry].text() if entry in ACTION_BY_ID else ""


def plain(title: str) -> str:
    return title.replace("&", "").rstrip("…")


@pytest.mark.parametrize("document", [README, ARCHITECTURE], ids=["README", "ARCHITECTURE"])
def test_files_that_are_named_exist(document: str) -> None:
    named = set(re.findall(r"[`(]((?:[\w-]+/)*[\w-]+\.(?:py|md|json|png))[`)]", document))
    assert [name for name in sorted(named) if not exists(name)] == []


def exists(name: str) -> bool:
    return (ROOT / name).exists() or any(any((ROOT / room).rglob(name)) for room in ("app", "tests"))
