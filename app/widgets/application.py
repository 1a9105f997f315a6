"""Where the program is put together: application, fonts, looks, language, crashes, windows."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import __version__
from app.files import preferences
from app.i18n import tr, use_language
from app.painters.qt_session import inter_family
from app.places import resource
from app.settings import Settings
from app.widgets import ending, fonts, text_size
from app.widgets.crash import Crash
from app.widgets.faults import Faults
from app.widgets.main_window import MainWindow
from app.widgets.session import Session, Window
from app.widgets.theme import Looks

STYLE = "Fusion"  # the one that takes all its colours from the palette


def run(paths: Sequence[str | Path], language: str = "") -> int:
    """Open windows on these files, or one that offers some, and stay until the last is closed.

    They speak this language, where one is said, instead of that of the settings.
    The garbage collector may rest until then: the first window turns it on when it is furnished.
    """
    settings = preferences.load()
    text_size.use(settings.text_size)
    application = make_application()
    speak(application, language or settings.language)
    session = start(application, settings, [Path(path) for path in paths])
    crash = Crash(lambda what: session.went_wrong.emit(went_wrong(what)))
    faults = Faults()
    crash.install()
    faults.install()
    application.commitDataRequest.connect(partial(ending.end_of_session, session))
    try:
        code = application.exec()
    finally:
        crash.remove()
        faults.remove()
        has_ended = session.end()
    if (
        not has_ended
    ):  # all is saved; a worker in the midst of a large picture would keep the process for seconds
        os._exit(code)
    return code


def make_application() -> QApplication:
    """Return the application, with names and icon set."""
    # a style that is named here costs no wrapper of QStyle and its four hundred names before the first painting
    application = QApplication([*sys.argv[:1], "-style", STYLE])
    application.setApplicationName("journeylines")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("journeylines")
    application.setWindowIcon(QIcon(str(resource("icons") / "journeylines.svg")))
    return application


def start(application: QApplication, settings: Settings, paths: Sequence[Path]) -> Session:
    """Open the first windows; the session that is returned must be kept."""
    inter_family()
    application.setFont(fonts.font(14, 400))
    looks = Looks(application, settings.theme)
    session = Session(looks, settings, _make_window)
    window = MainWindow(session)
    session.windows.append(window)
    window.opening.open(paths)
    window.show()
    return session


def speak(application: QApplication, language: str) -> None:
    """Speak this language, where it is "" the system's; Qt's own buttons too."""
    locale = QLocale(language) if language else QLocale.system()
    wanted = [language] if language else [name.replace("-", "_") for name in locale.uiLanguages()]
    use_language(*wanted)
    QLocale.setDefault(locale)
    translator = QTranslator(application)
    if translator.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def went_wrong(what: str) -> str:
    """Return how an unexpected error is told."""
    return tr("Something went wrong, and it was written to the log. You can go on. ({what})", what=what)


def _make_window(session: Session) -> Window:
    return MainWindow(session)
