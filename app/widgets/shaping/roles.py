"""Commands on roles: added, moved, coloured, given to an organisation, hidden."""

from __future__ import annotations

from typing import Literal

from app.i18n import tr
from app.model.edits import roles, sets
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.library import RoleSet
from app.model.record import replaced
from app.model.records import Role
from app.tools import role_plans
from app.tools.tool import Outcome
from app.widgets.shaping.doing import carry_out, do_once, here, selected
from app.widgets.window import JourneyWindow


class Laning:
    """Shapes the roles of one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    def add(self, *, is_last: bool = False) -> None:
        """Add a role below the selected one, or below all; its name is typed at once."""
        chosen = [] if is_last else selected(self._window, Role)
        after = chosen[-1].id if chosen else None

        if self._window.document is not None and self._window.document.view_state.view.solo_role:
            self._window.document.view_state.show_all_roles()
        carry_out(self._window, lambda journey: role_plans.new_role(journey, after))

    def add_set(self, role_set: RoleSet) -> None:
        """Add the usual roles of a kind of journey that are not there yet."""

        def plan(journey: Journey) -> Outcome:
            change = sets.add_role_set(journey, role_set)
            new = [record.id for record in change.put if isinstance(record, Role) and record.id not in known]
            return Outcome(change=change, selection=frozenset(new), shown=new[0])

        document = self._window.document
        known = {role.id for role in document.journey.all(Role)} if document is not None else set[str]()
        if document is not None and document.view_state.view.solo_role:
            document.view_state.show_all_roles()
        carry_out(self._window, plan)

    def move(self, step: Literal[-1, 1]) -> None:
        """Move the selected roles up or down past the next shown lane."""
        ids = self._meant()
        document = self._window.document
        if document is None or not ids:
            return
        shown = [role.id for role in document.shown_roles()]
        do_once(self._window, lambda journey: role_plans.step_past(journey, shown, ids, step))

    def recolour(self, colour: str) -> None:
        """Give the selected roles a colour."""
        ids = self._meant()
        do_once(self._window, lambda journey: roles.recolour_roles(journey, ids, colour))

    def join(self, party: str) -> None:
        """Let the selected roles belong to an organisation, to none where that is ""."""
        ids = self._meant()
        do_once(self._window, lambda journey: roles.set_party(journey, ids, party))

    def switch_buying_role(self, word: str) -> None:
        """Let the selected roles have a buying role, or no longer."""
        ids = self._meant()
        do_once(self._window, lambda journey: roles.switch_buying_role(journey, ids, word))

    def hide(self) -> None:
        """Hide the lanes of the selected roles."""
        document, ids = self._window.document, self._meant()
        if document is None or not ids:
            return
        view = document.view_state.view
        left = [role for role in document.shown_roles() if role.id not in ids]
        if not left:
            self._window.messages.tell(JourneyError(tr("One role at least stays in sight.")))
            return
        hidden = tuple(dict.fromkeys((*view.hidden_roles, *ids)))
        document.view_state.look(replaced(view, hidden_roles=hidden, solo_role=""))

    def solo(self) -> None:
        """Show the selected role alone, or all again."""
        document, ids = self._window.document, self._meant()
        if document is not None and ids:
            document.view_state.solo(ids[0])

    def _meant(self) -> list[str]:
        """Return the selected roles, else the role of the lane that is meant by "here"."""
        chosen = [role.id for role in selected(self._window, Role)]
        role = here(self._window)[1]
        return chosen or ([role] if role else [])
