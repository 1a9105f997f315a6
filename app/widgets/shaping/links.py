"""Commands on links: made, walked to, turned round, made another kind."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor

from app.i18n import tr
from app.model.change import Change
from app.model.edits import links
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.records import Link, Touchpoint
from app.model.vocabulary import link_kinds
from app.seeing.walk import walked
from app.tools.link import new_link
from app.tools.link_walk import LinkWalk
from app.tools.tool import Outcome
from app.widgets.letter_menu import LetterMenu
from app.widgets.shaping.doing import carry_out, do_once, selected
from app.widgets.window import JourneyWindow


class Linking:
    """Links touchpoints of one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    def link_selected(self) -> None:
        """Link the selected touchpoints as they follow in time; from a single one, walk to the other."""
        ids = [touchpoint.id for touchpoint in selected(self._window, Touchpoint)]
        if len(ids) == 1:
            self.link_to()
            return
        carry_out(self._window, lambda journey: _linked(links.link_in_order(journey, ids)))

    def link_to(self) -> None:
        """Let arrow keys choose the touchpoint that the selected one is linked to."""
        canvas, chosen = self._window.canvas, selected(self._window, Touchpoint)
        if canvas is None or len(chosen) != 1:
            self._window.messages.tell(
                JourneyError(tr("A link begins at one touchpoint."), do=tr("Select it first."))
            )
            return
        tooling = canvas.tooling
        here = canvas.keyboard_spot()
        role = here.role if here is not None and here.touchpoint == chosen[0].id else ""
        spot = tooling.ground().spot(chosen[0].id, role)
        if spot is None:
            self._window.messages.tell(JourneyError(tr("It is not on the map: its roles are hidden.")))
            return
        walk = LinkWalk(spot, walked)
        canvas.use(walk)
        canvas.setFocus()
        canvas.carry_out(walk.begin(tooling.ground()))

    def set_kind(self, kind: str) -> None:
        """Make the selected links another kind."""
        ids = [link.id for link in selected(self._window, Link)]
        do_once(self._window, lambda journey: links.set_kind(journey, ids, kind))

    def reverse(self) -> None:
        """Let the selected links run the other way."""
        ids = [link.id for link in selected(self._window, Link)]
        do_once(self._window, lambda journey: links.reverse_all(journey, ids))

    def choose_kind(self, link_id: str) -> None:
        """Ask for the kind of a new link: a letter or Enter chooses, Esc leaves it as it is."""
        canvas = self._window.canvas
        if canvas is None:
            return
        menu = LetterMenu(canvas)
        menu.setAccessibleName(tr("Kind of link"))
        menu.aboutToHide.connect(menu.deleteLater)
        for kind, name in link_kinds().items():
            chosen = menu.addAction(name)
            chosen.triggered.connect(lambda _=False, kind=kind: self._choose(link_id, kind))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(_place(self._window, link_id))

    def _choose(self, link_id: str, kind: str) -> None:
        document = self._window.document
        label = document.history.undo_label if document is not None else ""

        def plan(journey: Journey) -> Change:
            return replace(links.set_link(journey, link_id, kind=kind), label=label)

        self._window.do(plan)
        if document is not None:
            document.history.end_merging()


def _linked(change: Change) -> Outcome:
    """Select new links; of a single one the kind is asked."""
    if len(change.put) == 1:
        return new_link(change)
    return Outcome(change=change, selection=frozenset(record.id for record in change.put))


def _place(window: JourneyWindow, link_id: str) -> QPoint:
    """Return where on the screen a link is: its label, else the middle of its arrow."""
    canvas = window.canvas
    assert canvas is not None
    box = next(iter(canvas.stage.places.outlines(link_id)), None) or canvas.stage.places.box(link_id)
    if box is None:
        return QCursor.pos()
    x, y = canvas.camera.to_view(box.x + box.width / 2, box.y + box.height / 2)
    width, height = canvas.size_px()
    if not (0 <= x <= width and 0 <= y <= height):
        return QCursor.pos()
    return canvas.viewport().mapToGlobal(QPoint(round(x) + 10, round(y) + 12))
