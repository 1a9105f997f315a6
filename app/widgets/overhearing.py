"""What is typed into a window's fields: the one that has the keyboard is asked for what the journey does not have yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QMetaObject, QObject, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.model.draft import Draft
from app.widgets.document import Document


@runtime_checkable
class Field(Protocol):
    """A field that can tell what is typed in it and not in the journey."""

    textChanged: SignalInstance

    def unsaid(self) -> Draft | None: ...


class Overhearing(QObject):
    """Follows the keyboard through a window and its dialogs. Away from the window it stays where it was."""

    def __init__(self, window: QWidget, document: Document) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._field: Field | None = None
        self._typing: QMetaObject.Connection | None = None
        document.drafts.ask(self._drafts, self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._is_ours(now):
            return
        if self._typing is not None:
            QObject.disconnect(self._typing)
            self._typing = None
        self._field = now if isinstance(now, Field) else None
        if self._field is not None:
            self._typing = self._field.textChanged.connect(self._document.drafts.soon)
        self._document.drafts.look_again()

    def _is_ours(self, widget: QWidget) -> bool:
        top: QWidget | None = widget
        while top is not None and top is not self._window:
            top = top.parentWidget()
        return top is not None

    def _drafts(self) -> Iterator[Draft]:
        """Tell what is typed in the field."""
        field = self._field
        draft = field.unsaid() if field is not None and isValid(field) else None
        if draft is not None:
            yield draft
