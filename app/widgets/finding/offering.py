"""The actions of a window as the palette offers them: their words, menus and keys, and why one cannot be done now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtGui import QAction, QKeySequence

from app.i18n import tr
from app.model.records import SavedView
from app.widgets.dialogs.palette_offers import Offer
from app.widgets.menus import MENUS, Menu
from app.widgets.window import JourneyWindow

MOST_RECENT = 8
PALETTE = "palette"


def action_offers(actions: Mapping[str, QAction]) -> list[Offer]:
    """Return all actions in the order of the menus."""
    found: list[Offer] = []
    for path, action_id in _paths(MENUS, ""):
        action = actions.get(action_id)
        if action is None or action_id == PALETTE:
            continue
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        why = "" if action.isEnabled() else reason(str(action.property("needs") or ""))
        found.append(
            Offer(
                action_id,
                plain(action.text()),
                path,
                keys,
                why,
                action.isEnabled(),
                is_checked=action.isChecked(),
            )
        )
    return found


def run(window: JourneyWindow, offer: Offer) -> None:
    """Do what was chosen; actions are remembered as used lately."""
    if offer.is_record:
        document = window.document
        if document is not None and isinstance(document.journey.get(offer.id), SavedView):
            document.apply_view(offer.id)
        else:
            window.go_to(offer.id)
        return
    settings = window.session.settings
    others = [action for action in settings.recent_actions if action != offer.id]
    window.session.change_settings(recent_actions=(offer.id, *others)[:MOST_RECENT])
    window.offered[offer.id].trigger()


def plain(text: str) -> str:
    """Return the words of an action without the sign of a mnemonic.

    >>> plain("Save && &Close…")
    'Save & Close…'
    """
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def reason(needs: str) -> str:
    """Say why an action cannot be done now, "" where that is not known."""
    words = {
        "has_journey": tr("Open a journey first"),
        "has_selection": tr("Select something first"),
        "has_touchpoint": tr("Select a touchpoint first"),
        "has_touchpoint_or_role": tr("Select a touchpoint or a role first"),
        "has_role": tr("Select a role first"),
        "has_link": tr("Select a link first"),
        "has_one_insight": tr("Select one insight first"),
        "has_phases": tr("There are no phases"),
        "has_two_phases": tr("There is no other phase"),
        "is_one_named": tr("Select one thing with a name first"),
        "has_something_to_save": tr("Everything is saved"),
        "can_revert": tr("Nothing has changed since it was saved"),
        "can_undo": tr("Nothing to undo"),
        "can_redo": tr("Nothing to redo"),
        "is_filtering": tr("No filter is on"),
        "hides_roles": tr("All roles are shown"),
    }
    return words.get(needs.removeprefix("_"), "")


def _paths(entries: tuple[str | Menu, ...], above: str) -> Iterator[tuple[str, str]]:
    """Yield the menu and the id of each action."""
    for entry in entries:
        if isinstance(entry, Menu):
            title = plain(entry.title())
            yield from _paths(entry.entries, f"{above} › {title}" if above else title)
        elif entry != "-" and not entry.startswith("*"):
            yield above, entry
