"""What an analysis says."""

from __future__ import annotations

from msgspec import Struct


class Finding(Struct, frozen=True):
    """A sentence, the records it points at, and how much it matters; found again by its `identity`."""

    analysis: str  # the row of the catalogue that found it
    sentence: str
    records: tuple[str, ...]  # ids, the one to show first first
    weight: float  # 0 hardly matters ... 1 matters most
    subject: str = ""  # what stays the same when the sentence and other records change; "": the records

    @property
    def identity(self) -> str:
        """Name the finding: the same question about the same things, whatever the sentence says now."""
        return f"{self.analysis} {self.subject or ' '.join(self.records)}"
