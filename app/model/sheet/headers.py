"""Rows of a block that name columns, in the words of the table or in words that people use for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.model.same_names import name_key
from app.model.sheet.block import Block
from app.model.sheet.column import Column
from app.model.sheet.columns import custom_column

_CALLED = {
    "touchpoint": "title", "name": "title", "event": "title", "what": "title", "stage": "phase", "step": "start",
    "hour": "start", "day": "start", "week": "start", "month": "start", "date": "start", "when": "start",
    "time": "start", "begin": "start", "length": "duration", "how long": "duration", "via": "channel",
    "medium": "channel", "role": "roles", "who": "roles", "participants": "roles", "stakeholder": "roles",
    "stakeholders": "roles", "emotion": "feeling", "sentiment": "feeling", "doing": "action", "actions": "action",
    "thinking": "thought", "thoughts": "thought", "quote": "thought", "notes": "description", "comment": "description",
    "tag": "tags", "labels": "tags",
    "titel": "title", "was": "title", "ereignis": "title", "stunde": "start", "woche": "start",
    "monat": "start", "datum": "start", "wann": "start", "zeit": "start", "zeitpunkt": "start", "beginn": "start",
    "dauer": "duration", "wie lange": "duration", "kanal": "channel", "abschnitt": "phase", "rolle": "roles",
    "rollen": "roles", "wer": "roles", "beteiligte": "roles", "teilnehmer": "roles", "gefühl": "feeling",
    "stimmung": "feeling", "handlung": "action", "aktion": "action", "gedanke": "thought",
    "gedanken": "thought", "zitat": "thought", "beschreibung": "description", "notiz": "description",
    "notizen": "description", "kommentar": "description", "schlagwort": "tags", "schlagwörter": "tags",
    "étape": "phase", "titre": "title", "point de contact": "title", "quoi": "title", "événement": "title", "heure": "start",
    "jour": "start", "semaine": "start", "mois": "start", "quand": "start", "début": "start", "durée": "duration",
    "canal": "channel", "rôle": "roles", "rôles": "roles", "qui": "roles", "acteurs": "roles", "ressenti": "feeling",
    "émotion": "feeling", "pensée": "thought", "pensées": "thought", "citation": "thought",
    "remarque": "description", "remarques": "description", "commentaire": "description", "étiquettes": "tags",
    "involvement": "involvements", "beteiligung": "involvements", "implication": "involvements",
    "moment of truth": "moment_of_truth", "moment der wahrheit": "moment_of_truth", "moment de vérité": "moment_of_truth",
    "erkenntnisse": "insights", "constats": "insights", "abweichung": "deviation", "écart": "deviation",
    "planned start": "planned_start", "geplanter beginn": "planned_start", "début prévu": "planned_start",
    "planned duration": "planned_duration", "geplante dauer": "planned_duration", "durée prévue": "planned_duration",
    "branch": "path", "zweig": "path", "pfad": "path", "voie": "path", "branche": "path",
}  # fmt: skip
_ALSO_CALLED = {name_key(word): key for word, key in _CALLED.items()}


class Heading(NamedTuple):
    """What the first row of a block says: its columns, the rest of the block, and titles that were not known."""

    columns: tuple[Column | None, ...]
    block: Block
    new: tuple[str, ...]


def heading(block: Block, known: Sequence[Column]) -> Heading | None:
    """Return what the first row names, or none where it is no row of titles: two of its cells must be known ones.

    A title that is not known becomes a field of the team's own, one above empty cells is passed over.
    """
    if len(block) < 2:
        return None
    by_title = {name_key(column.key): column for column in reversed(known)}
    by_title |= {word: by_title[key] for word, key in _ALSO_CALLED.items() if key in by_title}
    by_title |= {name_key(column.title): column for column in reversed(known)}
    titles = [name_key(cell) for cell in block[0]]
    found = [by_title.get(title) for title in titles]
    count = len({column.key for column in found if column is not None})
    named = sum(bool(title) for title in titles)
    if count < 2 or count * 2 < named:
        return None
    columns: list[Column | None] = []
    new: list[str] = []
    taken: set[str] = set()
    for place, (title, column) in enumerate(zip(block[0], found, strict=True)):
        if (
            column is None
            and title.strip()
            and any(place < len(row) and row[place].strip() for row in block[1:])
        ):
            column = custom_column(" ".join(title.split())[:80])
            new.append(column.title)
        if column is not None and column.key in taken:
            column = None
        if column is not None:
            taken.add(column.key)
        columns.append(column)
    width = max(map(len, block))
    columns += [None] * (width - len(columns))
    return Heading(tuple(columns), block[1:], tuple(new))
