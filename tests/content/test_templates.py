"""The templates: maps to begin with, that ask the facilitator instead of telling an old story."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.analysis.catalogue import findings
from app.drawing.palette import looks_of
from app.drawing.tokens import LIGHT
from app.files import native
from app.files.template_words import SAID
from app.files.templates import begin, templates
from app.i18n import speaking
from app.model.journey import Journey
from app.model.records import Evidence, Link, Person, Phase, Role, ServiceLevel, Touchpoint
from app.places import resource
from scripts.make_locale import LANGUAGES

PATHS = sorted(resource("templates").glob("*.journey"))
MADE_OF = {
    "consumer-purchase": "running-shoes",
    "b2b-purchase": "service-platform",
    "incident-escalation": "major-incident",
    "onboarding-renewal": "onboarding-to-renewal",
}


def opened(path: Path) -> Journey:
    return native.load(path.read_bytes(), str(path))


def test_there_are_an_empty_map_two_blank_ones_and_one_of_each_sample() -> None:
    assert {path.stem for path in PATHS} == {"empty", "blank-b2c", "blank-b2b", *MADE_OF}


def test_their_roles_keep_their_colours_when_lanes_move() -> None:
    for path in PATHS:
        roles = opened(path).all(Role)
        assert [role.colour for role in roles] == [
            looks_of(opened(path), LIGHT)[role.id].colour for role in roles
        ]


def test_their_titles_tell_them_apart() -> None:
    titles = [template.title for template in templates()]
    assert len(set(titles)) == len(titles)
    assert all(titles)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
class TestEveryTemplate:
    def test_its_file_is_as_the_program_would_write_it(self, path: Path) -> None:
        data = path.read_bytes()
        assert native.dump(native.load(data, path.name)) == data

    def test_its_description_says_what_it_is_and_what_to_do_first(self, path: Path) -> None:
        sentences = re.findall(r"[A-Z][^.]+\.", opened(path).info.description)
        assert len(sentences) >= 2

    def test_a_journey_begun_with_it_is_new(self, path: Path) -> None:
        first, second = begin(path.stem), begin(path.stem)
        assert first.info.id != second.info.id
        assert len(first.all(Phase)) == len(opened(path).all(Phase)) >= (0 if path.stem == "empty" else 5)

    def test_it_has_a_picture_of_its_own_for_the_chooser(self, path: Path) -> None:
        template = next(template for template in templates() if template.name == path.stem)
        assert template.picture is not None, "run scripts/make_pictures.py"
        picture = Image.open(template.picture).convert("RGB")
        assert picture.width == 900
        assert template.picture.stat().st_size < 200_000
        seen = {"#{:02X}{:02X}{:02X}".format(*colour) for _, colour in picture.getcolors(900 * 2000) or ()}
        assert {look.colour for look in looks_of(opened(path), LIGHT).values()} <= seen

    def test_it_blames_nobody_before_anybody_was_asked(self, path: Path) -> None:
        assert findings(opened(path)) == ()


@pytest.mark.parametrize(("template", "sample"), MADE_OF.items(), ids=MADE_OF)
class TestTemplatesMadeOfSamples:
    def test_structure_is_kept(self, template: str, sample: str) -> None:
        made, told = (
            opened(resource(f"templates/{template}.journey")),
            opened(resource(f"samples/{sample}.journey")),
        )
        for kind in (Phase, Role, Touchpoint, Link):
            assert [record.id for record in made.all(kind)] == [record.id for record in told.all(kind)]

    def test_every_touchpoint_asks_a_question_and_knows_no_feeling(self, template: str, sample: str) -> None:
        for touchpoint in opened(resource(f"templates/{template}.journey")).all(Touchpoint):
            asked = [part.action for part in touchpoint.participations if part.action]
            assert [len(question) <= 60 and "?" in question for question in asked] == [True], touchpoint.title
            assert {part.feeling for part in touchpoint.participations} == {None}

    def test_nothing_of_the_old_story_is_left(self, template: str, sample: str) -> None:
        made = opened(resource(f"templates/{template}.journey"))
        told = opened(resource(f"samples/{sample}.journey"))
        assert not made.all(Person)
        assert not made.all(Evidence)
        assert not made.all(ServiceLevel)
        text = native.dump(made).decode()
        names = [told.info.subject, *(person.name for person in told.all(Person))]
        assert [name for name in names if name in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
class TestInAnotherLanguage:
    def test_every_word_of_them_is_translated_and_no_other(self, language: str) -> None:
        said = {text for path in PATHS for text in words_of(json.loads(path.read_text("utf-8")))}
        known = json.loads((resource("locale") / language / "templates.json").read_text("utf-8"))
        assert said == known.keys()
        assert all(known.values())

    def test_a_journey_begun_with_one_is_of_that_language(self, language: str) -> None:
        for path in PATHS:
            with speaking(language):
                made = begin(path.stem)
            plain = begin(path.stem)
            assert made.info.language == language
            assert made.info.title != plain.info.title
            names = [record.name for kind in (Role, Phase) for record in made.all(kind)]
            assert len(set(names)) == len(names)
            assert [round(each.start, 6) for each in made.all(Touchpoint)] == [
                each.start for each in plain.all(Touchpoint)
            ]

    def test_every_question_is_still_short(self, language: str) -> None:
        for template in MADE_OF:
            with speaking(language):
                touchpoints = begin(template).all(Touchpoint)
            asked = [part.action for each in touchpoints for part in each.participations if part.action]
            assert [question for question in asked if len(question) > 70 or "?" not in question] == []


def words_of(raw: Any, field: str = "") -> Iterator[str]:
    """Yield the texts of a template that people read."""
    if isinstance(raw, dict):
        for name, value in raw.items():
            if (name, raw.get("record")) != ("unit", "journey"):
                yield from words_of(value, name)
    elif isinstance(raw, list):
        for each in raw:
            yield from words_of(each, field)
    elif field in SAID:
        yield raw
