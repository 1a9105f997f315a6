"""The pages of saved views, attachments, and records of a newer version."""

from __future__ import annotations

from app.i18n import tr, trn
from app.model.edits.records import set_fields
from app.model.journey import Journey
from app.model.records import Attachment, Role, SavedView, Touchpoint
from app.model.view import Filter, View
from app.widgets.docks.inspector.controls import line_row, title_row
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.files import open_attachment, size_words
from app.widgets.docks.inspector.jumps import JumpList, referring
from app.widgets.docks.inspector.rows import PageKind, Piece, PieceRow, Records, Section, head_of, is_one
from app.widgets.docks.inspector.words import text
from app.widgets.fields.labelled import Complaint
from app.widgets.fields.wrapping import QuietButton


def saved_view_page(desk: Desk) -> PageKind:
    """Return what can be said of saved views."""
    return PageKind(
        lambda _journey, records: head_of(
            records, tr("Saved view"), trn("{count} saved view", "{count} saved views", len(records))
        ),
        (
            Section("", (title_row("name"), PieceRow(make=lambda: Looks(desk), is_shown=is_one))),
        ),
    )  # fmt: skip


def attachment_page(desk: Desk) -> PageKind:
    """Return what can be said of attachments."""
    return PageKind(
        lambda _journey, records: head_of(
            records, tr("File"), trn("{count} file", "{count} files", len(records))
        ),
        (
            Section("", (
                title_row("name"),
                line_row("link",
                         is_shown=lambda _journey, records: all(each.link for each in records)),
                PieceRow(make=lambda: Contents(desk), is_shown=is_one),
            )),
            Section(tr("Used by"), (PieceRow(make=lambda: JumpList(desk, referring(Touchpoint, Role)), is_shown=is_one),), "inside"),
        ),
    )  # fmt: skip


def unknown_page(_desk: Desk) -> PageKind:
    """Return what can be said of records that a newer version wrote."""
    return PageKind(lambda _journey, _records: (tr("Written by a newer version"), ""), ())


class Looks(Piece):
    """What a saved view shows, with buttons to look so, and to take how one looks now."""

    edits = ("view",)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: SavedView | None = None
        self.words = text("", 14, 400)
        self.show_button = QuietButton(tr("Look at the map in this way"), desk.theme)
        self.show_button.clicked.connect(self._look)
        self.take_button = QuietButton(tr("Take how the map is looked at now"), desk.theme)
        self.take_button.clicked.connect(self._take)
        self.complaint = Complaint()
        self.stack(self.words, self.show_button, self.take_button, self.complaint)

    def show_records(self, records: Records) -> None:
        """Say what the view shows."""
        record: SavedView = records[0]
        self._record = record
        self.words.setText(view_words(self._desk.journey, record.view))

    def _look(self) -> None:
        if self._record is not None:
            self._desk.document.view_state.look(self._record.view)

    def _take(self) -> None:
        if self._record is None:
            return
        record, view = self._record, self._desk.document.view_state.view
        refusal = self._desk.do_step(lambda journey: set_fields(journey, (record.id,), view=view))
        self.complaint.say(refusal)


class Contents(Piece):
    """What kind of file it is and how large, with the way to open it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: Attachment | None = None
        self.words = text("", 13, 400, "muted")
        self.open_button = QuietButton(tr("Open the file"), desk.theme)
        self.open_button.clicked.connect(self._open)
        self.complaint = Complaint()
        self.stack(self.words, self.open_button, self.complaint)

    def show_records(self, records: Records) -> None:
        """Say what the file is."""
        self._record = records[0]
        self.words.setText(f"{records[0].media_type} · {size_words(records[0])}")
        self.open_button.say(tr("Open the file") if records[0].link else tr("Save the file as…"))

    def _open(self) -> None:
        if self._record is not None:
            open_attachment(self, self._desk, self._record, self.complaint.say)


def view_words(journey: Journey, view: View) -> str:
    """Say what a view shows, a line for each way in which it is not the usual one."""
    details = {"compact": tr("Compact"), "standard": tr("Standard detail"), "full": tr("Full detail")}
    spacings = {"even": tr("evenly spaced"), "proportional": tr("in proportion to time")}
    lines = [tr("{detail}, {spacing}", detail=details[view.detail], spacing=spacings[view.spacing])]
    named = {role.id: role.name for role in journey.all(Role)}
    hidden = [named[role] for role in view.hidden_roles if role in named]
    if view.solo_role in named:
        lines.append(tr("Only {role}", role=named[view.solo_role]))
    elif hidden:
        lines.append(tr("Without {roles}", roles=", ".join(hidden)))
    if view.filter != Filter():
        lines.append(tr("With a filter"))
    return "\n".join(lines)
