from pathlib import Path

from app.files.native import load
from app.layout.font import measure
from app.layout.layout import layout
from app.layout.memory import Memory
from app.model.view import View

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def rounds(name: str) -> set[int]:
    """Return the numbers of the rounds in which a sample's lanes were filled."""
    file = SAMPLES / f"{name}.journey"
    memory = layout(load(file.read_bytes(), file.name), View(), measure).memory
    assert isinstance(memory, Memory)
    return {int(key[-1]) for key in memory.rows if key[0] == "written"}


def test_lanes_are_filled_again_where_the_map_gets_visibly_lower() -> None:
    assert rounds("major-incident") == {0, 1, 2}


def test_lanes_are_not_filled_again_for_a_few_units() -> None:
    assert rounds("service-platform") == {0, 1}


def titles(name: str, folder: Path = SAMPLES, **view: object) -> list[str]:
    """Return what the cards of a journey's map have as titles, lines joined."""
    file = folder / f"{name}.journey"
    placed = layout(load(file.read_bytes(), file.name), View.model_validate(view), measure)
    cards = [card for block in placed.blocks for card in block.cards]
    return [" ".join(row.text for row in card.rows if row.style.startswith("card_title")) for card in cards]


def test_a_lane_grows_before_hardly_a_word_is_left_of_a_title() -> None:
    assert "New account manager" in titles("service-platform", detail="compact")


def test_cards_go_farther_off_for_those_that_find_no_place() -> None:
    found = titles("consumer-purchase", SAMPLES.parent / "templates", detail="full")
    assert len(found) == 15
    assert not [title for title in found if "…" in title]
