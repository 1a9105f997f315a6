"""The forms a touchpoint's card can take: one line or several, with or without its meta line and its words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from app.i18n import quoted, trn
from app.layout.shown import Shown, Stop
from app.layout.sizes import Sizes
from app.layout.typeset import Line, Setting, Typesetter
from app.model.duration_text import duration_text
from app.model.records import Participation, Touchpoint
from app.model.view import Detail

PAD_LEFT = 12.0
PAD_RIGHT = 9.0
PIN = 29.0
_LINE = 20.0
_BODY_LINE = 17.0
_LONG = 210.0  # of a title on one line where nothing else has room
_MOST_PINS = 4
SHORTENED = 24.0  # the cost of a form from which on its title is shortened
MUTILATED = 36.0  # and from which on hardly a word is left of it


_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cf", "Cc", "Mn"})


MORE = "more"  # the kind of the pin that stands for all that have no room


class FormRow(NamedTuple):
    """A line of a card: its offset from the card's upper left corner to the start of its baseline."""

    text: str
    dx: float
    dy: float
    width: float
    style: str
    role: str


class Form(NamedTuple):
    """One way to write a card. `is_complete` tells that nothing the detail asks for was left out."""

    rows: tuple[FormRow, ...]
    width: float
    height: float
    cost: float
    is_complete: bool


class PinMark(NamedTuple):
    """An insight's number on a card, and how many votes it was given in all rounds."""

    insight: str
    kind: str
    number: int
    votes: int = 0


class CardWords(NamedTuple):
    """What a card says."""

    title: str
    meta: str
    is_alert: bool
    full_title: str
    body: tuple[tuple[str, str, str], ...]  # style, role, text
    pins: tuple[PinMark, ...]
    has_star: bool
    is_shared: bool


def card_words(
    touchpoint: Touchpoint, stop: Stop, shown: Shown, detail: Detail, pins: Sequence[PinMark], alert: str,
    quotes: Sequence[str],
) -> CardWords:  # fmt: skip
    """Say what stands on a touchpoint's card."""
    meta = alert
    if not alert and detail != "compact":
        meta = _meta(touchpoint, shown)
    body: list[tuple[str, str, str]] = []
    if detail == "full":
        several = len(touchpoint.participations) > 1
        for part in touchpoint.participations:
            if part.role in shown.lane:
                body += _spoken(part, part.role if several else "")
        body += [("card_quote", "", quoted(" ".join(quote.split()))) for quote in quotes[:1]]
    return CardWords(
        visible(touchpoint.title),
        meta,
        bool(alert),
        _full_title(touchpoint, shown, alert),
        tuple(body),
        _at_most(pins),
        touchpoint.moment_of_truth,
        len(stop.lanes) > 1,
    )


def _at_most(pins: Sequence[PinMark]) -> tuple[PinMark, ...]:
    """Return the pins; where there are too many, the last one says how many more there are."""
    if len(pins) <= _MOST_PINS:
        return tuple(pins)
    shown = pins[: _MOST_PINS - 1]
    return *shown, PinMark(pins[_MOST_PINS - 1].insight, MORE, len(pins) - len(shown))


def visible(title: str) -> str:
    """Return a title, or a dash where there is nothing to see in it."""
    if any(unicodedata.category(character) not in _UNSEEN for character in title):
        return title
    return "–"


def _spoken(part: Participation, speaker: str) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    if part.action:
        found.append(("card_action", speaker, " ".join(part.action.split())))
    if part.thought:
        found.append(("card_thought", speaker, quoted(" ".join(part.thought.split()))))
    return found


def _meta(touchpoint: Touchpoint, shown: Shown) -> str:
    channel = shown.channels.get(touchpoint.channel)
    words = [channel.name] if channel else []
    if touchpoint.duration is not None and touchpoint.duration.value:
        words.append(duration_text(touchpoint.duration))
    count = len(touchpoint.participations)
    if count > 1:
        words.append(trn("{count} role", "{count} roles", count))
    return " · ".join(words)


def _full_title(touchpoint: Touchpoint, shown: Shown, alert: str) -> str:
    lines = [visible(touchpoint.title)]
    meta = _meta(touchpoint, shown)
    lines += [line for line in (meta, alert, touchpoint.description) if line]
    return "\n".join(lines)


def forms(words: CardWords, sizes: Sizes, detail: Detail, setter: Typesetter) -> tuple[Form, ...]:
    """Return the ways to write the card with its whole title, the cheapest first."""
    style = "card_title_shared" if words.is_shared else "card_title"
    most = sizes.card_text
    whole = setter.width(words.title, style)
    titles: list[tuple[Setting, float]] = []
    if whole <= most:
        titles.append((setter.set(words.title, style, most, 1), 0.0))
    if whole > 56 and whole <= 2 * most and (whole > most or " " in words.title.strip()):
        two = setter.balance(words.title, style, most, 2)
        if two.is_whole and len(two.lines) == 2 and (whole > most or two.width < whole * 0.85):
            titles.append((two, 1.2))
    if whole > most * 1.3 or not titles:
        titles.append((setter.balance(words.title, style, most, 3), 2.4))
    if not titles[-1][0].is_whole and len(titles) == 1:
        titles = [(setter.set(words.title, style, most * 1.2, 3), 2.4)]
    return tuple(_complete(words, titles, detail, most, setter))


