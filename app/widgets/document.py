"""The open document: its journey, what is selected, how it is looked at; what all panels of a window share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QObject, Signal

from app.files.stamp import Stamp
from app.model.change import Applied, Change
from app.model.history import History
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Role, SavedView
from app.model.view import Detail, Filter, Spacing, View
from app.widgets.drafts import Drafts

ThemeName = Literal["light", "dark"]


class Witness(Protocol):
    """Is told of each step as it was applied; `is_joined`: it is one undo step with the step before."""

    def __call__(self, op: Literal["do", "undo", "redo"], applied: Applied, is_joined: bool) -> None: ...


class ViewState(QObject):
    """How a window looks at its journey: the view, the theme, and the part of the timeline in sight.

    One signal for all of it, so who draws compares what it pulls with what it has. The map is the master of the
    visible part and reports it by `show`; nobody else calls that.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = View()
        self.theme: ThemeName = "light"
        self.prepare: Callable[[View, ThemeName], bool] | None = (
            None  # True: it takes time and calls `become`
        )
        self._wanted: tuple[View, ThemeName] = (self.view, self.theme)
        self.zoom = 1.0  # px a map unit
        self.first = 0.0  # the times at the left and right edge of the map
        self.last = 0.0

    def look(self, view: View) -> None:
        """Look at the journey in this way."""
        self._want(view, self._wanted[1])

    def use_theme(self, theme: ThemeName) -> None:
        """Draw in this theme."""
        self._want(self._wanted[0], theme)

    def become(self, view: View, theme: ThemeName) -> None:
        """Look at the journey in this way from now on."""
        self._wanted = (view, theme)
        if (view, theme) != (self.view, self.theme):
            self.view, self.theme = view, theme
            self.changed.emit()

    def stay(self) -> None:
        """Want no other view than there is: what was being prepared is not wanted any more."""
        self._wanted = (self.view, self.theme)

    def show(self, zoom: float, first: float, last: float) -> None:
        """Take note of what the map shows now."""
        if (zoom, first, last) != (self.zoom, self.first, self.last):
            self.zoom, self.first, self.last = zoom, first, last
            self.changed.emit()

    def set_spacing(self, spacing: Spacing) -> None:
        """Space the timeline evenly or in proportion to time."""
        self.look(replaced(self._wanted[0], spacing=spacing))

    def set_detail(self, detail: Detail) -> None:
        """Say more or less on the map."""
        self.look(replaced(self._wanted[0], detail=detail))

    def show_channel_row(self, is_shown: bool) -> None:
        """Show or leave out the channels' row; what the detail has anyway stays with the detail."""
        view = replaced(self._wanted[0], channel_row="auto")
        if view.has_channel_row != is_shown:
            view = replaced(view, channel_row="on" if is_shown else "off")
        self.look(view)

    def show_role(self, role: str, is_shown: bool) -> None:
        """Show or hide a role's lane; a solo ends."""
        view = self._wanted[0]
        hidden = [other for other in view.hidden_roles if other != role]
        if not is_shown:
            hidden.append(role)
        self.look(replaced(view, hidden_roles=tuple(hidden), solo_role=""))

    def show_all_roles(self) -> None:
        """Show every role's lane."""
        self.look(replaced(self._wanted[0], hidden_roles=(), solo_role=""))

    def solo(self, role: str) -> None:
        """Show this role alone; "" or the same role again ends it."""
        view = self._wanted[0]
        self.look(replaced(view, solo_role="" if role == view.solo_role else role))

    def set_filter(self, wanted: Filter) -> None:
        """Let stay lit what the filter asks for."""
        self.look(replaced(self._wanted[0], filter=wanted))

    def _want(self, view: View, theme: ThemeName) -> None:
        if (view, theme) == self._wanted:
            return
        self._wanted = (view, theme)
        if (view.unfiltered, theme) == (self.view.unfiltered, self.theme):
            self.become(view, theme)  # the picture is the same
        elif self.prepare is None or not self.prepare(view, theme):
            self.become(view, theme)


