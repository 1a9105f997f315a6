from __future__ import annotations

import base64
import hashlib

import pytest

from app.files import limits
from app.model.change import Change
from app.model.edits import attachments
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.record import replaced
from app.model.records import Attachment, Role, Touchpoint
from tests.world import journey, role, touch

A, B = "touch-a", "touch-b"


@pytest.fixture
def j() -> Journey:
    return journey(role("IT"), touch("A", "IT", at=1), touch("B", "IT", at=2))


def test_a_file_is_kept_with_its_name_kind_and_sum(j: Journey) -> None:
    j.apply(attachments.attach(j, A, "notes.txt", "text/plain", b"Notes"))
    kept = j.the(Attachment, j.the(Touchpoint, A).attachments[0])
    assert (kept.name, kept.media_type, base64.b64decode(kept.data)) == ("notes.txt", "text/plain", b"Notes")
    assert kept.sha256 == hashlib.sha256(b"Notes").hexdigest()


def test_a_file_that_is_too_large_is_refused_with_a_way_out(j: Journey) -> None:
    with pytest.raises(JourneyError, match="attach a link"):
        attachments.attach(j, A, "film.mp4", "video/mp4", bytes(attachments.MOST_BYTES + 1))


def test_files_that_would_not_fit_into_a_file_together_are_refused_and_nothing_changes(
    j: Journey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES_TOGETHER", 10)
    j.apply(attachments.attach(j, A, "a.txt", "text/plain", b"12345"))
    j.apply(attachments.attach(j, B, "b.txt", "text/plain", b"1234"))
    before = j.records()
    with pytest.raises(JourneyError, match=r"“c.txt” does not fit into the journey"):
        attachments.attach(j, B, "c.txt", "text/plain", b"1234")
    with pytest.raises(JourneyError, match="does not fit"):
        attachments.set_avatar(j, "role-it", "c.png", "image/png", b"1234")
    assert j.records() == before


def test_as_many_files_as_fit_together_fit_into_a_file() -> None:
    assert attachments.MOST_BYTES_TOGETHER * 4 / 3 < limits.FILE_BYTES * 2 / 3


def test_a_link_has_no_data(j: Journey) -> None:
    j.apply(attachments.attach_link(j, A, "film.mp4", "video/mp4", "../film.mp4"))
    linked = j.all(Attachment)[0]
    assert (linked.link, linked.data) == ("../film.mp4", "")


def test_what_is_detached_goes_unless_something_else_needs_it(j: Journey) -> None:
    j.apply(attachments.attach(j, A, "notes.txt", "text/plain", b"Notes"))
    kept = j.all(Attachment)[0].id
    touchpoint = j.the(Touchpoint, B)
    j.apply(Change((replaced(touchpoint, attachments=(kept,)),)))
    j.apply(attachments.detach(j, A, kept))
    assert j.the(Touchpoint, A).attachments == ()
    assert j.get(kept) is not None
    j.apply(attachments.detach(j, B, kept))
    assert j.get(kept) is None


def test_another_picture_takes_the_place_of_the_one_before(j: Journey) -> None:
    before = Journey.of(j.records())
    undo = []
    undo.append(j.apply(attachments.set_avatar(j, "role-it", "a.png", "image/png", b"a")).inverse)
    undo.append(j.apply(attachments.set_avatar(j, "role-it", "b.png", "image/png", b"b")).inverse)
    assert [each.name for each in j.all(Attachment)] == ["b.png"]
    undo.append(j.apply(attachments.remove_avatar(j, "role-it")).inverse)
    assert (j.all(Attachment), j.the(Role, "role-it").avatar) == ((), "")
    for change in reversed(undo):
        j.apply(change)
    assert j == before
