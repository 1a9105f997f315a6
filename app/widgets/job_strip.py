"""Progress with Cancel, shown when a job takes longer than half a second."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.i18n import tr
from app.widgets.fonts import write_in
from app.widgets.jobs import Job

PATIENCE_MS = 500


class JobStrip(QFrame):
    """Says what is being done, how far it is, and lets the person stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._job: Job | None = None
        self._open: set[Job] = set()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        self._title = QLabel()
        write_in(self._title, 14, 500)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(140)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(14)
        row.addWidget(self._title)
        row.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.cancel_button)
        self.hide()

    def follow(self, job: Job) -> None:
        """Show this job from half a second on until it is over."""
        self._job = job
        self._title.setText(job.title)
        self._bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        job.progressed.connect(self._show_part)
        job.over.connect(self._leave)
        self._open.add(job)
        self._patience.start()

    def _appear(self) -> None:
        if self._job is not None and not self._job.is_over:
            self.show()

    def _show_part(self, part: float) -> None:
        if part > 0:
            self._bar.setRange(0, 100)
            self._bar.setValue(round(part * 100))

    def _cancel(self) -> None:
        if self._job is not None:
            self.cancel_button.setEnabled(False)
            self._job.cancel()

    def abandon(self) -> None:
        """Cancel all jobs that were followed: nobody waits for them any more."""
        for job in self._open:
            job.cancel()

    def _leave(self, job: Job) -> None:
        self._open.discard(job)
        if job is not self._job:
            return
        self._patience.stop()
        self._job = None
        self.hide()
