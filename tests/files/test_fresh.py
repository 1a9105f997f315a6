from __future__ import annotations

import re

from app.files import native
from app.files.fresh import with_new_ids
from app.model.record import Record, replaced
from app.model.records import Link, Touchpoint, UnknownRecord
from tests.files.everything import everything


def known(records: tuple[Record, ...]) -> list[Record]:
    return [record for record in records if not isinstance(record, UnknownRecord)]


def test_no_record_keeps_its_id_and_each_remembers_it() -> None:
    before, after = known(everything().records()), with_new_ids(everything()).records()
    assert {record.origin for record in after} == {record.id for record in before}
    assert not {record.id for record in after} & {record.id for record in before}


def test_all_references_go_to_the_copies_and_nothing_else_is_different() -> None:
    copy = with_new_ids(everything())
    back = {record.id: record.origin for record in copy.records()}
    text = native.dump(copy).decode()
    text = re.sub(r',"origin":"[^"]*"', "", text)
    for new, old in back.items():
        text = text.replace(f'"{new}"', f'"{old}"')
    lines = native.dump(everything()).decode().splitlines()
    poll = next(line for line in lines if '"record":"poll"' in line)
    assert sorted(line.rstrip(",") for line in [*text.splitlines(), poll]) == sorted(
        line.rstrip(",") for line in lines
    )


def test_words_that_look_like_ids_stay() -> None:
    whole = everything()
    tagged = replaced(whole.the(Touchpoint, "later"), tags=("it", "secret"), title="legal")
    records = [tagged if record.id == "later" else record for record in whole.records()]
    copy = with_new_ids(type(whole).of(records))
    (later,) = [one for one in copy.all(Touchpoint) if one.origin == "later"]
    assert (later.tags, later.title) == (("it", "secret"), "legal")
    assert {link.target for link in copy.all(Link) if link.origin in ("l1", "l3")} == {later.id}


def test_ids_of_things_outside_the_journey_stay() -> None:
    assert with_new_ids(everything()).info.based_on == "elsewhere"
