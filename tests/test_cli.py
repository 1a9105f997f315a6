from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from app import __version__, arguments, cli
from app.files import catalogue, embed, native
from app.model.journey import Journey
from app.model.records import Role, Touchpoint
from app.places import resource
from tests.files.everything import everything
from tests.world import days, journey, link, role, touch

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = resource("samples") / "service-platform.journey"


class Done(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., Done]:
    """Run a command in this process, in an empty folder with two journeys: calm.journey and late.journey."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "")  # --language sets it, and it is to be as it was afterwards
    calm = journey(
        role("IT manager"), role("Legal, risk"), touch("Kick-off", "IT manager", "Legal, risk", at=1)
    )
    late = journey(touch("Ask", "IT", at=0), touch("Answer", "Legal", at=9), link("Ask", "Answer"), unit="day",
                   wait_limit=days(2))  # fmt: skip
    Path("calm.journey").write_bytes(native.dump(calm))
    Path("late.journey").write_bytes(native.dump(late))

    def go(*words: str) -> Done:
        capfd.readouterr()
        try:
            code = cli.main(words)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        captured = capfd.readouterr()
        return Done(code, captured.out, captured.err)

    return go


def program(*words: str, cwd: Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    bare.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "app", *words], cwd=cwd, env={**bare, "PYTHONPATH": str(ROOT)}, capture_output=True,
        check=False, timeout=120, **options,
    )  # type: ignore[call-overload,no-any-return]  # fmt: skip


def in_shell(words: tuple[str, ...], streams: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a command with its streams led elsewhere, as a shell writes that."""
    return subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {streams}', "sh", sys.executable, "-m", "app", *words], cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, stdin=subprocess.DEVNULL, capture_output=True, check=False,
        timeout=120,
    )  # fmt: skip


def refused(done: Done, words: str) -> None:
    assert done.code == 2
    assert done.out == ""
    assert words in done.err
    assert done.err.startswith("journeylines: ")
    assert done.err.count("\n") == 1


