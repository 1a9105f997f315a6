"""What the command line understands: its commands, their options, and the help about them.

Messages of argparse itself are translated too: it looks into the catalogue that `i18n.lend_catalogue` lends it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from app import __version__
from app.files.streams import say
from app.i18n import LANGUAGES, noted, tr

PICTURES = ("svg", "png", "pdf")
REFUSED = 2  # the exit code
FILTER = "filter_"  # before the fields of a filter, as `parsed` returns them


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line and takes no abbreviations, which newer versions could break."""

    def __init__(self, command: str = "", **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)
        self._helped_by = " ".join(filter(None, (self.prog, command)))

    def error(self, message: str) -> NoReturn:
        say(tr("{message}. Try {command} --help.", message=message, command=self._helped_by))
        raise SystemExit(REFUSED)


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


def language_in(words: Sequence[str]) -> str:
    """Return the language that the words ask for, "" where they ask for none that is known."""
    options = list(words[: words.index("--")] if "--" in words else words)
    values = [word.partition("=")[2] for word in options if word.startswith("--language=")]
    values += [value for word, value in pairwise(options) if word == "--language"]
    return next((value for value in values if value in LANGUAGES), "")


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """Return what the words ask for; its `command` is "" for the window. Ends the program where they make no sense."""
    words = _command_first(list(words))
    understood = parser(words)
    if words and words[0].isalpha() and words[0] not in _COMMANDS and not Path(words[0]).exists():
        understood.error(tr("“{word}” is neither a command nor a file", word=words[0][:80]))
    asked = understood.parse_args(words)
    paths = [getattr(asked, name, None) for name in ("file", "source", "output")]
    if "" in (*paths, *getattr(asked, "files", ())):
        understood.error(tr("The name of a file is empty"))
    return asked


def parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser for these words: a command's where they begin with one, else the window's."""
    if words and words[0] in _COMMANDS:
        top = _Parser(words[0], prog="journeylines")
        commands = top.add_subparsers(required=True)
        _add_language(_COMMANDS[words[0]](commands))
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
    _add_language(top)
    top.add_argument("files", nargs="*", metavar="FILE", help=tr("a journey, or a picture that carries one"))
    top.set_defaults(command="")
    return top


def _command_first(words: list[str]) -> list[str]:
    """Return the words with a language that is said before the command behind it, where its parser looks."""
    count = 1 if words and words[0].startswith("--language=") else 2
    is_first = bool(words) and words[0].partition("=")[0] == "--language"
    if is_first and len(words) > count and words[count] in _COMMANDS:
        return [words[count], *words[:count], *words[count + 1 :]]
    return words


def _command(commands: Any, name: str, about: str, examples: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=about,
        description=about,
        epilog="\n".join((tr("examples:"), examples)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(command=name)
    return parser


def _add_export(commands: Any) -> argparse.ArgumentParser:
    parser = _command(
        commands, "export", tr("Draw the map of FILE as a picture."),
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
    parser.add_argument("--format", choices=PICTURES, help=tr("the format where OUT does not say it"))
    parser.add_argument("--theme", choices=("light", "dark", "print"),
                        help=tr("light where nothing is said, and print for a PDF"))  # fmt: skip
    parser.add_argument("--detail", choices=("compact", "standard", "full"), default="standard",
                        help=tr("how much is written on the map"))  # fmt: skip
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
    _add_filter(parser)
    _add_force(parser)
    return parser


def _add_check(commands: Any) -> argparse.ArgumentParser:
    parser = _command(
        commands, "check", tr("Tell what is wrong or deserves attention; exit code 1 where something does."),
        "  journeylines check purchase.journey\n  journeylines check purchase.journey --json | jq .findings",
    )  # fmt: skip
    parser.add_argument(
        "file", metavar="FILE", help=tr("a journey or a picture that carries one; - reads the input")
    )
    parser.add_argument("--json", action="store_true", help=tr("for programs"))
    return parser


def _add_convert(commands: Any) -> argparse.ArgumentParser:
    parser = _command(
        commands, "convert", tr("Write the journey in IN as OUT, in the format of its ending."),
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
    return parser


def _add_templates(commands: Any) -> argparse.ArgumentParser:
    return _command(
        commands, "templates", tr("List the templates to begin with."), "  journeylines templates"
    )


def _add_new(commands: Any) -> argparse.ArgumentParser:
    parser = _command(
        commands, "new", tr("Begin a journey from a template."),
        "  journeylines new --template blank-b2b -o purchase.journey",
    )  # fmt: skip
    parser.add_argument(
        "--template", required=True, metavar="NAME", help=tr("one of `journeylines templates`")
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="OUT", help=tr("OUT.journey; - writes to the output")
    )
    _add_force(parser)
    return parser


def _add_filter(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(
        tr("what stays lit"),
        tr(
            "All else is faint, as with View › Filter. Names stand between commas; of several options all must hold."
        ),
    )
    for field, flag, about in (
        ("roles", "roles", tr("touchpoints of these roles")),
        ("channels", "channels", tr("touchpoints over these channels")),
        ("phases", "phases", tr("touchpoints in these phases")),
        ("tags", "tags", tr("touchpoints with one of these tags")),
        (
            "insight_kinds",
            "insights",
            tr("touchpoints with pain points, gains, opportunities, ideas or questions"),
        ),
        ("involvements", "involvements", tr("touchpoints in which somebody leads, takes part, approves …")),
        ("text", "text", tr("touchpoints that say all of these words")),
    ):
        metavar = tr("WORDS") if field == "text" else '"A,B"'
        group.add_argument(f"--filter-{flag}", dest=f"{FILTER}{field}", metavar=metavar, help=about)


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default="",
        help=tr("of messages, and of the words that a picture adds to yours"),
    )


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help=tr("replace a file that is there"))


_COMMANDS: dict[str, Callable[[Any], argparse.ArgumentParser]] = {
    "export": _add_export,
    "check": _add_check,
    "convert": _add_convert,
    "templates": _add_templates,
    "new": _add_new,
}
