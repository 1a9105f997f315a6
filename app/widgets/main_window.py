"""The window: it composes toolbar, map, panels, messages and status bar, and decides nothing."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from app.files import catalogue as formats
from app.model.journey import Journey
from app.model.view import View
from app.settings import WindowState
from app.widgets import catalogue, dynamic_menus
from app.widgets.action_set import ActionSet
from app.widgets.actions import Panel
from app.widgets.commands import Commands
from app.widgets.document import Document
from app.widgets.job_strip import JobStrip
from app.widgets.map.canvas import MapCanvas
from app.widgets.messages import MessageBar
from app.widgets.opening import Opening, dropped_files
from app.widgets.picture import Made
from app.widgets.preparing import Preparing
from app.widgets.session import Session
from app.widgets.status_bar import StatusBar
from app.widgets.toolbar import Toolbar
from app.widgets.window import JourneyWindow

OUTLINE_PX, INSPECTOR_PX = 236, 324
WAIT_MS, MOST_WAITS = 5, 100  # for the map's last tiles before the panels are built
NARROW_PX = 1000  # windows below begin without the inspector
_LEFT, _MAP, _RIGHT = range(3)


class MainWindow(JourneyWindow):
    """One window with one document, or with the page that offers some."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.session = session
        self.document = None
        self.canvas = None
        self.panels = _panels(session.settings.window)
        self.messages = MessageBar(session.looks.theme)
        self.job_strip = JobStrip()
        self.opening = Opening(session, self, self.job_strip.follow)
        self.commands = Commands(self)
        self.action_set = ActionSet(self, self.commands)
        self.action_set.wear(session.looks.theme)
        self._shown_view: View | None = None
        self._dressed: list[Callable[[], None]] = []
        self._furnishing = QTimer(self)
        self._furnishing.setSingleShot(True)
        self._furnishing.timeout.connect(self._furnish)
        self._is_furnished = False
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
        state = document.view_state
        state.become(self.session.first_view(), self.session.looks.name)
        self.document = document
        self.canvas = MapCanvas(document)
        if made is not None:
            self.canvas.picture.adopt(made)
        follow, tell = self.job_strip.follow, self.messages.tell
        state.prepare = Preparing(document, self.canvas.picture, self.session.jobs, follow, tell)
        self._splitter.replaceWidget(_MAP, self.canvas)
        document.changed.connect(self.refresh)
        document.state_changed.connect(self.refresh)
        document.selection_changed.connect(self.action_set.refresh)
        document.view_state.changed.connect(self._on_view)
        self._is_furnished = False
        if self.messages.kind == "error":
            self.messages.dismiss()
        self.refresh()
        self.canvas.setFocus()
        self.update()

    def refresh(self) -> None:
        """Bring title, actions, panels and status up to date."""
        title = self.document.title if self.document is not None else ""
        self.setWindowTitle(f"{title} – Journeylines" if title else "Journeylines")
        self.setWindowFilePath(str(self.path) if self.path else "")
        self._left.setVisible(self.document is not None and self.panels["outline"])
        self._right.setVisible(self.document is not None and self.panels["inspector"])
        self._toolbar.setVisible(self.document is not None)
        self._status.setVisible(self.document is not None and self.panels["status_bar"])
        self._status.tell(self.document)
        self.action_set.refresh()

    def keep_state(self) -> None:
        """Remember how the window is looked at for the next one."""
        kept = self.session.settings.window
        fields: dict[str, object] = {f"has_{panel}": is_shown for panel, is_shown in self.panels.items()}
        fields["geometry"] = self.saveGeometry().toBase64().toStdString()
        if self.document is not None:
            view = self.document.view_state.view
            fields |= {"spacing": view.spacing, "detail": view.detail}
            sizes = self._splitter.sizes()
            if self._left.isVisible():
                fields["outline_width"] = sizes[_LEFT]
            if self._right.isVisible():
                fields["inspector_width"] = sizes[_RIGHT]
        self.session.change_settings(window=WindowState(**{**kept.model_dump(), **fields}))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_furnished and not self._furnishing.isActive():
            self._furnishing.start(0)  # the rest is built after this painting is on the screen

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._sync_sizes()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._furnishing.stop()
        self.job_strip.abandon()
        self.keep_state()
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
        self._status = StatusBar()
        self._left, self._right = _Side("right", 190), _Side("left", 260)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for widget in (self._left, QFrame(), self._right):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(_MAP, 1)
        page = QWidget()
        page.setObjectName("window")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._toolbar)
        for bar in (self.messages, self.job_strip):
            column.addWidget(bar)
        column.addWidget(self._splitter, 1)
        column.addWidget(self._status)
        self.setCentralWidget(page)
        self.setMinimumSize(720, 420)
        kept = self.session.settings.window.geometry
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            room = self.screen().availableGeometry()
            self.resize(min(1600, round(room.width() * 0.96)), min(1000, round(room.height() * 0.94)))
            if self.width() < NARROW_PX:
                self.panels["inspector"] = False

    def _sync_sizes(self) -> None:
        kept = self.session.settings.window
        left, right = kept.outline_width or OUTLINE_PX, kept.inspector_width or INSPECTOR_PX
        shown = [left if self.panels["outline"] else 0, 0, right if self.panels["inspector"] else 0]
        if self.document is not None:
            self._splitter.setSizes([shown[0], max(200, self.width() - sum(shown)), shown[2]])

    def _furnish(self) -> None:
        """Build what the first painting did not need, when the map stands."""
        if self._is_furnished:
            return
        if self.canvas is not None and not self.canvas.is_complete() and self._waits_left > 0:
            self._waits_left -= 1
            self._furnishing.start(WAIT_MS)
            return
        self._is_furnished = True
        gc.freeze()  # what a start has made is no garbage
        gc.enable()
        if self.document is None or self.canvas is None:
            page = catalogue.welcome(self.session)
            page.opened.connect(self.opening.open)
            page.asked.connect(self.commands.open_file)
            page.begun.connect(self.opening.begin)
            page.sampled.connect(self.opening.sample)
            self._splitter.replaceWidget(_MAP, page)
            self._dressed.append(page.wear)
            return
        outline = catalogue.outline(self.document, self.session, catalogue.minimap(self.canvas))
        outline.gone_to.connect(self.commands.go_to)
        inspector = catalogue.inspector(self.document, self.session)
        inspector.gone_to.connect(self.commands.go_to)
        self.canvas.activated.connect(self.commands.inspect)
        self._left.add(outline)
        self._right.add(inspector)
        self._dressed += [
            lambda: outline.wear(self.session.looks.theme),
            lambda: inspector.wear(self.session.looks.theme),
        ]

    def _wear(self) -> None:
        theme = self.session.looks.theme
        self.action_set.wear(theme)
        self._toolbar.wear(theme)
        self.messages.wear(theme)
        if self.document is not None:
            self.document.view_state.use_theme(self.session.looks.name)
        for dress in self._dressed:
            dress()
        self.action_set.refresh()

    def _on_view(self) -> None:
        assert self.document is not None
        state = self.document.view_state
        self._toolbar.show_zoom(state.zoom)
        self._status.tell(self.document)
        if state.view is not self._shown_view:
            self._shown_view = state.view
            self.action_set.refresh()


def _panels(kept: WindowState) -> dict[Panel, bool]:
    return {"outline": kept.has_outline, "inspector": kept.has_inspector, "status_bar": kept.has_status_bar}


class _Side(QFrame):
    """The place of a panel, as wide from the first painting on as it is with the panel in it."""

    def __init__(self, edge: str, least_px: int) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setProperty("edge", edge)
        self.setMinimumWidth(least_px)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add(self, panel: QWidget) -> None:
        self._column.addWidget(panel)