class TestExport:
    def test_an_svg_with_the_journey_inside(self, run: Callable[..., Done]) -> None:
        assert run("export", "calm.journey", "-o", "map.svg") == Done(0, "", "")
        assert b"<svg" in Path("map.svg").read_bytes()
        assert catalogue.open_journey(Path("map.svg")) == catalogue.open_journey(Path("calm.journey"))

    def test_a_png_of_a_given_width(self, run: Callable[..., Done]) -> None:
        assert (
            program("export", "calm.journey", "-o", "map.png", "--width", "640", cwd=Path()).returncode == 0
        )
        data = Path("map.png").read_bytes()
        assert data.startswith(embed.PNG)
        assert int.from_bytes(data[16:20], "big") == 640
        assert catalogue.open_journey(Path("map.png")) == catalogue.open_journey(Path("calm.journey"))

    @pytest.mark.parametrize("page", ["a4", "a3", "poster"])
    def test_a_pdf(self, tmp_path: Path, page: str) -> None:
        done = program("export", str(SAMPLE), "-o", "map.pdf", "--page", page, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
        assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")

    def test_without_the_source(self, run: Callable[..., Done]) -> None:
        assert run("export", "calm.journey", "-o", "map.svg", "--no-source").code == 0
        assert embed.out_of(Path("map.svg").read_bytes()) is None
        refused(run("convert", "map.svg", "out.journey"), "carries no journey")

    def test_of_some_roles(self, run: Callable[..., Done]) -> None:
        Path("all.journey").write_bytes(native.dump(everything()))
        assert run("export", "all.journey", "-o", "map.svg", "--roles", "IT,Legal").code == 0
        inside = catalogue.open_journey(Path("map.svg"))
        assert [one.name for one in inside.all(Role)] == ["IT", "Legal"]

    def test_a_role_whose_name_has_a_comma(self, run: Callable[..., Done]) -> None:
        assert run("export", "calm.journey", "-o", "map.svg", "--roles", " legal,  Risk ").code == 0
        assert [one.name for one in catalogue.open_journey(Path("map.svg")).all(Role)] == ["Legal, risk"]

    def test_an_unknown_role_is_refused_with_the_names_there_are(self, run: Callable[..., Done]) -> None:
        refused(
            run("export", "calm.journey", "-o", "map.svg", "--roles", "CFO"),
            "“CFO”. The roles are “IT manager”",
        )
        refused(run("export", "calm.journey", "-o", "map.svg", "--roles", " , "), "No role is named")
        assert not Path("map.svg").exists()

    def test_options_reach_the_picture(self, run: Callable[..., Done]) -> None:
        sizes = set()
        for number, more in enumerate(
            [(), ("--theme", "dark"), ("--detail", "full"), ("--spacing", "even"), ("--text", "outlines")]
        ):
            assert run("export", str(SAMPLE), "-o", f"{number}.svg", "--no-source", *more).code == 0
            sizes.add(Path(f"{number}.svg").read_bytes())
        assert len(sizes) == 5

    def test_a_filter_lets_all_else_be_faint_and_the_journey_inside_be_whole(
        self, run: Callable[..., Done]
    ) -> None:
        assert run("export", str(SAMPLE), "-o", "all.svg").code == 0
        for number, more in enumerate(
            (
                ("--filter-roles", "CFO"), ("--filter-channels", "Email, Phone"), ("--filter-phases", "Purchase"),
                ("--filter-tags", "contract"), ("--filter-insights", "Pain point"),
                ("--filter-involvements", "leads"), ("--filter-text", "budget"),
            )
        ):  # fmt: skip
            assert run("export", str(SAMPLE), "-o", f"{number}.svg", *more) == Done(0, "", "")
            assert catalogue.open_journey(Path(f"{number}.svg")) == catalogue.open_journey(SAMPLE)
        pictures = {path.read_bytes() for path in Path().glob("*.svg")}
        assert len(pictures) == 8

    def test_a_filter_that_leaves_nothing_lit_is_told(self, run: Callable[..., Done]) -> None:
        done = run("export", "calm.journey", "-o", "map.svg", "--filter-text", "unheard of")
        assert done.code == 0
        assert "No touchpoint is what the filter asks for" in done.err
        assert Path("map.svg").exists()

    def test_what_a_filter_names_must_be_there(self, run: Callable[..., Done]) -> None:
        refused(
            run("export", str(SAMPLE), "-o", "map.svg", "--filter-channels", "Fax"),
            "The channels are “Email”",
        )
        refused(run("export", "calm.journey", "-o", "map.svg", "--filter-tags", "x"), "has the tag “x”.\n")
        refused(run("export", "calm.journey", "-o", "map.svg", "--filter-roles", ","), "it names nothing")
        assert not Path("map.svg").exists()

    def test_a_picture_in_another_language_carries_the_journey_as_it_is(
        self, run: Callable[..., Done]
    ) -> None:
        assert run("export", str(SAMPLE), "-o", "map.svg", "--language", "de").code == 0
        picture = Path("map.svg").read_text(encoding="utf-8")
        assert "40 Wochen" in picture
        assert 'xml:lang="de"' in picture
        assert catalogue.open_journey(Path("map.svg")) == catalogue.open_journey(SAMPLE)

    def test_the_same_file_gives_the_same_bytes(self, run: Callable[..., Done]) -> None:
        run("export", str(SAMPLE), "-o", "a.svg")
        run("export", str(SAMPLE), "-o", "b.svg")
        assert Path("a.svg").read_bytes() == Path("b.svg").read_bytes()

    def test_an_option_that_changes_nothing_is_named(self, run: Callable[..., Done]) -> None:
        done = run("export", "calm.journey", "-o", "map.svg", "--dpi", "300")
        assert done == Done(0, "", "journeylines: --dpi has no effect on SVG.\n")

    @pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights of Unix")
    def test_a_folder_that_one_may_not_enter(self, run: Callable[..., Done]) -> None:
        if os.geteuid() == 0:
            pytest.skip("root may enter any folder")
        Path("closed").mkdir(mode=0)
        refused(run("export", "calm.journey", "-o", "closed/map.svg"), "It may not be written here")

    def test_nothing_is_overwritten_without_force(self, run: Callable[..., Done]) -> None:
        Path("map.svg").write_bytes(b"mine")
        refused(
            run("export", "calm.journey", "-o", "map.svg"), "map.svg: The file is there already. Say --force"
        )
        assert Path("map.svg").read_bytes() == b"mine"
        assert run("export", "calm.journey", "-o", "map.svg", "--force").code == 0
        assert b"<svg" in Path("map.svg").read_bytes()

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (("export",), "required: FILE, -o/--output"),
            (("export", "calm.journey"), "required: -o/--output"),
            (("export", "calm.journey", "-o", "map.gif"), "A picture is .svg, .png or .pdf"),
            (("export", "calm.journey", "-o", "map"), "A picture is .svg, .png or .pdf"),
            (("export", "calm.journey", "-o", "gone/map.svg"), "folder is not there"),
            (("export", "calm.journey", "-o", "x" * 300 + ".svg"), "The name is too long"),
            (
                ("export", "calm.journey", "-o", "map.png", "--format", "svg"),
                "ends in .png, but --format says svg",
            ),
            (
                ("export", "calm.journey", "-o", "map.png", "--scale", "0"),
                "“--scale” must be more than 0, not 0.",
            ),
            (("export", "gone.journey", "-o", "map.svg"), "gone.journey: There is no such file"),
            (("export", "calm.journey", "-o", "map.svg", "--theme", "pink"), "pink"),
            (("export", "calm.journey", "-o", "map.png", "--width", "1"), "--width"),
            (("export", "calm.journey", "-o", "map.png", "--width", "many"), "--width"),
            (("export", "calm.journey", "-o", "map.png", "--scale", "nan"), "--scale"),
            (("export", "calm.journey", "-o", "map.png", "--scale", "-1"), "--scale"),
            (("export", "calm.journey", "-o", "map.png", "--dpi", "1e9"), "--dpi"),
            (("export", "calm.journey", "-o", "map.png", "--dpi", "96", "--scale", "2"), "not allowed with"),
            (("export", "calm.journey", "-o", "map.svg", "--forc"), "--forc"),
        ],
    )
    def test_what_is_wrong_is_said_in_one_line(
        self, run: Callable[..., Done], words: tuple[str, ...], sentence: str
    ) -> None:
        before = sorted(Path().iterdir())
        refused(run(*words), sentence)
        assert sorted(Path().iterdir()) == before


