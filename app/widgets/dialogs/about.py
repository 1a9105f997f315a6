"""Help > About."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app import __version__
from app.drawing.tokens import Theme
from app.i18n import tr
from app.widgets.dialogs.frame import Dialog, label
from app.widgets.icons import pixmap


class AboutDialog(Dialog):
    """What this program is, its version, and what it stands on."""

    def __init__(self, _theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("About Journeylines"), parent)
        row = QHBoxLayout()
        row.setSpacing(16)
        sign = QLabel()
        sign.setPixmap(pixmap("journeylines", "", 72, self.devicePixelRatioF()))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget()
        column = type(self.column)(words)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(label("Journeylines", 22, 700))
        column.addWidget(label(tr("Version {version}", version=__version__), 14, 400, "muted"))
        row.addWidget(words, 1)
        self.column.addLayout(row)
        self.column.addWidget(label(tr(
            "Maps how several roles live through one journey: each role one coloured line, all on one shared timeline."
        )))  # fmt: skip
        versions = f"Python {platform.python_version()} · Qt {qVersion()}"
        details = label(
            tr("Typeface: Inter, under the SIL Open Font License. Made with {versions}.", versions=versions),
            12, 400, "muted",
        )  # fmt: skip
        details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(details)
        button, _ = self.add_foot(tr("Close"), can_cancel=False)
        button.clicked.connect(self.accept)
        self.setFixedWidth(440)
