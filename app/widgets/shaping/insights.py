"""Commands on insights: pinned to what is selected, made another kind; moments of truth."""

from __future__ import annotations

from msgspec.structs import replace

from app.model.edits import insights
from app.model.edits.touchpoints import toggle_moment_of_truth
from app.model.journey import Journey
from app.model.records import Insight, Role, Touchpoint
from app.tools.tool import Outcome, Typing
from app.widgets.shaping.doing import carry_out, do_once, selected
from app.widgets.window import JourneyWindow


class Pinning:
    """Pins insights in one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    def pin(self, kind: str) -> None:
        """Pin a new insight to the selected touchpoints and roles, which stay selected; its text is typed at once."""
        records = [*selected(self._window, Touchpoint), *selected(self._window, Role)]

        def plan(journey: Journey) -> Outcome:
            change = insights.pin_insight_on(journey, kind, [(record.id, "") for record in records])
            new = change.put[0].id
            return Outcome(
                change=replace(change, merge_key=f"insight {new}"), typing=Typing(new, "text", is_new=True)
            )

        carry_out(self._window, plan)

    def set_kind(self, kind: str) -> None:
        """Make the selected insights another kind."""
        ids = [insight.id for insight in selected(self._window, Insight)]
        do_once(self._window, lambda journey: insights.set_kind(journey, ids, kind))

    def switch_moment_of_truth(self) -> None:
        """Mark the selected touchpoints as moments of truth, or no longer."""
        ids = [touchpoint.id for touchpoint in selected(self._window, Touchpoint)]
        do_once(self._window, lambda journey: toggle_moment_of_truth(journey, ids))
