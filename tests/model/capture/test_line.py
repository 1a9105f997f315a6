from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import speaking
from app.layout.lanes import initials
from app.model.capture.known import Known
from app.model.capture.line import read_line
from app.model.capture.parts import Captured, CapturedChannel, CapturedInsight, CapturedRole
from app.model.capture.words import is_space
from app.model.capture.written import written
from app.model.record import Duration, TimeUnit
from tests.world import channel, journey, role

CFO = CapturedRole("CFO", "role-cfo")
IT = CapturedRole("IT manager", "role-it-manager")


def known(unit: TimeUnit = "week", start_date: str = "") -> Known:
    of = journey(
        role("CFO"), role("IT manager"), role("Head of Operations"), role("Legal, EMEA"), role("Ops: night"),
        role('Bob "Bo" Ray'), role("Élodie Œuvre"), role("w12"), role("法務"), role("Procurement", initials="BUY"),
        channel("Video call", "video"), channel("Email"), channel("Portal"), channel("Partner"), unit=unit,
        start_date=start_date,
    )  # fmt: skip
    return Known(of, initials)


def read(line: str, unit: TimeUnit = "week", start_date: str = "") -> Captured:
    return read_line(line, known(unit, start_date))


def roles(line: str) -> list[tuple[str, str]]:
    return [(each.name, each.id and "known") for each in read(line).roles]


def test_a_line_with_all_parts_is_understood() -> None:
    line = (
        "CFO, IT manager: budget review @video call w12-13 +1 * !late numbers ?who decides +one list for all"
    )
    assert read(line) == Captured(
        roles=(CFO, IT),
        title="budget review",
        channel=CapturedChannel("Video call", "channel-video-call"),
        start=12.0,
        duration=Duration(value=1, unit="week"),
        feeling=1,
        is_moment_of_truth=True,
        insights=(
            CapturedInsight("pain", "late numbers"),
            CapturedInsight("question", "who decides"),
            CapturedInsight("opportunity", "one list for all"),
        ),
    )


def test_every_part_may_be_missing() -> None:
    assert read("Kick-off") == Captured(title="Kick-off")
    assert read("cfo: Kick-off") == Captured(roles=(CFO,), title="Kick-off")
    assert read("w12: Kick-off") == Captured(title="Kick-off", start=12)
    assert read("!late") == Captured(insights=(CapturedInsight("pain", "late"),))
    assert read("  ").is_empty


def test_each_piece_knows_where_it_stands_in_the_line() -> None:
    line = "CFO, Ann +2: budget review @fax w12 3h -1 * again !late"
    pieces = [(piece.kind, line[piece.start : piece.end]) for piece in read(line).pieces]
    assert pieces == [
        ("role", "CFO"),
        ("new_role", "Ann"),
        ("feeling", "+2"),
        ("title", "budget review"),
        ("new_channel", "@fax"),
        ("time", "w12"),
        ("length", "3h"),
        ("feeling", "-1"),
        ("truth", "*"),
        ("title", "again"),
        ("pain", "!late"),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("cfo, it manager: x", ["CFO", "IT manager"]),
        ("CF, IT: x", ["CFO", "IT manager"]),
        ("ho: x", ["Head of Operations"]),
        ("hoo: x", ["Head of Operations"]),
        ("buy: x", ["Procurement"]),
        ("procu: x", ["Procurement"]),
        ("elodie oeuvre: x", ["Élodie Œuvre"]),
        ("法務: x", ["法務"]),
        ("Legal, EMEA, CFO: x", ["Legal, EMEA", "CFO"]),
        ("Ops: night: x", ["Ops: night"]),
        ('"bob ""bo"" ray": x', ['Bob "Bo" Ray']),
        ('Bob "Bo" Ray: x', ['Bob "Bo" Ray']),
        ("cfo:x", ["CFO"]),
        ("cfo,it:x", ["CFO", "IT manager"]),
        ("CFO, cfo, CFO: x", ["CFO"]),
    ],
)
def test_roles_are_known_by_name_initials_and_beginning(line: str, names: list[str]) -> None:
    assert roles(line) == [(name, "known") for name in names]
    assert read(line).title == "x"


@pytest.mark.parametrize(
    "head",
    [
        "CFO and IT manager",
        "CFO & it",
        "cfo/IT manager",
        "CFO; IT manager",
        "CFO + IT manager",
        "CFO und IT manager",
    ],
)
def test_known_roles_may_be_joined_by_and(head: str) -> None:
    assert read(f"{head}: review").roles == (CFO, IT)


def test_what_and_joins_is_one_new_role_where_not_all_of_it_is_known() -> None:
    assert roles("CFO and board: review") == [("CFO and board", "")]
    assert roles("R&D: review") == [("R&D", "")]
    assert [each.feeling for each in read("CFO +1 & IT manager -2: review").roles] == [1, -2]


