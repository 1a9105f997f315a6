"""What actions do in a window, part by part: the host that an action runs against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from app.model.change import Change
from app.model.journey import Journey
from app.model.records import Phase, Touchpoint
from app.widgets.commands.capturing import Capturing
from app.widgets.commands.editing import Editing
from app.widgets.commands.files import Files
from app.widgets.commands.finding import Finding
from app.widgets.commands.going import Going
from app.widgets.commands.helping import Helping
from app.widgets.commands.looking import Looking
from app.widgets.commands.presenting import Presenting
from app.widgets.commands.transfer import Transfer
from app.widgets.document import Document
from app.widgets.map.canvas import MapCanvas
from app.widgets.shaping import catalogue as shaping
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.widgets.shaping.insights import Pinning
    from app.widgets.shaping.links import Linking
    from app.widgets.shaping.placing import Placing
    from app.widgets.shaping.roles import Laning
    from app.widgets.shaping.timeline import Timing
    from app.widgets.shaping.touchpoints import Describing


MOST_LOOKED_AT = 200  # records at every change of the selection


class Commands:
    """Does what a person asks of one window."""

    def __init__(self, window: JourneyWindow) -> None:
        self.window = window
        self.files = Files(window)
        self.editing = Editing(window)
        self.capturing = Capturing(window)
        self.presenting = Presenting(window)
        self.transfer = Transfer(window)
        self.looking = Looking(window)
        self.going = Going(window)
        self.finding = Finding(window)
        self.helping = Helping(window)
        self._counted: frozenset[str] = frozenset()
        self._counts: Counter[str] = Counter()

    @property
    def document(self) -> Document | None:
        """What is open."""
        return self.window.document

    @property
    def canvas(self) -> MapCanvas | None:
        """The map on which it is shown."""
        return self.window.canvas

    @cached_property
    def linking(self) -> Linking:
        """What links touchpoints."""
        return shaping.linking(self.window)

    @cached_property
    def placing(self) -> Placing:
        """What makes, moves and removes touchpoints."""
        return shaping.placing(self.window)

    @cached_property
    def laning(self) -> Laning:
        """What shapes roles."""
        return shaping.laning(self.window)

    @cached_property
    def timing(self) -> Timing:
        """What shapes phases and time."""
        return shaping.timing(self.window)

    @cached_property
    def pinning(self) -> Pinning:
        """What pins insights."""
        return shaping.pinning(self.window)

    @cached_property
    def describing(self) -> Describing:
        """What says how touchpoints are."""
        return shaping.describing(self.window)

    def selected(self, kind: str) -> int:
        """Return how many records of a kind are selected; counted once for each selection."""
        document = self.document
        if document is None or not document.selection:
            return 0
        if document.selection is not self._counted:
            self._counted = document.selection
            found = (document.journey.get(record_id) for record_id in document.selection)
            self._counts = Counter(record.record_kind for record in found if record is not None)
        return self._counts[kind]

    def has_only_moments(self) -> bool:
        """Tell whether the selected touchpoints, not many of them, are all moments of truth."""
        document = self.document
        if document is None or not 0 < self.selected("touchpoint") <= MOST_LOOKED_AT:
            return False
        found = map(document.journey.get, document.selection)
        return all(record.moment_of_truth for record in found if isinstance(record, Touchpoint))

    def has_phases(self, least: int) -> bool:
        """Tell whether the journey has so many phases."""
        return self.document is not None and len(self.document.journey.all(Phase)) >= least

    def do(self, plan: Callable[[Journey], Change]) -> bool:
        """Do what an edit plans; a refusal is said in the window. Tell whether it was done."""
        return self.window.do(plan)
