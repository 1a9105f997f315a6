from __future__ import annotations

from pathlib import Path

import pytest

from app.files import native, templates
from app.model.errors import JourneyError
from tests.world import journey, role, touch


def test_our_own_templates_can_all_be_begun_with() -> None:
    found = templates.templates()
    assert {"blank-b2b", "blank-b2c"} <= {template.name for template in found}
    for template in found:
        assert template.title
        assert templates.begin(template.name).info.title == template.title


def test_a_folder_of_templates_is_listed_with_pictures(tmp_path: Path) -> None:
    for name in ("b", "a"):
        some = journey(role("IT"), touch("T", "IT", at=0), title=f"Map {name}", description="What for")
        (tmp_path / f"{name}.journey").write_bytes(native.dump(some))
    (tmp_path / "a.svg").write_bytes(b"<svg/>")
    first, second = templates.templates(tmp_path)
    assert (first.name, first.title, first.description) == ("a", "Map a", "What for")
    assert first.picture == tmp_path / "a.svg"
    assert second.picture is None


def test_what_is_begun_has_ids_of_its_own() -> None:
    first, second = templates.begin("blank-b2b"), templates.begin("blank-b2b")
    assert not {record.id for record in first.records()} & {record.id for record in second.records()}


def test_a_name_that_is_none_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(JourneyError) as caught:
        templates.begin("../samples/major-incident")
    assert "blank-b2b" in str(caught.value)
