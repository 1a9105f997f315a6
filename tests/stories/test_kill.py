"""A real program is killed at random moments: the document is always readable, and nothing older than a second is lost.

`JOURNEYLINES_KILLS=300` says how often; the usual number is for every run of the suite.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from app.files import native, recovery
from app.files.stamp import digest_of
from app.model.journey import Journey
from app.model.records import Touchpoint
from tests.model.hands import small_world
from tests.stories.kill_driver import DEEDS
from tests.world import large_journey

KILLS = int(os.environ.get("JOURNEYLINES_KILLS", "50"))
BLOCK = 10
LARGE_EVERY = 10  # a large journey is saved by a worker, which takes long enough to be killed at it
MOST_LOST_S = 1.0
ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork and kill"),
    pytest.mark.slow,
]


class Said(NamedTuple):
    """What a killed program had reported."""

    steps: list[tuple[str, float]]  # digest of the journey, and when it was so
    saved: list[str]  # digests of what was being saved, in order
    saved_at_last: str  # the digest that was saved for certain
    is_saving: bool
    typed: list[tuple[str, float]]  # what stood there after a key, and when


@pytest.fixture(scope="module")
def driver() -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.stories.kill_driver"],
        cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    yield process
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(30) == 0
    assert process.stdout is not None
    process.stdout.close()


def killed(
    driver: subprocess.Popen[bytes],
    seed: int,
    path: Path,
    settings: Path,
    after_s: float,
    in_saving_s: float,
    deeds: str = DEEDS,
) -> tuple[Said, float]:
    """Have the program edit the file and kill it so long after the first step; return what it said, and when it died.

    With `in_saving_s` it is killed that long after it begins to save.
    """
    assert driver.stdin is not None
    assert driver.stdout is not None
    driver.stdin.write(f"{seed}\t{path}\t{settings}\t{deeds}\n".encode())
    driver.stdin.flush()
    lines = iter(driver.stdout.readline, b"")
    child = int(next(line for line in lines if line.startswith(b"child")).split()[1])
    said: list[list[bytes]] = []
    next(line for line in lines if line.startswith(b"ready"))
    end = time.monotonic() + after_s
    for line in lines:  # it says something every few milliseconds
        said.append(line.split())
        if time.monotonic() >= end and (not in_saving_s or line.startswith(b"saving")):
            time.sleep(in_saving_s)
            break
    died_at = time.monotonic()
    os.kill(child, signal.SIGKILL)
    for line in lines:
        if line.startswith(b"gone"):
            break
        said.append(line.split())
    steps = [(words[2].decode(), float(words[3])) for words in said if words[0] == b"step"]
    begun = [words[1].decode() for words in said if words[0] == b"saving"]
    done = [words[1].decode() for words in said if words[0] == b"saved"]
    typed = [(words[1].decode(), float(words[2])) for words in said if words[0] == b"typed"]
    return Said(steps, begun, done[-1] if done else "", len(begun) > len(done), typed), died_at


@pytest.mark.parametrize("first", range(0, KILLS, BLOCK))
def test_killing_the_program_never_harms_the_document_and_loses_a_second_at_most(
    first: int, driver: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(first + int(os.environ.get("JOURNEYLINES_SEED", "9")))
    worst, recovered, in_saving = 0.0, 0, 0
    for number in range(first, first + BLOCK):
        is_large = number % LARGE_EVERY == LARGE_EVERY - 1
        journey = large_journey(1500) if is_large else small_world()
        path, settings = tmp_path / f"{number}.journey", tmp_path / f"settings-{number}"
        path.write_bytes(native.dump(journey))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(settings))
        after_s = chance.choice((0.02, 0.2, 0.6)) * (0.5 + chance.random())
        in_saving_s = chance.random() * (0.1 if is_large else 0.004) if number % 3 == 0 or is_large else 0.0
        said, died_at = killed(driver, number, path, settings, after_s, in_saving_s)
        found = file_and_recovery(path, said, digest_of(native.dump(journey)))
        lost = lost_seconds(found, said, died_at)
        worst, recovered, in_saving = (
            max(worst, lost),
            recovered + (len(found) > 1),
            in_saving + said.is_saving,
        )
        assert lost <= MOST_LOST_S, f"run {number}: {lost:.2f} s lost"
    print(f"{BLOCK} kills, {in_saving} while saving, {recovered} recoveries, at most {worst:.2f} s lost")
    assert recovered


@pytest.mark.parametrize("place", ["title", "line", "note"])
def test_killing_the_program_while_somebody_types_loses_a_second_of_typing_at_most(
    place: str, driver: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(f"{place} {os.environ.get('JOURNEYLINES_SEED', '9')}")
    worst = 0.0
    for number in range(max(KILLS // 10, 3)):
        path, settings = tmp_path / f"{number}.journey", tmp_path / f"settings-{number}"
        before = native.dump(small_world())
        path.write_bytes(before)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(settings))
        after_s = chance.choice((0.3, 1.2, 2.5)) * (0.5 + chance.random())
        said, died_at = killed(driver, number, path, settings, after_s, 0.0, f"type-{place}")
        states = words_found()
        assert len(said.typed) > 5
        places = [at for at, (words, _) in enumerate(said.typed) if words in states]
        missing = said.typed[places[-1] + 1 :] if places else said.typed
        lost = died_at - missing[0][1] if missing else 0.0
        worst = max(worst, lost)
        assert lost <= MOST_LOST_S, f"run {number}: {lost:.2f} s of typing lost"
        assert path.read_bytes() == before
    print(f"{place}: at most {worst:.2f} s of typing lost")


def words_found() -> set[str]:
    """Return what recovery gives back of what was typed: as drafts, and in the journey with those taken over."""
    found: set[str] = set()
    for orphan in recovery.orphans():
        replayed = orphan.replay()
        assert replayed.is_whole
        for draft in replayed.drafts:
            found.add(draft.words)
            if draft.change is not None:
                replayed.journey.apply(draft.change)
        info = replayed.journey.info
        found |= {info.title, info.description, *(each.title for each in replayed.journey.all(Touchpoint))}
        orphan.leave()
    return found


def file_and_recovery(path: Path, said: Said, first: str) -> list[str]:
    """Return the digests of what the file holds and of what recovery gives back; the file is as it was saved."""
    in_file = digest_of(native.dump(native.load(path.read_bytes(), str(path))))
    certain = said.saved_at_last or first
    allowed = {certain, *said.saved[-1:]}
    assert in_file in allowed, "the file holds what was never saved"
    assert [
        each for each in path.parent.iterdir() if each.suffix == ".journey" and each.stat().st_size == 0
    ] == []
    digests = [in_file]
    for orphan in recovery.orphans():
        replayed = orphan.replay()
        assert replayed.is_whole
        assert Journey.of(replayed.journey.records()) == replayed.journey
        assert replayed.header.path == str(path)
        digests.append(digest_of(native.dump(replayed.journey)))
        orphan.leave()
    assert len(digests) <= 2
    return digests


def lost_seconds(found: list[str], said: Said, died_at: float) -> float:
    """Return how old the oldest step is that neither the file nor recovery has."""
    places = [i for i, (digest, _) in enumerate(said.steps) if digest in found]
    missing = said.steps[places[-1] + 1 :] if places else said.steps
    return died_at - missing[0][1] if missing else 0.0
