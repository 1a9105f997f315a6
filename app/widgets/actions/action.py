"""An action: one thing a person can do, as a row of a table.

It runs against the commands of a window and knows no dialog; what may be done and what is on is asked, never stored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtGui import QKeySequence

from app.widgets.commands.commands import Commands

Run = Callable[[Commands], None]
Ask = Callable[[Commands], bool]


def always(_host: Commands) -> bool:
    """Allow it in every window."""
    return True


def has_journey(host: Commands) -> bool:
    """Tell whether a journey is open."""
    return host.document is not None


def has_selection(host: Commands) -> bool:
    """Tell whether something is selected."""
    return host.document is not None and bool(host.document.selection)


class Action(Struct, frozen=True):
    """One thing a person can do. `shortcut` is a standard key, or a sequence as Qt writes it in English."""

    id: str
    text: Callable[[], str]  # with a mnemonic
    run: Run
    shortcut: QKeySequence.StandardKey | str = ""
    icon: str = ""
    enabled: Ask = has_journey
    checked: Ask | None = None  # none: nothing that is on or off
    short: Callable[[], str] | None = None  # for the toolbar
    more_shortcuts: Sequence[str] = ()
    says: Callable[[Commands], str] | None = (
        None  # a text that follows what it would do now, in place of `text`
    )
    on_map: bool = (
        False  # its shortcut is for the map alone: a letter that fields and lists want for themselves
    )

    def shortcuts(self) -> list[QKeySequence]:
        """Return the key sequences that run it, the one to show first."""
        if isinstance(self.shortcut, QKeySequence.StandardKey):
            found = QKeySequence.keyBindings(self.shortcut)[:1]
        else:
            found = [QKeySequence(self.shortcut)] if self.shortcut else []
        return [*found, *(QKeySequence(more) for more in self.more_shortcuts)]


def toggle(
    action_id: str,
    text: Callable[[], str],
    both: tuple[Run, Ask],
    shortcut: str = "",
    icon: str = "",
    enabled: Ask = has_journey,
    short: Callable[[], str] | None = None,
) -> Action:
    """Return an action that is on or off; `both` switch and ask."""
    return Action(action_id, text, both[0], shortcut, icon, enabled, both[1], short)