def test_an_unknown_role_is_new_and_a_quoted_one_is_taken_by_its_whole_name() -> None:
    assert roles("Auditor, CFO: x") == [("Auditor", ""), ("CFO", "known")]
    assert roles('"IT": x') == [("IT", "")]
    assert roles('"it manager": x') == [("IT manager", "known")]
    assert roles("Procurement lead: x") == [("Procurement lead", "")]


@pytest.mark.parametrize(
    "line",
    [
        "https://example.org: down again",
        "They said at the end of it all: no",
        "Order 12 licences",
        "Room 14:30",
        "budget, review",
        ": x",
        "Really ? Yes !",
        "me@example.org",
        "H2 numbers, S5, M4",
        "+10 % more",
        "---: x",
        'Customer says "no budget in w12 @home"',
        '5" pipe',
        "D:\\temp",
    ],
)
def test_what_is_no_part_is_the_title(line: str) -> None:
    assert read(line) == Captured(title=line)


def test_a_colon_behind_a_mark_begins_no_roles() -> None:
    assert read("call @noon: yes").roles == ()
    assert read("call !late: yes").insights == (CapturedInsight("pain", "late: yes"),)


def test_a_backslash_keeps_a_word_in_the_title() -> None:
    assert read(r"Invoice for \w12 \@home \!now") == Captured(title="Invoice for w12 @home !now")
    assert read(r"\Note: call back") == Captured(title="Note: call back")


def test_feelings_are_numbers_or_smileys_and_a_role_may_have_its_own() -> None:
    words = {
        "+2": 2,
        "+1": 1,
        "+0": 0,
        "-1": -1,
        "-2": -2,
        "−1": -1,
        ":)": 1,
        ":(": -1,
        ":D": 2,
        "🙂": 1,
        ":((": -2,
    }
    assert {word: read(f"Talk {word}").feeling for word in words} == words
    assert read("CFO +2, it -1: Talk +0").roles == (CFO._replace(feeling=2), IT._replace(feeling=-1))
    assert read("Talk +3") == Captured(title="Talk +3")


def test_what_is_said_a_second_time_stays_in_the_title() -> None:
    assert read("From w12 to w14 +1 -1") == Captured(title="From to w14 -1", start=12, feeling=1)


@pytest.mark.parametrize(
    ("line", "unit", "start"),
    [
        ("x w12", "week", 12.0),
        ("x W12.5", "week", 12.5),
        ("x w12,5", "week", 12.5),
        ("x w-2", "week", -2.0),
        ("x d14", "week", 2.0),
        ("x w2", "day", 14.0),
        ("x h36", "day", 1.5),
        ("x m2", "month", 2.0),
        ("x s5", "step", 5.0),
        ("x @email 12", "week", 12.0),
        ("x +1 12.5 @email", "week", 12.5),
        ("Week 12: x", "week", 12.0),
        ("12: x", "week", 12.0),
        ("CFO w12: x", "week", 12.0),
        ("w12, x", "week", 12.0),
    ],
)
def test_times_count_in_the_unit_of_the_journey(line: str, unit: TimeUnit, start: float) -> None:
    captured = read(line, unit)
    assert (captured.title, captured.start) == ("x", start)


@pytest.mark.parametrize(
    ("word", "unit"), [("D3", "week"), ("w3", "step"), ("s3", "week"), ("w13-12", "week")]
)
def test_what_is_no_time_of_this_journey_stays_in_the_title(word: str, unit: TimeUnit) -> None:
    assert read(f"x {word}", unit) == Captured(title=f"x {word}")


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [("w12-13", 1, "week"), ("w12–13.5", 1.5, "week"), ("d3..5", 2, "day"), ("w1 3h", 3, "hour"),
     ("w1 30min", 0.5, "hour"), ("2d w1", 2, "day")],
)  # fmt: skip
def test_a_range_or_a_length_says_how_long_it_lasts(words: str, value: float, unit: TimeUnit) -> None:
    captured = read(f"x {words}")
    assert (captured.title, captured.duration) == ("x", Duration(value=value, unit=unit))
    assert captured.start is not None


@pytest.mark.parametrize(
    "line",
    [
        "x 2026-01-12",
        "x 12 Jan",
        "x 12. Jan. 2026",
        "x 12.1.2026",
        "2026-01-12: x",
        "12 Jan: x",
        "w1: x",
        "12 Jan, x",
    ],
)
def test_dates_count_where_the_journey_has_a_start_date(line: str) -> None:
    captured = read(line, start_date="2026-01-05")
    assert (captured.title, captured.start) == ("x", 1.0)


def test_a_stretch_of_dates_has_a_length() -> None:
    for line in ("x 12-14 Jan", "x 2026-01-12..2026-01-14", "12-14 Jan: x"):
        captured = read(line, start_date="2026-01-05")
        assert (captured.title, captured.start) == ("x", 1.0)
        assert captured.duration == Duration(value=2, unit="day")


def test_dates_are_words_where_the_journey_has_none() -> None:
    assert read("x 12 May").title == "x 12 May"
    assert read("12 may attend", start_date="2026-01-05").title == "12 may attend"


