"""The timer in the window: a bar above the map with the time left, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from app.drawing.tokens import Theme
from app.i18n import tr, trc
from app.widgets.fields.line import Spin
from app.widgets.fonts import write_in
from app.widgets.icons import icon
from app.widgets.presenting.countdown import PRESETS_MINUTES, Countdown
from app.widgets.presenting.timer_face import TimerFace
from app.widgets.segments import Segments
from app.widgets.squeezing import squeeze

MOST_MINUTES = 600


class TimerBar(QFrame):
    """Starts, pauses and sets the countdown of a round; `closed` asks to hide the bar, and the time goes on."""

    closed = Signal()

    def __init__(self, countdown: Countdown, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("timer")
        self._countdown = countdown
        self._theme = theme
        self._is_following = False
        self.face = TimerFace(countdown, theme, 44)
        self.start_button = QPushButton()
        self.start_button.setIconSize(QSize(18, 18))
        self.start_button.clicked.connect(countdown.switch)
        self.reset_button = QPushButton(tr("Reset"))
        self.reset_button.clicked.connect(countdown.reset)
        self.more_button = QPushButton(tr("+1 min"))
        self.more_button.setToolTip(tr("Give one more minute"))
        self.more_button.clicked.connect(lambda: countdown.add(60))
        for button in (self.start_button, self.reset_button, self.more_button):
            write_in(button, 14, 500)
        self.presets = Segments(
            {str(each): str(each) for each in PRESETS_MINUTES}, "5", tr("Minutes of a round")
        )
        for minutes, preset in self.presets.buttons.items():
            preset.setToolTip(tr("{minutes} min", minutes=minutes))
            preset.setAccessibleName(tr("{minutes} min", minutes=minutes))
        self.presets.chosen.connect(lambda minutes: self._set(int(minutes)))
        self.minutes = Spin()
        self.minutes.setRange(1, MOST_MINUTES)
        self.minutes.setSuffix(tr(" min"))
        self.minutes.setAccessibleName(tr("Minutes of a round"))
        self.minutes.setToolTip(tr("Minutes of a round"))
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.minutes.setFixedWidth(86)
        write_in(self.minutes, 14, 500)
        self.minutes.setValue(max(1, countdown.length // 60))
        self.minutes.valueChanged.connect(self._set)
        self.close_button = QToolButton()
        self.close_button.setToolTip(tr("Hide: the time goes on"))
        self.close_button.setAccessibleName(tr("Hide the timer"))
        self.close_button.setIconSize(QSize(18, 18))
        self.close_button.clicked.connect(self.closed)
        self._compose()
        countdown.changed.connect(self._follow)
        self.wear(theme)

    def _compose(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self.face)
        row.addSpacing(8)
        for widget in (self.start_button, self.reset_button, self.more_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.presets)
        row.addWidget(self.minutes)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._squeeze()

    def _squeeze(self) -> None:
        row = self.layout()
        assert row is not None
        squeeze(row, self.width(), (self.presets, self.more_button, self.reset_button, self.minutes))

    def wear(self, theme: Theme) -> None:
        """Draw in this theme."""
        self._theme = theme
        self.face.wear(theme)
        self.close_button.setIcon(icon("close", theme.muted, size=18))
        self._follow()

    def _set(self, minutes: int) -> None:
        if not self._is_following:
            self._countdown.set_length(minutes * 60)

    def _follow(self) -> None:
        countdown = self._countdown
        words = tr("Pause") if countdown.is_running else trc("a timer", "Start")
        if self.start_button.text() != words:
            self.start_button.setText(words)
            self._squeeze()
        minutes = countdown.length // 60
        if self.minutes.value() != minutes and minutes * 60 == countdown.length:
            self._is_following = True
            self.minutes.setValue(minutes)
            self._is_following = False
        for preset, button in self.presets.buttons.items():
            button.setChecked(int(preset) * 60 == countdown.length)
        self.setProperty("tone", "over" if countdown.is_over else "")
        self.style().polish(self)
