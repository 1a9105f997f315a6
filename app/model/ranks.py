"""Ranks: strings that sort, with always room for one more between two of them.

A rank is a fraction in base 62 without its "0."; the idea is David Greenspan's "Implementing Fractional Indexing".
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"  # ascending as strings too
_WIDTH = 4  # at an open end ranks count up and down in these first digits, so that they stay short
_BASE = len(DIGITS)
_ROOM = _BASE**_WIDTH


def between(low: str, high: str) -> str:
    """Return a rank above `low` and below `high`; "" stands for an open end.

    Raises ValueError where `low` is not below `high`, or nothing is between them (a rank should not end in 0).

    >>> between("", ""), between("U", ""), between("", "U"), between("U", "V")
    ('U', 'U001', 'Tzzz', 'UV')
    """
    rank = "" if high and low >= high else _between(low, high)
    if rank <= low or (high and rank >= high):
        raise ValueError(f"no rank is above {low!r} and below {high!r}")
    return rank


def spread(count: int) -> tuple[str, ...]:
    """Return this many ascending ranks with even room between them.

    >>> spread(3)
    ('FV', 'V', 'kV')
    """
    step = _ROOM / (count + 1)
    return tuple(_digits(round(step * place)) for place in range(1, count + 1))


def _between(low: str, high: str) -> str:
    if not high:
        above = _number(low) + 1 if low else _ROOM // _BASE * 30
        return _digits(above) if above < _ROOM else _middle(low, "")
    if not low:
        below = _number(high) - 1
        return _digits(below) if below > 0 else _middle("", high)
    return _middle(low, high)


def _middle(low: str, high: str) -> str:
    same = 0
    while same < len(high) and (low[same] if same < len(low) else DIGITS[0]) == high[same]:
        same += 1
    if same:
        return high[:same] + _middle(low[same:], high[same:])
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0]) if high else _BASE
    if last - first > 1:
        return DIGITS[(first + last) // 2]
    if len(high) > 1:
        return high[0]
    return DIGITS[first] + _middle(low[1:], "")


def _number(rank: str) -> int:
    value = 0
    for digit in rank[:_WIDTH].ljust(_WIDTH, DIGITS[0]):
        value = value * _BASE + DIGITS.index(digit)
    return value


def _digits(value: int) -> str:
    text = ""
    for _ in range(_WIDTH):
        value, digit = divmod(value, _BASE)
        text = DIGITS[digit] + text
    return text.rstrip(DIGITS[0])
