"""What commands, menus and panels know of the window they work in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from shiboken6 import isValid

from app.model.change import Change
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.widgets.document import Document
from app.widgets.job_strip import JobStrip
from app.widgets.jobs import Report
from app.widgets.map.canvas import MapCanvas
from app.widgets.messages import MessageBar
from app.widgets.opening import Opening
from app.widgets.panels import Panels
from app.widgets.session import Session

T = TypeVar("T")


class JourneyWindow(QMainWindow):
    """A window with one document or none; `main_window` fills it."""

    session: Session
    document: Document | None
    canvas: MapCanvas | None
    messages: MessageBar
    job_strip: JobStrip
    opening: Opening
    panels: Panels
    offered: Mapping[str, QAction]  # every action, by the id it has in the table of actions

    def refresh(self) -> None:
        """Bring all that is derived up to date."""
        raise NotImplementedError

    def go_to(self, record_id: str) -> None:
        """Select a record and bring it into sight."""
        raise NotImplementedError

    def resume_line(self, words: str) -> None:
        """Put a line that was being typed back into the capture bar."""
        raise NotImplementedError

    def do(self, plan: Callable[[Journey], Change]) -> bool:
        """Do what an edit plans; a refusal is said in the message bar. Tell whether it was done."""
        if self.document is None:
            return False
        try:
            self.document.do(plan(self.document.journey))
        except JourneyError as error:
            self.messages.tell(error)
            return False
        return True

    def take_over(self) -> None:
        """Have what is being typed taken over, wherever that is; the focus stays."""
        focused = self.focusWidget()
        if focused is None:
            return
        if not focused.hasFocus():  # another window is in front
            QApplication.sendEvent(
                focused, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason)
            )
            return
        focused.clearFocus()
        if QApplication.focusWidget() is None and isValid(focused) and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self, title: str, task: Callable[[Report], T], done: Callable[[T], None]) -> None:
        """Let the worker do something; its progress is shown, and what goes wrong is said in the window."""
        failed = partial(self.messages.tell, stays=True)
        self.job_strip.follow(self.session.jobs.start(title, task, done, failed))
