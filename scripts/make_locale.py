"""Bring the translations up to date with the words in the code, and compile them.

`resources/locale/<language>/LC_MESSAGES/journeylines.po` is what translators write; the `.mo` beside it is what the
program reads. Words that left the code leave the translations; new ones come in empty and are told.
"""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
LANGUAGES = ("de", "fr")
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)  # a date of now would make a new file each time
KEYWORDS = {"tr": None, "noted": None, "trn": (1, 2), "trc": ((1, "c"), 2)}


def wanted() -> Catalog:
    """Return every text of the code, with the files that say it."""
    catalogue = Catalog(project="Journeylines", charset="utf-8")
    found = extract_from_dir(ROOT / "app", [("**.py", "python")], keywords=KEYWORDS)
    for name, _line, message, _comments, context in sorted(found, key=lambda row: (str(row[0]), row[1])):
        catalogue.add(message, locations=[(f"app/{Path(name).as_posix()}", 0)], context=context)
    return catalogue


def po_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "journeylines.po"


def updated(language: str) -> Catalog:
    """Return the language's translations with all texts of the code and no others."""
    path = po_path(language)
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
    else:
        catalogue = Catalog(locale=language, charset="utf-8")
    catalogue.update(wanted(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    if language == "fr":
        for message in catalogue:
            if message.id and message.string:  # what is new has none
                message.string = kept_together(message.string)
    return catalogue


def kept_together(string: Any) -> Any:
    """Return French words with no-break spaces before colons and the like and within guillemets."""
    if isinstance(string, tuple | list):
        return tuple(map(kept_together, string))
    return re.sub(r" (?=[:;?!»])|(?<=«) ", "\u00a0", string)


def po_bytes(catalogue: Catalog) -> bytes:
    """Return a catalogue as its file, without dates and places, which would change with every edit."""
    out = BytesIO()
    write_po(out, catalogue, width=110, no_location=True, omit_header=True, sort_output=True)
    head = (
        'msgid ""\nmsgstr ""\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n\n'
    )
    return head.encode() + out.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return a catalogue as the program reads it."""
    plain = Catalog(
        locale=catalogue.locale_identifier, charset="utf-8", creation_date=_NO_DATE, revision_date=_NO_DATE
    )
    for message in catalogue:
        if message.id and is_translated(message.string):
            plain.add(message.id, message.string, context=message.context)
    out = BytesIO()
    write_mo(out, plain)
    return out.getvalue()


def is_translated(string: object) -> bool:
    """Tell whether a text, or each of its forms, has words."""
    return all(string) if isinstance(string, tuple | list) else bool(string)


def missing(catalogue: Catalog) -> list[str]:
    """Return the texts without a translation."""
    return [str(message.id) for message in catalogue if message.id and not is_translated(message.string)]


def main() -> int:
    for language in LANGUAGES:
        catalogue = updated(language)
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po_bytes(catalogue))
        path.with_suffix(".mo").write_bytes(mo_bytes(catalogue))
        gaps = missing(catalogue)
        print(f"{language}: {len(catalogue)} texts, {len(gaps)} without a translation")
        for text in gaps[:20]:
            print("   ", text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
