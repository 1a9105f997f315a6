"""The colour well: the palette's colours, any other by its number or from a dialog, or the palette's own choice."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.errors import JourneyError
from app.model.role_colours import DARK_COLOURS, LIGHT_COLOURS
from app.widgets.fields.control import SEVERAL
from app.widgets.fields.entry import Entry
from app.widgets.fields.flow import Flow
from app.widgets.fields.marks import Mark, Marks
from app.widgets.icons import icon

_SWATCH_PX = 26


class ColourWell(Marks):
    """Swatches to choose from, the first for "as the palette gives it"; a line for a colour's number, and a dialog."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._value = ""
        self.swatches: dict[str, Swatch] = {}
        row = QWidget()
        flow = Flow(row, gap=1)
        shown = DARK_COLOURS if theme.is_dark else LIGHT_COLOURS
        for colour, seen in zip(("", *LIGHT_COLOURS), ("", *shown), strict=True):
            swatch = self.swatches[colour] = Swatch(self, colour, seen, theme)
            flow.addWidget(swatch)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        self.line = Entry(read_colour, lambda colour: colour or "", waits=True)
        self.line.hint(tr("From the palette"))
        self.line.setAccessibleName(tr("Number of the colour"))
        for inner, outer in (
            (self.line.came, self.came),
            (self.line.tried, self.tried),
            (self.line.restored, self.restored),
            (self.line.left, self.left),
            (self.line.refused, self.refused),
        ):
            inner.connect(outer)
        self.more_button = QToolButton()
        self.more_button.setObjectName("small")
        self.more_button.setIcon(icon("colour", theme.ink2, size=18))
        self.more_button.setToolTip(tr("Choose any colour…"))
        self.more_button.setAccessibleName(tr("Choose any colour…"))
        self.more_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more_button.clicked.connect(self._ask)
        second = QHBoxLayout()
        second.setSpacing(4)
        second.addWidget(self.line, 1)
        second.addWidget(self.more_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(row)
        column.addLayout(second)
        self.check(None)

    def show_value(self, value: object) -> None:
        """Show the colour, "" for the palette's, or SEVERAL."""
        self._value = value
        self.line.show_value(value)
        self.check(None if value is SEVERAL else self.swatches.get(_light(str(value))))

    def settle(self) -> None:
        """End what the person is doing here."""
        self.line.settle()
        if self.has_focus():
            self.left.emit()

    def refuse(self, sentence: str) -> None:
        """Say why the colour cannot be."""
        self.line.refuse(sentence)

    def choose(self, colour: str) -> None:
        """Take the colour as the person's choice."""
        if self._value is SEVERAL or colour != self._value:
            self.tried.emit(colour)
        self.show_value(self._value)

    def _ask(self) -> None:
        start = (
            QColor(self._value) if isinstance(self._value, str) and self._value else QColor(LIGHT_COLOURS[0])
        )
        dialog = QColorDialog(start, self)
        dialog.setWindowTitle(tr("Colour"))
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self.choose(colour.name().upper()))
        dialog.open()


class Swatch(Mark):
    """One colour of the palette."""

    def __init__(self, well: ColourWell, colour: str, seen: str, theme: Theme) -> None:
        super().__init__(well, colour or tr("From the palette"), _SWATCH_PX)
        self._seen = seen
        self._theme = theme
        self.clicked.connect(lambda: well.choose(colour))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(5, 5, _SWATCH_PX - 10, _SWATCH_PX - 10)
        if self._seen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._seen))
            painter.drawRoundedRect(place, 4, 4)
        else:
            painter.setPen(QPen(QColor(self._theme.muted), 1.4))
            painter.drawRoundedRect(place, 4, 4)
            painter.drawLine(place.bottomLeft() + QRectF(0, 0, 3, -3).bottomRight(), place.topRight())
        ring = self._ring()
        if ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(ring), 2))
            painter.drawRoundedRect(QRectF(1.5, 1.5, _SWATCH_PX - 3, _SWATCH_PX - 3), 6, 6)
        painter.end()

    def _ring(self) -> str:
        """Return the colour of the ring around the swatch, "" for none."""
        if self.hasFocus():
            return self._theme.accent
        if self.isChecked():
            return self._theme.ink
        return self._theme.line if self.underMouse() else ""


def read_colour(text: str) -> str:
    """Return the colour that somebody wrote as #RRGGBB, or ""; raises JourneyError where it is none."""
    words = text.strip()
    if not words:
        return ""
    bare = words.removeprefix("#")
    if all(sign in "0123456789abcdefABCDEF" for sign in bare):
        if len(bare) == 3:
            bare = "".join(sign * 2 for sign in bare)
        if len(bare) == 6:
            return f"#{bare.upper()}"
    raise JourneyError(tr("“{words}” is no colour.", words=words[:40]), do=tr("Write, for example, #1B50C9."))


def _light(colour: str) -> str:
    """Return the palette's light colour that stands for this one."""
    upper = colour.upper()
    return LIGHT_COLOURS[DARK_COLOURS.index(upper)] if upper in DARK_COLOURS else upper