class TestCheck:
    def test_a_journey_in_order(self, run: Callable[..., Done]) -> None:
        assert run("check", "calm.journey") == Done(0, "Nothing found.\n", "")

    def test_a_wait_over_its_limit(self, run: Callable[..., Done]) -> None:
        done = run("check", "late.journey")
        assert done.code == 1
        assert "Answer" in done.out
        assert "9 days" in done.out

    def test_for_programs(self, run: Callable[..., Done]) -> None:
        done = run("check", "late.journey", "--json")
        said = json.loads(done.out)
        assert done.code == 1
        assert said["title"] == "Test journey"
        assert said["problems"] == []
        (first, *_) = said["findings"]
        assert first["analysis"] == "waits"
        assert set(first["records"]) & {"touch-ask", "touch-answer", "link-ask-handoff-answer"}
        assert 0 <= first["weight"] <= 1
        assert json.loads(run("check", "calm.journey", "--json").out)["findings"] == []

    def test_what_this_version_does_not_know_is_named(self, run: Callable[..., Done]) -> None:
        text = native.dump(catalogue.open_journey(Path("calm.journey"))).replace(b'"title"', b'"titel"')
        Path("typo.journey").write_bytes(text)
        done = run("check", "typo.journey")
        assert done.code == 1
        assert "“titel” is not known to this version; it is kept." in done.out
        Path("all.journey").write_bytes(native.dump(everything()))
        assert "u1: the kind “poll” is not known" in run("check", "all.journey").out

    @pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"\x89PNG\r\n\x1a\n", b"[" * 100_000])
    def test_an_unreadable_file_is_2_and_untouched(self, run: Callable[..., Done], content: bytes) -> None:
        Path("bad.journey").write_bytes(content)
        refused(run("check", "bad.journey"), "bad.journey")
        assert Path("bad.journey").read_bytes() == content


