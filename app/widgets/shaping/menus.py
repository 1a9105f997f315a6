"""Parts of menus that depend on what is selected: faces, channels, roles, kinds, colours; each runs a command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QMenu

from app.drawing.palette import looks_of
from app.i18n import tr
from app.model.journey import Journey
from app.model.library import PhaseSet, RoleSet, phase_sets, role_sets
from app.model.parts import Participation
from app.model.record import Record
from app.model.records import Channel, Insight, Link, Party, Phase, Role, Touchpoint
from app.model.role_colours import DARK_COLOURS, LIGHT_COLOURS
from app.model.vocabulary import buying_roles, feelings, insight_kinds, involvements, link_kinds
from app.widgets.fields.channel import glyph_icon
from app.widgets.fields.feeling import face_picture
from app.widgets.shaping.doing import parts, selected
from app.widgets.shaping.insights import Pinning
from app.widgets.shaping.links import Linking
from app.widgets.shaping.roles import Laning
from app.widgets.shaping.timeline import Timing
from app.widgets.shaping.touchpoints import Describing
from app.widgets.window import JourneyWindow

SomeSet = TypeVar("SomeSet", PhaseSet, RoleSet)
MOST_ENTRIES = 40
_SWATCH_PX = 18


def _feelings(window: JourneyWindow, menu: QMenu) -> None:
    """Give the feelings that follow in the menu their faces."""
    meant = parts(window)
    if window.document is None or not meant:
        return
    journey, theme = window.document.journey, window.session.looks.theme
    felt = {part.feeling for part in _participations(journey, meant)}
    look = looks_of(journey, theme)[meant[0][1]]
    for feeling in feelings():
        action = window.offered[f"feel_{feeling + 3}"]
        action.setIcon(QIcon(face_picture(feeling, felt == {feeling}, look, theme, menu.devicePixelRatioF())))
        action.setIconVisibleInMenu(True)


def _channels(window: JourneyWindow, menu: QMenu) -> None:
    if window.document is None:
        return
    describing, ink = Describing(window), window.session.looks.theme.ink2
    used = {touchpoint.channel for touchpoint in selected(window, Touchpoint)}
    for channel in window.document.journey.all(Channel)[:MOST_ENTRIES]:
        entry = menu.addAction(_plain(channel.name))
        entry.setIcon(glyph_icon(channel.glyph, ink))
        entry.setIconVisibleInMenu(True)
        if used == {channel.id}:
            _make_bold(menu)
        entry.triggered.connect(lambda _=False, channel=channel: describing.set_channel(channel.id))
    menu.addSeparator()
    entry = menu.addAction(tr("&No Channel"))
    entry.triggered.connect(lambda: describing.set_channel(""))


def _participants(window: JourneyWindow, menu: QMenu) -> None:
    if window.document is None:
        return
    describing, touchpoints = Describing(window), selected(window, Touchpoint)
    for role in window.document.journey.all(Role)[:MOST_ENTRIES]:
        takes_part = bool(touchpoints) and all(
            each.participation(role.id) is not None for each in touchpoints
        )
        _check(menu, role.name, takes_part, partial(describing.switch_participant, role.id))


def _involvements(window: JourneyWindow, menu: QMenu) -> None:
    describing = Describing(window)
    if window.document is None:
        return
    journey = window.document.journey
    used = {part.involvement for part in _participations(journey, parts(window))}
    for word, name in involvements().items():
        _check(menu, name, used == {word}, partial(describing.set_involvement, word))


def _phases(window: JourneyWindow, menu: QMenu) -> None:
    if window.document is None:
        return
    describing, journey = Describing(window), window.document.journey
    used = {journey.phase_at(touchpoint.start) for touchpoint in selected(window, Touchpoint)}
    for phase in journey.all(Phase)[:MOST_ENTRIES]:
        _check(menu, phase.name, used == {phase}, partial(describing.move_into, phase.id))
    if not journey.all(Phase):
        menu.addAction(tr("No phases yet")).setEnabled(False)


def _link_kinds(window: JourneyWindow, menu: QMenu) -> None:
    linking, used = Linking(window), {link.kind for link in selected(window, Link)}
    for kind, name in link_kinds().items():
        _check(menu, name, used == {kind}, partial(linking.set_kind, kind))


def _insight_kinds(window: JourneyWindow, menu: QMenu) -> None:
    pinning, used = Pinning(window), {insight.kind for insight in selected(window, Insight)}
    for kind, name in insight_kinds().items():
        _check(menu, name, used == {kind}, partial(pinning.set_kind, kind))


def _colours(window: JourneyWindow, menu: QMenu) -> None:
    laning, used = Laning(window), {role.colour.upper() for role in selected(window, Role)}
    shown = DARK_COLOURS if window.session.looks.theme.is_dark else LIGHT_COLOURS
    names = (
        tr("Blue"), tr("Ochre"), tr("Purple"), tr("Moss"), tr("Teal"), tr("Berry"), tr("Clay"), tr("Violet"),
    )  # fmt: skip
    for colour, seen, name in zip(LIGHT_COLOURS, shown, names, strict=True):
        entry = menu.addAction(name)
        swatch = QPixmap(_SWATCH_PX, _SWATCH_PX)
        swatch.fill(seen)
        entry.setIcon(QIcon(swatch))
        entry.setIconVisibleInMenu(True)
        if used == {colour}:
            _make_bold(menu)
        entry.triggered.connect(lambda _=False, colour=colour: laning.recolour(colour))


def _parties(window: JourneyWindow, menu: QMenu) -> None:
    if window.document is None:
        return
    laning, used = Laning(window), {role.party for role in selected(window, Role)}
    for party in window.document.journey.all(Party)[:MOST_ENTRIES]:
        _check(menu, party.name, used == {party.id}, partial(laning.join, party.id))
    menu.addSeparator()
    _check(menu, tr("No Organisation"), used == {""}, lambda: laning.join(""))


def _buying_roles(window: JourneyWindow, menu: QMenu) -> None:
    laning, chosen = Laning(window), selected(window, Role)
    for word, name in buying_roles().items():
        has_it = bool(chosen) and all(word in role.buying_roles for role in chosen)
        _check(menu, name, has_it, partial(laning.switch_buying_role, word))


def _role_sets(window: JourneyWindow, menu: QMenu) -> None:
    _sets(window, menu, role_sets().values(), Laning(window).add_set)


def _phase_sets(window: JourneyWindow, menu: QMenu) -> None:
    _sets(window, menu, phase_sets().values(), Timing(window).add_set)


def _sets(
    window: JourneyWindow, menu: QMenu, known: Iterable[SomeSet], add: Callable[[SomeSet], object]
) -> None:
    for each in known:
        entry = menu.addAction(_plain(each.title))
        entry.setEnabled(window.document is not None)
        entry.triggered.connect(partial(_run, add, each))


def _run(add: Callable[[SomeSet], object], each: SomeSet, _is_checked: bool = False) -> None:
    add(each)


def _check(menu: QMenu, words: str, is_on: bool, run: Callable[[], object]) -> None:
    entry = menu.addAction(_plain(words))
    entry.setCheckable(True)
    entry.setChecked(is_on)
    entry.triggered.connect(lambda _=False: run())


def _make_bold(menu: QMenu) -> None:
    entry = menu.actions()[-1]
    font = menu.font()
    font.setBold(True)
    entry.setFont(font)


def _participations(journey: Journey, meant: Iterable[tuple[str, str]]) -> Iterator[Participation]:
    for touchpoint, role in meant:
        part = journey.the(Touchpoint, touchpoint).participation(role)
        if part is not None:
            yield part


def _plain(text: str) -> str:
    return text.replace("&", "&&")


def _needing(
    kind: type[Record], fill: Callable[[JourneyWindow, QMenu], None]
) -> Callable[[JourneyWindow, QMenu], None]:
    """Return a part whose entries can only be chosen while such a record is selected."""

    def filled(window: JourneyWindow, menu: QMenu) -> None:
        before = set(menu.actions())
        fill(window, menu)
        if not selected(window, kind):
            for entry in menu.actions():
                entry.setEnabled(entry in before and entry.isEnabled())

    return filled


FILLS: Mapping[str, Callable[[JourneyWindow, QMenu], None]] = {
    "feelings": _feelings,
    "channels": _needing(Touchpoint, _channels),
    "participants": _needing(Touchpoint, _participants),
    "involvements": _needing(Touchpoint, _involvements),
    "into_phases": _needing(Touchpoint, _phases),
    "link_kinds": _needing(Link, _link_kinds),
    "insight_kinds": _needing(Insight, _insight_kinds),
    "role_colours": _needing(Role, _colours),
    "role_parties": _needing(Role, _parties),
    "buying_roles": _needing(Role, _buying_roles),
    "role_sets": _role_sets,
    "phase_sets": _phase_sets,
}
