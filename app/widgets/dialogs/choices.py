"""The left side of the export dialog: everything one may ask of a picture."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.i18n import tr
from app.model.record import replaced
from app.model.records import Role
from app.model.view import View
from app.painters.options import PictureOptions
from app.settings import ExportChoices
from app.widgets.dialogs.frame import field, label
from app.widgets.fonts import write_in
from app.widgets.segments import Segments

WIDTH_PX = 340
_BESIDE_WORDS_PX = 56  # of a box that is ticked
_RANGES = {"scale": (0.1, 20.0, 1), "width_px": (100, 60_000, 0), "dpi": (10, 1200, 0)}


class Choices(QScrollArea):
    """Holds what is chosen; `changed` tells when anything is another."""

    changed = Signal()

    def __init__(self, kept: ExportChoices, view: View, roles: Iterable[Role], shown: Iterable[str]) -> None:
        super().__init__()
        self._kept = kept
        self._view = view
        self._values = {"scale": kept.scale, "width_px": float(kept.width_px), "dpi": kept.dpi}
        self.format = Segments({"svg": "SVG", "png": "PNG", "pdf": "PDF"}, kept.format, tr("Format"))
        self.theme = Segments(
            {"light": tr("Light"), "dark": tr("Dark"), "print": tr("Print")}, kept.theme, tr("Theme")
        )
        self.detail = Segments(
            {"compact": tr("Compact"), "standard": tr("Standard"), "full": tr("Full")},
            view.detail,
            tr("Detail"),
        )
        self.spacing = Segments({"proportional": tr("Time"), "even": tr("Even")}, view.spacing, tr("Spacing"))
        self.text = Segments({"live": tr("Live text"), "outlines": tr("Outlines")}, kept.text, tr("Text"))
        self.page = Segments({"poster": tr("Poster"), "a3": "A3", "a4": "A4"}, kept.page, tr("Page"))
        self.sizing = QComboBox()
        for kind, words in (("scale", tr("Scale")), ("width_px", tr("Width")), ("dpi", tr("Resolution"))):
            self.sizing.addItem(words, kind)
        self.sizing.setCurrentIndex(self.sizing.findData(kept.sizing))
        self.size_value = QDoubleSpinBox()
        self.size_value.setKeyboardTracking(False)
        self.transparent = _check(tr("Transparent background"), kept.transparent)
        self.source = _check(tr("Include the editable journey"), kept.with_source)
        self.fade = _check(tr("Fade what the filter leaves out"), True)
        self.fade.setToolTip(tr("As on the screen."))
        self.source.setToolTip(tr("The picture opens again as a journey; only with the roles that it shows."))
        self.roles = {role.id: _check(role.name, role.id in set(shown)) for role in roles}
        self._lay_out()
        self._connect()
        self._show_sizing()
        self._show_fields()

    def view(self) -> View:
        """Return the view that is to be drawn."""
        hidden = tuple(role for role, box in self.roles.items() if not box.isChecked())
        return replaced(
            self._view if self.fade.isChecked() else self._view.unfiltered,
            detail=self.detail.value,
            spacing=self.spacing.value,
            hidden_roles=hidden,
            solo_role="",
        )

    def options(self) -> PictureOptions:
        """Return how the drawing is to become a file."""
        fields: dict[str, object] = {"page": self.page.value if self.format.value == "pdf" else "poster"}
        if self.format.value == "svg":
            fields["text"] = self.text.value
        if self.format.value == "png":
            kind = self.sizing.currentData()
            fields[kind] = int(self.size_value.value()) if kind == "width_px" else self.size_value.value()
        if self.format.value != "pdf":
            fields["transparent"] = self.transparent.isChecked()
        return PictureOptions.model_validate(fields)

    def with_source(self) -> bool:
        """Tell whether the picture shall carry the journey."""
        return self.source.isChecked() and self.format.value != "pdf"

    def kept(self, folder: str) -> ExportChoices:
        """Return what is to be remembered."""
        values = {**self._values, str(self.sizing.currentData()): self.size_value.value()}
        return ExportChoices.model_validate(
            {
                "format": self.format.value, "theme": self.theme.value, "sizing": self.sizing.currentData(),
                "scale": values["scale"], "width_px": int(values["width_px"]), "dpi": values["dpi"],
                "text": self.text.value, "transparent": self.transparent.isChecked(), "page": self.page.value,
                "with_source": self.source.isChecked(), "folder": folder,
            }
        )  # fmt: skip

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(12)
        sizing = QWidget()
        row = QHBoxLayout(sizing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sizing, 1)
        row.addWidget(self.size_value, 1)
        self._size_field = field(tr("Size"), sizing)
        self._text_field = field(tr("Text"), self.text)
        self._page_field = field(tr("Page"), self.page)
        for widget in (
            field(tr("Format"), self.format), field(tr("Theme"), self.theme), self._size_field, self._text_field,
            self._page_field, field(tr("Detail"), self.detail), field(tr("Spacing"), self.spacing),
            self.fade, self.transparent, self.source,
        ):  # fmt: skip
            column.addWidget(widget)
        self.fade.setVisible(self._view.unfiltered is not self._view)
        if self.roles:
            column.addWidget(label(tr("Roles"), 12, 500, "muted"))
            for box in self.roles.values():
                column.addWidget(box)
                column.setSpacing(10)
        column.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its controls have it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH_PX)

    def _connect(self) -> None:
        for segments in (self.format, self.theme, self.detail, self.spacing, self.text, self.page):
            segments.chosen.connect(self._on_choice)
        for box in (self.fade, self.transparent, self.source, *self.roles.values()):
            box.toggled.connect(self._on_choice)
        self.sizing.activated.connect(self._on_sizing)
        self.size_value.valueChanged.connect(self._on_choice)

    def _on_choice(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _on_sizing(self) -> None:
        self._show_sizing()
        self.changed.emit()

    def _show_sizing(self) -> None:
        kind = self.sizing.currentData()
        low, high, decimals = _RANGES[kind]
        self.size_value.blockSignals(True)
        self.size_value.setDecimals(int(decimals))
        self.size_value.setRange(low, high)
        self.size_value.setSuffix({"scale": " ×", "width_px": " px", "dpi": " dpi"}[kind])
        self.size_value.setValue(self._values[kind])
        self.size_value.blockSignals(False)

    def _show_fields(self) -> None:
        chosen = self.format.value
        self._values[str(self.sizing.currentData())] = self.size_value.value()
        self._size_field.setVisible(chosen == "png")
        self._text_field.setVisible(chosen == "svg")
        self._page_field.setVisible(chosen == "pdf")
        self.transparent.setVisible(chosen != "pdf")
        self.source.setVisible(chosen != "pdf")


def _check(words: str, is_on: bool) -> QCheckBox:
    box = QCheckBox()
    write_in(box, 14, 400)
    shown = box.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDTH_PX - _BESIDE_WORDS_PX)
    box.setText(shown.replace("&", "&&"))
    if shown != words:
        box.setToolTip(words)
        box.setAccessibleName(words)
    box.setChecked(is_on)
    return box
