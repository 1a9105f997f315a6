"""What commands and menus know of the window they work in."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow

from app.widgets.actions import Panel
from app.widgets.document import Document
from app.widgets.job_strip import JobStrip
from app.widgets.map.canvas import MapCanvas
from app.widgets.messages import MessageBar
from app.widgets.opening import Opening
from app.widgets.session import Session


class JourneyWindow(QMainWindow):
    """A window with one document or none; `main_window` fills it."""

    session: Session
    document: Document | None
    canvas: MapCanvas | None
    messages: MessageBar
    job_strip: JobStrip
    opening: Opening
    panels: dict[Panel, bool]

    def refresh(self) -> None:
        """Bring all that is derived up to date."""
        raise NotImplementedError
