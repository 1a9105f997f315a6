"""Text as it is compared: small and capital letters are alike, and so are letters with and without accents."""

from __future__ import annotations

from unicodedata import combining, normalize

_VOICED = "\u3099\u309a"  # of kana: other letters, not accents
_ALIKE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


def folded(text: str) -> str:
    """Return the text as it is compared: without capitals, accents and marks.

    >>> folded("Crème BRÛLÉE, Straße")
    'creme brulee, strasse'
    """
    if text.isascii():
        return text.lower()
    apart = normalize("NFKD", text.casefold())
    return (
        "".join(letter for letter in apart if not combining(letter) or letter in _VOICED)
        .casefold()
        .translate(_ALIKE)
    )
