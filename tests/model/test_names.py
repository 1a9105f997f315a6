from __future__ import annotations

from app.model.names import described, kind_name, title_of
from app.model.record import Ref
from app.model.records import RECORD_TYPES, Evidence, Insight, ServiceLevel
from tests.world import hours, role, touch


def test_a_record_is_called_by_what_a_person_wrote() -> None:
    assert title_of(touch("Kick-off", "IT", at=1)) == "Kick-off"
    assert title_of(role("IT")) == "IT"
    assert title_of(Insight(id="i", text="Nobody\n asked")) == "Nobody asked"
    assert title_of(ServiceLevel(id="s", ref=Ref(kind="role", id="x"), promised=hours(1))) == ""


def test_a_long_text_is_shortened() -> None:
    title = title_of(Insight(id="i", text="word " * 100))
    assert len(title) <= 60
    assert title.endswith("…")


def test_a_description_can_be_found_again() -> None:
    assert described(touch("Kick-off", "IT", at=1)) == "touchpoint “Kick-off” (touch-kick-off)"
    assert described(Evidence(id="e1")) == "evidence (e1)"


def test_every_kind_has_a_name() -> None:
    assert all("_" not in kind_name(kind.record_kind) for kind in RECORD_TYPES)
    assert kind_name("hologram") == "hologram"
