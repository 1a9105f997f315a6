"""Arithmetic on colours written "#rrggbb"."""

from __future__ import annotations

from functools import lru_cache

Linear = tuple[float, float, float]  # light, 0..1
Lab = tuple[float, float, float]


def mixed(colour: str, ground: str, share: float) -> str:
    """Return the solid colour that `share` of `colour` over `ground` looks like.

    >>> mixed("#000000", "#ffffff", 0.1)
    '#E6E6E6'
    """
    parts = zip(_bytes(colour), _bytes(ground), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02X}" for over, under in parts)


def linear(colour: str) -> Linear:
    """Return the amounts of light (sRGB undone)."""
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in _bytes(colour)
    )
    return red, green, blue


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG, 0..1."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG, 1..21.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def oklab(light: Linear) -> Lab:
    """Return lightness and the two opponent axes of Ottosson's OKLab, where distance is what the eye sees."""
    red, green, blue = light
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def until_contrast(colour: str, grounds: tuple[str, ...], least: float, towards: str) -> str:
    """Return the colour, moved towards another only as far as it needs for this contrast on every ground.

    >>> until_contrast("#ffffff", ("#000000",), 4.5, "#ffffff")
    '#ffffff'
    """
    for step in range(21):
        candidate = mixed(towards, colour, step / 20) if step else colour
        if min(contrast(candidate, ground) for ground in grounds) >= least:
            return candidate
    return towards


def _bytes(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
