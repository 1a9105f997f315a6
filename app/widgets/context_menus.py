"""What stands in the context menu of each kind of thing on the map: nested lists of action ids, as in `menus`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from app.i18n import tr
from app.widgets.menus import (
    BUYING_ROLES,
    CHANNELS,
    FEELINGS,
    INSIGHT_KINDS,
    INSIGHTS,
    INTO_PHASES,
    INVOLVEMENTS,
    LINK_KINDS,
    PARTICIPANTS,
    ROLE_COLOURS,
    ROLE_PARTIES,
    Menu,
)

Thing = Literal[
    "touchpoint",
    "several",
    "link",
    "role",
    "lane",
    "phase",
    "band",
    "ruler",
    "insight",
    "title",
    "legend",
    "empty",
]


def _menu(*entries: str | Menu) -> Menu:
    return Menu(lambda: tr("What can be done here"), entries)


CONTEXT_MENUS: Mapping[Thing, Menu] = {
    "touchpoint": _menu(
        "rename", "inspect", "-", FEELINGS, CHANNELS, PARTICIPANTS, INVOLVEMENTS, INTO_PHASES, "moment_of_truth", "-",
        INSIGHTS, "link_to", "-", "cut", "copy", "duplicate", "delete",
    ),
    "several": _menu(
        FEELINGS, CHANNELS, PARTICIPANTS, INVOLVEMENTS, INTO_PHASES, "moment_of_truth", "-", INSIGHTS, "link", "-",
        "fit_selection", "-", "cut", "copy", "duplicate", "delete",
    ),
    "link": _menu("rename", "inspect", "-", LINK_KINDS, "reverse_link", "-", "delete"),
    "role": _menu(
        "rename", "inspect", ROLE_COLOURS, ROLE_PARTIES, BUYING_ROLES, "-", INSIGHTS, "select_all_role", "-", "role_up",
        "role_down", "hide_role", "solo_role", "show_all_roles", "-", "insert_role", "delete",
    ),
    "lane": _menu(
        "insert_touchpoint", "paste", "-", "select_all_role", "select_all_phase", "-", "insert_role", "insert_phase",
        "split_phase", "-", "insert_time", "remove_time",
    ),
    "phase": _menu(
        "rename", "inspect", "-", "select_all_phase", "-", "split_phase", "merge_phase", "phase_earlier", "phase_later",
        "-", "insert_time", "remove_time", "-", "delete",
    ),
    "band": _menu("insert_phase", "insert_time", "remove_time"),
    "ruler": _menu("insert_time", "remove_time", "-", "insert_phase", "-", "proportional", "even"),
    "insight": _menu("rename", "inspect", "-", INSIGHT_KINDS, "-", "delete"),
    "title": _menu("edit_journey", "-", "copy_picture", "export", "print"),
    "legend": _menu("channel_row", "-", "copy_picture", "export", "print"),
    "empty": _menu(
        "insert_touchpoint", "insert_role", "insert_phase", "paste", "-", "fit_map", "show_all_roles", "edit_journey",
    ),
}  # fmt: skip
