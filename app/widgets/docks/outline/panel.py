"""The outline: everything the journey is made of, to be gone to, named, ordered, hidden, added and removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from app.analysis.searching import lit_by
from app.drawing.tokens import Theme
from app.i18n import tr
from app.model.journey import Journey
from app.model.phase_contents import touchpoints_in
from app.model.records import Phase, Role, Touchpoint
from app.model.view import View
from app.widgets.close_button import CloseButton
from app.widgets.docks.outline.acts import Acts, Do, Say
from app.widgets.docks.outline.entries import Entry
from app.widgets.docks.outline.gaps import Gap, next_gap
from app.widgets.docks.outline.model import OutlineModel
from app.widgets.docks.outline.offers import Offer, fill_with_kinds, menu_of
from app.widgets.docks.outline.painting import OutlinePainting, Zone
from app.widgets.docks.outline.view import OutlineView
from app.widgets.document import Document
from app.widgets.fields.clearing import offer_to_clear
from app.widgets.fields.folds import Folds
from app.widgets.fields.line import Line
from app.widgets.fonts import write_in
from app.widgets.icons import icon
from app.widgets.letter_menu import LetterMenu

OVERVIEW_PX = 118
Fill = Callable[[str, QMenu], None]


class Outline(QWidget):
    """Lists what the journey is made of. Selecting selects in the document and asks to go there.

    `closed` asks to hide it.
    """

    gone_to = Signal(str)
    closed = Signal()

    def __init__(
        self, document: Document, theme: Theme, overview: QWidget, do: Do, say: Say, fill: Fill, folds: Folds
    ) -> None:
        super().__init__()
        self._document = document
        self._theme = theme
        self._missed: set[str] = set()  # what changed while nobody looked
        self._shown_view: View | None = None
        self._shown: tuple[object, object, frozenset[str]] = (None, None, frozenset())
        self._fill = fill
        self._folds = folds
        self.acts = Acts(document, do, say)
        self._model = OutlineModel(document.journey, self.acts.rename, folds)
        self._model.plan = self.acts.planned
        self._model.is_shown = self._is_shown
        self.view = OutlineView(
            self._model, lambda view: OutlinePainting(self._model, document, theme, view), self
        )
        self.search = _Search(self.view.setFocus)
        self._compose(overview)
        self.wear(theme)
        self._show_selection()
        self.search.textChanged.connect(self._search)
        self.view.chosen.connect(self._choose)
        document.changed.connect(self._on_change)
        document.selection_changed.connect(self._show_selection)
        document.view_state.changed.connect(self._on_view)

    def wear(self, theme: Theme) -> None:
        """Draw the signs in this theme."""
        self._theme = theme
        self.view.wear(theme)
        self.close_button.wear(theme)
        self.search.wear(theme)

    @property
    def theme(self) -> Theme:
        """The theme in which signs are drawn."""
        return self._theme

    @property
    def rows(self) -> list[Entry]:
        """The lines that are listed now."""
        return self._model.rows

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._missed:
            self._on_change(frozenset(self._missed))
        self._on_view()
        self._show_selection()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._folds.keep_now()

    # What the list and its menus ask for

    def press(self, zone: Zone, entry: Entry) -> None:
        """Do what a button of a line means."""
        state = self._document.view_state
        if zone == "eye":
            self.acts.show_roles((entry.record,), not self._is_shown(entry.record))
        elif zone == "solo":
            state.solo(entry.record)
        elif zone == "add":
            self.add(entry)
        elif zone == "apply":
            self._document.apply_view(entry.record)
        elif zone == "fold":
            self.fold(entry)

    def activate(self, entry: Entry) -> None:
        """Go to a record, apply a view, fold or unfold a heading."""
        if entry.kind != "record":
            self.fold(entry)
        elif entry.section == "views":
            self._document.apply_view(entry.record)
        else:
            self.gone_to.emit(entry.record)

    def toggle(self, entries: list[Entry]) -> None:
        """Show or hide roles, fold or unfold a heading, apply a view."""
        roles = [entry.record for entry in entries if entry.kind == "record" and entry.section == "roles"]
        if roles:
            self.acts.show_roles(roles, not self._is_shown(roles[0]))
        elif entries[0].kind != "record" or entries[0].section == "views":
            self.activate(entries[0])

    def fold(self, entry: Entry) -> None:
        """Fold what is unfolded, unfold what is folded."""
        listing = self._model.listing
        if entry.can_fold and not listing.is_searching:
            listing.fold(entry.key, not listing.is_folded(entry.key))
            self._relist()

    def put(self, entries: list[Entry], gap: Gap) -> None:
        """Put lines elsewhere; they stay selected and the keyboard stays on them."""
        current = self.view.current_entry()
        self.acts.move(entries, gap)
        if current is not None:
            self._show_selection()
            self.view.keep_current(current.key)

    def step(self, entries: list[Entry], step: int) -> None:
        """Move lines up or down by one."""
        gap = next_gap(self._model.rows, entries, step)
        if gap is not None:
            self.put(entries, gap)

    def remove(self, entries: list[Entry]) -> None:
        """Remove records; the keyboard stays where it is."""
        records = [entry.record for entry in entries if entry.kind == "record"]
        if records:
            row = self.view.currentIndex().row()
            self.acts.remove(records)
            self.view.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1)))

    def add(self, entry: Entry) -> None:
        """Add one more of the line's kind and let its name be typed; of insights the heading asks for the kind."""
        if entry.section == "insights" and entry.kind == "section":
            self._offer_kinds(entry)
        else:
            self.add_kind(entry, entry.sign[1] if entry.kind == "group" else "")

    def add_kind(self, entry: Entry, kind: str) -> None:
        """Add an insight of this kind, or one more of the line's section, and let its words be typed."""
        self.search.clear()
        added = self.acts.add(entry.section, entry.record, kind)
        if added and self._model.listing.unfold_to(added):
            self._relist()
            self.view.setFocus()
            self.view.go_to(added, is_edited=True)

    def _offer_kinds(self, entry: Entry) -> None:
        """Ask below a heading which kind of insight is to be added."""
        menu = LetterMenu(self)
        fill_with_kinds(menu, lambda kind: self.add_kind(entry, kind), self._theme)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.below(entry.key))

    def save_view(self) -> None:
        """Save how the journey is looked at now, and let a name be typed."""
        self.add(Entry("section views", "section", "views", ""))

    def rename(self, entry: Entry) -> None:
        """Let the name of a line be typed."""
        self.view.go_to(entry.key, is_edited=True)

    def solo(self, entry: Entry) -> None:
        """Show this role alone, or all again."""
        self._document.view_state.solo(entry.record)

    def update_view(self, entry: Entry) -> None:
        """Let a saved view be how the journey is looked at now."""
        self.acts.update_view(entry.record)

    def select_touchpoints(self, entries: list[Entry]) -> None:
        """Select the touchpoints of roles, phases or people."""
        found: set[str] = set()
        for entry in entries:
            found.update(_touchpoints(self._document.journey, entry))
        self._document.select(found)

    def fill(self, part: str, menu: QMenu) -> None:
        """Fill a submenu with what can be chosen for the selected records."""
        self._fill(part, menu)

    def offer(self, entry: Entry, at: QPoint) -> None:
        """Open the menu of a line."""
        chosen = self.view.chosen_entries() or [entry]
        listing, solo = self._model.listing, self._document.view_state.view.solo_role
        made = Offer(
            entry, chosen, self._is_shown(entry.record), solo == entry.record, not listing.is_searching
        )
        menu = menu_of(made, self, self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _compose(self, overview: QWidget) -> None:
        overview.setFixedHeight(OVERVIEW_PX)
        self.close_button = CloseButton(tr("Hide the outline"), self._theme)
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(10, 12, 6, 2)
        head.setSpacing(4)
        head.addWidget(self.search)
        head.addWidget(self.close_button)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 10, 14, 14)
        foot.setSpacing(8)
        title = QLabel(tr("Overview"))
        title.setContentsMargins(4, 0, 0, 0)
        write_in(title, 14, 700)
        foot.addWidget(title)
        foot.addWidget(overview)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(rule)
        column.addLayout(foot)
        self.setTabOrder(self.search, self.view)
        self.setFocusProxy(self.view)

    def _search(self, text: str) -> None:
        self._model.listing.search(text)
        self._relist()

    def _relist(self) -> None:
        """List anew; what is selected and where the keyboard is stay."""
        current = self.view.current_entry()
        with self.view.quietly():
            self._model.refresh()
        if current is not None:
            self.view.keep_current(current.key)
        self._show_selection()
        self.view.viewport().update()

    def _choose(self) -> None:
        chosen = self.view.chosen_entries()
        if len(chosen) == 1 and chosen[0].section != "views":
            self.gone_to.emit(chosen[0].record)
        else:
            self._document.select(entry.record for entry in chosen)

    def _is_shown(self, role: str) -> bool:
        """Tell whether a role's lane is to be seen; each line asks whenever it is painted."""
        view, roles = self._document.view_state.view, self._document.journey.all(Role)
        if self._shown[0] is not view or self._shown[1] is not roles:
            self._shown = (view, roles, frozenset(role.id for role in self._document.shown_roles()))
        return role in self._shown[2]

    def _on_change(self, ids: frozenset[str]) -> None:
        if not self.isVisible():
            self._missed |= ids
            return
        self._missed.clear()
        if self._model.listing.update(ids):
            self._relist()

    def _show_selection(self) -> None:
        if self.isVisible():
            self.view.choose(self._document.selection)

    def _on_view(self) -> None:
        view = self._document.view_state.view
        if self.isVisible() and view is not self._shown_view:
            self._shown_view = view
            self.view.viewport().update()


class _Search(Line):
    """The box that filters the lines; Down and Enter go into them, Esc empties it."""

    def __init__(self, go_on: Callable[[], None]) -> None:
        super().__init__()
        self._go_on = go_on
        self.setPlaceholderText(tr("Search"))
        self.setAccessibleName(tr("Search the outline"))
        offer_to_clear(self)
        write_in(self, 14, 400)
        self._sign = self.addAction(
            icon("find", "#888888", size=16), QLineEdit.ActionPosition.LeadingPosition
        )

    def wear(self, theme: Theme) -> None:
        self._sign.setIcon(icon("find", theme.muted, size=16))

    def sizeHint(self) -> QSize:
        return QSize(120, 32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _touchpoints(journey: Journey, entry: Entry) -> set[str]:
    record = journey.get(entry.record)
    if entry.section == "roles":
        return {touchpoint.id for touchpoint in journey.touchpoints_of(entry.record)}
    if isinstance(record, Phase):
        return {touchpoint.id for touchpoint in touchpoints_in(journey, record)}
    return {found for found in lit_by(journey, [entry.record]) if isinstance(journey.get(found), Touchpoint)}
