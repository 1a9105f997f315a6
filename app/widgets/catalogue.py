"""What a window builds only when it is needed, after its first painting: panels and dialogs, imported on first use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.drawing.shapes import Drawing
from app.model.draft import Draft
from app.model.journey import Journey
from app.model.view import View
from app.settings import FoldState
from app.widgets.document import Document
from app.widgets.jobs import Report
from app.widgets.session import Session
from app.widgets.window import JourneyWindow

if TYPE_CHECKING:
    from app.drawing.tokens import Theme
    from app.widgets.clipboard import Pictures
    from app.widgets.dialogs.export import ExportDialog
    from app.widgets.dialogs.new import NewDialog
    from app.widgets.dialogs.question import Question
    from app.widgets.dialogs.settings import SettingsDialog
    from app.widgets.dialogs.time import TimeDialog
    from app.widgets.docks.history.panel import HistoryPanel
    from app.widgets.docks.inspector.panel import Inspector
    from app.widgets.docks.outline.panel import Outline
    from app.widgets.docks.table.panel import Table
    from app.widgets.fields.folds import Folds
    from app.widgets.keeping import Keeping
    from app.widgets.map.canvas import MapCanvas
    from app.widgets.map.edge_buttons import EdgeButtons
    from app.widgets.printing import PrintPreview
    from app.widgets.transfer.strangers import Answer, Ask, Stranger
    from app.widgets.watching import Watching
    from app.widgets.welcome import Welcome


def welcome(session: Session) -> Welcome:
    """Make the page of a window without a journey."""
    from app.widgets.welcome import Welcome

    return Welcome(session)


def outline(window: JourneyWindow, fill: Callable[[str, QMenu], None]) -> Outline:
    """Make the outline; a small map of the whole stands at its foot. `fill` fills parts of its context menus."""
    from app.widgets.docks.outline.panel import Outline
    from app.widgets.map.minimap import Minimap

    assert window.document is not None
    assert window.canvas is not None
    overview, theme = Minimap(window.canvas), window.session.looks.theme
    folds = _folds(window.session, "outline")
    made = Outline(window.document, theme, overview, window.do, window.messages.say, fill, folds)
    made.gone_to.connect(window.go_to)
    made.closed.connect(window.offered["outline"].trigger)
    return made


def inspector(window: JourneyWindow) -> Inspector:
    """Make the inspector."""
    from app.widgets.docks.inspector.panel import Inspector

    assert window.document is not None
    made = Inspector(window.document, window.session.looks.theme, _folds(window.session, "inspector"))
    made.gone_to.connect(window.go_to)
    made.closed.connect(window.offered["inspector"].trigger)
    if window.canvas is not None:
        made.left.connect(window.canvas.setFocus)
    return made


def _folds(session: Session, panel: Literal["outline", "inspector"]) -> Folds:
    """Return what is folded in a panel, as the settings have it, and kept there."""
    from app.widgets.fields.folds import Folds

    def keep(wishes: dict[str, bool]) -> None:
        kept = session.settings.folds
        if getattr(kept, panel) != wishes:
            session.change_settings(folds=FoldState(**{**dict(kept), panel: wishes}))

    return Folds(getattr(session.settings.folds, panel), keep)


def table(window: JourneyWindow) -> Table:
    """Make the table of touchpoints."""
    from app.widgets.docks.table.panel import Table
    from app.widgets.docks.table.writing import Writing
    from app.widgets.transfer import catalogue as transferring

    assert window.document is not None
    ask = roles_asker(window)
    pasting = transferring.pasting(window, ask, lambda _text: None)  # lines of text become rows
    writing = Writing(window.document, window.messages, ask, pasting.paste)
    actions = [window.offered[each] for each in ("cut", "copy", "paste", "duplicate")]
    made = Table(window.document, window.session, writing, actions)
    made.closed.connect(window.offered["table"].trigger)
    if window.canvas is not None:
        made.left.connect(window.canvas.setFocus)
        made.pointed_at.connect(window.canvas.reveal)
    return made


def roles_asker(window: JourneyWindow) -> Ask:
    """Return what asks in a dialog who strangers are; nothing is told where the person leaves it."""
    from app.widgets.dialogs.roles_to_map import RolesToMap

    def ask(strangers: Sequence[Stranger], answer: Answer) -> None:
        if window.document is not None:
            dialog = RolesToMap(strangers, window.document.journey, window.session.looks.theme, window)
            dialog.chosen.connect(answer)
            dialog.open()

    return ask


def history(window: JourneyWindow) -> HistoryPanel:
    """Make the list of steps."""
    from app.widgets.docks.history.panel import HistoryPanel

    assert window.document is not None
    made = HistoryPanel(window.document, window.session.looks.theme)
    made.closed.connect(window.offered["history"].trigger)
    return made


def new_dialog(session: Session, parent: QWidget) -> NewDialog:
    """Make the dialog that offers templates."""
    from app.widgets.dialogs.new import NewDialog

    return NewDialog(session, parent)


def export_dialog(document: Document, session: Session, parent: QWidget) -> ExportDialog:
    """Make the dialog that exports a picture."""
    from app.widgets.dialogs.export import ExportDialog

    return ExportDialog(document, session, parent)


def settings_dialog(session: Session, parent: QWidget) -> SettingsDialog:
    """Make the dialog of the settings."""
    from app.widgets.dialogs.settings import SettingsDialog

    return SettingsDialog(session, parent)


def time_dialog(document: Document, parent: QWidget, at: float, *, is_inserted: bool) -> TimeDialog:
    """Make the dialog that inserts or removes time."""
    from app.widgets.dialogs.time import TimeDialog

    return TimeDialog(document, parent, at, is_inserted=is_inserted)


def edge_buttons(
    canvas: MapCanvas, add_role: Callable[[], object], add_phase: Callable[[], object]
) -> EdgeButtons:
    """Make the buttons at the edges of the map that add a role and a phase."""
    from app.widgets.map.edge_buttons import EdgeButtons

    return EdgeButtons(canvas, add_role, add_phase)


def show_shortcuts(window: JourneyWindow) -> None:
    """Show all keyboard shortcuts."""
    from app.widgets.dialogs.shortcuts import ShortcutsDialog

    ShortcutsDialog(window.offered, window).open()


def show_about(session: Session, parent: QWidget) -> None:
    """Show what this program is."""
    from app.widgets.dialogs.about import AboutDialog

    AboutDialog(session.looks.theme, parent).open()


def keeping(session: Session) -> Keeping:
    """Return what keeps the recovery logs of the program's documents."""
    from app.widgets.keeping import Keeping

    if session.keeping is None:
        session.keeping = Keeping(session)
    assert isinstance(session.keeping, Keeping)
    return session.keeping


