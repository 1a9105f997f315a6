"""Web pages of a touchpoint: a line for each address, and the way to open it."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n import tr
from app.model.change import Change
from app.model.edits.records import set_fields
from app.model.errors import JourneyError
from app.model.field_words import field_word
from app.model.journey import Journey
from app.model.record import Part
from app.model.records import Touchpoint
from app.widgets.docks.inspector.desk import Desk
from app.widgets.docks.inspector.rows import Records, change_label
from app.widgets.fields.entry import Entry
from app.widgets.fields.part_list import Column, PartList


class WebPage(Part):
    """An address in a row of its own."""

    address: str


def web_columns(desk: Desk) -> PartList:
    """Return the list of addresses."""
    columns = (Column("address", _address_line, is_wide=True, is_needed=True),)
    return PartList(WebPage, columns, tr("Add a web page"), desk.theme)


def web_links(_journey: Journey, records: Records) -> tuple[WebPage, ...]:
    """Return the addresses as parts."""
    return tuple(WebPage(address=link) for link in records[0].web_links)


def written_links(journey: Journey, ids: Sequence[str], pages: Sequence[WebPage]) -> Change:
    """Return the change to these addresses."""
    change = set_fields(journey, ids, web_links=tuple(page.address for page in pages))
    return Change(
        change.put, (), change_label(journey, ids, field_word(Touchpoint, "web_links")), change.merge_key
    )


def read_address(text: str) -> str:
    """Return the address that somebody wrote; without a scheme it is https. Raises JourneyError where it is none."""
    words = text.strip()
    if words and "://" not in words:
        words = f"https://{words}"
    if not words.startswith(("http://", "https://")) or len(words.split()) != 1 or len(words) > 2000:
        raise JourneyError(
            tr("“{words}” is no web address.", words=text.strip()[:40]),
            do=tr("Write, for example, https://example.org."),
        )
    return words


def _address_line() -> Entry:
    line = Entry(read_address, str, waits=True)
    line.hint("https://")
    return line
