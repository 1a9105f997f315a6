"""The words for months, days of a month and units of time in every language that is spoken; all of them are always read."""

from __future__ import annotations

from functools import lru_cache

from app.i18n import language, spoken, tr
from app.model.folding import folded
from app.model.record import TimeUnit

_MONTHS = (
    "jan january januar jaenner janner janvier janv",
    "feb february februar feber fevrier fevr fev",
    "mar march marz maerz mrz mars",
    "apr april avril avr",
    "may mai",
    "jun june juni juin",
    "jul july juli juillet juil",
    "aug august aout",
    "sep sept september septembre",
    "oct october okt oktober octobre",
    "nov november novembre",
    "dec december dez dezember decembre",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}

_UNITS: dict[TimeUnit, str] = {
    "hour": "h hr hrs hour hours std stunde stunden heure heures",
    "day": "d day days tg tag tage tagen jr jrs jour jours",
    "week": "w wk wks week weeks wo woche wochen sem semaine semaines",
    "month": "mo mos month months mon mt monat monate monaten mois",
    "step": "step steps schritt schritte schritten etape etapes",
}
UNITS = {word: unit for unit, words in _UNITS.items() for word in words.split()}
YEARS = frozenset(
    ["y", "yr", "yrs", "year", "years", "jahr", "jahre", "jahren", "an", "ans", "annee", "annees"]
)
MINUTES = frozenset(["min", "mins", "mn", "minute", "minutes", "minuten"])
JOINTS = ("and", "und", "et")
CALENDAR_WEEK = ("kw", "cw")  # of the year, from Monday
_LETTERS: dict[str, dict[str, TimeUnit]] = {"de": {"t": "day"}, "fr": {"j": "day", "s": "week"}}


def month_of(word: str) -> int:
    """Return the number of the month, or 0 where the word is none.

    >>> month_of("févr."), month_of("März"), month_of("Sept"), month_of("Janitor")
    (2, 3, 9, 0)
    """
    return MONTHS.get(folded(word).rstrip("."), 0)


def unit_of(word: str) -> TimeUnit | None:
    """Return the unit that a word means, or a letter in the language spoken now; none where it is no unit.

    >>> unit_of("Std."), unit_of("semaines"), unit_of("Étape"), unit_of("parsecs")
    ('hour', 'week', 'step', None)
    """
    plain = folded(word).rstrip(".")
    return UNITS.get(plain) or unit_letters().get(plain)


def unit_letters() -> dict[str, TimeUnit]:
    """Return the letters that only the language spoken now has for units: s is a step elsewhere."""
    return _LETTERS.get(language(), {})


def letter_of(unit: TimeUnit) -> str:
    """Return the letter that a person who speaks the language writes before a number: w12, in French s12."""
    own = {meant: letter for letter, meant in unit_letters().items()}
    return own.get(unit) or {"hour": "h", "day": "d", "week": "w", "month": "m", "step": "s"}[unit]


def short_months() -> tuple[str, ...]:
    """Return the months as they stand in a date."""
    return _short_months(spoken())


@lru_cache(maxsize=8)
def _short_months(_language: object) -> tuple[str, ...]:
    return (
        tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"),
        tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"),
    )  # fmt: skip


def day_words(day: int, month: int, year: int | None = None) -> str:
    """Return a day of the calendar: "12 May", "12 May 2026".

    >>> day_words(12, 5), day_words(1, 5, 2026)
    ('12 May', '1 May 2026')
    """
    name = short_months()[month - 1]
    words = tr("1 {month}", month=name) if day == 1 else tr("{day} {month}", day=day, month=name)
    return words if year is None else tr("{day} {year}", day=words, year=f"{year:04d}")
