"""The one error a person can cause, told as a sentence."""

from __future__ import annotations

from app.i18n import headed


class JourneyError(Exception):
    """Something a person did or gave that cannot be accepted.

    `what` says what is wrong, `where` names the place (file, line, record's title), `do` says what would help,
    `record` is the id of the record it is about, if any.
    Nothing on disk or in the open journey has changed when this is raised.
    """

    def __init__(self, what: str, where: str = "", do: str = "", record: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.do = do
        self.record = record

    def __str__(self) -> str:
        sentence = f"{self.what} {self.do}" if self.do else self.what
        return headed(self.where, sentence) if self.where else sentence