def _complete(
    words: CardWords, titles: list[tuple[Setting, float]], detail: Detail, most: float, setter: Typesetter
) -> list[Form]:
    found: list[Form] = []
    if words.body:
        found += _with_body(words, titles, most, setter)
    lost = 18.0 if words.body else 0.0
    found += [_form(words, title, True, (), cost + lost, not words.body, setter) for title, cost in titles]
    if words.meta and not words.is_alert:
        lost += 4.0
        is_complete = detail == "standard"
        found += [_form(words, title, False, (), cost + lost, is_complete, setter) for title, cost in titles]
    return found


_BODIES = ((1.0, 5, 0.0), (1.4, 5, 1.0), (1.4, 2, 6.0), (1.0, 2, 7.0), (1.4, 1, 12.0))  # width, lines, cost


def _with_body(
    words: CardWords, titles: list[tuple[Setting, float]], most: float, setter: Typesetter
) -> list[Form]:
    """Return the forms with actions, thoughts and quote, whole first, then elided."""
    found: list[Form] = []
    title, title_cost = titles[0]
    seen: set[tuple[tuple[str, str, Line], ...]] = set()
    for wider, lines, cost in _BODIES:
        body, is_whole = _body(words, most * wider, lines, setter)
        if body not in seen:
            seen.add(body)
            found.append(_form(words, title, True, body, title_cost + cost, is_whole, setter))
    return found


def shortened(words: CardWords, setter: Typesetter) -> tuple[Form, ...]:
    """Return the ways to write the card where no other has room, its whole title on a long line first, the cheapest first."""
    style = "card_title_shared" if words.is_shared else "card_title"
    found: list[Form] = []
    line = setter.set(words.title, style, _LONG, 1)
    if line.is_whole:
        found.append(_form(words, line, words.is_alert, (), 20.0, False, setter))
    for width, lines, cost in ((120.0, 2, 24.0), (150.0, 1, 26.0), (100.0, 1, 30.0), (64.0, 1, 36.0)):
        setting = setter.set(words.title, style, width, lines)
        if not setting.is_whole or width < 100:
            found.append(_form(words, setting, words.is_alert, (), cost, False, setter))
    return tuple(found)


def _body(
    words: CardWords, most: float, lines: int, setter: Typesetter
) -> tuple[tuple[tuple[str, str, Line], ...], bool]:
    """Return the lines of the body, a speaker before the first of each, and whether nothing is left out."""
    several = any(role for _, role, _ in words.body)
    width = most - (12.0 if several else 0.0)
    rows: list[tuple[str, str, Line]] = []
    is_whole = True
    for style, role, text in words.body:
        setting = setter.set(text, style, width, lines)
        is_whole = is_whole and setting.is_whole
        for place, line in enumerate(setting.lines):
            rows.append((style, role if place == 0 else ("" if not role else "\0"), line))
    return tuple(rows[:20]), is_whole and len(rows) <= 20


def _form(
    words: CardWords, title: Setting, has_meta: bool, body: Sequence[tuple[str, str, Line]], cost: float,
    is_complete: bool, setter: Typesetter,
) -> Form:  # fmt: skip
    style = "card_title_shared" if words.is_shared else "card_title"
    rows = [
        FormRow(line.text, PAD_LEFT, 20.5 + _LINE * place, line.width, style, "")
        for place, line in enumerate(title.lines)
    ]
    count = len(rows)
    height = _LINE * count + 12.0
    widest = title.width
    if has_meta and words.meta:
        meta_style = "card_alert" if words.is_alert else "card_meta"
        line = setter.elide(words.meta, meta_style, max(widest, 170.0))
        rows.append(
            FormRow(line.text, PAD_LEFT, 20.5 + _LINE * (count - 1) + 18.0, line.width, meta_style, "")
        )
        height = _LINE * count + 28.0
        widest = max(widest, line.width)
    indent = 12.0 if any(role for _, role, _ in body) else 0.0
    for place, (body_style, role, line) in enumerate(body):
        y = height + _BODY_LINE * place + 9.0
        rows.append(
            FormRow(line.text, PAD_LEFT + indent, y, line.width, body_style, "" if role == "\0" else role)
        )
        widest = max(widest, line.width + indent)
    if body:
        height += _BODY_LINE * len(body) + 4.0
    marks = len(words.pins) + words.has_star
    width = PAD_LEFT + widest + PAD_RIGHT + (PIN * marks + 5.0 if marks else 0.0)
    return Form(tuple(rows), max(float(round(width * 10) / 10), 44.0), height, cost, is_complete)
