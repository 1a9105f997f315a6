"""Edits of attachments: small files kept in the journey, and links to files beside it."""

from __future__ import annotations

import base64
import hashlib

from app.i18n import tr
from app.model.change import Change
from app.model.edits.consequences import settled
from app.model.edits.records import last_rank
from app.model.edits.validated import made, revised
from app.model.errors import JourneyError
from app.model.ids import new_id
from app.model.journey import Journey
from app.model.names import title_of
from app.model.record import Record
from app.model.records import Attachment, Role, Touchpoint

MOST_BYTES = 8_000_000
MOST_BYTES_TOGETHER = 32_000_000  # a file of this and four thirds as much again could not be opened


def set_avatar(journey: Journey, role_id: str, name: str, media_type: str, data: bytes) -> Change:
    """Give the role a picture of its own; the one before it goes where nothing else needs it."""
    role = journey.the(Role, role_id)
    new = _kept(journey, name, media_type, data)
    label = tr("Change the picture of {role}", role=title_of(role))
    return _without(journey, revised(role, avatar=new.id), role.avatar, label, (new,))


def remove_avatar(journey: Journey, role_id: str) -> Change:
    """Let the role be shown by its initials again."""
    role = journey.the(Role, role_id)
    label = tr("Remove the picture of {role}", role=title_of(role))
    return _without(journey, revised(role, avatar=""), role.avatar, label)


def attach(journey: Journey, touchpoint_id: str, name: str, media_type: str, data: bytes) -> Change:
    """Keep a small file in the journey and attach it to the touchpoint; the new attachment is put first."""
    touchpoint = journey.the(Touchpoint, touchpoint_id)
    new = _kept(journey, name, media_type, data)
    attached = revised(touchpoint, attachments=(*touchpoint.attachments, new.id))
    return Change((new, attached), (), tr("Attach {name}", name=title_of(new)))


def attach_link(journey: Journey, touchpoint_id: str, name: str, media_type: str, link: str) -> Change:
    """Attach a file that stays where it is, by its path relative to the journey's; the new attachment is put first."""
    touchpoint = journey.the(Touchpoint, touchpoint_id)
    rank = last_rank(journey, Attachment)
    new = made(Attachment, id=new_id(), name=name, media_type=media_type, link=link, rank=rank)
    attached = revised(touchpoint, attachments=(*touchpoint.attachments, new.id))
    return Change((new, attached), (), tr("Attach {name}", name=title_of(new)))


def detach(journey: Journey, touchpoint_id: str, attachment_id: str) -> Change:
    """Take an attachment from the touchpoint; it goes where nothing else needs it."""
    touchpoint = journey.the(Touchpoint, touchpoint_id)
    kept = tuple(each for each in touchpoint.attachments if each != attachment_id)
    attachment = journey.the(Attachment, attachment_id)
    label = tr("Remove {name}", name=title_of(attachment))
    return _without(journey, revised(touchpoint, attachments=kept), attachment_id, label)


def _kept(journey: Journey, name: str, media_type: str, data: bytes) -> Attachment:
    if len(data) > MOST_BYTES:
        what = tr("“{name}” is too large to be kept in the journey.", name=name)
        most = MOST_BYTES // 1_000_000
        raise JourneyError(what, do=tr("A file can have {most} MB at most; attach a link to it.", most=most))
    if sum(len(each.data) for each in journey.all(Attachment)) * 3 // 4 + len(data) > MOST_BYTES_TOGETHER:
        what = tr("“{name}” does not fit into the journey: its files have {most} MB together at most.",
                  name=name, most=MOST_BYTES_TOGETHER // 1_000_000)  # fmt: skip
        raise JourneyError(what, do=tr("Attach a link to it."))
    return made(
        Attachment,
        id=new_id(),
        name=name[:300],
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        data=base64.b64encode(data).decode(),
        rank=last_rank(journey, Attachment),
    )


def _without(
    journey: Journey, record: Record, attachment_id: str, label: str, new: tuple[Record, ...] = ()
) -> Change:
    """Return the change to the record, with the attachment removed where only the record named it."""
    wanted: dict[str, Record | None] = {record.id: record}
    if attachment_id and all(other.id == record.id for other in journey.referring_to(attachment_id)):
        wanted[attachment_id] = None
    return settled(journey, wanted, label, new)
