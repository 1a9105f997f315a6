"""Columns about who takes part: the list of roles, how each takes part, what it feels, does and thinks."""

from __future__ import annotations

from typing import Any

from app.i18n import tr
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.parts import Participation
from app.model.records import Role, Touchpoint
from app.model.sheet.column import SECOND, THIRD, Column, Write
from app.model.sheet.names import Names
from app.model.sheet.words import feeling_text, read_feeling, read_involvement
from app.model.vocabulary import involvements

_NOBODY = Participation(role="nobody")


def who_columns() -> tuple[Column, ...]:
    """Return the columns about all who take part."""
    return (
        Column("roles", tr("Roles"), "roles", _roles_text, _write_roles, turn=SECOND, can_be_empty=False),
        Column(
            "involvements", tr("Involvement"), "involvement", _involvements_text, _write_involvements, turn=THIRD,
            can_be_empty=False,
        ),
        Column(
            "feeling", tr("Feeling"), "feeling", lambda _, t: feeling_text(lead(t).feeling), _write_feeling_of_lead,
            lambda _, t: lead(t).feeling, is_shown=False,
        ),
    )  # fmt: skip


def lead_columns() -> tuple[Column, ...]:
    """Return what the role that leads does and thinks."""
    return (
        Column("action", tr("Action"), "lines", lambda _, t: lead(t).action, _write_of_lead("action")),
        Column("thought", tr("Thought"), "lines", lambda _, t: lead(t).thought, _write_of_lead("thought")),
    )


def feeling_column(role: Role) -> Column:
    """Return what one role feels; a feeling lets it take part."""

    def value(_journey: Journey, touchpoint: Touchpoint) -> int | None:
        part = touchpoint.participation(role.id)
        return None if part is None else part.feeling

    def write(_names: Names, touchpoint: Touchpoint, text: str) -> Touchpoint:
        feeling = read_feeling(text)
        if feeling is None and touchpoint.participation(role.id) is None:
            return touchpoint
        return with_part(touchpoint, role.id, feeling=feeling)

    return Column(
        f"feeling {role.id}", role.name, "feeling", lambda j, t: feeling_text(value(j, t)), write, value,
        turn=THIRD, role=role.id,
    )  # fmt: skip


def detail_columns(role: Role) -> tuple[Column, ...]:
    """Return how one role takes part, what it does and thinks; hidden until they are wanted."""

    def text(field: str) -> Any:
        return lambda _journey, touchpoint: getattr(touchpoint.participation(role.id) or _NOBODY, field)

    def write(field: str) -> Write:
        def put(_names: Names, touchpoint: Touchpoint, words: str) -> Touchpoint:
            if not words and touchpoint.participation(role.id) is None:
                return touchpoint
            return with_part(touchpoint, role.id, **{field: words})

        return put

    def involvement(_journey: Journey, touchpoint: Touchpoint) -> str:
        part = touchpoint.participation(role.id)
        return "" if part is None else involvements()[part.involvement]

    def write_involvement(_names: Names, touchpoint: Touchpoint, words: str) -> Touchpoint:
        if words.strip():
            return with_part(touchpoint, role.id, involvement=read_involvement(words))
        kept = tuple(part for part in touchpoint.participations if part.role != role.id)
        if touchpoint.participations and not kept:
            raise _nobody_left()
        return revised(touchpoint, participations=kept)

    name = role.name
    return (
        Column(f"involvement {role.id}", tr("{role}: involvement", role=name), "involvement", involvement,
               write_involvement, turn=THIRD, role=role.id, is_shown=False),
        Column(f"action {role.id}", tr("{role}: action", role=name), "lines", text("action"), write("action"),
               turn=THIRD, role=role.id, is_shown=False),
        Column(f"thought {role.id}", tr("{role}: thought", role=name), "lines", text("thought"), write("thought"),
               turn=THIRD, role=role.id, is_shown=False),
    )  # fmt: skip


def in_order(touchpoint: Touchpoint) -> tuple[Participation, ...]:
    """Return the parts, those who lead first."""
    return tuple(sorted(touchpoint.participations, key=lambda part: part.involvement != "leads"))


def lead(touchpoint: Touchpoint) -> Participation:
    """Return the part of who leads, else the first one."""
    ordered = in_order(touchpoint)
    return ordered[0] if ordered else _NOBODY


def with_part(touchpoint: Touchpoint, role: str, **fields: Any) -> Touchpoint:
    """Return the touchpoint with fields of a role's part changed; the role takes part from now on."""
    part = touchpoint.participation(role)
    if part is None:
        first = () if touchpoint.participations else (("involvement", "leads"),)
        part = made(Participation, role=role, **{**dict(first), **fields})
        return revised(touchpoint, participations=(*touchpoint.participations, part))
    new = revised(part, **fields)
    parts = tuple(new if other is part else other for other in touchpoint.participations)
    return revised(touchpoint, participations=parts)


def _roles_text(journey: Journey, touchpoint: Touchpoint) -> str:
    return ", ".join(_name(journey, part.role) for part in in_order(touchpoint))


def _name(journey: Journey, role: str) -> str:
    found = journey.get(role)
    return found.name if isinstance(found, Role) else ""


def _write_roles(names: Names, touchpoint: Touchpoint, text: str) -> Touchpoint:
    """Let exactly these roles take part; who stands first leads."""
    asked = dict.fromkeys(names.role(name) for name in names.role_names(text))
    if not asked:
        raise _nobody_left()
    before = in_order(touchpoint)
    parts = [touchpoint.participation(role) or made(Participation, role=role) for role in asked]
    if [part.role for part in parts] == [part.role for part in before]:
        return touchpoint
    if not before or parts[0].role != before[0].role:
        parts = [revised(p, involvement="takes_part") if p.involvement == "leads" else p for p in parts]
        parts[0] = revised(parts[0], involvement="leads")
    return revised(touchpoint, participations=tuple(parts))


def _involvements_text(_journey: Journey, touchpoint: Touchpoint) -> str:
    known = involvements()
    return ", ".join(known[part.involvement] for part in in_order(touchpoint))


def _write_involvements(names: Names, touchpoint: Touchpoint, text: str) -> Touchpoint:
    """Give the roles, as they stand in their cell, these involvements."""
    words = text.replace(";", ",").split(",")
    parts = in_order(touchpoint)
    if len(words) > len(parts) or not text.strip():
        raise JourneyError(
            tr("There must be one involvement for each role, as “{example}”.",
               example=_involvements_text(names.journey, touchpoint)),
            do=tr("The roles stand in the same order."),
        )  # fmt: skip
    read = [read_involvement(word) for word in words]
    wanted = dict(zip((part.role for part in parts), read, strict=False))
    new = tuple(
        revised(part, involvement=wanted.get(part.role, part.involvement))
        for part in touchpoint.participations
    )
    return revised(touchpoint, participations=new)


def _write_of_lead(field: str) -> Write:
    return lambda _names, touchpoint, words: with_part(touchpoint, lead(touchpoint).role, **{field: words})


def _write_feeling_of_lead(_names: Names, touchpoint: Touchpoint, text: str) -> Touchpoint:
    return with_part(touchpoint, lead(touchpoint).role, feeling=read_feeling(text))


def _nobody_left() -> JourneyError:
    return JourneyError(tr("At least one role must take part."), do=tr("Write the names of roles."))
