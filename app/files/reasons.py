"""Why something cannot be read or written, in the person's language: what the system and the JSON reader say is English."""

from __future__ import annotations

import errno
import json

from app.i18n import tr


def reason_of(error: Exception) -> str:
    """Return why the system refused, as it stands within a sentence; what is rare is told in the system's words."""
    if not isinstance(error, OSError):  # a ValueError: a NUL in the name
        return tr("the name has a character that is not allowed")
    known = _of_system().get(errno.errorcode.get(error.errno or 0, ""))
    return known or error.strerror or str(error)


def reason_of_syntax(error: json.JSONDecodeError) -> str:
    """Return why a text is no JSON, as it stands within a sentence."""
    return next((words for said, words in _of_json() if error.msg.startswith(said)), error.msg)


def _of_system() -> dict[str, str]:
    """Return the reasons by their names, of which some systems lack a few."""
    lost = tr("the drive does not answer")
    return {
        "ENOENT": tr("there is no such file"),
        "ENOTDIR": tr("a part of its path is no folder"),
        "EISDIR": tr("it is a folder"),
        "EACCES": tr("you have no right to do that"),
        "EPERM": tr("you have no right to do that"),
        "EROFS": tr("the disk can only be read"),
        "ENOSPC": tr("the disk is full"),
        "EDQUOT": tr("the disk is full"),
        "EFBIG": tr("the disk takes no file as big as that"),
        "ENAMETOOLONG": tr("its name is too long"),
        "ELOOP": tr("its links lead in a circle"),
        "EBUSY": tr("another program uses it"),
        "ETXTBSY": tr("another program uses it"),
        "EMFILE": tr("too many files are open"),
        "ENFILE": tr("too many files are open"),
        "ENOMEM": tr("there is not enough memory"),
        "ENXIO": tr("it is no file"),
        "EIO": lost,
        "ENODEV": lost,
        "ESTALE": lost,
        "ETIMEDOUT": lost,
        "EHOSTDOWN": lost,
        "EHOSTUNREACH": lost,
        "ENOTCONN": lost,
    }


def _of_json() -> tuple[tuple[str, str], ...]:
    return (
        ("Expecting value", tr("a value is missing")),
        ("Expecting property name", tr("the name of a field is missing, or its quotes are")),
        ("Expecting ':'", tr("a colon is missing")),
        ("Expecting ','", tr("a comma is missing")),
        ("Illegal trailing comma", tr("a comma is too much")),
        ("Extra data", tr("something stands behind its end")),
        ("Invalid control character", tr("a text has a character that is not allowed, such as a line break")),
        ("Invalid \\", tr("a text has a backslash that means nothing")),
        ("Unterminated string", tr("a text has no closing quotes")),
    )
