"""The order in which Tab goes from control to control: as they stand in their layouts.

Qt's own order is that in which widgets were made, and its `setTabOrder` loses its way among widgets of several parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from app.widgets.fields.labelled import Labelled


def go_on(content: QWidget, step: int) -> bool:
    """Move the focus to the next control (step 1) or the one before (-1), at the ends to what follows the content."""
    focused = QApplication.focusWidget()
    order = [each for each in in_order(content) if each.isVisible() and each.isEnabled()]
    if focused is None or focused not in order:
        return False
    place = order.index(focused) + step
    target = order[place] if 0 <= place < len(order) else _outside(content, focused, step)
    if target is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    return True


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widgets that take the focus by Tab, as they stand; hidden ones too."""
    if takes_tab(widget) and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is None:
        return
    inner = list(_widgets(layout))
    if isinstance(widget, Labelled):  # what goes with a control comes after it
        inner.sort(key=lambda each: each is widget.above)
    for each in inner:
        yield from in_order(each)


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab can go to the widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _outside(content: QWidget, focused: QWidget, step: int) -> QWidget | None:
    """Return the next widget that is not of the content."""
    each: QWidget | None = focused
    while each is not None:
        each = each.nextInFocusChain() if step > 0 else each.previousInFocusChain()
        if each is None or each is focused:
            return None
        if takes_tab(each) and each.isVisible() and each.isEnabled() and not _belong(content, each):
            return each
    return None


def _belong(content: QWidget, each: QWidget) -> bool:
    """Tell whether a widget is of the content, or holds it and would hand the focus on to it."""
    return content.isAncestorOf(each) or each.isAncestorOf(content)


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, within = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif within is not None:
            yield from _widgets(within)
