"""Ids of records: random, global and never reused."""

from __future__ import annotations

import secrets
from typing import Annotated

from pydantic import StringConstraints

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
IdOrNone = Annotated[str, StringConstraints(pattern=r"^$|" + ID_PATTERN)]  # "" means: none


def new_id() -> str:
    """Return a new random id of 80 bits, safe in XML ids, file names and URLs."""
    return "r" + secrets.token_hex(10)
