"""The command `journeylines`: a fixed contract that other programs call.

Each command imports what it needs when it runs: help is there at once, and a picture needs no window.
Exit codes: 0 done, 1 `check` found something, 2 what was asked cannot be done (one line on the error output says why).
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from app import __version__
from app.files.streams import output, plain, print_line, say
from app.i18n import languages_of_environment, lend_catalogue, noted, tr, use_language
from app.model.errors import JourneyError

if TYPE_CHECKING:
    from app.model.journey import Journey

_FINE, _FOUND, _REFUSED, _INTERRUPTED, _NOBODY_READS = 0, 1, 2, 130, 141
_STREAM = "-"
_NO_ROOM = re.compile("failed to map segment|cannot allocate memory", re.IGNORECASE)  # for a library
_PICTURES = ("svg", "png", "pdf")
_FLAGS = {"width_px": "--width", "scale": "--scale", "dpi": "--dpi"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; return the exit code."""
    use_language(*languages_of_environment())
    lend_catalogue()  # to argparse
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old terminal shows "?" for what it does not know
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        asked = _parser(words).parse_args(words)
        code: int = asked.run(asked)
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


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line and takes no abbreviations, which newer versions could break."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        say(tr("{message}. Try {command} --help.", message=message, command=self.prog))
        raise SystemExit(_REFUSED)


_SAID_BY_ARGPARSE = (
    noted("usage: "), noted("positional arguments"), noted("options"), noted("show this help message and exit"),
    noted("the following arguments are required: %s"), noted("argument %(argument_name)s: %(message)s"),
    noted("invalid choice: %(value)r (choose from %(choices)s)"), noted("invalid %(type)s value: %(value)r"),
    noted("unrecognized arguments: %s"), noted("expected one argument"), noted("not allowed with argument %s"),
    noted("ignored explicit argument %r"),
)  # fmt: skip


def _examples() -> str:
    rows = (
        ("journeylines purchase.journey", tr("open the window")),
        ("journeylines export purchase.journey -o map.svg", tr("a picture for the wall")),
        ("journeylines check purchase.journey", tr("waits, broken service levels, absences")),
        ("journeylines new --template blank-b2b -o my.journey", tr("begin with a template")),
    )
    lines = "".join(f"  {command:<54}{about}\n" for command, about in rows)
    closing = tr("Every command explains itself: {command}", command="journeylines export --help")
    return "\n".join((tr("examples:"), lines, closing))


def _parser(words: list[str]) -> argparse.ArgumentParser:
    """Return the parser for these words: a command's where they begin with one, else the window's."""
    if words and words[0] in _COMMANDS:
        top = _Parser(prog="journeylines")
        commands = top.add_subparsers(required=True)
        _COMMANDS[words[0]](commands)
        return top
    top = _Parser(
        prog="journeylines",
        usage="journeylines [FILE ...]\n       journeylines {export,check,convert,templates,new} ...",
        description=tr("Multi-role customer journey maps: open FILEs in windows, or run a command."),
        epilog=_examples(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"journeylines {__version__}",
                     help=tr("show the version"))  # fmt: skip
    top.add_argument("files", nargs="*", metavar="FILE", help=tr("a journey, or a picture that carries one"))
    top.set_defaults(run=_open_window)
    return top


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], int], about: str, examples: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=about,
        description=about,
        epilog="\n".join((tr("examples:"), examples)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser


def _add_export(commands: Any) -> None:
    parser = _command(
        commands, "export", _export, tr("Draw the map of FILE as a picture."),
        "  journeylines export purchase.journey -o map.svg\n"
        "  journeylines export purchase.journey -o wall.pdf --page poster --theme print\n"
        '  journeylines export purchase.journey -o it.png --roles "IT manager, Finance director" --dpi 300\n'
        "  journeylines export - -o - --format svg < purchase.journey > map.svg",
    )  # fmt: skip
    parser.add_argument(
        "file", metavar="FILE", help=tr("a journey or a picture that carries one; - reads the input")
    )
    parser.add_argument("-o", "--output", required=True, metavar="OUT",
                        help=tr("OUT.svg, OUT.png or OUT.pdf; - writes to the output"))  # fmt: skip
    parser.add_argument("--format", choices=_PICTURES, help=tr("the format where OUT does not say it"))
    parser.add_argument("--theme", choices=("light", "dark", "print"),
                        help=tr("light where nothing is said, and print for a PDF"))  # fmt: skip
    parser.add_argument("--detail", choices=("compact", "standard", "full"), default="standard")
    parser.add_argument("--spacing", choices=("even", "proportional"), default="proportional",
                        help=tr("as wide as labels need, or true to time (the default)"))  # fmt: skip
    parser.add_argument(
        "--roles", metavar='"A,B"', help=tr("only these roles; others are not in the file either")
    )
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--width", type=int, metavar="PX", help=tr("PNG: width in pixels"))
    size.add_argument("--scale", type=float, metavar="X", help=tr("PNG: pixels for each unit of the map"))
    size.add_argument("--dpi", type=float, metavar="N", help=tr("PNG: pixels for each inch, 96 is 100 %%"))
    parser.add_argument(
        "--text", choices=("live", "outlines"), default="live", help=tr("SVG: text or its outlines")
    )
    parser.add_argument("--page", choices=("a4", "a3", "poster"), default="poster",
                        help=tr("one poster, or pages of this size"))  # fmt: skip
    parser.add_argument("--transparent", action="store_true", help=tr("PNG and SVG: without a background"))
    parser.add_argument(
        "--no-source", action="store_true", help=tr("do not put the journey into the picture")
    )
    _add_force(parser)


def _add_check(commands: Any) -> None:
    parser = _command(
        commands, "check", _check, tr("Tell what is wrong or deserves attention; exit code 1 where something does."),
        "  journeylines check purchase.journey\n  journeylines check purchase.journey --json | jq .findings",
    )  # fmt: skip
    parser.add_argument(
        "file", metavar="FILE", help=tr("a journey or a picture that carries one; - reads the input")
    )
    parser.add_argument("--json", action="store_true", help=tr("for programs"))


def _add_convert(commands: Any) -> None:
    parser = _command(
        commands, "convert", _convert, tr("Write the journey in IN as OUT, in the format of its ending."),
        "  journeylines convert purchase.journey purchase.graphml    " + tr("for Gephi, yEd, networkx") + "\n"
        "  journeylines convert map.png purchase.journey             " + tr("the journey inside a picture"),
    )  # fmt: skip
    parser.add_argument("source", metavar="IN", help=tr("any file with a journey; - reads the input"))
    parser.add_argument(
        "output", metavar="OUT", help=tr("OUT.journey or OUT.graphml; - writes to the output")
    )
    parser.add_argument("--format", choices=("journey", "graphml"), default="journey",
                        help=tr("the format where OUT is -"))  # fmt: skip
    _add_force(parser)


def _add_templates(commands: Any) -> None:
    _command(
        commands, "templates", _templates, tr("List the templates to begin with."), "  journeylines templates"
    )


def _add_new(commands: Any) -> None:
    parser = _command(
        commands, "new", _new, tr("Begin a journey from a template."),
        "  journeylines new --template blank-b2b -o purchase.journey",
    )  # fmt: skip
    parser.add_argument(
        "--template", required=True, metavar="NAME", help=tr("one of `journeylines templates`")
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="OUT", help=tr("OUT.journey; - writes to the output")
    )
    _add_force(parser)


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help=tr("replace a file that is there"))


