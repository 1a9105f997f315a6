"""Which headings of a panel a person folded or unfolded, kept in the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

_KEEP_MS = 500
_MOST = 200  # headings; those folded or unfolded last stay


class Folds(QObject):
    """What a person wishes for each heading, by its key; `keep` is told all of it a moment after the last change."""

    def __init__(
        self, kept: Mapping[str, bool] | None = None, keep: Callable[[dict[str, bool]], None] | None = None
    ) -> None:
        super().__init__()
        self._wishes = dict(kept or {})
        self._keep = keep
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_KEEP_MS)
        self._waiting.timeout.connect(self.keep_now)

    def wish(self, key: str) -> bool | None:
        """Return whether it shall be folded, none where nobody has said."""
        return self._wishes.get(key)

    def fold(self, key: str, is_folded: bool) -> None:
        """Take note of a wish."""
        if self._wishes.pop(key, None) != is_folded:
            self._waiting.start()
        self._wishes[key] = is_folded

    def keep_now(self) -> None:
        """Keep what has not been kept yet."""
        self._waiting.stop()
        if self._keep is not None:
            self._keep(dict(list(self._wishes.items())[-_MOST:]))
