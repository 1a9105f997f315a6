"""The window: it composes toolbar, map, panels, messages and status bar, and decides nothing."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.files import catalogue as formats
from app.i18n import tr
from app.model.journey import Journey
from app.model.view import View
from app.settings import WindowState
from app.widgets import catalogue, dynamic_menus
from app.widgets.action_set import ActionSet
from app.widgets.commands.commands import Commands
from app.widgets.context_menus import CONTEXT_MENUS, Thing
from app.widgets.document import Document
from app.widgets.job_strip import JobStrip
from app.widgets.map.canvas import MapCanvas
from app.widgets.messages import MessageBar
from app.widgets.opening import Opening, dropped_files
from app.widgets.panel_kinds import panel_kinds
from app.widgets.panels import Panels
from app.widgets.picture import Made
from app.widgets.preparing import Preparing
from app.widgets.session import Session
from app.widgets.status_bar import StatusBar
from app.widgets.toolbar import Toolbar
from app.widgets.window import JourneyWindow

WAIT_MS, MOST_WAITS = 5, 100  # for the map's last tiles before the panels are built
NARROW_PX = 1000  # windows below begin without the inspector


class MainWindow(JourneyWindow):
    """One window with one document, or with the page that offers some."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.session = session
        self.document = None
        self.canvas = None
        kept = session.settings.window
        self.messages = MessageBar(session.looks.theme)
        self.job_strip = JobStrip()
        self.opening = Opening(session, self, self.job_strip.follow)
        self.commands = Commands(self)
        self.panels = Panels(panel_kinds(self, self.commands), kept.panels, kept.sizes)
        self.action_set = ActionSet(self, self.commands)
        self.offered = self.action_set.made
        self._shown_view: View | None = None
        self._furnishing = QTimer(self)
        self._furnishing.setSingleShot(True)
        self._furnishing.timeout.connect(self._furnish)
        self.is_furnished = False
        self._waits_left = MOST_WAITS
        self._compose()
        session.looks.changed.connect(self._wear)
        session.settings_changed.connect(self.action_set.refresh)
        self.refresh()

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no journey in the window."""
        return self.document is None

    @property
    def path(self) -> Path | None:
        """The file of the journey."""
        return self.document.path if self.document is not None else None

    def show_journey(self, journey: Journey, path: Path | None, made: Made | None = None) -> None:
        """Show a journey in this window, which has none; `made` is its picture made ahead."""
        is_ours = path is not None and formats.by_extension(path.name) is formats.by_extension("a.journey")
        document = Document(journey, path if is_ours else None, self)
        document.origin = None if is_ours else path
        self.commands.files.keep(document)
        state = document.view_state
        state.become(self.session.first_view(), self.session.looks.name)
        self.document = document
        self.canvas = MapCanvas(document)
        if made is not None:
            self.canvas.picture.adopt(made)
        follow, tell = self.job_strip.follow, self.messages.tell
        state.prepare = Preparing(document, self.canvas.picture, self.session.jobs, follow, tell)
        self.canvas.activated.connect(self.commands.going.inspect)
        self.canvas.menu_asked.connect(self._show_context_menu)
        self.canvas.kind_asked.connect(self._ask_kind)
        self.action_set.attach(self.canvas)
        self.canvas.refused.connect(self.messages.tell)
        self.canvas.typed.connect(self.commands.capturing.type)
        self.panels.set_centre(self.canvas, has_journey=True)
        document.changed.connect(self.refresh)
        document.changed.connect(self.messages.forget_refusal)
        document.state_changed.connect(self.refresh)
        document.selection_changed.connect(self.action_set.refresh)
        document.view_state.changed.connect(self._on_view)
        self.is_furnished = False
        self.refresh()
        self.canvas.setFocus()
        self.update()

    def refresh(self) -> None:
        """Bring title, actions, panels and status up to date."""
        title = self.document.caption if self.document is not None else ""
        if self.document is not None and self.document.is_recovered:
            title = tr("{title} (recovered)", title=title)
        title = title.replace("[*]", "[*][*]")  # Qt's sign for what is not saved
        self.setWindowTitle(f"{title}[*] – Journeylines" if title else "Journeylines")
        self.setWindowModified(self.document is not None and self.document.is_modified)
        self.setWindowFilePath(str(self.path) if self.path else "")
        self._toolbar.setVisible(self.document is not None)
        self.panels.refresh()
        self._tell_status()
        self.action_set.refresh()

    def go_to(self, record_id: str) -> None:
        """Select a record and bring it into sight."""
        self.commands.going.go_to(record_id)

    def resume_line(self, words: str) -> None:
        """Put a line that was being typed back into the capture bar."""
        self.commands.capturing.resume(words)

    def keep_state(self) -> None:
        """Remember how the window is looked at for the next one."""
        kept = self.session.settings.window
        fields: dict[str, object] = {"panels": self.panels.shown(), "sizes": self.panels.sizes()}
        fields["geometry"] = self.saveGeometry().toBase64().toStdString()
        if self.document is not None:
            view = self.document.view_state.view
            fields |= {"spacing": view.spacing, "detail": view.detail}
        self.session.change_settings(window=WindowState(**{**kept.model_dump(), **fields}))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_furnished and not self._furnishing.isActive():
            self._furnishing.start(0)  # the rest is built after this painting is on the screen

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panels.restore_sizes()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.commands.files.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.take_over()
        if not self.commands.files.saving.may_close():
            event.ignore()
            return
        self._furnishing.stop()
        self.job_strip.abandon()
        self.keep_state()
        self.commands.files.closed()
        self.hide()  # what goes on in the worker is waited for unseen
        self.session.closed(self)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.opening.open(dropped_files(event.mimeData()))

    def _compose(self) -> None:
        theme = self.session.looks.theme
        menu_bar = self.menuBar()
        self.action_set.fill_menu_bar(menu_bar, dynamic_menus.parts(self))
        self._toolbar = Toolbar(self.action_set, theme)
        page = QWidget()
        page.setObjectName("window")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._toolbar)
        for bar in (self.messages, self.job_strip):
            column.addWidget(bar)
        column.addWidget(self.panels, 1)
        self.setCentralWidget(page)
        room = self.screen().availableGeometry()
        self.setMinimumSize(min(720, room.width() - 20), min(420, room.height() - 60))  # a screen at 200 %
        kept = self.session.settings.window.geometry
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(min(1600, round(room.width() * 0.96)), min(1000, round(room.height() * 0.94)))
            if self.width() < NARROW_PX:
                self.panels.show_panel("inspector", False)

    def _furnish(self) -> None:
        """Build what the first painting did not need, when the map stands."""
        if self.is_furnished:
            return
        if self.canvas is not None and not self.canvas.is_complete() and self._waits_left > 0:
            self._waits_left -= 1
            self._furnishing.start(WAIT_MS)
            return
        self.is_furnished = True
        gc.freeze()  # what a start has made is no garbage
        gc.enable()
        self.commands.files.look_after()
        if self.document is None or self.canvas is None:
            page = catalogue.welcome(self.session)
            page.opened.connect(self.opening.open)
            page.asked.connect(self.commands.files.open_file)
            page.begun.connect(self.opening.begin)
            page.sampled.connect(self.opening.sample)
            self.panels.set_centre(page, has_journey=False)
            page.setFocus()
        else:
            catalogue.edge_buttons(self.canvas, self._add_last_role, self._add_last_phase)
        self.action_set.wear(self.session.looks.theme)
        self.panels.furnish()
        self.panels.wear(self.session.looks.theme)

    def _add_last_role(self) -> None:
        self.commands.laning.add(is_last=True)

    def _add_last_phase(self) -> None:
        self.commands.timing.append_phase()

    def _ask_kind(self, link: str) -> None:
        self.commands.linking.choose_kind(link)

    def _show_context_menu(self, thing: Thing, at: QPoint) -> None:
        """Show what can be done with a thing on the map; "here" is where the menu is about while it is open."""
        assert self.canvas is not None
        table = CONTEXT_MENUS[thing]
        menu = self.action_set.menu(table, dynamic_menus.parts(self), self.canvas)
        menu.aboutToHide.connect(menu.deleteLater)  # what is chosen runs before it is gone
        menu.destroyed.connect(partial(self.canvas.leave_here, self.canvas.pointed))
        menu.popup(at)

    def _wear(self) -> None:
        theme = self.session.looks.theme
        self.action_set.wear(theme)
        self._toolbar.wear(theme)
        self.messages.wear(theme)
        if self.document is not None:
            self.document.view_state.use_theme(self.session.looks.name)
        self.panels.wear(theme)
        self.action_set.refresh()

    def _on_view(self) -> None:
        assert self.document is not None
        state = self.document.view_state
        self._toolbar.show_zoom(state.zoom)
        self._tell_status()
        if state.view is not self._shown_view:
            self._shown_view = state.view
            self.commands.finding.follow()
            self.action_set.refresh()

    def _tell_status(self) -> None:
        status = self.panels.widget("status_bar")
        if isinstance(status, StatusBar):
            status.tell(self.document, self.commands.finding.words())
