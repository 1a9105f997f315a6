"""Parts of menus that the journey and the person's files fill: recent files, roles, samples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from app.files.templates import templates
from app.i18n import tr
from app.model.records import Role
from app.places import resource
from app.widgets.file_names import distinct
from app.widgets.shaping import catalogue as shaping
from app.widgets.window import JourneyWindow

SHAPING_PARTS = (
    "feelings", "channels", "participants", "involvements", "into_phases", "link_kinds", "insight_kinds", "role_colours",
    "role_parties", "buying_roles", "role_sets", "phase_sets",
)  # fmt: skip


def parts(window: JourneyWindow) -> Mapping[str, Callable[[QMenu], None]]:
    """Return what fills each part of the menus of a window."""
    return {
        "recent": partial(_recent, window),
        "roles": partial(_roles, window),
        "solo": partial(_solo, window),
        "samples": partial(_samples, window),
        **{part: partial(shaping.fill_menu, window, part) for part in SHAPING_PARTS},
    }


def _recent(window: JourneyWindow, menu: QMenu) -> None:
    files = window.session.settings.recent_files
    paths = [Path(name) for name in files]
    for place, (path, words) in enumerate(
        zip(paths, distinct(paths, lambda path: path.name), strict=True), start=1
    ):
        action = menu.addAction(f"&{place} {_plain(words)}" if place < 10 else _plain(words))
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, path=path: window.opening.open([path]))
    if files:
        menu.addSeparator()
        clear = menu.addAction(tr("&Clear This List"))
        clear.triggered.connect(lambda: window.session.change_settings(recent_files=()))
    else:
        menu.addAction(tr("No files yet")).setEnabled(False)


def _roles(window: JourneyWindow, menu: QMenu) -> None:
    document = window.document
    if document is None:
        return
    shown = {role.id for role in document.shown_roles()}
    for role in document.journey.all(Role):
        action = menu.addAction(_plain(role.name))  # an icon would take the place of the tick
        action.setCheckable(True)
        action.setChecked(role.id in shown)
        action.toggled.connect(partial(document.view_state.show_role, role.id))


def _solo(window: JourneyWindow, menu: QMenu) -> None:
    document = window.document
    if document is None:
        return
    for role in document.journey.all(Role):
        action = menu.addAction(_plain(role.name))  # an icon would take the place of the tick
        action.setCheckable(True)
        action.setChecked(role.id == document.view_state.view.solo_role)
        action.triggered.connect(lambda _=False, role=role: document.view_state.solo(role.id))


def _samples(window: JourneyWindow, menu: QMenu) -> None:
    for sample in templates(resource("samples")):
        action = menu.addAction(_plain(sample.title))
        action.triggered.connect(lambda _=False, name=sample.name: window.opening.sample(name))


def _plain(text: str) -> str:
    return text.replace("&", "&&")
