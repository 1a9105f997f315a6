"""Words on the screen in the person's language, for core and skin alike."""

from __future__ import annotations

import gettext

from app.places import resource

_LOCALE_FOLDER = resource("locale")
_translation: gettext.NullTranslations = gettext.NullTranslations()


def use_language(*languages: str) -> None:
    """Choose the first of these languages that has a catalogue; English needs none."""
    global _translation  # noqa: PLW0603  (the one choice of language a process makes)
    _translation = gettext.translation("journeylines", _LOCALE_FOLDER, languages, fallback=True)


def tr(text: str, /, **values: object) -> str:
    """Return the text in the chosen language, its {names} filled with the values."""
    translated = _translation.gettext(text)
    return translated.format(**values) if values else translated


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the form for this count; `{count}` is filled."""
    return _translation.ngettext(one, many, count).format(count=count, **values)