class TestConvert:
    def test_to_graphml_and_back(self, run: Callable[..., Done]) -> None:
        assert run("convert", "calm.journey", "calm.graphml") == Done(0, "", "")
        assert run("convert", "calm.graphml", "again.journey") == Done(0, "", "")
        assert Path("again.journey").read_bytes() == Path("calm.journey").read_bytes()

    def test_nothing_is_lost_on_the_way(self, run: Callable[..., Done]) -> None:
        assert run("convert", str(SAMPLE), "x.graphml") == Done(0, "", "")
        assert run("convert", "x.graphml", "again.journey") == Done(0, "", "")
        assert Path("again.journey").read_bytes() == SAMPLE.read_bytes()

    def test_an_old_file_becomes_a_present_one(self, run: Callable[..., Done]) -> None:
        old = ROOT / "tests" / "old_files" / "v0.journey"
        assert run("convert", str(old), "new.journey").code == 0
        assert b'"version":1,' in Path("new.journey").read_bytes()

    def test_a_picture_is_an_export(self, run: Callable[..., Done]) -> None:
        refused(run("convert", "calm.journey", "x.svg"), "Use `journeylines export`")
        refused(run("convert", "calm.journey", "x.docx"), "cannot be written as this")

    def test_nothing_is_overwritten_without_force(self, run: Callable[..., Done]) -> None:
        refused(run("convert", "calm.journey", "late.journey"), "--force")
        assert run("convert", "calm.journey", "late.journey", "--force").code == 0
        assert Path("late.journey").read_bytes() == Path("calm.journey").read_bytes()


class TestTemplates:
    def test_they_are_listed_and_begun_with(self, run: Callable[..., Done]) -> None:
        lines = run("templates").out.splitlines()
        assert len(lines) >= 2
        for line in lines:
            name = line.split()[0]
            assert run("new", "--template", name, "-o", f"{name}.journey").code == 0
            assert run("check", f"{name}.journey").code in (0, 1)

    def test_a_name_that_is_none(self, run: Callable[..., Done]) -> None:
        refused(run("new", "--template", "x", "-o", "a.journey"), "There is no template “x”")

    def test_nothing_is_overwritten_without_force(self, run: Callable[..., Done]) -> None:
        refused(run("new", "--template", "blank-b2b", "-o", "calm.journey"), "--force")


class TestHelp:
    def test_of_everything(self, run: Callable[..., Done]) -> None:
        assert run("--version").out == f"journeylines {__version__}\n"
        top = run("--help").out
        for command in ("export", "check", "convert", "templates", "new"):
            assert command in top
            page = run(command, "--help")
            assert page.code == 0
            assert f"  journeylines {command}" in page.out

    def test_every_example_in_the_help_is_understood(self, run: Callable[..., Done]) -> None:
        pages = [run(command, "--help").out for command in arguments._COMMANDS]
        examples = [
            line
            for page in [*pages, run("--help").out]
            for line in re.findall(r"^  (journeylines .*)$", page, re.M)
        ]
        assert len(examples) > 10
        for example in examples:
            words = re.sub(r"\s{2,}.*|[|<>].*", "", example).split(" ", 1)
            arguments.parser(_split(words[1])).parse_args(_split(words[1]))

    def test_an_unknown_option(self, run: Callable[..., Done]) -> None:
        refused(run("--frobnicate"), "--frobnicate. Try journeylines --help")
        refused(run("check", "calm.journey", "--frobnicate"), "--frobnicate. Try journeylines check --help")

    def test_a_command_that_is_none(self, run: Callable[..., Done]) -> None:
        refused(
            run("exprot", "calm.journey", "-o", "map.svg"), "“exprot” is neither a command nor a file. Try"
        )
        refused(run("exprot", "--language", "fr"), "« exprot » n’est ni une commande ni un fichier")

    @pytest.mark.parametrize(
        "words",
        [
            ("check", ""),
            ("export", "calm.journey", "-o", ""),
            ("convert", "", "x.journey"),
            ("",),
            ("a.journey", ""),
        ],
    )
    def test_a_file_without_a_name(self, run: Callable[..., Done], words: tuple[str, ...]) -> None:
        refused(run(*words), "The name of a file is empty. Try journeylines")


