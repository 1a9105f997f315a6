"""The standard output and error output, told in sentences where they take no more."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from app.files.reasons import reason_of
from app.i18n import tr
from app.model.errors import JourneyError


@contextmanager
def output() -> Iterator[None]:
    """Write to the output and flush it; raise JourneyError where it takes no more, and write nothing more to it."""
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more at its end
        if isinstance(error, BrokenPipeError):
            raise
        raise JourneyError(tr("The output cannot be written: {reason}.", reason=reason_of(error))) from None


def say(sentence: str) -> None:
    """Tell the person one line on the error output."""
    if sys.stderr is not None:  # a program without a console on Windows has none
        with suppress(OSError):  # the exit code says it too
            print("journeylines: " + plain(" ".join(sentence.split())), file=sys.stderr)  # noqa: T201


def print_line(text: str) -> None:
    """Print a text and a line's end to the output, as `output` writes."""
    with output():
        print(text)  # noqa: T201


def plain(text: str) -> str:
    """Return the text without what a terminal would obey."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", "?", text)
