"""The command `journeylines`: a fixed contract that other programs call; what it understands stands in `arguments`.

Each command imports what it needs when it runs: help is there at once, and a picture needs no window.
Exit codes: 0 done, 1 `check` found something, 2 what was asked cannot be done (one line on the error output says why).
"""

from __future__ import annotations

import gc
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app import arguments
from app.files.streams import output, plain, print_line, say
from app.i18n import languages_of_environment, lend_catalogue, tr, use_language
from app.model.errors import JourneyError

if TYPE_CHECKING:
    from argparse import Namespace

    from app.model.journey import Journey
    from app.model.view import Filter

_FINE, _FOUND, _REFUSED, _INTERRUPTED, _NOBODY_READS = 0, 1, 2, 130, 141
_STREAM = "-"
_NO_ROOM = re.compile("failed to map segment|cannot allocate memory", re.IGNORECASE)  # for a library
_FLAGS = {"width_px": "--width", "scale": "--scale", "dpi": "--dpi"}


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks; return the exit code."""
    words = list(sys.argv[1:] if words is None else words)
    if language := arguments.language_in(words):
        os.environ["LANGUAGE"] = language  # argparse looks for it there
    use_language(*languages_of_environment())
    lend_catalogue()  # to argparse
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old terminal shows "?" for what it does not know
    try:
        asked = arguments.parsed(words)
        code = _RUN[asked.command](asked)
        with output():
            pass  # flushed while what goes wrong can still be told
    except JourneyError as error:
        say(str(error))
        return _REFUSED
    except (MemoryError, ImportError) as error:
        if isinstance(error, ImportError) and not _NO_ROOM.search(str(error)):
            raise
        say(tr("There is not enough memory for this."))
        return _REFUSED
    except BrokenPipeError:  # `| head` has read enough
        return _NOBODY_READS
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def program() -> int:
    """Be the whole process: as `main`, with the collector at rest, whose rounds pay for none but a window that stands.

    It takes a fifth of a cold start; and a command is over before they would pay, the last one included.
    """
    gc.disable()
    code = main()
    if not gc.isenabled():  # no window has turned it on
        gc.freeze()
    return code


def _open_window(asked: Namespace) -> int:
    from app.painters.display import has_display

    if not has_display():
        raise JourneyError(
            tr("There is no display to open a window on."),
            do=tr("`journeylines export --help` works without one."),
        )
    from app.widgets import application

    return application.run(list(asked.files), asked.language)


def _export(asked: Namespace) -> int:
    from app import export
    from app.model.view import View

    ending = Path(asked.output).suffix.lower().lstrip(".")
    name = asked.format or ("svg" if asked.output == _STREAM else ending)
    if ending in arguments.PICTURES and ending != name:
        raise JourneyError(tr("It ends in .{ending}, but --format says {format}.", ending=ending, format=name),
                           asked.output, tr("Leave --format out, or name the file otherwise."))  # fmt: skip
    if name not in arguments.PICTURES:
        raise JourneyError(tr("A picture is .svg, .png or .pdf."), asked.output,
                           tr("Name it so, or say --format."))  # fmt: skip
    _refuse_to_overwrite(asked.output, asked.force)
    options = export.picture_options(
        _FLAGS,
        width_px=asked.width, scale=asked.scale, dpi=asked.dpi, text=asked.text, page=asked.page,
        transparent=asked.transparent,
    )  # fmt: skip
    _name_what_changes_nothing(asked, name)
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever the session says: there may be no display
    journey = _read(asked.file)
    view = View(
        detail=asked.detail, spacing=asked.spacing, hidden_roles=export.hidden_roles(journey, asked.roles),
        filter=_filter(asked, journey),
    )  # fmt: skip
    picture = export.export(
        journey, view, name, options, asked.theme or "", with_source=not asked.no_source, say=say,
        language=asked.language,
    )  # fmt: skip
    _write(asked.output, picture)
    return _FINE


def _filter(asked: Namespace, journey: Journey) -> Filter:
    """Return what stays lit, after a word to the person where that is nothing."""
    from app.model.view import Filter

    start = len(arguments.FILTER)
    said = {
        name[start:]: words
        for name, words in vars(asked).items()
        if name.startswith(arguments.FILTER) and words is not None
    }
    if not said:
        return Filter()
    from app.analysis import filter_words, filtering

    wanted = filter_words.filter_of(journey, said)
    if not filtering.matching(journey, wanted):
        say(tr("No touchpoint is what the filter asks for: all of the picture is faint."))
    return wanted


def _name_what_changes_nothing(asked: Namespace, format: str) -> None:  # noqa: A002
    flags = {
        **dict.fromkeys(("width", "scale", "dpi"), ("png",)),
        "text": ("svg",),
        "transparent": ("png", "svg"),
    }
    for flag, formats in flags.items():
        if getattr(asked, flag) not in (None, False, "live") and format not in formats:
            say(tr("--{flag} has no effect on {format}.", flag=flag, format=format.upper()))


def _check(asked: Namespace) -> int:
    from app.analysis.catalogue import findings
    from app.files import catalogue

    journey = _read(asked.file)
    found = findings(journey)
    strange = catalogue.unknown_to_this_version(journey)
    if asked.json:
        print_line(json.dumps({
            "file": asked.file,
            "title": journey.info.title,
            "problems": [{"sentence": sentence, "records": [record]} for record, sentence in strange],
            "findings": [
                {"analysis": one.analysis, "sentence": one.sentence, "records": list(one.records),
                 "weight": one.weight, "identity": one.identity}
                for one in found
            ],
        }, ensure_ascii=False, indent=2))  # fmt: skip
    else:
        for sentence in [*(sentence for _, sentence in strange), *(one.sentence for one in found)]:
            print_line(plain(sentence))
        if not strange and not found:
            print_line(tr("Nothing found."))
    return _FOUND if found or strange else _FINE


def _convert(asked: Namespace) -> int:
    from app.files import catalogue

    if Path(asked.output).suffix.lower().lstrip(".") in arguments.PICTURES:
        raise JourneyError(tr("This is a picture."), asked.output, tr("Use `journeylines export`."))
    _refuse_to_overwrite(asked.output, asked.force)
    journey = _read(asked.source)
    name = f"-.{asked.format}" if asked.output == _STREAM else asked.output
    _write(asked.output, catalogue.write_journey(journey, name, say))
    return _FINE


def _templates(_asked: Namespace) -> int:
    from app.files import templates

    known = templates.templates()
    width = max((len(template.name) for template in known), default=0)
    for template in known:
        print_line(f"{template.name:<{width}}  {template.title}")
    return _FINE


def _new(asked: Namespace) -> int:
    from app.files import catalogue, templates

    _refuse_to_overwrite(asked.output, asked.force)
    journey = templates.begin(asked.template)
    name = "-.journey" if asked.output == _STREAM else asked.output
    _write(asked.output, catalogue.write_journey(journey, name, say))
    return _FINE


def _read(name: str) -> Journey:
    from app.files import catalogue, limits, reading

    if name != _STREAM:
        return catalogue.open_journey(Path(name), say=say)
    called = tr("the input")
    try:
        data = sys.stdin.buffer.read(limits.FILE_BYTES + 1)
    except (AttributeError, OSError):  # closed, or a folder
        raise JourneyError(tr("It cannot be read."), called) from None
    if len(data) > limits.FILE_BYTES:
        raise reading.too_big(called, limits.FILE_BYTES)
    return catalogue.open_journey(data, called, say)


def _write(name: str, data: bytes) -> None:
    from app.files import atomic

    if name != _STREAM:
        atomic.write(Path(name), data)
    elif sys.stdout is None:
        raise JourneyError(tr("There is no output to write to: it is closed."))
    else:
        with output():
            sys.stdout.buffer.write(data)


def _refuse_to_overwrite(name: str, force: bool) -> None:
    if name == _STREAM or force:
        return
    path, is_there = Path(name), False
    with suppress(OSError, ValueError):  # where one may not even look, writing says why
        is_there = path.is_file() or path.is_dir()
    if is_there:
        raise JourneyError(tr("The file is there already."), name, tr("Say --force to replace it."))


_RUN: dict[str, Callable[[Namespace], int]] = {
    "": _open_window,
    "export": _export,
    "check": _check,
    "convert": _convert,
    "templates": _templates,
    "new": _new,
}
