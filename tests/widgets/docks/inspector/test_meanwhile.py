"""What happens to a field in which somebody types, while something else happens to its record."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.drawing.tokens import DARK, LIGHT
from app.i18n import use_language
from app.model.edits.evidence import add_evidence
from app.model.edits.records import remove_records, set_fields
from app.model.record import Duration
from app.model.records import Evidence, Phase, Touchpoint
from app.widgets.docks.inspector.panel import Inspector
from tests.widgets.docks.inspector.conftest import Desk
from tests.widgets.docks.inspector.hands import KICK_OFF, paste, text_of


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    use_language("en")


# A record that goes


@pytest.mark.parametrize(("field", "typed"), [("title", "Begin"), ("duration", "3 d"), ("duration", "dogs")])
def test_half_typed_text_goes_with_its_record_and_undo_brings_back_what_was(
    desk: Desk, field: str, typed: str
) -> None:
    desk.select(KICK_OFF)
    desk.type_into(desk.control(field), typed)
    before = desk.record(KICK_OFF)
    desk.document.do(remove_records(desk.journey, (KICK_OFF,)))
    steps = desk.steps
    desk.document.undo()
    desk.select(KICK_OFF)
    assert desk.record(KICK_OFF) == before
    assert desk.wrong(field) == ""
    assert desk.document.history.can_redo
    desk.document.redo()
    assert desk.steps == steps


def test_wrong_text_that_has_become_right_changes_nothing_by_coming_back(desk: Desk) -> None:
    desk.select("phase-need")
    desk.type_into(desk.control("end"), "20")
    QTest.keyClick(desk.control("end"), Qt.Key.Key_Return)
    assert desk.wrong("end")  # the next phase is in the way
    desk.select(KICK_OFF)
    desk.document.do(remove_records(desk.journey, ("phase-purchase",)))
    before, steps = desk.record("phase-need"), desk.steps
    desk.select("phase-need")
    assert desk.record("phase-need") == before
    assert desk.steps == steps
    assert text_of(desk.control("end")) == "20"
    desk.control("end").setFocus()
    QTest.keyClick(desk.control("end"), Qt.Key.Key_Return)
    assert desk.journey.the(Phase, "phase-need").end == 20
    assert desk.wrong("end") == ""


# A second window on the same journey


@pytest.fixture
def other(desk: Desk, qtbot: QtBot, qapp: QApplication) -> Iterator[Inspector]:
    made = Inspector(desk.document, LIGHT)
    made.resize(324, 900)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def field_of(inspector: Inspector, field: str) -> QWidget:
    return next(b for b in inspector.form.bindings if field in b.row.fields).control.widget()  # type: ignore[union-attr]


def test_what_is_typed_here_is_read_there_at_once_and_is_one_step(desk: Desk, other: Inspector) -> None:
    desk.select(KICK_OFF)
    desk.type_into(desk.control("title"), "Begin")
    assert text_of(field_of(other, "title")) == "Begin"
    assert len(desk.steps) == 1


def test_what_is_half_typed_here_survives_another_field_there(desk: Desk, other: Inspector) -> None:
    desk.select(KICK_OFF)
    duration = desk.control("duration")
    desk.type_into(duration, "3 d")
    desk.document.do(set_fields(desk.journey, (KICK_OFF,), description="From there"))
    assert text_of(duration) == "3 d"
    QTest.keyClick(duration, Qt.Key.Key_Return)
    assert desk.journey.the(Touchpoint, KICK_OFF).duration == Duration(value=3, unit="day")
    assert text_of(field_of(other, "duration")) == "3 days"


def test_a_record_that_is_removed_there_while_one_types_here_leaves_both_with_what_there_is(
    desk: Desk, other: Inspector
) -> None:
    desk.select(KICK_OFF)
    desk.type_into(desk.control("start", "Start"), "soon")
    desk.document.do(remove_records(desk.journey, (KICK_OFF,)))
    for inspector in (desk.inspector, other):
        assert inspector.form.records == (desk.journey.info,)  # type: ignore[union-attr]


# Undo while a field has the focus


@pytest.mark.parametrize(
    ("field", "typed", "shown"),
    [
        ("title", "Begin", "Kick-off"),
        ("duration", "3 d", ""),
        ("path", "Branch", ""),
        ("planned_start", "3", ""),
    ],
)
def test_undo_and_redo_are_followed_by_the_field_one_is_in(
    desk: Desk, field: str, typed: str, shown: str
) -> None:
    desk.select(KICK_OFF)
    desk.unfold()
    control = desk.control(field)
    desk.type_into(control, typed)
    QTest.keyClick(control, Qt.Key.Key_Return)
    after = text_of(control)
    desk.document.undo()
    assert text_of(control) == shown
    desk.document.redo()
    assert text_of(control) == after
    QTest.keyClick(control, Qt.Key.Key_Tab)
    assert len(desk.steps) == 1


# Paste


@pytest.mark.parametrize(("record", "field"), [
    (KICK_OFF, "path"), ("role-cfo", "remit"), ("party-servio", "segment"), ("phase-need", "goal"),
])  # fmt: skip
def test_several_lines_pasted_into_a_line_are_one(desk: Desk, record: str, field: str) -> None:
    desk.select(record)
    desk.unfold()
    paste(desk.control(field), "A\n\tB\r\nC")
    assert getattr(desk.record(record), field) == "A B C"
    assert text_of(desk.control(field)) == "A B C"


def test_several_lines_pasted_into_tags_are_several_tags(desk: Desk) -> None:
    desk.select(KICK_OFF)
    tags = desk.control("tags")
    paste(tags.line, "late\nrisk\r\nbudget, late")  # type: ignore[attr-defined]
    QTest.keyClick(tags.line, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert desk.journey.the(Touchpoint, KICK_OFF).tags == ("late", "risk", "budget")


# Looks and counts


def test_wrong_text_survives_another_theme(desk: Desk) -> None:
    desk.select(KICK_OFF)
    desk.type_into(desk.control("duration"), "dogs")
    desk.inspector.wear(DARK)
    assert text_of(desk.control("duration")) == "dogs"
    assert "dogs" in desk.wrong("duration")


def test_the_head_of_a_channel_counts_touchpoints_alone(desk: Desk) -> None:
    desk.document.do(add_evidence(desk.journey, "survey", "Calls", ("channel-phone",)))
    desk.select("channel-phone")
    assert any(
        each.text() == "1 touchpoint" for each in desk.form.findChildren(QWidget) if hasattr(each, "text")
    )


# Numbers as people of a language write them


@pytest.mark.parametrize(
    ("language", "typed", "count"),
    [
        ("en", "1,234", 1234),
        ("en", "1234", 1234),
        ("de", "1.234", 1234),
        ("fr", "1 234", 1234),
        ("fr", "1\u202f234", 1234),
    ],
)
def test_thousands_are_read_as_the_language_groups_them(
    desk: Desk, english_again: None, language: str, typed: str, count: int
) -> None:
    use_language(language)
    desk.select(desk.journey.all(Evidence)[0].id)
    of = desk.control("of")
    paste(of, typed)
    QTest.keyClick(of, Qt.Key.Key_Return)
    assert desk.journey.all(Evidence)[0].of == count
    assert desk.wrong("of") == ""
