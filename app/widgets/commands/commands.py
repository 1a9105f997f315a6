"""What actions do in a window, part by part: the host that an action runs against."""

from __future__ import annotations

from collections.abc import Callable

from app.model.change import Change
from app.model.journey import Journey
from app.widgets.commands.capturing import Capturing
from app.widgets.commands.editing import Editing
from app.widgets.commands.files import Files
from app.widgets.commands.going import Going
from app.widgets.commands.helping import Helping
from app.widgets.commands.looking import Looking
from app.widgets.commands.transfer import Transfer
from app.widgets.document import Document
from app.widgets.map.canvas import MapCanvas
from app.widgets.window import JourneyWindow


class Commands:
    """Does what a person asks of one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self.window = window
        self.files = Files(window)
        self.editing = Editing(window)
        self.capturing = Capturing(window)
        self.transfer = Transfer(window)
        self.looking = Looking(window)
        self.going = Going(window)
        self.helping = Helping(window)

    @property
    def document(self) -> Document | None:
        """What is open."""
        return self.window.document

    @property
    def canvas(self) -> MapCanvas | None:
        """The map on which it is shown."""
        return self.window.canvas

    def do(self, plan: Callable[[Journey], Change]) -> bool:
        """Do what an edit plans; a refusal is said in the window. Tell whether it was done."""
        return self.window.do(plan)
