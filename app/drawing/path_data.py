"""Reading of SVG path data: every command but T, turned to absolute lines and cubic curves."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from app.drawing.shapes import Segment

_TOKEN = re.compile(r"([MmLlHhVvCcQqSsAaZz])|([-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?)")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


def parsed(data: str) -> tuple[Segment, ...]:
    """Return the segments of path data; raises ValueError where it is not any.

    >>> parsed("M1 2h3v-1z")
    (('M', 1.0, 2.0), ('L', 4.0, 2.0), ('L', 4.0, 1.0), ('Z',))
    """
    return _Reader(data).read()


class _Reader:
    """A pen that walks along path data."""

    def __init__(self, data: str) -> None:
        self._tokens: list[str] = [letter or number for letter, number in _TOKEN.findall(data)]
        self._next = 0
        self._x = self._y = self._start_x = self._start_y = 0.0
        self._control: tuple[float, float] | None = None
        self._segments: list[Segment] = []
        self._draws: dict[str, Callable[..., None]] = {
            "M": self._move, "L": self._line, "H": self._across, "V": self._down, "C": self._cubic, "S": self._smooth,
            "Q": self._quadratic, "A": self._arc, "Z": self._close,
        }  # fmt: skip

    def read(self) -> tuple[Segment, ...]:
        command = ""
        while self._next < len(self._tokens):
            if self._tokens[self._next].isalpha():
                command = self._tokens[self._next]
                self._next += 1
            elif command and command in "Mm":
                command = "L" if command == "M" else "l"
            elif command in "Zz":  # or none yet
                raise ValueError("path data: a number after Z or before the first command")
            numbers = self._numbers(command.upper())
            self._draws[command.upper()](command.islower(), *numbers)
            if command.upper() not in "CS":
                self._control = None
        return tuple(self._segments)

    def _numbers(self, command: str) -> list[float]:
        if command == "A":
            return self._arc_numbers()
        end = self._next + _COUNTS[command]
        numbers = [float(token) for token in self._tokens[self._next : end]]
        if len(numbers) < _COUNTS[command]:
            raise ValueError(f"path data: too few numbers after {command}")
        self._next = end
        return numbers

    def _arc_numbers(self) -> list[float]:
        """Read an arc's seven numbers; its two flags may stand without a space ("a8 8 0 104 5")."""
        numbers: list[float] = []
        while len(numbers) < _COUNTS["A"]:
            if self._next >= len(self._tokens):
                raise ValueError("path data: too few numbers after A")
            token = self._tokens[self._next]
            if len(numbers) in (3, 4) and len(token) > 1:
                numbers.append(float(token[0]))
                self._tokens[self._next] = token[1:]
                continue
            numbers.append(float(token))
            self._next += 1
        return numbers

    def _to(self, relative: bool, x: float, y: float) -> tuple[float, float]:
        return (self._x + x, self._y + y) if relative else (x, y)

    def _move(self, relative: bool, x: float, y: float) -> None:
        self._x, self._y = self._start_x, self._start_y = self._to(relative, x, y)
        self._segments.append(("M", self._x, self._y))

    def _line(self, relative: bool, x: float, y: float) -> None:
        self._x, self._y = self._to(relative, x, y)
        self._segments.append(("L", self._x, self._y))

    def _across(self, relative: bool, x: float) -> None:
        self._line(False, self._x + x if relative else x, self._y)

    def _down(self, relative: bool, y: float) -> None:
        self._line(False, self._x, self._y + y if relative else y)

    def _cubic(self, relative: bool, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        first, second = self._to(relative, x1, y1), self._to(relative, x2, y2)
        end = self._to(relative, x, y)
        self._curve(*first, *second, *end)

    def _smooth(self, relative: bool, x2: float, y2: float, x: float, y: float) -> None:
        last_x, last_y = self._control or (self._x, self._y)
        second, end = self._to(relative, x2, y2), self._to(relative, x, y)
        self._curve(2 * self._x - last_x, 2 * self._y - last_y, *second, *end)

    def _quadratic(self, relative: bool, x1: float, y1: float, x: float, y: float) -> None:
        middle, end = self._to(relative, x1, y1), self._to(relative, x, y)
        first = (self._x + (middle[0] - self._x) * 2 / 3, self._y + (middle[1] - self._y) * 2 / 3)
        second = (end[0] + (middle[0] - end[0]) * 2 / 3, end[1] + (middle[1] - end[1]) * 2 / 3)
        self._curve(*first, *second, *end)

    def _arc(
        self,
        relative: bool,
        rx: float,
        ry: float,
        turn: float,
        large: float,
        sweep: float,
        x: float,
        y: float,
    ) -> None:
        end = self._to(relative, x, y)
        if not rx or not ry:
            self._line(False, *end)
            return
        for curve in arc_curves((self._x, self._y), abs(rx), abs(ry), turn, bool(large), bool(sweep), end):
            self._curve(*curve)

    def _curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self._segments.append(("C", x1, y1, x2, y2, x, y))
        self._x, self._y, self._control = x, y, (x2, y2)

    def _close(self, relative: bool) -> None:
        self._segments.append(("Z",))
        self._x, self._y = self._start_x, self._start_y


Curve = tuple[float, float, float, float, float, float]


def arc_curves(
    start: tuple[float, float],
    rx: float,
    ry: float,
    turn: float,
    large: bool,
    sweep: bool,
    end: tuple[float, float],
) -> list[Curve]:
    """Return an elliptic arc as cubic curves of at most a quarter turn (SVG 1.1, F.6)."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
    if not x and not y:
        return []
    short = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * short, ry * short
    square = (rx * ry) ** 2 / ((rx * y) ** 2 + (ry * x) ** 2) - 1
    factor = math.sqrt(max(0.0, square)) * (-1 if large == sweep else 1)
    middle_x, middle_y = factor * rx * y / ry, -factor * ry * x / rx
    first = math.atan2((y - middle_y) / ry, (x - middle_x) / rx)
    swept = math.atan2((-y - middle_y) / ry, (-x - middle_x) / rx) - first
    if sweep and swept < 0:
        swept += 2 * math.pi
    elif not sweep and swept > 0:
        swept -= 2 * math.pi

    centre_x = cos * middle_x - sin * middle_y + (start[0] + end[0]) / 2
    centre_y = sin * middle_x + cos * middle_y + (start[1] + end[1]) / 2

    def placed(along: float, across: float) -> tuple[float, float]:
        u, v = rx * along, ry * across
        return cos * u - sin * v + centre_x, sin * u + cos * v + centre_y

    count = max(1, math.ceil(abs(swept) / (math.pi / 2) - 1e-9))
    step = swept / count
    reach = 4 / 3 * math.tan(step / 4)
    curves: list[Curve] = []
    for index in range(count):
        a, b = first + index * step, first + (index + 1) * step
        one = placed(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        two = placed(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        curves.append((*one, *two, *placed(math.cos(b), math.sin(b))))
    return curves