def offer_lost(session: Session, *, is_asked: bool) -> None:
    """Offer the journeys that were not saved when their program ended."""
    from app.widgets.recovering import Recovering

    Recovering(session, keeping(session)).look(is_asked=is_asked)


def watching(window: JourneyWindow, is_writing: Callable[[], bool]) -> Watching:
    """Make what looks after the file of a window; it looks away while we write it ourselves."""
    from app.widgets.watching import Watching

    return Watching(window, is_writing, lambda document: keeping(window.session).saved(document))


def overhear(window: JourneyWindow) -> None:
    """Have what is typed into the window's fields noted for recovery before it is confirmed."""
    from app.widgets.overhearing import Overhearing

    assert window.document is not None
    Overhearing(window, window.document)


def ask_to_save(document: Document, parent: QWidget) -> Question:
    """Make the question before something unsaved is closed."""
    from app.widgets.dialogs import question

    return question.about_closing(document, parent)


def ask_to_forget(typed: Sequence[Draft], parent: QWidget) -> Question:
    """Make the question before words are lost that were typed and cannot be taken over."""
    from app.widgets.dialogs import question

    return question.about_forgetting(typed, parent)


def ask_to_overwrite(path: Path, parent: QWidget) -> Question:
    """Make the question before a file is overwritten that somebody else has written."""
    from app.widgets.dialogs import question

    return question.about_overwriting(path, parent)


def ask_to_replace_by_recovered(path: Path, parent: QWidget) -> Question:
    """Make the question before a recovered journey takes the place of its file."""
    from app.widgets.dialogs import question

    return question.about_recovered(path, parent)


def ask_at_end_of_session(names: Sequence[str], parent: QWidget) -> Question:
    """Make the question before the computer shuts down."""
    from app.widgets.dialogs import question

    return question.about_end_of_session(names, parent)


def ask_to_revert(document: Document, parent: QWidget) -> Question:
    """Make the question before the journey is read from its file again."""
    from app.widgets.dialogs import question

    return question.about_reverting(document, parent)


def drawing_to_print(journey: Journey, view: View) -> Drawing:
    """Make the drawing for paper."""
    from app.export import draw

    return draw(journey, view, "print")


def print_preview(drawing: Drawing, name: str, theme: Theme, parent: QWidget) -> PrintPreview:
    """Make the dialog that shows the sheets of a drawing and prints them."""
    from app.widgets.printing import PrintPreview

    return PrintPreview(drawing, name, theme, parent)


def pictures_to_copy(journey: Journey, view: View, theme: str, report: Report) -> Pictures:
    """Make the picture for the clipboard, as PNG and as SVG."""
    from app.widgets.clipboard import pictures

    return pictures(journey, view, theme, report)


def copy(copied: Pictures) -> None:
    """Put pictures on the clipboard."""
    from app.widgets.clipboard import mime_data

    QGuiApplication.clipboard().setMimeData(mime_data(copied))
