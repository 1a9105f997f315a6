from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.records import Evidence, Insight
from app.widgets.docks.inspector.pages.knowledge import Dots
from app.widgets.docks.inspector.references import References
from app.widgets.fields.scale import Scale
from tests.widgets.docks.inspector.conftest import Desk
from tests.widgets.docks.inspector.hands import KICK_OFF, click, piece


def test_scores_votes_and_what_an_insight_is_about(desk: Desk) -> None:
    pain = desk.journey.all(Insight)[0].id
    desk.select(pain)
    desk.unfold()
    severity = desk.control("severity")
    assert isinstance(severity, Scale)
    click(severity.marks[4])
    dots = piece(desk, Dots)
    click(dots.more_button)
    click(dots.more_button)
    click(dots.less_button)
    about = piece(desk, References)
    click(about.chips.chips[0].remove_button)
    assert about.complaint.isVisible()
    about.line.setFocus()
    QTest.keyClicks(about.line, "CFO")
    QTest.keyClick(about.line, Qt.Key.Key_Return)
    insight = desk.journey.the(Insight, pain)
    assert insight.severity == 4
    assert sum(vote.count for vote in insight.votes) == 1
    assert [ref.id for ref in insight.refs] == [KICK_OFF, "role-cfo"]


def test_more_cannot_have_said_so_than_were_asked(desk: Desk) -> None:
    desk.select(desk.journey.all(Evidence)[0].id)
    for field, text in (("of", "5"), ("n", "7")):
        desk.type_into(desk.control(field), text)
        QTest.keyClick(desk.control(field), Qt.Key.Key_Return)
    evidence = desk.journey.all(Evidence)[0]
    assert (evidence.n, evidence.of) == (None, 5)
    assert desk.wrong("n") == "7 of 5 cannot have said so."