def _split(words: str) -> list[str]:
    return [plain or quoted for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', words)]


class TestAsAProgram:
    def test_through_pipes(self, tmp_path: Path) -> None:
        data = native.dump(journey(touch("Grüße", "IT", at=1)))
        picture = program("export", "-", "-o", "-", cwd=tmp_path, input=data)
        assert (picture.returncode, picture.stderr) == (0, b"")
        back = program("convert", "-", "-", cwd=tmp_path, input=picture.stdout)
        assert back.stdout == data
        assert list(tmp_path.iterdir()) == []

    def test_a_png_through_a_pipe(self, tmp_path: Path) -> None:
        done = program("export", str(SAMPLE), "-o", "-", "--format", "png", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
        assert native.load(embed.out_of(done.stdout) or b"", "x").all(Touchpoint)

    def test_refusals_are_one_line_without_a_traceback(self, tmp_path: Path) -> None:
        done = program("check", "-", cwd=tmp_path, input=b"\xff\xfe")
        assert done.returncode == 2
        assert (
            done.stderr.decode()
            == "journeylines: the input, line 1: The text is not UTF-8. Save it as UTF-8.\n"
        )

    def test_a_name_with_a_line_break_is_still_one_line(self, tmp_path: Path) -> None:
        assert program("check", "a\nb", cwd=tmp_path).stderr.count(b"\n") == 1

    def test_a_reader_that_goes_away_is_no_error(self, tmp_path: Path) -> None:
        bare = [sys.executable, "-m", "app", "export", str(SAMPLE), "-o", "-"]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        with subprocess.Popen(
            bare, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 141

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
    @pytest.mark.parametrize(
        "words", [("check", str(SAMPLE)), ("templates",), ("export", str(SAMPLE), "-o", "-")]
    )
    def test_an_output_that_is_full_is_told_in_one_line(self, tmp_path: Path, words: tuple[str, ...]) -> None:
        done = in_shell(words, ">/dev/full", tmp_path)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert done.stderr.startswith(b"journeylines: The output cannot be written: ")

    @pytest.mark.skipif(sys.platform == "win32", reason="words of a Unix shell")
    @pytest.mark.parametrize(
        ("words", "closed"),
        [
            (("export", str(SAMPLE), "-o", "-"), ">&-"),
            (("export", "-", "-o", "map.svg"), "<&-"),
            (("check", "-"), "<&-"),
        ],
    )
    def test_a_stream_that_is_closed_is_told_in_one_line(
        self, tmp_path: Path, words: tuple[str, ...], closed: str
    ) -> None:
        done = in_shell(words, closed, tmp_path)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert done.stderr.startswith(b"journeylines: ")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
    def test_errors_that_nobody_can_be_told_still_have_their_exit_code(self, tmp_path: Path) -> None:
        assert in_shell(("check", "gone.journey"), "2>/dev/full", tmp_path).returncode == 2

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of Linux")
    def test_too_little_memory_is_told_in_one_line(self, tmp_path: Path) -> None:
        (tmp_path / "huge.journey").write_bytes(b'{"format":"' + b"x" * 60_000_000 + b'"}')
        limited = (
            "import resource, sys; from app import cli; from app.files import catalogue, native;"
            "pages = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize();"
            "resource.setrlimit(resource.RLIMIT_AS, (pages + 100_000_000,) * 2); sys.exit(cli.main(sys.argv[1:]))"
        )
        done = subprocess.run(
            [sys.executable, "-c", limited, "check", "huge.journey"], cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (2, b"journeylines: There is not enough memory for this.\n")

    def test_a_terminal_that_knows_only_ascii(self, tmp_path: Path) -> None:
        (tmp_path / "a.journey").write_bytes(
            native.dump(journey(touch("Grüße 你好 🎉", "IT", at=1, tags=("x",))))
        )
        bare = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
        done = subprocess.run(
            [sys.executable, "-m", "app", "convert", "nope–日本.journey", "x.journey"], cwd=tmp_path, env=bare,
            capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert b"no such file" in done.stderr

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
    def test_a_window_without_a_display_is_refused_with_a_hint(self, tmp_path: Path) -> None:
        done = program(cwd=tmp_path)
        assert done.returncode == 2
        assert b"no display" in done.stderr
        assert b"journeylines export" in done.stderr

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
    def test_a_picture_needs_no_display_whatever_the_session_says(self, tmp_path: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "app", "export", str(SAMPLE), "-o", "map.png"], cwd=tmp_path, check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "nonsense"}, capture_output=True,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")

    def test_a_limit_on_file_size_leaves_the_old_picture(self, tmp_path: Path) -> None:
        (tmp_path / "map.svg").write_bytes(b"old")
        limited = (
            "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000));"
            "from app.cli import main; sys.exit(main(sys.argv[1:]))"
        )
        done = subprocess.run(
            [sys.executable, "-c", limited, "export", str(SAMPLE), "-o", "map.svg", "--force"], cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert (
            done.stderr == b"journeylines: map.svg: The disk is full. Make room, or choose another place.\n"
        )
        assert [path.name for path in tmp_path.iterdir()] == ["map.svg"]
        assert (tmp_path / "map.svg").read_bytes() == b"old"


IMPORTED = "import sys; from app.cli import main; code = main(sys.argv[1:]); print(*sys.modules, sep='\\n'); sys.exit(code)"


def modules_after(tmp_path: Path, *words: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, *words], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stdout.split("\n"))


class TestImports:
    def test_an_svg_needs_no_qt(self, tmp_path: Path) -> None:
        found = modules_after(tmp_path, "export", str(SAMPLE), "-o", "map.svg")
        assert (tmp_path / "map.svg").stat().st_size > 10_000
        assert not {
            name for name in found if name.split(".")[0] in ("PySide6", "shiboken6", "pyqtgraph", "numpy")
        }

    @pytest.mark.parametrize("suffix", ["png", "pdf"])
    def test_png_and_pdf_need_no_widgets(self, tmp_path: Path, suffix: str) -> None:
        found = modules_after(tmp_path, "export", str(SAMPLE), "-o", f"map.{suffix}")
        assert (tmp_path / f"map.{suffix}").stat().st_size > 10_000
        assert "PySide6.QtGui" in found
        assert not {name for name in found if name == "PySide6.QtWidgets" or name.startswith("pyqtgraph")}
        assert not {name for name in found if name.startswith("app.widgets")}

    @pytest.mark.parametrize("words", [("templates",), ("check", str(SAMPLE))])
    def test_other_commands_need_no_picture(self, tmp_path: Path, words: tuple[str, ...]) -> None:
        code = IMPORTED.replace("sys.exit(code)", "")
        done = subprocess.run(
            [sys.executable, "-c", code, *words], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        found = set(done.stdout.split("\n"))
        assert not {name for name in found if name.split(".")[0] in ("PySide6", "uharfbuzz", "lxml")}
        assert not {name for name in found if name.startswith(("app.drawing", "app.painters"))}


@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_an_empty_journey_can_be_drawn(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "bare.journey").write_bytes(native.dump(Journey.of([journey().info])))
    done = program("export", "bare.journey", "-o", f"bare.{suffix}", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / f"bare.{suffix}").stat().st_size > 500


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
def test_a_display_that_does_not_answer_is_told_in_a_sentence() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "app"], cwd=ROOT, env={**environment, "DISPLAY": ":4242"}, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("journeylines: There is no display")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory so")
@pytest.mark.parametrize("kilobytes", [150_000, 172_000, 200_000])
@pytest.mark.parametrize("ending", ["png", "pdf"])
def test_a_picture_without_memory_for_it_ends_in_a_sentence(
    kilobytes: int, ending: str, tmp_path: Path
) -> None:
    command = f'ulimit -v {kilobytes}; exec "$0" -m app export "$1" -o "$2"'
    target = tmp_path / f"map.{ending}"
    done = subprocess.run(
        ["sh", "-c", command, sys.executable, str(SAMPLE), str(target)],
        cwd=ROOT, env={**os.environ, "LC_ALL": "C"}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "journeylines: There is not enough memory for this.\n")
    assert not target.exists()


class TestInTheLanguageOfThePerson:
    @pytest.mark.parametrize(
        ("language", "words", "says"),
        [
            ("de", ("export",), "Es fehlt: FILE, -o/--output. Hilfe gibt journeylines export --help."),
            ("fr", ("export", "late.journey", "-o", "x.svg", "--theme", "pink"), "'pink' n’existe pas ici"),
            ("de", ("new", "--template", "none", "-o", "x.journey"), "Es gibt keine Vorlage „none“."),
            ("fr", ("check", "nowhere.journey"), "nowhere.journey : Ce fichier n’existe pas."),
        ],
    )
    def test_what_is_wrong_is_told(
        self,
        run: Callable[..., Done],
        monkeypatch: pytest.MonkeyPatch,
        language: str,
        words: tuple[str, ...],
        says: str,
    ) -> None:
        monkeypatch.setenv("LANGUAGE", language)
        done = run(*words)
        assert done.code == 2
        assert says in done.err
        assert len(done.err.splitlines()) == 1

    @pytest.mark.parametrize("command", ["export", "check", "convert", "templates", "new"])
    def test_help_has_no_english_headings(
        self, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, command: str
    ) -> None:
        monkeypatch.setenv("LANGUAGE", "de")
        told = run(command, "--help").out
        for heading in ("Aufruf: ", "Optionen:", "diese Hilfe zeigen", "Beispiele:"):
            assert heading in told
        assert not re.search(r"usage|options:|arguments|examples", told)

    @pytest.mark.parametrize(
        "words",
        [
            ("--language", "fr", "check", "nowhere.journey"),
            ("--language=fr", "check", "nowhere.journey"),
            ("check", "nowhere.journey", "--language", "fr"),
            ("check", "--language=fr", "nowhere.journey"),
        ],
    )
    def test_the_language_can_be_said_before_and_behind_the_command(
        self, run: Callable[..., Done], words: tuple[str, ...]
    ) -> None:
        refused(run(*words), "nowhere.journey : Ce fichier n’existe pas.")

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("--language", "xx", "check", "late.journey"), "invalid choice: 'xx'"),
            (("check", "late.journey", "--language"), "--language: expected one argument"),
            (("check", "--", "--language", "de"), "unrecognized arguments: de"),
            (("--language", "de", "export"), "Es fehlt: FILE"),
        ],
    )
    def test_a_language_that_makes_no_sense_is_told(
        self, run: Callable[..., Done], words: tuple[str, ...], says: str
    ) -> None:
        refused(run(*words), says)

    def test_findings_have_the_numbers_and_quotes_of_the_language(
        self, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LANGUAGE", "fr")
        assert "«\u00a0Request lands\u00a0» attend 18 jours" in run("check", str(SAMPLE)).out

    def test_a_journey_begun_is_of_that_language(
        self, run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LANGUAGE", "de")
        assert "Leere B2B-Journey" in run("templates").out
        begun = native.load(run("new", "--template", "blank-b2b", "-o", "-").out.encode(), "-")
        assert begun.info.language == "de"
        assert "Endnutzer" in {each.name for each in begun.all(Role)}
