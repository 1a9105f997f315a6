"""Typing in place: an editor over the map's words, and what becomes of what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from app.i18n import tr
from app.layout.places import Spot
from app.layout.result import Box
from app.model.change import Change
from app.model.draft import Draft
from app.model.errors import JourneyError
from app.model.field_words import field_word
from app.model.journey import Journey
from app.seeing.camera import Camera, revealing
from app.tools.tool import Outcome, Typing
from app.tools.words import onwards, retyped, typing_of, words_of
from app.widgets.document import Document
from app.widgets.map.eye import Eye
from app.widgets.map.inline_editor import InlineEditor
from app.widgets.map.inline_places import WordsPlace, words_place
from app.widgets.map.stage import Stage

ROOM = 3.0  # lines


class Page(Protocol):
    """What typing needs of the map it happens on."""

    eye: Eye
    refused: SignalInstance
    moved: SignalInstance

    @property
    def stage(self) -> Stage: ...
    @property
    def camera(self) -> Camera: ...
    def viewport(self) -> QWidget: ...
    def reveal(self, record: str) -> None: ...
    def setFocus(self) -> None: ...
    def show_keyboard(self, is_shown: bool) -> None: ...
    def keyboard_spot(self) -> Spot | None: ...
    def carry_out(self, outcome: Outcome) -> None: ...


class InlineTyping:
    """Holds the one editor there is while something is typed on the map."""

    def __init__(self, page: Page, document: Document) -> None:
        self._page = page
        self._document = document
        self._typing: Typing | None = None
        self._editor: InlineEditor | None = None
        page.moved.connect(self._follow)
        document.drafts.ask(self._drafts, page.viewport())
        document.changed.connect(self._on_change)

    @property
    def editor(self) -> InlineEditor | None:
        """The editor, while something is typed."""
        return self._editor

    def begin(self, record_id: str, field: str, role: str = "", *, is_new: bool = False) -> bool:
        """Let words be typed, its title or name where `field` is ""; tell whether they have a place on the map."""
        self.confirm()
        usual = typing_of(self._document.journey, record_id, role)
        if usual is None:
            return False
        typing = Typing(record_id, field or usual.field, role, is_new)
        record = self._document.journey.get(typing.record)
        words = words_of(self._document.journey, typing)
        if record is None or words is None:
            return False
        place = self._place(typing)
        if place is None:
            return False
        self._bring_into_sight(typing, place)
        editor = InlineEditor(words.read(record), self._page.viewport(), has_lines=words.has_lines)
        editor.setAccessibleName(_name(self._document.journey, typing))
        editor.wear(self._page.stage.theme)
        editor.stand(place)
        editor.confirmed.connect(self._on_confirm)
        editor.cancelled.connect(self._on_cancel)
        editor.stepped.connect(self._on_step)
        editor.textChanged.connect(self._document.drafts.soon)
        self._typing, self._editor = typing, editor
        editor.show()
        editor.setFocus()
        return True

    def _place(self, typing: Typing) -> WordsPlace | None:
        return words_place(self._page.stage, self._page.camera, typing.record, typing.role, typing.field)

    def _bring_into_sight(self, typing: Typing, place: WordsPlace) -> None:
        """Move the map so that the words, and room to type, are in sight."""
        if self._page.stage.places.header(typing.record) is not None:
            self._page.reveal(typing.record)
            return
        zoom = self._page.camera.zoom
        x, y = self._page.camera.to_map(place.x, place.y)
        width, height = place.least_width / zoom, ROOM * place.size / zoom
        words = Box(x - width / 2 if place.is_centred else x, y - height / 8, width, height)
        camera, viewport = self._page.eye.goal, self._page.viewport()
        if typing.record == self._document.journey.info.id:  # the title stands above the headers
            whole = Box(0, 0, viewport.width(), viewport.height())
            if not _is_in_sight(words, camera, whole):
                self._page.eye.fly(revealing(camera, words, whole))
            return
        clear = self._page.stage.pins.clear(camera, viewport.width(), viewport.height())
        if not _is_in_sight(words, camera, clear):
            self._page.eye.reveal(words)

    def confirm(self) -> bool:
        """Take over what was typed; tell whether that was possible. What is refused is said."""
        if self._editor is None or self._typing is None:
            return True
        try:
            self._take_over(self._typing, self._editor.words)
        except JourneyError as refusal:
            self._editor.wear(self._page.stage.theme, is_refused=True)
            self._page.refused.emit(refusal)
            return False
        self._end()
        return True

    def cancel(self) -> None:
        """Leave the words as they were; a new record that has none goes."""
        typing = self._typing
        self._end()
        if typing is not None and typing.is_new:
            self._take_over(typing, "")

    def _take_over(self, typing: Typing, text: str) -> None:
        making = self._making(typing)
        change = retyped(self._document.journey, typing, text, making)
        if change is None:
            return
        if making is None:
            self._document.history.end_merging()
        else:
            self._document.history.resume_merging()
        self._document.do(change)
        self._document.history.end_merging()

    def _making(self, typing: Typing) -> Change | None:
        """Return what takes back the step that made the record, none where another one or a saving came after it."""
        history = self._document.history
        made = history.undo_change if typing.is_new else None
        is_last = made is not None and typing.record in made.remove and history.can_resume
        return made if is_last else None

    def _drafts(self) -> Iterator[Draft]:
        """Tell what is being typed."""
        typing, editor = self._typing, self._editor
        if typing is None or editor is None or not editor.words:
            return
        words, where, making = editor.words, _name(self._document.journey, typing), self._making(typing)
        try:
            change = retyped(self._document.journey, typing, words, making)
        except JourneyError:
            yield Draft(words, where)  # the person is told when they confirm it
            return
        if change is not None:
            yield Draft(words, where, change, is_joined=making is not None)

    def _on_confirm(self) -> None:
        editor = self._editor
        had_focus = editor is not None and editor.hasFocus()
        record = self._typing.record if self._typing is not None else ""
        if self.confirm() and had_focus:
            self._back_to_the_map()
            selection = self._document.selection
            self._page.reveal(min(selection) if selection and record not in selection else record)

    def _on_cancel(self) -> None:
        self.cancel()
        self._back_to_the_map()

    def _on_step(self, step: int) -> None:
        typing = self._typing
        if typing is None:
            return
        planned = onwards(self._document.journey, typing, step)
        is_empty = typing.is_new and self._editor is not None and not self._editor.words
        if not self.confirm():
            return
        self._back_to_the_map()
        if not is_empty or planned.change is None:
            self._page.carry_out(planned)

    def _back_to_the_map(self) -> None:
        self._page.setFocus()
        if self._page.keyboard_spot() is not None:  # else the selection says where it is
            self._page.show_keyboard(True)

    def _end(self) -> None:
        editor, self._editor, self._typing = self._editor, None, None
        if editor is not None:
            if editor.hasFocus():  # or it would go to whatever comes next
                self._page.setFocus()
            editor.hide()
            editor.deleteLater()
            self._document.drafts.look_again()

    def _follow(self) -> None:
        """Stay where the words are while the map is moved."""
        if self._editor is None or self._typing is None:
            return
        place = self._place(self._typing)
        if place is not None:
            self._editor.stand(place)

    def _on_change(self) -> None:
        """The record may be gone."""
        if self._typing is not None and self._document.journey.get(self._typing.record) is None:
            self._end()


def _is_in_sight(words: Box, camera: Camera, clear: Box) -> bool:
    left, top = camera.to_view(words.x, words.y)
    right, bottom = camera.to_view(words.right, words.bottom)
    return clear.x <= left and clear.y <= top and right <= clear.right and bottom <= clear.bottom


def _name(journey: Journey, typing: Typing) -> str:
    if typing.field == "words":
        return tr("Label and wait")
    record = journey.get(typing.record)
    return field_word(type(record), typing.field) if record is not None else ""
