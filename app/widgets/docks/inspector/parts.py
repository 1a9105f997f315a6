"""The parts of the inspector's page as widgets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.drawing.shapes import Shape
from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.journey import Journey
from app.model.records import Role
from app.model.vocabulary import feelings
from app.widgets import signs
from app.widgets.docks.inspector.story import (
    Chips,
    Fact,
    Facts,
    Head,
    Jump,
    Jumps,
    Part,
    Participant,
    Participants,
    Title,
    Words,
)
from app.widgets.fonts import write_in
from app.widgets.icons import pixmap

FACE_PX = 22
Goer = Callable[[str], Callable[[], None]]


class Parts:
    """Makes the widget of each part in one theme."""

    def __init__(self, journey: Journey, theme: Theme, ratio: float, goer: Goer) -> None:
        self._journey = journey
        self._theme = theme
        self._ratio = ratio
        self._goer = goer
        self._make: dict[type[Part], Callable[..., QWidget]] = {
            Head: self._head, Title: self._title, Facts: self._facts, Words: self._words,
            Participants: self._participants, Jumps: self._jumps, Chips: self._chips,
        }  # fmt: skip

    def widget(self, part: Part) -> QWidget:
        """Return the part as a widget."""
        return self._make[type(part)](part)

    def _head(self, head: Head) -> QWidget:
        line, row = _line()
        row.addWidget(text(head.kind, 12, 500, "second"), 1)
        if head.aside:
            row.addWidget(text(head.aside, 12, 400, "muted"))
        return line

    def _title(self, title: Title) -> QWidget:
        line, row = _line(8)
        if title.is_moment_of_truth:
            star = QLabel()
            star.setPixmap(self._picture(signs.star(self._theme), 20))
            star.setToolTip(tr("Moment of truth"))
            star.setAccessibleName(tr("Moment of truth"))
            row.addWidget(star, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text(title.text or tr("Untitled"), 18, 600, "" if title.text else "muted"), 1)
        return line

    def _facts(self, facts: Facts) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, fact in enumerate(facts.facts):
            grid.addWidget(self._fact(fact), place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        return box

    def _fact(self, fact: Fact) -> QWidget:
        box, column = _column(1)
        column.addWidget(text(fact.label, 12, 500, "muted"))
        line, row = _line(6)
        if fact.glyph:
            mark = QLabel()
            mark.setPixmap(self._picture(signs.channel_glyph(fact.glyph, self._theme.ink2), 20))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text(fact.value, 14, 500, fact.tone), 1)
        column.addWidget(line)
        return box

    def _words(self, words: Words) -> QWidget:
        box, column = _column(3)
        if words.label:
            column.addWidget(text(words.label, 12, 500, "muted"))
        if not words.is_quote:
            column.addWidget(text(words.text, 14, 400))
            return box
        column.addWidget(self._quote(words.text))
        return box

    def _quote(self, words: str) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "quote")
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(8)
        mark = QLabel()
        mark.setPixmap(pixmap("quote", self._theme.muted, 14, self._ratio))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text(words, 13, 400), 1)
        return frame

    def _participants(self, participants: Participants) -> QWidget:
        box, column = _column(6)
        line, row = _line()
        row.addWidget(text(tr("Participants"), 14, 700), 1)
        row.addWidget(text(tr("feeling"), 12, 400, "muted"))
        column.addWidget(line)
        for place, part in enumerate(participants.parts):
            if place:
                column.addWidget(_rule())
            column.addWidget(self._participant(part))
        return box

    def _participant(self, part: Participant) -> QWidget:
        box, column = _column(5)
        role = self._journey.get(part.role)
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._link(part.role, part.name, 14, 600), 0, 1, 1, 1 if part.person else 2)
        if part.person:
            person = text(part.person, 12, 400, "muted")
            person.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(person, 0, 2)
        meta = text(part.involvement, 12, 400, "muted")
        meta.setContentsMargins(4, 0, 0, 0)
        grid.addWidget(meta, 1, 1)
        if isinstance(role, Role):
            look = signs.look_of(self._journey, role, self._theme)
            mark = QLabel()
            mark.setPixmap(self._picture(signs.avatar(role, look, self._theme), 32))
            grid.addWidget(mark, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._faces(role, part.feeling), 1, 2, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(line)
        if part.action:
            column.addWidget(text(part.action, 13, 400))
        if part.thought:
            column.addWidget(self._quote(part.thought))
        return box

    def _faces(self, role: Role, feeling: int | None) -> QWidget:
        look = signs.look_of(self._journey, role, self._theme)
        line, row = _line(1)
        for each in range(-2, 3):
            face = QLabel()
            face.setFixedSize(FACE_PX, FACE_PX)
            shapes = signs.feeling_face(each, each == feeling, look, self._theme)
            face.setPixmap(self._picture(shapes, FACE_PX))
            row.addWidget(face)
        words = feelings()[feeling] if feeling is not None else tr("Not known")
        line.setToolTip(words)
        line.setAccessibleName(tr("Feeling: {feeling}", feeling=words))
        return line

    def _jumps(self, jumps: Jumps) -> QWidget:
        box, column = _column(6 if jumps.is_boxed else 0)
        if jumps.label:
            column.addWidget(text(jumps.label, 14, 700))
        for jump in jumps.jumps:
            column.addWidget(self._boxed(jump) if jumps.is_boxed else self._listed(jump))
        return box

    def _boxed(self, jump: Jump) -> QWidget:
        button = _Wrapping()
        button.setProperty("kind", "box")
        button.setProperty("tone", jump.tone)
        button.setAccessibleName(jump.text)
        button.clicked.connect(self._goer(jump.record))
        row = QHBoxLayout(button)
        row.setContentsMargins(10, 7, 10, 7)
        row.setSpacing(9)
        mark = self._sign(jump)
        if mark is not None:
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words, column = _column(1)
        column.addWidget(text(jump.text, 13, 500, through=True))
        if jump.aside:
            column.addWidget(text(jump.aside, 12, 500, jump.tone or "muted", through=True))
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(words, 1)
        return button

    def _listed(self, jump: Jump) -> QWidget:
        line, row = _line(8)
        mark = self._sign(jump)
        if mark is not None:
            row.addWidget(mark)
        row.addWidget(self._link(jump.record, jump.text, 14, 400), 1)
        if jump.aside:
            row.addWidget(text(jump.aside, 12, 500, jump.tone or "muted", is_one_line=True))
        return line

    def _link(self, record: str, words: str, size: int, weight: int) -> QWidget:
        if not record:
            return text(words, size, weight)
        button = _Wrapping()
        button.setProperty("kind", "jump")
        button.setAccessibleName(words)
        button.clicked.connect(self._goer(record))
        column = QVBoxLayout(button)
        column.setContentsMargins(3, 1, 3, 1)
        column.addWidget(text(words, size, weight, through=True))
        return button

    def _sign(self, jump: Jump) -> QLabel | None:
        theme = self._theme
        mark = QLabel()
        mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if jump.sign in ("pain", "gain", "opportunity", "idea", "question"):
            mark.setPixmap(self._picture(signs.insight_pin(jump.sign, theme), 28))
        elif jump.sign == "sla":
            mark.setPixmap(
                self._picture(signs.channel_glyph("sla", theme.pain if jump.tone else theme.ink2), 22)
            )
        elif jump.sign in ("evidence", "link"):
            mark.setPixmap(pixmap(jump.sign, theme.pain if jump.tone else theme.ink2, 18, self._ratio))
        elif jump.sign == "finding":
            mark.setPixmap(pixmap("warning", theme.pain, 18, self._ratio))
        elif jump.sign == "touchpoint":
            mark.setPixmap(self._touchpoint_sign(jump.record))
        else:
            return None
        return mark

    def _touchpoint_sign(self, touchpoint: str) -> QPixmap:
        return self._picture(signs.touchpoint_sign(self._journey, touchpoint, self._theme), 18)

    def _chips(self, chips: Chips) -> QWidget:
        box, column = _column(4)
        column.addWidget(text(chips.label, 12, 500, "muted"))
        line, row = _line(5)
        for word in chips.words[:4]:
            row.addWidget(text(word, 12, 500, "chip", is_one_line=True))
        row.addStretch(1)
        column.addWidget(line)
        if len(chips.words) > 4:
            column.addWidget(text(", ".join(chips.words[4:]), 12, 500, "second"))
        return box

    def _picture(self, shapes: tuple[Shape, ...], size: int) -> QPixmap:
        return signs.picture(shapes, size, self._ratio)


class _Wrapping(QPushButton):
    """A button whose words may take several lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else super().heightForWidth(width)


def text(
    words: str, size: int, weight: int, tone: str = "", *, is_one_line: bool = False, through: bool = False
) -> QLabel:
    """Return words that can be selected and wrap; `through` lets clicks pass to the button below."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(not is_one_line)
    if through:
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    else:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setCursor(Qt.CursorShape.IBeamCursor)
    if tone:
        label.setProperty("tone", tone)
    write_in(label, size, weight)
    return label


def _line(spacing: int = 6) -> tuple[QWidget, QHBoxLayout]:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    return line, row


def _column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return box, column


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "rule")
    return rule
