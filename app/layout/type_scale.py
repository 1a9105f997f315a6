"""The fonts by meaning (VISUAL.md "Type"): layout measures with them, drawing writes with them."""

from __future__ import annotations

from app.layout.measure import Font

FONTS: dict[str, Font] = {
    "title": Font(38, 700, -0.6),
    "subject": Font(38, 400, -0.6),
    "goal_word": Font(18, 600),
    "goal": Font(18, 400),
    "figure": Font(28, 700, -0.3),
    "figure_label": Font(13.5, 400),
    "phase": Font(17.5, 600),
    "phase_number": Font(12.6, 600),
    "ruler": Font(12.5, 500),
    "corner": Font(12.5, 500),
    "role": Font(17.5, 700),
    "organisation": Font(13.5, 400),
    "remit": Font(13.5, 500),
    "initials": Font(19, 700),
    "bracket": Font(12.5, 600, 1.4),
    "card_title": Font(16.5, 600),
    "card_title_shared": Font(17, 600),
    "card_meta": Font(12.5, 400),
    "card_alert": Font(12.5, 600),
    "card_action": Font(13, 400),
    "card_thought": Font(13, 400),
    "card_quote": Font(13, 500),
    "pill": Font(12.5, 600),
    "caption": Font(14, 500),
    "insight": Font(15, 600),
    "row_name": Font(16.5, 700),
    "row_hint": Font(13, 400),
    "pin": Font(12.5, 700),
    "legend": Font(13, 400),
    "legend_head": Font(13, 700),
    "callout": Font(13, 500),
    "callout_number": Font(12, 700),
    "note": Font(18, 400),
}