@pytest.mark.parametrize(
    ("line", "name", "title"),
    [
        ("x @video call w1", "Video call", "x"),
        ("x @vid w1", "Video call", "x"),
        ("@email x w1", "Email", "x"),
        ("x @EMAIL, w1", "Email", "x"),
        ('x @"video call" w1', "Video call", "x"),
        ("@video x w1", "Video call", "x"),
        ("x @phone w1", "Phone", "x"),
    ],
)
def test_known_and_usual_channels_are_found_by_name_or_beginning(line: str, name: str, title: str) -> None:
    captured = read(line)
    assert captured.channel is not None
    assert (captured.channel.name, captured.title, captured.start) == (name, title, 1)


def test_an_unknown_channel_is_new() -> None:
    assert read("x @carrier pigeon w1") == Captured(
        title="x", channel=CapturedChannel("carrier pigeon"), start=1
    )
    assert read("@fax order w1") == Captured(title="order", channel=CapturedChannel("fax"), start=1)
    assert read("x @p w1") == Captured(title="x", channel=CapturedChannel("p"), start=1)
    assert read('x @"Vid" w1') == Captured(title="x", channel=CapturedChannel("Vid"), start=1)


def test_an_insight_runs_to_the_next_one_or_to_the_end_of_its_quotes() -> None:
    assert read("x !waits 3d since w2 +1 ?why").insights == (
        CapturedInsight("pain", "waits 3d since w2 +1"),
        CapturedInsight("question", "why"),
    )
    assert read('x !"late numbers" w12') == Captured(
        title="x", insights=(CapturedInsight("pain", "late numbers"),), start=12
    )


TYPED = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            [
                "CFO",
                "IT",
                "it,",
                "cfo:",
                ":",
                ",",
                "x",
                "@video",
                "call",
                "@fax",
                '@"a',
                'b"',
                "w12",
                "W3-4",
                "d3",
                "h2",
                "H2",
                "3h",
                "12",
                "12.5",
                "+1",
                "-2",
                "+2,",
                ":)",
                "*",
                "!",
                "?",
                "+",
                "!late",
                "?why",
                "+more",
                "!!x",
                '+"a"',
                '!"b',
                'c"',
                '"',
                "\\",
                "\\w12",
                '"q',
                '"q',
                'r"',
                "Legal,",
                "EMEA,",
                "EMEA:",
                "Ops:",
                "night:",
                "Bob",
                '"Bo"',
                "Ray:",
                "法務:",
                "🙂",
                "\t",
                "\u200f",
                "\x00",
                "12",
                "May",
                "2026-05-12",
                "2026-02-30",
                "w99999999",
                "-",
                ".",
                ";",
                "w0.1-0.3",
                "㍿",
                "İ",
                "ŉ",
            ]
        ),
        max_size=9,
    ).map(" ".join),
)


@given(
    TYPED,
    st.sampled_from(
        [("week", ""), ("step", ""), ("hour", ""), ("month", "2026-01-31"), ("day", "2026-01-05")]
    ),
)
def test_any_line_is_read_and_what_is_written_of_it_is_read_as_the_same(
    line: str, timeline: tuple[TimeUnit, str]
) -> None:
    names = known(*timeline)
    captured = read_line(line, names)
    assert read_line(written(captured, names), names) == captured


@given(TYPED)
def test_pieces_stand_in_order_and_hold_every_letter_but_separators(line: str) -> None:
    captured = read_line(line, known())
    at = 0
    for piece in captured.pieces:
        assert at <= piece.start < piece.end <= len(line)
        between = re.sub("(?i)and|und|et", "", line[at : piece.start])
        assert all(is_space(letter) or letter in ",:;&/+" for letter in between)
        at = piece.end


@pytest.mark.parametrize(
    ("language", "line", "start"),
    [
        ("en", "review KW 12", 12.0), ("de", "Prüfung KW 12", 12.0), ("fr", "revue sem. 12", 12.0),
        ("fr", "revue s12", 12.0), ("fr", "revue j7", 1.0), ("de", "Prüfung t7", 1.0), ("en", "revue s12", None),
        ("de", "Sem Schulz trifft Kw", None),
    ],
)  # fmt: skip
def test_weeks_and_days_are_read_as_people_of_the_language_write_them(
    language: str, line: str, start: float | None
) -> None:
    with speaking(language):
        assert read(line).start == start


@pytest.mark.parametrize(
    "line", ["Audit 1er févr.", "Audit 1. Februar", "Audit 1 Feb", "Audit 1 février 2026"]
)
def test_days_are_read_in_every_language(line: str) -> None:
    captured = read(line, "day", "2026-01-05")
    assert (captured.title, captured.start) == ("Audit", 27)


@pytest.mark.parametrize(("is_month_first", "start"), [(False, 4), (True, 120)])
def test_a_date_of_both_readings_is_read_as_where_the_person_lives(
    is_month_first: bool, start: float
) -> None:
    found = Known(journey(unit="day", start_date="2026-01-01"), is_month_first=is_month_first)
    assert read_line("CFO: Call 5/1/2026", found).start == start
    assert read_line("CFO: Call 25/1/2026", found).start == 24
