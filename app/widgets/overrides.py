"""Exceptions in what Qt calls reach the log instead of ending the program.

Python up to 3.11 leaves an exception that was raised in C (a division by zero, an index out of range) unfinished until
somebody catches it, and PySide crashes when such a one leaves an override that Python itself had reached through Qt,
as a mouse event that passes `viewportEvent` does. So every override of ours catches and raises again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import lru_cache, partial, wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QMetaMethod, QObject
from PySide6.QtGui import QAccessibleInterface

_FINISHES_BY_ITSELF = sys.version_info >= (3, 12)


def finish_exceptions() -> None:
    """Have the overrides of all classes that are made from now on finish their exceptions."""
    if not _FINISHES_BY_ITSELF:
        for kind in (QObject, QAccessibleInterface):
            kind.__init_subclass__ = classmethod(partial(_guard, kind))  # type: ignore[assignment]


def _guard(kind: type[Any], made: type[Any], /, **arguments: Any) -> None:
    super(kind, made).__init_subclass__(**arguments)
    bound = _of_qt(made)
    slots = _slots(bound)
    for name, found in list(vars(made).items()):
        if (
            isinstance(found, FunctionType)
            and hasattr(bound, name)
            and name not in slots
            and name[:2] != "__"
        ):
            setattr(made, name, _finishing(found))


def _finishing(override: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(override)
    def finishing(*args: Any, **named: Any) -> Any:
        try:
            return override(*args, **named)
        except BaseException:  # catching is what finishes it
            raise

    return finishing


def _of_qt(made: type) -> type:
    """Return the nearest class that Qt itself has."""
    return next(each for each in made.__mro__ if each.__module__.startswith(("PySide6.", "Shiboken")))


@lru_cache
def _slots(bound: type) -> frozenset[str]:
    """Return the names of the class's slots: of those PySide counts the arguments, which a wrapper would hide."""
    meta = getattr(bound, "staticMetaObject", None)
    if meta is None:
        return frozenset()
    methods = (meta.method(number) for number in range(meta.methodCount()))
    return frozenset(
        bytes(method.name().data()).decode()
        for method in methods
        if method.methodType() is QMetaMethod.MethodType.Slot
    )
