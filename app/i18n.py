"""Words on the screen in the person's language, words of a picture in the journey's; for core and skin alike."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from app.places import resource

_DOMAIN = "journeylines"
_LOCALE_FOLDER = resource("locale")
LANGUAGES = ("en", "de", "fr")
_VARIABLES = (
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
)  # the first that is set says it, as for other programs
_ENGLISH = gettext.NullTranslations()
_DECIMAL_AND_GROUP = {
    "de": str.maketrans(".,", ",."),
    "fr": str.maketrans(".,", ",\u202f"),
}  # English has . and ,
_LEAST_GROUPED = 10_000  # four digits are read at a glance
_person: gettext.NullTranslations = _ENGLISH
_meanwhile: ContextVar[gettext.NullTranslations | None] = ContextVar("meanwhile", default=None)


def use_language(*languages: str) -> None:
    """Choose the first of these languages that has a catalogue; English needs none."""
    global _person  # noqa: PLW0603  (the one choice of language a process makes)
    found = (_catalogue(language) for language in languages)
    _person = next((catalogue for catalogue in found if catalogue is not None), _ENGLISH)


def languages_of_environment() -> Sequence[str]:
    """Return the languages that the environment asks for, the dearest first, as "de_DE" or "de"."""
    said = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    return [language.partition(".")[0].partition("@")[0] for language in said.split(":")]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak this language meanwhile, in this thread; where it has no catalogue or is "", the person's goes on.

    So a picture has the words of its journey's language, whoever draws it on whatever machine.
    """
    catalogue = _catalogue(language) if language else None
    token = _meanwhile.set(catalogue or _meanwhile.get())
    try:
        yield
    finally:
        _meanwhile.reset(token)


def spoken() -> object:
    """Return what stands for the language spoken now: another object, another language."""
    return _meanwhile.get() or _person


@contextmanager
def speaking_again(language: object) -> Iterator[None]:
    """Speak meanwhile, in this thread, the language that was `spoken` at another time."""
    assert isinstance(language, gettext.NullTranslations)
    token = _meanwhile.set(language)
    try:
        yield
    finally:
        _meanwhile.reset(token)


def language() -> str:
    """Return the language spoken now, as "de"."""
    return (_meanwhile.get() or _person).info().get("language", "en").partition("_")[0]


def tr(text: str, /, **values: object) -> str:
    """Return the text in the language spoken now, its {names} filled with the values; numbers as it writes them."""
    translated = (_meanwhile.get() or _person).gettext(text)
    return translated.format(**_written(values)) if values else translated


def trc(context: str, text: str, /) -> str:
    """Return the text as it is said in this context, where other languages have other words than elsewhere."""
    return (_meanwhile.get() or _person).pgettext(context, text)


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the form for this count; `{count}` is filled."""
    form = (_meanwhile.get() or _person).ngettext(one, many, count)
    return form.format(count=number_text(count), **_written(values))


def noted(text: str) -> str:
    """Return the text as it is: it is translated where it is said, by a library that looks into our catalogue."""
    return text


def lend_catalogue() -> None:
    """Let the standard library, which has no translations of its own, look for the words it says in our catalogue."""
    gettext.bindtextdomain(_DOMAIN, _LOCALE_FOLDER)
    gettext.textdomain(_DOMAIN)


def number_text(value: float, places: int = 4, *, is_exact: bool = False, has_sign: bool = False) -> str:
    """Write a number as the language spoken now does, with as many digits as it needs, `places` behind the comma at most.

    Thousands are grouped from five digits on, but where it `is_exact`: so it is read back as the same.
    `has_sign` says more or less than nothing: +1, −2.

    >>> number_text(1.5), number_text(-0.00001), number_text(12000), number_text(12000.25, is_exact=True), number_text(-1.5, has_sign=True)
    ('1.5', '0', '12,000', '12000.25', '−1.5')
    """
    is_grouped = abs(value) >= _LEAST_GROUPED and not is_exact
    form = ("," if is_grouped else "") + ("d" if isinstance(value, int) else f".{places}f")
    words = format(value, form)
    if "." in words:
        words = words.rstrip("0").rstrip(".")
    if words == "-0":
        words = "0"
    if has_sign and words != "0":
        words = words.replace("-", "\u2212") if value < 0 else f"+{words}"
    signs = _DECIMAL_AND_GROUP.get(language())
    return words.translate(signs) if signs else words


def plural_of(amount: float) -> int:
    """Return the count whose form an amount has: 0.5 and 1.5 are many, but in French they are less than two."""
    return int(amount) if amount == int(amount) or language() == "fr" else 2


def quoted(words: object) -> str:
    """Return the words in quotes."""
    return tr("“{words}”", words=words)


def headed(heading: str, words: object) -> str:
    """Return the words after what they are or whose: "CFO: signs"."""
    return tr("{heading}: {words}", heading=heading, words=words)


def within_a_list(name: str) -> str:
    """Return a name as it stands among others: without a capital, but in German, where nouns keep theirs."""
    return name if language() == "de" else name.lower()


def _written(values: dict[str, object]) -> dict[str, object]:
    return {
        name: number_text(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
        for name, value in values.items()
    }


@lru_cache(maxsize=16)
def _catalogue(language: str) -> gettext.NullTranslations | None:
    """Return a language's catalogue, of "de-AT" that of "de"; none where there is none."""
    whole = language.replace("-", "_")
    plain = whole.partition("_")[0]
    if plain in ("en", "C", "POSIX"):
        return _ENGLISH
    try:
        return gettext.translation(_DOMAIN, _LOCALE_FOLDER, [whole, plain])
    except OSError:
        return None
