"""The grammar of the capture bar in one line, in the colours of the line itself."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.record import TimeUnit
from app.model.time_vocabulary import letter_of
from app.widgets.capture.colouring import piece_colour
from app.widgets.fonts import write_in


class Grammar(QLabel):
    """Says how a line is written: samples of each part; more in its tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self._told: tuple[TimeUnit, Theme] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        write_in(self, 12, 500)

    def tell(self, unit: TimeUnit, theme: Theme) -> None:
        """Say it for a timeline of this unit."""
        if (unit, theme) == self._told:
            return
        self._told = (unit, theme)
        letter = letter_of(unit)
        length = "2s" if unit == "step" else "3h"
        plain = theme.ink2
        samples = (
            (tr("Role, role:"), theme.ink), (tr("title"), theme.ink), (tr("@channel"), theme.ink),
            (f"{letter}12", plain), (f"{letter}12-13", plain), (length, plain), (tr("+2 to -2"), plain), ("*", plain),
            (tr("!pain"), piece_colour("pain", theme)), (tr("?question"), plain),
            (tr("+opportunity"), piece_colour("opportunity", theme)),
        )  # fmt: skip
        words = f'<span style="color:{theme.muted}"> &nbsp;·&nbsp; </span>'.join(
            f'<span style="color:{colour}">{escape(_unbroken(sample))}</span>' for sample, colour in samples
        )
        self.setText(words)
        self.setAccessibleName(tr("How a line is written"))
        rows = _explained(letter)
        cells = "".join(
            f"<tr><td><b>{escape(a)}</b>&nbsp;&nbsp;</td><td>{escape(b)}</td></tr>" for a, b in rows
        )
        self.setToolTip(f"<table>{cells}</table>")
        self.setAccessibleDescription("\n".join(f"{a} {b}" for a, b in rows))


def _unbroken(sample: str) -> str:
    """Return the sample with no place where a line may end."""
    return "\u2060".join(sample).replace(" ", "\u00a0")


def _explained(letter: str) -> tuple[tuple[str, str], ...]:
    return (
        (
            tr("CFO, IT manager:"),
            tr("Who takes part; the first leads. A name that is not known is a new role."),
        ),
        (tr("CFO +1, IT -2:"), tr("A feeling behind a role is its own.")),
        ("@", tr("The channel, by its name or its beginning.")),
        (f"{letter}12", tr("When, in the unit of the timeline; a date where it has dates.")),
        (f"{letter}12-13", tr("From when to when.")),
        (f"3h  30min  2{letter_of('day')}", tr("How long.")),
        ("+2 … -2", tr("The feeling of all; smileys do as well.")),
        ("*", tr("A moment of truth.")),
        ("! ? +", tr("A pain point, a question, an opportunity, up to the next one.")),
        ("\\", tr("Keeps the word behind it as it is; quotes keep several, and the whole name of a role.")),
    )
