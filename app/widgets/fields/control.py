"""What every input widget of a field agrees on: how it is shown a value, and how it tells what the person wants."""

from __future__ import annotations

from typing import Final, Protocol, cast

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.i18n import tr
from app.model.errors import JourneyError


class Several:
    """The value of a field in which the selected records differ; there is one, `SEVERAL`."""

    def __repr__(self) -> str:
        return "SEVERAL"


SEVERAL: Final = Several()


class Control(Protocol):
    """An input widget.

    `came` and `left` frame the time in which changes are one step of undoing; `tried` has a value that the person wants,
    `restored` asks for what was there when the person came; `refused` has a sentence about what is wrong, or "".
    """

    came: SignalInstance
    tried: SignalInstance
    restored: SignalInstance
    left: SignalInstance
    refused: SignalInstance

    def show_value(self, value: object) -> None:
        """Show the value, or that there are SEVERAL; text that the person is typing for the same value stays."""

    def weigh(self, count: int) -> None:
        """Take note of how many records are changed together: what costs much need not follow every key."""

    def settle(self) -> None:
        """End what the person is doing here: the next value shown may be another record's."""

    def refuse(self, sentence: str) -> None:
        """Say that what was tried cannot be, or with "" that all is well."""

    def widget(self) -> QWidget:
        """Return the widget itself."""


def _signal(*arguments: type) -> SignalInstance:
    """Return a signal that becomes one of the widgets into which its class is mixed."""
    return cast("SignalInstance", Signal(*arguments))


class Input:
    """What all input widgets have, mixed into a widget: the signals of a `Control`, and a usual way to refuse."""

    came = _signal()
    tried = _signal(object)
    restored = _signal()
    left = _signal()
    refused = _signal(str)

    def widget(self) -> QWidget:
        """Return the widget itself."""
        assert isinstance(self, QWidget)
        return self

    def weigh(self, _count: int) -> None:
        """Take note of how many records are changed together."""

    def refuse(self, sentence: str) -> None:
        """Say why what was tried cannot be, or with "" that all is well."""
        self.refused.emit(sentence)


def several_words() -> str:
    """Return what a control says whose records differ."""
    return tr("Several values")


def sentence_of(error: JourneyError) -> str:
    """Return what is wrong and what would help, without the place: the sentence stands beside its field."""
    return f"{error.what} {error.do}".strip()


def mark_wrong(widget: QWidget, is_wrong: bool) -> None:
    """Draw a red ring around the widget, or take it away."""
    if bool(widget.property("wrong")) != is_wrong:
        widget.setProperty("wrong", is_wrong)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
