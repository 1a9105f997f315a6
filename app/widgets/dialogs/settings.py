"""The settings: theme, size of text, language."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QWidget

from app.i18n import tr
from app.places import resource
from app.settings import Settings
from app.widgets.dialogs.frame import Dialog, field, label
from app.widgets.segments import Segments
from app.widgets.session import Session

WIDTH_PX = 420


class SettingsDialog(Dialog):
    """Changes take effect at once; size and language from the next start."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(tr("Settings"), parent)
        self._session = session
        settings = session.settings
        titles = {"theme": tr("Theme"), "text_size": tr("Text size"), "language": tr("Language")}
        assert set(titles) <= set(Settings.model_fields)
        choices = {"system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}
        self.theme = Segments(choices, settings.theme, titles["theme"])
        self.theme.chosen.connect(lambda theme: session.change_settings(theme=theme))
        self.column.addWidget(label(tr("Settings"), 18, 600))
        self.column.addWidget(field(titles["theme"], self.theme))
        self.text_size = QComboBox()
        for size in get_args(Settings.model_fields["text_size"].annotation):
            self.text_size.addItem(choices.get(size) or tr("{percent} %", percent=size), size)
        self.text_size.setCurrentIndex(self.text_size.findData(settings.text_size))
        self.text_size.activated.connect(self._choose_text_size)
        self.column.addWidget(field(titles["text_size"], self.text_size))
        self.language = QComboBox()
        for tag, name in languages().items():
            self.language.addItem(name, tag)
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.language.activated.connect(self._choose_language)
        self.column.addWidget(field(titles["language"], self.language))
        self._note = label(tr("This changes when the program starts again."), 12, 400, "muted")
        self._note.setVisible(False)
        self.column.addWidget(self._note)
        self.column.addStretch(1)
        button, _ = self.add_foot(tr("Done"), can_cancel=False)
        button.clicked.connect(self.accept)
        self.setMinimumWidth(WIDTH_PX)
        self.theme.buttons[self.theme.value].setFocus()

    def _choose_text_size(self, place: int) -> None:
        self._session.change_settings(text_size=self.text_size.itemData(place))
        self._note.setVisible(True)

    def _choose_language(self, place: int) -> None:
        self._session.change_settings(language=self.language.itemData(place))
        self._note.setVisible(True)


def languages() -> dict[str, str]:
    """Return the languages that there are, by tag: the system's, English, and every catalogue."""
    found = {"": tr("As the system"), "en": "English"}
    for catalogue in sorted(resource("locale").glob("*/LC_MESSAGES/journeylines.mo")):
        tag = catalogue.parent.parent.name
        found[tag] = QLocale(tag).nativeLanguageName() or tag
    return found
