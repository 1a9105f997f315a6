"""The tool in the hand: it is given pointers and keys, and what it says is carried out on the document."""

from __future__ import annotations

from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from app.layout.places import Spot
from app.model.errors import JourneyError
from app.seeing.camera import Camera
from app.tools.ghost import Ghost
from app.tools.ground import Ground
from app.tools.hand import Hand
from app.tools.handle import offered_at
from app.tools.pointer import Modifiers, Pointer
from app.tools.tool import Cursor, Outcome, Tool
from app.widgets.document import Document
from app.widgets.map.eye import Eye
from app.widgets.map.stage import Stage

_CURSORS: dict[Cursor, Qt.CursorShape] = {
    "arrow": Qt.CursorShape.ArrowCursor,
    "hand": Qt.CursorShape.PointingHandCursor,
    "grab": Qt.CursorShape.ClosedHandCursor,
    "across": Qt.CursorShape.SizeHorCursor,
    "cross": Qt.CursorShape.CrossCursor,
    "text": Qt.CursorShape.IBeamCursor,
    "copy": Qt.CursorShape.DragCopyCursor,
    "not_here": Qt.CursorShape.ForbiddenCursor,
}


class Standing(Protocol):
    """Where the keyboard is."""

    def stand(self, touchpoint: str, role: str) -> None: ...


class Workplace(Protocol):
    """What tooling needs of the map it works on."""

    eye: Eye
    activated: SignalInstance
    refused: SignalInstance

    @property
    def selecting(self) -> Standing: ...
    @property
    def stage(self) -> Stage: ...
    @property
    def camera(self) -> Camera: ...
    def viewport(self) -> QWidget: ...
    def reveal(self, record: str) -> None: ...
    def type_in(self, record: str, field: str = "", role: str = "", *, is_new: bool = False) -> None: ...


class Tooling:
    """Holds the tool and its ghost. A drag commits one change, at its end."""

    def __init__(self, canvas: Workplace, document: Document) -> None:
        self._canvas = canvas
        self._document = document
        self.tool: Tool = Hand()
        self.ghost: Ghost | None = None
        self.offered: Spot | None = None  # the marker whose handle is shown because the pointer is there
        self._last: Pointer | None = None
        self._cursor: Cursor = ""
        document.changed.connect(self._on_change)

    @property
    def is_held(self) -> bool:
        """Tell whether a button is held for the tool: nothing else is to happen until it is let go."""
        return self.tool.is_busy and self._last is not None and self._last.is_down

    def ground(self) -> Ground:
        """Return what a tool sees now."""
        stage = self._canvas.stage
        return Ground(
            self._document.journey, stage.layout.view, stage.layout, stage.places, self._document.selection,
            self._canvas.eye.seen(), stage.hit, stage.pins.lift(self._canvas.camera.zoom),
        )  # fmt: skip

    def press(self, pointer: Pointer) -> None:
        """A button went down."""
        self._last = pointer
        self._at_pointer(self.tool.press(self.ground(), pointer), pointer)

    def move(self, pointer: Pointer) -> None:
        """The pointer moved."""
        self._last = pointer
        ground = self.ground()
        self._offer(None if self.tool.is_busy else offered_at(ground, pointer))
        self.carry_out(self.tool.move(ground, pointer))

    def leave(self) -> None:
        """The pointer is not over the map any more."""
        self._offer(None)

    def again(self, x: float, y: float) -> None:
        """The map moved under the pointer: it is at another point of it now."""
        if self._last is not None and self.is_held:
            self.move(replace(self._last, x=x, y=y, zoom=self._canvas.camera.zoom, button=""))

    def release(self, pointer: Pointer) -> None:
        """The button went up."""
        self._last = pointer
        self._at_pointer(self.tool.release(self.ground(), pointer), pointer)

    def key(self, key: str, modifiers: Modifiers) -> bool:
        """A key went down; tell whether it was for the tool."""
        if not self.tool.is_busy:
            return False
        outcome = self.tool.key(self.ground(), key, modifiers)
        if outcome is None:
            self.modify(modifiers)
            return True  # whatever else it may mean, not in the middle of a drag
        self.carry_out(outcome)
        return True

    def modify(self, modifiers: Modifiers) -> None:
        """Shift, Ctrl or Alt went down or up in the middle of a drag."""
        if self.tool.is_busy and self._last is not None and modifiers != self._last.modifiers:
            self.move(replace(self._last, modifiers=modifiers, button=""))

    def cancel(self) -> None:
        """Let go of everything."""
        if self.tool.is_busy:
            self.carry_out(self.tool.cancel(self.ground()))

    def take(self, tool: Tool) -> None:
        """Take another tool into the hand."""
        self.cancel()
        self.tool = tool

    def carry_out(self, outcome: Outcome) -> None:
        """Do what a tool wants."""
        self._show(outcome)
        if outcome.tool is not None:
            self.tool = outcome.tool
        if outcome.refusal is not None:
            self._canvas.refused.emit(outcome.refusal)
        if outcome.change is not None and not self._do(outcome):
            return
        if outcome.at is not None:
            self._canvas.selecting.stand(*outcome.at)
        if outcome.selection is not None:
            self._document.select(outcome.selection)
        if outcome.typing is not None:
            typing = outcome.typing
            self._canvas.type_in(typing.record, typing.field, typing.role, is_new=typing.is_new)
        if outcome.shown:
            self._canvas.reveal(outcome.shown)
        if outcome.opened:
            self._canvas.activated.emit(outcome.opened)

    def _at_pointer(self, outcome: Outcome, pointer: Pointer) -> None:
        """Carry out what happened at the pointer; the map stays as it is there, however much it grows elsewhere."""
        eye = self._canvas.eye
        if outcome.change is not None:
            at = outcome.held or pointer
            eye.hold(*self._canvas.camera.to_view(at.x, at.y))
        self.carry_out(outcome)
        if outcome.change is not None:
            _laid_out = self._canvas.stage
            eye.let_go()

    def _offer(self, spot: Spot | None) -> None:
        if spot != self.offered:
            self.offered = spot
            self._canvas.viewport().update()

    def _do(self, outcome: Outcome) -> bool:
        assert outcome.change is not None
        self._document.history.end_merging()
        try:
            self._document.do(outcome.change)
        except JourneyError as refusal:
            self._canvas.refused.emit(refusal)
            return False
        return True

    def _show(self, outcome: Outcome) -> None:
        viewport = self._canvas.viewport()
        if outcome.ghost is not self.ghost:
            self.ghost = outcome.ghost
            viewport.update()
        if outcome.cursor != self._cursor:
            self._cursor = outcome.cursor
            if outcome.cursor:
                viewport.setCursor(_CURSORS[outcome.cursor])
            else:
                viewport.unsetCursor()

    def _on_change(self) -> None:
        """What is being dragged may be gone."""
        self.cancel()
