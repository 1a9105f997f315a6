"""What copying and pasting need, imported when somebody copies or pastes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.widgets.document import Document
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.widgets.transfer.pasting import Pasting
    from app.widgets.transfer.strangers import Answer, Ask, Stranger


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


def pasting(window: JourneyWindow, preview: Callable[[str], None]) -> Pasting:
    """Make what pastes into a window; `preview` shows how lines of text are understood."""
    from app.widgets.transfer.pasting import Pasting

    return Pasting(window, roles_asker(window), preview)


def roles_asker(window: JourneyWindow) -> Ask:
    """Return what asks in a dialog who strangers are; nothing is told where the person leaves it."""
    from app.widgets.dialogs.roles_to_map import RolesToMap

    def ask(strangers: Sequence[Stranger], answer: Answer) -> None:
        if window.document is None:
            return
        dialog = RolesToMap(strangers, window.document.journey, window.session.looks.theme, window)
        dialog.chosen.connect(answer)
        dialog.open()

    return ask
