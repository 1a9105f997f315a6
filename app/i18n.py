"""Words on the screen in the person's language, words of a picture in the journey's; for core and skin alike."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from app.places import resource

_LOCALE_FOLDER = resource("locale")
_VARIABLES = (
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
)  # the first that is set says it, as for other programs
_ENGLISH = gettext.NullTranslations()
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


def tr(text: str, /, **values: object) -> str:
    """Return the text in the language spoken now, its {names} filled with the values."""
    translated = (_meanwhile.get() or _person).gettext(text)
    return translated.format(**values) if values else translated


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the form for this count; `{count}` is filled."""
    return (_meanwhile.get() or _person).ngettext(one, many, count).format(count=count, **values)


def within_a_list(name: str) -> str:
    """Return a name as it stands among others: without a capital, but in German, where nouns keep theirs."""
    language = (_meanwhile.get() or _person).info().get("language", "")
    return name if language.startswith("de") else name.lower()


@lru_cache(maxsize=16)
def _catalogue(language: str) -> gettext.NullTranslations | None:
    """Return a language's catalogue, of "de-AT" that of "de"; none where there is none."""
    whole = language.replace("-", "_")
    plain = whole.partition("_")[0]
    if plain in ("en", "C", "POSIX"):
        return _ENGLISH
    try:
        return gettext.translation("journeylines", _LOCALE_FOLDER, [whole, plain])
    except OSError:
        return None
