"""Roles that come from elsewhere and are not in the journey."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from app.model.record import Record
from app.model.records import Party, Role
from app.model.vocabulary import buying_roles, name_in


class Stranger(NamedTuple):
    """A role to be found or added: its key for the answer, its name, and what else is known of it."""

    key: str
    name: str
    detail: str = ""


Answer = Callable[[dict[str, str]], None]  # key -> id of a role, "" for one to add
Ask = Callable[[Sequence[Stranger], Answer], None]


def strangers(roles: Iterable[Role], records: Iterable[Record]) -> tuple[Stranger, ...]:
    """Return copied roles as strangers, with their organisation and what they may decide."""
    parties = {record.id: record.name for record in records if isinstance(record, Party)}
    known = buying_roles()
    return tuple(
        Stranger(
            role.id,
            role.name,
            ", ".join(
                filter(
                    None, (parties.get(role.party, ""), *(name_in(known, each) for each in role.buying_roles))
                )
            ),
        )
        for role in roles
    )
