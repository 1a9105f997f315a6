"""One picture of a journey as the bytes of a file: what the command line and the window both call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from app.drawing.build import build
from app.drawing.faded import faded
from app.drawing.palette import looks_of
from app.drawing.rows import stacked
from app.drawing.shapes import Drawing
from app.drawing.tokens import LIGHT, THEMES
from app.files.catalogue import put_into_picture
from app.files.slice import shown_roles, slice_of
from app.i18n import speaking, tr
from app.layout.font import measure
from app.layout.layout import layout
from app.layout.wrap import wrap
from app.model.complaints import complaint
from app.model.errors import JourneyError
from app.model.journey import Journey
from app.model.listed_names import in_quotes, listed
from app.model.record import replaced
from app.model.records import Role
from app.model.view import View
from app.painters.catalogue import PAINTERS
from app.painters.options import PictureOptions
from app.painters.page import widest

Progress = Callable[[float], None]  # told 0 to 1; may raise to stop
Say = Callable[[str], None]  # told in a sentence what could not be done

_DRAWN = 0.4  # the part of the way on which the picture has been laid out and drawn


def export(
    journey: Journey,
    view: View | None = None,
    format: str = "svg",  # noqa: A002  (the word of the field)
    options: PictureOptions | None = None,
    theme: str = "",
    with_source: bool = True,
    progress: Progress | None = None,
    say: Say = lambda _: None,
    language: str = "",
) -> bytes:
    """Return the picture of what the view shows; `with_source` puts the journey of the roles shown into PNG and SVG.

    Without a theme it is light, and print for a PDF; without a language its own words are in the journey's. Raises JourneyError where there is no such format or theme, and whatever `progress` raises.
    """
    if format not in PAINTERS:
        raise JourneyError(tr("“{format}” is no format of a picture.", format=format),
                           do=tr("Known are {known}.", known=", ".join(PAINTERS)))  # fmt: skip
    theme = theme or ("print" if format == "pdf" else "light")
    if theme not in THEMES:
        raise JourneyError(tr("“{theme}” is no theme.", theme=theme),
                           do=tr("Known are {known}.", known=", ".join(THEMES)))  # fmt: skip
    tell = progress or (lambda _: None)
    view, options = view or View(), options or PictureOptions()
    tell(0.0)
    in_rows = options.page != "poster" and format != "pdf"  # a PDF has pages of its own
    told = in_language(journey, language)
    drawing = draw_rows(told, view, theme, options.page) if in_rows else draw(told, view, theme)
    tell(_DRAWN)
    with speaking(told.info.language):  # sheets of a PDF say their number
        picture = PAINTERS[format].paint(drawing, options, lambda part: tell(_DRAWN + part * (1 - _DRAWN)))
    if with_source:
        picture = _with_source(picture, format, source_of(journey, view), say)
    tell(1.0)
    return picture


def picture_options(called: Mapping[str, str], **fields: Any) -> PictureOptions:
    """Return the options; raises JourneyError where one is out of bounds, by the name under which it is `called`."""
    try:
        return PictureOptions(**fields)
    except ValidationError as error:
        raise JourneyError(complaint(error, called)) from None


def hidden_roles(journey: Journey, words: str | None) -> tuple[str, ...]:
    """Return the ids of the roles that are not among these names; a name may itself have commas or be of several."""
    if words is None:
        return ()
    everyone = journey.all(Role)
    wanted, unknown = listed(
        words, ((called, role.id) for role in everyone for called in (role.id, role.name))
    )
    if unknown:
        known = in_quotes(role.name for role in everyone)
        raise JourneyError(tr("There is no role “{name}”.", name=unknown),
                           do=tr("The roles are {names}.", names=known) if known else "")  # fmt: skip
    if not wanted:
        raise JourneyError(tr("No role is named that could be drawn."))
    return tuple(role.id for role in everyone if role.id not in wanted)


def in_language(journey: Journey, language: str) -> Journey:
    """Return the journey as a picture in this language tells it; the same where it is "" or the journey's own."""
    info = journey.info
    if language in ("", info.language):
        return journey
    others = (record for record in journey.records() if record is not info)
    return Journey.of([replaced(info, language=language), *others])


def draw(journey: Journey, view: View, theme: str) -> Drawing:
    """Return the drawing of what the view shows; what its filter leaves out is faint."""
    drawn = _drawn(journey, view)
    return faded(build(drawn, layout(drawn, view, measure), THEMES[theme]), drawn, view.filter)


def draw_rows(journey: Journey, view: View, theme: str, paper: str) -> Drawing:
    """Return the drawing in rows of the timeline, so narrow that its smallest type is legible on the paper."""
    drawn = _drawn(journey, view)
    drawing = stacked(drawn, wrap(drawn, view, measure, widest(paper)), THEMES[theme])
    return faded(drawing, drawn, view.filter)


def source_of(journey: Journey, view: View) -> Journey:
    """Return what a picture of this view may carry: the journey, or the slice of the roles that it shows.

    In a slice roles keep the colours that they have in the whole map.
    """
    roles = shown_roles(journey, view)
    everyone = journey.all(Role)
    if len(roles) == len(everyone):
        return journey
    looks = looks_of(journey, LIGHT)
    colours = {role.id: role.colour or looks[role.id].colour for role in everyone}
    part = slice_of(journey, roles)
    return Journey.of(
        replaced(record, colour=colours[record.id]) if isinstance(record, Role) else record
        for record in part.records()
    )


def _drawn(journey: Journey, view: View) -> Journey:
    """Return what is drawn: for some roles their slice, so that no text of a picture names what is hidden.

    The others stay as nameless roles that the view hides: the looks of those shown depend on their places.
    """
    roles = shown_roles(journey, view)
    hidden = [Role(id=role.id, name="", rank=role.rank) for role in journey.all(Role) if role.id not in roles]
    return Journey.of([*slice_of(journey, roles).records(), *hidden]) if hidden else journey


def _with_source(picture: bytes, format: str, source: Journey, say: Say) -> bytes:  # noqa: A002
    try:
        return put_into_picture(picture, format, source)
    except JourneyError as error:
        say(str(error))
        return picture
