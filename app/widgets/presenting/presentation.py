"""The presentation: a window over a whole screen with the map, a caption, and no other thing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QScreen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.analysis.filtering import NO_FILTER, matching
from app.drawing.tokens import THEMES, Theme
from app.i18n import tr
from app.model.ballot import Ballot
from app.model.records import Insight
from app.seeing.captions import caption_of
from app.seeing.steps import WAYS, Step, Way, nearest, place_of, steps_of
from app.widgets.document import Document
from app.widgets.picture import Made
from app.widgets.presenting.band import CaptionBand
from app.widgets.presenting.choosing import Choosing
from app.widgets.presenting.countdown import Countdown
from app.widgets.presenting.foot_line import FootLine
from app.widgets.presenting.projected import AudienceDocument, ProjectedMap
from app.widgets.presenting.remote import Remote
from app.widgets.presenting.timer_face import TimerFace

IDLE_MS = 2_500  # without the mouse moving, until pointer and buttons leave
HINT_MS = 6_000
SAID_MS = 4_000
LEAST_TIMER_SCALE = 0.5
_KEYS = QKeySequence.StandardKey
WHEEL_NOTCH = 120
_NEXT = {
    Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter,
    Qt.Key.Key_N, Qt.Key.Key_MediaNext,
}  # fmt: skip
_BACK = {
    Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace, Qt.Key.Key_P, Qt.Key.Key_MediaPrevious,
}  # fmt: skip
_VOTES = {
    Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Underscore: -1,
}  # fmt: skip
_CHOICES = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_HELPS = {Qt.Key.Key_F1, Qt.Key.Key_Question, Qt.Key.Key_H}
_BLANK = {Qt.Key.Key_B, Qt.Key.Key_Period}
_ENDS = {Qt.Key.Key_Escape, Qt.Key.Key_Q, Qt.Key.Key_F5}


class Presentation(QWidget):
    """Steps through a journey, by keys, clicker or mouse; goes on while the journey is edited elsewhere."""

    ended = Signal()
    moved = Signal(str)  # to the screen of this name

    def __init__(
        self, document: Document, countdown: Countdown, ballot: Ballot, way: Way, parent: QWidget,
        made: Made | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("window")
        self.setWindowTitle(tr("Presentation: {title}", title=document.title))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._document = document
        self._countdown = countdown
        self._ballot = ballot
        self._way: Way = way
        self._steps: tuple[Step, ...] = ()
        self._place = 0
        self._turned = 0
        self._audience = AudienceDocument(document, self)
        self.map = ProjectedMap(self._audience)
        self.map.begin_with(made)
        self.band = CaptionBand(self._theme)
        self.choosing = Choosing(document, ballot, self)
        self.choosing.said.connect(lambda sentences: self.foot.say(sentences, SAID_MS))
        for widget in (self.map, self.band):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.map, 1)
        column.addWidget(self.band)
        self._overlay()
        self._idle = _timer(self, IDLE_MS, self._rest)
        self._audience.changed.connect(lambda _ids: self._renew())
        self._audience.view_state.changed.connect(self._on_view)
        self._seen = (self._audience.view_state.view, self._audience.view_state.theme)
        self._renew()

    def _overlay(self) -> None:
        theme = self._theme
        self.timer = TimerFace(self._countdown, theme, 64, floats=True)
        self.timer.setParent(self)
        self.timer.setVisible(self._countdown.is_running)
        self._countdown.changed.connect(self._arrange)
        self.remote = Remote(self._way, theme, self)
        self.remote.stepped.connect(self.step)
        self.remote.way_chosen.connect(self.go_by)
        self.remote.timer_wanted.connect(self._switch_timer)
        self.remote.screen_wanted.connect(self.to_next_screen)
        self.remote.ended.connect(self.close)
        self.remote.hide()
        self.foot = FootLine(self)
        self.foot.changed.connect(lambda: self.band.show_progress(self.foot.isHidden()))
        self.blank = QWidget(self)
        self.blank.setStyleSheet("background: #000000;")
        self.blank.setAccessibleName(tr("The screen is blank"))
        self.blank.setMouseTracking(True)
        self.blank.hide()

    @property
    def step_now(self) -> Step:
        """What is shown."""
        return self._steps[self._place]

    @property
    def way(self) -> Way:
        """By what it steps."""
        return self._way

    def begin(self, screen: QScreen | None, record: str = "") -> None:
        """Fill the screen, from this record's step on."""
        self._fill(screen)
        self.setFocus()
        self.activateWindow()
        self.go_to(record)
        self.show_keys()

    def show_keys(self) -> None:
        """Say for a while which keys there are."""
        self.foot.say(_keys(can_vote=bool(self._document.journey.all(Insight))), HINT_MS)

    def to_next_screen(self) -> None:
        """Go to the next screen; where there is one only, nothing happens."""
        there = _after(self.screen())
        if there is self.screen():
            return
        self.showNormal()  # a window that fills a screen is not moved by everybody
        self._fill(there)
        self.activateWindow()
        self.moved.emit(there.name())

    def _fill(self, screen: QScreen | None) -> None:
        if screen is not None:
            self.setScreen(screen)
            self.setGeometry(screen.geometry())
        self.showFullScreen()

    def step(self, by: int) -> None:
        """Go so many steps on or back; at the ends nothing happens. A blank screen only comes back."""
        if self.blank.isVisible():
            self.blank.hide()
            return
        self.go(self._place + by)

    def go(self, place: int) -> None:
        """Go to the step at this place, or to the nearest that there is."""
        self._place = min(max(0, place), len(self._steps) - 1)
        self._show()

    def go_to(self, record: str) -> None:
        """Go to the step of this record; where there is none, to the whole map."""
        self.go(place_of(self._steps, record, 0))

    def go_by(self, way: Way) -> None:
        """Step by touchpoints, phases or roles from now on, from where that is."""
        if way == self._way:
            return
        before = self.step_now
        self._way = way
        self.remote.choose(way)
        self._steps = self._steps_by(way)
        self.go_to(nearest(self._steps, before))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENDS:
            self.close()
        elif key in _NEXT:
            self.step(1)
        elif key in _BACK:
            self.step(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(0 if key == Qt.Key.Key_Home else len(self._steps) - 1)
        elif key in _BLANK:
            self.blank.setVisible(not self.blank.isVisible())
            self._arrange()
        elif key == Qt.Key.Key_T:
            self._switch_timer()
        elif key == Qt.Key.Key_S:
            self.to_next_screen()
        elif key in _HELPS:
            self.show_keys()
        elif event.text() in ("1", "2", "3"):
            self.go_by(WAYS[int(event.text()) - 1])
        elif not self._vote_by(event):
            super().keyPressEvent(event)

    def _vote_by(self, event: QKeyEvent) -> bool:
        """Do what a key means for the votes; tell whether it means something. Nobody votes on a blank screen."""
        key, choosing = Qt.Key(event.key()), self.choosing
        is_undo, is_redo = (event.matches(each) for each in (_KEYS.Undo, _KEYS.Redo))
        if not (key in _VOTES or key in _CHOICES or is_undo or is_redo):
            return False
        if self.blank.isVisible():
            self.blank.hide()
        elif is_undo:
            choosing.undo()
        elif is_redo:
            choosing.redo()
        elif key in _VOTES:
            choosing.vote(_VOTES[key])
        else:
            choosing.choose_next(_CHOICES[key])
        self.band.choose(choosing.chosen)
        return True

    def focusNextPrevChild(self, _is_next: bool) -> bool:
        """Leave Tab to the insights: there is nothing else that takes the keyboard."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        insight, dots = self._insight_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and insight and not self.blank.isVisible():
            self.choosing.choose(insight)
            if dots:
                self.choosing.vote(dots)
            self.band.choose(insight)
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.ForwardButton):
            self.step(1)
        elif event.button() in (Qt.MouseButton.RightButton, Qt.MouseButton.BackButton):
            self.step(-1)

    def _insight_at(self, at: QPointF) -> tuple[str, int]:
        """Return the insight at a point, and how many dots its button there gives."""
        return self.band.hit(at - QPointF(self.band.pos()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._wake()
        if self._insight_at(event.position())[0]:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._turned -= event.angleDelta().y()
        steps = int(self._turned / WHEEL_NOTCH)
        if steps:
            self._turned -= steps * WHEEL_NOTCH
            self.step(1 if steps > 0 else -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.ended.emit()

    @property
    def _theme(self) -> Theme:
        return THEMES[self._document.view_state.theme]

    def _renew(self) -> None:
        """Show the journey as it is now, at the same step where there still is one."""
        record = self._steps[self._place].record if self._steps else ""
        self._steps = self._steps_by(self._way)
        self._place = place_of(self._steps, record, self._place)
        self.band.wear(self._theme, self._document.journey)
        self._show()

    def _steps_by(self, way: Way) -> tuple[Step, ...]:
        journey, asked = self._document.journey, self._audience.view_state.view.filter
        left = None if asked == NO_FILTER else matching(journey, asked)
        return steps_of(journey, way, self._audience.shown_roles(), left)

    def _show(self) -> None:
        step = self.step_now
        shown = self._audience.shown_roles()
        caption = caption_of(self._document.journey, step, shown, self._ballot.session_name)
        caption = self.choosing.follow(step, caption)
        self.band.say(caption, self._place, len(self._steps), self.choosing.chosen)
        self._fit()
        self.map.show_step(step)

    def _fit(self) -> None:
        """Give the words of a step their room; the whole map has its own."""
        self.map.magnify(min(self.width() / 1366, self.height() / 768))
        self.band.fit(self.width(), self.height(), has_words=bool(self.step_now.record))
        self._arrange()

    def _on_view(self) -> None:
        state = self._audience.view_state
        if (state.view, state.theme) != self._seen:
            self._seen = (state.view, state.theme)
            self.timer.wear(self._theme)
            self.remote.wear(self._theme)
            self._renew()

    def _switch_timer(self) -> None:
        if self.timer.isVisible() and self._countdown.is_running:
            self.timer.hide()
            return
        self.timer.show()
        self._countdown.start()
        self._arrange()

    def _arrange(self) -> None:
        """Put everything that floats into its place; the map keeps what it shows from under the timer."""
        scale = max(LEAST_TIMER_SCALE, min(self.width() / 1366, self.height() / 768))
        if self._countdown.is_over and not self.timer.isVisible():
            self.timer.show()
        self.timer.be_large(round(64 * scale))
        self.timer.move(self.width() - self.timer.width() - round(24 * scale), round(24 * scale))
        self.map.keep_clear(self.timer.geometry() if self.timer.isVisible() else QRect())
        foot = self.height() - self.band.minimumHeight()  # it has this height when the layout has seen it
        self.foot.stand(self.band.foot().translated(0, foot), self.band.scale)
        self.remote.screen_button.setVisible(len(QApplication.screens()) > 1)
        if self.remote.isVisible():
            self.remote.stand(QRect(0, 0, self.width(), foot), self.map.covered)
        self.blank.setGeometry(self.rect())
        self.blank.raise_()
        if self.timer.isVisible():
            self.timer.raise_()

    def _wake(self) -> None:
        if not self.blank.isVisible():
            self.unsetCursor()
            if self.remote.isHidden():
                self.remote.show()
                self.remote.raise_()
                self.band.offer_buttons(True)
                self._arrange()
        self._idle.start()

    def _rest(self) -> None:
        if self.remote.isVisible() and self.remote.underMouse():
            self._idle.start()
            return
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.remote.hide()
        self.band.offer_buttons(False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no key of a presentation is anybody else's
            return True
        return super().event(event)


def _timer(parent: QWidget, milliseconds: int, run: Callable[[], object]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    made.timeout.connect(run)
    return made


def _keys(*, can_vote: bool) -> tuple[str, ...]:
    """Return what the keys do, what one needs first before the rest."""
    return (
        tr("Space: next"),
        tr("1 2 3: by touchpoint, phase, role"),
        *((tr("Tab, + −: vote"),) if can_vote else ()),
        tr("T: timer"),
        tr("B: blank"),
        *((tr("S: other screen"),) if len(QApplication.screens()) > 1 else ()),
        tr("Esc: end"),
    )


def _after(screen: QScreen) -> QScreen:
    screens = QApplication.screens()
    return screens[(screens.index(screen) + 1) % len(screens)]


def screen_for(window: QWidget, wanted: str = "") -> QScreen | None:
    """Return the screen to present on: the one of this name, else that of the window."""
    return next((each for each in QApplication.screens() if each.name() == wanted), None) or window.screen()
