"""What copying and pasting need, imported when somebody copies or pastes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.widgets.document import Document
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.widgets.transfer.pasting import Pasting
    from app.widgets.transfer.strangers import Ask


def copy(window: JourneyWindow, document: Document) -> None:
    """Copy what is selected."""
    from app.widgets.transfer import copying

    copying.copy(window, document)


def cut(window: JourneyWindow, document: Document) -> None:
    """Copy what is selected and take it away."""
    from app.widgets.transfer import copying

    copying.copy(window, document, is_cutting=True)


def duplicate(window: JourneyWindow, document: Document) -> None:
    """Put copies beside what is selected."""
    from app.widgets.transfer import copying

    copying.duplicate(window, document)


def pasting(window: JourneyWindow, ask: Ask, preview: Callable[[str], None]) -> Pasting:
    """Make what pastes into a window; `ask` asks who strangers are, `preview` shows how lines are understood."""
    from app.widgets.transfer.pasting import Pasting

    return Pasting(window, ask, preview)