class Document(QObject):
    """A journey with its path and selection. What a person does to it goes through here and is told by three signals.

    `changed` names the records that are different now; `state_changed` tells of the path and whether all is saved.
    """

    changed = Signal(frozenset)
    selection_changed = Signal()
    state_changed = Signal()

    def __init__(self, journey: Journey, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.journey = journey
        self.history = History()
        self.path = path
        self.stamp: Stamp | None = None  # of the file as we read or wrote it last
        self.origin: Path | None = (
            None  # the picture, table or lost document that a journey without a file is from
        )
        self.is_recovered = False
        self.witness: Witness | None = None
        self.drafts = Drafts(self)
        self.selection: frozenset[str] = frozenset()
        self.view_state = ViewState(self)

    @property
    def title(self) -> str:
        """The journey's title, or the file's name where it has none."""
        return self.journey.info.title or (self.path.stem if self.path else "")

    @property
    def caption(self) -> str:
        """The title, with the file's name behind it where that is another: several files may have one title."""
        if self.path is None or self.path.stem.casefold() == self.title.casefold():
            return self.title
        return f"{self.title} ({self.path.name})"

    @property
    def is_clean(self) -> bool:
        """Tell whether the file holds the journey as it is now."""
        return self.path is not None and self.history.is_clean

    @property
    def is_modified(self) -> bool:
        """Tell whether something would be lost by closing; a new journey that nobody touched is none."""
        return not self.history.is_clean

    def do(self, change: Change) -> None:
        """Change the journey; raises JourneyError where the change is refused, and nothing has happened."""
        place = self.history.place
        applied = self.history.do(self.journey, change)
        self._witness("do", applied, is_joined=self.history.place == place)
        self._tell(applied.touched)

    def undo(self) -> None:
        """Take the last step back."""
        self.go_to(self.history.place - 1)

    def undoer(self) -> Callable[[], None]:
        """Return what takes back the step just done, as long as it is the last one."""
        place = self.history.place

        def undo() -> None:
            if self.history.place == place:
                self.undo()

        return undo

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.go_to(self.history.place + 1)

    def go_to(self, place: int) -> None:
        """Undo or redo until `place` steps can be undone; what was touched on the way is told once."""
        history, touched = self.history, frozenset[str]()
        try:
            while history.place > place and history.can_undo:
                applied = history.undo(self.journey)
                self._witness("undo", applied)
                touched |= applied.touched
            while history.place < place and history.can_redo:
                applied = history.redo(self.journey)
                self._witness("redo", applied)
                touched |= applied.touched
        finally:
            self._tell(touched)

    def end_merging(self) -> None:
        """Let the next change be a step of its own, as when the focus moves on."""
        self.history.end_merging()

    def saved_as(self, path: Path, stamp: Stamp | None = None) -> None:
        """Take note that the journey stands in this file, as it was when saving began or else as it is now."""
        self.path, self.stamp = path, stamp
        self.is_recovered = False
        if self.history.is_saving:
            self.history.end_saving()
        else:
            self.history.mark_clean()
        self.state_changed.emit()

    def recover(self, history: History, origin: Path | None) -> None:
        """Take note that this is a journey that was lost, with its steps; it has no file until it is saved."""
        history.mark_unsaved()
        self.history, self.origin, self.is_recovered = history, origin, True
        self.state_changed.emit()

    def detach(self) -> None:
        """Go on as a copy that has no file yet."""
        self.origin, self.path, self.stamp = self.path, None, None
        self.mark_unsaved()

    def mark_unsaved(self) -> None:
        """Take note that no file holds the journey any more, whatever is undone; from now on it can be recovered."""
        self.history.mark_unsaved()
        if self.witness is not None:
            self.witness("do", Applied(Change(), frozenset()), False)
        self.state_changed.emit()

    def select(self, ids: Iterable[str]) -> None:
        """Select these records and no others; ids of none are left out."""
        selection = frozenset(record_id for record_id in ids if self.journey.get(record_id) is not None)
        if selection != self.selection:
            self.selection = selection
            self.selection_changed.emit()

    def apply_view(self, view_id: str) -> None:
        """Look at the journey as a saved view says; roles that are no more are left out of it."""
        saved = self.journey.get(view_id)
        if isinstance(saved, SavedView):
            view, is_there = saved.view, self.journey.get
            hidden = tuple(role for role in view.hidden_roles if is_there(role) is not None)
            solo = view.solo_role if is_there(view.solo_role) is not None else ""
            self.view_state.look(replaced(view, hidden_roles=hidden, solo_role=solo))

    @property
    def role_count(self) -> int:
        """The number of the journey's roles."""
        return len(self.journey.all(Role))

    def shown_roles(self) -> tuple[Role, ...]:
        """Return the roles whose lanes the view shows, in their order."""
        view = self.view_state.view
        roles = self.journey.all(Role)
        alone = tuple(role for role in roles if role.id == view.solo_role)
        if alone:  # a role that is gone is no more alone
            return alone
        return tuple(role for role in roles if role.id not in view.hidden_roles)

    def _witness(self, op: Literal["do", "undo", "redo"], applied: Applied, is_joined: bool = False) -> None:
        if self.witness is not None and applied.touched:
            self.witness(op, applied, is_joined)

    def _tell(self, touched: frozenset[str]) -> None:
        if not touched:
            return
        self.select(self.selection)
        self.changed.emit(touched)
        self.state_changed.emit()
        self.drafts.look_again()
