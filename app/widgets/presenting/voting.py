"""The panel in which a room votes: a round, who votes, how many dots each has, and the insights by votes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr, trn
from app.model.ballot import Ballot, dots_of, sessions_of, voters_of
from app.model.change import Change
from app.model.journey import Journey
from app.model.records import Insight
from app.widgets.close_button import CloseButton
from app.widgets.document import Document
from app.widgets.fields.line import Line, Spin
from app.widgets.fonts import write_in
from app.widgets.presenting.votes_list import VotesList

MOST_DOTS_EACH = 100
LEAST_HEIGHT_PX = 380
WINNERS = 3


class Voting(QWidget):
    """Counts the dots of a ballot. `wanted` is a plan, `said` a sentence, `gone_to` a record to be shown.

    `closed` asks to hide the panel; the round goes on.
    """

    wanted = Signal(object)
    said = Signal(str)
    gone_to = Signal(str)
    closed = Signal()

    def __init__(self, document: Document, ballot: Ballot, theme: Theme) -> None:
        super().__init__()
        self._document = document
        self._ballot = ballot
        self._is_following = False
        self.session, self.voter, self.dots_each = _combo(), _combo(), Spin()
        self.list = VotesList(theme)
        self._status = _label("", 12, 500, "muted")
        self._nothing = _label(
            tr("There is no insight yet. Select a touchpoint and press P for a pain point or O for an opportunity."),
            14, 400, "muted",
        )  # fmt: skip
        self._nothing.setWordWrap(True)
        self.end_button = QPushButton(tr("End the Round"))
        self.close_button = CloseButton(tr("Hide the votes"), theme)
        write_in(self.end_button, 14, 500)
        self.list.setToolTip(tr("+ gives the insight a dot, - takes one back."))
        self.setMinimumHeight(LEAST_HEIGHT_PX)
        self._compose()
        self._connect()
        self._follow()

    def _compose(self) -> None:
        self.session.setEditText(self._ballot.session_name)
        line = self.voter.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("The whole room"))
        self.dots_each.setRange(0, MOST_DOTS_EACH)
        self.dots_each.setSpecialValueText(tr("no limit"))
        self.dots_each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.dots_each.setValue(self._ballot.dots_each)
        write_in(self.dots_each, 14, 400)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Round"), self.session), (tr("Who votes"), self.voter), (tr("Dots each"), self.dots_each),
        )  # fmt: skip
        for number, (words, widget) in enumerate(rows):
            caption = _label(words, 12, 500, "muted")
            caption.setBuddy(widget)
            widget.setAccessibleName(words)
            grid.addWidget(caption, number, 0)
            grid.addWidget(widget, number, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 12, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(_label(tr("Votes"), 14, 700))
        head.addStretch(1)
        head.addWidget(self.end_button)
        head.addWidget(self.close_button)
        column.addLayout(head)
        column.addLayout(grid)
        column.addWidget(self._status)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.session.currentTextChanged.connect(self._on_fields)
        self.voter.currentTextChanged.connect(self._on_fields)
        self.dots_each.valueChanged.connect(self._on_fields)
        self.list.voted.connect(self.vote)
        self.list.chosen.connect(lambda insight: self._document.select((insight,)))
        self.list.gone_to.connect(self.gone_to)
        self.end_button.clicked.connect(self.end)
        self.close_button.clicked.connect(self.closed)
        self._document.changed.connect(self._on_change)
        self._document.selection_changed.connect(self._follow)

    def begin(self) -> None:
        """Put the keyboard at the current insight, else at the first; without insights at the round's name."""
        place = self.list if self.list.rows.rows else self.session
        if self.list.rows.rows and not self.list.current:
            self.list.setCurrentIndex(self.list.rows.index(0))
        place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def vote(self, insight: str, dots: int) -> None:
        """Give an insight dots, or take some back."""
        ballot = self._ballot

        def plan(journey: Journey) -> Change:
            return ballot.cast(journey, insight, dots)

        self.wanted.emit(plan)

    def end(self) -> None:
        """Say what the round has chosen, and begin the next one."""
        self.said.emit(_result(self._document.journey, self._ballot.session_name))
        self.session.setEditText(_next_session(self._ballot.session_name))
        self.voter.setEditText("")

    def wear(self, theme: Theme) -> None:
        """Draw in this theme."""
        self.list.wear(theme)
        self.close_button.wear(theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _on_fields(self) -> None:
        if self._is_following:
            return
        self._ballot.session = self.session.currentText()
        self._ballot.voter = self.voter.currentText()
        self._ballot.dots_each = self.dots_each.value()
        self._follow()

    def _on_change(self, touched: frozenset[str]) -> None:
        if not self.isVisible():
            return
        journey = self._document.journey
        known = {row.id for row in self.list.rows.rows}
        if any(each in known or isinstance(journey.get(each), Insight) for each in touched):
            self._follow()

    def _follow(self) -> None:
        """Show the round as it is now; a hidden panel does so when it is shown."""
        if not self.isVisible() and self.list.rows.rows:
            return
        journey, ballot = self._document.journey, self._ballot
        selected = next(
            (each for each in self._document.selection if isinstance(journey.get(each), Insight)), ""
        )
        self.list.show_rows(journey, ballot.session_name, selected)
        has_rows = bool(self.list.rows.rows)
        self.list.setVisible(has_rows)
        self._nothing.setVisible(not has_rows)
        self.end_button.setEnabled(any(row.dots for row in self.list.rows.rows))
        self._status.setText(ballot.status(journey))
        self._is_following = True
        _offer(self.session, sessions_of(journey))
        _offer(self.voter, voters_of(journey, ballot.session_name))
        self._is_following = False


def _result(journey: Journey, session: str) -> str:
    counted = sorted(
        ((dots_of(insight, session), insight) for insight in journey.all(Insight)), key=lambda pair: -pair[0]
    )
    best = [
        trn("“{text}” ({count} dot)", "“{text}” ({count} dots)", dots, text=" ".join(insight.text.split()))
        for dots, insight in counted[:WINNERS]
        if dots
    ]
    return tr("{round} has chosen {insights}.", round=session, insights=", ".join(best))


def _next_session(session: str) -> str:
    """Return the name of the round after this one: its number is one more.

    >>> _next_session("Round 1"), _next_session("Pains")
    ('Round 2', 'Pains 2')
    """
    words = session.rsplit(" ", 1)
    if len(words) == 2 and words[1].isdecimal() and len(words[1]) < 6:
        return f"{words[0]} {int(words[1]) + 1}"
    return f"{session} 2"


def _offer(combo: QComboBox, names: Iterable[str]) -> None:
    """Let these names be chosen; what is written stays."""
    wanted = list(names)
    if [combo.itemText(place) for place in range(combo.count())] == wanted:
        return
    words = combo.currentText()
    line = combo.lineEdit()
    cursor = line.cursorPosition() if line is not None else 0
    combo.clear()
    combo.addItems(wanted)
    combo.setEditText(words)
    if line is not None:
        line.setCursorPosition(cursor)


def _combo() -> QComboBox:
    combo = QComboBox()
    combo.setEditable(True)
    combo.setLineEdit(Line())
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(5)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    line = combo.lineEdit()
    if line is not None:
        line.setMaxLength(80)
        write_in(line, 14, 400)
    write_in(combo, 14, 400)
    return combo


def _label(words: str, size: int, weight: int, tone: str = "") -> QLabel:
    made = QLabel(words)
    made.setProperty("tone", tone)
    write_in(made, size, weight)
    return made
