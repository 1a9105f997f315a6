"""What stands in which menu: nested lists of action ids; "-" is a rule, "*name" a part that the window fills itself."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from app.i18n import tr


class Menu(Struct, frozen=True):
    """A menu or a submenu."""

    title: Callable[[], str]
    entries: tuple[str | Menu, ...]


FEELINGS = Menu(
    lambda: tr("&Feeling"),
    (
        "*feelings", "feel_5", "feel_4", "feel_3", "feel_2", "feel_1", "feel_unknown", "-", "feel_better", "feel_worse",
    ),
)  # fmt: skip
MOVES = Menu(
    lambda: tr("Mo&ve"),
    (
        "nudge_earlier", "nudge_later", "nudge_earlier_little", "nudge_later_little", "-", "lane_up", "lane_down",
    ),
)  # fmt: skip
CHANNELS = Menu(lambda: tr("&Channel"), ("*channels",))
PARTICIPANTS = Menu(lambda: tr("&Who Takes Part"), ("*participants",))
INVOLVEMENTS = Menu(lambda: tr("&Involvement"), ("*involvements",))
INTO_PHASES = Menu(lambda: tr("Move into P&hase"), ("*into_phases",))
INSIGHTS = Menu(
    lambda: tr("Pin I&nsight"), ("pin_pain", "pin_gain", "pin_opportunity", "pin_idea", "pin_question")
)
INSIGHT_KINDS = Menu(lambda: tr("Kin&d of Insight"), ("*insight_kinds",))
LINK_KINDS = Menu(lambda: tr("&Kind of Link"), ("*link_kinds",))
ROLE_COLOURS = Menu(lambda: tr("&Colour"), ("*role_colours",))
ROLE_PARTIES = Menu(lambda: tr("&Organisation"), ("*role_parties",))
BUYING_ROLES = Menu(lambda: tr("&Buying Role"), ("*buying_roles",))
ROLE_SETS = Menu(lambda: tr("Us&ual Roles"), ("*role_sets",))
PHASE_SETS = Menu(lambda: tr("Usual &Phases"), ("*phase_sets",))

MENUS: tuple[Menu, ...] = (
    Menu(
        lambda: tr("&File"),
        (
            "new", "open", Menu(lambda: tr("Open &Recent"), ("*recent",)), "recover", "-",
            "save", "save_as", "save_copy", "revert", "-", "export", "print", "-", "settings", "-", "close", "quit",
        ),
    ),
    Menu(lambda: tr("&Edit"), ("undo", "redo", "-", "cut", "copy", "paste", "duplicate", "delete", "-", "copy_picture", "-", "rename", "inspect", "-", "select_all", "select_all_role", "select_all_phase", "select_nothing")),
    Menu(lambda: tr("&Insert"), ("insert_touchpoint", "capture", "capture_clipboard", "-", "insert_role", ROLE_SETS, "-", "insert_phase", PHASE_SETS, "insert_time")),
    Menu(
        lambda: tr("&View"),
        (
            "zoom_in", "zoom_out", "zoom_100", "fit_map", "fit_selection", "-",
            Menu(lambda: tr("&Spacing"), ("proportional", "even")),
            Menu(lambda: tr("&Detail"), ("compact", "standard", "full")),
            Menu(lambda: tr("&Theme"), ("theme_system", "theme_light", "theme_dark")),
            Menu(lambda: tr("&Roles"), ("show_all_roles", "-", "*roles", "-", Menu(lambda: tr("&Solo"), ("*solo",)))),
            "channel_row", "-", "filter", "clear_filter", "save_view", "-", "outline", "inspector", "table", "history", "status_bar", "-", "full_screen",
        ),
    ),
    Menu(
        lambda: tr("&Touchpoint"),
        (
            FEELINGS, CHANNELS, PARTICIPANTS, INVOLVEMENTS, INTO_PHASES, MOVES, "moment_of_truth", "-", INSIGHTS, INSIGHT_KINDS, "-",
            "link", "link_to", LINK_KINDS, "reverse_link",
        ),
    ),
    Menu(
        lambda: tr("&Role"),
        (ROLE_COLOURS, ROLE_PARTIES, BUYING_ROLES, "-", "role_up", "role_down", "-", "hide_role", "solo_role"),
    ),
    Menu(
        lambda: tr("&Journey"),
        (
            "edit_journey", "-", "split_phase", "merge_phase", "phase_earlier", "phase_later", "-", "remove_time",
        ),
    ),
    Menu(
        lambda: tr("&Go"),
        (
            "palette", "-", "find", "find_next", "find_previous", "-",
            "next_touchpoint", "previous_touchpoint", "-", "next_phase", "previous_phase", "-", "next_finding",
            "previous_finding", "-", "next_panel", "previous_panel",
        ),
    ),
    Menu(
        lambda: tr("&Workshop"),
        ("present", "present_from_here", "-", "timer", "start_timer", "-", "votes", "vote_more", "vote_less"),
    ),
    Menu(
        lambda: tr("&Help"),
        ("shortcuts", Menu(lambda: tr("&Sample Journeys"), ("*samples",)), "-", "log", "about"),
    ),
)  # fmt: skip


def ids_in(menu: Menu) -> list[str]:
    """Return the ids of all actions in a menu and its submenus, in order."""
    found: list[str] = []
    for entry in menu.entries:
        if isinstance(entry, Menu):
            found += ids_in(entry)
        elif entry != "-" and not entry.startswith("*"):
            found.append(entry)
    return found
