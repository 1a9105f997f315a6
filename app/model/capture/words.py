"""A line cut into words: quotes keep words together and as they are, a backslash keeps one word as it is."""

from __future__ import annotations

from typing import NamedTuple

_QUOTE, _ESCAPE = '"', "\\"
_NEVER_WRITTEN = "\x7f\ufffe\uffff"


class Word(NamedTuple):
    """A word as it is meant, and where it stands; what is kept as it is never is a mark."""

    text: str
    start: int
    end: int
    is_kept: bool = False


def is_space(letter: str) -> bool:
    """Tell whether the letter separates words; control characters do."""
    return letter.isspace() or letter < " " or letter in _NEVER_WRITTEN


def after_space(line: str, at: int) -> int:
    """Return the first place from `at` on that is no space."""
    while at < len(line) and is_space(line[at]):
        at += 1
    return at


def word_end(line: str, at: int) -> int:
    """Return where the word around `at` ends."""
    while at < len(line) and not is_space(line[at]):
        at += 1
    return at


def next_word(line: str, at: int) -> Word | None:
    """Return the first word from `at` on, or none at the end of the line."""
    start = after_space(line, at)
    if start == len(line):
        return None
    if line[start] == _ESCAPE and start + 1 < len(line) and not is_space(line[start + 1]):
        end = word_end(line, start)
        return Word(line[start + 1 : end], start, end, is_kept=True)
    if line[start] == _QUOTE and (close := line.find(_QUOTE, start + 1)) > 0:
        end = word_end(line, close)
        return Word(one_line(line[start:end]), start, end, is_kept=True)
    end = word_end(line, start)
    return Word(line[start:end], start, end)


def words_between(line: str, start: int, end: int) -> list[Word]:
    """Return the words of a part of the line, marks and all."""
    found: list[Word] = []
    while (at := after_space(line, start)) < end:
        start = min(word_end(line, at), end)
        found.append(Word(line[at:start], at, start))
    return found


def read_quoted(line: str, at: int) -> tuple[str, int] | None:
    """Return what stands in the quotes that open at `at`, two of them inside meaning one, and where they are closed."""
    if line[at : at + 1] != _QUOTE:
        return None
    place, text = at + 1, ""
    while (close := line.find(_QUOTE, place)) >= 0:
        text += line[place:close]
        if line[close + 1 : close + 2] != _QUOTE:
            text = one_line(text)
            return (text, close + 1) if text else None
        text += _QUOTE
        place = close + 2
    return None


def quoted(text: str) -> str:
    """Write a text so that `read_quoted` gives it again.

    >>> quoted('Bob "Bo" Ray')
    '"Bob ""Bo"" Ray"'
    """
    return f"{_QUOTE}{text.replace(_QUOTE, _QUOTE * 2)}{_QUOTE}"


def escaped(word: str) -> str:
    """Write a word so that it is kept as it is."""
    return _ESCAPE + word


def one_line(text: str) -> str:
    """Return the text with one space between its words and without control characters."""
    return " ".join("".join(" " if is_space(letter) else letter for letter in text).split())
