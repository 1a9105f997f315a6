"""Where text may be cut: between the characters as people see them, never inside one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # but those at which no line may break: 31 h, « oui »
_JOINER = "\u200d"
_MARKS = {"Mn", "Me", "Mc", "Cf"}


def clusters(text: str) -> list[str]:
    """Split text into what a reader sees as single characters: accents, emoji sequences and flags stay whole.

    >>> clusters("e\\u0301a")
    ['é', 'a']
    """
    if text.isascii():
        return list(text)
    found: list[str] = []
    for character in text:
        if found and (
            _continues(character) or found[-1].endswith(_JOINER) or _half_flag(found[-1], character)
        ):
            found[-1] += character
        else:
            found.append(character)
    return found


def _continues(character: str) -> bool:
    code = ord(character)
    if code < 0x300:
        return False
    return unicodedata.category(character) in _MARKS or 0x1F3FB <= code <= 0x1F3FF or 0x1160 <= code <= 0x11FF


def _half_flag(before: str, character: str) -> bool:
    return len(before) == 1 and _is_flag_letter(before) and _is_flag_letter(character)


def _is_flag_letter(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def is_ideographic(character: str) -> bool:
    """Tell whether a line may break after this character without a space: Chinese, Japanese, Korean syllables, emoji."""
    code = ord(character[0])
    return (
        0x2E80 <= code <= 0x9FFF
        or 0xAC00 <= code <= 0xD7AF
        or 0xF900 <= code <= 0xFAFF
        or 0xFF00 <= code <= 0xFF60
        or 0x1F000 <= code <= 0x3FFFF
    )


_NOT_FIRST = frozenset("、。，．・：；？！）」』】〉》〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?)]}%…")


def one_spaced(text: str) -> str:
    """Return the text with one space where a line may break at spaces, and none at its ends."""
    return " ".join(_parted(text))


def _parted(text: str) -> list[str]:
    return text.split() if text.isascii() else [part for part in _SPACES.split(text) if part.strip()]


def words(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces a line may break between, and whether a space stands before the piece."""
    for number, word in enumerate(_parted(text)):
        if word.isascii():
            yield word, number > 0
            continue
        piece, is_spaced = "", number > 0
        for cluster in clusters(word):
            if piece and is_ideographic(piece[-1]) | is_ideographic(cluster) and cluster[0] not in _NOT_FIRST:
                yield piece, is_spaced
                piece, is_spaced = "", False
            piece += cluster
        if piece:
            yield piece, is_spaced
