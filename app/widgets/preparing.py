"""Pictures of large journeys are made by the worker, so that the window goes on while another view is drawn."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n import tr
from app.model.journey import Journey
from app.model.records import Touchpoint
from app.model.view import View
from app.widgets.document import Document, ThemeName
from app.widgets.jobs import Job, Jobs
from app.widgets.picture import Made, Picture, make

LARGE = 400  # touchpoints whose picture takes more than about half a second


class Preparing:
    """Makes the picture of a view before the document is looked at in it; the latest wish counts."""

    def __init__(
        self, document: Document, picture: Picture, jobs: Jobs, follow: Callable[[Job], None],
        refuse: Callable[[Exception], None],
    ) -> None:  # fmt: skip
        self._document = document
        self._picture = picture
        self._jobs = jobs
        self._follow = follow
        self._refuse = refuse
        self._job: Job | None = None

    def __call__(self, view: View, theme: ThemeName) -> bool:
        """Begin to make the picture where it takes long; tell whether it does."""
        if len(self._document.journey.all(Touchpoint)) < LARGE:
            return False
        if self._job is not None:
            self._job.cancel()
        # What a person changes meanwhile is worked into the picture when it comes: the worker has a journey of its own.
        records, edits, former = self._document.journey.snapshot(), self._picture.edits, self._picture.made
        job = self._jobs.start(
            tr("Drawing the map…"),
            lambda report: make(Journey.of(records), view, theme, former, report),
            lambda made: self._take(made, edits),
            self._fail,
        )
        self._job = job
        job.over.connect(self._end)
        self._follow(job)
        return True

    def _take(self, made: Made, edits: int) -> None:
        self._picture.adopt(made, edits)
        self._document.view_state.become(made.view, made.theme)

    def _fail(self, error: Exception) -> None:
        self._document.view_state.stay()
        self._refuse(error)

    def _end(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._document.view_state.stay()  # cancelled, or there already
