"""Commands that say how the selected touchpoints are: feeling, channel, who takes part and how, in which phase."""

from __future__ import annotations

from msgspec.structs import replace

from app.i18n import tr
from app.model.change import Change
from app.model.edits import participations
from app.model.edits.joint import share_all, unshare_all
from app.model.edits.records import set_fields
from app.model.edits.touchpoints import move_into_phase
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.names import called
from app.model.records import Channel, Touchpoint
from app.widgets.shaping.doing import do_once, inspect, parts, selected
from app.widgets.window import JourneyWindow


class Describing:
    """Describes the selected touchpoints of one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self._window = window

    def rename(self) -> None:
        """Let the words of what is selected be typed where they stand."""
        document, canvas = self._window.document, self._window.canvas
        if document is None or canvas is None or len(document.selection) != 1:
            return
        spot = canvas.keyboard_spot()
        record = next(iter(document.selection))
        role = spot.role if spot is not None and spot.touchpoint == record else ""
        canvas.type_in(record, role=role)

    def inspect(self) -> None:
        """Look closely at what is selected."""
        if self._window.document is not None and self._window.document.selection:
            inspect(self._window)

    def set_feeling(self, feeling: int | None) -> None:
        """Set how it feels to those that are meant."""
        meant = parts(self._window)
        do_once(self._window, lambda journey: participations.set_feeling(journey, meant, feeling))

    def set_involvement(self, word: str) -> None:
        """Set how those that are meant take part."""
        meant = parts(self._window)
        do_once(self._window, lambda journey: participations.set_involvement(journey, meant, word))

    def set_channel(self, channel: str) -> None:
        """Set the channel, to none where that is ""."""
        ids = self._ids()

        def plan(journey: Journey) -> Change:
            name = called(journey.the(Channel, channel)) if channel else ""
            title = called(journey.the(Touchpoint, ids[0])) if len(ids) == 1 else ""
            label = tr("Set channel: {name}", name=name) if name else tr("Remove channel")
            if title:
                label = (
                    tr("Set channel of {title}: {name}", title=title, name=name)
                    if name
                    else tr("Remove channel of {title}", title=title)
                )
            return replace(set_fields(journey, ids, channel=channel), label=label)

        do_once(self._window, plan)

    def switch_participant(self, role: str) -> None:
        """Let a role take part in the selected touchpoints; where it takes part in all of them, let it leave them."""
        ids = self._ids()
        touchpoints = selected(self._window, Touchpoint)
        leaves = all(touchpoint.participation(role) is not None for touchpoint in touchpoints)

        def plan(journey: Journey) -> Change:
            alone = next((each for each in touchpoints if each.roles == (role,)), None)
            if alone is not None and leaves:
                raise JourneyError(
                    tr("Nobody else takes part in {touchpoint}.", touchpoint=called(alone)),
                    do=tr("Let another role take part first, or delete the touchpoint."),
                )
            return (unshare_all if leaves else share_all)(journey, ids, role)

        do_once(self._window, plan)

    def move_into(self, phase: str) -> None:
        """Move the selected touchpoints into a phase."""
        ids = self._ids()
        do_once(self._window, lambda journey: move_into_phase(journey, ids, phase))

    def _ids(self) -> list[str]:
        return [touchpoint.id for touchpoint in selected(self._window, Touchpoint)]