_COMMANDS: dict[str, Callable[[Any], None]] = {
    "export": _add_export,
    "check": _add_check,
    "convert": _add_convert,
    "templates": _add_templates,
    "new": _add_new,
}


def _open_window(asked: argparse.Namespace) -> int:
    from app.painters.display import has_display

    if not has_display():
        raise JourneyError(
            tr("There is no display to open a window on."),
            do=tr("`journeylines export --help` works without one."),
        )
    from app.widgets import application

    return application.run(list(asked.files))


def _export(asked: argparse.Namespace) -> int:
    from app import export
    from app.model.view import View

    ending = Path(asked.output).suffix.lower().lstrip(".")
    name = asked.format or ("svg" if asked.output == _STREAM else ending)
    if ending in _PICTURES and ending != name:
        raise JourneyError(tr("It ends in .{ending}, but --format says {format}.", ending=ending, format=name),
                           asked.output, tr("Leave --format out, or name the file otherwise."))  # fmt: skip
    if name not in _PICTURES:
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
        detail=asked.detail, spacing=asked.spacing, hidden_roles=export.hidden_roles(journey, asked.roles)
    )
    with_source = not asked.no_source
    picture = export.export(journey, view, name, options, asked.theme or "", with_source=with_source, say=say)
    _write(asked.output, picture)
    return _FINE


def _name_what_changes_nothing(asked: argparse.Namespace, format: str) -> None:  # noqa: A002
    flags = {
        **dict.fromkeys(("width", "scale", "dpi"), ("png",)),
        "text": ("svg",),
        "transparent": ("png", "svg"),
    }
    for flag, formats in flags.items():
        if getattr(asked, flag) not in (None, False, "live") and format not in formats:
            say(tr("--{flag} has no effect on {format}.", flag=flag, format=format.upper()))


def _check(asked: argparse.Namespace) -> int:
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


def _convert(asked: argparse.Namespace) -> int:
    from app.files import catalogue

    if Path(asked.output).suffix.lower().lstrip(".") in _PICTURES:
        raise JourneyError(tr("This is a picture."), asked.output, tr("Use `journeylines export`."))
    _refuse_to_overwrite(asked.output, asked.force)
    journey = _read(asked.source)
    name = f"-.{asked.format}" if asked.output == _STREAM else asked.output
    _write(asked.output, catalogue.write_journey(journey, name, say))
    return _FINE


def _templates(_asked: argparse.Namespace) -> int:
    from app.files import templates

    known = templates.templates()
    width = max((len(template.name) for template in known), default=0)
    for template in known:
        print_line(f"{template.name:<{width}}  {template.title}")
    return _FINE


def _new(asked: argparse.Namespace) -> int:
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
