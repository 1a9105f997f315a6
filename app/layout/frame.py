"""What frames the lanes: the phase band, the ruler, and the list of labels that found no place."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n import tr
from app.layout.result import Callout, PhaseBox, Point, RulerTick, TextRow
from app.layout.sizes import Sizes
from app.layout.timeline import Scale, Tick
from app.layout.typeset import Typesetter
from app.model.records import JourneyInfo, Phase

_NUMBER_GAP = 9.0


def phase_boxes(
    phases: Sequence[Phase], numbers: dict[str, int], scale: Scale, window: tuple[float, float], y: float,
    sizes: Sizes, setter: Typesetter,
) -> tuple[PhaseBox, ...]:  # fmt: skip
    """Return the arrows of the phase band; names are shortened to stay inside."""
    found: list[PhaseBox] = []
    for phase in phases:
        left, right = scale.x(max(phase.start, window[0])), scale.x(min(phase.end, window[1]))
        number = numbers[phase.id]
        name_row, number_row = _phase_rows(phase.name, number, left, right, y, sizes, setter)
        title = f"{number} {phase.name}" + (f"\n{phase.goal}" if phase.goal else "")
        found.append(PhaseBox(phase.id, number, left, right - left, name_row, number_row, title))
    return tuple(found)


def _phase_rows(
    name: str, number: int, left: float, right: float, y: float, sizes: Sizes, setter: Typesetter
) -> tuple[TextRow | None, TextRow | None]:
    baseline = y + sizes.phase / 2 + 6.3
    begin, end = left + sizes.arrow_tip + 5.0, right - 3.0
    digits = str(number)
    digits_width = setter.width(digits, "phase_number")
    if digits_width > end - begin:
        return None, None
    room = end - begin - digits_width - _NUMBER_GAP
    line = setter.elide(name, "phase", room) if room > 24 else None
    if line is None or line.text.endswith("…"):
        whole = setter.elide(name, "phase", end - begin)
        if whole.text and (not whole.text.endswith("…") or end - begin > 60.0):
            return TextRow(whole.text, (begin + end - whole.width) / 2, baseline, whole.width, "phase"), None
    if line is None or not line.text.rstrip("…"):
        x = (begin + end - digits_width) / 2
        return None, TextRow(digits, x, baseline, digits_width, "phase_number")
    x = begin + (room - line.width) / 2
    return (
        TextRow(line.text, x + digits_width + _NUMBER_GAP, baseline, line.width, "phase"),
        TextRow(digits, x, baseline, digits_width, "phase_number"),
    )


def ruler(ticks: Sequence[Tick], scale: Scale, y: float, bounds: tuple[float, float], setter: Typesetter) -> tuple[RulerTick, ...]:  # fmt: skip
    """Return the ruler's ticks; a label that would touch the one before is left out."""
    found: list[RulerTick] = []
    end = bounds[0]
    for time, words in ticks:
        x = scale.x(time)
        label: TextRow | None = None
        if words:
            width = setter.width(words, "ruler")
            left = min(max(x - width / 2, bounds[0]), bounds[1] - width)
            if left >= end and abs(left + width / 2 - x) < width / 2:
                label = TextRow(words, left, y + 18.0, width, "ruler")
                end = left + width + 14.0
        found.append(RulerTick(x, label, label is not None))
    return tuple(found)


def corner(info: JourneyInfo, has_phases: bool, phase_y: float, ruler_y: float, sizes: Sizes, setter: Typesetter) -> tuple[TextRow, ...]:  # fmt: skip
    """Return the words left of the phase band and of the ruler."""
    words = {
        "step": tr("Steps"),
        "hour": tr("Hours from the start"),
        "day": tr("Days from the start"),
        "week": tr("Weeks from the start"),
        "month": tr("Months from the start"),
    }[info.unit]
    if info.start_date and info.unit != "step":
        words = tr("Calendar")
    rows = []
    if has_phases:
        rows.append(_row(tr("Phase"), sizes.header_x, phase_y + 32.0, setter))
    rows.append(_row(words, sizes.header_x, ruler_y + 17.0, setter))
    return tuple(rows)


def _row(text: str, x: float, y: float, setter: Typesetter) -> TextRow:
    return TextRow(text, x, y, setter.width(text, "corner"), "corner")


def callouts(
    entries: Sequence[tuple[int, str, str, str, str]],
    left: float,
    right: float,
    top: float,
    setter: Typesetter,
) -> tuple[tuple[Callout, ...], float]:
    """List labels in columns: (number, touchpoint, role, title, role's name); return them and where they end."""
    if not entries:
        return (), top
    columns = max(1, int((right - left) // 320))
    width = (right - left) / columns
    found: list[Callout] = []
    y, height = top, 0.0
    for place, (number, touchpoint, role, title, name) in enumerate(entries):
        column = place % columns
        if column == 0 and place:
            y, height = y + height + 8.0, 0.0
        x = left + column * width
        lines = setter.set(title, "callout", width - 54.0, 3).lines
        rows = [TextRow(t, x + 30.0, y + 16.0 + 18.0 * i, w, "callout") for i, (t, w) in enumerate(lines)]
        role_line = setter.elide(name, "card_meta", width - 54.0)
        rows.append(
            TextRow(role_line.text, x + 30.0, y + 16.0 + 18.0 * len(lines), role_line.width, "card_meta")
        )
        height = max(height, 18.0 * len(rows) + 6.0)
        found.append(
            Callout(number, touchpoint, role, Point(x + 11.0, y + 12.0), tuple(rows), f"{title}\n{name}")
        )
    return tuple(found), y + height
